"""What leaves the site: readable by the programs that it is for, dated by the sources."""

import csv
import io
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import msgspec
import pytest
from handmade import make_corpus, make_document, make_site
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.faults.fence import Fence
from generator.i18n.catalogue import load_catalogue
from generator.model.build_info import BuildInfo
from generator.model.corpus import Corpus
from generator.model.text import Fact, Offsets
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports import render_exports
from generator.pages.links import HUBS

PARAGRAPHS = (
    "=SUM(A1:A9) said the clerk, “=HYPERLINK(1)” he said.",
    "Ms Marsh, of <Leeds> & York; left.",
)
TITLES = {"data/feed.xml": "{http://www.w3.org/2005/Atom}title", "data/feed.rss": "title"}
INFERRED = Fact("2025-05-19/..", "inferred", Offsets(0, 3), "latest_past_day")


def exports(root: Path, corpus: Corpus, *, url: str = "") -> dict[str, str]:
    """The exports of a corpus, by path."""
    site = msgspec.structs.replace(make_site(root), url=url)
    look = CorpusIndex(corpus, site, load_catalogue("en"))
    made = render_exports(look, BuildInfo(), fence=Fence())
    return {f.path: f.content.decode("utf-8") for f in made if not f.path.endswith(".db")}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """The exports of one awkward document whose date was inferred."""
    corpus = make_corpus([make_document(PARAGRAPHS)], quoted="=HYPERLINK(1)", actor="the clerk")
    dated = msgspec.structs.replace(corpus, published=(("one", INFERRED),))
    return exports(tmp_path, dated)


def test_a_copy_has_an_entry_of_its_own(tmp_path: Path) -> None:
    """Two documents of one text, with names that differ in a mark, are two entries everywhere."""
    names = ("rain log", "rain+log")
    rows = [make_document(PARAGRAPHS, identifier=n, path=f"{n}.txt") for n in names]
    corpus = make_corpus(rows)
    dated = tuple((n, INFERRED) for n in names)
    files = exports(tmp_path, msgspec.structs.replace(corpus, published=dated))
    items = json.loads(files["data/feed.json"])["items"]
    assert len({i["id"] for i in items}) == len(names)
    keys = re.findall(r"@misc\{([^,]+),", files["data/sources.bib"])
    assert sorted(keys) == ["rain-log", "rain-log-2"]


def test_no_cell_of_a_table_is_a_formula(files: dict[str, str]) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe."""
    for path, text in files.items():
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))):
                assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    rows = list(csv.DictReader(io.StringIO(files["data/quotations.csv"].removeprefix("\ufeff"))))
    assert rows[0]["text"] == "'=HYPERLINK(1)"


def test_a_table_has_a_link_without_its_address(tmp_path: Path) -> None:
    """What a page hides of a Markdown source is hidden in the tables, too."""
    said = "we [know](https://example.org/hidden) it"
    document = make_document([f"“{said}” said the clerk."])
    at = [document.text.index(mark) for mark in ("[", "](", ")")]
    markup = (Offsets(at[0], at[0] + 1), Offsets(at[1], at[2] + 1))
    marked = msgspec.structs.replace(document, markup=markup)
    files = exports(tmp_path, make_corpus([marked], quoted=said, actor="the clerk"))
    text = files["data/quotations.csv"].removeprefix("\ufeff")
    assert next(csv.DictReader(io.StringIO(text)))["text"] == "we know it"
    assert "hidden" not in text


def test_the_feeds_are_dated_by_the_sources(files: dict[str, str]) -> None:
    """A document without a stated date takes the start of its interval, and says so."""
    feed = ET.fromstring(files["data/feed.xml"])  # noqa: S314 our own bytes
    space = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.findtext("a:updated", None, space) == "2025-05-19T00:00:00Z"
    summary = feed.findtext("a:entry/a:summary", "", space)
    assert "Date inferred: on or after 19 May [2025]." in summary
    items = json.loads(files["data/feed.json"])["items"]
    assert [i["date_published"] for i in items] == ["2025-05-19T00:00:00Z"]


def test_the_rss_feed_is_dated_by_the_sources(files: dict[str, str]) -> None:
    """RSS writes the same day in its own form, with the same note and its own kind of author."""
    channel = ET.fromstring(files["data/feed.rss"]).find("channel")  # noqa: S314 our own bytes
    assert channel is not None
    assert channel.findtext("item/pubDate") == "Mon, 19 May 2025 00:00:00 GMT"
    assert "Date inferred: on or after 19 May [2025]." in channel.findtext("item/description", "")


def test_with_an_address_every_link_of_a_feed_is_whole(tmp_path: Path) -> None:
    """Where the settings name the site's address, feeds and calendar can be read anywhere."""
    corpus = make_corpus([make_document(PARAGRAPHS)])
    dated = msgspec.structs.replace(corpus, published=(("one", INFERRED),))
    files = exports(tmp_path, dated, url="https://example.org/b/")
    page = "https://example.org/b/sources/one/"
    assert f"<link>{page}</link>" in files["data/feed.rss"]
    assert f'<link href="{page}" rel="alternate" />' in files["data/feed.xml"]
    assert json.loads(files["data/feed.json"])["items"][0]["url"] == page
    assert json.loads(files["data/feed.json"])["feed_url"] == "https://example.org/b/data/feed.json"
    assert "URL:https://example.org/b/timeline/#e-one" in files["data/timeline.ics"]
    assert "../" not in files["data/feed.rss"] + files["data/feed.xml"]


