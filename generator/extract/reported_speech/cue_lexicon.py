"""What the word lists say of a word: how a verb reports, which nouns mean words or documents."""

from functools import lru_cache
from typing import Literal

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
        self.hedges = lexicon.words("hedges")
        self._strengths = _strengths(lexicon)
        self._content = {row[0] for row in lexicon.rows("cue_verbs") if row[2] == "content"}
        self._phrasal = _phrasal(lexicon)
        self._speech_nouns = lexicon.words("cue_nouns")
        self._documents = lexicon.words("document_nouns")
        self._object_control = lexicon.words("object_control_verbs")
        self._doing = lexicon.words("doing_adjectives")
        self._anybody = lexicon.words("anybody_words")

    def strength(self, verb: Token) -> Strength:
        """How a verb reports, "other" where it does not."""
        plain = self._strengths.get(verb.lemma.lower(), "other")
        if plain in {"clause", "speech"} or verb.lemma.lower() not in self._phrasal:
            return plain
        ways = self._phrasal[verb.lemma.lower()]
        small = (c.text.lower() for c in self.tree.children(verb) if c.index > verb.index)
        return next((ways[word] for word in small if word in ways), plain)

    def tells_content(self, verb: Token) -> bool:
        """Whether a verb's clause is what its subject says, thinks, wants or makes happen."""
        return verb.lemma.lower() in self._content

    def is_speech_noun(self, token: Token) -> bool:
        """Whether a noun means a piece of speech or writing."""
        return token.pos == "NOUN" and token.lemma.lower() in self._speech_nouns

    def speaks_for_somebody(self, noun: Token) -> bool:
        """Whether a noun means words or a document, behind which somebody stands."""
        return self.is_speech_noun(noun) or noun.lemma.lower() in self._documents

    def makes_object_act(self, verb: Token) -> bool:
        """Whether the object of a verb does what the verb behind it says: *led her to say*."""
        return verb.lemma.lower() in self._object_control

    def is_doing(self, adjective: Token) -> bool:
        """Whether an adjective says how somebody does something: *quick to point out*."""
        return adjective.dep == "acomp" and adjective.lemma.lower() in self._doing

    def is_anybody(self, noun: Token) -> bool:
        """Whether a noun means nobody in particular: *those who say*, *anyone who asks*."""
        return noun.lemma.lower() in self._anybody


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
