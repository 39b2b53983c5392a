"""Whether something is told as a fact: said at all and by whom, or asserted by the author."""

from itertools import pairwise

from generator.extract.reported_speech.cue_lexicon import Vocabulary
from generator.extract.reported_speech.source_spans import Source
from generator.language import relations, word_forms
from generator.language.clauses import is_denied
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.language.modality import hedges_among, is_supposed
from generator.language.word_forms import FINITE_OR_MODAL
from generator.model.text import Token, Tokens

SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
SPEAKERS = ("role_nouns", "role_noun_plurals", "relational_nouns", "speaking_nouns")
PERSONAL = ("personal_relatives", "quantifying_pronouns")
LEDS = {
    word_forms.VERB_BASE: frozenset({relations.OPEN_COMPLEMENT, relations.ADVERBIAL_CLAUSE}),
    word_forms.VERB_GERUND: frozenset({relations.OPEN_COMPLEMENT, relations.PREPOSITIONAL_CLAUSE}),
}


class Factuality:
    """Judges the reporting verbs of one segment and their sources."""

    def __init__(self, tree: Tree, lexicon: Lexicon, words: Vocabulary) -> None:
        self._tree = tree
        self._tokens = tree.tokens
        self._words = words
        self._lexicon = lexicon

    def says(self, verb: Token, source: Source) -> bool:
        """Whether the source says what the verb reports: not *did not say*, *a visit suggests*."""
        lemma, words = verb.lemma.lower(), self._lexicon.words
        if lemma in words("performative_verbs") and not self._tree.has(verb, relations.PARTICLE):
            return False
        if is_denied(self._tree, self._lexicon, verb) or self._is_unsaid(verb):
            return False
        if self._is_hearer(verb) or self._is_anybody(source):
            return False
        return lemma not in words("sign_verbs") or self._speaks(source)

    def is_measure(self, source: Source) -> bool:
        """Whether something is done in keeping with it: *according to plan*."""
        head = self._tokens[source.head]
        return head.pos == "NOUN" and head.lemma.lower() in self._lexicon.words("conformity_nouns")

    def _is_anybody(self, source: Source) -> bool:
        """*Those who say*, *voters who said*: nobody in particular."""
        head = self._tokens[source.head]
        return source.relative is not None and self._words.is_anybody(head)

    def _speaks(self, source: Source) -> bool:
        """Whether a source can say something: a name, a person, a document; not *a visit*."""
        head = self._tokens[source.head]
        named = head.entity in SPEAKING or head.pos == "PROPN"
        personal = self._words.is_person(head) or self._words.is_in(head, *PERSONAL)
        people = self._lexicon.words(*SPEAKERS)
        role = not people.isdisjoint({head.lemma, head.lemma.lower(), head.text.lower()})
        return named or personal or role or self._words.speaks_for_somebody(head)

    def _is_hearer(self, verb: Token) -> bool:
        """Whether the source is told it: *was brought in and told that …*."""
        addresses = verb.lemma.lower() in self._lexicon.words("addressing_verbs")
        if verb.dep != relations.CONJUNCT or not addresses:
            return False
        told, passive = relations.OBJECTS, (relations.PASSIVE_AUXILIARY, relations.PASSIVE_SUBJECT)
        above = self._tree.head(verb)
        return not self._tree.has(verb, *told) and self._tree.has(above, *passive)

    def _is_unsaid(self, verb: Token) -> bool:
        """Whether another verb keeps it from being said: *refused to say*, *stopped short of*."""
        outer = self._tree.head(verb)
        if verb.dep == relations.PREPOSITIONAL_CLAUSE:
            if self._words.is_in(outer, "lacking_prepositions"):
                return True
            outer = self._tree.climb_while(outer, self._leads_away)
        nonfactive = self._lexicon.words("nonfactive_matrix_verbs")
        return verb.dep in LEDS.get(verb.tag, ()) and outer.lemma.lower() in nonfactive

    def _leads_away(self, word: Token) -> bool:
        small = word.pos in {"ADP", "ADV", "SCONJ"}
        return small and self._words.is_in(word, "leading_away_words")


class Assertions:
    """Judges whether the author of one segment tells a clause as a fact."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self._tree = tree
        self._words = Vocabulary(tree, lexicon)
        self._lexicon = lexicon

    def holds(self, verb: Token) -> bool:
        """Whether a clause is finite, no condition, no question, and nobody else's words."""
        return self._is_main(verb) and not self._is_reported(verb)

    def hedges(self, verb: Token) -> Tokens:
        """The adverbs by which the author leaves it open: *reportedly*."""
        return hedges_among(self._tree.children(verb, relations.ADVERB), self._lexicon)

    def _is_main(self, verb: Token) -> bool:
        tree = self._tree
        chain = tree.path_while(verb, lambda t: t.dep == relations.CONJUNCT)
        below = [c for t in chain for c in tree.children(t)]
        marks = [c for c in below if c.dep in {relations.MARKER, *relations.AUXILIARIES}]
        if any(is_supposed(tree, t, self._lexicon) for t in chain):
            return False
        passive = marks if verb.tag == word_forms.VERB_PARTICIPLE else tree.children(verb)
        if any(c.dep == relations.PASSIVE_AUXILIARY for c in passive):
            return False
        finite = any(t.tag in FINITE_OR_MODAL for t in (*chain, *marks))
        asked = any(c.text == "?" for c in tree.children((verb, *tree.ancestors(verb))[-1]))
        return finite and not asked and not (verb.tag == word_forms.VERB_GERUND and not marks)

    def _is_reported(self, verb: Token) -> bool:
        """Whether the clause is what somebody says, thinks or wants, or is in doubt."""
        chain = (verb, *self._tree.ancestors(verb))
        return any(self._is_content(low, up) or self._is_doubted(up) for low, up in pairwise(chain))

    def _is_content(self, low: Token, up: Token) -> bool:
        """*They hope to*, *it seems that*, *speculation that*; *the fact that* tells it."""
        inner = low.dep in {relations.CLAUSAL_COMPLEMENT, relations.OPEN_COMPLEMENT}
        if inner and self._words.tells_content(up):
            return True
        seems = up.lemma in self._lexicon.words("seeming_verbs")
        clear = self._tree.has(up, relations.ADJECTIVAL_COMPLEMENT, relations.OBJECT_PREDICATE)
        marks = self._tree.children(low, relations.MARKER)
        marked = any(self._words.is_in(c, "complementisers") for c in marks)
        said = (
            marked
            and up.pos == "NOUN"
            and up.lemma not in self._lexicon.group("factive_nouns")
            and low.dep in {relations.ADNOMINAL_CLAUSE, relations.CLAUSAL_COMPLEMENT}
        )
        return said or (low.dep == relations.CLAUSAL_COMPLEMENT and seems and not clear)

    def _is_doubted(self, verb: Token) -> bool:
        """*It is unlikely that*: what follows is no fact."""
        words = (verb, *self._tree.children(verb))
        doubt = self._lexicon.words("doubt_adjectives")
        return any(w.text.lower() in doubt and w.pos == "ADJ" for w in words)
