"""Hostile texts as real seeds, from the file to everything that leaves the site.

Each payload is the name, heading, paragraph and quotation of a file, and the title, author,
publisher, genre and tag of the editor's file beside it; one Markdown seed holds them all as items,
cells and link texts. The whole journey is made with the repository's own settings.
"""

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from active_content import CHECK, FOREIGN, NEEDS_BROWSER, plain
from browser import open_browser, serve
from seeds_site import make_seeds_site
from selenium.webdriver import Chrome
from serving import free_port, served, wait_for

from generator.commands.verify import verify
from generator.config import Site
from generator.publish.offline import NAME

pytestmark = pytest.mark.journey

PAYLOADS = json.loads((Path(__file__).parent / "payloads.json").read_text("utf-8"))["payloads"]
MARKUP = [
    'name="search" data-md-component="search"',
    '<a href="guide/">x</a> action="../"',
    '<script type="module" src="search.js"></script>',
]
"""What the offline copy rewrites in its tags, and must leave alone in a text."""
TEXTS = [p.replace("J", "window.hit=1") for p in [*PAYLOADS, *MARKUP]]


SOURCES = """
const page = new DOMParser().parseFromString(await (await fetch(arguments[0])).text(), "text/html");
return [...page.querySelectorAll(".bf-source a")].map(
  (link) => new URL(link.getAttribute("href"), arguments[0]).href);
"""


def write_seeds(folder: Path) -> None:
    """One text seed with its sidecar a payload, and one Markdown seed of all."""
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        name = text.replace("/", "∕").replace("\0", " ")[:60].rstrip()
        path = folder / f"{number:02d} {name}.txt"
        path.write_text(
            f"{text}\n\n{text}\n\nMayor Ngozi Ade said “{text}” on Monday.\n", "utf-8", newline=""
        )
        facts = dict.fromkeys(("title", "publisher", "genre", "tags"), text)
        sidecar = {**facts, "authors": [text, "Ade"], "published": "2024-05-06"}
        (folder / f"{path.name}.yml").write_text(yaml.safe_dump(sidecar), "utf-8")
    lines = ["---", "title: All of them", "template: 404.html", "hide: [toc]", "---", "# All"]
    for text in TEXTS:
        one = " ".join(text.split())
        lines += [f"\n## {text}\n\n{text}\n", f"- {one}\n", f"[{one}](https://example.com/)\n"]
        lines += [f"| {one} | b |\n|---|---|\n| {one} | c |\n"]
    (folder / "all.md").write_text("\n".join(lines), "utf-8", newline="")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the hostile seeds, built as the repository's own."""
    folder = tmp_path_factory.mktemp("hostile")
    write_seeds(folder / "seeds")
    return make_seeds_site(folder, seeds=folder / "seeds")


@pytest.fixture(scope="module")
def addresses(hostile: Site) -> dict[str, str]:
    """Each payload's document: its text by the id of its document, in order."""
    rows = json.loads((hostile.site_dir / "data" / "documents.json").read_text("utf-8"))
    numbers = {row["id"]: re.match(r"\d\d(?= )", row["path"]) for row in rows}
    return {key: TEXTS[int(found[0])] for key, found in numbers.items() if found}


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    """One browser for the module."""
    with open_browser() as chrome:
        yield chrome


def data(site: Site, name: str) -> str:
    """A file that leaves the site."""
    return (site.site_dir / "data" / name).read_bytes().decode("utf-8-sig")


def test_every_payload_is_read_and_proven(hostile: Site, addresses: dict[str, str]) -> None:
    """No payload is lost on the way in, and every page of the site is proven."""
    assert len(addresses) == len(TEXTS)
    proven = verify(hostile)
    assert [str(f) for f in proven.failures] == []
    assert proven.offline_pages == proven.pages
    quoted = {q["document"] for q in json.loads(data(hostile, "quotations.json"))}
    assert len(quoted & set(addresses)) > 0.8 * len(TEXTS)


