"""A newsroom's folder: pages, wires, exports of databases, notes and mails as people have them."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from generator.model.text import Document, Fact
from generator.read.seeds import read_seeds

FOLDER = Path(__file__).parent / "newsroom"
ROWS = [
    line.split("\t")
    for line in (FOLDER / "stated.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
STORIES = {path.stem: path.read_text("utf-8").split() for path in FOLDER.glob("*.story")}
BODY, BOILERPLATE = 0.95, 0.01
OWN = "-"
"""What stands for a story that is the file's own."""
TOLD = frozenset({"body", "subhead"})


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Every document of the folder by its path."""
    seeds = tmp_path_factory.mktemp("seeds")
    for path in FOLDER.iterdir():
        if path.suffix not in (".story", ".tsv"):
            shutil.copy(path, seeds)
    reading = read_seeds(seeds)
    assert reading.skipped == ()
    return {document.path: document for document in reading.documents}


def value(fact: Fact | None) -> str:
    """What a fact says on one line, "" for none."""
    return " ".join(fact.value.split()) if fact else ""


def body(document: Document) -> Counter[str]:
    """The words that are read as the story, with how often each stands there."""
    told = (document.text[z.start : z.end] for z in document.zones if z.kind in TOLD)
    return Counter(" ".join(told).split())


def test_every_file_is_listed(documents: dict[str, Document]) -> None:
    """Each document has a line that says what it states."""
    assert sorted(documents) == sorted(row[0] for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_what_a_file_states(documents: dict[str, Document], row: list[str]) -> None:
    """Headline, authors, day and publisher, whatever stands around them."""
    path, title, authors, day, publisher, _ = row
    stated = documents[path].metadata
    assert value(stated.title) == title
    assert [author.value for author in stated.authors] == [a for a in authors.split("|") if a]
    assert value(stated.published) == day
    assert not publisher or value(stated.publisher) == publisher


@pytest.mark.parametrize("row", [r for r in ROWS if r[5] != OWN], ids=lambda row: row[0])
def test_the_story_is_what_is_told(documents: dict[str, Document], row: list[str]) -> None:
    """The words of the story are found, and hardly another."""
    meant, found = Counter(STORIES[row[5]]), body(documents[row[0]])
    assert 2 * (meant & found).total() >= BODY * (meant.total() + found.total())


def test_boilerplate_is_no_story(documents: dict[str, Document]) -> None:
    """Of all words that are told hardly one is the page's."""
    rows = [row for row in ROWS if row[5] != OWN]
    found = [(body(documents[row[0]]), Counter(STORIES[row[5]])) for row in rows]
    other = sum((told - meant).total() for told, meant in found)
    assert other <= BOILERPLATE * sum(told.total() for told, _ in found)
