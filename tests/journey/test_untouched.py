"""A build with nothing to do says so before anything is loaded; whatever was touched is built."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli import volumes as builders
from generator.commands.outcome import BuildReport, BuildRequest
from generator.commands.untouched import look_before
from generator.config import Site, read_site

ASKED = BuildRequest()
REPORT = BuildReport(1, 1, {"actors": 2}, ("index.md",), 3, (), (), site="built")
HEAVY = ("mkdocs", "jinja2", "rich", "babel", "lxml")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site that was built: a seed, a template, a page of the owner's, a built page."""
    for name in ("seeds/a.txt", "templates/pages/home.md.j2", "docs/ours.md", "site/index.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("One sentence.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Vallen\nplugins: [briefing]\n", "utf-8")
    site = read_site(tmp_path / "mkdocs.yml", working_dir=tmp_path)
    look_before(site, ASKED).remember(REPORT)
    return site


def rewrite(path: Path) -> None:
    """Other bytes of the same length, with the time set back."""
    before = path.stat()
    path.write_text("One sentencE.\n", "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_what_nobody_touched_is_known(site: Site) -> None:
    """The last build's report comes back as one with nothing to do."""
    done = look_before(site, ASKED).recall()
    assert done is not None
    assert (done.site, done.analysed, done.written, done.unchanged) == ("unchanged", 0, (), 4)


@pytest.mark.parametrize(
    "touch",
    [
        lambda site: rewrite(site / "seeds" / "a.txt"),
        lambda site: rewrite(site / "templates" / "pages" / "home.md.j2"),
        lambda site: rewrite(site / "docs" / "ours.md"),
        lambda site: rewrite(site / "site" / "index.html"),
        lambda site: (site / "seeds" / "b.txt").write_text("Another.\n", "utf-8"),
        lambda site: (site / "site" / "index.html").unlink(),
        lambda site: (site / "seeds" / "a.txt").rename(site / "seeds" / "c.txt"),
    ],
)
def test_whatever_is_touched_is_seen(site: Site, touch: Callable[[Path], object]) -> None:
    """Also where size and time of a file are as they were."""
    touch(site.root)
    assert look_before(site, ASKED).recall() is None


def test_another_setting_is_seen(site: Site) -> None:
    """The name of the site, another engine, and a part of the sources."""
    (site.root / "mkdocs.yml").write_text("site_name: Merrow\nplugins: [briefing]\n", "utf-8")
    renamed = read_site(site.root / "mkdocs.yml", working_dir=site.root)
    assert look_before(renamed, ASKED).recall() is None
    assert look_before(site, BuildRequest(engine="zensical")).recall() is None
    assert look_before(site, BuildRequest(volume="2024")).recall() is None


def test_what_failed_is_tried_again(site: Site) -> None:
    """A build that an unexpected error cut short is not remembered."""
    rewrite(site.seeds_dir / "a.txt")
    cut_short = BuildReport(1, 1, {}, (), 0, (), (), lasting=False)
    look_before(site, ASKED).remember(cut_short)
    assert look_before(site, ASKED).recall() is None


def test_what_changes_during_a_build_is_seen_by_the_next(site: Site) -> None:
    """What the build read is what there was before it began."""
    rewrite(site.seeds_dir / "a.txt")
    before = look_before(site, ASKED)
    (site.seeds_dir / "a.txt").write_text("Two sentences.\n", "utf-8")
    before.remember(REPORT)
    assert look_before(site, ASKED).recall() is None


def test_the_command_loads_nothing_that_builds(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers without the journey, and goes on to it where a file was touched."""
    asked: list[str] = []

    def refuse(*_given: object) -> tuple[BuildReport, str]:
        asked.append("the journey")
        raise AssertionError

    monkeypatch.setattr(builders, "build_as_asked", refuse)
    command = ["build", "-f", str(site.config_file)]
    assert "site unchanged" in CliRunner().invoke(main, command).output
    assert asked == []
    rewrite(site.seeds_dir / "a.txt")
    assert CliRunner().invoke(main, command).exit_code == 1
    assert asked == ["the journey"]
    code = f"import sys, generator.cli.build; print([n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
