"""What the word lists say of a word: how a verb reports, which nouns mean words or documents."""

from functools import lru_cache
from typing import Literal

from generator.language import relations
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.model.text import Token

Strength = Literal["clause", "speech", "mind", "manner", "other"]
"""How a verb reports; see ``cue_verbs.tsv``."""
STRENGTHS: tuple[Strength, ...] = ("clause", "speech", "mind", "manner", "other")


class Vocabulary:
    """The word lists of one language, asked about the words of one segment."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.hedges = lexicon.words("hedges")
        self._strengths = _strengths(lexicon)
        self._lexicon = lexicon
        self._phrasal = _phrasal(lexicon)

    def strength(self, verb: Token) -> Strength:
        """How a verb reports, "other" where it does not."""
        plain = self._strengths.get(verb.lemma.lower(), "other")
        if plain in {"clause", "speech"} or verb.lemma.lower() not in self._phrasal:
            return plain
        ways = self._phrasal[verb.lemma.lower()]
        small = (c.text.lower() for c in self.tree.children(verb) if c.index > verb.index)
        return next((ways[word] for word in small if word in ways), plain)

    def is_particle(self, verb: Token, word: Token | None) -> bool:
        """Whether a small word belongs to a verb that reports with it: *put in*, *burst out*."""
        ways = self._phrasal.get(verb.lemma.lower(), {})
        return word is not None and word.text.lower() in ways

    def is_in(self, word: Token, *groups: str) -> bool:
        """Whether a word as written is one of some groups of small words."""
        plain = word.text.lower()
        return any(plain in self.lexicon.group(group) for group in groups)

    def names_source(self, word: Token, following: Token) -> bool:
        """Whether two words lead in a source: *according to*."""
        opens = self.is_in(word, "source_prepositions")
        return opens and self.is_in(following, "goal_prepositions")

    def source_words(self, word: Token, following: Token) -> tuple[Token, Token] | None:
        """The first and last word that lead in the source of a clause, if `word` begins them."""
        if self.names_source(word, following):
            return word, following
        return (word, word) if self.is_in(word, "clause_source_prepositions") else None

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

    def tells_content(self, verb: Token) -> bool:
        """Whether a verb's clause is what its subject says, thinks, wants or makes happen."""
        return verb.lemma.lower() in self._lexicon.keys("cue_verbs", "content")

    def is_speech_noun(self, token: Token) -> bool:
        """Whether a noun means a piece of speech or writing."""
        return token.pos == "NOUN" and token.lemma.lower() in self._lexicon.words("cue_nouns")

    def speaks_for_somebody(self, noun: Token) -> bool:
        """Whether a noun means words or a document, behind which somebody stands."""
        return self.is_speech_noun(noun) or noun.lemma.lower() in self._lexicon.words(
            "document_nouns"
        )

    def makes_object_act(self, verb: Token) -> bool:
        """Whether the object of a verb does what the verb behind it says: *led her to say*."""
        return verb.lemma.lower() in self._lexicon.words("object_control_verbs")

    def is_doing(self, adjective: Token) -> bool:
        """Whether an adjective says how somebody does something: *quick to point out*."""
        return (
            adjective.dep == relations.ADJECTIVAL_COMPLEMENT
            and adjective.lemma.lower() in self._lexicon.words("doing_adjectives")
        )

    def is_anybody(self, noun: Token) -> bool:
        """Whether a noun means nobody in particular: *those who say*, *anyone who asks*."""
        return noun.lemma.lower() in self._lexicon.words("anybody_words")


def _gendered(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.pronouns("subject", "masculine") | lexicon.pronouns("subject", "feminine")


def _persons(lexicon: Lexicon) -> frozenset[str]:
    addressed = lexicon.pronouns("2")
    return lexicon.pronouns("subject") - lexicon.pronouns("neuter") - addressed


@lru_cache(maxsize=16)
def _strengths(lexicon: Lexicon) -> dict[str, Strength]:
    known: dict[str, Strength] = {str(strength): strength for strength in STRENGTHS}
    return {lemma: known[kind] for lemma, kind, _ in lexicon.rows("cue_verbs")}


@lru_cache(maxsize=16)
def _phrasal(lexicon: Lexicon) -> dict[str, dict[str, Strength]]:
    rows = lexicon.rows("cue_phrasal_verbs")
    found: dict[str, dict[str, Strength]] = {verb: {} for verb, *_ in rows}
    for verb, particle, *how in rows:
        found[verb][particle] = "clause" if how == ["clause"] else "speech"
    return found
