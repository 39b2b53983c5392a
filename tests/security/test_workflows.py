"""What runs in continuous integration is named by commit: a tag can be moved, a commit cannot."""

import re
from pathlib import Path

WORKFLOWS = Path(__file__).parents[2] / ".github" / "workflows"


def test_actions_are_pinned_by_commit() -> None:
    """Each action is a commit of forty digits, with the version that it is beside it."""
    used = [
        line.strip()
        for path in sorted(WORKFLOWS.glob("*.y*ml"))
        for line in path.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    assert used
    pinned = re.compile(r"(?:- )?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [line for line in used if not pinned.fullmatch(line)] == []
