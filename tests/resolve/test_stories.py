"""Stories: the documents of one event are found together, and like events are told apart."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import msgspec
import pytest
from handmade import make_document
from hypothesis import given, settings
from hypothesis import strategies as st
from made_newsroom import OF_A_STORY, make_newsroom

from generator.model.annotations import Annotations
from generator.model.corpus import Story
from generator.model.text import Document, Fact
from generator.read.seeds import read_seeds
from generator.resolve.stories import clustering, find_story_groups, resolve_stories
from generator.resolve.stories.clustering import cluster_documents
from generator.resolve.stories.gaps import stated_period
from generator.resolve.stories.terms import Terms, read_terms

FERRY = (
    "A ferry capsized off Marrowick with sixty passengers aboard, the coastguard said.",
    "Divers searched the capsized ferry off Marrowick; the coastguard found eleven passengers.",
    "The coastguard ended its search for passengers of the Marrowick ferry that capsized.",
)
BUDGET = (
    "Tollenby's mayor vetoed the library budget after councillors restored the subsidy.",
    "Councillors in Tollenby overrode the mayor's veto and kept the library subsidy.",
)
ALONE = "A beekeeper in Vossgard bred hives that withstand the varroa mite."


def corpus_of(texts: Sequence[str], *, days: Sequence[str] = ()) -> list[Document]:
    """One document a text; the day it was published where one is given."""
    made = [make_document([t], path=f"d{n}.txt", identifier=f"d{n}") for n, t in enumerate(texts)]
    return [
        msgspec.structs.replace(
            d,
            metadata=msgspec.structs.replace(
                d.metadata, published=Fact(days[n], "stated", None, "date_line")
            ),
        )
        if n < len(days) and days[n]
        else d
        for n, d in enumerate(made)
    ]


def stories_of(documents: Sequence[Document]) -> tuple[Story, ...]:
    """The stories of some documents in which no names were looked for."""
    nothing = [Annotations(d.id, "en") for d in documents]
    groups = find_story_groups(documents, nothing)
    return resolve_stories(documents, groups, actors=(), topics=(), published={})


def test_documents_of_one_event_are_a_story() -> None:
    """The ferry's three documents are one story, the budget's two another; the bees stand alone."""
    found = stories_of(corpus_of([*FERRY, *BUDGET, ALONE]))
    assert [s.documents for s in found] == [("d0", "d1", "d2"), ("d3", "d4")]


def test_a_story_is_named_after_its_earliest_document() -> None:
    """The id is the earliest document's, whatever its name, and the dates span the story."""
    days = ("2024-03-09", "2024-03-07", "2024-03-08")
    story = stories_of(corpus_of(FERRY, days=days))[0]
    assert story.id == "story-d1"
    assert story.documents == ("d1", "d2", "d0")
    assert (story.start, story.end) == ("2024-03-07", "2024-03-09")


@pytest.mark.parametrize(
    ("days", "stories"),
    [
        (("2019-03-07", "2020-09-01", "2022-02-20"), [("d0", "d1", "d2")]),
        (("2019-03-07", "2019-03-08", "2023-03-07"), [("d0", "d1")]),
        (("2023-03-07", "2019-03-08", "2019-03-07"), [("d2", "d1")]),
        (("2019", "2020", "2023-03"), [("d0", "d1")]),
        (("2019-03-07", "2019-03-08", "2023-03-07/.."), [("d0", "d1", "d2")]),
        (("2015-03-07", "2019-03-08", "2023-03-07"), []),
    ],
)
def test_reports_that_are_years_apart_tell_of_two_events(
    days: Sequence[str], stories: Sequence[tuple[str, ...]]
) -> None:
    """A sequel of a year and a half later is one; four years later the same words are another's."""
    assert [s.documents for s in stories_of(corpus_of(FERRY, days=days))] == stories


def test_a_document_without_a_date_goes_with_those_that_it_is_like() -> None:
    """Of two ferries, years apart, the undated report names the eleven passengers of the second."""
    texts = (*FERRY, "Divers found eleven passengers in the capsized ferry off Marrowick.")
    days = ("2019-03-07", "2023-03-08", "2019-03-09", "")
    assert [s.documents for s in stories_of(corpus_of(texts, days=days))] == [
        ("d0", "d2"),
        ("d1", "d3"),
    ]


