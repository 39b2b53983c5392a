"""Progress: events for programs on the error stream, the answer alone on the other."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.console import Events


def test_events_tell_the_rate_and_the_time_left() -> None:
    """The first and the last are told, and between them at most one a second."""
    lines: list[str] = []
    clock = iter([0.0, 0.4, 2.0, 2.5, 4.0])
    events = Events(lines.append, lambda: next(clock))
    for done in (0, 1, 2, 3, 4):
        events("analyse", done, 4)
    told = [json.loads(line) for line in lines]
    assert [e["done"] for e in told] == [0, 2, 4]
    assert told[1] == {
        "event": "progress", "step": "analyse", "done": 2, "total": 4,
        "seconds": 2.0, "a_second": 1.0, "seconds_left": 2.0,
    }  # fmt: skip
    assert told[2]["seconds_left"] == 0.0


@pytest.mark.journey
def test_the_answer_stays_one_object(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output is one JSON object; each line of the error stream is an event."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(
        "The bridge is closed.\n\nThe mayor said so on Monday."
    )
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["generate", "--json"])
    assert json.loads(done.stdout)["documents"] == 1
    steps = [json.loads(line)["step"] for line in done.stderr.splitlines()]
    assert set(steps) == {"analyse", "resolve", "pages"}
    again = CliRunner().invoke(main, ["generate", "--json", "--quiet"])
    assert again.stderr == ""
