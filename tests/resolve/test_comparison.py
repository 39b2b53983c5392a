"""Documents laid side by side: voices, who is quoted, what one alone has, what is related."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.annotations import Annotations
from generator.model.corpus import (
    Actor,
    ActorMention,
    ActorType,
    Alias,
    AttributedQuotation,
    Comparison,
    DatedExpression,
    SpanRow,
    Topic,
)
from generator.model.text import Document, Fact, Metadata, Offsets, Sentence, Zone
from generator.resolve.comparison import resolve_comparison
from generator.resolve.comparison.pairs import numbers_that_differ

STORY = (
    "The gas pipeline between Norway and Denmark was shut on Monday after a leak near the coast. "
    "Engineers said that repairs would take a week and that nobody had been hurt by the leak."
)


def make(identifier: str, *sentences: str, author: str = "", day: str = "") -> Document:
    """A document of one paragraph with these sentences; the author's name opens the text."""
    text = " ".join((author, *sentences)) if author else " ".join(sentences)
    starts = [text.index(s) for s in sentences]
    rows = tuple(
        Sentence(f"s-{identifier}-{i}", a, a + len(s), 1, "body")
        for i, (a, s) in enumerate(zip(starts, sentences, strict=True))
    )
    meta = Metadata(
        authors=(Fact(author, "stated", Offsets(0, len(author)), "byline"),) if author else (),
        published=Fact(day, "stated", None, "") if day else None,
    )
    zone = Zone(starts[0], len(text), "body", "", 1)
    return Document(
        identifier, f"{identifier}.txt", "text/plain", "", "", text, "en", meta, (zone,), rows
    )


def actor(name: str, *places: tuple[Document, str], kind: ActorType = "person") -> Actor:
    """An actor named at the first place of the words in each document."""
    mentions = tuple(
        ActorMention(d.id, (a := d.text.index(w)), a + len(w), w, "name", d.sentences[0].id)
        for d, w in places
    )
    return Actor(name.lower(), name, kind, (Alias(name, len(mentions)),), (), mentions)


def topic(label: str, *documents: Document) -> Topic:
    """A topic with its first place in each document."""
    rows = tuple(SpanRow(d.id, (a := d.text.index(label)), a + len(label)) for d in documents)
    return Topic(label, label, (label,), tuple(d.id for d in documents), rows, (), ())


def said(identifier: str, document: Document, words: str, speaker: str) -> AttributedQuotation:
    """A quotation of the speaker in the document's first sentence."""
    start = document.text.index(words)
    return AttributedQuotation(
        identifier,
        document.id,
        start,
        start + len(words),
        words,
        "direct_speech",
        speaker,
        speaker,
        None,
        None,
        "explicit",
        None,
        (),
        document.sentences[0].id,
        "",
        None,
    )


def compare(
    *documents: Document,
    actors: tuple[Actor, ...] = (),
    quotations: tuple[AttributedQuotation, ...] = (),
    dates: tuple[DatedExpression, ...] = (),
    topics: tuple[Topic, ...] = (),
) -> dict[str, list[Comparison]]:
    """The rows by kind."""
    rows = resolve_comparison(
        documents,
        [Annotations(d.id, "en") for d in documents],
        actors=actors,
        quotations=quotations,
        dates=dates,
        topics=topics,
        published={},
    )
    found: dict[str, list[Comparison]] = {}
    for row in rows:
        found.setdefault(row.kind, []).append(row)
    return found


def test_one_author_is_one_voice() -> None:
    """Two documents by the same hand count once, however the name is spaced or cased."""
    found = compare(make("a", STORY, author="Ann Lee"), make("b", "Snow fell.", author="ann  lee"))
    (row,) = found["same_author"]
    assert (row.value, row.documents, row.voices) == ("Ann Lee", ("a", "b"), 1)


def test_different_authors_are_different_voices() -> None:
    """Nothing is said where nobody wrote twice."""
    found = compare(make("a", STORY, author="Ann Lee"), make("b", "Snow fell.", author="Bo Ek"))
    assert "same_author" not in found


def test_a_reprint_is_no_second_voice() -> None:
    """Nearly the same text under two names is found, with how much is shared."""
    changed = STORY.replace("Monday", "Tuesday")
    found = compare(make("a", STORY), make("b", changed), make("c", "Snow fell on the hills."))
    (row,) = found["reprint"]
    assert row.documents == ("a", "b")
    assert row.score is not None
    assert 0.5 <= row.score < 1
    assert row.voices == 2


def test_different_texts_are_no_reprints() -> None:
    """The same event in other words is another voice."""
    other = (
        "A leak forced the closure of an undersea link on Monday. Officials in Oslo expect that "
        "work on the damaged section will be finished within seven days, and no one was injured."
    )
    assert "reprint" not in compare(make("a", STORY), make("b", other))


