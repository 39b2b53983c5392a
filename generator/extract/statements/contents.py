"""What is told: the tokens of the content beside a reporting verb, construction by construction.

Each finder answers with the first and the last token of the content, or with None.
"""

from generator.grammar import SUBJECTS, Tree
from generator.lexicons import Lexicon
from generator.model.text import Token
from generator.reporting import Report, Source

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENERS = frozenset({"that", "whether", "if", "why", "how", "what", "who", "when", "where"})
PARTS = frozenset({";", ":"})
NEAR = 4


class Contents:
    """Finds contents in the parse of one segment; `quoted` are token indices in marks."""

    def __init__(self, tree: Tree, quoted: frozenset[int], lexicon: Lexicon) -> None:
        self._tree = tree
        self._tokens = tree.tokens
        self._quoted = quoted
        self._infinitives = lexicon.words("promising_verbs")
        self._charges = lexicon.words("charging_verbs")
        self._topics = _topics(lexicon)

    def clause(self, report: Report, first: int, end: int) -> tuple[int, int] | None:
        """What a reporting verb tells, in its sentence from token `first` up to `end`."""
        verb = self._tokens[report.verb]
        return (
            self._content(verb, report)
            or self._charge(verb)
            or self._asked(verb)
            or self._inserted(report, end)
            or self._before(report, first, end)
            or self._that(verb, report, end)
        )

    def _content(self, verb: Token, report: Report) -> tuple[int, int] | None:
        """The tokens of the verb's content clause, both ends included."""
        infinitive = verb.lemma.lower() in self._infinitives
        for child in self._tree.children(verb):
            clause = child.dep == "ccomp" or (child.dep == "xcomp" and infinitive)
            if not clause or child.index in self._quoted or child.hole:
                continue
            inside = {t.index for t in self._tree.subtree(child)} - {verb.index}
            if child.dep == "xcomp":
                inside |= self._urged(verb)
            found = self._stretch(inside, child.index, report)
            if found[1] < verb.index and self._tokens[report.first - 1].text != ",":
                continue
            opened = self._tokens[found[0]].text.lower() in OPENERS
            near = opened and found[0] - verb.index <= NEAR
            told = (self._has_finite(found) and self._has_subject(child)) or infinitive
            urged = infinitive and child.dep == "xcomp"
            if told and (report.strength == "clause" or near or urged):
                return found
        return None

    def _urged(self, verb: Token) -> set[int]:
        """The one who is to do what is said: *urged the candidate to fight*."""
        urged = [c for c in self._tree.children(verb) if c.dep == "dobj" and c.index > verb.index]
        return {t.index for c in urged for t in self._tree.subtree(c)}

    def _charge(self, verb: Token) -> tuple[int, int] | None:
        """*Accused the agency of hiding it*: the one accused and what of."""
        if verb.lemma.lower() not in self._charges:
            return None
        children = self._tree.children(verb)
        charged = [c for c in children if c.dep == "dobj" and c.index > verb.index]
        below = (*children, *(self._tree.children(charged[0]) if charged else ()))
        ways = [c for c in below if c.dep == "prep" and c.text.lower() in {"of", "for"}]
        ways = [w for w in ways if any(c.dep == "pcomp" for c in self._tree.children(w))]
        if not charged or not ways or charged[0].index in self._quoted:
            return None
        tokens = (*self._tree.subtree(charged[0]), *self._tree.subtree(ways[0]))
        return tokens[0].index, max(t.index for t in tokens)

    def _inserted(self, report: Report, end: int) -> tuple[int, int] | None:
        """*To get their votes, participants said, the party must …*: what goes on behind."""
        if report.strength != "clause" or not 0 < report.first <= report.last < end - 2:
            return None
        stops = (self._tokens[report.first - 1].text, self._tokens[report.last + 1].text)
        content = (report.last + 2, end - 1)
        return content if stops == (",", ",") and self._has_finite(content) else None

    def _that(self, verb: Token, report: Report, end: int) -> tuple[int, int] | None:
        """*Says in a statement that …*: the first *that* behind the verb, with no verb between."""
        if report.strength != "clause" or verb.tag not in FINITE | {"VBG", "VBN"}:
            return None
        for at in range(verb.index + 1, min(verb.index + 12, end - 2)):
            token = self._tokens[at]
            if token.text.lower() == "that" and token.dep == "mark":
                content = (at, end - 1)
                return content if self._has_finite(content) else None
            if token.pos in {"VERB", "AUX"} or token.text in {";", ":"} or at in self._quoted:
                return None
        return None

    def _asked(self, verb: Token) -> tuple[int, int] | None:
        """*Asked workers if they planned to come*; *talked about how it was done*."""
        for child in self._tree.children(verb):
            inner = [child]
            if child.dep == "prep" and child.text.lower() == "about":
                inner = list(self._tree.children(child))
            for clause in inner:
                tokens = self._tree.subtree(clause)
                opener = tokens[0].text.lower()
                asked = clause.dep in {"advcl", "ccomp"} and opener in {"if", "whether"}
                how = clause.dep == "pcomp" and opener in OPENERS
                if (
                    (asked or how)
                    and verb.index < tokens[0].index
                    and tokens[0].index not in self._quoted
                ):
                    return tokens[0].index, tokens[-1].index
        return None

    def topic(self, verb: Token) -> tuple[int, int] | None:
        """*Called for a ceasefire in the north*: the object, where it tells what was said."""
        ways = self._topics.get(verb.lemma.lower(), frozenset())
        for child in self._tree.children(verb):
            if child.index < verb.index:
                continue
            plain = child.dep == "dobj" and "-" in ways
            led = child.dep == "prep" and child.text.lower() in ways
            objects = self._tree.children(child) if led else (child,) if plain else ()
            for noun in objects:
                tokens = self._tree.subtree(noun)
                marked = any(t.hole or t.index in self._quoted for t in tokens)
                if noun.dep in {"pobj", "pcomp", "dobj"} and not marked:
                    return tokens[0].index, self._infinitive_behind(verb, tokens[-1].index)
        return None

    def _infinitive_behind(self, verb: Token, last: int) -> int:
        """Where the phrase ends with what is to be done: *called for the road to be closed*."""
        goals = [c for c in self._tree.children(verb) if c.dep in {"xcomp", "advcl"}]
        for goal in goals:
            tokens = self._tree.subtree(goal)
            if tokens[0].index == last + 1 and tokens[0].tag == "TO":
                return tokens[-1].index
        return last

    def _has_subject(self, clause: Token) -> bool:
        return any(c.dep in SUBJECTS or c.dep == "attr" for c in self._tree.children(clause))

    def _stretch(self, inside: set[int], head: int, report: Report) -> tuple[int, int]:
        """The unbroken stretch around `head`; the report's own words are never in it."""
        source = report.source
        own = set(range(source.first, source.last + 1)) if source else set()
        own.add(report.verb)
        first = last = head
        while first - 1 in inside and first - 1 not in own:
            first -= 1
        while last + 1 in inside and last + 1 not in own:
            last += 1
        return first, last

    def _before(self, report: Report, first: int, end: int) -> tuple[int, int] | None:
        """What stands before a clause that closes the sentence: *…, the ministry said*."""
        stop = self._tokens[report.first - 1] if report.first > first else None
        finite = self._tokens[report.verb].tag in FINITE
        if stop is None or stop.text != "," or report.strength != "clause" or not finite:
            return None
        behind = self._tokens[report.last + 1 : end]
        joined = len(behind) > 1 and behind[0].text == "," and behind[1].dep == "cc"
        goes_on = not joined and any(
            t.tag in FINITE
            or t.hole
            or t.index in self._quoted
            or t.dep in {"dobj", "ccomp", "xcomp"}
            for t in behind
        )
        content = (first, report.first - 2)
        return content if not goes_on and self._has_finite(content) else None

    def beside(self, at: int, source: Source, first: int, end: int) -> tuple[int, int] | None:
        """What stands before *according to*; what follows, where it begins the sentence."""
        before = (first, at - 1)
        begins = next(
            (i for i in range(at - 1, first - 1, -1) if self._tokens[i].text in PARTS), -1
        )
        before = (begins + 1, at - 1) if begins >= 0 else before
        if self._has_finite(before):
            return None if self._ends_quoted(at) else before
        last = source.last
        while last + 1 < end and self._tokens[last + 1].text != ",":
            last += 1
        behind = (last + 2, end - 1)
        early = at - first <= NEAR
        return behind if early and self._has_finite(behind) else None

    def _ends_quoted(self, at: int) -> bool:
        """Whether *according to* stands right behind a quotation: then that is what it is about."""
        while at > 0 and self._tokens[at - 1].pos == "PUNCT" and at - 1 not in self._quoted:
            at -= 1
        return at > 0 and (at - 1 in self._quoted or self._tokens[at - 1].hole)

    def _has_finite(self, content: tuple[int, int]) -> bool:
        tokens = self._tokens[content[0] : content[1] + 1]
        return any(t.tag in FINITE and t.index not in self._quoted for t in tokens)


def _topics(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The prepositions of each verb of communication, ``-`` for a plain object."""
    rows = lexicon.rows("topic_verbs")
    verbs = dict.fromkeys(verb for verb, _ in rows)
    return {verb: frozenset(way for other, way in rows if other == verb) for verb in verbs}
