"""Whether the clause of a date tells what happened then: no comparison, state or guess."""

from generator.language import relations, word_forms
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.model.annotations import ClauseTense
from generator.model.text import Token, Tokens

VERBS = frozenset({"VERB", "AUX"})
PRESENT = frozenset({word_forms.VERB_PRESENT, word_forms.VERB_PRESENT_THIRD})
AMOUNTS = frozenset({"PERCENT", "MONEY", "QUANTITY"})
"""Types of names that tell how much."""
BARE = frozenset(
    {relations.COORDINATOR, relations.MARKER, relations.NEGATION, relations.PUNCTUATION}
    | relations.NOMINAL_SUBJECTS
)
"""What hangs, beside a date, on a verb that stands for a whole clause: *as Ada did in 2008*."""


class Eventhood:
    """The word lists by which a clause is known to tell no event of its date."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._perfect = lexicon.group("perfect_auxiliaries")

    def is_told(self, tree: Tree, clause: Token, top: Token, dates: Tokens) -> bool:
        """Whether something happened on the date whose head word is `top`."""
        link = tree.head(top)
        opens = link is not top and link.lemma.lower() in self._lexicon.keys("open_ends")
        compared = self._is_base(tree, clause, top, dates)
        empty = self._stands_for(tree, clause, top)
        return not (opens or compared or empty or self._guesses(tree, clause))

    def tense(self, tree: Tree, verb: Token) -> ClauseTense:
        """Whether the verb tells how things are, or are by now; "" for what happened."""
        helpers = tree.children(verb, *relations.AUXILIARIES)
        if any(h.tag == word_forms.MODAL for h in helpers):
            return ""
        now = [t for t in (verb, *helpers) if t.tag in PRESENT]
        perfect = {t.lemma for t in now if t is not verb} & self._perfect
        if perfect:  # French dates its perfect: *a fermé lundi*
            return "perfect" if perfect & self._lexicon.group("undated_perfect_auxiliaries") else ""
        return "present" if now else ""

    def _is_base(self, tree: Tree, clause: Token, top: Token, dates: Tokens) -> bool:
        """*Fell 40 percent from 2008*, *higher than in 2008*: what another time is held against."""
        above = [t for t in tree.ancestors(top) if t.pos not in VERBS]
        if any(t.lemma.lower() in self._lexicon.group("comparison_conjunctions") for t in above):
            return True
        link = tree.head(top)
        based = link.lemma.lower() in self._lexicon.group("comparison_bases")
        if not based or any(t.pos == "ADP" for t in dates):
            return False  # *from 1961 to 1964* is a stretch
        around = tree.subtree(clause)
        return any(t.entity in AMOUNTS and t.index < link.index for t in around)

    def _stands_for(self, tree: Tree, verb: Token, top: Token) -> bool:
        """*As Ada did in 2008*: a helping verb in place of a clause."""
        path = tree.path_while(top, lambda t: t is top or t.pos not in VERBS)
        below = [c for c in tree.children(verb) if c not in path]
        alone = path[-1] is verb and all(c.dep in BARE for c in below)
        group = self._lexicon.group
        return alone and verb.lemma in group("auxiliaries") - group("copulas")

    def _guesses(self, tree: Tree, verb: Token) -> bool:
        """*May have been affected*, *would have won*: nobody says that it happened."""
        helpers = tree.children(verb, *relations.AUXILIARIES)
        modal = any(h.tag == word_forms.MODAL for h in helpers)
        return modal and any(h.lemma in self._perfect for h in helpers)
