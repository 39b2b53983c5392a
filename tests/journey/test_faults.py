"""A build in which something fails on purpose: the rest is there, and everybody is told."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import commanding
import pytest

pytestmark = pytest.mark.journey

MakeSeeds = Callable[[Mapping[str, str]], Path]
STORY = (
    "The bridge\n\nMayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n\n"
    "“It is not safe,” she told the council of {town}.\n"
)


def briefing(*arguments: str, cwd: Path, fault: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command, with a fault if one is asked for."""
    return commanding.briefing(*arguments, cwd=cwd, BRIEFING_FAULT=fault)


def debug(*arguments: str, cwd: Path, fault: str) -> subprocess.CompletedProcess[str]:
    """Run the command in its own process: tracebacks are shown as long as it lives."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments, "--debug"],
        cwd=cwd,
        env={**os.environ, "BRIEFING_FAULT": fault},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def stories(make_seeds: MakeSeeds) -> Path:
    """A folder with two articles as seeds."""
    return make_seeds({f"{t}.txt": STORY.format(town=t.title()) for t in ("aber", "bray")}).parent


def page(folder: Path, name: str) -> str:
    """A built page."""
    return (folder / "site" / name / "index.html").read_text("utf-8")


def test_a_failed_stage_is_told_on_the_pages_and_fails_strictly(stories: Path) -> None:
    """The document's page and *About* say it, the build ends well, ``--strict`` does not."""
    fault = "extract.statements@aber"
    done = debug("build", cwd=stories, fault=fault)
    assert done.returncode == 0, done.stderr
    assert "aber.txt: extract.statements ended in an unexpected error" in done.stderr
    assert "Traceback" in done.stderr
    notice = "An unexpected error left out a part of this page"
    assert notice in page(stories, "sources/aber")
    assert notice not in page(stories, "sources/bray")
    assert "InjectedError" in page(stories, "about")
    assert briefing("verify", cwd=stories).returncode == 0
    assert briefing("build", "--strict", cwd=stories, fault=fault).returncode == 1


@pytest.mark.slow
def test_equal_documents_are_proven(make_seeds: MakeSeeds) -> None:
    """The same article under two names: what both say is told once, and cited in each of them."""
    text = "A fine bridge opens\n\n“We will open it very soon,” said Mayor Ngozi Ade.\n"
    folder = make_seeds({"aber.txt": text, "copy.txt": text}).parent
    assert briefing("build", cwd=folder).returncode == 0
    assert "The same words in" in page(folder, "quotations")
    proven = briefing("verify", cwd=folder)
    assert (proven.returncode, proven.stderr) == (0, "")


@pytest.mark.slow
def test_what_failed_is_not_kept(stories: Path) -> None:
    """The next build, in which nothing fails, gives the bytes of one in which nothing ever did."""
    assert briefing("generate", cwd=stories).returncode == 0
    clean = (stories / "docs" / "data" / "statements.json").read_bytes()
    assert briefing("clean", cwd=stories).returncode == 0
    assert briefing("generate", cwd=stories, fault="extract.statements").returncode == 0
    assert (stories / "docs" / "data" / "statements.json").read_bytes() != clean
    assert briefing("generate", cwd=stories).returncode == 0
    assert (stories / "docs" / "data" / "statements.json").read_bytes() == clean


@pytest.mark.slow
def test_a_failed_block_and_a_failed_export_are_left_out(stories: Path) -> None:
    """The rest of the site is built and proven; the exit status is 1."""
    done = briefing("build", cwd=stories, fault="resolve.topics")
    assert done.returncode == 1
    assert "resolve.topics ended in an unexpected error" in done.stdout
    assert "Traceback" not in done.stderr
    assert "An unexpected error left out a part of this page" in page(stories, "topics")
    assert briefing("verify", cwd=stories).returncode == 0
    done = briefing("build", "--json", cwd=stories, fault="pages.data/sources.ris")
    assert done.returncode == 1
    assert json.loads(done.stdout)["failed_stages"]
    assert not (stories / "site" / "data" / "sources.ris").exists()
    assert "sources.ris" not in page(stories, "data")


def test_without_names_the_last_good_site_stays(stories: Path) -> None:
    """An error in what all pages rest on writes nothing."""
    assert briefing("build", cwd=stories).returncode == 0
    files = {p: p.read_bytes() for p in sorted(stories.rglob("*")) if p.is_file()}
    (stories / "seeds" / "cove.txt").write_text(STORY.format(town="Cove"), "utf-8")
    done = briefing("build", cwd=stories, fault="resolve.coreference")
    assert done.returncode == 1
    assert "resolve.coreference ended in an unexpected error" in done.stderr
    assert "Traceback" not in done.stderr
    shown = [p for p in files if ".cache" not in p.parts]
    assert {p: p.read_bytes() for p in shown} == {p: files[p] for p in shown}


def test_what_the_machine_refuses_is_told_with_what_to_do(stories: Path) -> None:
    """A file where a folder of pages should be is exit status 5, a place and no traceback."""
    (stories / "docs").mkdir()
    (stories / "docs" / "actors").write_text("mine", "utf-8")
    done = briefing("generate", cwd=stories)
    assert done.returncode == 5, done.stderr
    assert "docs/actors" in done.stderr
    assert "run the command again" in done.stderr
    assert "Traceback" not in done.stderr
    assert (stories / "docs" / "actors").read_text("utf-8") == "mine"


