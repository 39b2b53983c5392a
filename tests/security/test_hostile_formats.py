"""Hostile texts in files of every format that is read: what a page shows is the text, and no more.

Each format has files whose paragraphs, quotations, title, author and publisher are the payloads;
formats of HTML have files whose source they are as well. `test_hostile_seeds` puts each payload in
every place of a page; here it comes by every way in.
"""

import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from pathlib import Path

import pytest

pytest.importorskip("docx")
pytest.importorskip("odfdo")
pytest.importorskip("striprtf")
pytest.importorskip("feedparser")
pytest.importorskip("pypdfium2")

from active_content import CHECK, FOREIGN, NEEDS_BROWSER, plain
from browser import open_browser, serve
from hostile_files import FORMATS, RAW, sidecar
from seeds_site import make_seeds_site
from selenium.webdriver import Chrome
from serving import free_port, served, wait_for

from generator.commands.verify import verify
from generator.config import Site
from generator.model.text import Document
from generator.publish.offline import NAME
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, bytes]], Path]
PAYLOADS = json.loads((Path(__file__).parent / "payloads.json").read_text("utf-8"))["payloads"]
TEXTS = [p.replace("J", "window.hit=1").replace("\0", "") for p in PAYLOADS]
"""XML cannot hold a NUL; `test_hostile_seeds` has it in a text and in its sidecar."""
ACTIVE = [text for text in TEXTS if "window.hit" in text]
LAST = "The ferry will run until midnight as long as the bridge is closed, a clerk added."
TWICE = re.compile(r"&(?:#\d+|\w+);")
"""What titles of pages and feeds have escaped twice so often that it is mended."""
TAG = re.compile(r"<[^<>]{0,100}>")
PIECES = 3
"""So many files of a format share the payloads."""


def said(text: str) -> str:
    """A paragraph that quotes it."""
    return f"Mayor Ngozi Ade said “{text}” on Monday in the old hall of Norwick."


def is_held(name: str, text: str) -> bool:
    """Whether a format has the text as words: it can write it, and takes it for no mark of its own.

    A PDF of the tests has the letters of Windows, subtitles have tags, and in Markdown a comment
    that is not closed hides the rest, and a named character is that character.
    """
    if name == "set.pdf":
        return text.isascii()
    if name == "titles.srt":
        return not TAG.search(text)
    return name != "mark.md" or not any(mark in text for mark in ("<!--", "&copy;"))


def keeps_title(name: str, text: str) -> bool:
    """Whether a format states this title as it is."""
    if name in ("titles.srt", "web.vtt"):
        return False
    mended = name in ("page.html", "saved.mhtml", "feed.atom")
    return not (mended and (TWICE.search(text) or "\u202e" in text))


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_each_text_is_read_as_it_is(make_seeds: MakeSeeds, name: str) -> None:
    """Every payload is in the reading text, and is the title, to the character."""
    held = [text for text in TEXTS if is_held(name, text)]
    assert len(held) > 0.75 * len(TEXTS)
    files = {f"{n:02d}-{name}": FORMATS[name]([said(t), LAST], t) for n, t in enumerate(held)}
    found: dict[str, Document] = {}
    for document in read_seeds(make_seeds(files)).documents:
        found[document.path.partition("#")[0]] = document
    assert sorted(found) == sorted(files)
    for path, text in zip(files, held, strict=True):
        assert plain(said(text)) in plain(found[path].text)
        if keeps_title(name, text):
            title = found[path].metadata.title
            assert title
            assert plain(title.value) == plain(text)


def write_files(folder: Path) -> None:
    """Some files of each format that share the payloads, and those whose source they are."""
    folder.mkdir()
    facts = iter(TEXTS * 2)
    for name, make in FORMATS.items():
        for piece in range(PIECES):
            texts = [said(t) for t in TEXTS[piece::PIECES] if is_held(name, t)]
            fact = next(fact for fact in facts if name != "set.pdf" or fact.isascii())
            path = folder / f"{piece}-{name}"
            path.write_bytes(make([*texts, LAST], fact))
            if piece == 0:
                path.with_name(path.name + ".yml").write_bytes(sidecar(fact))
    for name, make in RAW.items():
        for n, text in enumerate(ACTIVE):
            content = make([said(text), f"{LAST} {n}"], text)
            (folder / f"raw-{n}-{name}").write_bytes(content)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the hostile files, built as the repository's own."""
    folder = tmp_path_factory.mktemp("formats")
    write_files(folder / "seeds")
    return make_seeds_site(folder, seeds=folder / "seeds")


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    """One browser for the module."""
    with open_browser() as chrome:
        yield chrome


