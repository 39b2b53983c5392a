"""Documents laid side by side: voices, who is quoted, what one alone has, what is related."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from types import MappingProxyType

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.annotate import parse_document
from generator.extract.context_dependence import find_context_dependences
from generator.extract.quantities import find_counts
from generator.language.lexicons import Lexicon
from generator.language.pipeline import LanguageModel
from generator.model.annotations import Annotations, Candidate, DatedClause
from generator.model.corpus import (
    Actor,
    ActorAction,
    ActorMention,
    ActorType,
    Alias,
    AttributedQuotation,
    Comparison,
    DatedExpression,
    Keyphrase,
    Role,
    SpanRow,
    Topic,
)
from generator.model.text import Document, Fact, Metadata, Offsets, Sentence, Zone
from generator.resolve.comparison import Resolved, find_near_duplicates, resolve_comparison
from generator.resolve.comparison.pairs import MOST_OF_ONE, SentencePair, _best
from generator.resolve.comparison.sentence_index import (
    Located,
    SentenceIndex,
    index_sentences,
)

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
        published=Fact(day, "stated", None, "date_line") if day else None,
    )
    zone = Zone(starts[0], len(text), "body", "running_text", 1)
    name, digest = f"{identifier}.txt", sha256(text.encode()).hexdigest()
    return Document(identifier, name, "text/plain", "", digest, text, "en", meta, (zone,), rows)


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


def said(
    identifier: str, document: Document, words: str, speaker: str, *also: str
) -> AttributedQuotation:
    """A quotation of the speaker, and of the others, in the document's first sentence."""
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
        "cue_after",
        "",
        None,
        speakers=(speaker, *also),
    )


def compare(
    *documents: Document,
    found: Sequence[Annotations] = (),
    actors: Sequence[Actor] = (),
    quotations: Sequence[AttributedQuotation] = (),
    actions: Sequence[ActorAction] = (),
    dates: Sequence[DatedExpression] = (),
    topics: Sequence[Topic] = (),
    keyphrases: Mapping[str, Sequence[Keyphrase]] = MappingProxyType({}),
    together: Sequence[Sequence[str]] = (),
) -> dict[str, list[Comparison]]:
    """The rows by kind; all documents are laid side by side unless some are named."""
    known = Resolved(actors, quotations, actions, dates, keyphrases, topics)
    annotations = found or [Annotations(d.id, "en") for d in documents]
    rows = resolve_comparison(
        documents,
        annotations,
        known,
        duplicates=find_near_duplicates(documents),
        together=together or [[d.id for d in documents]],
    )
    by_kind: dict[str, list[Comparison]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row)
    return by_kind


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


def test_what_several_say_is_quoted_of_each() -> None:
    """Each of several speakers has a row, in the order of the actors."""
    one, two = make("a", "“Now,” Lee and Ek said."), make("b", "Ek said “later.”")
    lee, ek = actor("Lee", (one, "Lee")), actor("Ek", (one, "Ek"), (two, "Ek"))
    quotes = (said("q1", one, "Now,", "lee", "ek"), said("q2", two, "later.", "ek"))
    rows = compare(one, two, actors=(lee, ek), quotations=quotes)["quoted_in"]
    found = {row.actor: [m.quotations for m in row.members] for row in rows}
    assert found["ek"] == [("q1",), ("q2",)]
    assert found["lee"] == [("q1",)]


def test_named_but_never_quoted() -> None:
    """People only, and only those who act or have a role: others are only referred to."""
    one = make("a", "Lee met the envoy Ek in Norway, in the manner of Kant.")
    lee, kant = actor("Lee", (one, "Lee")), actor("Kant", (one, "Kant"))
    norway = actor("Norway", (one, "Norway"), kind="country")
    at = one.text.index("envoy")
    role = Role("envoy", "a", at, at + 5, None)
    ek = msgspec.structs.replace(actor("Ek", (one, "Ek")), roles=(role,))
    met = ActorAction(
        "x", "a", "s-a-0", "lee", "meet", "ek", None, None, negated=False, start=0, end=10,
        rule="own_subject", why="",
    )  # fmt: skip
    found = compare(one, actors=(lee, ek, kant, norway), actions=(met,))
    assert [r.actor for r in found["never_quoted"]] == ["lee", "ek"]
    assert [r.actor for r in compare(one, actors=(lee, ek), actions=())["never_quoted"]] == ["ek"]


SPELLINGS = [
    ("Zelensky", "Zelenskyy", "Zelensky / Zelenskyy"),
    ("Tymoshenko", "Timoshenko", "Timoshenko / Tymoshenko"),
    ("Zelensky", "Zelensky", None),
    ("Hanson", "Miller", None),
    ("Democrat", "Democrats", None),
]


@pytest.mark.parametrize(("first", "second", "wanted"), SPELLINGS)
def test_a_name_spelled_in_two_ways(first: str, second: str, wanted: str | None) -> None:
    """Each spelling is shown with its documents; a plural or another name is none."""
    one, two = make("a", f"Mr {first} spoke."), make("b", f"Then {second} left.")
    rows = compare(one, two, actors=(actor("X", (one, first), (two, second)),)).get("spelled", [])
    assert [r.value for r in rows] == ([wanted] if wanted else [])
    assert all([m.document for m in r.members] == ["a", "b"] for r in rows)


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


