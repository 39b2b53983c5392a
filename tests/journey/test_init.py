"""A new site: what `init` writes and refuses, and what `doctor` says is missing."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.commands import doctor
from generator.config import read_site, starter_files
from generator.pages.labels import HUB_TITLES

PINNED = re.compile(r"(?:- )?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def test_init_writes_what_it_says_and_asks_nothing(tmp_path: Path) -> None:
    """Settings with the name that was asked for, a folder for the sources, no templates."""
    folder = tmp_path / "harbour-news"
    done = CliRunner().invoke(main, ["init", str(folder), "--json"], input="")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["name"] == "Harbour news"
    written = json.loads(done.stdout)["written"]
    assert written == [".gitignore", "mkdocs.yml", "requirements.txt", "seeds/README.md"]
    assert all((folder / name).is_file() for name in written)
    site = read_site(folder / "mkdocs.yml", working_dir=folder)
    assert (site.name, site.settings.source_text) == ("Harbour news", "cited")


@pytest.mark.parametrize(
    "name", ["Bridges: one", "a # b", 'The "old" bridge', "Brücken\nund Fähren"]
)
def test_any_name_stands_in_the_settings_as_it_was_asked(tmp_path: Path, name: str) -> None:
    """Colons, marks and line breaks of a name are no YAML."""
    done = CliRunner().invoke(main, ["init", str(tmp_path / "x"), "--name", name])
    assert done.exit_code == 0
    assert read_site(tmp_path / "x" / "mkdocs.yml", working_dir=tmp_path).name == name


def test_init_refuses_a_folder_that_is_not_empty(tmp_path: Path) -> None:
    """Nothing is written where something lies, except beside a bare `.git`."""
    (tmp_path / ".git").mkdir()
    assert CliRunner().invoke(main, ["init", str(tmp_path)]).exit_code == 0
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}
    done = CliRunner().invoke(main, ["init", str(tmp_path), "--demo"])
    assert done.exit_code == 2
    assert done.stderr == (
        f"Error: {tmp_path}: the folder is not empty ('.gitignore' lies in it); nothing was "
        "written. Name a new folder, such as `briefing init my-briefing`.\n"
    )
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")} == before


def test_templates_come_on_request(tmp_path: Path) -> None:
    """With `--templates` every template is there to be changed."""
    done = CliRunner().invoke(main, ["init", str(tmp_path / "x"), "--templates", "--ci", "gitlab"])
    assert done.exit_code == 0
    assert (tmp_path / "x" / "templates" / "pages" / "home.md.j2").is_file()
    assert (tmp_path / "x" / ".gitlab-ci.yml").is_file()


def test_actions_of_the_workflow_are_pinned() -> None:
    """What a new site runs is named by commit, as here."""
    files = ("github.yml", "github-action.yml")
    text = "\n".join((starter_files() / name).read_text("utf-8") for name in files)
    used = [
        line.strip() for line in text.splitlines() if "uses:" in line and "uses: ./" not in line
    ]
    assert len(used) > 5
    assert all(PINNED.fullmatch(line) for line in used)


def test_pages_of_ones_own_are_not_git_ignored(root: Path) -> None:
    """What is generated is listed by name, so `docs/notes.md` is kept; the lists are one."""
    hubs = {f"/docs/{url.rstrip('/')}" for url in HUB_TITLES if url}
    generated = hubs | {"/docs/index.md", "/docs/llms.txt", "/docs/stories"}
    for path in (starter_files() / "gitignore", root / ".gitignore"):
        lines = {line.rstrip("/") for line in path.read_text("utf-8").splitlines()}
        assert generated <= lines
        assert "/docs/*" not in lines


def test_doctor_says_what_is_missing_and_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model and sources that are not there fail it; Pagefind only makes the site poorer."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(doctor, "has_pagefind", lambda: False)
    (tmp_path / "mkdocs.yml").write_text(
        "plugins: [{briefing: {nlp: {model: xx_none}}}]\n", "utf-8"
    )
    done = CliRunner().invoke(main, ["doctor", "--json"])
    assert done.exit_code == 1
    states = {c["name"]: c["state"] for c in json.loads(done.stdout)["checks"]}
    assert states == {
        "Python": "ok",
        "templates": "ok",
        "Pagefind": "poorer",
        "settings": "ok",
        "language model": "missing",
        "sources": "missing",
    }
    lines = CliRunner().invoke(main, ["doctor"]).stdout.splitlines()
    assert lines[2].endswith("Install it: pip install 'briefing-site[search]'")


def test_doctor_is_content_with_a_site_that_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is there, so the exit status is 0; wrong settings are said as elsewhere."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "x"), "--demo"]).exit_code == 0
    monkeypatch.chdir(tmp_path / "x")
    done = CliRunner().invoke(main, ["doctor"])
    assert (done.exit_code, "missing" in done.stdout) == (0, False)
    assert f"sources: 2 in {tmp_path / 'x' / 'seeds'}" in done.stdout
    (tmp_path / "x" / "mkdocs.yml").write_text("plugins: [{briefing: {sedes: x}}]\n", "utf-8")
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == 1
    assert "there is no setting 'sedes'. Did you mean 'seeds'?" in done.stdout
