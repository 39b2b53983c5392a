"""Where what is told ends, and what the author adds behind it."""

from generator.extract.reported_speech import ReportingClauses
from generator.language import relations, word_forms
from generator.language.word_forms import FINITE_OR_MODAL
from generator.model.reading_order import end_while, start_while
from generator.model.text import Token, Tokens

CLOSING = frozenset({'"', "”", "''", "’", "'", "»"})
LEAST_WORDS = 3
BREAKS = frozenset({",", "-", "–", "—", "--"})
EDGES = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "…", "...", '"', "“", "”", "''", "``"})


class ContentEnds:
    """Moves the ends of a content to where its words end; `quoted` are token indices in marks."""

    def __init__(self, tokens: Tokens, quoted: frozenset[int], reporting: ReportingClauses) -> None:
        self._tokens = tokens
        self._quoted = quoted
        self._reporting = reporting
        self._cues = [t for t in tokens if reporting.words.strength(t) in {"clause", "speech"}]

    def own(self, content: tuple[int, int], end: int) -> tuple[int, int]:
        """The content without a second report, and without what the author adds behind."""
        first, last = content
        second = self.second_cue(content)
        last = last if second is None else second - 2
        if any(t.pos != "PUNCT" for t in self._tokens[last + 1 : end]):
            return first, last
        for at in range(first + LEAST_WORDS, last):
            if self._tokens[at].text == "," and self._is_added(at + 1, last):
                return first, at - 1
        return first, last

    def second_cue(self, content: tuple[int, int]) -> int | None:
        """A second report of the same source: *that she paid and {called} on him to pay*."""
        first, last = content
        inside = (v for v in self._cues if first + LEAST_WORDS <= v.index < last)
        return next((v.index for v in inside if self._is_beside(v, first)), None)

    def _is_beside(self, verb: Token, first: int) -> bool:
        """Whether a verb stands beside the report: *and called*, *, suggesting that*."""
        before = self._tokens[verb.index - 1]
        joining = self._reporting.words.is_in(before, "additive_conjunctions")
        if verb.tag in FINITE_OR_MODAL:
            return joining and verb.dep == relations.CONJUNCT
        outside = verb.head < first or verb.dep == relations.ADVERBIAL_CLAUSE
        return verb.tag == word_forms.VERB_GERUND and (joining or before.text in BREAKS) and outside

    def _is_added(self, first: int, last: int) -> bool:
        words = (t for t in self._tokens[first : last + 1] if t.pos != "PUNCT")
        tops = [t for t in words if not first <= t.head <= last]
        return len(tops) == 1 and self._is_authors(tops[0], self._tokens[first])

    def _is_authors(self, top: Token, opener: Token) -> bool:
        """Whether a clause behind what is told is the author's: *which*, *though*, *adding*."""
        words = self._reporting.words
        if top.dep == relations.RELATIVE_CLAUSE or words.is_in(opener, "relative_pronouns"):
            return not words.is_in(opener, "place_and_time_relatives")
        spoken = words.strength(top) in {"clause", "speech"}
        conceding = words.is_in(opener, "concessive_conjunctions")
        added = top.dep == relations.ADVERBIAL_CLAUSE and (conceding or spoken)
        return added or words.is_in(top, "source_prepositions")

    def trimmed(self, content: tuple[int, int]) -> Tokens:
        """The tokens of a content without the stops and marks at its ends."""
        first, last = content
        last = start_while(self._tokens, last + 1, _is_end, floor=first) - 1
        first = end_while(self._tokens[: last + 1], first, _is_edge)
        if last >= first and self._tokens[last].dep == relations.MARKER:
            last = first - 1
        if last >= first and last in self._quoted:
            last = self._closed(last)
        return self._tokens[first : last + 1]

    def _closed(self, last: int) -> int:
        """Where a content ends whose last word is quoted: with the closing mark behind it."""
        at = end_while(self._tokens, last + 1, lambda t: t.index in self._quoted and _is_edge(t))
        closing = self._tokens[at : at + 1]
        return at if closing and closing[0].text in CLOSING else last


def _is_end(token: Token) -> bool:
    """A stop or mark, or a conjunction that joins nothing more: *the dam would hold, but*."""
    return _is_edge(token) or token.tag == word_forms.COORDINATOR


def _is_edge(token: Token) -> bool:
    return token.text in EDGES
