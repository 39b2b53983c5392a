"""Whether the clause of a date tells what happened then: no comparison, state or guess."""

from generator.language import eventuality, relations, word_forms
from generator.language.clauses import is_denied
from generator.language.dependencies import Tree, top_of
from generator.language.lexicons import Lexicon
from generator.language.modality import depends_on_condition
from generator.language.relations import SUBJECTS
from generator.language.speech_verbs import says_clauses
from generator.model.annotations import ClauseTense
from generator.model.text import Token, Tokens

VERBS = frozenset({"VERB", "AUX"})
PRESENT = frozenset({word_forms.VERB_PRESENT, word_forms.VERB_PRESENT_THIRD})
DESCRIBING = word_forms.RELATIVES - {word_forms.RELATIVE_ADVERB}
AMOUNTS = frozenset({"PERCENT", "MONEY", "QUANTITY"})
"""Types of names that tell how much."""
LINKING = frozenset({"ADP", "SCONJ"})
ADVERBIALS = frozenset({relations.PREPOSITION, relations.ADVERBIAL_NOUN})
COMPLETED = relations.COMPLEMENTS | {relations.AUXILIARY, relations.INDIRECT_OBJECT}
"""What a verb that stands for a whole clause has not: *as Ada did in 2008*."""


class Eventhood:
    """The word lists by which a clause is known to tell no event of its date."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._perfect = lexicon.group("perfect_auxiliaries")

    def is_told(
        self, tree: Tree, found: tuple[Token, Token], dates: Tokens, *, exact: bool
    ) -> bool:
        """Whether something happened on the date, of which a verb tells in its clause."""
        top = top_of(dates)
        verb, clause = found
        link = tree.head(top)
        opens = link is not top and link.lemma.lower() in self._lexicon.keys("open_ends")
        compared = self._is_base(tree, clause, top, dates) or self._lasts(tree, top, dates)
        empty = self._stands_for(tree, verb) or self._is_state(tree, verb, exact=exact)
        empty = empty or (verb.lemma in self._lexicon.group("copulas") and top.dep in SUBJECTS)
        empty = empty or eventuality.tells_nothing_known(clause, tree, self._lexicon)
        empty = empty or is_denied(tree, self._lexicon, verb) or self._only_cites(tree, verb)
        inside = _is_described(tree, clause, dates) or _is_framed(tree, clause, dates)
        inside = inside or (not exact and _has_own_date(tree, verb, dates))
        foretold = eventuality.foretells(verb, tree, self._lexicon)
        foretold = foretold or _is_of_subject(tree, verb, top)
        planned = exact and any(
            h.text.lower() in self._lexicon.keys("future_auxiliaries", "certain")
            for h in tree.children(verb, relations.AUXILIARY)
        )  # *will close its plant on June 15 if talks fail*
        foretold = foretold or (not planned and depends_on_condition(tree, verb, self._lexicon))
        return not (opens or compared or empty or inside or foretold)

    def tense(self, tree: Tree, verb: Token, dates: Tokens) -> ClauseTense:
        """Whether the verb tells how things are, or are by now; "" for what happened.

        *The court has on Monday freed him* dates its perfect.
        """
        helpers = tree.children(verb, *relations.AUXILIARIES)
        if any(h.tag == word_forms.MODAL for h in helpers):
            return ""
        now = [t for t in (verb, *helpers) if t.tag in PRESENT]
        perfect = {t.lemma for t in now if t is not verb} & self._perfect
        if perfect:  # French dates its perfect: *a fermé lundi*
            dated = any(h.index < dates[0].index < verb.index for h in helpers)
            undated = self._lexicon.group("undated_perfect_auxiliaries")
            return "perfect" if perfect & undated and not dated else ""
        return "present" if now else ""

    def _is_base(self, tree: Tree, clause: Token, top: Token, dates: Tokens) -> bool:
        """*Fell from 4 percent in 2008*, *higher than in 2008*: what a time is held against."""
        held = self._lexicon.group("comparison_words")
        before = tree.tokens[max(0, dates[0].index - 1)]
        linked = tree.ancestors(before) if before.pos in LINKING else ()
        above = (*tree.ancestors(top), before, *linked)
        below = (t for t in above if t.index != clause.index and clause in tree.ancestors(t))
        if any(t.lemma.lower() in held for t in below):
            return True
        path = tree.path_while(top, lambda t: t.pos not in VERBS)
        bases = self._lexicon.group("comparison_bases")
        inner = self._lexicon.group("genitive_prepositions")  # *the first half of 1987*
        stretch = any(t.pos == "ADP" and t.lemma.lower() not in inner for t in dates)
        if stretch or all(t.lemma.lower() not in bases for t in path):
            return False  # *from 1961 to 1964* is a stretch
        around = tree.subtree(clause)
        return any(t.entity in AMOUNTS and t.index < top.index for t in around)

    def _lasts(self, tree: Tree, top: Token, dates: Tokens) -> bool:
        """*For most of the 1980s*, *throughout May*: how long something went on."""
        path = tree.path_while(top, lambda t: t.pos not in VERBS)
        lasting = self._lexicon.group("words_of_duration")
        return any(t.lemma.lower() in lasting for t in (*path[1:], *dates))

    def _only_cites(self, tree: Tree, verb: Token) -> bool:
        """*As Ada Obi said on Monday*: what she said stands elsewhere."""
        below = tree.children(verb)
        content = tree.has(verb, *COMPLETED) or any(t.hole for t in below)
        aside = verb.dep == relations.ADVERBIAL_CLAUSE and not content
        return aside and says_clauses(verb.lemma.lower(), self._lexicon)

    def _stands_for(self, tree: Tree, verb: Token) -> bool:
        """*As Ada did in 2008*: a helping verb in place of a clause."""
        group = self._lexicon.group
        helping = group("auxiliaries") - group("copulas")
        return verb.lemma in helping and not tree.has(verb, *COMPLETED)

    def _breaks_off(self, tree: Tree, verb: Token) -> bool:
        """*Was crossing the road when a car hit her*, *and fell*: what happened stands behind."""
        when = self._lexicon.group("time_relatives")
        return any(
            not eventuality.went_on(c, tree)
            and c.index > verb.index
            and (
                c.tag == word_forms.VERB_PAST
                if c.dep == relations.CONJUNCT
                else any(a.text.lower() in when for a in tree.children(c, relations.ADVERB))
            )
            for c in tree.children(verb, relations.ADVERBIAL_CLAUSE, relations.CONJUNCT)
        )

    def _is_state(self, tree: Tree, verb: Token, *, exact: bool) -> bool:
        """*Seemed tired*, *there were boats*, *was resting*, *fell by half in 1990*: no event.

        *There was a fire on Monday* is one.
        """
        if eventuality.went_on(verb, tree):
            return not self._breaks_off(tree, verb)
        if tree.has(verb, relations.EXPLETIVE):
            below = (t.lemma.lower() for t in tree.subtree(verb) if t.index > verb.index)
            counted = any(
                tree.has(c, relations.NUMBER)
                for c in tree.children(verb, relations.PREDICATE_NOMINAL)
            )
            one = next(below, "") in self._lexicon.group("indefinite_articles")
            return not (counted or (one and exact))
        foretold = verb.lemma in self._lexicon.words("predicting_verbs")
        if not exact and (foretold or eventuality.changes_amount(verb, tree, self._lexicon)):
            return True
        ahead = any(h.tag == word_forms.MODAL for h in tree.children(verb, relations.AUXILIARY))
        talks = () if ahead else (eventuality.only_talks,)  # *will speak in Tarn on June 3*
        states = (eventuality.tells_state, *talks)
        held = exact and tree.has(verb, relations.OBJECT, relations.PREDICATE_NOMINAL)
        ascribed = not held and eventuality.ascribes(verb, tree, self._lexicon)
        return ascribed or any(state(verb, tree, self._lexicon) for state in states)


def _has_own_date(tree: Tree, verb: Token, dates: Tokens) -> bool:
    """*Told on Thursday of a trip in 1991*: beside the day of its own verb a year is another's."""
    own = {t.index for t in dates}
    verbs = (verb, *tree.children(verb, relations.OPEN_COMPLEMENT))
    below = (c for one in verbs for c in tree.children(one, *ADVERBIALS))
    heads = (n for c in below for n in (c, *tree.children(c)))
    return any(t.entity == "DATE" and t.pos == "PROPN" and t.index not in own for t in heads)


