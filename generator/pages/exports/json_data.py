"""The public data files: the corpus as JSON, row by row, with a JSON Schema beside each.

`docs/guide/reference/data.md` is the contract. Keys are sorted, each row has a line of its own,
each file ends with one newline, and equal corpora give equal bytes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from generator.i18n.catalogue import words_in_data
from generator.model.build_info import BuildInfo
from generator.model.corpus import (
    Actor,
    ActorAction,
    AttributedQuotation,
    AttributedStatement,
    Comparison,
    Corpus,
    DatedExpression,
    DocumentRow,
    Keyphrase,
    SkippedSeed,
    Story,
    Takeaway,
    TimelineEntry,
    Topic,
)
from generator.model.failures import Failure
from generator.model.rules import FactRule, ZoneRule
from generator.model.schema import SCHEMA_VERSION
from generator.model.text import Fact, How, Offsets, Original, Zone, ZoneKind


class ZoneEntry(Struct, frozen=True):
    """A zone as published."""

    start: int
    end: int
    kind: ZoneKind
    reason: str
    """The rule's words."""
    rule: ZoneRule


class FactEntry(Struct, frozen=True):
    """A fact about a document as published."""

    value: str
    how: How
    evidence: Offsets | None
    rule: str
    """The rule's words, which stood here before rules had ids."""
    rule_id: FactRule


class SentenceEntry(Struct, frozen=True):
    """A sentence as published."""

    id: str
    start: int
    end: int


class OriginalEntry(Struct, frozen=True):
    """The file of another format that a reading text was made of."""

    media_type: str
    sha256: str
    pages: tuple[Offsets, ...] | None
    """Each page's stretch of the reading text; null where the format has no pages."""


class DocumentEntry(Struct, frozen=True):
    """One row of ``documents.json``."""

    id: str
    path: str
    media_type: str
    sha256: str
    text_sha256: str
    text_differs: bool
    """True where the reading text is not the file's text character by character."""
    title: FactEntry | None
    authors: tuple[FactEntry, ...]
    publisher: FactEntry | None
    published: FactEntry | None
    genre: FactEntry | None
    licence: FactEntry | None
    url: FactEntry | None
    tags: tuple[FactEntry, ...]
    series: FactEntry | None
    language: str
    lexicon_language: str | None
    zones: tuple[ZoneEntry, ...]
    sentences: tuple[SentenceEntry, ...]
    keyphrases: tuple[Keyphrase, ...]
    warnings: tuple[str, ...]
    failures: tuple[Failure, ...]
    """Stages that ended in an unexpected error; what they would have found is missing."""
    original: OriginalEntry | None
    """Null where the seed itself is plain text or Markdown."""
    copy_of: str | None
    """The document whose text this one has, null for one that is no copy."""


class SeedHash(Struct, frozen=True):
    """A seed that went into the build."""

    path: str
    sha256: str


class CorrectionEntry(Struct, frozen=True):
    """A correction of the editor's file."""

    action: str
    target: tuple[str, ...]
    value: str | None
    applied: bool
    """Whether it found what it changes."""


class BuildFailure(Struct, frozen=True):
    """A stage that ended in an unexpected error."""

    document: str | None
    """Where it did; None for a block of the whole corpus."""
    stage: str
    error: str
    digest: str


class BuildRow(Struct, frozen=True):
    """The whole of ``build.json``: what made these files; no clock, no host."""

    schema_version: int
    generator_version: str
    rules: str
    """Digest of the generator's code and word lists."""
    model: str
    model_sha256: str
    templates: str
    """Digest of the templates; "" where no pages were made."""
    settings: dict[str, str]
    """The settings that decide on what is found and shown, by name, as JSON."""
    corrections: tuple[CorrectionEntry, ...]
    """What an editor corrected."""
    seeds: tuple[SeedHash, ...]
    skipped: tuple[SkippedSeed, ...]
    counts: dict[str, int]
    warnings: tuple[str, ...]
    failures: tuple[BuildFailure, ...]
    """What unexpected errors left out: blocks of the corpus, then by document."""


ROWS: Mapping[str, type[Struct]] = {
    "actions": ActorAction,
    "actors": Actor,
    "comparison": Comparison,
    "dates": DatedExpression,
    "documents": DocumentEntry,
    "quotations": AttributedQuotation,
    "statements": AttributedStatement,
    "stories": Story,
    "takeaways": Takeaway,
    "timeline": TimelineEntry,
    "topics": Topic,
}
"""File name without ``.json`` → the type of its rows."""


