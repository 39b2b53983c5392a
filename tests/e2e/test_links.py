"""Every link of the built site, of its feeds and of the offline copy leads to something."""

import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from link_index import OUTSIDE, Index

from generator.config import Site
from generator.publish.offline import NAME

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def index(seeds_site: Site) -> Index:
    """The built site."""
    return Index(seeds_site.site_dir)


def test_every_link_and_anchor_of_every_page_resolves(index: Index) -> None:
    """No page links to a page, a file or an anchor that there is not."""
    assert sum(len(p.links) for p in index.pages.values()) > 5000
    assert index.problems({name: page.links for name, page in index.pages.items()}) == []


def test_what_stylesheets_ask_for_is_there(index: Index) -> None:
    """Each ``url()`` of a stylesheet is a file of the site or stands in the sheet itself."""
    sheets = {
        name: [
            link.strip("\"'")
            for link in re.findall(r"url\(([^)]+)\)", path.read_text("utf-8"))
            if not link.strip("\"'").startswith(("data:", "#"))
        ]
        for name, path in index.files.items()
        if name.endswith(".css")
    }
    assert sheets
    assert index.problems(sheets) == []


def links_of_exports(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The addresses in feeds, reading list, CSV-free data and database, by file."""
    atom = ET.fromstring((folder / "data/feed.xml").read_text("utf-8"))  # noqa: S314 our own bytes
    yield (
        "data/feed.xml",
        [e.get("href", "") for e in atom.iter("{http://www.w3.org/2005/Atom}link")],
    )
    rss = ET.fromstring((folder / "data/feed.rss").read_text("utf-8"))  # noqa: S314 our own bytes
    yield "data/feed.rss", [e.text or "" for e in rss.iter("link")]
    feed = json.loads((folder / "data/feed.json").read_text("utf-8"))
    yield "data/feed.json", [item["url"] for item in feed["items"]]
    reading = (folder / "llms.txt").read_text("utf-8")
    yield "llms.txt", re.findall(r"\]\(([^)]+)\)", reading)
    with closing(sqlite3.connect(folder / "data/briefing.db")) as connection:
        for table in ("documents", "sentences", "actors", "quotations", "timeline", "topics"):
            question = f"SELECT page FROM {table} WHERE page IS NOT NULL"  # noqa: S608 our own names
            yield f"data/briefing.db?{table}", [row[0] for row in connection.execute(question)]


def test_every_address_that_leaves_the_site_resolves(seeds_site: Site, index: Index) -> None:
    """Feeds, reading list and database lead to pages and anchors that there are."""
    links = dict(links_of_exports(seeds_site.site_dir))
    assert all(links.values())
    assert index.problems(links) == []


def test_every_link_of_the_offline_copy_names_a_file(seeds_site: Site, tmp_path: Path) -> None:
    """From a disk there is no server that finds a folder's page: each link names its file."""
    zipfile.ZipFile(seeds_site.site_dir / "data" / NAME).extractall(tmp_path)
    copy = Index(tmp_path)
    links = {name: page.links for name, page in copy.pages.items()}
    missing = set(copy.problems(links)) - {f"data/index.html: {NAME}"}
    assert {m for m in missing if not m.endswith(NAME)} == set()
    folders = [
        f"{page}: {link}"
        for page, many in links.items()
        for link in many
        if not OUTSIDE.match(link) and link.partition("#")[0].endswith("/")
    ]
    assert folders == []
