"""Runs of capitalised words: where a name may begin, what may link its words."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.extract.mentions.capitalisation import Capitals, Word
from generator.extract.mentions.titles import Titles
from generator.language import word_forms
from generator.language.lexicons import Lexicon, load_words
from generator.language.person_names import is_common_word, is_given_name
from generator.language.possessives import is_possessive

FUNCTION = frozenset({"PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "ADV", "NUM"})
ADDRESSING = frozenset({"INTJ", "PART"})
"""*Hey Efua*, *Not Efua*: the model's label goes over both words."""


class Runs:
    """Finds the runs of one document; `style` is that of the segment's line."""

    def __init__(self, lexicon: Lexicon, titles: Titles, capitals: Capitals) -> None:
        self._lexicon = lexicon
        self._gerunds = lexicon.words("gerund_endings")
        self._dating = lexicon.words("before_months")
        self._stops = lexicon.words("name_stops")
        self._heads = lexicon.words("organisation_heads") | lexicon.words("place_heads")
        self._people = lexicon.words("genitive_heads")
        self._prefixes = lexicon.words("compound_prefixes")
        self._sees = lexicon.words("see_titles")
        self._places = lexicon.words("places")
        self._laws = lexicon.words("law_heads")
        self._tails = lexicon.words("compound_tails")
        self._months = frozenset(row[0] for row in lexicon.rows("months"))
        self._weekdays = lexicon.words("weekday_words")
        self._links = lexicon.words("name_links")
        self._genitives = lexicon.group("genitive_prepositions")
        self._and = lexicon.group("name_conjunctions")
        self._articles = lexicon.group("definite_articles")
        self._all = lexicon.group("universal_determiners")
        self._titles = titles
        self._capitals = capitals

    def find(self, words: Sequence[Word], style: str) -> Iterator[list[Word]]:
        """The runs of one sentence, in order."""
        i = 0
        while i < len(words):
            called = not style and self._titles.begins_like_month(words[i:])
            named = called or (self.nameworthy(words[i], style) and not self._does(words, i, style))
            if not named or self._dated(words, i):
                i += 1
                continue
            end = self._extend(words, i, style)
            yield list(words[i:end])
            i = end

    def _does(self, words: Sequence[Word], at: int, style: str) -> bool:
        """*Joining Obi in Tarn*, *Calling Obi a Thief*: a verb that the model took for a name."""
        word = words[at]
        before_name = at + 1 < len(words) and self._is_told(words[at + 1])
        verbal = word.lower.endswith(tuple(self._gerunds)) and word.entity in {"", "PERSON"}
        common = is_common_word(word.text, self._lexicon.language)
        named = self._capitals.known(word) or self._titles.gazetteer.find(word.text)
        opens = word.initial or bool(style)
        return opens and before_name and verbal and common and not named

    def _is_told(self, word: Word) -> bool:
        """Whether a word is somebody's name elsewhere in the document: no *Hill*, no *Post*."""
        return word.capital and self._capitals.known(word) and word.lower not in self._heads

    def _dated(self, words: Sequence[Word], at: int) -> bool:
        """*Oct. 29*, *in May*: a month there is part of a date, whatever else is called so."""
        if words[at].lower.rstrip(".") not in self._months:
            return False
        numbered = at + 1 < len(words) and words[at + 1].text[0].isdigit()
        return numbered or (at > 0 and words[at - 1].lower in self._dating)

    def nameworthy(self, word: Word, style: str) -> bool:
        """Whether the word can be part of a name where it stands."""
        if not word.capital or word.tokens[0].hole or word.lower in self._weekdays:
            return False
        if self._titles.gazetteer.find(word.text) or self._titles.honorific(word.text):
            return True
        if word.lower in self._stops and not (word.entity and not word.initial):
            return False
        if word.text == "I" or self._compound(word) or not _has_name_letters(word.text):
            return False
        if (
            word.tokens[-1].tag in word_forms.ADJECTIVES
            and word.entity in {"NORP", ""}
            and not word.initial
        ):
            return bool(style) or self._capitals.noun(word)
        return self._evident(word, style)

    def _evident(self, word: Word, style: str) -> bool:
        if word.entity and word.pos == "PROPN" and not self._capitals.common(word):
            return True
        if word.initial and not style and is_given_name(word.text):
            return word.pos not in FUNCTION and not self._capitals.common(word)
        if word.initial or style:
            if word.pos in FUNCTION and not word.entity:
                return False
            return (word.pos == "PROPN" or self._capitals.known(word)) and not (
                self._capitals.common(word)
            )
        return word.pos not in FUNCTION or (bool(word.entity) and word.pos not in ADDRESSING)

    def _compound(self, word: Word) -> bool:
        """*US-led*, *Kremlin-backed*: a name inside another word."""
        last = word.tokens[-1]
        if len(word.tokens) > 2 and word.tokens[0].text.lower() in self._prefixes:
            return word.initial or word.tokens[0].text.islower() or not last.text.istitle()
        if len(word.tokens) < 3 or not last.text.islower():
            return False
        return last.text in self._tails or last.tag in word_forms.PARTICIPLES | {
            word_forms.NOUN_PLURAL,
            word_forms.VERB_PAST,
        }

    def _extend(self, words: Sequence[Word], start: int, style: str) -> int:
        end = start + 1
        while end < len(words):
            if self._dated(words, end):
                break
            if (
                self.nameworthy(words[end], style)
                or (not style and self._titles.begins_like_month(words[end:]))
                or self._inside(words, end)
                or _number(words, end)
            ):
                end += 1
                continue
            jump = self._link(words, start, end, style)
            if not jump:
                break
            end += jump
        return end

    def _inside(self, words: Sequence[Word], at: int) -> bool:
        """A capital that goes on a name but could not begin one: *Theresa May*, *Mrs May*."""
        word, before = words[at], words[at - 1]
        dated = at + 1 < len(words) and words[at + 1].text[0].isdigit()
        stop = word.capital and word.lower in self._stops
        if stop and self._titles.honorific(before.text) and not dated:
            return True  # *Mrs May*
        if not stop or not is_given_name(before.text) or before.lower in self._stops:
            return False
        return word.entity not in {"DATE", "TIME", ""} or (not word.entity and not dated)

    def _link(self, words: Sequence[Word], start: int, at: int, style: str) -> int:
        """How many words to go on over a link (0: the name ends here)."""
        low = words[at].text
        if at + 1 >= len(words):
            return 0
        if low == ",":
            suffix = words[at + 1].lower.replace(".", "")
            return 2 if suffix in load_words("name_suffixes") and words[at + 1].capital else 0
        if is_possessive(low, self._lexicon):
            return self._genitive(words, at)
        if low in load_words("name_particles") or low == "&":
            return self._after_particles(words, at)
        return self._by_small_word(words, start, at, style) if low in self._links else 0

    def _by_small_word(self, words: Sequence[Word], start: int, at: int, style: str) -> int:
        """*of*, *and*, *the*, *for* inside a name."""
        after = words[at + 1].text
        joined = words[at].text in self._and
        if joined and words[start].text in self._sees and after.lower() in self._all:
            return 3  # *Patriarch of Moscow and All Rus*
        skip = 2 if after in self._articles else 1
        if at + skip >= len(words) or not self.nameworthy(words[at + skip], style):
            return 0
        law = any(w.lower in self._laws for w in self._capitals_from(words, at + skip))
        if law and not joined and at - start > 1:
            return skip + 1
        return skip + 1 if self._linked(words, start, at, skip) else 0

    def _genitive(self, words: Sequence[Word], at: int) -> int:
        """*Korean People’s Army*: a genitive inside a name that ends in the word for a body."""
        inside = bool(words[at].entity) and not words[at + 1].tokens[0].entity_begins
        people = words[at - 1].lower in self._people
        for end in range(at + 1, min(at + 4, len(words))):
            if not words[end].capital:
                break
            if words[end].lower in self._heads:
                return end - at + 1 if people or (inside and words[end].entity == "ORG") else 0
        return 0

    def _after_particles(self, words: Sequence[Word], at: int) -> int:
        end = at
        while end < len(words) and (
            words[end].text in load_words("name_particles") or words[end].text == "&"
        ):
            end += 1
        follows = end < len(words) and words[end].capital
        return end - at + 1 if follows else 0

    def _of(self, words: Sequence[Word], start: int, at: int, *, model: bool) -> bool:
        left = words[at - 1]
        if at - start > 1 and is_given_name(words[start].text) and left.lower not in self._heads:
            return False
        title = self._titles.role(left.text) or self._titles.modifier(left.text)
        if at - start == 2 and words[start].text in self._sees:
            return True
        return model or left.lower in self._heads or title

    def _capitals_from(self, words: Sequence[Word], at: int) -> Iterator[Word]:
        """The capitalised words that follow one another from `at`."""
        for word in words[at : at + 5]:
            if not word.capital:
                return
            yield word

    def _subject(self, words: Sequence[Word]) -> bool:
        """*Department of Political Science*: a body and what it is for, not where it is."""
        last = words[-1]
        head = any(a.lower in self._heads and b.text in self._genitives for a, b in pairwise(words))
        place = last.entity in {"GPE", "LOC"} or last.text in self._places
        return head and not place and not self._titles.gazetteer.find(last.text)

    def _linked(self, words: Sequence[Word], start: int, at: int, skip: int) -> bool:
        link, left, right = words[at], words[at - 1], words[at + skip]
        inside = bool(link.entity) and not right.tokens[0].entity_begins and bool(right.entity)
        model = inside and link.entity not in {"DATE", "TIME", "PERSON"}
        if link.text in self._genitives:
            return self._of(words, start, at, model=model)
        if link.text in self._articles:
            return is_given_name(left.text) and not words[start].initial and left.entity == "PERSON"
        if link.text in self._and:
            after_of = any(w.text in self._genitives for w in words[start:at])
            left_head = at - start > 1 and any(w.lower in self._heads for w in words[start:at])
            right_head = any(w.lower in self._heads for w in self._capitals_from(words, at + skip))
            both = not (left_head and right_head)
            if self._titles.role(right.text) or is_given_name(right.text):
                return False
            if after_of and self._subject(words[start:at]):
                return skip == 1
            return skip == 1 and ((model and both) or (after_of and right.lower in self._heads))
        return model


def _has_name_letters(text: str) -> bool:
    """A name has two letters in a row somewhere, or is an initial with a stop: not *F-E*, *A*."""
    if re.search(r"[()\[\]{}<>@#*=|\\]|://", text):
        return False
    return re.search(r"[^\W\d_]{2}|[^\W\d_][.’']|[^\W\d_]\d", text) is not None


def _number(words: Sequence[Word], at: int) -> bool:
    """*Philadelphia 76ers*: digits with letters that go on a name."""
    return re.fullmatch(r"\d+[a-z]{2,}", words[at].text) is not None and words[at].pos in {
        "PROPN",
        "NOUN",
    }
