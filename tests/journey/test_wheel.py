"""An installed wheel builds a site without a checkout beside it."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey

STORY = "Mayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n"


def test_wheel_carries_templates_and_word_lists(
    root: Path, tmp_path: Path, make_seeds: Callable[[Mapping[str, str]], Path]
) -> None:
    """The wheel holds all that a build needs; unpacked elsewhere, it builds a site."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "-t",
        "wheel",
        "-d",
        tmp_path / "dist",
    ]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    cwd = make_seeds({"bridge.txt": STORY}).parent
    env = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = (cwd / "site" / "index.html").read_text("utf-8")
    assert "briefing.css" in page
    assert "bridge would stay closed" in page
