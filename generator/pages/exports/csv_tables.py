"""Tables for spreadsheets: CSV after RFC 4180, UTF-8 with a byte order mark."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.model.corpus import AttributedQuotation, AttributedStatement
from generator.model.visible_text import shown
from generator.pages.corpus_index import CorpusIndex
from generator.pages.presenters.cards import shown_actors

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A spreadsheet runs a cell that begins with one of these; an apostrophe makes it text."""
Cell = str | int | None


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """One table; cells that a spreadsheet would run as a formula are made text."""
    stream = io.StringIO()
    stream.write("\ufeff")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(c) for c in row] for row in rows)
    return stream.getvalue()


def _cell(value: Cell) -> str:
    text = "" if value is None else shown(str(value)).strip()
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def _quotations(index: CorpusIndex) -> str:
    head = ("id", "text", "kind", "speaker", "attribution", "source", "start", "end", "sentence")
    return table(
        head,
        (
            (
                q.id,
                index.words(q.document, q.start, q.end).text,
                q.kind,
                _names(index, q),
                q.attribution,
                q.document,
                q.start,
                q.end,
                index.sentence_passage(q.document, q.sentence, q.start).citation.sentence.text,
            )
            for q in index.corpus.quotations
        ),
    )


def _statements(index: CorpusIndex) -> str:
    head = ("id", "text", "stance", "speaker", "cue", "source", "start", "end", "sentence")
    return table(
        head,
        (
            (
                s.id,
                index.words(s.document, s.start, s.end).text,
                s.stance,
                _names(index, s),
                s.cue.text if s.cue else None,
                s.document,
                s.start,
                s.end,
                index.sentence_passage(s.document, s.sentence, s.start).citation.sentence.text,
            )
            for s in index.corpus.statements
        ),
    )


def _names(index: CorpusIndex, row: AttributedQuotation | AttributedStatement) -> str | None:
    """Everybody who says it; the source as written where nobody is known."""
    names = [index.actors[s].name for s in row.speakers if s in index.actors]
    return "; ".join(names) or row.speaker_name


def _actors(index: CorpusIndex) -> str:
    head = ("id", "name", "type", "role", "mentions", "quotations", "statements", "quoted_about")
    return table(
        head,
        (
            (
                a.id,
                a.name,
                a.type,
                a.usual_role.text if a.usual_role else None,
                len(a.mentions),
                len(a.quotations_by),
                len(a.statements_by),
                len(a.quotations_about),
            )
            for a in shown_actors(index)
        ),
    )


def _timeline(index: CorpusIndex) -> str:
    head = ("id", "date", "confidence", "background", "planned", "event", "source", "start", "end")
    return table(
        head,
        (
            (
                e.id,
                e.date,
                e.confidence,
                str(e.background).lower(),
                str(e.planned).lower(),
                index.words(m.document, m.start, m.end).text,
                m.document,
                m.start,
                m.end,
            )
            for e in index.corpus.timeline
            for m in e.members
        ),
    )


def _topics(index: CorpusIndex) -> str:
    return table(
        ("id", "label", "occurrences", "documents"),
        (
            (t.id, index.topic_link(t).words.text, len(t.occurrences), " ".join(t.documents))
            for t in index.corpus.topics
        ),
    )


def _sources(index: CorpusIndex) -> str:
    rows: list[Sequence[Cell]] = []
    for document in index.documents.values():
        meta, dated = document.metadata, index.date_of(document.id)
        rows.append(
            (
                index.letters[document.id],
                document.id,
                meta.title.value if meta.title else None,
                "; ".join(f.value for f in meta.authors),
                meta.publisher.value if meta.publisher else None,
                dated[0].value if dated else None,
                dated[0].how if dated else None,
                document.path,
                document.sha256,
            )
        )
    head = ("letter", "id", "title", "authors", "publisher", "published", "known", "path", "sha256")
    return table(head, rows)


TABLES: Mapping[str, Callable[[CorpusIndex], str]] = {
    "quotations": _quotations,
    "statements": _statements,
    "actors": _actors,
    "timeline": _timeline,
    "topics": _topics,
    "sources": _sources,
}
"""Every table, by name."""
