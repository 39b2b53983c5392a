"""What is said in the turns of a record: each paragraph is a quotation of the labelled speaker."""

from collections.abc import Iterator, Sequence

from generator.model.annotations import Phrase, Quotation
from generator.model.identifiers import content_id, with_ids
from generator.model.reading_order import SentenceFinder
from generator.model.text import Document, Offsets, Span
from generator.model.visible_text import text_at


def with_turns(document: Document, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations with those of the turns; a run between marks inside a turn is part of it."""
    turns = list(_turns(document))
    if not turns:
        return tuple(quotations)
    inside = [(q.span.start, q.span.end) for q in turns]
    kept = [
        q for q in quotations if not any(s <= q.span.start and q.span.end <= e for s, e in inside)
    ]
    found = sorted((*kept, *turns), key=lambda q: q.span)
    return with_ids(found, (content_id("q", q.text) for q in found))


def _turns(document: Document) -> Iterator[Quotation]:
    sentences = SentenceFinder(document.sentences)
    for turn in document.turns:
        label = _phrase(document, turn.label)
        colon = Phrase(label.end, label.end + 1, document.text[label.end : label.end + 1])
        for said in turn.said:
            yield Quotation(
                id="",
                span=Span(document.id, said.start, said.end),
                text=text_at(document, said.start, said.end),
                kind="direct_speech",
                speaker_mention=label,
                cue=colon if colon.text in (":", ".") else None,
                attribution="explicit",
                hedge=None,
                sentence=sentences.id_at(said.start),
                rule="turn",
                antecedent=_phrase(document, turn.named) if turn.named else None,
            )


def _phrase(document: Document, place: Offsets) -> Phrase:
    return Phrase(place.start, place.end, document.text[place.start : place.end])