def phrase(text: str, document: Document) -> Candidate:
    """A candidate at its first place."""
    at = document.text.index(text)
    return Candidate(text, text.lower(), (Offsets(at, at + len(text)),), b"")


def test_a_part_of_what_one_document_alone_has_is_not_told_again() -> None:
    """Of two topics at one place the better one is a row."""
    one, two = make("a", "A long history of mountain fever was told."), make("b", "Snow fell.")
    topics = (topic("long history of mountain fever", one), topic("long history", one))
    rows = compare(one, two, topics=topics)["only_in"]
    assert [r.topic for r in rows] == ["long history of mountain fever"]


def test_phrases_that_one_document_alone_has() -> None:
    """Also those that are no topic; not what the other document has in other words around it."""
    one = make("a", "The gas link needs a ten-point repair plan and a new budget law.")
    two = make("b", "A strict new budget law was passed.")
    found = [
        Annotations(
            "a",
            "en",
            candidates=tuple(phrase(t, one) for t in ("ten-point repair plan", "budget law")),
        ),
        Annotations("b", "en", candidates=(phrase("strict new budget law", two),)),
    ]
    ranked = {
        d.document_id: [
            Keyphrase(c.text, 1.0, tuple((s.start, s.end) for s in c.spans), c.key)
            for c in d.candidates
        ]
        for d in found
    }
    rows = compare(one, two, found=found, keyphrases=ranked)["only_in"]
    assert [(r.documents[0], r.value) for r in rows] == [
        ("a", "ten-point repair plan"),
        ("b", "strict new budget law"),
    ]


ALONE = [
    ("Mr Ade Okonkwo spoke.", "Ade Okonkwo", "Okonkwos left the hall.", False),
    ("Anre Iguadala played.", "Anre Iguadala", "Then Andre Iguodala left.", False),
    ("Anre Iguodala played.", "Anre Iguodala", "Then Andre Iguodala left.", False),
    ("Lin Mei-Ling spoke.", "Lin Mei-Ling", "The town of Tarn was dark.", True),
    ("Bond prices rose.", "Bond", "A bond was sold.", False),
    ("Sefa Taufa spoke.", "Sefa Taufa", "Sefa Moala spoke in the hall.", True),
    ("Maria de la Cruz spoke.", "Maria de la Cruz", "Mrs Cruz was there.", False),
]


@pytest.mark.parametrize(("first", "name", "second", "alone"), ALONE)
def test_a_name_is_compared_by_its_surname_and_spelling(
    first: str, name: str, second: str, alone: bool
) -> None:
    """Another form of the name, a plural, one letter less: the other document has it too."""
    one, two = make("a", first), make("b", second)
    rows = compare(one, two, actors=(actor(name, (one, name)),)).get("only_in", [])
    assert [r.actor for r in rows] == ([name.lower()] if alone else [])


TERMS = [
    ("The council of Tarn passed a harbour tax.", "harbour tax", "Snow fell.", True),
    (
        "The council shut a harbour bridge.",
        "harbour bridge",
        "Bridges over the harbours fell.",
        False,
    ),
    ("The council passed a harbour tax.", "council", "Snow fell.", False),
    ("Snow fell. It rained. It blew. It stormed. A harbour tax came.", "harbour tax", "S.", False),
]


@pytest.mark.parametrize(("first", "term", "second", "alone"), TERMS)
def test_a_term_is_a_document_s_own_where_it_opens_with_it(
    first: str, term: str, second: str, alone: bool
) -> None:
    """In a headline or the first sentences, and its words, in any form, in no other document."""
    sentences = [f"{s}." for s in first.rstrip(".").split(". ")]
    one, two = make("a", *sentences), make("b", second)
    rows = compare(one, two, topics=(topic(term, one),)).get("only_in", [])
    assert [r.topic for r in rows] == ([term] if alone else [])


IN_PASSING = ["Lee ate.", "It rained.", "It blew."]
PASSING = [
    (["Ek met Lee in Oslo."], True),
    (["Lee ate fish.", *IN_PASSING, "Lee wrote to Ek."], False),
    (["Lee ate fish.", *IN_PASSING, "Lee wrote to Ek.", "Then Ek wrote back."], True),
]


@pytest.mark.parametrize(("told", "alone"), PASSING)
def test_a_name_in_passing_is_no_document_s_own(told: list[str], alone: bool) -> None:
    """A document has a name for itself where it opens with it or comes back to it."""
    one, two = make("a", *told), make("b", "Snow fell on Lee.")
    at = [m.start() for m in re.finditer(r"\bEk\b", one.text)]
    mentions = tuple(ActorMention("a", i, i + 2, "Ek", "name", "s") for i in at)
    ek = msgspec.structs.replace(actor("Ek", (one, "Ek")), mentions=mentions)
    rows = compare(one, two, actors=(ek,)).get("only_in", [])
    assert [r.actor for r in rows] == (["ek"] if alone else [])