@pytest.mark.slow
def test_a_report_tells_where_it_failed_and_no_word_of_the_document(stories: Path) -> None:
    """The archive has versions, settings and the way of the error; the text only if asked for."""
    fault = "extract.statements@aber"
    done = briefing("report", "aber.txt", cwd=stories, fault=fault)
    assert done.returncode == 0, done.stderr
    assert "extract.statements: InjectedError" in done.stdout
    with zipfile.ZipFile(stories / "briefing-report.zip") as archive:
        told = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert sorted(told) == [
        "failures.json",
        "reading.json",
        "settings.json",
        "tracebacks.txt",
        "versions.json",
    ]
    assert "generator/faults/fence.py" in told["tracebacks.txt"]
    assert not any("Ngozi" in text or str(stories) in text for text in told.values())
    briefing("report", "aber", "--with-text", "--out", "all.zip", cwd=stories, fault=fault)
    with zipfile.ZipFile(stories / "all.zip") as archive:
        assert "Ngozi Ade" in archive.read("document.txt").decode("utf-8")
    assert briefing("report", "cove.txt", cwd=stories).returncode == 3


def test_a_report_has_nothing_that_an_owner_wrote_into_the_settings(stories: Path) -> None:
    """No place, no address with its password, no name; numbers and choices are told."""
    (stories / "mkdocs.yml").write_text(
        "site_name: X\nplugins:\n  - briefing:\n      templates: /srv/zqplace\n"
        "      follow: [Zqname]\n      source_text: full\n"
        "      accept: [{warning: Zq, why: Zqwhy}]\n"
        "      limits: {takeaways: 3, scheduler: 'tls://zquser:zqword@host:1'}\n",
        "utf-8",
    )
    done = briefing("report", "aber.txt", cwd=stories)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(stories / "briefing-report.zip") as archive:
        told = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert not any("zq" in text.lower() for text in told.values())
    settings = json.loads(told["settings.json"])
    assert (settings["source_text"], settings["limits"]["takeaways"]) == ("full", 3)
    assert len(settings["follow"]) == 1


@pytest.mark.parametrize("place", ["mkdocs.yml", "seeds/aber.txt", "folder.zip", "other.zip"])
def test_a_report_takes_no_other_files_place(stories: Path, place: str) -> None:
    """It is written over an earlier report, and over nothing else; the old bytes stay."""
    target = stories / place
    if place == "other.zip":
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("a.txt", "mine")
    elif place == "folder.zip":
        target.symlink_to("mkdocs.yml")
    (stories / "mkdocs.yml").write_text("site_name: X\n", "utf-8")
    before = target.read_bytes()
    done = briefing("report", "aber.txt", "--out", place, cwd=stories)
    assert done.returncode == 2
    assert "no earlier report" in done.stderr
    assert target.read_bytes() == before
    for _ in range(2):
        assert briefing("report", "aber.txt", "--out", "again.zip", cwd=stories).returncode == 0


@pytest.mark.parametrize("named", ["seeds/aber.txt", "aber.txt", "aber"])
def test_a_report_of_what_could_not_be_read(stories: Path, named: str) -> None:
    """It is written where it is needed most, with the way of the error and no word of the text."""
    done = briefing("report", named, cwd=stories, fault="read.text@aber.txt")
    assert done.returncode == 0, done.stderr
    assert "read.text: InjectedError" in done.stdout
    with zipfile.ZipFile(stories / "briefing-report.zip") as archive:
        told = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert json.loads(told["reading.json"]) == {"documents": 0}
    assert [f["stage"] for f in json.loads(told["failures.json"])] == ["read.text"]
    assert "generator/faults/injection.py" in told["tracebacks.txt"]
    assert not any("Ngozi" in text for text in told.values())


def test_a_report_of_what_is_refused_reads_that_file_alone(stories: Path) -> None:
    """A file past the limits of the settings has a report, with its bytes only if asked for."""
    settings = "plugins:\n  - briefing:\n      limits: {seed_bytes: 100}\n"
    (stories / "mkdocs.yml").write_text(f"site_name: Vallen\n{settings}", "utf-8")
    (stories / "seeds" / "dull.mp4").write_bytes(b"\x00\x01")
    for name, size in (("aber.txt", 0), ("dull.mp4", 2)):
        done = briefing("report", name, "--with-text", cwd=stories, fault="read.text@bray.txt")
        assert (done.returncode, "0 failures" in done.stdout) == (0, True), done.stderr
        with zipfile.ZipFile(stories / "briefing-report.zip") as archive:
            held = archive.namelist()
        assert ("document.bin" in held) == bool(size)


def test_what_stops_a_build_says_what_to_report(stories: Path) -> None:
    """A fault of the corpus is in no source, so no report on one is asked for."""
    done = briefing("build", cwd=stories, fault="resolve.entities")
    assert done.returncode == 1
    assert "what --debug shows" in done.stderr
    assert "briefing report" not in done.stderr
