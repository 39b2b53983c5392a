"""Indirect speech as cards, and where the same words stand as well."""

from collections.abc import Iterable

from generator.model.corpus import Actor, AttributedStatement
from generator.pages.copies import Placed
from generator.pages.corpus_index import CorpusIndex
from generator.pages.labels import STANCES
from generator.pages.stretches import Highlight
from generator.pages.views import OtherPlaces, StatementCard, Tone

PLACES, COPIES = 6, 24
"""Most places of the same words that are shown unasked, and that are shown at all."""


def told_statements(index: CorpusIndex, actor: Actor) -> list[list[AttributedStatement]]:
    """What an actor is reported to have said, each with where copies of the text say it too."""
    known = (index.statements[s] for s in actor.statements_by if s in index.statements)
    return index.copies.fold(known, edited=True)


def statement_card(
    index: CorpusIndex, statement: AttributedStatement, *same: AttributedStatement
) -> StatementCard:
    """Indirect speech inside its whole sentence, and where the same words stand as well."""
    s = statement
    tone: Tone = "denial" if s.stance == "denied" else "statement"
    return StatementCard(
        s.id,
        index.sentence_passage(s.document, s.sentence, s.start, (Highlight(s.start, s.end, tone),)),
        STANCES[s.stance],
        elsewhere(index, (one for one in same if one.document != s.document)),
    )


def elsewhere(index: CorpusIndex, rows: Iterable[Placed]) -> OtherPlaces:
    """Where the same words stand as well."""
    places = [(row.document, row.start) for row in rows]
    return OtherPlaces(
        tuple(index.citation(*place) for place in places[:COPIES]),
        len(places),
        len(places) > PLACES,
    )
