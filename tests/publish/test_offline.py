"""The offline copy: every link names a file, and the archive is the same bytes each time."""

import json
import zipfile
from pathlib import Path

import pytest

from generator.publish.offline import offline_page, write_offline


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("actors/", "actors/index.html"),
        ("../actors/x/#s-1", "../actors/x/index.html#s-1"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../?q=x", "../index.html?q=x"),
        ("data/a.csv", "data/a.csv"),
        ("#here", "#here"),
        ("?speaker=x", "?speaker=x"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@b.org", "mailto:a@b.org"),
    ],
)
def test_a_link_names_its_file(address: str, file: str) -> None:
    """Addresses that end in a folder get the folder's file; all others stay."""
    assert offline_page(f'<a href="{address}">x</a>', "index.html") == f'<a href="{file}">x</a>'


def test_the_search_page_gets_a_plain_script() -> None:
    """A module cannot be read from a disk; the index comes as a script beside it."""
    html = '<script type="module" src="../assets/briefing/search.js"></script>'
    page = offline_page(html, "search/index.html")
    assert '<script src="../search/offline-index.js"></script>' in page
    assert '<script src="../assets/briefing/offline.js"></script>' in page
    assert "module" not in page


@pytest.mark.parametrize(
    "text",
    [
        'Write name="search" in the form',
        'The page said  href="guide/" in its source',
        'data-md-component="search"',
        '&lt;script type="module" src="search.js"&gt;&lt;/script&gt;',
        'a < b, action="x/" > c',
    ],
)
def test_text_is_never_rewritten(text: str) -> None:
    """What looks like an attribute in a text, or in another attribute's value, stays as it is."""
    for page in (f"<p>{text}</p>", f"<p title='{text.replace('>', '')}'>x</p>"):
        assert offline_page(page, "index.html") == page


def test_the_form_asks_the_search_page() -> None:
    """The header's field leads to the search page by the name of its file."""
    page = offline_page('<form class="a" action="../../search/">', "actors/x/index.html")
    assert page == '<form class="a" action="../../search/index.html">'


def make_site(root: Path) -> Path:
    """A built site of one page with an awkward text."""
    root.mkdir(parents=True, exist_ok=True)
    page = '<div data-pagefind-body><h1>A &lt;b&gt;</h1><a href="./">x</a>&lt;/script&gt;</div>'
    (root / "index.html").write_text(page, "utf-8")
    return root


def index_of(copy: Path) -> str:
    """The script of an offline copy that holds its index."""
    with zipfile.ZipFile(copy) as archive:
        return archive.read("search/offline-index.js").decode("utf-8")


def test_the_index_cannot_close_its_script(tmp_path: Path) -> None:
    """Whatever the index holds, it stays one statement of a script."""
    assert "</" not in index_of(write_offline(make_site(tmp_path)))


def test_the_archive_is_the_same_bytes(tmp_path: Path) -> None:
    """Two archives of one site are equal, and the second does not hold the first."""
    site = make_site(tmp_path)
    first = write_offline(site).read_bytes()
    assert write_offline(site).read_bytes() == first


def test_the_index_is_the_sections_of_the_pages(tmp_path: Path) -> None:
    """Headings with their anchors and the text below them; what is not for readers is left out."""
    page = (
        "<div data-pagefind-body><h1>Ada &amp; Ben</h1><p>First.</p>"
        '<h2 id="said">Said</h2><p>We <b>are</b> ready.<span hidden>no</span></p></div>'
    )
    (tmp_path / "actors" / "ada").mkdir(parents=True)
    (tmp_path / "actors" / "ada" / "index.html").write_text(page, "utf-8")
    (tmp_path / "index.html").write_text("<p>Not for readers.</p>", "utf-8")
    script = index_of(write_offline(tmp_path))
    rows = json.loads(script.removeprefix("window.briefingIndex = ").removesuffix(";\n"))
    assert rows == [
        {"url": "./actors/ada/index.html", "title": "Ada &amp; Ben", "text": "First."},
        {"url": "./actors/ada/index.html#said", "title": "Said", "text": "We are ready."},
    ]


def test_the_copy_does_not_hold_itself(tmp_path: Path) -> None:
    """Neither as it is being written nor as an earlier build left it."""
    (tmp_path / "index.html").write_text("<main><h1>A</h1></main>", "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/briefing-offline.zip").write_bytes(b"old")
    with zipfile.ZipFile(write_offline(tmp_path)) as archive:
        assert archive.namelist() == ["index.html", "search/offline-index.js"]
