"""One paragraph as the attribution rules see it: its tokens, its sentences, its quoted runs."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct
from msgspec.structs import replace

from generator.extract.reported_speech import (
    ReportingClause,
    ReportingClauses,
    Source,
    sentence_ranges,
)
from generator.language.dependencies import Tree, phrase_of, tree_of
from generator.language.lexicons import Lexicon
from generator.model.annotations import Phrase
from generator.model.reading_order import InOrder
from generator.model.text import Parse, ParsedSegment, QuotedRun, Token, ZoneKind

LABEL = re.compile(r"(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s+(?=\S)")
"""A name in capitals and a colon."""


class Quoted(Struct, frozen=True):
    """A quoted run with its place among the tokens of its paragraph."""

    run: QuotedRun
    first: int
    """Index of the first token of the run, its opening mark included."""
    last: int
    words: tuple[int, ...]
    """Indices of the tokens between the marks; one hole for a long run."""
    sentence: tuple[int, int]
    """Token range of the sentence in which the run begins."""
    label: Phrase | None = None
    """The speaker's name in capitals before a colon, as a transcript in marks has it."""


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A parsed paragraph; paragraphs are compared by identity and hold no state."""

    text: str
    parsed: ParsedSegment
    tree: Tree
    reporting: ReportingClauses
    quoted: tuple[Quoted, ...]
    sentences: tuple[tuple[int, int], ...]
    reports: tuple[ReportingClause, ...]
    inside: tuple[ParsedSegment, ...]
    """The parses of the long runs' own words."""
    first: bool
    """Whether it is the document's first paragraph."""
    double_marks: bool
    """Whether most runs of the document stand in double marks."""
    words: tuple[Token, ...]
    """The tokens that are neither quoted nor mere marks."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The paragraph's tokens."""
        return self.parsed.tokens

    @property
    def zone(self) -> ZoneKind:
        """What the paragraph is for."""
        return self.parsed.segment.zone

    def phrase(self, source: Source) -> Phrase:
        """The source's words."""
        return phrase_of(self.text, self.tokens[source.first : source.last + 1])

    def word(self, index: int) -> Phrase:
        """One token's words."""
        return phrase_of(self.text, self.tokens[index : index + 1])

    def reports_in(self, sentence: tuple[int, int]) -> tuple[ReportingClause, ...]:
        """The reporting clauses of one sentence."""
        return tuple(r for r in self.reports if sentence[0] <= r.verb < sentence[1])

    def plain(self, first: int, end: int) -> tuple[Token, ...]:
        """The tokens of a range that are neither quoted nor mere marks."""
        return self.words[
            bisect_left(self.words, first, key=_index) : bisect_left(self.words, end, key=_index)
        ]


def _index(token: Token) -> int:
    return token.index


def _is_word(token: Token) -> bool:
    return token.hole or any(c.isalnum() for c in token.text)


def read_paragraphs(
    text: str, parse: Parse, runs: Sequence[QuotedRun], lexicon: Lexicon
) -> tuple[Paragraph, ...]:
    """The paragraphs of a document, in reading order; nested runs belong to their outer run."""
    outer = InOrder((r for r in runs if r.depth == 0), lambda r: r.outer_start)
    holes = InOrder((p for p in parse.segments if p.segment.in_hole), lambda p: p.segment.start)
    singles = sum(r.mark in "‘'‛‹" for r in outer.items)
    double = singles * 2 < len(outer.items)
    paragraphs = [
        _read_paragraph(text, p, outer, holes, lexicon, double=double, first=at == 0)
        for at, p in enumerate(parse.segments)
    ]
    return tuple(s for s in paragraphs if s is not None)


def _read_paragraph(
    text: str,
    parsed: ParsedSegment,
    runs: InOrder[QuotedRun],
    holes: InOrder[ParsedSegment],
    lexicon: Lexicon,
    *,
    double: bool,
    first: bool,
) -> Paragraph | None:
    if parsed.segment.in_hole or not parsed.tokens:
        return None
    segment = parsed.segment
    here = [r for r in runs.within(segment.start, segment.end) if r.outer_end <= segment.end]
    sentences = tuple(sentence_ranges(parsed.tokens))
    words = InOrder(parsed.tokens, lambda t: t.start)
    ranges = InOrder(sentences, lambda s: s[0])
    quoted = tuple(q for r in here for q in _place(r, text, words, ranges))
    within = frozenset(i for q in quoted for i in range(q.first, q.last + 1))
    tree = tree_of(parsed)
    reporting = ReportingClauses(tree, lexicon, within)
    return Paragraph(
        text=text,
        parsed=parsed,
        tree=tree,
        reporting=reporting,
        quoted=quoted,
        sentences=sentences,
        reports=reporting.reports(0, len(parsed.tokens)),
        first=first,
        double_marks=double,
        words=tuple(t for t in parsed.tokens if t.index not in within and _is_word(t)),
        inside=tuple(
            h for h in holes.within(segment.start, segment.end) if h.segment.end <= segment.end
        ),
    )


def _place(
    run: QuotedRun, text: str, tokens: InOrder[Token], sentences: InOrder[tuple[int, int]]
) -> tuple[Quoted, ...]:
    reaching = tokens.last_from(run.outer_start)
    begin = run.outer_start if reaching is None else reaching.start
    over = [t for t in tokens.within(begin, run.outer_end) if t.end > run.outer_start]
    sentence = sentences.last_from(over[0].index) if over else None
    if sentence is None:
        return ()
    words = tuple(t.index for t in over if t.start >= run.start and t.end <= run.end)
    first, last = over[0].index, over[-1].index
    spoken, label = _without_label(run, text)
    return (Quoted(spoken, first, last, words, sentence, label),)


def _without_label(run: QuotedRun, text: str) -> tuple[QuotedRun, Phrase | None]:
    """A run without the name that a transcript puts before what is said: *“MAYOR: Thank you.”*."""
    label = LABEL.match(text, run.start, run.end)
    if label is None:
        return run, None
    start, end = label.span("name")
    return replace(run, start=label.end()), Phrase(start, end, text[start:end])
