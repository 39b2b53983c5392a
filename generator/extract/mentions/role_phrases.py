"""What the words beside a name call it, read word by word, because parses of commas often fail.

*Ann Lee, chair of the board, …*; *its chair, Ann Lee, …*; *Ann Lee (52) is* or *, who became, the
chair*. A phrase counts only where its noun is a role and a comma or an end closes it.
"""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from generator.extract.mentions.titles import Titles
from generator.language import relations, word_forms
from generator.language.dependencies import Tree, phrase_of
from generator.language.lexicons import Lexicon
from generator.language.modality import supposing_words
from generator.model.annotations import Phrase
from generator.model.reading_order import end_while
from generator.model.text import Tokens

NOUNS = word_forms.NOUNS
GROUP = (
    NOUNS
    | word_forms.ADJECTIVES
    | {word_forms.HYPHEN, word_forms.NUMBER, word_forms.POSSESSIVE_MARK, word_forms.VERB_PARTICIPLE}
)
BEGINS = frozenset({word_forms.DETERMINER, word_forms.POSSESSIVE_PRONOUN})
CLOSING = frozenset({",", ".", ";", ":", "–", "—", ")", "!", "?", '"', "”"})
BRACKETS = {"(": ")", "[": "]"}
LONGEST = 14
"""Words of a calling; more is no calling."""
FARTHEST = 30
"""Words of a bracket between a name and what it is called."""
NEAR = 4
"""Words before a name in which a condition begins its clause."""


def find_role_phrases(
    text: str, tree: Tree, name: Tokens, *, titles: Titles, lexicon: Lexicon
) -> Iterator[Phrase]:
    """The role phrases after and before a name and by its verb, in reading order of the rules."""
    reader = _RoleReader(tree, titles, lexicon)
    first, last = name[0].index, name[-1].index
    for found in (reader.after(last + 1), reader.before(first, last), reader.by_verb(name)):
        if found:
            yield phrase_of(text, tree.tokens[found[0] : found[1]])


@cache
def _words_for(use: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for word, its in lexicon.rows("calling_words") if its == use)


@cache
def _counting(lexicon: Lexicon) -> frozenset[str]:
    """Words that count one among others: *the {fifth} coach*, *the {only} coach*."""
    return lexicon.group("sole_adjectives") | lexicon.keys("ordinal_words")


