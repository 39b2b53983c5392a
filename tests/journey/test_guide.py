"""Every command that the guide gives is run, in its order, in a folder such as its reader has."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import click
import pytest
from commanding import briefing

from generator.cli import main

pytestmark = [pytest.mark.journey, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
PAGES = [
    "README.md",
    *sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs" / "guide").rglob("*.md")),
]
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^\| `briefing \w+` \|.*\| `([^`]*)` \|$", re.MULTILINE)
HEREDOC = re.compile(r"<<'(\w+)'\n.*?^\1\n", re.MULTILINE | re.DOTALL)
EXTRAS = re.compile(r"briefing-site\[([\w,]+)\]")
RUN_UNTIL_STOPPED = {"serve", "review"}
"""Commands that end with Ctrl+C; their own tests run them, here their words must be understood."""
ASKS_A_HOST = {"fetch", "--scheduler"}
"""What asks other machines; `tests/fetch` and `test_recipes.py` run it against their own."""
OF_OTHERS = {"aws", "dask", "datasette", "rsync", "sbatch", "sqlite3"}
"""Programs that are not ours; most need a host."""
IN_VOLUMES = "docs/guide/how-to/large.md"
START = "docs/guide/start.md"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site such as the guide speaks of: articles, built, with data of an earlier day."""
    home = tmp_path_factory.mktemp("guide")
    site = home / "site"
    assert briefing("init", site, "--demo", cwd=home).returncode == 0
    shutil.copytree(ROOT / "tests" / "demo" / "seeds", site / "seeds", dirs_exist_ok=True)
    shutil.copytree(site / "seeds", site / "articles")
    done = briefing("build", cwd=site)
    assert done.returncode == 0, done.stderr
    shutil.copytree(site / "docs" / "data", site / "old" / "data")
    return site


def commands(page: str) -> list[str]:
    """The commands of a page's shell blocks, and the examples of a table of commands."""
    text = (ROOT / page).read_text("utf-8").replace("\\\n", "")
    return [line for block in BLOCK.findall(text) for line in _lines(block)] + [
        line.replace("\\|", "|") for line in EXAMPLE.findall(text)
    ]


def _lines(block: str) -> Iterator[str]:
    """The commands of a block; one that feeds lines to a program keeps them."""
    while block:
        line, _, rest = block.partition("\n")
        fed = HEREDOC.search(block)
        if fed and fed.start() < len(line):
            line, rest = block[: fed.end()].rstrip("\n"), block[fed.end() :]
        if line.strip() and not line.startswith("#"):
            yield line
        block = rest


class GuideReader:
    """Who reads a page and types what it says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def types(self, line: str) -> None:
        """One command: ours runs, another's is looked at as far as we answer for it."""
        if HEREDOC.search(f"{line}\n"):
            self.runs(line)
            return
        words = shlex.split(line, comments=True)
        program = words[0].removeprefix(".venv/bin/")
        if program not in OF_OTHERS and ({"|", ">"} & {*words} or program == "python3"):
            self.runs(line)
        elif program == "cd":
            self.folder /= words[1]
        elif program == "briefing":
            self.asks(words[1:])
        elif program == "make":
            subprocess.run(["make", "-n", *words[1:]], cwd=ROOT, check=True, capture_output=True)
        elif program == "python":
            text = (ROOT / words[1]).read_text("utf-8")
            assert [w for w in words[2:] if w.startswith("--") and w not in text] == [], line
        elif program == "pip":
            known = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
            extras = known["project"]["optional-dependencies"]
            assert [x for m in EXTRAS.findall(line) for x in m.split(",") if x not in extras] == []
        else:
            assert program in OF_OTHERS, line

    def runs(self, line: str) -> None:
        """A line for the shell, in which our command may be one of several."""
        ours = f'briefing() {{ {shlex.quote(sys.executable)} -m generator "$@"; }}\n'
        subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", ours + line],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        )

    def asks(self, words: list[str]) -> None:
        """Our own command, which must end well."""
        command = main.get_command(click.Context(main), words[0])
        assert command is not None
        if not (RUN_UNTIL_STOPPED | ASKS_A_HOST).isdisjoint(words):
            (self.folder / "feeds.yml").touch()
            with chdir(self.folder):
                command.make_context(words[0], words[1:], parent=click.Context(main)).close()
            return
        if "--engine" in words:
            pytest.importorskip(words[words.index("--engine") + 1])
        done = briefing(*words, cwd=self.folder)
        assert done.returncode == 0, (words, done.stdout, done.stderr)


@pytest.mark.parametrize("page", [page for page in PAGES if page != START and commands(page)])
def test_every_command_of_a_page_runs(home: Path, tmp_path: Path, page: str) -> None:
    """What the page says to type ends well, from its first line to its last."""
    folder = tmp_path / "site"
    shutil.copytree(home, folder)
    if page == IN_VOLUMES:
        settings = (folder / "mkdocs.yml").read_text("utf-8")
        cut = "      volumes: {by: year, above: 0}\n"
        (folder / "mkdocs.yml").write_text(settings + cut, "utf-8")
    reader = GuideReader(folder)
    for line in commands(page):
        reader.types(line)


def test_the_start_ends_with_a_site(tmp_path: Path) -> None:
    """Who types the start has three sources, one name corrected, and a template of their own."""
    reader = GuideReader(tmp_path)
    for line in commands(START):
        reader.types(line)
    assert briefing("build", "--strict", cwd=reader.folder).returncode == 0
    assert briefing("verify", cwd=reader.folder).returncode == 0
    page = (reader.folder / "site" / "actors" / "index.html").read_text("utf-8")
    assert "Thomas Marsh" in page
    assert (reader.folder / "templates" / "pages" / "about.md.j2").is_file()


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    """A misspelt option, an extra that is not there and a program unheard of are told."""
    reader = GuideReader(tmp_path)
    for line in ("briefing serve --prot 1", "pip install 'briefing-site[serach]'", "brew x"):
        with pytest.raises((AssertionError, click.UsageError)):
            reader.types(line)
