"""Titles as programs leave them: characters by their names, *Untitled*, a day, a wiki's name."""

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
NAMED, MEANT = "Norwick&#39;s bridge &amp; gate to close", "Norwick's bridge & gate to close"
TWICE = "Norwick&amp;#39;s bridge &amp;amp; gate to close"
HEAD = "The bridge of Norwick closes"


def feed(title: str) -> str:
    """A feed of one entry."""
    escaped = title.replace("&", "&amp;")
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item>'
        f"<title>{escaped}</title><description>{BODY}</description></item></channel></rss>"
    )


def read(make_seeds: MakeSeeds, files: Mapping[str, str]) -> Document:
    """The document of the first of the files."""
    name = next(iter(files), "")
    return next(d for d in read_seeds(make_seeds(files)).documents if d.path.startswith(name))


def title_of(document: Document) -> str | None:
    """A document's title."""
    return document.metadata.title.value if document.metadata.title else None


NAMES: dict[str, dict[str, str]] = {
    "a text": {"a.txt": f"{NAMED}\n\nBy Ada Obi\n\n{BODY}\n"},
    "a text, twice": {"a.txt": f"{TWICE}\n\nBy Ada Obi\n\n{BODY}\n"},
    "a sidecar": {"a.txt": BODY, "a.txt.yml": f"title: {NAMED}\n"},
    "a sidecar, twice": {"a.txt": BODY, "a.txt.yml": f"title: {TWICE}\n"},
    "front matter": {"a.md": f"---\ntitle: {NAMED}\n---\n\n{BODY}\n"},
    "a feed": {"a.xml": feed(NAMED)},
    "a feed, twice": {"a.xml": feed(TWICE)},
    "JSON Lines": {"a.jsonl": json.dumps({"title": NAMED, "text": BODY}) + "\n"},
    "JSON Lines, twice": {"a.jsonl": json.dumps({"title": TWICE, "text": BODY}) + "\n"},
}


@pytest.mark.parametrize("files", NAMES.values(), ids=NAMES.keys())
def test_characters_by_their_names_are_meant(
    make_seeds: MakeSeeds, files: Mapping[str, str]
) -> None:
    """A title has the characters that a program wrote by their names, in every format."""
    assert title_of(read(make_seeds, files)) == MEANT


def test_authors_by_the_names_of_characters(make_seeds: MakeSeeds) -> None:
    """An author's name is no less one for an apostrophe that a program wrote by its name."""
    row = {"title": HEAD, "author": "Ada O&#39;Brien", "text": BODY}
    found = read(make_seeds, {"a.jsonl": json.dumps(row) + "\n"}).metadata.authors
    assert [one.value for one in found] == ["Ada O'Brien"]
    beside = read(make_seeds, {"b.txt": BODY, "b.txt.yml": "authors: [Ada O&#39;Brien]\n"})
    assert "Ada O'Brien" in [one.value for one in beside.metadata.authors]


def test_names_of_signs_of_tags_stay(make_seeds: MakeSeeds) -> None:
    """*&lt;b&gt;* in a title is what somebody wrote: no tag is made of it."""
    row = {"title": "What &lt;b&gt; means", "text": BODY}
    found = read(make_seeds, {"a.jsonl": json.dumps(row) + "\n"})
    assert title_of(found) == "What &lt;b&gt; means"


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
