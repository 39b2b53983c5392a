"""Articles that press databases write with labels: where one ends, and what stands in its head."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from cost import SQUARE, STEPS, seconds_of

from generator.model.text import Document
from generator.read.formats import database_exports
from generator.read.formats.blocks import Bounds
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
FIRST = "The council of Norwick voted late on Tuesday to close the old bridge until the spring."
LAST = "The ferry will run until midnight as long as the bridge is closed, a clerk added."
OTHER = "Fares on the night ferry to Sandholm will rise by a tenth, the operator said on Friday."
RULE = "_" * 60
COUNT = "Document 1 of 2\n\n"
END = "Publication title: The Ferry\n\nSource type: Newspapers\n"


def documents(make_seeds: MakeSeeds, text: str) -> list[Document]:
    """The articles of the only file."""
    return list(read_seeds(make_seeds({"a.txt": text})).documents)


def told(document: Document, kind: str = "body") -> list[str]:
    """The words of a document's zones of one kind."""
    return [document.text[z.start : z.end] for z in document.zones if z.kind == kind]


@pytest.mark.parametrize("rule", [RULE, "-" * 20])
def test_a_rule_inside_an_article_does_not_end_it(make_seeds: MakeSeeds, rule: str) -> None:
    """What stands below it without a label goes on; a label or a count begins another."""
    text = f"{COUNT}Title: The bridge\n\nFull text: {FIRST}\n\n{rule}\n\n{LAST}\n\n{END}"
    one = documents(make_seeds, text)
    assert [told(document) for document in one] == [[FIRST, LAST]]
    below = f"\n{rule}\n\nTitle: The fares\n\nFull text: {OTHER}\n\n{END}"
    two = documents(make_seeds, text + below)
    assert [told(document) for document in two] == [[FIRST, LAST], [OTHER]]


def test_a_headline_below_a_rule_begins_an_article(make_seeds: MakeSeeds) -> None:
    """It has no label, and a text of its own that has one."""
    parts = [
        f"{title}\n\nFull text: {text}\n\n{END}" for title, text in (("A", FIRST), ("B", LAST))
    ]
    text = COUNT + f"\n{RULE}\n\n".join(parts)
    assert [told(document) for document in documents(make_seeds, text)] == [[FIRST], [LAST]]


def test_what_is_left_out_is_named(make_seeds: MakeSeeds) -> None:
    """A part without a text of an article is no document, and a warning shows how it begins."""
    one, two = (
        f"{RULE}\n\nDocument {n} of 2\n\nTitle: {title}\n\nFull text: {text}\n\n{END}\n"
        for n, title, text in ((1, "The bridge", FIRST), (2, "Lost words", ""))
    )
    text = f"Report of searches\n\n{one}{two}"
    (document,) = documents(make_seeds, text)
    (warning,) = document.warnings
    assert warning.endswith("are left out: Report of searches; Lost words")


@pytest.mark.parametrize("above", ["", "Results of a search\n\n"])
def test_what_stands_above_the_first_code_is_named(make_seeds: MakeSeeds, above: str) -> None:
    """It is no article's, and a file without it has no warning."""
    text = (
        f"{above}HD  The bridge\n\nSN  The Ferry\n\nPD  12 May 2031\n\nLP  {FIRST}\n\nTD  {LAST}\n"
    )
    (document,) = documents(make_seeds, text)
    assert told(document) == [FIRST, LAST]
    assert [w.rpartition(": ")[2] for w in document.warnings] == ([above.strip()] if above else [])


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        ("The old bridge is to\nclose until spring\nThe Ferry\nMay 12, 2031", 2, "The Ferry"),
        ("The old bridge is to\nclose until spring\n\nThe Ferry\nMay 12, 2031", 2, "The Ferry"),
        ("The old bridge is to\nclose until spring\n", 2, None),
        (f"{' ' * 20}The Ferry\n\nThe old bridge is to\nclose until spring", 2, "The Ferry"),
        ("The old bridge is to\n\nThe Ferry\nMay 12, 2031", 1, "The Ferry"),
        ("The old bridge is to\n\nNo way over\n\nThe Ferry\nMay 12, 2031", 1, "The Ferry"),
    ],
)
def test_a_headline_of_two_lines(
    make_seeds: MakeSeeds, head: str, title: int, publisher: str | None
) -> None:
    """Neighbouring lines are one title, the paper stands above the day, and no line is lost."""
    text = f"1 of 1 DOCUMENTS\n\n{head}\n\nBYLINE: Ada Obi\nSECTION: News\nLENGTH: 90 words\n\n"
    (document,) = documents(make_seeds, f"{text}{FIRST}\n\n{LAST}\n\nLOAD-DATE: May 13, 2031\n")
    lines = ("The old bridge is to", "close until spring")
    assert told(document, "headline") == [" ".join(lines[:title])]
    assert told(document) == [FIRST, LAST]
    stated = document.metadata.publisher
    assert (stated and stated.value) == publisher
    assert all(
        line.strip() in document.text
        for line in head.split("\n")
        if "old" not in line and "spring" not in line
    )


def test_two_titles_are_both_kept(make_seeds: MakeSeeds) -> None:
    """The first is the headline, another one stands in the text and is no story."""
    text = f"{COUNT}The bridge\n\nTitle: A bridge too old\n\nFull text: {FIRST}\n\n{END}"
    (document,) = documents(make_seeds, text)
    assert (told(document, "headline"), told(document)) == (["The bridge"], [FIRST])
    assert "A bridge too old" in document.text


LONG: Mapping[str, Callable[[int], str]] = {
    "lines of a head": lambda n: "".join(f"Line {i} of it\n" for i in range(n)) + "Text: A\n",
    "labels, then paragraphs": lambda n: "SECTION: A\n" * n + "\n\nA line\n" * n,
    "codes": lambda n: "HD  A\nSN  B\nPD  C\n" + "IN  D\nSE  E\n" * n + "LP  F\n",
    "rules": lambda n: f"Title: A\n\nText: B\n{RULE}\nC\n" * n,
}


@pytest.mark.parametrize("form", LONG)
def test_time_grows_with_an_export(form: str) -> None:
    """Sixteen times as many lines take about sixteen times as long."""
    costs = []
    for count in (400, 400 * STEPS):
        content = (COUNT + LONG[form](count)).encode()
        costs.append(seconds_of(lambda: database_exports.read(content, Bounds())))  # noqa: B023 it is called at once
    assert costs[1] < SQUARE * costs[0]
