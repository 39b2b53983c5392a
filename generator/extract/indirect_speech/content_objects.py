"""What is told in a phrase: the object of a verb of communication, and what it is said to be or do.

Each finder answers with the first and the last token of the content, or with None.
"""

from functools import lru_cache

from generator.extract.reported_speech import ReportingClause
from generator.language import relations, word_forms
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.model.text import Token

Content = tuple[int, int]
"""The first and the last token of what is told."""
LED = (relations.PREPOSITIONAL_OBJECT, relations.PREPOSITIONAL_CLAUSE, relations.OBJECT)
CALLED = relations.COMPLEMENTS | {relations.APPOSITION}


class Objects:
    """Finds phrases that tell in the parse of one segment; `quoted` are token indices in marks."""

    def __init__(self, tree: Tree, quoted: frozenset[int], lexicon: Lexicon) -> None:
        self._tree = tree
        self._tokens = tree.tokens
        self._quoted = quoted
        self._lexicon = lexicon
        self._topics = _topics(lexicon)
        self._as = lexicon.group("comparing_prepositions")

    def charge(self, report: ReportingClause, _first: int, _end: int) -> Content | None:
        """*Accused the agency of hiding it*: the one accused and what of."""
        verb = self._tokens[report.verb]
        if verb.lemma.lower() not in self._lexicon.words("charging_verbs"):
            return None
        children = self._tree.children(verb)
        charged = [c for c in children if c.dep == relations.OBJECT and c.index > verb.index]
        below = (*children, *(self._tree.children(charged[0]) if charged else ()))
        small = self._lexicon.group("charge_prepositions")
        led = (c for c in below if self._tree.has(c, relations.PREPOSITIONAL_CLAUSE))
        ways = [c for c in led if c.dep == relations.PREPOSITION and c.text.lower() in small]
        if not charged or not ways:
            return None
        tokens = (*self._tree.subtree(charged[0]), *self._tree.subtree(ways[0]))
        return tokens[0].index, max(t.index for t in tokens)

    def called(self, report: ReportingClause, _first: int, _end: int) -> Content | None:
        """*Called the plan a mistake*: what is called something, and what it is called."""
        verb = self._tokens[report.verb]
        if verb.lemma.lower() not in self._lexicon.words("calling_verbs"):
            return None
        behind = [c for c in self._tree.children(verb) if c.index > verb.index]
        below = [c for b in behind for c in self._tree.children(b)]
        named = [c for c in behind if c.dep == relations.OBJECT]
        named += [c for c in below if c.dep in relations.NOMINAL_SUBJECTS]
        if not named or self._is_marked(named[0]):
            return None
        first = self._tree.subtree(named[0])[0].index
        names = [c for c in behind if c.dep in CALLED and c.index > named[0].index]
        if first != verb.index + 1 or not names:
            return None
        last = self._tree.subtree(names[0])[-1].index
        apart = any(t.text in {",", ";", ":"} for t in self._tokens[first : names[0].index])
        return None if apart else (first, last)

    def topic(self, report: ReportingClause, _first: int, _end: int) -> Content | None:
        """*Called for a ceasefire in the north*: the object, where it tells what was said."""
        verb = self._tokens[report.verb]
        ways = self._topics.get(verb.lemma.lower(), frozenset())
        particles = {c.text.lower() for c in self._tree.children(verb, relations.PARTICLE)}
        alone = ways & {"-", *particles}  # the *out* of *ruled out a recognition*
        for child in (c for c in self._tree.children(verb) if c.index > verb.index):
            way = child.text.lower()
            plain = child.dep == relations.OBJECT and bool(alone or ways & self._as)
            led = child.dep == relations.PREPOSITION and self._takes(ways, way)
            objects = self._tree.children(child, *LED) if led else (child,) if plain else ()
            for noun in (n for n in objects if not self._is_marked(n)):
                last, as_what = self._more_behind(verb, noun)
                if as_what or (ways & {way} if led else alone):
                    return self._tree.subtree(noun)[0].index, last
        return None

    def _takes(self, ways: frozenset[str], way: str) -> bool:
        """Whether a verb tells by a preposition, alone or with *as* behind its object."""
        taken = ways & {way, *(f"{way} {likened}" for likened in self._as)}
        return way not in self._as and bool(taken)

    def _is_marked(self, token: Token) -> bool:
        return any(t.hole or t.index in self._quoted for t in self._tree.subtree(token))

    def _more_behind(self, verb: Token, noun: Token) -> tuple[int, bool]:
        """Where a phrase ends with what the verb says of it, and whether it says *as what*."""
        below = self._tree.children(noun)
        last = self._tree.subtree(noun)[-1].index
        likened = [
            c for c in below if c.dep == relations.PREPOSITION and c.text.lower() in self._as
        ]
        as_what = any(
            self._tokens[c.index - 1].text.lower()
            not in self._lexicon.group("comparing_determiners")
            for c in likened
        )
        for child in self._tree.children(verb):
            tokens = self._tree.subtree(child)
            if tokens[0].index != last + 1 or child.index in self._quoted:
                continue
            clause = child.dep in {relations.OPEN_COMPLEMENT, relations.ADVERBIAL_CLAUSE}
            goal = clause and tokens[0].tag == word_forms.TO
            way = child.dep == relations.PREPOSITION and child.text.lower() in self._lexicon.group(
                "attribute_prepositions"
            )
            if goal or way:
                as_what = as_what or child.text.lower() in self._as
                last = tokens[-1].index
        return last, as_what


@lru_cache(maxsize=16)
def _topics(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The prepositions of each verb of communication, ``-`` for a plain object."""
    rows = lexicon.rows("topic_verbs")
    verbs = dict.fromkeys(verb for verb, _ in rows)
    return {verb: frozenset(way for other, way in rows if other == verb) for verb in verbs}
