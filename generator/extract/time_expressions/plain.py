"""Days written out in a language without word lists: what needs no grammar to be read."""

from generator.model.annotations import TimeExpression
from generator.model.identifiers import number_repeats, short_hash, slug
from generator.model.reading_order import SentenceFinder
from generator.model.text import Document, Span
from generator.model.zones import NEWS
from generator.temporal import find_full_dates, needs, precision_of


def find_plain_dates(document: Document) -> tuple[TimeExpression, ...]:
    """Each day with its month and year, in reading order."""
    sentences = SentenceFinder(document.sentences)
    zones = [z for z in document.zones if z.kind in NEWS]
    found = [(d, z) for z in zones for d in find_full_dates(document.text, z.start, z.end)]
    texts = [document.text[start:end] for (start, end, _), _ in found]
    ids = number_repeats(f"d-{slug(text)}-{short_hash(text)}" for text in texts)
    rows = []
    for one, text, ((start, end, value), zone) in zip(ids, texts, found, strict=True):
        rows.append(
            TimeExpression(
                id=one,
                span=Span(document.id, start, end),
                text=text,
                kind="date",
                value=value,
                timex_value=value,
                precision=precision_of(value),
                rule="full_date",
                evidence=(Span(document.id, start, end),),
                sentence=sentences.id_at(start),
                zone=zone.kind,
                anchor=needs(value),
                pattern=value,
            )
        )
    return tuple(rows)
