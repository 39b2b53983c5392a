"""Titles: honorifics and role words before a name, and where they end."""

from collections.abc import Sequence
from functools import lru_cache

from generator.extract.mentions.capitalisation import Word
from generator.language.frequencies import is_frequent
from generator.language.gazetteer import Gazetteer
from generator.language.lexicons import Lexicon
from generator.language.person_names import (
    gender_of_code,
    gender_of_full_name,
    is_common_word,
    is_given_name,
)
from generator.language.possessives import is_possessive
from generator.model.annotations import Gender, Phrase
from generator.model.reading_order import end_while

LONGEST_OFFICE = 6
"""Words of a body's name after *of*."""


class Titles:
    """The title words of one language."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._gender = {row[0]: row[1] for row in lexicon.rows("honorifics")}
        self._nouns = lexicon.words("role_nouns")
        self._modifiers = lexicon.words("role_modifiers")
        self._lexicon = lexicon
        self._tails = lexicon.words("role_tails")
        self._plurals = lexicon.words("role_noun_plurals")
        self._heads = lexicon.words("organisation_heads")
        self._of = lexicon.group("genitive_prepositions")
        self._articles = lexicon.group("definite_articles")
        self._places = lexicon.keys("regions") | lexicon.words("places")
        self._endings = tuple(lexicon.words("adjective_endings"))
        self.gazetteer = gazetteer

    def honorific(self, word: str) -> bool:
        """Whether `word` is an honorific as written (*Mr*, *Sen.*)."""
        return word in self._gender

    def role(self, word: str) -> bool:
        """Whether `word` is a role noun, in any case, *vice-president* included."""
        low = word.lower()
        return low in self._nouns or word in self._nouns or low.rpartition("-")[2] in self._nouns

    def modifier(self, word: str) -> bool:
        """Whether `word` may stand inside a title."""
        return word.lower() in self._modifiers or word in self._modifiers

    def tail(self, word: str) -> bool:
        """Whether `word` may follow a role noun: *elect*, *général*."""
        return word.lower() in self._tails

    def possessive(self, word: str) -> bool:
        """Whether `word` is the ending of an owner's name, parted off: *Russia's*."""
        return is_possessive(word, self._lexicon)

    def gender(self, words: str) -> Gender:
        """What the last telling word of a title says."""
        feminine = self._lexicon.words("role_nouns_feminine")
        masculine = self._lexicon.words("role_nouns_masculine")
        for word in reversed(words.split()):
            told = gender_of_code(self._gender.get(word, ""))
            if word.lower() in feminine or told == "feminine":
                return "feminine"
            if word.lower() in masculine or told == "masculine":
                return "masculine"
        return "unknown"

    def gender_of_name(self, title: Phrase | None, words: Sequence[str]) -> Gender:
        """What a title, else a full name, says of its bearer's gender."""
        told = self.gender(title.text) if title else "unknown"
        return told if told != "unknown" or len(words) < 2 else gender_of_full_name(words)

    def begins_like_month(self, words: Sequence[Word]) -> bool:
        """*June Osei*: a given name that is a month too, before a word that is no common one."""
        if len(words) < 2 or words[0].lower not in self._lexicon.words("months_as_names"):
            return False
        word, after = words[0], words[1]
        surname = after.text.istitle() and after.pos == "PROPN" and word.capital
        stops = after.lower in self._lexicon.words("name_stops")
        known = self.gazetteer.find(after.text) or after.text in self._lexicon.words("places")
        dated = word.entity == "DATE" and after.entity
        rare = not dated and not is_frequent(after.lower, self._lexicon.language)
        return (
            surname
            and not stops
            and not known
            and (rare or "PERSON" in {word.entity, after.entity})
        )

    def chain(self, words: Sequence[Word], at: int) -> int:
        """How many words from `at` are a title; 0 where none begins there."""
        i, last = at, at
        while i < len(words):
            word = words[i].text
            if self.honorific(word) or self.role(word) or self._of_several(words, i):
                i += 1
                last = i
            elif self.modifier(word):
                i += 1
            elif last == i and i > at and word in self._of and i + 1 < len(words):
                i = self._office(words, i + 1)
                last = i
            else:
                break
        return last - at

    def _of_several(self, words: Sequence[Word], at: int) -> bool:
        """*Senators Kelly and Luján*: a title in the plural, in capitals, before a name."""
        word = words[at].text
        plural = word[0].isupper() and word.lower() in self._plurals
        return plural and at + 1 < len(words) and words[at + 1].lower not in self._heads

    def _rest_of_body(self, words: Sequence[Word], at: int) -> int:
        """*Department of Political Science*: the words after the head and *of*."""
        if at < len(words) and words[at].text in self._of:
            return end_while(words, at, lambda w: not is_given_name(w.text))
        return at

    def _office(self, words: Sequence[Word], at: int) -> int:
        """Where the words after *of* end: *State*, *the Exchequer*, *Saudi Arabia*."""
        at += words[at].text in self._articles
        for length in range(min(self.gazetteer.longest, len(words) - at), 0, -1):
            found = " ".join(w.text for w in words[at : at + length])
            if self.gazetteer.find(found) or found in self._places:
                return at + length
        for end in range(at, min(at + LONGEST_OFFICE, len(words))):
            if words[end].lower in self._heads:
                return self._rest_of_body(words, end + 1)
        end = min(end_while(words[:-1], at, self._is_adjective) + 1, len(words))
        language = self._lexicon.language  # *Director of Public Prosecutions*: no name yet
        return end_while(words, end, lambda w: is_common_word(w.text, language))

    def _is_adjective(self, word: Word) -> bool:
        """*Professor of International Security*: the field goes on."""
        return self.modifier(word.text) and word.lower.endswith(self._endings)


@lru_cache(maxsize=4)
def titles_of(lexicon: Lexicon, gazetteer: Gazetteer) -> Titles:
    """The titles of a lexicon, made once."""
    return Titles(lexicon, gazetteer)
