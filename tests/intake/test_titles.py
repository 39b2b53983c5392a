"""Titles as programs leave them: *Untitled*, a day, a wiki's name."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
STORY = (
    "The council of Norwick said on Tuesday that the old bridge will be closed for repairs.",
    "“We will open it again in spring,” said the harbour master, whose office is beside it.",
)
BODY = "\n\n".join(STORY)
PAGE = "".join(f"<p>{one}</p>" for one in STORY)
HEAD = "The bridge of Norwick closes"


def read(make_seeds: MakeSeeds, files: Mapping[str, str]) -> Document:
    """The document of the first of the files."""
    name = next(iter(files), "")
    return next(d for d in read_seeds(make_seeds(files)).documents if d.path.startswith(name))


def title_of(document: Document) -> str | None:
    """A document's title."""
    return document.metadata.title.value if document.metadata.title else None


@pytest.mark.parametrize(
    "stated", ["Untitled", "Document1", "untitled (2)", "Sans titre", "2031-05-14", "14 May 2031"]
)
def test_what_a_program_calls_a_new_text_is_no_title(make_seeds: MakeSeeds, stated: str) -> None:
    """The heading is the title then, and where there is none, nothing is."""
    head = f'---\ntitle: "{stated}"\n---\n\n'
    assert title_of(read(make_seeds, {"a.md": f"{head}# {HEAD}\n\n{BODY}\n"})) == HEAD
    row = {"title": stated, "text": BODY}
    assert title_of(read(make_seeds, {"b.jsonl": json.dumps(row) + "\n"})) is None


@pytest.mark.parametrize("stated", ["Untitled masterpiece sold", "The day of 14 May 2031"])
def test_a_title_that_has_such_words_stays(make_seeds: MakeSeeds, stated: str) -> None:
    """What says more than a program's words, or than a day, is a title."""
    row = {"title": stated, "text": BODY}
    assert title_of(read(make_seeds, {"a.jsonl": json.dumps(row) + "\n"})) == stated


@pytest.mark.parametrize("site", ["– Wikipedia", "- Wikipedia, the free encyclopedia"])
def test_a_wiki_s_name_is_the_publisher(make_seeds: MakeSeeds, site: str) -> None:
    """Behind a title of one word or two too, in a text and on a page."""
    page = f"<html><head><title>Norwick Bridge {site}</title></head><body>{PAGE}</body></html>"
    for name, content in {"a.txt": f"Norwick Bridge {site}\n\n{BODY}\n", "a.html": page}.items():
        found = read(make_seeds, {name: content})
        assert title_of(found) == "Norwick Bridge"
        assert found.metadata.publisher
        assert found.metadata.publisher.value == site.lstrip("–- ")


@pytest.mark.parametrize(
    ("dateline", "publisher"),
    [
        ("Norwick – NPA –", "NPA"),
        ("Norwick, April 1 – NPA –", "NPA"),
        ("Norwick, 1 April - NPA -", "NPA"),
        ("April 1 (NPA) -", "NPA"),
        ("Norwick, Ireland –", None),
        ("Norwick, N.Y. –", None),
    ],
)
def test_datelines_with_dashes(make_seeds: MakeSeeds, dateline: str, publisher: str | None) -> None:
    """The agency may stand between dashes, and a state or a country behind the town."""
    found = read(make_seeds, {"a.txt": f"{HEAD}\n\n{dateline} {BODY}\n"})
    told = [found.text[z.start : z.end] for z in found.zones if z.kind == "dateline"]
    assert told == [dateline]
    assert (found.metadata.publisher.value if found.metadata.publisher else None) == publisher


@pytest.mark.parametrize(
    "opening",
    ["Ada Obi, Mayor –", "Norwick – NPA and others –", "Obi, Elder – Norwick –"],
)
def test_what_stands_before_dashes_is_story(make_seeds: MakeSeeds, opening: str) -> None:
    """A name with an office, and an aside between dashes, are no datelines."""
    found = read(make_seeds, {"a.txt": f"{HEAD}\n\n{opening} {BODY}\n"})
    assert not [z for z in found.zones if z.kind == "dateline"]