def test_a_reprint_does_not_make_a_thing_shared() -> None:
    """What two prints of one text have and no other text has is still of one text alone."""
    one, again = make("a", STORY, day="2024-01-01"), make("b", STORY)
    other = make("c", "Snow fell in Oslo on the roof of the town hall.")
    lee = actor("Norway", (one, "Norway"), (again, "Norway"))
    rows = compare(one, again, other, actors=(lee,), topics=(topic("gas pipeline", one, again),))[
        "only_in"
    ]
    assert [(r.documents, r.actor or r.topic) for r in rows] == [
        (("a",), "norway"),
        (("a",), "gas pipeline"),
    ]


def test_places_that_one_document_alone_names() -> None:
    """A place that it comes back to, unless the other document has the name for something else."""
    one = make("a", "Lee flew to Sochi and Kyiv.", "In Sochi, and in Pskov, it rained.")
    two = make("b", "But Kyiv refused.")
    hidden = {"type": "place", "shown": False}
    again = one.text.rindex("Sochi")
    mentions = tuple(
        ActorMention("a", at, at + 5, "Sochi", "name", "s-a-0")
        for at in (one.text.index("Sochi"), again)
    )
    sochi = msgspec.structs.replace(actor("Sochi", (one, "Sochi")), mentions=mentions, **hidden)
    pskov = msgspec.structs.replace(actor("Pskov", (one, "Pskov")), **hidden)
    city = msgspec.structs.replace(actor("City", (one, "Kyiv")), **hidden)
    ukraine = actor("Ukraine", (two, "Kyiv"), kind="country")
    refused = ActorAction(
        "x", "b", "s-b-0", "ukraine", "refuse", None, None, None, negated=False, start=0, end=10,
        rule="own_subject", why="",
    )  # fmt: skip
    known = (sochi, city, ukraine, pskov)
    rows = compare(one, two, actors=known, actions=(refused,))["only_in"]
    assert [r.actor for r in rows] == ["ukraine", "sochi"]
    assert [r.actor for r in compare(one, two, actors=known)["only_in"]] == ["sochi"]


def test_whoever_speaks_is_a_document_s_own() -> None:
    """A source named once is told of; a phrase that ends in a name is told among the actors.

    Who is asked once, behind the middle of a report, is no source of its own.
    """
    weather = ("It rained.", "It blew.", "Snow fell.")
    rest = ("The cold of the winter was told of at length.", "Ice lay on the sea for months.")
    one = make("a", *weather, "Ek spoke of the tide.", *rest, "Lund spoke of the moon.")
    two = make("b", "A tidal lock of Lee leaked.")
    ek = msgspec.structs.replace(actor("Ek", (one, "Ek")), quotations_by=("q",))
    lund = msgspec.structs.replace(actor("Lund", (one, "Lund")), quotations_by=("r",))
    lee = actor("Lee", (two, "Lee"))
    rows = compare(one, two, actors=(ek, lund, lee), topics=(topic("tidal lock of Lee", two),))
    assert [r.actor or r.topic for r in rows["only_in"]] == ["ek", "lee"]


DAYS = [
    ("2031-05-12", "2031-05-20", True),
    ("2031-05-12", "2031-05-12", False),
    ("2031-05-12", "2031-05-10/2031-05-14", False),
    ("2031-05-13", "2031-05-20", False),
]


@pytest.mark.parametrize(("here", "there", "alone"), DAYS)
def test_a_day_is_one_document_s_own(here: str, there: str, alone: bool) -> None:
    """Nothing elsewhere tells of the day, or of a few days that it lies in, or is dated to it."""
    one, two = make("a", "The lock leaked."), make("b", "The pier fell.", day="2031-05-13")
    rows = compare(one, two, dates=(dated(one, here), dated(two, there))).get("only_in", [])
    assert ("a" in {r.documents[0] for r in rows if r.value}) is alone


def test_a_topic_of_two_documents_is_shared() -> None:
    """With a place in each."""
    one, two = make("a", "Lee closed the gas link."), make("b", "The gas link reopened.")
    (row,) = compare(one, two, topics=(topic("gas link", one, two),))["shared_topic"]
    assert row.documents == ("a", "b")


def test_a_phrase_of_two_documents_is_shared() -> None:
    """Also where it is no topic of either; a single word is not enough."""
    one, two = make("a", "Their rivalry with China grew."), make("b", "A rivalry with China.")
    found = [
        Annotations(d.id, "en", candidates=(phrase("rivalry with China", d), phrase("rivalry", d)))
        for d in (one, two)
    ]
    (row,) = compare(one, two, found=found)["shared_topic"]
    assert (row.value, row.topic, row.documents) == ("rivalry with China", None, ("a", "b"))


def test_related_sentences_share_an_actor_and_words() -> None:
    """The pair is found, scored, and named for what it shares."""
    one = make(
        "a", "Part of this delay was Lee’s reluctance to put real pressure on Ek.", "Snow fell."
    )
    two = make(
        "b", "Rain fell.", "Critics say Lee is reluctant to put real pressure on Ek in spring."
    )
    lee = actor("Lee", (one, "Lee"), (two, "Lee"))
    (row,) = compare(one, two, actors=(lee,))["related_sentences"]
    assert [m.document for m in row.members] == ["a", "b"]
    assert row.actor == "lee"
    assert row.score is not None
    assert row.score > 0.12


