"""The engine: skips what is unchanged, and never depends on today."""

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from handmade import make_corpus, make_document, make_site

from generator.config import EPOCH, Site
from generator.errors import SiteError
from generator.i18n.catalogue import load_catalogue
from generator.pages.render import render_pages
from generator.pages.writer import write_pages
from generator.publish import engine, swap
from generator.publish.engine import build_site
from generator.publish.swap import site_aside

pytestmark = pytest.mark.journey


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site of one document, its pages written; no settings file."""
    corpus = make_corpus([make_document(("The harbour will reopen.",))])
    made = make_site(tmp_path)
    files = render_pages(corpus, made, catalogue=load_catalogue("en"))
    write_pages(files, made.docs_dir, tmp_path / ".list")
    return made


def test_an_unchanged_site_is_not_built_again(site: Site) -> None:
    """The second run does nothing; a missing file or a changed page makes it build."""
    assert build_site(site)
    assert not build_site(site)
    (site.site_dir / "about" / "index.html").unlink()
    assert build_site(site)
    (site.docs_dir / "extra.md").write_text("# More\n", "utf-8")
    assert build_site(site)


def test_a_site_without_settings_has_the_theme_and_the_policy(site: Site) -> None:
    """A folder without mkdocs.yml gets the same look and the same defences."""
    build_site(site)
    page = (site.site_dir / "index.html").read_text("utf-8")
    assert "assets/briefing/briefing.css" in page
    assert 'http-equiv="Content-Security-Policy"' in page
    assert (site.site_dir / "assets" / "briefing" / "briefing.css").is_file()
    assert "fonts.googleapis" not in page
    assert 'data-md-color-primary="custom"' in page
    assert 'data-md-color-scheme="slate"' in page


def test_what_only_the_themes_own_search_would_load_is_left_out(site: Site) -> None:
    """The script that every page loads is there; no index by Lunr is, and no map of it."""
    build_site(site)
    built = [path.relative_to(site.site_dir).as_posix() for path in site.site_dir.rglob("*.*")]
    assert any(re.search(r"javascripts/bundle\..*\.js$", path) for path in built)
    assert not [path for path in built if path.endswith(".map") or "lunr" in path]
    page = (site.site_dir / "index.html").read_text("utf-8")
    assert "clipboard.copied" in page
    assert "search.result" not in page


def test_without_pagefind_the_search_page_reads_the_copys_index(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tab is never empty: an index and the script that reads it stand in."""
    for room in ("generator.publish.engine", "generator.publish.search"):
        monkeypatch.setattr(f"{room}.has_pagefind", lambda: False)
    build_site(site)
    page = (site.site_dir / "search" / "index.html").read_text("utf-8")
    assert '<script src="../search/offline-index.js"></script>' in page
    assert 'src="../assets/briefing/offline.js"' in page
    assert 'type="module"' not in page
    index = (site.site_dir / "search" / "offline-index.js").read_text("utf-8")
    assert "The harbour will reopen." in index
    monkeypatch.undo()
    assert build_site(site)  # once Pagefind is there, the site is built anew
    assert (site.site_dir / "pagefind").is_dir()


def test_a_site_with_an_address_names_it(site: Site) -> None:
    """With ``site_url`` the site map and the heads of pages have whole addresses."""
    settings = site.root / "mkdocs.yml"
    text = (
        f"site_name: x\nsite_url: https://example.org/briefing/\ndocs_dir: {site.docs_dir}\n"
        f"site_dir: {site.site_dir}\ntheme: {{name: material, font: false}}\n"
    )
    settings.write_text(text, "utf-8")
    own = Site(
        site.settings,
        site.root,
        settings,
        site.name,
        "https://example.org/briefing/",
        site.docs_dir,
        site.site_dir,
    )
    build_site(own)
    places = re.findall(r"<loc>(.*?)</loc>", (site.site_dir / "sitemap.xml").read_text("utf-8"))
    assert "https://example.org/briefing/sources/one/" in places
    for place in places:
        path = place.removeprefix("https://example.org/briefing/")
        page = (site.site_dir / path / "index.html").read_text("utf-8")
        assert f'<meta property="og:url" content="{place}">' in page


