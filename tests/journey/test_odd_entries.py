"""Folders with odd names and with what is no file: each is named, and a later build sees it too."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commanding import briefing
from refusing import refused

from generator.cache.fingerprint import digest_of_folder, files_below
from generator.cache.untouched import stamp_of
from generator.commands.own_pages import find_own_documents
from generator.commands.sources import kept_documents
from generator.commands.volumes import divide, stage
from generator.config import read_site
from generator.errors import SiteError
from generator.files.entries import walk_files
from generator.files.guarded import clear_place
from generator.read.seeds import is_read, read_seeds

pytestmark = pytest.mark.journey

MakeSeeds = Callable[[dict[str, str | bytes]], Path]
STORY = "A grey tunnel closes\n\nThe canal fell on 6 May 2031, Ada Obi said. She did not say why.\n"
FOREIGN = os.fsdecode(b"caf\xe9")
"""A name in another encoding than UTF-8."""
NOWHERE: dict[str, Callable[[Path], object]] = {
    "a folder called like a text": lambda seeds: (seeds / "d.txt").mkdir(),
    "a link that leads nowhere": lambda seeds: (seeds / "q.txt").symlink_to("nowhere"),
    "a link to itself": lambda seeds: (seeds / "loop.txt").symlink_to("loop.txt"),
    "a link to a name that is too long": lambda seeds: (seeds / "l.txt").symlink_to("n" * 300),
    "a link out of the folder": lambda seeds: (seeds / "out.txt").symlink_to(seeds.parent / "o"),
    "a sidecar that leads to itself": lambda seeds: (seeds / "a.txt.yml").symlink_to("a.txt.yml"),
    "a pipe": lambda seeds: os.mkfifo(seeds / "pipe.txt"),
    "a pipe that is not read": lambda seeds: os.mkfifo(seeds / "pipe.mp4"),
}
CORRECTIONS: dict[str, Callable[[Path], object]] = {
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a link to itself": lambda path: path.symlink_to(path.name),
}


@pytest.fixture
def seeds(make_seeds: MakeSeeds) -> Path:
    """A folder with one text, beside a file that is none of it."""
    folder = make_seeds({"a.txt": STORY})
    (folder.parent / "o").write_text(STORY, "utf-8")
    return folder


def digest(seeds: Path) -> str:
    """What a build asks whether its sources have changed."""
    return digest_of_folder(seeds, is_read=is_read)


def built(folder: Path) -> dict[str, bytes]:
    """The pages and the data of a build."""
    docs = folder / "docs"
    return {p.relative_to(docs).as_posix(): p.read_bytes() for p in files_below(docs)}


@pytest.mark.parametrize("make", [*NOWHERE.values(), *CORRECTIONS.values()])
def test_whatever_comes_into_the_folder_is_seen(
    seeds: Path, make: Callable[[Path], object]
) -> None:
    """Its name and kind count, by the quick look and by the long one; nobody waits at a pipe."""
    before, stamp = digest(seeds), stamp_of([seeds])
    make(seeds / "corrections.yml" if make in CORRECTIONS.values() else seeds)
    assert digest(seeds) != before
    assert stamp_of([seeds]) not in {"", stamp}


def test_a_folder_that_is_closed_later_is_seen(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be looked into any more is no reason to stop, and not the same as before."""
    (seeds / "sub").mkdir()
    before, stamp = digest(seeds), stamp_of([seeds])
    (seeds / "sub" / "b.txt").write_text(STORY, "utf-8")
    scandir = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if os.fspath(path).endswith("sub"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert digest(seeds) != before
    assert stamp_of([seeds]) not in {"", stamp}


def test_what_python_compiles_is_no_change(seeds: Path) -> None:
    """A source in a folder of that name is one all the same."""
    (seeds / "__pycache__").mkdir()
    (seeds / "__pycache__" / "a.txt").write_text(STORY, "utf-8")
    stamp = stamp_of([seeds])
    (seeds / "__pycache__" / "m.pyc").write_bytes(b"1")
    assert stamp_of([seeds]) == stamp
    before = digest(seeds)
    (seeds / "__pycache__" / "b.txt").write_text(STORY, "utf-8")
    assert stamp_of([seeds]) != stamp
    assert digest(seeds) != before


@pytest.mark.slow
def test_a_build_after_a_change_is_a_clean_build(seeds: Path, tmp_path: Path) -> None:
    """Odd entries that come later are told as in a first build, and the pages are the same."""
    (seeds / f"{FOREIGN}.txt").write_text(STORY, "utf-8")
    for _ in range(2):  # the second time there is a cache
        assert briefing("build", "--strict", cwd=tmp_path).returncode == 0
        (seeds / "a.txt").write_text(f"{STORY}\nIt is open again.\n", "utf-8")
    for make in NOWHERE.values():
        make(seeds)
    again = briefing("build", "--strict", cwd=tmp_path)
    later = built(tmp_path)
    assert briefing("clean", cwd=tmp_path).returncode == 0
    first = briefing("build", "--strict", cwd=tmp_path)
    assert (again.returncode, first.returncode) == (1, 1)
    warned = [line for line in again.stderr.splitlines() if line.startswith("Warning")]
    assert len(warned) == len(NOWHERE)
    assert warned == [line for line in first.stderr.splitlines() if line.startswith("Warning")]
    assert later == built(tmp_path)


def test_corrections_that_are_no_file_stop_a_later_build_too(seeds: Path, tmp_path: Path) -> None:
    """An editor's word is never passed over because a build had nothing else to do."""
    assert briefing("build", cwd=tmp_path).returncode == 0
    for make in CORRECTIONS.values():
        make(seeds / "corrections.yml")
        done = briefing("build", cwd=tmp_path)
        assert done.returncode == 3, done.stderr
        assert "corrections.yml" in done.stderr
        (seeds / "corrections.yml").rename(tmp_path / "done")
        if (tmp_path / "done").is_dir():
            (tmp_path / "done").rmdir()


def test_a_name_that_is_not_utf8_is_kept_and_taken_over(seeds: Path, tmp_path: Path) -> None:
    """Its document is read once; the second time it comes from the cache."""
    (seeds / f"{FOREIGN}.txt").write_text(STORY, "utf-8")
    kept = kept_documents(tmp_path / "cache")
    reading = read_seeds(seeds, kept=kept)
    assert [d.failures for d in reading.documents] == [(), ()]
    assert len(kept.load(reading.keys.values())) == 2
    assert read_seeds(seeds, kept=kept) == reading


def test_volumes_of_odd_names(seeds: Path, tmp_path: Path) -> None:
    """A folder whose name is not UTF-8 is a volume like any other, the second time as well."""
    (seeds / FOREIGN).mkdir()
    (seeds / FOREIGN / f"{FOREIGN}.txt").write_text(STORY, "utf-8")
    (seeds / "long.txt").symlink_to("n" * 300)
    settings = "plugins:\n  - briefing:\n      volumes: {by: collection, above: 1}\n"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Vallen\n{settings}", "utf-8")
    for _ in range(2):
        done = briefing("volumes", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize("make", CORRECTIONS.values(), ids=CORRECTIONS)
@pytest.mark.parametrize("place", ["own.md", "guide/own.md"])
def test_a_page_that_is_no_file_is_told(
    tmp_path: Path, place: str, make: Callable[[Path], object]
) -> None:
    """The engine would wait at a pipe for ever; a folder of such a name is a folder of pages."""
    page = tmp_path / place
    page.parent.mkdir(exist_ok=True)
    make(page)
    if page.is_dir():
        assert find_own_documents(tmp_path) == ()
    else:
        with pytest.raises(SiteError, match="cannot be read"):
            find_own_documents(tmp_path)


def test_volumes_tell_a_closed_folder(seeds: Path, tmp_path: Path) -> None:
    """It costs itself, as in a site that is whole, and the division knows it when it is open."""
    for name in ("north", "south"):
        (seeds / name).mkdir()
        (seeds / name / "b.txt").write_text(STORY.replace("tunnel", name), "utf-8")
    settings = "plugins:\n  - briefing:\n      volumes: {by: collection, above: 1}\n"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: X\n{settings}", "utf-8")
    with refused(seeds / "north"):
        closed = briefing("volumes", "--json", cwd=tmp_path)
    opened = briefing("volumes", "--json", cwd=tmp_path)
    assert (closed.returncode, opened.returncode) == (0, 0), closed.stderr
    found = [[v["id"] for v in json.loads(d.stdout)["volumes"]] for d in (closed, opened)]
    assert found == [["south", "others"], ["north", "south", "others"]]
    site = read_site(tmp_path / "mkdocs.yml", working_dir=tmp_path)
    (volume,) = (v for v in divide(site) if v.id == "south")
    with refused(seeds / "north"):
        assert [p.name for p in walk_files(stage(site, volume).seeds_dir)] == ["b.txt"]


@pytest.mark.slow
def test_volumes_tell_what_is_no_file(seeds: Path, tmp_path: Path) -> None:
    """What cannot be read is told in its volume too, each time, and no more when it is gone."""
    (seeds / "north").mkdir()
    (seeds / "north" / "b.txt").write_text(STORY.replace("tunnel", "bridge"), "utf-8")
    (seeds / "north" / "c.txt").symlink_to("../a.txt")
    settings = "plugins:\n  - briefing:\n      volumes: {by: collection, above: 1}\n"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: X\n{settings}", "utf-8")
    for make in NOWHERE.values():
        make(seeds)
    for _ in range(2):
        done = briefing("build", "--strict", cwd=tmp_path)
        assert "Traceback" not in done.stderr
        assert done.returncode == 1
        warned = [line for line in done.stderr.splitlines() if line.startswith("Warning")]
        assert len(warned) == len(NOWHERE)
    for path in seeds.iterdir():
        if path.name not in {"a.txt", "north"}:
            clear_place(path)
    done = briefing("build", "--strict", cwd=tmp_path)
    assert (done.returncode, "Warning" in done.stderr) == (0, False)
