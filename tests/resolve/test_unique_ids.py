"""Ids of rows: equal words in two documents are two rows."""

from random import Random

import msgspec
from handmade import make_corpus, make_document
from hypothesis import given
from hypothesis import strategies as st

from generator.model.annotations import Annotations, Quotation
from generator.model.corpus import Comparison
from generator.model.identifiers import number_repeats, short_hash
from generator.model.text import Span
from generator.provenance.unique_rows import find_repeated_ids
from generator.resolve.unique_ids import tell_apart, with_unique_ids

CROSS = short_hash("two")
IDS = st.sampled_from(
    ["x", "x-2", "x-3", "x-2-2", f"x-{CROSS}", f"x-{CROSS}-2", "y", "y-2", "topic", ""]
)
"""Ids that are made to meet: numbered and lengthened forms of one another."""
KINDS = st.sampled_from(["reprint", "same_author", "changed"])


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


@given(st.lists(IDS, max_size=12))
def test_numbers_never_make_an_id_that_is_there(ids: list[str]) -> None:
    """*X*, *X* and *X-2* are three; what is there once keeps its own."""
    made = number_repeats(ids)
    assert len(set(made)) == len(ids)
    assert [new for new, old in zip(made, ids, strict=True) if ids.count(old) == 1] == [
        old for old in ids if ids.count(old) == 1
    ]


@given(st.lists(st.lists(IDS, max_size=4), max_size=5))
def test_no_rows_of_a_corpus_share_an_id(documents: list[list[str]]) -> None:
    """Whatever ids the documents bring, each row of the corpus has one of its own."""
    names = ["one", "two", "three", "four", "five"]
    annotations = [
        Annotations(name, None, quotations=tuple(quotation(name, i) for i in number_repeats(ids)))
        for name, ids in zip(names, documents, strict=False)
    ]
    made = [q.id for a in with_unique_ids(annotations) for q in a.quotations]
    assert len(set(made)) == len(made)


@given(st.lists(st.tuples(IDS, KINDS, st.integers(0, 3)), max_size=8, unique=True), st.randoms())
def test_rows_of_one_hash_are_told_apart_in_any_order(
    rows: list[tuple[str, str, int]], random: Random
) -> None:
    """Rows whose short hashes meet get longer ones, and the same ones in any order."""
    table = tuple(
        Comparison(i, kind, (f"d{n}",), ())  # type: ignore[arg-type]  # kinds by turns
        for i, kind, n in rows
    )
    told = {
        (r.kind, r.documents, old.id): r.id for old, r in zip(table, tell_apart(table), strict=True)
    }
    assert len(set(told.values())) == len(rows)
    mixed = list(table)
    random.shuffle(mixed)
    again = tell_apart(tuple(mixed))
    assert told == {
        (r.kind, r.documents, old.id): r.id for old, r in zip(mixed, again, strict=True)
    }


def test_equal_rows_are_numbered() -> None:
    """Rows that are the same in everything are still two."""
    row = Comparison("x", "changed", ("one",), ())
    assert len({r.id for r in tell_apart((row, row, row))}) == 3


def test_a_repeated_id_is_proved_before_writing() -> None:
    """The proof names the file and the id that stands for two rows."""
    document = make_document(("Ms Marsh said “we are ready” on Monday.",))
    corpus = make_corpus([document], quoted="we are ready", actor="Ms Marsh")
    assert find_repeated_ids(corpus) == ()
    twice = msgspec.structs.replace(corpus, topics=corpus.topics * 2)
    assert find_repeated_ids(twice) == (f"topics: 2 rows are {corpus.topics[0].id!r}",)