def test_feeds_show_the_exact_titles(hostile: Site, addresses: dict[str, str]) -> None:
    """In Atom, RSS and JSON Feed each title and author is the payload and nothing else."""
    wanted = sorted(map(plain, addresses.values()))
    atom = ET.fromstring(data(hostile, "feed.xml"))  # noqa: S314 our own bytes
    space = {"a": "http://www.w3.org/2005/Atom"}
    assert sorted(e.text or "" for e in atom.iterfind("a:entry/a:title", space)) == wanted
    names = [e.text for e in atom.iterfind("a:entry/a:author/a:name", space) if e.text != "Ade"]
    assert sorted(map(str, names)) == wanted
    rss = ET.fromstring(data(hostile, "feed.rss"))  # noqa: S314 our own bytes
    assert sorted(e.text or "" for e in rss.iterfind("channel/item/title")) == wanted
    items = json.loads(data(hostile, "feed.json"))["items"]
    assert sorted(i["title"] for i in items) == wanted


def test_tables_show_the_exact_words(hostile: Site) -> None:
    """A cell is the payload, with an apostrophe before what a spreadsheet would run."""
    rows = list(csv.DictReader(io.StringIO(data(hostile, "sources.csv"), newline="")))
    titles = {row["title"] for row in rows}
    for text in map(plain, TEXTS):
        assert {text, f"'{text}"} & titles, text
    quotations = json.loads(data(hostile, "quotations.json"))
    cells = list(csv.DictReader(io.StringIO(data(hostile, "quotations.csv"), newline="")))
    assert [c["text"].removeprefix("'") for c in cells] == [
        plain(q["text"]).removeprefix("'") for q in quotations
    ]
    for row in (*rows, *cells):
        assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values())


def test_the_database_holds_the_exact_words(hostile: Site, addresses: dict[str, str]) -> None:
    """Titles, authors and quotations in the SQLite file are the payloads to the character."""
    with closing(sqlite3.connect(hostile.site_dir / "data" / "briefing.db")) as connection:
        titles = dict(connection.execute("SELECT id, title FROM documents").fetchall())
        authors = connection.execute("SELECT document, name FROM authors WHERE place = 1")
        assert {d: plain(n) for d, n in authors if d in addresses} == {
            d: plain(t) for d, t in addresses.items()
        }
        quoted = dict(connection.execute("SELECT id, text FROM quotations").fetchall())
    assert {d: plain(titles[d]) for d in addresses} == {d: plain(t) for d, t in addresses.items()}
    assert quoted == {q["id"]: q["text"] for q in json.loads(data(hostile, "quotations.json"))}


def test_linked_data_is_the_exact_text(hostile: Site, addresses: dict[str, str]) -> None:
    """The JSON-LD of a source's page reads back as the payload, in each of its places."""
    wanted = set(map(plain, addresses.values()))
    found, said = 0, []  # type: tuple[int, list[bool]]
    for page in (hostile.site_dir / "sources").glob("*/index.html"):
        html = page.read_text("utf-8")
        scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        assert len(scripts) == 1
        linked = json.loads(scripts[0])
        if linked["headline"] == "All of them":
            continue
        found += 1
        assert linked["headline"] in wanted
        assert linked["author"][0]["name"] == linked["publisher"]["name"] == linked["headline"]
        said += [part["text"] in wanted for part in linked.get("hasPart", [])]
    assert found == len(TEXTS)
    assert sum(said) > 0.8 * len(TEXTS)


def look(browser: Chrome, address: str, host: str) -> dict[str, str]:
    """Open a page; nothing ran, nothing foreign stands in it, nothing was asked for elsewhere."""
    browser.get(address)
    found: dict[str, str] = browser.execute_script(CHECK, FOREIGN)
    assert found["hit"] is None, address
    assert found["foreign"] == 0, address
    assert found["handlers"] == 0, address
    assert set(found["hosts"]) <= {host}, address
    return found