def _is_of_subject(tree: Tree, verb: Token, top: Token) -> bool:
    """*His speech on Sunday will be praised*: what is still to come is of another day."""
    ahead = any(h.tag == word_forms.MODAL for h in tree.children(verb, relations.AUXILIARY))
    return ahead and any(a.dep in SUBJECTS and tree.head(a) is verb for a in tree.ancestors(top))


def _is_framed(tree: Tree, clause: Token, dates: Tokens) -> bool:
    """*In 2007 she saved the show after poor reviews in 2006*: its date stands before it."""
    subject = tree.child(clause, *SUBJECTS)
    fronted = [c for c in tree.children(clause, *ADVERBIALS) if subject and c.index < subject.index]
    heads = (*fronted, *(n for c in fronted for n in tree.children(c)))
    opens = tree.children(clause, relations.ADVERBIAL_CLAUSE)  # *born in a hut, in 1948, she rose*
    done = any(c.tag == word_forms.VERB_PARTICIPLE and c.index < dates[0].index for c in opens)
    leads = done and subject is not None and dates[-1].index < subject.index
    return leads or (dates[0].index > clause.index and any(t.entity == "DATE" for t in heads))


def _is_described(tree: Tree, clause: Token, dates: Tokens) -> bool:
    """*Met the man who fled on Monday*, *that she won in 2008*: the date of a description.

    So it stands between the verb and the date, whatever the parse hangs the date on.
    """
    between = tree.tokens[clause.index + 1 : dates[0].index]
    own = () if clause.dep == relations.RELATIVE_CLAUSE else tree.children(clause)
    return any(t.tag in DESCRIBING for t in (*between, *own))
