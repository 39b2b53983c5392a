"""What is deleted is the tool's own: no setting makes a folder of somebody's its cache."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commanding import briefing

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


@pytest.mark.parametrize("name", ["seeds", "docs", "site", "templates", ".cache"])
def test_a_folder_that_is_a_link_to_itself_is_a_wrong_setting(tmp_path: Path, name: str) -> None:
    """Every command says so; to ask where such a link ends is an error that nobody expects."""
    (tmp_path / name).symlink_to(name)
    for command in (["build"], ["verify"], ["clean"], ["build", "--config", f"{name}/mkdocs.yml"]):
        done = briefing(*command, cwd=tmp_path)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False), command
        assert "leads back to itself" in done.stderr


@pytest.mark.parametrize("name", ["docs", "site", "templates"])
@pytest.mark.parametrize("kind", ["file", "nowhere"])
def test_what_is_no_folder_is_neither_replaced_nor_passed_over(
    tmp_path: Path, name: str, kind: str
) -> None:
    """A person's file in the site's place stays; no template is left out without a word."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Rain fell on Oslo, a clerk said.\n", "utf-8")
    place = tmp_path / name
    place.write_text("mine", "utf-8") if kind == "file" else place.symlink_to("made-later")
    done = briefing("build", cwd=tmp_path)
    if (name, kind) == ("site", "nowhere"):  # what a server publishes may come later
        assert (done.returncode, place.is_dir()) == (0, True)
        return
    assert done.returncode == 2
    assert "which is no folder" in done.stderr
    assert place.is_symlink() or place.read_text("utf-8") == "mine"


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_settings_that_are_no_file_are_not_passed_over(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    """A build with the defaults in their place would be another site."""
    make(tmp_path / "mkdocs.yml")
    done = briefing("build", cwd=tmp_path)
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr


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
