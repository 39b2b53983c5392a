"""What is new since the last build: from two folders of data to the pages and their proof."""

import json
import re
import shutil
from html import unescape
from pathlib import Path

import commanding
import pytest
from schemas import problems

pytestmark = pytest.mark.journey

BRIDGE = (
    "Bridge closed until spring\n\n"
    "Mayor Ngozi Ade said on May 6, 2024 in Lagos that the bridge would stay closed. "
    "“It is not safe,” she said.\n"
)
FERRY = "Ferry sails again\n\n“The boat is ready,” Mayor Ngozi Ade said on May 9, 2024 in Lagos.\n"


def briefing(*arguments: str | Path, cwd: Path) -> str:
    """Run the command; gives what it answers."""
    done = commanding.briefing(*arguments, cwd=cwd)
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
    assert "changed (seed): bridge.txt: safe → sound (in quotations" in text
    markdown = briefing("diff", "old", "docs/data", "--format", "markdown", cwd=rebuilt)
    assert "## quotations" in markdown
    found = json.loads(briefing("diff", "old", "docs/data", "--json", cwd=rebuilt))
    quotations = [c for c in found["changes"] if c["table"] == "quotations"]
    assert {(c["change"], c["words"].strip(",")) for c in quotations} == {
        ("changed", "It is not sound"),
        ("added", "The boat is ready"),
    }


def test_what_only_moved_is_not_new(rebuilt: Path) -> None:
    """A new paragraph moves the offsets of all others; what it did not touch has not changed."""
    found = json.loads(briefing("diff", "old", "docs/data", "--json", cwd=rebuilt))
    assert {c["table"] for c in found["changes"] if c["change"] == "changed" and not c["edit"]} <= {
        "actors"
    }


def test_the_pages_say_what_is_new_and_are_proven(rebuilt: Path) -> None:
    """The page shows new words and leads to them, the home page counts, and all of it is proven."""
    page = words_of(rebuilt / "site" / "changes" / "index.html")
    assert "Source added ferry.txt" in page
    assert "The boat is ready" in page
    assert "It is not safe" not in page
    home = words_of(rebuilt / "site" / "index.html")
    assert re.search(r"What is new.*Quotations 2", home)
    assert " 0 failures" in briefing("verify", cwd=rebuilt)


def test_the_report_tells_an_edited_sentence_once(rebuilt: Path) -> None:
    """`report.json` has it as one change with its words; `report.md` on one line, for people."""
    folder = rebuilt / ".cache" / "briefing" / "report"
    report = json.loads((folder / "report.json").read_text("utf-8"))
    (edit,) = report["changes"]["edits"]
    assert (edit["path"], edit["removed"], edit["added"]) == ("bridge.txt", ["safe"], ["sound"])
    assert report["changed"]["sentences"]["changed"] == 1
    assert report["changed"]["quotations"] == {"added": 1, "removed": 0, "changed": 0}
    lines = (folder / "report.md").read_text("utf-8").splitlines()
    assert [line for line in lines if "~~safe~~ → **sound**" in line]
    assert "- seed edited: bridge.txt" in lines
    schema = json.loads((folder / "report.schema.json").read_text("utf-8"))
    assert problems(report, schema, schema) == []


def test_a_gate_that_is_not_met_is_told_in_every_form(rebuilt: Path, tmp_path: Path) -> None:
    """The report is there though the build fails; hosts are told the file, a line a gate."""
    shutil.copytree(rebuilt / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / "empty.txt").write_text("", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Bridge\nplugins: [{briefing: {gates: {seeds_skipped: 0}}}]\n", "utf-8"
    )
    done = commanding.briefing("build", "--json", "--report", "told", cwd=tmp_path)
    assert done.returncode == 1
    words = "gates.seeds_skipped: 1 seed skipped, at most 0 may be"
    assert json.loads(done.stdout)["failed_gates"] == [words]
    github = (tmp_path / "told" / "annotations.txt").read_text("utf-8").splitlines()
    assert github[0] == f"::error file=mkdocs.yml::{words}"
    assert github[1].startswith("::warning file=seeds/empty.txt::empty.txt: ")
    quality = json.loads((tmp_path / "told" / "code-quality.json").read_text("utf-8"))
    assert [(q["severity"], q["location"]["path"]) for q in quality[:2]] == [
        ("critical", "mkdocs.yml"),
        ("minor", "seeds/empty.txt"),
    ]
    assert "- **not met**: gates.seeds\\_skipped" in (tmp_path / "told" / "report.md").read_text(
        "utf-8"
    )


def test_the_cause_is_the_correction_or_the_setting(rebuilt: Path, tmp_path: Path) -> None:
    """With the same seeds and rules, what an editor names is laid to them, the rest to settings."""
    shutil.copytree(rebuilt / "seeds", tmp_path / "seeds")
    briefing("data", "--out", "one", cwd=tmp_path)
    (tmp_path / "mkdocs.yml").write_text("plugins: [{briefing: {limits: {topics: 1}}}]\n", "utf-8")
    briefing("correct", "rename", "Ngozi Ade", "--value", "N. Ade", "--why", "x", cwd=tmp_path)
    briefing("data", "--out", "two", cwd=tmp_path)
    found = json.loads(briefing("diff", "one", "two", "--json", cwd=tmp_path))
    whys = {c["table"]: c["why"] for c in found["changes"]}
    assert whys["actors"] == "correction"
    assert whys["topics"] == "setting"
    assert ["limits.topics", "60", "1"] in found["settings"]
    assert found["corrections_added"] == ["rename ngozi-ade → N. Ade"]