def test_each_story_is_compared_within_itself() -> None:
    """Where stories have pages, sentences are related to those of their own story alone."""
    texts = (
        "Part of this delay was Lee’s reluctance to put real pressure on Ek.",
        "Critics say Lee is reluctant to put real pressure on Ek in spring.",
        "To put real pressure on Ek in spring was what Lee was reluctant to promise.",
    )
    many = [make(name, text) for name, text in zip("abc", texts, strict=True)]
    lee = actor("Lee", *((d, "Lee") for d in many))
    pairs = [
        {r.documents for r in compare(*many, actors=(lee,), together=apart)["related_sentences"]}
        for apart in ((), (("a", "c"), ("b",)))
    ]
    assert ("a", "b") in pairs[0]
    assert pairs[1] == {("a", "c")}


def test_sentences_of_a_reprint_are_not_related() -> None:
    """The same text twice says nothing new."""
    assert "related_sentences" not in compare(make("a", STORY), make("b", STORY))


NUMBERS = [
    ("The storm killed 12 people.", "The storm killed 15 people.", "12 / 15 people"),
    (
        "The storm killed 12 people in Bonn.",
        "In the storm 15 people were killed.",
        "12 / 15 people",
    ),
    ("The storm killed twelve people.", "The storm killed 15 people.", "12 / 15 people"),
    ("The storm killed 12 people.", "It killed 12 people in Oslo.", None),
    ("The storm killed 12 people.", "The storm injured 15 people.", None),
    ("Prices rose 4 percent overall.", "Prices rose 5 percent overall.", "4 / 5 percent"),
    ("Prices rose 4 percent overall.", "Wages rose 5 percent overall.", None),
    ("In 2019 he left.", "In 2020 he left.", None),
    ("The storm lasted 12 days.", "The storm lasted 15 days.", None),
    ("The storm hurt thirty-four people.", "The storm hurt 30 people.", "34 / 30 people"),
    ("The bridge cost $12 million.", "The bridge cost $15 million.", "12 million / 15 million $"),
    ("About 1,200 homes burned in the fire.", "In the fire 900 homes burned.", "1200 / 900 homes"),
    ("The fire burned 1,200 homes.", "A flood in Peru burned 900 homes.", None),
    ("The state won five to seven seats.", "The state won seven seats.", None),
    (
        "Some 5,000 divers searched the wreck off Suva in May.",
        "More than 300 divers searched the lake for three days.",
        None,
    ),
    ("No number here.", "None here.", None),
]


@pytest.mark.parametrize(("one", "two", "wanted"), NUMBERS)
def test_numbers_that_differ(one: str, two: str, wanted: str | None, model: LanguageModel) -> None:
    """The same thing counted differently is shown with both counts, the earlier first."""
    documents = [make("a", one, "Snow fell."), make("b", two, "Rain fell.")]
    found = [
        Annotations(
            d.id,
            "en",
            counts=find_counts(parse_document(d, (), model=model), lexicon=Lexicon("en")),
        )
        for d in documents
    ]
    rows = compare(*documents, found=found).get("number_differs", [])
    shown = [r.value.replace("person", "people").replace("home", "homes") for r in rows if r.value]
    assert shown == ([wanted] if wanted else [])


def test_a_number_of_three_sources_is_one_row(model: LanguageModel) -> None:
    """One row with all that differ; a reprint is not counted again."""
    texts = (
        "The flood in Bonn killed 12 people.",
        "In Bonn the flood killed 15 people.",
        "The flood killed 20 people in Bonn.",
    )
    documents = [make(f"d{i}", t, day=f"2024-01-0{i + 1}") for i, t in enumerate(texts)]
    found = [
        Annotations(
            d.id,
            "en",
            counts=find_counts(parse_document(d, (), model=model), lexicon=Lexicon("en")),
        )
        for d in documents
    ]
    (row,) = compare(*documents, found=found)["number_differs"]
    assert [m.document for m in row.members] == ["d2", "d1", "d0"]


FERRY = (
    "A ferry capsized off Brellin on Monday, killing at least 11 people, the coast guard said.",
    "At least 11 people died when the Norwick ferry capsized off Brellin.",
    "Eleven people were killed and 30 injured when the ferry capsized off Brellin.",
    "The death toll of the Norwick ferry that capsized off Brellin has risen to 14.",
    "At least 14 people have died since the Norwick ferry capsized off Brellin.",
    "The number of people killed when the Norwick ferry capsized off Brellin rose to 19.",
    "Rescuers off Brellin have now counted 19 dead on the Norwick ferry that capsized.",
    "The ferry that capsized off Brellin killed 19 people and left 42 hurt.",
)


def counted(documents: Sequence[Document], model: LanguageModel) -> list[Annotations]:
    """The counts of each document."""
    return [
        Annotations(
            d.id,
            "en",
            counts=find_counts(parse_document(d, (), model=model), lexicon=Lexicon("en")),
        )
        for d in documents
    ]


