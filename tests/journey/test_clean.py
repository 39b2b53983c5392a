"""What is deleted is the tool's own: no setting makes a folder of somebody's its cache."""

import os
import sys
from pathlib import Path

import pytest

from generator.cache.folder import LOCK_NAME, MARK, SEEDS, STORE
from generator.cache.lock import build_lock
from generator.cache.store import forget_all
from generator.commands.build import clean
from generator.config import Site, read_site
from generator.errors import SettingsError, SiteError

SHARED = [
    "cache: .",
    "cache: docs",
    "cache: docs/cache",
    "cache: seeds",
    "cache: site",
    "cache: ..",
    'seeds: ""',
    "seeds: docs",
    "templates: seeds/templates",
]


def site_with(folder: Path, options: str, more: str = "") -> Site:
    """The site of a settings file with these options of the plugin."""
    file = folder / "mkdocs.yml"
    file.write_text(f"{more}\nplugins:\n  - briefing:\n      {options}\n", "utf-8")
    return read_site(file, working_dir=folder)


@pytest.mark.parametrize("options", SHARED)
def test_no_two_folders_of_a_site_are_one(tmp_path: Path, options: str) -> None:
    """A folder that is, holds or lies in another, or holds the site, is refused before all else."""
    with pytest.raises(SettingsError, match="a folder of its own") as caught:
        site_with(tmp_path, options)
    assert "mkdocs.yml" in str(caught.value)


def test_a_link_is_the_folder_that_it_leads_to(tmp_path: Path) -> None:
    """What a symbolic link means counts, not what it is called."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "kept").symlink_to("seeds")
    with pytest.raises(SettingsError, match="is also that of"):
        site_with(tmp_path, "cache: kept")


@pytest.mark.parametrize("options", ["cache: .kept", "cache: ../kept", "seeds: ../news"])
def test_folders_that_lie_apart_are_right(tmp_path: Path, options: str) -> None:
    """A folder of its own may lie anywhere, also outside of the site's."""
    root = tmp_path / "site"
    root.mkdir()
    assert site_with(root, options).root == root
    assert site_with(root, "seeds: s3://bucket/news").is_remote


def test_clean_refuses_a_folder_of_somebodys(tmp_path: Path) -> None:
    """A folder with other things in it is no cache, though they are called as the cache's are."""
    for name in ("seeds", "report"):
        (tmp_path / "mine" / name).mkdir(parents=True)
    for name in (STORE, "kept.txt"):
        (tmp_path / "mine" / name).write_text("mine", "utf-8")
    with pytest.raises(SettingsError, match="holds other things"):
        clean(site_with(tmp_path, "cache: mine"))
    assert len(list((tmp_path / "mine").iterdir())) == 4


@pytest.mark.parametrize("left", [(), (LOCK_NAME,), (LOCK_NAME, STORE), (MARK,)])
def test_clean_knows_a_cache_of_its_own(tmp_path: Path, left: tuple[str, ...]) -> None:
    """A new one, one of an earlier version, and one whose build was ended are emptied."""
    site = site_with(tmp_path, "cache: kept")
    (site.cache_dir / SEEDS / "x").mkdir(parents=True)
    if not left:
        (site.cache_dir / SEEDS / "x").rmdir()
        (site.cache_dir / SEEDS).rmdir()
        with build_lock(site.cache_dir):
            (site.cache_dir / SEEDS).mkdir()
    elif STORE not in left:
        (site.cache_dir / SEEDS / "x").rmdir()
        (site.cache_dir / SEEDS).rmdir()
    for name in left:
        (site.cache_dir / name).touch()
    clean(site)
    assert not site.cache_dir.exists()


@pytest.mark.parametrize(
    "names",
    [
        ("build.lock", "front", "untouched.json", "volumes", "volumes.json"),
        ("pages.made.json", "pages.json", "report", "seeds"),
    ],
)
def test_a_cache_without_a_mark_is_known_by_what_it_holds(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    """One of volumes, or of a system without locks; among other things nothing is sure."""
    site = site_with(tmp_path, "cache: kept")
    site.cache_dir.mkdir()
    for name in names:
        (site.cache_dir / name).touch()
    (site.cache_dir / "mine.txt").touch()
    with pytest.raises(SettingsError, match="holds other things"):
        clean(site)
    (site.cache_dir / "mine.txt").unlink()
    clean(site)
    assert not site.cache_dir.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such lock on Windows")
def test_a_lock_that_was_deleted_is_no_lock(tmp_path: Path) -> None:
    """Who opened the lock before `clean` deleted it does not hold it beside the next build."""
    cache = tmp_path / "cache"
    opened: list[int] = []
    real = os.open

    def open_late(path: Path, *how: int) -> int:
        handle = real(path, *how)
        if not opened:
            opened.append(handle)
            forget_all(cache)  # between opening and taking it
        return handle

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.cache.lock.os.open", open_late)
        with build_lock(cache):
            patch.undo()
            with pytest.raises(SiteError, match="another build"), build_lock(cache):
                pass
