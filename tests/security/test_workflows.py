"""What runs in continuous integration: actions named by commit, and no test before publishing."""

import re
from pathlib import Path

import yaml

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


def test_publishing_asks_for_no_test(root: Path) -> None:
    """Who publishes a briefing builds and proves it; the generator's tests are a workflow aside."""
    jobs = yaml.safe_load((WORKFLOWS / "site.yml").read_text("utf-8"))["jobs"]
    commands = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    assert commands == ["make site", ".venv/bin/briefing verify"]
    tests = yaml.safe_load((WORKFLOWS / "test.yml").read_text("utf-8"))["jobs"]["test"]["steps"]
    assert "make test" in [step.get("run") for step in tests]
    gitlab = yaml.safe_load((root / ".gitlab-ci.yml").read_text("utf-8"))
    assert gitlab["build"]["script"] == ["make site", ".venv/bin/briefing verify"]
    assert gitlab["pages"]["needs"] == ["build"]
    assert "make test" in gitlab["test"]["script"]


def test_no_test_depends_on_the_owners_seeds(root: Path) -> None:
    """Whoever puts their own articles into `seeds/` still has green tests."""
    own = re.compile(r"""\b(?:root|ROOT) / ["']seeds["']""")
    tests = sorted((root / "tests").rglob("*.py"))
    assert [path.name for path in tests if own.search(path.read_text("utf-8"))] == []