PRINTED = (
    "The gas pipeline between Norway and Denmark was shut on Monday after a leak near the coast.",
    "The leak killed 40 sheep.",
    "Engineers at the coast said that repairs to the pipeline would take three weeks.",
    "Nobody had been hurt by the leak, and the coast guard kept the ferries in port.",
)
EDITED = (
    PRINTED[0],
    "The leak killed 60 sheep.",
    PRINTED[2].replace("three weeks", "a month"),
    PRINTED[3],
)


def test_what_an_edited_copy_changes_is_compared_once(model: LanguageModel) -> None:
    """Words and numbers that differ between copies are laid side by side, equal ones are not."""
    other = "The pipeline was shut again near the coast, and a leak of gas kept the engineers busy."
    documents = [
        make("a", *PRINTED, day="2024-01-01"),
        make("b", *PRINTED, day="2024-01-01"),
        make("c", *EDITED, day="2024-01-02"),
        make("d", other, day="2024-01-03"),
    ]
    found = compare(*documents, found=counted(documents, model))
    (number,) = found["number_differs"]
    assert (number.documents, number.value) == (("a", "c"), "60 / 40 sheep")
    changed = {tuple(m.sentence for m in row.members) for row in found["changed"]}
    assert changed == {("s-a-1", "s-c-1"), ("s-a-2", "s-c-2")}
    related = [tuple(m.sentence for m in row.members) for row in found["related_sentences"]]
    assert not any("b" in row.documents for row in found["related_sentences"])
    assert len(related) == len(set(related))
    assert ("s-a-0", "s-d-0") in related


def test_copies_of_one_text_share_no_topic() -> None:
    """A topic is shared where a second text has it, however often the first was printed."""
    one, again = make("a", STORY, day="2024-01-01"), make("b", STORY)
    other = make("c", "Snow fell on a gas pipeline in Oslo.")
    gas = topic("gas pipeline", one, again)
    assert "shared_topic" not in compare(one, again, topics=(gas,))
    (row,) = compare(one, again, other, topics=(topic("gas pipeline", one, again, other),))[
        "shared_topic"
    ]
    assert row.documents == ("a", "c")


def test_tolls_in_ordinary_words_are_one_row_newest_first(model: LanguageModel) -> None:
    """Eight articles with three tolls give one row of the dead and one of the hurt."""
    documents = [make(f"d{i}", t, day=f"2024-01-0{i + 1}") for i, t in enumerate(FERRY)]
    rows = compare(*documents, found=counted(documents, model))["number_differs"]
    assert [row.value for row in rows] == ["19 / 14 / 11 person", "42 / 30 person"]
    assert [m.document for m in rows[0].members] == [f"d{i}" for i in range(7, -1, -1)]


BRIDGE = (
    "At least 14 people died when the Sela bridge in Lubao collapsed on Monday, officials said.",
    "The collapse of the Sela bridge in Lubao left 14 people dead and 30 injured.",
    "The number of people killed in the fall of the Sela bridge in Lubao has risen to 17.",
    "The Sela bridge in Lubao fell into the river and killed 17, and 350 residents were evacuated.",
    "The collapse of the Sela bridge in Lubao killed 19, the mayor said on Thursday.",
    "The Sela bridge collapse in Lubao in figures. Deaths: 19. Injured: 41.",
    "Survivors of the Sela bridge collapse, in which nineteen people lost their lives, left Lubao.",
    "About 420 people had to leave their homes in Lubao when the Sela bridge collapsed.",
)


def test_what_became_of_people_is_told_in_many_ways(model: LanguageModel) -> None:
    """The dead, the hurt and the evacuated of one event: sentences, idioms and a list's lines."""
    documents = [make(f"d{i}", t, day=f"2024-01-0{i + 1}") for i, t in enumerate(BRIDGE)]
    rows = compare(*documents, found=counted(documents, model))["number_differs"]
    assert {row.value: [m.document for m in row.members] for row in rows} == {
        "19 / 17 / 14 person": ["d6", "d5", "d4", "d3", "d2", "d1", "d0"],
        "420 / 350 person": ["d7", "d3"],
        "41 / 30 person": ["d5", "d1"],
    }


COSTS = (
    "Repairs to the Sela bridge in Lubao could cost $12 million, the ministry said.",
    "The damage of the Sela bridge in Lubao is put at $12 million, the ministry said.",
    "Rebuilding will cost $15 million, the ministry said of the Sela bridge in Lubao.",
)


def test_what_an_event_costs_is_one_row(model: LanguageModel) -> None:
    """Damage, repairs and rebuilding are what it costs."""
    documents = [make(f"d{i}", t, day=f"2024-01-0{i + 1}") for i, t in enumerate(COSTS)]
    (row,) = compare(*documents, found=counted(documents, model))["number_differs"]
    assert row.value == "15 million / 12 million $"


