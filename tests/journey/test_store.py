"""The cache of annotations: found again by content, forgotten when not needed, never trusted."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.cache.folder import LOCK_NAME
from generator.cache.lock import build_lock
from generator.cache.store import FILE_NAME, AnnotationStore, annotation_key
from generator.commands.build import gather
from generator.commands.gathered import Gathered
from generator.config import Settings
from generator.errors import SiteError
from generator.model.annotations import Annotations
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str]], Path]
STORY = "The dam\n\nMayor Ngozi Ade said on May 6, 2024 that the dam would be closed.\n"


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    """Annotations come back by their key, and only they."""
    store = AnnotationStore(tmp_path)
    store.save({"k": Annotations("d", "en")})
    assert store.load(["k", "other"]) == {"k": Annotations("d", "en")}
    store.keep_only(["other"])
    assert store.load(["k"]) == {}


def test_damaged_file_is_made_anew(tmp_path: Path) -> None:
    """A file that is no database costs nothing but the time to analyse again."""
    (tmp_path / FILE_NAME).write_bytes(b"not a database" * 100)
    store = AnnotationStore(tmp_path)
    store.save({"k": Annotations("d", None)})
    assert "k" in store.load(["k"])


def test_key_depends_on_text_rules_and_model(seeds_dir: Path) -> None:
    """A changed document, rule or model asks for a new analysis."""
    one, two = read_seeds(seeds_dir).documents
    keys = {
        annotation_key(one, rules="a", model="m"),
        annotation_key(two, rules="a", model="m"),
        annotation_key(one, rules="b", model="m"),
        annotation_key(one, rules="a", model="n"),
    }
    assert len(keys) == 4


def _sql(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


def _folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


def _foreign(path: Path) -> None:
    path.unlink()
    _sql(path, "CREATE TABLE kept (colour TEXT)")


def _link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda p: p.write_bytes(b""),
    "cut": lambda p: p.write_bytes(p.read_bytes()[: p.stat().st_size // 2]),
    "garbage": lambda p: p.write_bytes(os.urandom(5000)),
    "folder": _folder,
    "foreign": _foreign,
    "older": lambda p: _sql(p, "PRAGMA user_version = 1"),
    "altered": lambda p: _sql(p, "UPDATE kept SET value = x'00'"),
    "link": _link,
    "journal": lambda p: p.with_name(f"{p.name}-journal").write_bytes(b"x" * 600),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: str) -> None:
    """Whatever lies there, nothing wrong comes out of it, and it works again."""
    known = {"k": Annotations("d", "en", warnings=("x",) * 500)}
    AnnotationStore(tmp_path).save(known)
    DAMAGES[damage](tmp_path / FILE_NAME)
    store = AnnotationStore(tmp_path)
    assert store.load(["k"]) in ({}, known)
    store.save(known)
    assert store.problem == ""
    assert AnnotationStore(tmp_path).load(["k"]) == known


def test_a_folder_that_cannot_be_written_is_no_cache(tmp_path: Path) -> None:
    """A file where the folder should be costs the time to analyse again, and nothing else."""
    (tmp_path / "cache").write_text("mine", "utf-8")
    store = AnnotationStore(tmp_path / "cache")
    store.save({"k": Annotations("d", "en")})
    assert store.load(["k"]) == {}
    assert store.problem
    assert (tmp_path / "cache").read_text("utf-8") == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such lock on Windows")
def test_a_lock_names_its_holder_and_goes_away_with_it(tmp_path: Path) -> None:
    """A second build is refused with the first one's process, and goes on when that has died."""
    code = (
        "import sys, time; from pathlib import Path; from generator.cache.lock import build_lock\n"
        "with build_lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(600)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(SiteError, match=f"process {other.pid}"), build_lock(tmp_path):
            pass
        other.kill()
        other.wait()
    with build_lock(tmp_path):
        assert (tmp_path / LOCK_NAME).read_text("ascii").strip() == str(os.getpid())
    shutil.rmtree(tmp_path)


NOBODY = 65534
"""The user without rights, on every Unix."""


@contextmanager
def without_roots_rights() -> Iterator[None]:
    """Root may write anywhere, so root becomes nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of this kind are Unix's")
def test_a_folder_with_no_right_to_write() -> None:
    """A cache without the right to write is no cache and no lock, and stops nothing."""
    with tempfile.TemporaryDirectory() as name:
        cache = Path(name, "closed")
        cache.mkdir()
        Path(name).chmod(0o755)
        cache.chmod(0o555)
        with without_roots_rights():
            store = AnnotationStore(cache)
            store.save({"k": Annotations("d", None)})
            with build_lock(cache):
                assert store.load(["k"]) == {}
        assert store.problem
        assert list(cache.iterdir()) == []
        cache.chmod(0o755)


def test_a_cache_that_cannot_be_written(make_seeds: MakeSeeds, tmp_path: Path) -> None:
    """Where a file stands in the cache's place, all is found, and a warning says what to do."""
    cache = tmp_path / "closed"
    cache.write_text("no folder", "utf-8")
    assert_told_without_cache(gather_with(make_seeds({"a.txt": STORY}), cache), cache)


def gather_with(seeds: Path, cache: Path) -> Gathered:
    """What a build knows of a folder of seeds, with this cache."""
    return gather(seeds, settings=Settings(), cache_dir=cache, progress=lambda *_: None)


def assert_told_without_cache(gathered: Gathered, cache: Path) -> None:
    """One warning, with the folder and the setting; the findings are there."""
    [warning] = gathered.warnings
    assert warning.startswith(f"{cache}: what was found cannot be kept")
    assert "`cache` in mkdocs.yml" in warning
    assert gathered.analysed == 1
    assert gathered.corpus.statements