def render_data(corpus: Corpus, build_info: BuildInfo) -> dict[str, bytes]:
    """The data files and their schemas, by file name."""
    files = {f"{name}.json": encode_rows(rows) for name, rows in _tables(corpus).items()}
    files["build.json"] = encode(_build_row(corpus, build_info))
    files |= {f"{name}.schema.json": _schema(name, row) for name, row in ROWS.items()}
    files["build.schema.json"] = encode(msgspec.json.schema(BuildRow))
    return dict(sorted(files.items()))


def encode(value: object) -> bytes:
    """JSON with sorted keys, an indent of one space and one newline at its end."""
    plain = msgspec.to_builtins(value)
    return (json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def encode_rows(rows: Iterable[object]) -> bytes:
    """A JSON array with sorted keys, a row a line, and one newline at its end."""
    lines = b",\n".join(msgspec.json.encode(row, order="sorted") for row in rows)
    return b"[\n" + lines + b"\n]\n" if lines else b"[]\n"


def _tables(corpus: Corpus) -> dict[str, Sequence[object]]:
    published = dict(corpus.published)
    return {
        "actions": corpus.actions,
        "actors": corpus.actors,
        "comparison": corpus.comparison,
        "dates": corpus.dates,
        "documents": [_document_entry(row, published) for row in corpus.documents],
        "quotations": corpus.quotations,
        "statements": corpus.statements,
        "stories": corpus.stories,
        "takeaways": corpus.takeaways,
        "timeline": corpus.timeline,
        "topics": corpus.topics,
    }


def _document_entry(row: DocumentRow, published: Mapping[str, Fact]) -> DocumentEntry:
    document = row.document
    meta = document.metadata
    return DocumentEntry(
        id=document.id,
        path=document.path,
        media_type=document.media_type,
        sha256=document.sha256,
        text_sha256=document.text_sha256,
        text_differs=document.sha256 != document.text_sha256,
        title=_fact(meta.title),
        authors=tuple(map(_known, meta.authors)),
        publisher=_fact(meta.publisher),
        published=_fact(meta.published or published.get(document.id)),
        genre=_fact(meta.genre),
        licence=_fact(meta.licence),
        url=_fact(meta.url),
        tags=tuple(map(_known, meta.tags)),
        series=_fact(meta.series),
        language=document.language,
        lexicon_language=row.lexicon_language,
        zones=tuple(map(_zone, document.zones)),
        sentences=tuple(SentenceEntry(s.id, s.start, s.end) for s in document.sentences),
        keyphrases=row.keyphrases,
        warnings=row.warnings,
        failures=row.failures,
        original=_original(document.original),
        copy_of=row.copy_of,
    )


def _fact(fact: Fact | None) -> FactEntry | None:
    return _known(fact) if fact else None


def _known(fact: Fact) -> FactEntry:
    words = words_in_data("documents", fact.rule)
    return FactEntry(fact.value, fact.how, fact.evidence, words, fact.rule)


def _zone(zone: Zone) -> ZoneEntry:
    words = words_in_data("documents", zone.rule)
    return ZoneEntry(zone.start, zone.end, zone.kind, words, zone.rule)


def _original(original: Original | None) -> OriginalEntry | None:
    if original is None:
        return None
    return OriginalEntry(original.media_type, original.sha256, original.pages or None)


def _build_row(corpus: Corpus, build_info: BuildInfo) -> BuildRow:
    documents = [row.document for row in corpus.documents]
    return BuildRow(
        schema_version=SCHEMA_VERSION,
        generator_version=build_info.generator_version,
        rules=build_info.rules,
        model=build_info.model,
        model_sha256=build_info.model_sha256,
        templates=build_info.templates,
        settings=dict(build_info.settings),
        corrections=tuple(
            CorrectionEntry(c.action, c.target, c.value, c.applied) for c in corpus.corrections
        ),
        seeds=tuple(SeedHash(d.path, d.sha256) for d in documents),
        skipped=corpus.skipped,
        counts={name: len(rows) for name, rows in _tables(corpus).items()},
        warnings=corpus.warnings,
        failures=tuple(_failures(corpus)),
    )


def _failures(corpus: Corpus) -> Iterator[BuildFailure]:
    for f in corpus.failures:
        yield BuildFailure(None, f.stage, f.error, f.digest)
    for row in corpus.documents:
        for f in row.failures:
            yield BuildFailure(row.document.id, f.stage, f.error, f.digest)


def _schema(name: str, row: type) -> bytes:
    schema = msgspec.json.schema(list[row])  # type: ignore[valid-type]  # a type made at run time
    return encode({"title": f"{name}.json", **schema})
