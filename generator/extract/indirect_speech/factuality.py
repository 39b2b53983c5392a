"""Whether something is said at all, and by somebody who can say it."""

from generator.extract.reported_speech import Source, Vocabulary
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.model.text import Token

SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
SPEAKERS = ("role_nouns", "role_noun_plurals", "relational_nouns", "speaking_nouns")
PERSONAL = frozenset(
    {"he", "she", "they", "we", "i", "who", "some", "others", "many", "several", "both", "one"}
)
NOBODY = frozenset({"nobody", "none", "neither"})
LEDS = {"VB": frozenset({"xcomp", "advcl"}), "VBG": frozenset({"xcomp", "pcomp"})}
LED_AWAY = frozenset({"from", "of", "short", "away"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


class Factuality:
    """Judges the reporting verbs of one segment and their sources."""

    def __init__(self, tree: Tree, lexicon: Lexicon, words: Vocabulary) -> None:
        self._tree = tree
        self._tokens = tree.tokens
        self._words = words
        self._signs = lexicon.words("sign_verbs")
        self._people = frozenset[str]().union(*map(lexicon.words, SPEAKERS))
        self._addressing = lexicon.words("addressing_verbs")
        self._measures = lexicon.words("conformity_nouns")
        self._nonfactive = lexicon.words("nonfactive_matrix_verbs")
        self._performative = lexicon.words("performative_verbs")

    def says(self, verb: Token, source: Source) -> bool:
        """Whether the source says what the verb reports: not *did not say*, *a visit suggests*."""
        lemma = verb.lemma.lower()
        parted = any(c.dep == "prt" for c in self._tree.children(verb))
        if (lemma in self._performative and not parted) or self._is_denied(verb):
            return False
        if self._is_unsaid(verb) or self._is_hearer(verb) or self._is_anybody(source):
            return False
        return lemma not in self._signs or self._speaks(source)

    def is_measure(self, source: Source) -> bool:
        """Whether something is done in keeping with it: *according to plan*."""
        head = self._tokens[source.head]
        return head.pos == "NOUN" and head.lemma.lower() in self._measures

    def _is_anybody(self, source: Source) -> bool:
        """*Those who say*, *voters who said*: nobody in particular."""
        head = self._tokens[source.head]
        return source.relative is not None and self._words.is_anybody(head)

    def _speaks(self, source: Source) -> bool:
        """Whether a source can say something: a name, a person, a document; not *a visit*."""
        head = self._tokens[source.head]
        named = head.entity in SPEAKING or head.pos == "PROPN"
        personal = head.text.lower() in PERSONAL
        role = bool({head.lemma, head.lemma.lower(), head.text.lower()} & self._people)
        return named or personal or role or self._words.speaks_for_somebody(head)

    def _is_hearer(self, verb: Token) -> bool:
        """Whether the source is told it: *was brought in and told that …*."""
        if verb.dep != "conj" or verb.lemma.lower() not in self._addressing:
            return False
        told = any(c.dep in {"dobj", "dative"} for c in self._tree.children(verb))
        above = self._tree.children(self._tree.head(verb))
        return not told and any(c.dep in {"auxpass", "nsubjpass"} for c in above)

    def _is_denied(self, verb: Token) -> bool:
        """*Did not say*, *nobody says*."""
        below = self._tree.children(verb)
        return any(c.text.lower() in NEGATIONS or c.lemma.lower() in NOBODY for c in below)

    def _is_unsaid(self, verb: Token) -> bool:
        """Whether another verb keeps it from being said: *refused to say*, *stopped short of*."""
        outer = self._tree.head(verb)
        if verb.dep == "pcomp":
            if outer.text.lower() == "without":
                return True
            outer = self._tree.climb_while(outer, _leads_away)
        return verb.dep in LEDS.get(verb.tag, ()) and outer.lemma.lower() in self._nonfactive


def _leads_away(word: Token) -> bool:
    return word.pos in {"ADP", "ADV", "SCONJ"} and word.text.lower() in LED_AWAY