def chosen_pages(site_dir: Path) -> list[str]:
    """Every hub and source, and every fifth of the other pages."""
    pages = (p.relative_to(site_dir).parent.as_posix() for p in site_dir.rglob("index.html"))
    hubs: list[str] = []
    others: list[str] = []
    for path in sorted(pages):
        (others if path.startswith(("topics/", "actors/")) else hubs).append(path)
    return [*hubs, *others[::5]]


@pytest.mark.browser
@NEEDS_BROWSER
def test_pages_show_the_exact_text_and_run_nothing(
    hostile: Site, addresses: dict[str, str], browser: Chrome
) -> None:
    """Every page of the site, in a real browser, with all layers on."""
    with serve(hostile.site_dir) as base:
        host = base.split("/")[2]
        for path in chosen_pages(hostile.site_dir):
            found = look(browser, f"{base}{path}/", host)
            if path.startswith("sources/") and "page-" not in path:
                title = plain(found["heading"])
                assert title in {*map(plain, TEXTS), "All of them"}, path
                words = " ".join(found["text"].split())
                assert words.count(title) >= 2, path


@pytest.mark.browser
@NEEDS_BROWSER
@pytest.mark.parametrize("word", ["clickme", "script", "danger", "autofocus"])
def test_the_search_page_shows_hostile_titles_as_text(
    hostile: Site, browser: Chrome, word: str
) -> None:
    """Results of Pagefind show the exact titles and run nothing."""
    with serve(hostile.site_dir) as base:
        browser.implicitly_wait(10)
        browser.get(f"{base}search/?q={word}")
        assert browser.find_elements("css selector", ".bf-results li")
        found = browser.execute_script(CHECK, FOREIGN)
        assert found["hit"] is None
        assert set(found["hosts"]) <= {base.split("/")[2]}
        titles = browser.find_elements("css selector", ".bf-results__title a")
        known = {*map(plain, TEXTS)}
        assert any(" ".join(t.text.split()) in known for t in titles)


@pytest.mark.browser
@NEEDS_BROWSER
def test_the_offline_copy_runs_nothing(hostile: Site, browser: Chrome, tmp_path: Path) -> None:
    """Unpacked and opened from a disk, pages and the search show text and nothing else."""
    zipfile.ZipFile(hostile.site_dir / "data" / NAME).extractall(tmp_path)
    pages = ["index.html", "quotations/index.html", "print/index.html", "about/index.html"]
    sources = sorted((tmp_path / "sources").glob("*/index.html"))
    pages += [p.relative_to(tmp_path).as_posix() for p in sources]
    for page in pages:
        look(browser, f"file://{tmp_path}/{page}", "")
    for word in ("clickme", "script"):
        browser.get(f"file://{tmp_path}/search/index.html?q={word}")
        assert browser.find_elements("css selector", ".bf-results__title a")
        assert browser.execute_script("return window.hit ?? null") is None


@pytest.mark.browser
@NEEDS_BROWSER
@pytest.mark.slow
def test_the_served_site_runs_nothing(browser: Chrome, tmp_path: Path) -> None:
    """Live reload needs inline scripts: pages as ``briefing serve`` shows them run no payload."""
    write_seeds(tmp_path / "seeds")
    port = free_port()
    with served(tmp_path, port):
        base = f"http://127.0.0.1:{port}/"
        wait_for(f"{base}sources/", "All of them")
        pages = json.loads((tmp_path / "docs" / "data" / "documents.json").read_text("utf-8"))
        assert len(pages) == len(TEXTS) + 1
        browser.get(f"{base}quotations/")
        policy = browser.find_element("css selector", "meta[http-equiv=Content-Security-Policy]")
        assert "default-src 'none'" in str(policy.get_attribute("content"))
        links = browser.execute_script(SOURCES, f"{base}sources/")
        for address in (base, f"{base}quotations/", f"{base}search/?q=clickme", *links):
            look(browser, address, f"127.0.0.1:{port}")
