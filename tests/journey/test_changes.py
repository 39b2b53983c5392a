"""What is new since the last build: from two folders of data to the pages and their proof."""

import json
import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey

BRIDGE = (
    "Bridge closed until spring\n\n"
    "Mayor Ngozi Ade said on May 6, 2024 in Lagos that the bridge would stay closed. "
    "“It is not safe,” she said.\n"
)
FERRY = "Ferry sails again\n\n“The boat is ready,” Mayor Ngozi Ade said on May 9, 2024 in Lagos.\n"


def briefing(*arguments: str | Path, cwd: Path) -> str:
    """Run the command; gives what it answers."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose site was built, then one seed edited and one added, then built again."""
    cwd = tmp_path_factory.mktemp("rebuilt")
    (cwd / "seeds").mkdir()
    (cwd / "seeds" / "bridge.txt").write_text(BRIDGE, "utf-8")
    briefing("generate", "-q", cwd=cwd)
    shutil.copytree(cwd / "docs" / "data", cwd / "old")
    edited = BRIDGE.replace("\n\n", "\n\nThe council of the city has met about it again.\n\n", 1)
    edited = edited.replace("It is not safe", "It is not sound")
    (cwd / "seeds" / "bridge.txt").write_text(edited, "utf-8")
    (cwd / "seeds" / "ferry.txt").write_text(FERRY, "utf-8")
    briefing("build", "-q", "--since", "old", cwd=cwd)
    return cwd


def words_of(page: Path) -> str:
    """A page's words in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.read_text("utf-8"))).split())


def test_the_command_says_what_is_new_in_three_forms(rebuilt: Path) -> None:
    """As text, as Markdown and as JSON, the same changes."""
    text = briefing("diff", "old", "docs/data", cwd=rebuilt)
    assert "seed added: ferry.txt" in text
    assert "seed edited: bridge.txt" in text
    assert "added (seed): The boat is ready" in text
    assert "removed (seed): It is not safe" in text
    markdown = briefing("diff", "old", "docs/data", "--format", "markdown", cwd=rebuilt)
    assert "## quotations" in markdown
    found = json.loads(briefing("diff", "old", "docs/data", "--json", cwd=rebuilt))
    quotations = [c for c in found["changes"] if c["table"] == "quotations"]
    assert {(c["change"], c["words"].strip(",")) for c in quotations} == {
        ("added", "It is not sound"),
        ("added", "The boat is ready"),
        ("removed", "It is not safe"),
    }


def test_what_only_moved_is_not_new(rebuilt: Path) -> None:
    """A new paragraph moves the offsets of all others; what it did not touch has not changed."""
    found = json.loads(briefing("diff", "old", "docs/data", "--json", cwd=rebuilt))
    assert {c["table"] for c in found["changes"] if c["change"] == "changed"} <= {"actors"}


def test_the_pages_say_what_is_new_and_are_proven(rebuilt: Path) -> None:
    """The page shows new words and leads to them, the home page counts, and all of it is proven."""
    page = words_of(rebuilt / "site" / "changes" / "index.html")
    assert "Source added ferry.txt" in page
    assert "The boat is ready" in page
    assert "It is not safe" not in page
    home = words_of(rebuilt / "site" / "index.html")
    assert re.search(r"What is new.*Quotations 3", home)
    assert " 0 failures" in briefing("verify", cwd=rebuilt)
