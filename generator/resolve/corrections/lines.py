"""The correction that takes a line of a document out of everything that is published of it."""

import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

from msgspec.structs import replace

from generator.model.corpus import Actor, Corpus, Correction, SpanRow


class _Placed(Protocol):
    """A row that stands in a document."""

    @property
    def document(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Row = TypeVar("Row", bound=_Placed)


def exclude(corpus: Corpus, correction: Correction) -> Corpus | None:
    """Drop every row that stands in the line; None where the line is not there or has no row."""
    line = _line(corpus, correction.target[0], correction.target[1])
    if line is None:
        return None
    actors = tuple(a for a in (_without(actor, line) for actor in corpus.actors) if a.mentions)
    left = {a.id for a in actors}
    timeline = (replace(e, members=_outside(e.members, line)) for e in corpus.timeline)
    topics = (replace(t, occurrences=_outside(t.occurrences, line)) for t in corpus.topics)
    changed = replace(
        corpus,
        actors=actors,
        quotations=_outside(corpus.quotations, line),
        statements=_outside(corpus.statements, line),
        actions=tuple(a for a in _outside(corpus.actions, line) if a.actor in left),
        dates=_outside(corpus.dates, line),
        timeline=tuple(e for e in timeline if e.members),
        topics=tuple(t for t in topics if t.occurrences),
        takeaways=_outside(corpus.takeaways, line),
        comparison=tuple(c for c in corpus.comparison if _outside(c.members, line) == c.members),
    )
    return None if changed == corpus else _unlisted(changed)


def _line(corpus: Corpus, document: str, number: str) -> SpanRow | None:
    """The offsets of a line of a document, counted from 1."""
    row = next((d.document for d in corpus.documents if d.document.id == document), None)
    if row is None or not re.fullmatch(r"[0-9]{1,9}", number):
        return None
    lines = row.text.split("\n")
    if not 1 <= int(number) <= len(lines):
        return None
    start = sum(len(one) + 1 for one in lines[: int(number) - 1])
    return SpanRow(document, start, start + len(lines[int(number) - 1]))


def _outside(rows: Iterable[Row], line: SpanRow) -> tuple[Row, ...]:
    return tuple(
        r for r in rows if r.document != line.document or r.end <= line.start or line.end <= r.start
    )


def _without(actor: Actor, line: SpanRow) -> Actor:
    mentions = _outside(actor.mentions, line)
    if len(mentions) == len(actor.mentions):
        return actor
    return replace(actor, mentions=mentions, roles=_outside(actor.roles, line))


def _unlisted(corpus: Corpus) -> Corpus:
    """The actors without quotations and statements that are gone."""
    quotations = {q.id for q in corpus.quotations}
    statements = {s.id for s in corpus.statements}
    actors = tuple(
        replace(
            a,
            quotations_by=tuple(q for q in a.quotations_by if q in quotations),
            quotations_about=tuple(q for q in a.quotations_about if q in quotations),
            statements_by=tuple(s for s in a.statements_by if s in statements),
        )
        for a in corpus.actors
    )
    return replace(corpus, actors=actors)
