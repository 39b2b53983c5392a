"""The full settings file, a minimal one and none give the same look; another theme is refused."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commanding import briefing

pytestmark = pytest.mark.journey

STORY = "Mayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n"
FILES = {
    "none": None,
    "empty": "",
    "name": "site_name: Briefing\n",
    "plugin": "site_name: Briefing\nplugins: [briefing]\n",
    "guide": "site_name: Briefing\nplugins:\n  - search\n  - briefing:\n      source_text: cited\n",
    "theme": "site_name: Briefing\ntheme: material\nplugins: {search: {}, briefing: {}}\n",
}
ASSETS = re.compile(r'(?:href|src)="[./]*(assets/[^"]*)"')


def site_of(folder: Path, settings: str | None) -> Path:
    """A folder with one seed and a settings file."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "bridge.txt").write_text(STORY, "utf-8")
    if settings is not None:
        (folder / "mkdocs.yml").write_text(settings, "utf-8")
    return folder


def run(
    folder: Path, root: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """A module of Python's, run in the folder."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The home page by the settings file that it was built with."""
    built = {}
    for name, settings in FILES.items():
        folder = site_of(tmp_path_factory.mktemp(name) / "Briefing", settings)
        done = briefing("build", "--quiet", cwd=folder)
        assert done.returncode == 0, done.stderr
        built[name] = (folder / "site" / "index.html").read_text("utf-8")
    assert briefing("verify", cwd=folder).returncode == 0  # the others are the same bytes
    return built


@pytest.mark.parametrize("name", [name for name in FILES if name != "none"])
def test_every_settings_file_gives_the_same_look(pages: dict[str, str], name: str) -> None:
    """The home page is the same bytes as that of a folder without settings."""
    assert "assets/briefing/briefing.css" in pages["none"]
    assert 'class="md-tabs"' in pages["none"]
    assert pages[name] == pages["none"]


@pytest.mark.slow
def test_mkdocs_alone_gives_the_same_look(
    pages: dict[str, str], root: Path, tmp_path: Path
) -> None:
    """Plain `mkdocs build` is given what the file is silent about as well."""
    folder = site_of(tmp_path, FILES["guide"])
    (folder / "docs").mkdir()
    done = run(folder, root, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert (folder / "site" / "index.html").read_text("utf-8") == pages["none"]


def test_another_theme_is_refused_with_the_lines_to_write(root: Path, tmp_path: Path) -> None:
    """A theme that cannot show a briefing stops the build before anything is read."""
    folder = site_of(tmp_path, "site_name: x\ntheme:\n  name: readthedocs\nplugins: [briefing]\n")
    (folder / "docs").mkdir()
    done = briefing("build", cwd=folder)
    assert done.returncode == 2
    assert done.stderr == (
        f"Error: {folder / 'mkdocs.yml'}:2: the theme 'readthedocs' cannot show a briefing. "
        "Leave out `theme:`, or write these two lines:\ntheme:\n  name: material\n"
    )
    alone = run(folder, root, "mkdocs", "build")
    assert alone.returncode == 1
    assert "the theme 'readthedocs' cannot show a briefing" in alone.stderr


@pytest.mark.parametrize(("epoch", "status"), [("", 0), ("86400", 0), ("yesterday", 2)])
def test_a_date_of_the_environment(root: Path, tmp_path: Path, epoch: str, status: int) -> None:
    """Set to nothing it is not set; what is no number is said, without a traceback."""
    folder = site_of(tmp_path, None)
    if epoch:
        done = briefing("build", cwd=folder, SOURCE_DATE_EPOCH=epoch)
    else:  # what is set to nothing is read by libraries as they are loaded
        done = run(folder, root, "generator", "build", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    if status:
        assert "SOURCE_DATE_EPOCH is 'yesterday'" in done.stderr


@pytest.mark.parametrize("model", ["../x", ".x", "a.b", "", "-x", "os", "spacy", "__main__"])
def test_a_model_that_is_none_is_said(tmp_path: Path, model: str) -> None:
    """What names no installed pipeline is a wrong setting, whatever it looks like."""
    folder = site_of(
        tmp_path, f"site_name: x\nplugins:\n  - briefing: {{nlp: {{model: '{model}'}}}}\n"
    )
    done = briefing("build", cwd=folder)
    assert done.returncode == 2, done.stderr
    assert f"mkdocs.yml: nlp.model: the language model {model!r} is not installed" in done.stderr
    assert ("pip install" in done.stderr) == model.isidentifier()
    if model != "spacy":  # a package, but no pipeline: that is known when it is loaded
        assert briefing("doctor", cwd=folder).returncode == 1
