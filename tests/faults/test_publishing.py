"""A fault in a step before, beside or after the pages: what can be left out costs itself alone."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from commanding import briefing

MakeSeeds = Callable[[Mapping[str, str]], Path]
STORY = (
    "The bridge\n\nMayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n\n"
    "“It is not safe,” she told the council.\n"
)
SETTINGS = "site_name: Bridge\nplugins:\n  - briefing:\n      publish_originals: true\n"
LEFT_OUT = {
    "publish.engine.write_offline": "publish.offline",
    "publish.offline.offline_page": "publish.offline",
    "publish.offline.page_sections": "publish.offline",
    "publish.engine.index_site": "publish.search",
    "publish.engine.write_robots": "publish.robots",
    "commands.build.pack_originals": "pages.data/originals.zip",
    "commands.build.find_changes": "provenance.changes",
    "commands.build_report.make_report": "build.report",
    "commands.gathered.warn_of_name": "build.site_name",
    "commands.gathered.warn_of_missing": "build.follow",
    "pages.exports.LISTS": "pages.lists",
}
"""Functions, by where they are called, and what is left out where they fail."""
STOPS = {
    "commands.gathered.measure_gates": "build.gates",
    "commands.build.render_data": "pages.data",
    "commands.build.find_corpus_failures": "provenance.audit",
    "commands.build.find_repeated_ids": "provenance.ids",
    "pages.render.CorpusIndex": "pages.pages",
    "publish.engine.delete_unused_theme_files": "publish.unused_theme_files",
    "publish.engine.load_config": "publish.engine",
    "plugin.lean_frame": "publish.engine",
    "commands.build.digest_of_inputs": "briefing build",
}
"""Functions without which there is no site, and what is told of it."""


def broken(*_arguments: object, **_named: object) -> None:
    """Ends as nobody expected."""
    raise ValueError("on purpose")


@pytest.fixture
def site(make_seeds: MakeSeeds) -> Path:
    """A built folder with one article, and all that can be asked for."""
    folder = make_seeds({"aber.txt": STORY}).parent
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    assert briefing("build", "--quiet", cwd=folder).returncode == 0
    assert briefing("data", "--out", "before", cwd=folder).returncode == 0
    (folder / "seeds" / "bray.txt").write_text(STORY.replace("bridge", "quay"), "utf-8")
    return folder


def build_broken(site: Path, function: str, *options: str) -> tuple[int, str, list[str]]:
    """The status of a build in which a function fails, what is told, and what was left out."""
    with pytest.MonkeyPatch.context() as patch:
        value = (broken,) if function.endswith("LISTS") else broken
        patch.setattr(f"generator.{function}", value)
        done = briefing("build", "--json", *options, cwd=site)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr, json.loads(done.stdout).get("failed_stages", [])


@pytest.mark.slow
@pytest.mark.journey
def test_what_can_be_left_out_costs_itself(site: Path) -> None:
    """The rest is built and proven, the status is 1, and the next build makes what was missing."""
    for function, stage in LEFT_OUT.items():
        (site / "seeds" / "bray.txt").write_text(f"{STORY}\nIt was {function}.\n", "utf-8")
        status, _, failed = build_broken(site, function, "--since", "before")
        assert status == 1, function
        assert [words.partition(" ended in")[0] for words in failed] == [stage], function
        page = (site / "site" / "sources" / "bray" / "index.html").read_text("utf-8")
        assert "bray" in page
        copied = (site / "site" / "data" / "briefing-offline.zip").is_file()
        assert copied == (stage != "publish.offline"), function
        assert not list((site / "site" / "data").glob("*.tmp"))
        told = json.loads((site / "site" / "data" / "build.json").read_text("utf-8"))
        assert stage in [row["stage"] for row in told["failures"]], function
        about = site / "site" / "about" / "index.html"
        assert 'id="failed"' in about.read_text("utf-8"), function
        offered = "briefing-offline.zip" in (site / "site/data/index.html").read_text("utf-8")
        assert offered == copied, function
        assert briefing("verify", cwd=site).returncode == 0, function
        done = briefing("build", "--json", "--since", "before", cwd=site)
        assert done.returncode == 0, (function, done.stderr)
        assert (site / "site" / "data" / "briefing-offline.zip").is_file()
        assert 'id="failed"' not in about.read_text("utf-8"), function


@pytest.mark.slow
@pytest.mark.journey
def test_a_report_that_was_not_written_is_not_announced(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it lies is said only of one that lies there."""
    announced = "What changed is in "
    assert announced in briefing("build", "--report", "rep", cwd=site).stdout
    monkeypatch.setattr("generator.commands.build_report.make_report", broken)
    done = briefing("build", "--report", "rep", cwd=site)
    assert done.returncode == 1
    assert announced not in done.stdout


@pytest.mark.slow
@pytest.mark.journey
@pytest.mark.parametrize("function", STOPS)
def test_what_all_rests_on_stops_the_build(site: Path, function: str) -> None:
    """The stage is named, there is no traceback, and the last good site keeps its bytes."""
    before = {p: p.read_bytes() for p in (site / "site").rglob("*") if p.is_file()}
    status, told, _ = build_broken(site, function)
    assert status == 1
    assert f"{STOPS[function]} ended in an unexpected error (ValueError " in told
    assert "This is a defect of the tool" in told
    assert {p: p.read_bytes() for p in (site / "site").rglob("*") if p.is_file()} == before
    assert briefing("build", cwd=site).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("command", ["verify", "explain x", "diff before before"])
def test_every_command_ends_without_a_traceback(
    site: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """An error that no stage met is told by the command's end."""
    for function in ("verify_built", "explain_rows", "find_changes"):
        monkeypatch.setattr(f"generator.cli.questions.{function}", broken)
    done = briefing(*command.split(), cwd=site)
    name = command.partition(" ")[0]
    assert done.returncode == 1
    assert f"{name} ended in an unexpected error (ValueError " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.journey
@pytest.mark.parametrize("event", ["on_config(config)", "on_page_markdown(m, **named)"])
def test_a_hook_that_is_broken_is_its_owners(site: Path, event: str) -> None:
    """Exit status 5, the hook's file and line and what to do; the last good site stays."""
    (site / "hook.py").write_text(f"def {event}:\n    return 1 / 0\n", "utf-8")
    (site / "mkdocs.yml").write_text(f"{SETTINGS}hooks: [hook.py]\n", "utf-8")
    done = briefing("build", cwd=site)
    assert done.returncode == 5, done.stderr
    assert "hook.py:2: this ended in an error (ZeroDivisionError: division by zero)" in done.stderr
    assert (site / "site" / "index.html").is_file()