def test_no_date_of_today_is_left(site: Site) -> None:
    """The environment is as it was, and the site map's archive has no time of the build."""
    before = os.environ.get(EPOCH)
    build_site(site)
    assert os.environ.get(EPOCH) == before
    archive = (site.site_dir / "sitemap.xml.gz").read_bytes()
    assert int.from_bytes(archive[4:8], "little") == int(before or 0)


def test_a_stop_of_the_engine_is_a_site_error(site: Site) -> None:
    """What MkDocs says when it stops reaches the user as one error with exit status 5."""
    broken = site.root / "mkdocs.yml"
    broken.write_text("site_name: x\nplugins: [there-is-no-such-plugin]\n", "utf-8")
    wrong = Site(
        site.settings, site.root, broken, site.name, site.url, site.docs_dir, site.site_dir
    )
    with pytest.raises(SiteError, match="there-is-no-such-plugin") as caught:
        build_site(wrong)
    assert caught.value.exit_code == 5
    assert caught.value.hint.startswith("Mend what is named, or install it")
    assert "Aborted" not in str(caught.value)


def test_a_build_that_fails_leaves_the_last_site(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is put in its place whole or not at all, and nothing is left beside it."""
    assert build_site(site)
    (site.site_dir / ".git").mkdir()
    (site.site_dir / ".git" / "mine").write_text("mine", "utf-8")
    before = {p: p.stat().st_mtime_ns for p in site.site_dir.rglob("*") if p.is_file()}
    (site.docs_dir / "extra.md").write_text("# More\n", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(engine, "finish_site", lambda *_given, **_how: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            build_site(site)
    after = {p: p.stat().st_mtime_ns for p in site.site_dir.rglob("*") if p.is_file()}
    assert after == before
    assert build_site(site)
    assert (site.site_dir / "extra" / "index.html").is_file()
    assert (site.site_dir / ".git" / "mine").read_text("utf-8") == "mine"
    assert [p.name for p in site.root.iterdir() if p.name.startswith(".site")] == []


def test_a_site_between_two_names_is_found_again(site: Site) -> None:
    """A build that was ended between the two renames loses no site."""
    assert build_site(site)
    words = (site.site_dir / "index.html").read_bytes()
    site.site_dir.rename(site.root / ".site.old")
    with pytest.raises(SiteError), site_aside(site.site_dir):
        raise SiteError("ended early")
    assert (site.site_dir / "index.html").read_bytes() == words


KILLED = """
import os, signal, sys
from pathlib import Path
from generator.publish import swap
swap._exchange = lambda one, other: False
own = Path.rename
def rename(self, target):
    own(self, target)
    os.kill(os.getpid(), signal.SIGKILL)
Path.rename = rename
with swap.site_aside(Path(sys.argv[1])) as aside:
    aside.mkdir()
    (aside / "index.html").write_text("new")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_kill_between_the_two_renames_loses_no_site(tmp_path: Path) -> None:
    """Where no exchange is known a killed build leaves none; the next one begins with the last."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old", "utf-8")
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False, timeout=120)
    assert done.returncode < 0
    assert not folder.exists()
    with pytest.raises(SiteError), site_aside(folder):
        raise SiteError("ended early")
    assert [p.name for p in tmp_path.rglob("*")] == ["site", "index.html"]
    assert (folder / "index.html").read_text("utf-8") == "old"


@pytest.mark.skipif(sys.platform != "linux", reason="the system knows no exchange of names")
def test_two_folders_change_names_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No moment is without a site: nothing is renamed away first."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old", "utf-8")
    monkeypatch.setattr(Path, "rename", lambda _self, _target: 1 / 0)
    with site_aside(folder) as aside:
        aside.mkdir()
        (aside / "index.html").write_text("new", "utf-8")
    assert [p.name for p in tmp_path.rglob("*")] == ["site", "index.html"]
    assert (folder / "index.html").read_text("utf-8") == "new"


def test_a_mounted_folder_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder cannot be renamed its files are replaced, and what is no more goes."""
    folder = tmp_path / "site"
    (folder / "gone").mkdir(parents=True)
    (folder / "gone" / "index.html").write_text("old", "utf-8")
    own = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == folder:
            raise OSError(errno.EBUSY, "busy")
        return own(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    with site_aside(folder) as aside:
        aside.mkdir()
        (aside / "index.html").write_text("new", "utf-8")
    assert [p.name for p in folder.rglob("*")] == ["index.html"]
    assert (folder / "index.html").read_text("utf-8") == "new"
