"""Where what is told ends, and what the author adds behind it."""

from generator.grammar import Tree
from generator.model.text import Token
from generator.reporting import Reporting

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLOSING = frozenset({'"', "”", "''", "’", "'", "»"})
ADDED = frozenset({"advcl", "relcl"})
LEAST_WORDS = 3
EDGES = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "…", "...", '"', "“", "”", "''", "``"})


class Bounds:
    """Moves the ends of a content to where its words end; `quoted` are token indices in marks."""

    def __init__(self, tree: Tree, quoted: frozenset[int], reporting: Reporting) -> None:
        self._tree = tree
        self._tokens = tree.tokens
        self._quoted = quoted
        self._reporting = reporting

    def own(self, content: tuple[int, int], end: int) -> tuple[int, int]:
        """The content without a second report, and without what the author adds behind."""
        first, last = self._without_second_cue(content)
        if any(t.pos != "PUNCT" for t in self._tokens[last + 1 : end]):
            return first, last
        for at in range(first + LEAST_WORDS, last):
            if self._tokens[at].text == "," and self._is_added(at + 1, last):
                return first, at - 1
        return first, last

    def _without_second_cue(self, content: tuple[int, int]) -> tuple[int, int]:
        """Without a second report of the same source: *that she paid and called on him to pay*."""
        first, last = content
        for at in range(first + LEAST_WORDS, last):
            verb = self._tokens[at]
            spoken = self._reporting.words.strength(verb) in {"clause", "speech"}
            joined = at > 0 and self._tokens[at - 1].text.lower() in {"and", "but"}
            if spoken and joined and verb.tag in FINITE and verb.dep == "conj":
                return first, at - 2
        return content

    def _is_added(self, first: int, last: int) -> bool:
        tops = [
            t
            for t in self._tokens[first : last + 1]
            if not first <= t.head <= last and t.pos != "PUNCT"
        ]
        return len(tops) == 1 and (tops[0].dep in ADDED or tops[0].text.lower() == "according")

    def trimmed(self, content: tuple[int, int]) -> tuple[Token, ...]:
        """The tokens of a content without the stops and marks at its ends."""
        first, last = content
        while first <= last and self._tokens[first].text in EDGES:
            first += 1
        while last >= first and self._tokens[last].text in EDGES:
            last -= 1
        if last >= first and last in self._quoted:
            closing = self._tokens[last + 1 : last + 2]
            last += bool(closing) and closing[0].text in CLOSING
        return self._tokens[first : last + 1]
