"""The tense around a date: whether it lies before or after the day on which it was written."""

from generator.grammar import Tree
from generator.lexicons import Lexicon
from generator.model.text import Token

MODALS = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
MODIFIERS = frozenset({"compound", "nummod", "nmod", "amod", "poss"})
VERBS = frozenset({"VERB", "AUX"})


class Tenses:
    """The word lists that tell plans from what has happened."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._ahead = lexicon.words("future_cues")
        self._postponing = lexicon.words("postponing_verbs")
        self._ends = lexicon.words("span_prepositions")

    def tense_of(self, tree: Tree, top: Token) -> str:
        """The tense seen from the head word of a date.

        ``past;strict`` where the date hangs on a verb of the past itself (*resigned in January*),
        ``past`` where it only stands near one (*the May 3 ruling angered them*).
        """
        holder = tree.head(top)
        preposition = holder if holder.pos in {"ADP", "SCONJ"} and holder is not top else None
        verb = tree.head(preposition) if preposition else holder
        if preposition and preposition.lemma.lower() in self._ends:
            moved = verb.lemma.lower() in self._postponing and preposition.lemma.lower() != "from"
            return "future" if moved else self._near(tree, top)
        if top.dep in MODIFIERS and holder.lemma.lower() not in self._ahead:
            return self._near(tree, top).replace("future", "")  # *will keep to a June agreement*
        direct = verb.pos in VERBS and verb is not top
        tense = self._of_verb(tree, verb) if direct else ""
        return "past;strict" if tense == "past" else tense or self._near(tree, top)

    def _near(self, tree: Tree, top: Token) -> str:
        for one in tree.ancestors(top):
            if one.lemma.lower() in self._ahead:
                return "past" if _is_over(tree, one) else "future"
            if one.pos in VERBS:
                tense = self._of_verb(tree, one)
                if tense:
                    return tense
                if one.tag not in {"VB", "VBG"}:
                    return ""
        return ""

    def _of_verb(self, tree: Tree, verb: Token) -> str:
        helpers = [c for c in tree.children(verb) if c.dep in {"aux", "auxpass"}]
        words = {h.text.lower() for h in helpers}
        if words & MODALS:
            return "future"
        governor = tree.head(verb)
        if "to" in words:
            planned = governor.lemma.lower() in self._ahead or governor.lemma == "be"
            return ("past" if _is_over(tree, governor) else "future") if planned else ""
        if verb.tag == "VBG" and words & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
            return "future"
        if verb.lemma.lower() in self._ahead and verb.tag != "VBD":
            return "past" if _is_over(tree, verb) else "future"
        return "past" if verb.tag in {"VBD", "VBN"} or "had" in words else ""


def _is_over(tree: Tree, word: Token) -> bool:
    """*Had been due*: planned once, and that is past."""
    near = (*tree.children(word), tree.head(word), *tree.children(tree.head(word)))
    return any(one.text.lower() == "had" for one in near)
