"""Articles that press databases write with labels: where one ends, and what stands in its head."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document
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
    text = (
        f"Report of searches\n\n{RULE}\n\nDocument 1 of 2\n\nTitle: The bridge\n\n"
        f"Full text: {FIRST}\n\n{END}\n{RULE}\n\nDocument 2 of 2\n\nTitle: Lost words\n\nFull text:\n\n{END}"
    )
    (document,) = documents(make_seeds, text)
    (warning,) = document.warnings
    assert warning.endswith("are left out: Report of searches; Lost words")
