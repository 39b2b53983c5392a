"""What lies beside the words of a page is proven too: heads, data, what is searched, the zip."""

import gzip
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commanding import briefing

from generator.publish.search import has_pagefind

pytestmark = pytest.mark.journey
STORY = (
    "The bridge\n\nMayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n\n"
    "“It is not safe at all,” she told the council of Aber.\n"
)
ZIP = "data/briefing-offline.zip"
TALK = "It is not safe at all"
OWN = "<!doctype html><title>Mine</title><p>My own words.</p>\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with a page in HTML that its owner wrote."""
    folder = tmp_path_factory.mktemp("site")
    for name in ("seeds", "docs"):
        (folder / name).mkdir()
    (folder / "seeds" / "aber.txt").write_text(STORY, "utf-8")
    (folder / "docs" / "mine.html").write_text(OWN, "utf-8")
    settings = "site_name: Bridge\nsite_description: Of a bridge\nsite_author: A. Editor\n"
    (folder / "mkdocs.yml").write_text(f"{settings}plugins: [briefing]\n", "utf-8")
    done = briefing("build", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def failures(site: Path) -> list[str]:
    """What the proof finds, a line each."""
    done = briefing("verify", cwd=site)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout.splitlines()[:-1]


def test_a_page_that_its_owner_wrote_in_html_is_published_as_it_is(site: Path) -> None:
    """It claims nothing for a source, so it is held against its file; no part of it is changed."""
    assert (site / "site" / "mine.html").read_text("utf-8") == OWN
    assert failures(site) == []


def in_zip(name: str, old: str, new: str) -> Callable[[bytes], bytes]:
    """Changes a file within an archive."""

    def change(content: bytes) -> bytes:
        path = Path(ARCHIVE[0])
        path.write_bytes(content)
        with zipfile.ZipFile(path) as archive:
            files = {n: archive.read(n) for n in archive.namelist()}
        files[name] = files.get(name, old.encode()).replace(old.encode(), new.encode())
        with zipfile.ZipFile(path, "w") as archive:
            for entry, words in files.items():
                archive.writestr(entry, words)
        return path.read_bytes()

    return change


ARCHIVE: list[str] = []


@pytest.fixture(autouse=True)
def _archive(tmp_path: Path) -> Iterator[None]:
    """A place for an archive that is changed."""
    ARCHIVE[:] = [str(tmp_path / "changed.zip")]
    yield
    ARCHIVE.clear()


def put(old: str, new: str) -> Callable[[bytes], bytes]:
    """Changes a file's words once."""
    return lambda content: content.replace(old.encode(), new.encode(), 1)


HEAD = "sources/aber/index.html"
CHANGES = {
    "title": (HEAD, put("<title>", "<title>Fake ")),
    "description": (HEAD, put('name="description" content="', 'name="description" content="Fake ')),
    "preview": (HEAD, put('og:title" content="', 'og:title" content="Fake ')),
    "linked data": (HEAD, put(f'"text":"{TALK}', '"text":"It is quite safe')),
    "no linked data": (HEAD, put('{"@context"', '{@context"')),
    "own page": ("mine.html", put("own words", "fake words")),
    "data": ("data/quotations.json", put(TALK, "It is quite safe")),
    "table": ("data/quotations.csv", put(TALK, "It is quite safe")),
    "feed": ("data/feed.xml", put("bridge", "tunnel")),
    "database": ("data/briefing.db", put(TALK, "It is quite safe....."[: len(TALK)])),
    "zip: page": (ZIP, in_zip("quotations/index.html", TALK, "It is quite safe")),
    "zip: link": (ZIP, in_zip("index.html", 'href="', 'href="https://example.org/')),
    "zip: own page": (ZIP, in_zip("mine.html", "own words", "fake words")),
    "zip: data": (ZIP, in_zip("data/quotations.json", TALK, "It is quite safe")),
    "zip: index": (ZIP, in_zip("search/offline-index.js", TALK, "It is quite safe")),
    "zip: style": (ZIP, in_zip("assets/briefing/briefing.css", "{", "{{")),
    "zip: more": (ZIP, in_zip("assets/more.js", "alert(1)", "alert(1)")),
    "script": ("assets/more.js", lambda _content: b"alert(1)"),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_file_is_named(site: Path, what: str) -> None:
    """Whatever was changed behind the build, the proof fails and names the file or the zip."""
    name, change = CHANGES[what]
    path = site / "site" / name
    before = path.read_bytes() if path.is_file() else None
    path.write_bytes(change(before or b""))
    assert path.read_bytes() != before, "nothing was changed"
    try:
        found = failures(site)
    finally:
        path.write_bytes(before) if before is not None else path.unlink()
    assert any(name in line.split(": ")[0] or name in line for line in found), found


@pytest.mark.slow
def test_data_that_was_changed_in_both_places_is_still_no_source(site: Path) -> None:
    """Words that stand at no such place of a source are found, whoever copied them."""
    both = [site / folder / "data" / "quotations.json" for folder in ("docs", "site")]
    before = both[0].read_bytes()
    for path in both:
        path.write_bytes(before.replace(TALK.encode(), b"It is quite safe"))
    try:
        found = failures(site)
    finally:
        for path in both:
            path.write_bytes(before)
    assert any("this is not what its source says there" in line for line in found)


@pytest.mark.slow
@pytest.mark.skipif(not has_pagefind(), reason="Pagefind is not installed")
def test_what_is_searched_is_in_the_words_of_its_page(site: Path) -> None:
    """A word that only the index has is found, and so is an index that cannot be read."""
    fragments = sorted((site / "site" / "pagefind" / "fragment").iterdir())
    (path,) = [p for p in fragments if b'"/sources/aber/"' in gzip.decompress(p.read_bytes())]
    before = path.read_bytes()
    words = gzip.decompress(before).replace(b"not safe", b"quite secure")
    try:
        path.write_bytes(gzip.compress(words))
        assert {line.rpartition(": ")[2] for line in failures(site)} == {"quite", "secure"}
        path.write_bytes(b"damaged")
        assert "what is searched cannot be read" in failures(site)[0]
    finally:
        path.write_bytes(before)
