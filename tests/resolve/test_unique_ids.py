"""Ids of rows: equal words in two documents are two rows."""

from generator.model.annotations import Annotations, Quotation
from generator.model.text import Span
from generator.resolve.unique_ids import with_unique_ids


def quotation(document: str, identifier: str) -> Quotation:
    """A quotation with this id."""
    return Quotation(
        id=identifier,
        span=Span(document, 0, 2),
        text="we",
        kind="direct_speech",
        speaker_mention=None,
        cue=None,
        attribution="none",
        hedge=None,
        sentence="s",
        rule="no_source",
    )


def test_equal_words_in_two_documents_have_two_ids() -> None:
    """The first keeps its id, the second gets its document's hash; other ids stay."""
    one = Annotations(
        "one", None, quotations=(quotation("one", "q-we"), quotation("one", "q-we-2"))
    )
    two = Annotations("two", None, quotations=(quotation("two", "q-we"), quotation("two", "q-us")))
    first, second = with_unique_ids([one, two])
    assert [q.id for q in first.quotations] == ["q-we", "q-we-2"]
    assert second.quotations[0].id.startswith("q-we-")
    assert second.quotations[1].id == "q-us"
    ids = [q.id for a in (first, second) for q in a.quotations]
    assert len(set(ids)) == len(ids)
