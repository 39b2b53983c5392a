"""A corpus made by hand from a few paragraphs, for tests that need pages and not the stages."""

from collections.abc import Sequence
from pathlib import Path

from generator.config import Settings, Site
from generator.model.corpus import (
    Actor,
    ActorMention,
    Alias,
    AttributedQuotation,
    Corpus,
    DatedExpression,
    DocumentRow,
    Keyphrase,
    Role,
    SpanRow,
    Takeaway,
    TimelineEntry,
    TimelineMember,
    Topic,
)
from generator.model.identifiers import content_id, number_repeats
from generator.model.text import Document, Fact, Metadata, Offsets, Sentence, Zone


def make_document(
    paragraphs: Sequence[str], *, path: str = "one.txt", identifier: str = "one", facts: str = ""
) -> Document:
    """A document of one zone and one sentence a paragraph; `facts` become its metadata."""
    text = "\n\n".join(paragraphs)
    zones: list[Zone] = []
    at = 0
    for number, paragraph in enumerate(paragraphs, start=1):
        start = text.index(paragraph, at)
        at = start + len(paragraph)
        lead = len(paragraph) - len(paragraph.lstrip())
        zones.append(
            Zone(start + lead, start + len(paragraph.rstrip()), "body", "running_text", number)
        )
    ids = number_repeats(content_id("s", text[z.start : z.end]) for z in zones)
    sentences = tuple(
        Sentence(i, z.start, z.end, z.paragraph, z.kind) for i, z in zip(ids, zones, strict=True)
    )
    fact = Fact(facts, "editor", None, "editor") if facts else None
    meta = Metadata(title=fact, authors=(fact,) if fact else (), publisher=fact, genre=fact)
    return Document(
        identifier,
        path,
        "text/plain",
        "0" * 64,
        "1" * 64,
        text,
        "en",
        meta,
        tuple(zones),
        sentences,
    )


def make_corpus(documents: Sequence[Document], *, quoted: str = "", actor: str = "") -> Corpus:
    """A corpus in which each document quotes `quoted` as said by `actor`, where it has both."""
    rows = tuple(DocumentRow(d, _phrases(d), "en", ()) for d in documents)
    quotations = tuple(q for d in documents for q in _quotations(d, quoted, actor))
    return Corpus(
        documents=rows,
        skipped=(),
        actors=_actors(documents, actor, [q.id for q in quotations]),
        quotations=quotations,
        statements=(),
        actions=(),
        dates=tuple(_date(d) for d in documents),
        timeline=tuple(_entry(d) for d in documents),
        topics=tuple(_topic(d) for d in documents),
        takeaways=tuple(_takeaway(d, n) for n, d in enumerate(documents, start=1)),
        comparison=(),
    )


def make_site(root: Path, *, source_text: str = "full", name: str = "A briefing") -> Site:
    """Settings for a site below `root` that uses the packaged templates."""
    settings = Settings(source_text=source_text)  # type: ignore[arg-type]  # a word of the choices
    return Site(settings, root, None, name, "", root / "docs", root / "site")


def _first(document: Document) -> Sentence:
    return document.sentences[0]


def _phrases(document: Document) -> tuple[Keyphrase, ...]:
    s = _first(document)
    return (Keyphrase(document.text[s.start : s.end], 1.0, ((s.start, s.end),)),)


def _quotations(document: Document, quoted: str, actor: str) -> list[AttributedQuotation]:
    at = document.text.find(quoted) if quoted else -1
    if at < 0:
        return []
    sentence = next(s for s in document.sentences if s.start <= at < s.end)
    return [
        AttributedQuotation(
            id=f"q-{document.id}",
            document=document.id,
            start=at,
            end=at + len(quoted),
            text=quoted,
            kind="direct_speech",
            speaker="somebody" if actor else None,
            speakers=("somebody",) if actor else (),
            speaker_name=actor or None,
            speaker_mention=None,
            cue=None,
            attribution="explicit" if actor else "none",
            hedge=None,
            about=(),
            sentence=sentence.id,
            rule="cue_after",
            why="",
            unresolved=None,
        )
    ]


def _actors(documents: Sequence[Document], name: str, quotations: list[str]) -> tuple[Actor, ...]:
    mentions = []
    for d in documents:
        at = d.text.find(name) if name else -1
        if at >= 0:
            sentence = next(s for s in d.sentences if s.start <= at < s.end)
            mentions.append(ActorMention(d.id, at, at + len(name), name, "name", sentence.id))
    if not mentions:
        return ()
    first = mentions[0]
    role = Role(name, first.document, first.start, first.end, None, first.sentence)
    return (
        Actor(
            id="somebody",
            name=name,
            type="person",
            aliases=(Alias(name, len(mentions)),),
            roles=(role,),
            mentions=tuple(mentions),
            quotations_by=tuple(quotations),
        ),
    )


def _date(document: Document) -> DatedExpression:
    s = _first(document)
    return DatedExpression(
        id=f"t-{document.id}",
        document=document.id,
        start=s.start,
        end=s.end,
        text=document.text[s.start : s.end],
        value="2025-05-19",
        timex_value="2025-05-19",
        precision="day",
        rule="full_date",
        why="",
        evidence=(),
        confidence="inferred",
        event=Offsets(s.start, s.end),
        in_timeline=True,
        sentence=s.id,
    )


def _entry(document: Document) -> TimelineEntry:
    s = _first(document)
    member = TimelineMember(f"t-{document.id}", document.id, s.start, s.end)
    return TimelineEntry(f"e-{document.id}", "2025-05-19", "inferred", False, False, (), (member,))  # noqa: FBT003 a row


def _topic(document: Document) -> Topic:
    s = _first(document)
    words = document.text[s.start : s.end]
    place = SpanRow(document.id, s.start, s.end)
    return Topic(f"t-{document.id}", words, (words,), (document.id,), (place,), (), ())


def _takeaway(document: Document, rank: int) -> Takeaway:
    s = _first(document)
    words = document.text[s.start : s.end]
    return Takeaway(rank, "takeaway", document.id, s.start, s.end, words, None, (s.id,), ())