class _RoleReader:
    """Reads noun phrases that are roles, in the tokens of one segment."""

    def __init__(self, tree: Tree, titles: Titles, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._tails = lexicon.words("role_tails")
        self._conditions = supposing_words(lexicon)
        self._who = lexicon.group("personal_relatives")
        self._conjunctions = lexicon.group("name_conjunctions")
        self._coordinators = lexicon.group("coordinating_conjunctions")
        self._tokens = tree.tokens
        self._titles = titles

    def _words_for(self, use: str) -> frozenset[str]:
        return _words_for(use, self._lexicon)

    def after(self, at: int) -> tuple[int, int] | None:
        """*Ann Lee, [19,] a member of the crew,* read from behind the name."""
        at = self._past_brackets(at)
        if self._text(at) != ",":
            return None
        at += 1
        if self._tag(at) == word_forms.NUMBER and self._text(at + 1) == ",":
            at += 2
        end = self._role(at)
        rank = end == at + 1 and self._titles.honorific(self._tokens[at].text)
        return (at, end) if end and self._closed(end) and not rank else None

    def before(self, first: int, last: int) -> tuple[int, int] | None:
        """*Its chair, [Dr] Ann Lee,* read from before the name."""
        courtesies = takewhile(lambda t: self._titles.honorific(t.text), self._tokens[:first][::-1])
        first -= sum(1 for _ in courtesies)
        if self._text(first - 1) != "," or not self._closed(last + 1):
            return None
        for start in range(max(0, first - LONGEST), first - 1):
            begins = (
                self._tag(start) in BEGINS or self._tag(start + 1) == word_forms.POSSESSIVE_MARK
            )
            if begins and self._role(start) == first - 1:
                return start, first - 1
        return None

    def by_verb(self, name: Tokens) -> tuple[int, int] | None:
        """*Ann Lee was later elected president*; *Ann Lee, who is a pilot*."""
        at = self._past_brackets(name[-1].index + 1)
        relative = at + (self._text(at) == ",")
        if self._text(relative) in self._who:
            at = relative + 1
        elif not any(t.dep in relations.NOMINAL_SUBJECTS for t in name):
            return None
        at = 0 if self._supposed(name[0].index) else self._complement(at)
        end = self._role(at) if at and self._text(at) not in self._words_for("chosen") else None
        whole = end and (self._closed(end) or not self._counts(at, end))
        return (at, end) if end and whole else None

    def _supposed(self, first: int) -> bool:
        """*If Ann Lee is …*: what follows is no fact."""
        return any(
            self._text(at) in self._words_for("supposing") | self._conditions
            for at in range(first - NEAR, first)
        )

    def _counts(self, at: int, end: int) -> bool:
        """*The fifth coach* needs what follows: *to be fired*."""
        words = self._tokens[at:end]
        return any(t.text.lower() in _counting(self._lexicon) for t in words)

    def _complement(self, at: int) -> int:
        """Where the words after a verb of being begin; 0 where there is none."""
        at = self._past_adverbs(at)
        word = self._text(at)
        if word in self._words_for("perfect") and self._text(at + 1) in self._words_for(
            "perfected"
        ):
            return self._past_adverbs(at + 2)
        behind = self._past_adverbs(at + 1)
        if word in self._words_for("passive") and self._text(behind) in self._words_for("chosen"):
            return behind + 1
        if word in self._words_for("being"):
            return behind
        as_one = self._text(behind) in self._lexicon.group("comparing_prepositions")
        return behind + 1 if as_one and word in self._words_for("serving") else 0

    def _past_adverbs(self, at: int) -> int:
        adverbs = self._words_for("adverb")
        return end_while(self._tokens, at, lambda t: t.text.lower() in adverbs)

    def _past_brackets(self, at: int) -> int:
        close = BRACKETS.get(self._text(at))
        for end in range(at + 1, at + FARTHEST) if close else ():
            if self._text(end) == close:
                return end + 1
        return at

    def _role(self, at: int) -> int | None:
        """The end of the noun phrase from `at`, where its noun is a role; None else."""
        end = self._group(at)
        tails = (t.text.lower() in self._tails for t in reversed(self._tokens[at + 1 : end]))
        head = end - 1 - sum(takewhile(bool, tails))
        fits = (
            end > at
            and self._tag(head) in {word_forms.NOUN, word_forms.NAME}
            and self._says_role(at, head)
        )
        if not fits:
            return None
        end = self._with_complements(end)
        return end if end - at <= LONGEST else None

    def _says_role(self, at: int, head: int) -> bool:
        first = self._tokens[at].text
        courtesy = self._titles.honorific(first) and not self._titles.role(first)
        return self._titles.role(self._tokens[head].text) and not courtesy

    def _group(self, at: int) -> int:
        """Where the words of a noun group end: *the former prime minister and leader*."""
        ends = [self._one_group(at)]
        while self._may_go_on(at, ends[-1]):
            at = ends[-1] + 1
            ends.append(self._one_group(at))
        roles = (end for end in reversed(ends[1:]) if self._titles.role(self._text(end - 1)))
        return next(roles, ends[0])

    def _one_group(self, at: int) -> int:
        first = at + (self._tag(at) in BEGINS)
        return end_while(self._tokens, first, lambda t: t.tag in GROUP and not t.hole)

    def _may_go_on(self, at: int, end: int) -> bool:
        joined = (
            end > at
            and self._text(end) in self._conjunctions
            and self._titles.role(self._text(end - 1))
        )
        return joined and self._tag(end + 1) in GROUP | BEGINS

    def _with_complements(self, end: int) -> int:
        """The end with *of the board*, *for Kosovo*; a date is left out."""
        while self._text(end) in self._words_for("complement") and not self._is_date_at(end):
            further = self._nouns(end + 1)
            if further == end + 1 or self._tag(further - 1) not in NOUNS | {word_forms.NUMBER}:
                return end
            end = further
        return end

    def _is_date_at(self, at: int) -> bool:
        """*In May*, but not *of the year*."""
        genitive = self._text(at) in self._lexicon.group("genitive_prepositions")
        behind = self._tokens[max(0, at + 1) : at + 2]
        return not genitive and any(t.entity in {"DATE", "TIME"} for t in behind)

    def _nouns(self, at: int) -> int:
        """Where nouns that *and* joins end; `at` where there are none."""
        while True:
            start = at + (self._tag(at) in BEGINS)
            end = self._one_group(at)
            joined = (
                end > start
                and self._text(end) in self._conjunctions
                and self._tag(end + 1) in NOUNS
            )
            if not joined:
                return end if end > start else at
            at = end + 1

    def _closed(self, at: int) -> bool:
        if at >= len(self._tokens) or self._tokens[at].sentence_begins:
            return True
        closing = self._text(at) in CLOSING or self._text(at) in self._who
        return closing and self._text(at + 1) not in self._coordinators

    def _text(self, at: int) -> str:
        inside = 0 <= at < len(self._tokens)
        return self._tokens[at].text.lower() if inside else ""

    def _tag(self, at: int) -> str:
        return self._tokens[at].tag if 0 <= at < len(self._tokens) else ""
