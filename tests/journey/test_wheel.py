"""From the wheel, in an empty folder far from a checkout: `init`, `build`, `verify`, as told."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

pytestmark = [pytest.mark.journey, pytest.mark.slow]


def run(folder: Path, installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of the unpacked wheel."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_nothing_of_ours_lies_beside_the_package(installed: Path) -> None:
    """The wheel puts one package into site-packages, and what describes it."""
    names = sorted(path.name for path in installed.iterdir())
    assert [name for name in names if not name.endswith(".dist-info")] == ["generator"]


def test_a_new_site_is_built_and_proven(installed: Path, tmp_path: Path) -> None:
    """`init --demo` and the commands of the workflow that it wrote give a proven site."""
    asked = ("init", "bridges", "--name", 'The ferry: "a" vote', "--demo", "--ci", "github")
    done = run(tmp_path, installed, *asked)
    assert done.returncode == 0, done.stderr
    site = tmp_path / "bridges"
    assert not (site / "templates").exists()
    action = yaml.safe_load((site / ".github/actions/briefing/action.yml").read_text("utf-8"))
    commands = {s["name"]: s["run"] for s in action["runs"]["steps"] if "run" in s}
    assert commands["Install"] == "pip install -r requirements.txt"
    for step in ("Build", "Prove"):
        command = commands[step].partition("$(")[0]  # nothing is published yet to compare with
        done = run(site, installed, *command.split()[1:], "--strict")
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    page = (site / "site" / "index.html").read_text("utf-8")
    assert "briefing.css" in page
    assert "The ferry: &#34;a&#34; vote" in page
    assert (site / "site" / "sources" / "ferry-vote" / "index.html").is_file()
