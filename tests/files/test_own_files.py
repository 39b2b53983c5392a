"""What the tool itself wrote and somebody has spoilt since: nothing waits, and nothing breaks."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

from generator.cache.folder import LOCK_NAME, mark_cache
from generator.cache.lock import build_lock
from generator.cache.made_files import MadeFiles
from generator.cache.store import recall, remember
from generator.cache.timings import TIMINGS, write_timings
from generator.commands.outcome import BuildReport
from generator.commands.templates import ORIGINS, list_templates
from generator.errors import SettingsError, SiteError
from generator.files.guarded import UnreadableError, read_json, write_guarded
from generator.pages.writer import read_manifest
from generator.provenance.exports import TABLES, read_export

SECONDS = 20
"""More than any of these takes; who waits at a pipe waits for ever."""
REPORT = BuildReport(1, 1, {"actors": 2}, ("index.md",), 3, (), (), site="built")
DAMAGES: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "link to itself": lambda path: path.symlink_to(path.name),
    "deep": lambda path: path.write_text("[" * 200_000, "utf-8"),
    "deep inside": lambda path: path.write_text('{"report": ' + "[" * 200_000, "utf-8"),
    "a list of numbers": lambda path: path.write_text("[7]", "utf-8"),
    "a number": lambda path: path.write_text("7", "utf-8"),
    "other types": lambda path: path.write_text('{"files": 7, "inputs": 7, "a": 7}', "utf-8"),
    "no letters": lambda path: path.write_bytes(b'{"files": ["caf\xe9"]}'),
    "empty": Path.touch,
}
damaged = pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    """A test that waits fails."""

    def end(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@damaged
def test_a_damaged_record_is_no_record(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    """The step is done again, and is known again unless a folder stands in the way."""
    mark_cache(tmp_path)
    damage(tmp_path / "pages.json")
    assert recall(tmp_path, "pages", BuildReport, "a", "b") is None
    remember(tmp_path, "pages", REPORT, "a", "b")
    known = recall(tmp_path, "pages", BuildReport, "a", "b")
    assert known == (None if (tmp_path / "pages.json").is_dir() else REPORT)


@damaged
def test_a_damaged_ledger_knows_nothing(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    """Neither does a file that something else has taken the place of."""
    damage(tmp_path / "pages.made.json")
    made = MadeFiles(tmp_path / "pages.made.json", tmp_path, common="c")
    made.note("x.md", "o", b"x")
    made.save()
    damage(tmp_path / "x.md")
    again = MadeFiles(tmp_path / "pages.made.json", tmp_path, common="c")
    assert again.recall("x.md", "o") is None
    assert not again.holds("x.md", "o")


@damaged
def test_a_damaged_list_of_files_is_told(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    """Without the list nobody knows which pages are the tool's, so the owner decides."""
    damage(tmp_path / "list")
    with pytest.raises(SiteError, match="cannot be read"):
        read_manifest(tmp_path / "list")


@damaged
def test_damaged_data_are_told(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    """What is compared with is named, whatever lies in its place."""
    _write_no_data(tmp_path)
    assert read_export(tmp_path).table("timeline") == {}
    (tmp_path / "timeline.json").unlink()
    damage(tmp_path / "timeline.json")
    with pytest.raises((SettingsError, OSError), match=r"timeline\.json"):
        read_export(tmp_path)


@pytest.mark.parametrize("content", ["7", "[7]", '[{"seeds": []}]', "{"])
def test_a_damaged_account_of_a_build_is_told(tmp_path: Path, content: str) -> None:
    """It has names and values; without them nobody knows of what version the data are."""
    _write_no_data(tmp_path)
    (tmp_path / "build.json").write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=r"build\.json"):
        read_export(tmp_path)


def _write_no_data(folder: Path) -> None:
    for name, content in {**dict.fromkeys(TABLES, "[]"), "build": "{}"}.items():
        (folder / f"{name}.json").write_text(content, "utf-8")


@damaged
def test_a_damaged_record_of_templates_is_told(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    """It is refused where it is a file, and is none where it is not."""
    damage(tmp_path / ORIGINS)
    if (tmp_path / ORIGINS).is_file():
        with pytest.raises(SettingsError, match="no record of ejected"):
            list_templates(tmp_path)
    else:
        assert list_templates(tmp_path)


@damaged
def test_a_lock_takes_the_place_of_whatever_lies_there(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    """It holds off a second build, whatever was there before."""
    damage(tmp_path / LOCK_NAME)
    with (
        build_lock(tmp_path),
        pytest.raises(SiteError, match=f"process {os.getpid()}"),
        build_lock(tmp_path),
    ):
        pass


@damaged
def test_nobody_needs_the_timings(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    """They are written where no folder stands in the way, and nothing is left beside them."""
    damage(tmp_path / TIMINGS)
    damage(tmp_path / f".{TIMINGS}.new")
    write_timings(tmp_path, (("read", 1.0),))
    assert [path.name for path in tmp_path.iterdir()] == [TIMINGS]
    if not (tmp_path / TIMINGS).is_dir():
        assert read_json(tmp_path / TIMINGS, dict[str, dict[str, float]])["seconds"] == {"read": 1}


@damaged
def test_what_lies_where_a_file_is_written_first_is_cleared(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    """A file is written beside its place, and then put into it."""
    damage(tmp_path / ".x.new")
    write_guarded(tmp_path / "x", "new", within=tmp_path)
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("x", "new")]


@damaged
def test_what_is_damaged_has_one_error(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    """Or that of the system, which every command tells."""
    damage(tmp_path / "x")
    with pytest.raises((UnreadableError, OSError)):
        read_json(tmp_path / "x", dict[str, str])
