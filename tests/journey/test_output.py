"""What a command answers into a place that takes nothing: told, and no failure of the work."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

MakeSeeds = Callable[[Mapping[str, str]], Path]
STORY = "The bridge\n\n“It is not safe,” Mayor Ngozi Ade told the council.\n"
FULL = Path("/dev/full")
SLOWER = ["generate", "generate --json", "verify --json"]


def run(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """A line of the shell, in which the command is ``$0 -m generator``."""
    command = ["bash", "-c", f"set -o pipefail; {script}", sys.executable]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not FULL.exists(), reason="there is no such file here")
@pytest.mark.parametrize(
    "command", ["rules", *(pytest.param(c, marks=pytest.mark.slow) for c in SLOWER)]
)
def test_a_full_output_is_told(make_seeds: MakeSeeds, command: str) -> None:
    """The error names the output, the status is that of the machine, and nothing else is said."""
    folder = make_seeds({"aber.txt": STORY}).parent
    done = run(folder, f"$0 -m generator {command} > /dev/full")
    assert done.returncode == 5, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    told = (
        "there is no built site" if "verify" in command else "standard output: the system refused"
    )
    assert told in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("command", ["generate", "generate --json", "rules"])
def test_who_listens_no_more_makes_no_failure(make_seeds: MakeSeeds, command: str) -> None:
    """A pipe that is closed is no fault of the work, and nothing is said of it."""
    folder = make_seeds({"aber.txt": STORY}).parent
    done = run(folder, f"$0 -m generator {command} | true")
    assert (done.returncode, done.stdout) == (0, "")
    assert "rror" not in done.stderr
    assert "Exception ignored" not in done.stderr
    if "generate" in command:
        assert (folder / "docs" / "index.md").is_file()


@pytest.mark.slow
def test_a_closed_error_stream_ends_no_work(make_seeds: MakeSeeds) -> None:
    """Progress that nobody hears costs nothing."""
    folder = make_seeds({"aber.txt": STORY}).parent
    done = run(folder, "$0 -m generator generate --json 2> >(true) > answer.json")
    assert done.returncode == 0
    assert '"documents": 1' in (folder / "answer.json").read_text("utf-8")
