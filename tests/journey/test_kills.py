"""Killed builds, full disks, two builds at once: the next run's bytes are a clean build's."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey

MakeSeeds = Callable[[Mapping[str, str]], Path]
STORY = (
    "The bridge\n\nMayor Ngozi Ade said on May 6, 2024 that bridge {n} would stay closed.\n\n"
    "“It is not safe,” she told the council of Aber.\n"
)
SLICE, KILLS, PAIRS = 5, 30, 20
LONGEST = 300
SMALL_DISK = "6m"


def start(cwd: Path) -> "subprocess.Popen[str]":
    """A build in a folder, in the background."""
    command = [sys.executable, "-m", "generator", "build"]
    return subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def build(cwd: Path) -> tuple[int, str]:
    """A build in a folder, waited for: its exit status and what it said of errors."""
    process = start(cwd)
    _, said = process.communicate(timeout=LONGEST)
    return process.returncode, said


def shown(cwd: Path) -> dict[str, bytes]:
    """Everything that was made, cache apart."""
    return {
        p.relative_to(cwd).as_posix(): p.read_bytes()
        for name in ("docs", "site")
        for p in sorted((cwd / name).rglob("*"))
        if p.is_file()
    }


@pytest.fixture
def folder(make_seeds: MakeSeeds) -> Path:
    """Three articles."""
    return make_seeds({f"d{n}.txt": STORY.format(n=n) for n in range(3)}).parent


@pytest.fixture
def clean(folder: Path) -> tuple[dict[str, bytes], float]:
    """What a clean build gives, and how long it takes."""
    began = time.monotonic()
    assert build(folder)[0] == 0
    took = time.monotonic() - began
    made = shown(folder)
    for name in ("docs", "site", ".cache"):
        shutil.rmtree(folder / name)
    return made, took


@pytest.mark.parametrize(
    "kills",
    [pytest.param(SLICE, marks=pytest.mark.slow), pytest.param(KILLS, marks=pytest.mark.nightly)],
)
def test_kills_lose_nothing(
    folder: Path, clean: tuple[dict[str, bytes], float], kills: int
) -> None:
    """Whenever a build is killed, what a person wrote stays and the next one ends well."""
    made, took = clean
    chance = random.Random(11)  # noqa: S311 moments, no secrets
    mine = folder / "docs" / "guide" / "mine.md"
    for _ in range(kills):
        process = start(folder)
        time.sleep(chance.uniform(0, took))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        mine.parent.mkdir(parents=True, exist_ok=True)
        mine.write_text("# Mine\n", "utf-8")
    mine.unlink()
    mine.parent.rmdir()
    assert build(folder)[0] == 0
    assert shown(folder) == made


@pytest.mark.nightly
def test_two_builds_at_once_leave_a_right_site(
    folder: Path, clean: tuple[dict[str, bytes], float]
) -> None:
    """One of two may be refused, by name and without a traceback; the site is a clean build's."""
    made, _ = clean
    for turn in range(PAIRS):
        (folder / "seeds" / "d0.txt").write_text(STORY.format(n=100 + turn), "utf-8")
        pair = [start(folder), start(folder)]
        ends = [(p.communicate(timeout=LONGEST)[1], p.returncode) for p in pair]
        assert {code for _, code in ends} <= {0, 5}
        assert 0 in {code for _, code in ends}
        assert not any("Traceback" in said for said, _ in ends)
        assert all("another build" in said for said, code in ends if code == 5)
    (folder / "seeds" / "d0.txt").write_text(STORY.format(n=0), "utf-8")
    assert build(folder)[0] == 0
    assert shown(folder) == made


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(place)]
    if os.name == "nt" or shutil.which("mount") is None:
        pytest.skip("a small disk can only be made where there is `mount`")
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root can make a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


@pytest.mark.nightly
def test_a_full_disk_is_told_and_loses_nothing(
    folder: Path, small_disk: Path, clean: tuple[dict[str, bytes], float]
) -> None:
    """Exit status 5 and what to do; with room again the bytes are a clean build's."""
    made, _ = clean
    site = small_disk / folder.name  # a site without a name of its own has its folder's
    shutil.copytree(folder / "seeds", site / "seeds")
    ballast = small_disk / "ballast"
    free = shutil.disk_usage(small_disk).free
    ballast.write_bytes(b"\0" * (free - 100_000))
    code, said = build(site)
    assert code == 5, said
    assert "Traceback" not in said
    assert "disk is full" in said
    ballast.unlink()
    subprocess.run(
        ["mount", "-o", "remount,size=200m", str(small_disk)], check=True, capture_output=True
    )
    assert build(site)[0] == 0
    assert shown(site) == made
