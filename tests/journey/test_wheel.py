"""From the wheel, in an empty folder far from a checkout: `init`, `build`, `verify`, as told."""

import os
import resource
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
import yaml
from browser import missing_browser, open_browser, serve, show

pytestmark = [pytest.mark.journey, pytest.mark.slow]


TEXTS = {
    "ferry.txt": "The ferry stays\n\n“Nobody is left on the quay,” said Ngozi Ade, the mayor.\n",
    "bridge.txt": "The bridge closes\n\nTarn closed the bridge on 8 May 2024, Tom Reed wrote.\n",
    "tide.txt": "The tide was late\n\n“It came at noon,” Li Wei said in Sundby on 6 May 2024.\n",
}
OFFLINE = """
import socket
real = socket.socket.connect
def connect(self, address):
    if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1"):
        raise OSError(f"this test is offline: {address}")
    return real(self, address)
socket.socket.connect = connect
"""
"""Loaded by every Python that a command begins: what asks another machine fails."""
MOST_SECONDS = 60
"""From `init` to the built site, of the processor."""


def run(folder: Path, installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of the unpacked wheel, on a machine without a network."""
    offline = folder / ".offline"
    offline.mkdir(exist_ok=True)
    (offline / "sitecustomize.py").write_text(OFFLINE, "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{installed}{os.pathsep}{offline}"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_nothing_of_ours_lies_beside_the_package(installed: Path) -> None:
    """The wheel puts one package into site-packages, and what describes it."""
    names = sorted(path.name for path in installed.iterdir())
    assert [name for name in names if not name.endswith(".dist-info")] == ["generator"]


@pytest.fixture(scope="module")
def three(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site of three texts, built."""
    home = tmp_path_factory.mktemp("home")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert run(home, installed, "init", "tides").returncode == 0
    site = home / "tides"
    for name, text in TEXTS.items():
        (site / "seeds" / name).write_text(text, "utf-8")
    done = run(site, installed, "build")
    assert done.returncode == 0, done.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent <= MOST_SECONDS
    return site


def test_three_texts_are_proven(installed: Path, three: Path) -> None:
    """`verify` finds no failure in a site that the wheel made of them, offline."""
    done = run(three, installed, "verify")
    assert done.returncode == 0, done.stdout
    assert done.stdout.strip().endswith(" 0 failures")


@pytest.mark.browser
@pytest.mark.skipif(bool(missing_browser()), reason=missing_browser() or "there is a browser")
def test_their_search_finds(three: Path) -> None:
    """In a browser a word of one text leads to its page, and to no other text's."""
    with serve(three / "site") as base, open_browser() as browser:
        show(browser, f"{base}search/?q=quay")
        end = time.monotonic() + 60
        links: list[str] = []
        while not links and time.monotonic() < end:
            time.sleep(0.2)
            asked = (
                "return [...document.querySelectorAll('.bf-results__title a')].map((a) => a.href)"
            )
            links = [link for link in browser.execute_script(asked) if "/sources/" in link]
        assert links
        assert all(link.startswith(f"{base}sources/ferry/") for link in links)


def test_a_changed_template_outlives_an_upgrade(
    installed: Path, three: Path, tmp_path: Path
) -> None:
    """It is kept, and the upstream change is told with the command that shows it."""
    assert run(three, installed, "templates", "eject", "topics").returncode == 0
    own = three / "templates" / "pages" / "topics.md.j2"
    own.write_text(own.read_text("utf-8") + "\n{{ editor('Ours to keep') }}\n", "utf-8")
    newer = tmp_path / "newer"
    shutil.copytree(installed, newer)
    (packaged,) = newer.rglob("templates/pages/topics.md.j2")
    packaged.write_text("{# another opening #}\n" + packaged.read_text("utf-8"), "utf-8")
    done = run(three, newer, "build")
    assert done.returncode == 0, done.stderr
    assert "topics.md.j2" in done.stderr
    assert "briefing templates diff" in done.stderr
    assert "Ours to keep" in (three / "site" / "topics" / "index.html").read_text("utf-8")
    shown = run(three, newer, "templates", "diff", "topics").stdout
    assert "Ours to keep" in shown
    assert "another opening" in shown
    assert run(three, newer, "verify").returncode == 0


def test_a_new_site_is_built_and_proven(installed: Path, tmp_path: Path) -> None:
    """`init --demo` and the commands of the workflow that it wrote give a proven site."""
    asked = ("init", "bridges", "--name", 'The ferry: "a" vote', "--demo", "--ci", "github")
    done = run(tmp_path, installed, *asked)
    assert done.returncode == 0, done.stderr
    site = tmp_path / "bridges"
    assert not (site / "templates").exists()
    action = yaml.safe_load((site / ".github/actions/briefing/action.yml").read_text("utf-8"))
    commands = {s["name"]: s["run"] for s in action["runs"]["steps"] if "run" in s}
    assert commands["Install"] == "pip install -r requirements.txt"
    for step in ("Build", "Prove"):
        command = commands[step].partition("$(")[0]  # nothing is published yet to compare with
        done = run(site, installed, *command.split()[1:], "--strict")
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    page = (site / "site" / "index.html").read_text("utf-8")
    assert "briefing.css" in page
    assert "The ferry: &#34;a&#34; vote" in page
    assert (site / "site" / "sources" / "ferry-vote" / "index.html").is_file()