def test_two_named_causes_are_two_events(model: LanguageModel) -> None:
    """Two storms of one season are not compared."""
    texts = (
        "Hurricane Mala killed 28 people in the islands of Nuku.",
        "Hurricane Tano killed 300 people in the islands of Nuku.",
    )
    documents = [make(f"d{i}", t, day=f"2024-01-0{i + 1}") for i, t in enumerate(texts)]
    assert "number_differs" not in compare(*documents, found=counted(documents, model))


OTHER_TOLLS = [
    "The worst such disaster killed 852 people in 1994, when a ferry capsized off Tallow.",
    "A market fire in Ostermark killed 3 people.",
]


@pytest.mark.parametrize("other", OTHER_TOLLS)
def test_the_toll_of_another_event_is_no_other_number(other: str, model: LanguageModel) -> None:
    """An old disaster and another story's dead are not compared with the ferry's."""
    documents = [make("a", FERRY[0], day="2024-01-01"), make("b", other, day="2024-01-02")]
    assert "number_differs" not in compare(*documents, found=counted(documents, model))


def test_the_dead_of_a_year_named_before_are_of_that_event(model: LanguageModel) -> None:
    """*Nine passengers died.* behind *in 1989* counts those of another crash."""
    one = make("a", "In May 1979 a jet of Tallow Air crashed.", "All 258 passengers died.")
    two = make("b", "In May 1989 a door of a jet burst off Ostermark.", "Nine passengers died.")
    assert "number_differs" not in compare(one, two, found=counted([one, two], model))


def told_by(documents: Sequence[Document], model: LanguageModel) -> list[Annotations]:
    """What the documents count, and what their main clauses tell."""
    lexicon = Lexicon("en")
    parses = [parse_document(d, (), model=model) for d in documents]
    return [
        msgspec.structs.replace(
            found, context_dependences=find_context_dependences(d, parse, lexicon=lexicon)
        )
        for d, parse, found in zip(documents, parses, counted(documents, model), strict=True)
    ]


CHANGES = [
    ("Lubao will rebuild the old harbour wall.", "Lubao rebuilt the old harbour wall.", True),
    ("Lubao may sell the old ferry fleet.", "Lubao has sold the old ferry fleet.", True),
    (
        "The mayor of Suva signed the harbour treaty.",
        "The mayor of Suva did not sign the harbour treaty.",
        True,
    ),
    (
        "The flood killed 11 people in the harbour town.",
        "The flood killed 24 people in the harbour town.",
        True,
    ),
    (
        "The strike cost the port of Tema $3 million.",
        "The strike cost the port of Tema $7 million.",
        True,
    ),
    ("The peace talks continue in Oslo.", "Oslo likes the winter sports.", False),
    ("The peace talks in Oslo have ended.", "The peace talks in Oslo have ended.", False),
    (
        "The flood killed 11 people in the harbour town.",
        "The flood killed 11 people in that harbour town.",
        False,
    ),
    ("Lubao rebuilt the old harbour wall.", "Lubao painted the old harbour wall.", False),
    (
        "A storm has winds of 39 mph and a hurricane winds of 74 mph.",
        "A storm has winds of 39 mph, the office said.",
        False,
    ),
]


@pytest.mark.parametrize(("before", "after", "changed"), CHANGES)
def test_how_it_changed(before: str, after: str, changed: bool, model: LanguageModel) -> None:
    """A later sentence tells the same with another number, denied, or as done."""
    one = make("a", before, "Snow fell here.", day="2024-01-01")
    two = make("b", after, "Rain fell there.", day="2024-02-01")
    place = next((w for w in ("Lubao", "Suva", "Tema") if w in before), "")
    named = (actor(place, (one, place), (two, place), kind="place"),) if place else ()
    rows = compare(one, two, found=told_by((one, two), model), actors=named)
    assert ("changed" in rows) is changed


def test_what_others_are_told_of_is_no_change(model: LanguageModel) -> None:
    """The same words of Tema, and then of a minister as well, tell of another matter."""
    one = make("a", "The strike cost the port of Tema $3 million.", day="2024-01-01")
    two = make("b", "The strike cost the port of Tema $7 million.", day="2024-02-01")
    found = told_by((one, two), model)
    tema = actor("Tema", (one, "Tema"), (two, "Tema"), kind="place")
    also = actor("Strike", (two, "strike"), kind="place")
    assert "changed" in compare(one, two, found=found, actors=(tema,))
    assert "changed" not in compare(one, two, found=found, actors=(tema, also))


def test_what_may_have_been_earlier_shows_no_change(model: LanguageModel) -> None:
    """A document that is only known to be of January or later is not before one of February."""
    one = make("a", CHANGES[0][0], day="2024-01-01/..")
    two = make("b", CHANGES[0][1], day="2024-02-01")
    assert "changed" not in compare(one, two, found=told_by((one, two), model))


def dated(document: Document, value: str) -> DatedExpression:
    """A date of the document's first sentence."""
    end = document.sentences[0].end
    return DatedExpression(
        f"d-{document.id}", document.id, 0, 4, document.text[:4], value, value, "day", "date", "",
        (), "explicit", None, in_timeline=True, sentence=document.sentences[0].id,
        clause=DatedClause(0, end),
    )  # fmt: skip


