"""Ninety files in the layouts that people have: title, authors, day, publisher and body of each."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from made_layouts import LAYOUTS, STORIES, LaidOutStory

from generator.model.text import Document
from generator.read.seeds import read_seeds

BODY, TITLES, AUTHORS, FURNITURE = 0.95, 0.95, 0.90, 0.01
CASES = [
    (layout, encoding, number)
    for layout, (_, _, encodings) in LAYOUTS.items()
    for encoding in encodings
    for number in range(len(STORIES))
]
Read = list[tuple[str, LaidOutStory, Document]]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Every file's layout, story and document."""
    folder = tmp_path_factory.mktemp("seeds")
    made: dict[str, tuple[str, LaidOutStory]] = {}
    for count, (layout, encoding, number) in enumerate(CASES):
        ending, make, _ = LAYOUTS[layout]
        name = f"{count:03}{ending}"
        (folder / name).write_bytes(make(STORIES[number]).encode(encoding))
        made[name] = layout, STORIES[number]
    reading = read_seeds(Path(folder))
    assert reading.skipped == ()
    return [(*made[d.path], d) for d in reading.documents]


def words(text: str) -> Counter[str]:
    """The words of a text with how often each stands there."""
    return Counter(text.split())


def body(document: Document) -> str:
    """What is read as the story."""
    told = ("body", "subhead", "standfirst", "dateline")
    return " ".join(
        document.text[z.start : z.end]
        for z in document.zones
        if z.kind in told and z.rule != "mostly_date"
    )


def test_there_are_enough(read: Read) -> None:
    """At least eighty files, each a document."""
    assert len(read) == len(CASES) >= 80


def test_body(read: Read) -> None:
    """By layout the words of the story are found, and hardly another."""
    scores: defaultdict[str, list[float]] = defaultdict(list)
    other = total = 0
    for layout, story, document in read:
        meant, found = words(" ".join(story.paragraphs)), words(body(document))
        both = (meant & found).total()
        scores[layout].append(2 * both / (meant.total() + found.total()))
        other += (found - meant).total()
        total += found.total()
    means = {layout: sum(values) / len(values) for layout, values in scores.items()}
    assert {layout: mean for layout, mean in means.items() if mean < BODY} == {}
    assert other <= FURNITURE * total


def test_titles_days_and_publishers(read: Read) -> None:
    """The headline without the site's name, the day, and the site as the publisher."""
    wrong = [
        (layout, document.path, document.metadata)
        for layout, story, document in read
        if _value(document, "title") != story.title
        or _value(document, "published") != story.day
        or (_value(document, "publisher") or story.publisher) != story.publisher
    ]
    assert len(wrong) <= (1 - TITLES) * len(read), wrong


def test_authors(read: Read) -> None:
    """Those who wrote it by name, without roles, the site or the word *by*."""
    wrong = [
        (layout, [a.value for a in document.metadata.authors])
        for layout, story, document in read
        if {a.value for a in document.metadata.authors}
        != set(story.authors[: 1 if layout == "mail" else None])
    ]
    assert len(wrong) <= (1 - AUTHORS) * len(read), wrong


def _value(document: Document, name: str) -> str | None:
    fact = getattr(document.metadata, name)
    return fact.value if fact else None
