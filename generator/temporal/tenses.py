"""The tense around a date: whether it lies before or after the day on which it was written."""

from generator.language import relations, word_forms
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.language.relations import SUBJECTS
from generator.language.speech_verbs import says_clauses
from generator.model.text import Token

MODIFIERS = relations.MODIFIERS | {relations.NUMBER, relations.POSSESSOR}
PRESENT = frozenset({word_forms.VERB_PRESENT_THIRD, word_forms.VERB_PRESENT})
VERBS = frozenset({"VERB", "AUX"})


class Tenses:
    """The word lists that tell plans from what has happened."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._ahead = lexicon.words("future_cues")
        self._lexicon = lexicon

    def tense_of(self, tree: Tree, top: Token) -> str:
        """The tense seen from the head word of a date.

        ``past;strict`` where the date hangs on a verb of the past itself (*resigned in January*),
        ``past`` where it only stands near one (*the May 3 ruling angered them*),
        ``present`` where it hangs on a verb of the present (*the council meets on Friday*).
        """
        holder = tree.head(top)
        preposition = holder if holder.pos in {"ADP", "SCONJ"} and holder is not top else None
        verb = tree.head(preposition) if preposition else holder
        origins = self._lexicon.group("origin_prepositions")
        if preposition and preposition.lemma.lower() in self._lexicon.words("span_prepositions"):
            moved = self._postpones(tree, verb) and preposition.lemma.lower() not in origins
            near = "future" if moved else self._near(tree, top)
            certain = near == "future" and not moved and self._is_certain(tree, verb)
            return f"{near};strict" if certain else near
        if top.dep in MODIFIERS and holder.lemma.lower() not in self._ahead:
            return self._near(tree, top).replace("future", "")  # *will keep to a June agreement*
        direct = verb.pos in VERBS and verb is not top
        tense = self._of_verb(tree, verb) if direct else ""
        if not tense and direct and self._is_planned(tree, verb, top):
            return "present"
        if tense == "past" or (tense and self._is_certain(tree, verb)):
            return f"{tense};strict"
        return tense or self._near(tree, top)

    def _is_certain(self, tree: Tree, verb: Token) -> bool:
        """*Will open in June*: a day to come, not *would open*, which may be over by now."""
        certain = self._lexicon.keys("future_auxiliaries", "certain")
        return any(c.text.lower() in certain for c in tree.children(verb, *relations.AUXILIARIES))

    def open_end(self, tree: Tree, top: Token) -> str:
        """``onward`` for *since Sunday*, ``upto`` for *until 2027*; not for *put off until May*."""
        word = tree.head(top)
        end = next(
            (row[1] for row in self._lexicon.rows("open_ends") if row[0] == word.lemma.lower()), ""
        )
        verb = next((t for t in tree.ancestors(word) if t.pos in VERBS), word)
        put_off = self._postpones(tree, verb)
        return "" if word is top or (end == "upto" and put_off) else end

    def _postpones(self, tree: Tree, verb: Token) -> bool:
        """*Postponed until Friday*, *put off until May*."""
        particles = (f" {c.text.lower()}" for c in tree.children(verb, relations.PARTICLE))
        return any(
            f"{verb.lemma.lower()}{p}" in self._lexicon.words("postponing_verbs")
            for p in ("", *particles)
        )

    def _is_planned(self, tree: Tree, verb: Token, top: Token) -> bool:
        """*The council meets on Friday*, *is due to meet*; not *Friday is a holiday*."""
        if verb.tag not in PRESENT or top.dep in SUBJECTS:
            return False
        due = any(c.lemma.lower() in self._ahead for c in tree.children(verb))
        plain = verb.lemma in self._lexicon.group("copulas")  # nor *police say he fled on Monday*
        return due or not (plain or says_clauses(verb.lemma.lower(), self._lexicon))

    def _near(self, tree: Tree, top: Token) -> str:
        for one in tree.ancestors(top):
            if one.lemma.lower() in self._ahead:
                return "past" if self._is_over(tree, one) else "future"
            if one.pos in VERBS:
                tense = self._of_verb(tree, one)
                if tense:
                    return tense
                if one.tag not in {word_forms.VERB_BASE, word_forms.VERB_GERUND}:
                    return ""
        return ""

    def _of_verb(self, tree: Tree, verb: Token) -> str:
        helpers = tree.children(verb, *relations.AUXILIARIES)
        words = {h.text.lower() for h in helpers}
        if words & self._lexicon.keys("future_auxiliaries"):
            return "future"
        governor = tree.head(verb)
        if any(h.tag == word_forms.TO for h in helpers):
            copulas = self._lexicon.group("copulas")
            planned = governor.lemma.lower() in self._ahead or governor.lemma in copulas
            return ("past" if self._is_over(tree, governor) else "future") if planned else ""
        if verb.tag == word_forms.VERB_GERUND and words & self._lexicon.words(
            "present_auxiliaries"
        ):
            return "future"
        if verb.lemma.lower() in self._ahead and verb.tag != word_forms.VERB_PAST:
            return "past" if self._is_over(tree, verb) else "future"
        past = verb.tag in {word_forms.VERB_PAST, word_forms.VERB_PARTICIPLE}
        had = not words.isdisjoint(self._lexicon.group("pluperfect_auxiliaries"))
        return "past" if past or had else ""

    def _is_over(self, tree: Tree, word: Token) -> bool:
        """*Had been due*: planned once, and that is past."""
        near = (*tree.children(word), tree.head(word), *tree.children(tree.head(word)))
        had = self._lexicon.group("pluperfect_auxiliaries")
        return any(one.text.lower() in had for one in near)