TIMES = [
    ("2024-01-02", "2024-01-02", True),
    ("2024-01-02", "2024-01-05", False),
    ("2024-01", "2024-01-05", True),
    ("2024-01-02", None, True),
    ("1998", None, False),
]


@pytest.mark.parametrize(("one_day", "other_day", "related"), TIMES)
def test_related_sentences_may_be_of_one_day(
    one_day: str, other_day: str | None, related: bool
) -> None:
    """Two fires on two days are not one matter, though in the same words."""
    first = "Fire broke out at the Tarn paper mill, seen from every village around the lake."
    one = make("a", first, "Snow fell.", day="2024-01-06")
    second = "Fire broke out in the Tarn paper mill again, harming two guards and a farmer badly."
    two = make("b", second, "Rain.", day="2024-01-06")
    mill = actor("Tarn", (one, "Tarn"), (two, "Tarn"), kind="place")
    days = [dated(one, one_day), *([dated(two, other_day)] if other_day else [])]
    rows = compare(one, two, actors=(mill,), dates=days)
    assert ("related_sentences" in rows) is related


def test_what_an_agency_wrote_for_two_is_related_once() -> None:
    """What two papers share is no relation; a third's own words are related to the first."""
    shared = [
        "Divers found the ferry bell near Tallow island.",
        "Police closed the harbour road at Tallow.",
        "Engineers raised the sunken engine with chains.",
    ]
    rest = [f"Number {i} was quiet and said nothing of {w}." for i, w in enumerate("xyz")]
    one = make("a", *shared, "Children sang songs on the hill by the church.", *rest)
    two = make("b", "Farmers sold their apples at the weekly market.", *shared)
    three = make("c", "Near Tallow the bell was found by pupils from the navy.")
    tallow = actor("Tallow", (one, "Tallow"), (two, "Tallow"), (three, "Tallow"), kind="place")
    pairs = compare(one, two, three, actors=(tallow,))["related_sentences"]
    assert {r.documents for r in pairs} == {("a", "c")}


@pytest.mark.parametrize(
    ("first", "second", "related"),
    [
        (
            "Divers found three ferry bells near Tallow island.",
            "After a week of fog divers found three ferry bells near Tallow island at last.",
            False,
        ),
        (
            "Divers found 3 ferry bells near Tallow island.",
            "After a week of fog divers found 5 ferry bells near Tallow island at last.",
            True,
        ),
    ],
)
def test_a_sentence_that_another_has_whole_is_no_relation(
    first: str, second: str, related: bool
) -> None:
    """What adds no word is told once; another number is told beside the first."""
    rest = [f"Number {i} was quiet and said nothing of {w}." for i, w in enumerate("xyzuvw")]
    one, two = make("a", first, *rest[:3]), make("b", second, *rest[3:])
    tallow = actor("Tallow", (one, "Tallow"), (two, "Tallow"), kind="place")
    assert ("related_sentences" in compare(one, two, actors=(tallow,))) is related


def test_a_short_sentence_does_not_hide_two_that_have_it() -> None:
    """Two accounts are laid side by side, though a third sentence stands whole in each."""
    short = "Divers found the ferry bell near Tallow island."
    rest = [f"Number {i} was quiet and said nothing of {w}." for i, w in enumerate("xyzuvw")]
    one = make("a", short, *rest[:2])
    two = make("b", f"{short[:-1]}, where the navy had raised its engine with chains.", *rest[2:4])
    three = make(
        "c",
        f"After a week of winter fog with new lamps from Norway {short[:-1]} at last.",
        *rest[4:],
    )
    tallow = actor("Tallow", (one, "Tallow"), (two, "Tallow"), (three, "Tallow"), kind="place")
    rows = compare(one, two, three, actors=(tallow,)).get("related_sentences", [])
    assert {r.documents for r in rows} == {("b", "c")}


def test_two_matters_are_no_relation() -> None:
    """Sentences that share a name and a word or two of many tell of two matters."""
    first = "Tallow sold the harbour ferry to a shipowner from Norway who wanted scrap metal."
    second = "Tallow praised the harbour ferry for races, lanterns, fireworks and dancing on deck."
    rest = [f"Number {i} was quiet and said nothing of {w}." for i, w in enumerate("xyzuvw")]
    one, two = make("a", first, *rest[:3]), make("b", second, *rest[3:])
    tallow = actor("Tallow", (one, "Tallow"), (two, "Tallow"))
    assert "related_sentences" not in compare(one, two, actors=(tallow,))


RESTATED = [
    ("Divers raised the rusty motor of the ferry.", False),
    ("Divers raised the rusty engine near Tallow with chains that the navy lent.", True),
]


@pytest.mark.parametrize(("other", "related"), RESTATED)
def test_a_relation_adds_to_what_the_other_sentence_tells(other: str, related: bool) -> None:
    """The same told in other small words is told once."""
    first = "The divers have raised the rusty engine of the old ferry at Tallow on Sunday."
    rest = [f"Number {i} was quiet and said nothing of {w}." for i, w in enumerate("xyzuvw")]
    one = make("a", first, *rest[:3])
    two = make("b", other if "Tallow" in other else f"{other[:-1]} at Tallow.", *rest[3:])
    tallow = actor("Tallow", (one, "Tallow"), (two, "Tallow"), kind="place")
    assert ("related_sentences" in compare(one, two, actors=(tallow,))) is related