def test_a_label_and_the_shared_words_are_verbatim() -> None:
    """The label is a line of one of the documents, and each shared word stands where it says."""
    documents = {d.id: d for d in corpus_of(FERRY)}
    story = stories_of(list(documents.values()))[0]
    assert story.label is not None
    text = documents[story.label.document].text
    assert text[story.label.start : story.label.end] == story.label.text
    for member in story.why:
        words = [documents[w.document].text[w.start : w.end] for w in member.words]
        assert "Marrowick" in words
        assert all(w.document == member.document for w in member.words)


def test_a_headline_that_asks_names_no_story_that_another_can_name() -> None:
    """A question says not what happened; where every headline asks, one of them is the label."""
    asks = "Whose passengers drowned off Marrowick?"
    told = "Passengers of a capsized ferry drowned off Marrowick during a midnight thunderstorm."
    labels = [stories_of(corpus_of(texts))[0].label for texts in ((asks, told), (asks, asks))]
    assert [label.text for label in labels if label] == [told, asks]


def quake(place: str, mayor: str, number: int) -> str:
    """One of several reports of a quake, which differ in where it was and who spoke."""
    details = ("Rubble blocked roads", "Hospitals treated patients", "Rescuers dug through rubble")
    return (
        f"The earthquake toppled houses in {place}, mayor {mayor} said. {details[number]}. "
        f"Aftershocks shook {place}; {mayor} asked for tents. Seismologists measured the quake."
    )


def test_like_events_are_told_apart() -> None:
    """Two quakes share their words and not their places: two stories, not one."""
    texts = [quake("Sarrowen", "Ilva Trent", n) for n in range(3)]
    texts += [quake("Kelmora", "Oddo Brask", n) for n in range(3)]
    assert [s.documents for s in stories_of(corpus_of(texts))] == [
        ("d0", "d1", "d2"),
        ("d3", "d4", "d5"),
    ]


@pytest.mark.parametrize("language", ["und", "ko", "ja", "zh"])
def test_a_language_without_counted_words_has_no_stories(language: str) -> None:
    """Where words are not counted, or not parted by spaces, documents stand alone."""
    documents = [msgspec.structs.replace(d, language=language) for d in corpus_of(FERRY)]
    assert stories_of(documents) == ()


WORDS = st.sampled_from(
    (
        *("ferry", "capsized", "Marrowick", "coastguard", "veto", "library", "subsidy"),
        *("Tollenby", "beekeeper", "hives", "mite", "quake", "rubble", "aftershock", "tents"),
        *("seismologist", "sonata", "cellist", "encore", "glacier", "moraine"),
    )
)
DAYS = st.lists(st.sampled_from(("", "2016-02-29", "2019-03", "2022-05-05")), max_size=10)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(TEXTS, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_documents_means_nothing(
    texts: list[str], days: list[str], chance: Random
) -> None:
    """Documents in any order give the same stories."""
    documents = corpus_of(texts, days=days)
    shuffled = list(documents)
    chance.shuffle(shuffled)
    assert stories_of(shuffled) == stories_of(documents)


@settings(max_examples=60, deadline=None)
@given(TEXTS, DAYS, st.lists(WORDS, min_size=1, max_size=9).map(" ".join))
def test_a_document_changes_only_what_it_touches(
    texts: list[str], days: list[str], more: str
) -> None:
    """A new document leaves every story as it was that shares no word with its component."""
    documents = corpus_of([*texts, more], days=days)
    terms = [read_terms(d, Annotations(d.id, "en")) for d in documents]
    periods = [stated_period(d) for d in documents]
    touched = component(terms, len(texts))
    found = cluster_documents(terms[:-1], periods[:-1])
    before = {c for c in found if not touched & set(c.members)}
    after = {c for c in cluster_documents(terms, periods) if not touched & set(c.members)}
    assert before == after


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.lists(WORDS, min_size=1, max_size=9).map(" ".join))
def test_a_document_that_goes_leaves_no_trace(texts: list[str], more: str) -> None:
    """After a document came and went the stories are the same to the byte."""
    before = msgspec.json.encode(stories_of(corpus_of(texts)))
    stories_of(corpus_of([*texts, more]))
    assert msgspec.json.encode(stories_of(corpus_of(texts))) == before


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(1, 4))
def test_how_many_rows_are_in_memory_decides_nothing(texts: list[str], rows: int) -> None:
    """Links are found a few rows at a time; the stories are those of all at once."""
    terms = [read_terms(d, Annotations(d.id, "en")) for d in corpus_of(texts)]
    undated = [None] * len(terms)
    whole = cluster_documents(terms, undated)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clustering, "ROWS", rows)
        assert cluster_documents(terms, undated) == whole


