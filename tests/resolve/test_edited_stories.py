"""What an editor says of stories is last: merged, split, moved, named, pinned."""

from collections.abc import Sequence

import pytest
from handmade import make_document
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.model.annotations import Annotations
from generator.model.corpus import Corpus, Correction, Story
from generator.resolve.assemble import assemble_corpus

TEXTS = (
    "A ferry capsized off Marrowick with sixty passengers aboard, the coastguard said.",
    "Divers searched the capsized ferry off Marrowick; the coastguard found eleven passengers.",
    "The coastguard ended its search for passengers of the Marrowick ferry that capsized.",
    "Tollenby's mayor vetoed the library budget after councillors restored the subsidy.",
    "Councillors in Tollenby overrode the mayor's veto and kept the library subsidy.",
    "A beekeeper in Vossgard bred hives that withstand the varroa mite.",
)
FERRY, BUDGET = "story-d0", "story-d3"


def correction(action: str, *target: str, value: str | None = None, line: int = 1) -> Correction:
    """One line of the editor's file."""
    return Correction(action, target, value, "for a reason", line, applied=False)


def corrected(*corrections: Correction) -> Corpus:
    """Two stories and a document that stands alone, as an editor has put them right."""
    documents = [
        make_document([text], path=f"d{n}.txt", identifier=f"d{n}") for n, text in enumerate(TEXTS)
    ]
    found = [Annotations(d.id, "en") for d in documents]
    limits = Settings().limits
    return assemble_corpus(documents, found, corrections=corrections, limits=limits)


def members(stories: Sequence[Story]) -> list[str]:
    """The documents of each story, as one word each."""
    return [" ".join(s.documents) for s in stories]


def test_without_corrections_there_are_two_stories() -> None:
    """The ground of the tests below."""
    assert members(corrected().stories) == ["d0 d1 d2", "d3 d4"]


@pytest.mark.parametrize(
    ("one", "stories"),
    [
        (correction("merge-stories", FERRY, BUDGET), ["d0 d1 d2 d3 d4"]),
        (correction("merge-stories", BUDGET, FERRY), ["d0 d1 d2 d3 d4"]),
        (correction("split-story", FERRY, "d1", "d2"), ["d1 d2", "d3 d4"]),
        (correction("split-story", FERRY, "d2"), ["d0 d1", "d3 d4"]),
        (correction("move", "d5", value=FERRY), ["d0 d1 d2 d5", "d3 d4"]),
        (correction("move", "d2", value=BUDGET), ["d0 d1", "d2 d3 d4"]),
        (correction("move", "d4"), ["d0 d1 d2"]),
    ],
)
def test_documents_go_where_the_editor_wants_them(one: Correction, stories: list[str]) -> None:
    """Each correction does what it says; a story of one document is none."""
    corpus = corrected(one)
    assert members(corpus.stories) == stories
    assert [c.applied for c in corpus.corrections] == [True]
    assert corpus.warnings == ()


def test_who_was_moved_is_said_to_be_there_by_the_editor() -> None:
    """The others are there for the words that they share."""
    (first, _) = corrected(correction("move", "d5", value=FERRY)).stories
    rules = {one.document: one.rule for one in first.why}
    assert rules == {**dict.fromkeys(("d0", "d1", "d2"), "shares-rare-words"), "d5": "editor"}


def test_a_name_and_a_pin_stay_with_the_story() -> None:
    """A later merge keeps the name of the story that it begins with, and either one's pin."""
    corpus = corrected(
        correction("name-story", BUDGET, value="The library", line=1),
        correction("pin-story", FERRY, line=4),
        correction("merge-stories", BUDGET, FERRY, line=7),
    )
    (story,) = corpus.stories
    assert (story.id, story.name, story.pinned) == (FERRY, "The library", True)


@pytest.mark.parametrize(
    "one",
    [
        correction("merge-stories", FERRY, "story-gone"),
        correction("merge-stories", FERRY, FERRY),
        correction("split-story", FERRY, "d3"),
        correction("split-story", FERRY, "d0", "d1", "d2"),
        correction("split-story", "story-gone", "d0"),
        correction("move", "d9", value=FERRY),
        correction("move", "d0", value=FERRY),
        correction("move", "d0", value="story-gone"),
        correction("move", "d5"),
        correction("name-story", "story-gone", value="x"),
        correction("pin-story", "story-gone"),
    ],
)
def test_what_no_longer_applies_changes_nothing_and_is_told(one: Correction) -> None:
    """A correction whose story or document is gone is a warning with its line."""
    corpus = corrected(one)
    assert members(corpus.stories) == members(corrected().stories)
    assert [c.applied for c in corpus.corrections] == [False]
    assert [w.partition(": ")[0] for w in corpus.warnings] == ["seeds/corrections.yml:1"]


STEP = st.one_of(
    st.builds(
        lambda ids, to: correction("move", *ids, value=to),
        st.lists(st.sampled_from([f"d{n}" for n in range(6)]), min_size=1, max_size=3, unique=True),
        st.sampled_from([FERRY, BUDGET, "story-d1", None]),
    ),
    st.just(correction("merge-stories", FERRY, BUDGET)),
    st.builds(lambda d: correction("split-story", FERRY, d), st.sampled_from(["d0", "d1", "d2"])),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEP, max_size=5))
def test_whatever_an_editor_does_each_document_is_in_one_story_at_most(
    steps: list[Correction],
) -> None:
    """No story has fewer than two documents, and none is told twice."""
    told = [s.documents for s in corrected(*steps).stories]
    assert all(len(one) > 1 for one in told)
    every = [d for one in told for d in one]
    assert len(every) == len(set(every))
