"""Nothing is written twice that a reader has already: rows a line each, ways without the way."""

import json

import pytest

from generator.config import packaged_templates
from generator.i18n.catalogue import load_catalogue
from generator.pages.environment import make_environment
from generator.pages.exports.json_data import encode_rows
from generator.pages.views import Citation, Words
from generator.pages.views.parts import SourceLabel

TEMPLATE = (
    '{% from "partials/words.md.j2" import cite, chip with context %}'
    "{{ cite(c, src, known) }}|{{ to(c.url) }}|{{ chip(c.label, 1, c.url, known=known) }}"
)


def test_a_row_has_a_line_of_its_own() -> None:
    """The data are JSON as before, without white space inside a row."""
    rows = [{"b": 1, "a": ["é", None]}, {"a": 2.5}]
    text = encode_rows(rows).decode("utf-8")
    assert text == '[\n{"a":["é",null],"b":1},\n{"a":2.5}\n]\n'
    assert json.loads(text) == rows
    assert json.loads(encode_rows([])) == []


def shown(here: str, *, src: str = "", after: bool = False, known: bool = False) -> list[str]:
    """A citation of the source *d1* as the page at `here` shows it behind the words at `src`."""
    environment = make_environment(
        packaged_templates() / "nowhere", load_catalogue("en"), name="Site"
    )
    citation = Citation(
        label=SourceLabel("Herald, 3 May", letter=False, headline=""),
        paragraph=2,
        url="sources/d1/#s-1",
        title=Words("A headline", src="d1:0-10"),
        opening=Words("A headline", src="d1:0-10"),
        sentence=Words("She left.", src="d1:20-29"),
        before=None,
        after=Words("He stayed.", src="d1:30-40") if after else None,
    )
    page = environment.from_string(TEMPLATE)
    return page.render(c=citation, src=src, here=here, root="../../", known=known).split("|")


def test_a_source_is_not_named_on_its_own_page() -> None:
    """There its paragraph is enough, the way is an anchor, and the text itself is the context."""
    proof, way, _ = shown("sources/d1/")
    assert "Herald" not in proof
    assert "Source" not in proof
    assert "bf-context" not in proof
    assert "¶2" in proof
    assert way == "&#35;s&#45;1"


@pytest.mark.parametrize(
    ("src", "after", "again"),
    [("d1:20-29", False, False), ("d1:20-29", True, False), ("d1:20-24", False, True)],
)
def test_a_sentence_is_repeated_where_there_is_more_to_it(
    src: str, *, after: bool, again: bool
) -> None:
    """Behind the whole of a sentence what is new is the headline and what stands around it."""
    proof, way, chip = shown("topics/x/", src=src, after=after)
    assert ("She left" in proof) is again
    assert ("…" in proof) is (after and not again)
    assert ("He stayed" in proof) is after
    assert "A headline" in proof
    assert "Herald" in chip
    assert way.startswith("../../sources/d1/")


def test_a_source_is_not_named_below_its_headline() -> None:
    """Where a list has it at its head, its lines say the paragraph alone."""
    *_, chip = shown("topics/x/", known=True)
    assert "Herald" not in chip
    assert "¶1" in chip


def test_below_its_headline_only_what_stands_around_a_sentence_is_its_context() -> None:
    """The headline is not said again, and a sentence that stands alone has no context at all."""
    alone, *_ = shown("topics/x/", src="d1:20-29", known=True)
    beside, *_ = shown("topics/x/", src="d1:20-29", after=True, known=True)
    assert "bf-context" not in alone
    assert "A headline" not in beside
    assert "He stayed" in beside