def test_without_an_address_the_links_of_every_feed_lead_into_the_site(tmp_path: Path) -> None:
    """Home, itself and each source, from where the feed lies, in each of the three formats."""
    corpus = make_corpus([make_document(PARAGRAPHS)])
    dated = msgspec.structs.replace(corpus, published=(("one", INFERRED),))
    files = exports(tmp_path, dated)
    told = json.loads(files["data/feed.json"])
    links = {
        "feed.xml": re.findall(r'<link href="([^"]*)"', files["data/feed.xml"]),
        "feed.rss": re.findall(r'<link>([^<]*)<|:link href="([^"]*)"', files["data/feed.rss"]),
        "feed.json": [told["home_page_url"], told["feed_url"], told["items"][0]["url"]],
    }
    for name, found in links.items():
        ways = ["".join(way) for way in found]
        places = {urljoin(f"https://example.org/data/{name}", way) for way in ways}
        wanted = {"", f"data/{name}", "sources/one/"}
        assert places == {f"https://example.org/{place}" for place in wanted}, name


def test_feeds_have_what_their_formats_ask_for(files: dict[str, str]) -> None:
    """RFC 4287, RSS 2.0 and JSON Feed 1.1: the elements that must be there, once each."""
    atom = ET.fromstring(files["data/feed.xml"])  # noqa: S314 our own bytes
    for element in (atom, *atom.iterfind("{*}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{{*}}{name}")) == 1
    assert atom.find("{*}author/{*}name") is not None
    assert {e.get("rel") for e in atom.iterfind("{*}link")} == {"alternate", "self"}
    rss = ET.fromstring(files["data/feed.rss"])  # noqa: S314 our own bytes
    assert (rss.tag, rss.get("version"), len(rss)) == ("rss", "2.0", 1)
    for name in ("title", "link", "description"):
        assert next(e.text for e in rss.iterfind(f"channel/{name}"))
    for item in rss.iterfind("channel/item"):
        assert item.findtext("title")
        assert item.findtext("description")
        assert item.find("guid[@isPermaLink='false']") is not None
    feed = json.loads(files["data/feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all({"id", "content_text"} <= set(item) for item in feed["items"])


def test_a_calendar_has_what_its_format_asks_for(files: dict[str, str]) -> None:
    """RFC 5545: version and maker, and for each event one UID, stamp, start and end."""
    lines = files["data/timeline.ics"].replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    names = [re.split(r"[:;]", line)[0] for line in lines]
    assert names.count("VERSION") == names.count("PRODID") == 1
    events = names.count("UID")
    assert events
    for name in ("DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
        assert names.count(name) == events
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == events
    assert len({x for x in lines if x.startswith("UID:")}) == events


def test_a_document_without_any_date_is_in_no_feed(tmp_path: Path) -> None:
    """Nothing is dated today."""
    files = exports(tmp_path, make_corpus([make_document(PARAGRAPHS)]))
    assert json.loads(files["data/feed.json"])["items"] == []
    assert "<entry" not in files["data/feed.xml"]
    assert "<item" not in files["data/feed.rss"]


@settings(deadline=None, max_examples=30)  # each example renders all exports
@given(st.text())
def test_any_title_gives_feeds_that_can_be_read(text: str) -> None:
    """Whatever a seed calls itself, both feeds are XML and show the name."""
    document = make_document(PARAGRAPHS, facts=f"A {text}")
    corpus = make_corpus([document])
    dated = msgspec.structs.replace(corpus, published=(("one", INFERRED),))
    with TemporaryDirectory() as folder:
        files = exports(Path(folder), dated)
    for path in ("data/feed.xml", "data/feed.rss"):
        title = next(ET.fromstring(files[path]).iter(TITLES[path]))  # noqa: S314 our own bytes
        assert (title.text or "").startswith("A")


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
        ("2025-22", "20250601", "20250901"),
        ("2025-24", "20251201", "20260301"),
        ("2025-36", "20251001", "20260101"),
        ("0476", "04760101", "04770101"),
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


@pytest.mark.parametrize("value", ["-0044-03-15", "9999", "2025-02-30"])
def test_a_date_that_no_calendar_holds_is_left_out(tmp_path: Path, value: str) -> None:
    """A year before our era, the last of all years or a day that is none makes no event."""
    corpus = make_corpus([make_document(PARAGRAPHS)])
    entry = msgspec.structs.replace(corpus.timeline[0], date=value)
    files = exports(tmp_path, msgspec.structs.replace(corpus, timeline=(entry,)))
    assert "BEGIN:VEVENT" not in files["data/timeline.ics"]


def test_references_hold_together(files: dict[str, str]) -> None:
    """CSL is JSON, RIS and BibTeX are closed; the first words stand in for a missing title."""
    assert json.loads(files["data/sources.csl.json"])[0]["title"].startswith("=SUM")
    assert files["data/sources.ris"].count("TY  - ") == files["data/sources.ris"].count("ER  - ")
    assert files["data/sources.bib"].count("{") == files["data/sources.bib"].count("}")


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"publisher": "Vallen Herald"}, "@article{one,"),
        ({"url": "https://example.org/a"}, "@online{one,"),
        ({}, "@misc{one,"),
    ],
)
def test_a_reference_has_its_kind_and_its_day(
    tmp_path: Path, facts: dict[str, str], kind: str
) -> None:
    """BibTeX: what a paper printed, a page, or neither; with the whole date. The event as well."""
    document = make_document(PARAGRAPHS)
    known = {name: Fact(value, "stated", None, "date_line") for name, value in facts.items()}
    metadata = msgspec.structs.replace(document.metadata, **known)
    corpus = make_corpus([msgspec.structs.replace(document, metadata=metadata)])
    stated = Fact("2025-05-19", "stated", Offsets(0, 3), "date_line")
    files = exports(tmp_path, msgspec.structs.replace(corpus, published=(("one", stated),)))
    assert files["data/sources.bib"].startswith(kind)
    assert "  date = {2025-05-19},\n" in files["data/sources.bib"]
    event = files["data/timeline.ics"].replace("\r\n ", "")
    assert all(value in event for value in facts.values())


@settings(deadline=None, max_examples=30)
@given(st.text(min_size=1).map(lambda text: f"A{text}"))
def test_any_title_leaves_references_whole(text: str) -> None:
    """Whatever a seed calls itself, no line and no brace of it ends a reference."""
    corpus = make_corpus([make_document(PARAGRAPHS, facts=text)])
    with TemporaryDirectory() as folder:
        files = exports(Path(folder), corpus)
    (item,) = json.loads(files["data/sources.csl.json"])
    assert item["title"].startswith("A")
    lines = [x for x in files["data/sources.ris"].split("\r\n") if x]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert [lines[0], lines[-1]] == ["TY  - NEWS", "ER  - "]
    depth = 0
    for mark in re.sub(r"[^{}]", "", files["data/sources.bib"]):
        depth += {"{": 1, "}": -1}[mark]
        assert depth >= 0
    assert depth == 0
    assert re.match(r"@(?:article|misc|online)\{", files["data/sources.bib"])
    reading = files["llms.txt"].splitlines()
    assert sum(line.startswith("- [") for line in reading) == len(HUBS) + 1