def component(terms: Sequence[Terms], start: int) -> set[int]:
    """Everything that hangs together with a document by shared words."""
    found, grown = {start}, True
    while grown:
        near = {
            i
            for i, one in enumerate(terms)
            for other in found
            if one.weights.keys() & terms[other].weights.keys()
        }
        grown, found = bool(near - found), found | near
    return found


@pytest.mark.parametrize("number", [0, 1])
def test_few_documents_are_no_trouble(number: int) -> None:
    """No document gives no story, and neither does one."""
    assert stories_of(corpus_of(FERRY[:number])) == ()


@pytest.mark.parametrize("number", [1, 40])
def test_two_of_many_that_share_only_the_folders_subject_stand_alone(number: int) -> None:
    """Beside one other report two that are little alike are a story, among many they are chance."""
    shared = "Marrowick coastguard passengers ferry"
    texts = [f"{shared} {' '.join(f'qu{n}x{i}zz' for i in range(12))}." for n in range(number + 2)]
    texts = [*texts[:-2], *(f"{t} Tollenby subsidy." for t in texts[-2:])]
    terms = [read_terms(d, Annotations(d.id, "en")) for d in corpus_of(texts)]
    members = [c.members for c in cluster_documents(terms, [None] * len(terms))]
    assert ((number, number + 1) in members) == (number == 1)


def test_documents_of_one_subject_among_many_hang_together_loosely() -> None:
    """What eight share beside the subject of all is little; what three of an event share is not."""
    shared = "Marrowick coastguard passengers ferry"
    own = [" ".join(f"qu{n}x{i}zz" for i in range(17)) for n in range(51)]
    event = "Tollenby mayor vetoed library budget councillors restored subsidy"
    texts = [f"{shared} {words}." for words in own[11:]]
    texts = [*(f"{shared} {event} {words}." for words in own[:3]), *texts]
    texts = [*texts, *(f"{shared} varroa hives beekeeper {words}." for words in own[3:11])]
    terms = [read_terms(d, Annotations(d.id, "en")) for d in corpus_of(texts)]
    found = [c for c in cluster_documents(terms, [None] * len(terms)) if len(c.members) > 1]
    assert [(c.members, c.loose) for c in found] == [
        ((0, 1, 2), False),
        (tuple(range(43, 51)), True),
    ]


@pytest.mark.parametrize("more", [False, True])
def test_copies_of_one_text_are_no_trouble(*, more: bool) -> None:
    """Where all words are everybody's none tells anything of a part."""
    shared = {f"w{n}": 1.0 for n in range(12)}
    extra = [{f"x{n}": 1.0} if more and n else {} for n in range(45)]
    terms = [Terms(shared | own, frozenset(), {}) for own in extra]
    (found,) = cluster_documents(terms, [None] * len(terms))
    assert (len(found.members), found.loose) == (len(terms), False)


def test_what_a_paper_always_writes_makes_no_story(tmp_path: Path) -> None:
    """Of a folder in the same phrases no story has the articles of more than eight events.

    Here no names are looked for; they tell like events apart.
    """
    make_newsroom(tmp_path, 400)
    documents = read_seeds(tmp_path).documents
    groups = find_story_groups(documents, [Annotations(d.id, "en") for d in documents])
    assert 0 < max(len(g.members) for g in groups) <= 8 * OF_A_STORY