WEAK_PAIRS = [
    (
        "Tallow told the council on the island that he saw no reason for a second ferry.",
        "Tallow praised a ferry that his grandfather built by hand from old oak and copper.",
        False,
    ),
    (
        "Tallow told the council that a second ferry needs new engines before spring.",
        "Tallow said the engines of a second ferry came from a closed yard.",
        True,
    ),
    ("Tallow sold the ferry.", "Tallow bought a ferry.", True),
]


@pytest.mark.parametrize(("first", "second", "related"), WEAK_PAIRS)
def test_one_word_beside_an_actor_relates_only_short_sentences(
    first: str, second: str, related: bool
) -> None:
    """Two long sentences on one person need two words in common to be on one matter."""
    rest = [f"Number {i} was quiet and said nothing of {w}." for i, w in enumerate("xyzuvw")]
    one, two = make("a", first, *rest[:3]), make("b", second, *rest[3:])
    tallow = actor("Tallow", (one, "Tallow"), (two, "Tallow"))
    rows = compare(one, two, actors=(tallow,)).get("related_sentences", [])
    assert (first in {one.text[m.start : m.end] for r in rows for m in r.members}) is related


HARBOUR = "“The harbour tunnel needs forty welders before the winter,” said Lee."
LATER = "“Before the winter the harbour tunnel lost its welders to shipyards,” said Lee."
ELSE = "“Our choir sings in the market hall on Sundays,” said Lee."


@pytest.mark.parametrize(
    ("words", "days", "pairs"),
    [
        ((HARBOUR, LATER), ("2024-01-05", "2024-03-09"), 1),
        ((LATER, HARBOUR), ("2024-03-09", "2024-01-05"), 1),
        ((HARBOUR, LATER), ("2024-01-05", "2024-01-09"), 0),
        ((HARBOUR, LATER), ("2024-01-05", ""), 0),
        ((HARBOUR, ELSE), ("2024-01-05", "2024-03-09"), 0),
        ((HARBOUR, HARBOUR), ("2024-01-05", "2024-03-09"), 0),
    ],
)
def test_two_statements_on_one_matter_weeks_apart(
    words: tuple[str, str], days: tuple[str, str], pairs: int
) -> None:
    """Those of one speaker on one matter, the earlier first; the same words again are no second."""
    # A third document has words of its own, so that those of the two tell something.
    many = [make(n, w, day=d) for n, w, d in zip("ab", words, days, strict=True)]
    many.append(make("c", "The ferry to Merrow was late again because of the fog."))
    lee = actor("Lee", *((d, "Lee") for d in many[:2]))
    said_by = [said(f"q{d.id}", d, d.text[1:20], "lee") for d in many[:2]]
    rows = compare(*many, actors=(lee,), quotations=said_by).get("restated", [])
    assert len(rows) == pairs
    for row in rows:
        assert row.actor == "lee"
        order = {m.document: day for m, day in zip(row.members, sorted(days), strict=True)}
        assert order == dict(zip("ab", days, strict=True))


def test_statements_of_two_speakers_are_not_restated() -> None:
    """What somebody else says of the matter weeks later is related, and not the actor's own."""
    days = ("2024-01-05", "2024-03-09")
    one, two = (make(n, w, day=d) for n, w, d in zip("ab", (HARBOUR, LATER), days, strict=True))
    people = (actor("Lee", (one, "Lee")), actor("Ek", (two, "Lee")))
    spoken = (said("q1", one, "The harbour", "lee"), said("q2", two, "Before the", "ek"))
    assert "restated" not in compare(one, two, actors=people, quotations=spoken)


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


def test_only_what_single_sentences_weigh_is_kept() -> None:
    """There are many more pairs than sentences, and what they share is not kept."""
    cracked = ("bridge", "tunnel", "tower", "harbour", "school", "theatre")
    told = [make(place, f"Inspectors found long cracks in the {place}.") for place in cracked]
    index = index_sentences(told, (), (), (), {})
    names = list(index.names.values())
    assert all(0 < index.likeness(one, two) < 1 for one, two in combinations(names, 2))
    assert set(index.weighed) == set(names)


def test_pairs_past_the_most_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a sentence is in as many pairs as are shown, no more words of it are laid beside."""
    told = "Inspectors found {} long cracks in the harbour bridge."
    documents = [make(f"d{n:02}", told.format(n)) for n in range(7, 38)]
    index = index_sentences(documents, (), (), (), {})
    one, *others = index.names
    content, read = SentenceIndex.content, list[Located]()

    def counted(self: SentenceIndex, place: Located) -> frozenset[str]:
        read.append(place)
        return content(self, place)

    monkeypatch.setattr(SentenceIndex, "content", counted)
    pairs = [SentencePair(one, other, 0.5, ()) for other in others]
    assert len(_best(pairs, index)) == MOST_OF_ONE
    assert len(read) == 2 * MOST_OF_ONE
