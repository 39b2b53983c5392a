"""Personal pronouns and other small words of a language: what they show, and whom they can mean."""

from collections.abc import Mapping

from msgspec import Struct

from generator.language.lexicons import Lexicon
from generator.model.annotations import Gender
from generator.model.text import Token


class PronounForm(Struct, frozen=True):
    """One row of the table of pronouns."""

    gender: Gender
    plural: bool
    """*They*: one of unknown gender, a body or several."""
    person: str
    """``1``, ``2`` or ``3``."""
    form: str
    """``subject``, ``object``, ``possessive`` or ``reflexive``."""


def pronoun_forms(lexicon: Lexicon) -> Mapping[str, PronounForm]:
    """The personal pronouns of a language, lower case."""
    known: dict[str, Gender] = {"masculine": "masculine", "feminine": "feminine"}
    known["neuter"] = "neuter"
    return {
        word: PronounForm(known.get(gender, "unknown"), number != "singular", person, form)
        for word, gender, number, person, form in lexicon.rows("pronouns")
    }


class Pronouns:
    """The small words of one language, asked what a word as written is."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def is_in(self, word: Token, *groups: str) -> bool:
        """Whether a word as written is one of some groups of small words."""
        plain = word.text.lower()
        return any(plain in self.lexicon.group(group) for group in groups)

    def is_relative(self, word: Token) -> bool:
        """Whether a word opens a relative clause: *who*, *that*."""
        return self.is_in(word, "relative_pronouns", "complementisers")

    def is_object_pronoun(self, word: Token) -> bool:
        """Whether a pronoun has the form of an object, and can be no subject: *him*, *whom*."""
        objects = self.lexicon.pronouns("object") | self.lexicon.group("object_relatives")
        return word.text.lower() in objects

    def is_no_subject(self, word: Token) -> bool:
        """Whether a word alone is no one who says something: *him*, *which*, *what*, *it*."""
        neuter = word.text.lower() in self.lexicon.pronouns("neuter", "subject")
        things = self.is_in(word, "relatives_of_things", "complementisers", "free_relatives")
        return neuter or things or word.text.lower() in self.lexicon.pronouns("object")

    def is_person(self, word: Token) -> bool:
        """Whether a word is the pronoun of somebody who can speak: *she*, *we*, *they*."""
        return word.text.lower() in _persons(self.lexicon)

    def is_known_person(self, word: Token) -> bool:
        """Whether a pronoun means persons wherever it stands: *she*, *we*; not *they*."""
        vague = self.lexicon.pronouns("subject", "3") - _gendered(self.lexicon)
        return word.text.lower() in _persons(self.lexicon) - vague

    def is_he_or_she(self, word: Token) -> bool:
        """Whether a word is the pronoun of one person as a subject: *he*, *she*."""
        return word.text.lower() in _gendered(self.lexicon)

    def is_third_person(self, word: Token) -> bool:
        """Whether a word is a pronoun of the third person as a subject: *he*, *it*, *they*."""
        return word.text.lower() in self.lexicon.pronouns("subject", "3")


def _gendered(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.pronouns("subject", "masculine") | lexicon.pronouns("subject", "feminine")


def _persons(lexicon: Lexicon) -> frozenset[str]:
    addressed = lexicon.pronouns("2")
    return lexicon.pronouns("subject") - lexicon.pronouns("neuter") - addressed