def sources(site: Site) -> dict[str, str]:
    """The path of each document's page, by the document's path."""
    rows = json.loads((site.site_dir / "data" / "documents.json").read_text("utf-8"))
    pages = {p.parent.name: p for p in (site.site_dir / "sources").glob("*/index.html")}
    return {
        row["path"]: f"sources/{pages[row['id']].parent.name}/index.html"
        for row in rows
        if row["id"] in pages
    }


def held_by(path: str) -> list[str]:
    """The paragraphs that a page of a file must show; none of one whose marks they are."""
    piece, _, name = path.partition("#")[0].partition("-")
    if piece == "raw" or name == "mark.md":
        return []
    return [plain(said(t)) for t in TEXTS[int(piece) :: PIECES] if is_held(name, t)]


def look(browser: Chrome, address: str, host: str) -> str:
    """The words of a page, on which nothing ran, is foreign or was asked for elsewhere."""
    browser.get(address)
    found = browser.execute_script(CHECK, FOREIGN)
    assert found["hit"] is None, address
    assert found["foreign"] == 0, address
    assert found["handlers"] == 0, address
    assert set(found["hosts"]) <= {host}, address
    return " ".join(str(found["text"]).split())


@pytest.mark.slow
@pytest.mark.journey
def test_every_file_is_a_document_and_proven(hostile: Site) -> None:
    """None is lost, and the site and its offline copy are proven verbatim."""
    rows = json.loads((hostile.site_dir / "data" / "documents.json").read_text("utf-8"))
    assert len(rows) == PIECES * len(FORMATS) + len(RAW) * len(ACTIVE)
    proven = verify(hostile)
    assert [str(f) for f in proven.failures] == []
    assert proven.offline_pages == proven.pages


@pytest.mark.slow
@pytest.mark.journey
@pytest.mark.browser
@NEEDS_BROWSER
def test_pages_show_the_texts_and_run_nothing(hostile: Site, browser: Chrome) -> None:
    """The page of every document, the lists and the search, with all layers on."""
    pages = sources(hostile)
    assert len(pages) == PIECES * len(FORMATS) + len(RAW) * len(ACTIVE)
    with serve(hostile.site_dir) as base:
        host = base.split("/")[2]
        for path, page in pages.items():
            words = look(browser, base + page, host)
            for text in held_by(path):
                assert text in words, (path, text)
        for hub in ("", "quotations/", "sources/", "actors/", "topics/", "timeline/", "print/"):
            look(browser, base + hub, host)
        browser.implicitly_wait(10)
        for word in ("clickme", "script", "autofocus"):
            browser.get(f"{base}search/?q={word}")
            assert browser.find_elements("css selector", ".bf-results li")
            assert browser.execute_script(CHECK, FOREIGN)["hit"] is None


@pytest.mark.slow
@pytest.mark.journey
@pytest.mark.browser
@NEEDS_BROWSER
def test_the_offline_copy_shows_the_texts_and_runs_nothing(
    hostile: Site, browser: Chrome, tmp_path: Path
) -> None:
    """Unpacked and opened from a disk: the same words, and nothing runs."""
    zipfile.ZipFile(hostile.site_dir / "data" / NAME).extractall(tmp_path)
    for path, page in sources(hostile).items():
        words = look(browser, f"file://{tmp_path}/{page}", "")
        for text in held_by(path):
            assert text in words, (path, text)
    browser.implicitly_wait(10)
    browser.get(f"file://{tmp_path}/search/index.html?q=clickme")
    assert browser.find_elements("css selector", ".bf-results__title a")
    assert browser.execute_script(CHECK, FOREIGN)["hit"] is None


@pytest.mark.slow
@pytest.mark.journey
@pytest.mark.browser
@NEEDS_BROWSER
def test_the_served_site_runs_nothing(browser: Chrome, tmp_path: Path) -> None:
    """As ``briefing serve`` shows it, with live reload: one file of each format."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    kinds = [*FORMATS.items(), *RAW.items()]
    for n, ((name, make), fact) in enumerate(zip(kinds, cycle(ACTIVE), strict=False)):
        (folder / f"{n}-{name}").write_bytes(make([*map(said, ACTIVE), LAST], fact))
    port = free_port()
    with served(tmp_path, port):
        base = f"http://127.0.0.1:{port}/"
        wait_for(f"{base}sources/", "Sources")
        rows = json.loads((tmp_path / "docs" / "data" / "documents.json").read_text("utf-8"))
        assert len(rows) == len(FORMATS) + len(RAW)
        for page in ("", "quotations/", "sources/", *(f"sources/{row['id']}/" for row in rows)):
            look(browser, base + page, f"127.0.0.1:{port}")
