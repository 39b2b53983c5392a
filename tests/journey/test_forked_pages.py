"""Pages that processes make for the engine: the same bytes, and every warning and error is told."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import _build_page

from generator.cache.fingerprint import files_below
from generator.commands.build import generate
from generator.commands.workers import FORKS, forks
from generator.config import Site, read_site
from generator.publish import forked_pages
from generator.publish.engine import build_site

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not FORKS, reason="no process is forked on this system"),
]

MakeSeeds = Callable[[Mapping[str, str]], Path]
BUILD = "generator.publish.forked_pages._build_page"
STORY = "The bridge\n\nMayor Ngozi Ade said on May 6, 2024 that bridge {n} would stay closed.\n"


@pytest.fixture
def site(make_seeds: MakeSeeds, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A folder of three articles whose pages are many enough for processes, written."""
    monkeypatch.setattr(forked_pages, "LEAST", 1)
    for room in ("generator.publish.engine", "generator.publish.search"):
        monkeypatch.setattr(f"{room}.has_pagefind", lambda: False)
    root = make_seeds({f"d{n}.txt": STORY.format(n=n) for n in range(3)}).parent
    site = read_site(None, working_dir=root)
    generate(site, progress=lambda _step, _done, _total: None)
    return site


def built(site: Site, processes: int) -> dict[str, bytes]:
    """The site's files, made anew."""
    shutil.rmtree(site.site_dir, ignore_errors=True)
    shutil.rmtree(site.cache_dir)
    assert build_site(site, fork=forks(processes))
    return {
        p.relative_to(site.site_dir).as_posix(): p.read_bytes() for p in files_below(site.site_dir)
    }


def test_processes_make_the_same_bytes(site: Site, tmp_path: Path) -> None:
    """With two processes the site is what one makes, and the pages are made in both."""
    alone = built(site, 1)
    seen = tmp_path / "processes"
    real = _build_page

    def watched(*given: object) -> None:
        with seen.open("a", encoding="ascii") as stream:
            stream.write(f"{os.getpid()}\n")
        real(*given)  # type: ignore[arg-type]  # as they came

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BUILD, watched)
        assert built(site, 2) == alone
    assert set(seen.read_text("ascii").split()) - {str(os.getpid())}


def test_what_a_page_ends_in_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that a process meets is the error of the build, as without processes."""
    real = _build_page
    own = os.getpid()

    def broken(*given: object) -> None:
        if os.getpid() != own:
            raise OSError("not here")
        real(*given)  # type: ignore[arg-type]  # as they came

    alone = built(site, 1)
    monkeypatch.setattr(BUILD, broken)
    assert built(site, 2) == alone  # what failed there is made here