def test_who_is_quoted_where() -> None:
    """One row an actor, one member a document, with every quotation of it."""
    one, two = make("a", "“Now,” and “never,” Lee said."), make("b", "Lee said “later.”")
    lee = actor("Lee", (one, "Lee"), (two, "Lee"))
    quotes = (
        said("q1", one, "Now,", "lee"),
        said("q2", one, "never,", "lee"),
        said("q3", two, "later.", "lee"),
    )
    (row,) = compare(one, two, actors=(lee,), quotations=quotes)["quoted_in"]
    assert [(m.document, m.quotations) for m in row.members] == [
        ("a", ("q1", "q2")),
        ("b", ("q3",)),
    ]


def test_named_but_never_quoted() -> None:
    """People only, and only those who are shown."""
    one = make("a", "Lee met Ek in Norway.")
    found = compare(
        one,
        actors=(actor("Lee", (one, "Lee")), actor("Norway", (one, "Norway"), kind="country")),
    )
    assert [r.actor for r in found["never_quoted"]] == ["lee"]


def test_what_one_document_alone_has() -> None:
    """Actors, topics and dates of one document, each with its place; none with one document."""
    one, two = make("a", "Lee closed the gas link."), make("b", "Ek met Lee over the ski lift.")
    lee = actor("Lee", (one, "Lee"), (two, "Lee"))
    ek = actor("Ek", (two, "Ek"))
    topics = (topic("gas link", one), topic("ski lift", two))
    rows = compare(one, two, actors=(lee, ek), topics=topics)["only_in"]
    assert {(r.documents[0], r.actor or r.topic) for r in rows} == {
        ("b", "ek"),
        ("a", "gas link"),
        ("b", "ski lift"),
    }
    assert "only_in" not in compare(one, actors=(lee, ek), topics=(topics[0],))


def test_a_topic_of_two_documents_is_shared() -> None:
    """With a place in each."""
    one, two = make("a", "Lee closed the gas link."), make("b", "The gas link reopened.")
    (row,) = compare(one, two, topics=(topic("gas link", one, two),))["shared_topic"]
    assert row.documents == ("a", "b")


def test_related_sentences_share_an_actor_and_words() -> None:
    """The pair is found, scored, and named for what it shares."""
    one = make("a", "Part of this was Lee’s reluctance to put real pressure on Ek.", "Snow fell.")
    two = make("b", "Rain fell.", "Critics say Lee is reluctant to put real pressure on Ek.")
    lee = actor("Lee", (one, "Lee"), (two, "Lee"))
    (row,) = compare(one, two, actors=(lee,))["related_sentences"]
    assert [m.document for m in row.members] == ["a", "b"]
    assert row.actor == "lee"
    assert row.score is not None
    assert row.score > 0.12


def test_sentences_of_a_reprint_are_not_related() -> None:
    """The same text twice says nothing new."""
    assert "related_sentences" not in compare(make("a", STORY), make("b", STORY))


NUMBERS = [
    ("The storm killed 12 people.", "The storm killed 15 people.", ("12 / 15 people",)),
    ("The storm killed 12 people.", "It killed 12 people in Oslo.", ()),
    (
        "Prices rose 4 percent overall.",
        "Prices rose 5 percent overall.",
        ("4 / 5 percent overall",),
    ),
    ("In 2019 he left.", "In 2020 he left.", ()),
    ("It cost $12 million.", "It cost $15 million.", ()),
    ("About 1,200 homes burned.", "About 900 homes burned.", ("1,200 / 900 homes",)),
    ("No number here.", "None here.", ()),
]


@pytest.mark.parametrize(("one", "two", "wanted"), NUMBERS)
def test_numbers_that_differ(one: str, two: str, wanted: tuple[str, ...]) -> None:
    """The same thing counted differently is shown with both counts."""
    assert set(numbers_that_differ(one, two)) >= set(wanted)
    if not wanted and "20" not in one:
        assert numbers_that_differ(one, two) == ()


def test_ids_are_unique_and_stable() -> None:
    """Equal input gives equal rows, and no two rows share an id."""
    one, two = make("a", STORY, author="Ann Lee"), make("b", "Lee fell.", author="Ann Lee")
    lee = actor("Lee", (one, "Lee"), (two, "Lee"))
    first, second = compare(one, two, actors=(lee,)), compare(one, two, actors=(lee,))
    assert first == second
    ids = [row.id for rows in first.values() for row in rows]
    assert len(ids) == len(set(ids))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(alphabet="abc .1“”\n", max_size=40), max_size=4))
def test_any_documents_can_be_compared(texts: list[str]) -> None:
    """No text breaks it, and every member lies inside its document."""
    documents = [make(f"d{i}", t) for i, t in enumerate(texts) if t.strip()]
    sizes = {d.id: len(d.text) for d in documents}
    for rows in compare(*documents).values():
        for row in rows:
            assert all(0 <= m.start <= m.end <= sizes[m.document] for m in row.members)
