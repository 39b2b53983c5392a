"""What leaves the site: readable by the programs that it is for, dated by the sources."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest
from handmade import make_corpus, make_document, make_site

from generator.catalogue import load_catalogue
from generator.model.corpus import Corpus
from generator.model.text import Fact, Offsets
from generator.pages.exports import render_exports
from generator.pages.lookup import Lookup

PARAGRAPHS = (
    "=SUM(A1:A9) said the clerk, “=HYPERLINK(1)” he said.",
    "Ms Marsh, of <Leeds> & York; left.",
)
INFERRED = Fact("2025-05-19/..", "inferred", Offsets(0, 3), "")


def exports(root: Path, corpus: Corpus) -> dict[str, str]:
    """The exports of a corpus, by path."""
    look = Lookup(corpus, make_site(root), load_catalogue("en"))
    return {f.path: f.content.decode("utf-8") for f in render_exports(look)}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """The exports of one awkward document whose date was inferred."""
    corpus = make_corpus([make_document(PARAGRAPHS)], quoted="=HYPERLINK(1)", actor="the clerk")
    dated = msgspec.structs.replace(corpus, published=(("one", INFERRED),))
    return exports(tmp_path, dated)


def test_no_cell_of_a_table_is_a_formula(files: dict[str, str]) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe."""
    for path, text in files.items():
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))):
                assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    rows = list(csv.DictReader(io.StringIO(files["data/quotations.csv"].removeprefix("\ufeff"))))
    assert rows[0]["text"] == "'=HYPERLINK(1)"


def test_the_feeds_are_dated_by_the_sources(files: dict[str, str]) -> None:
    """A document without a stated date takes the start of its interval, and says so."""
    feed = ET.fromstring(files["data/feed.xml"])  # noqa: S314 our own bytes
    space = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.findtext("a:updated", None, space) == "2025-05-19T00:00:00Z"
    summary = feed.findtext("a:entry/a:summary", "", space)
    assert "Date inferred: on or after 19 May [2025]." in summary
    items = json.loads(files["data/feed.json"])["items"]
    assert [i["date_published"] for i in items] == ["2025-05-19T00:00:00Z"]


def test_a_document_without_any_date_is_in_no_feed(tmp_path: Path) -> None:
    """Nothing is dated today."""
    files = exports(tmp_path, make_corpus([make_document(PARAGRAPHS)]))
    assert json.loads(files["data/feed.json"])["items"] == []
    assert "<entry" not in files["data/feed.xml"]


def test_the_calendar_keeps_to_its_format(files: dict[str, str]) -> None:
    """Lines end in CR LF and are folded; marks that mean something are escaped."""
    text = files["data/timeline.ics"]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.replace("\r\n", "").count("\n") == 0
    assert "DTSTART;VALUE=DATE:20250519" in text
    assert "DTEND;VALUE=DATE:20250520" in text
    assert "clerk\\, " in text.replace("\r\n ", "")


@pytest.mark.parametrize(
    ("value", "start", "after"),
    [
        ("2014", "20140101", "20150101"),
        ("2025-02", "20250201", "20250301"),
        ("2025-12", "20251201", "20260101"),
        ("2025-05-16/2025-05-19", "20250516", "20250520"),
        ("2025-05-19/..", "20250519", "20250520"),
    ],
)
def test_an_event_is_as_long_as_its_date_is_vague(
    tmp_path: Path, value: str, start: str, after: str
) -> None:
    """A year fills its year, a month its month, an interval its days."""
    corpus = make_corpus([make_document(PARAGRAPHS)])
    entry = msgspec.structs.replace(corpus.timeline[0], date=value)
    text = exports(tmp_path, msgspec.structs.replace(corpus, timeline=(entry,)))[
        "data/timeline.ics"
    ]
    assert f"DTSTART;VALUE=DATE:{start}" in text
    assert f"DTEND;VALUE=DATE:{after}" in text


def test_references_hold_together(files: dict[str, str]) -> None:
    """CSL is JSON, RIS and BibTeX are closed; the first words stand in for a missing title."""
    assert json.loads(files["data/sources.csl.json"])[0]["title"].startswith("=SUM")
    assert files["data/sources.ris"].count("TY  - ") == files["data/sources.ris"].count("ER  - ")
    assert files["data/sources.bib"].count("{") == files["data/sources.bib"].count("}")
