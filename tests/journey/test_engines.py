"""Other engines build what MkDocs builds, where `benchmarks/engines.py` installed them."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from commanding import briefing
from engines import build, compare, make_folder, python_of
from made_volumes import make_volumes

from generator.cli import main
from generator.commands.own_pages import mark_built_page
from generator.config import Site
from generator.config.engines import ENGINES


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Path]:
    """A site of an owner's and what MkDocs made of it."""
    folder = tmp_path_factory.mktemp("engines")
    site = make_folder(folder)
    assert build(sys.executable, folder, ENGINES[0]) == ""
    return site, site.site_dir.rename(folder.parent / f"{folder.name}-ours")


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES[1:])
def test_another_engine_builds_the_same_site(built: tuple[Site, Path], engine: str) -> None:
    """Pages, words, heads, header search, offline copy and proof: nothing differs."""
    if not python_of(engine).exists():
        pytest.skip(f"{engine} is not installed: run benchmarks/engines.py once")
    site, ours = built
    assert build(str(python_of(engine)), site.root, engine) == ""
    assert compare(site, ours, site.site_dir) == []
    left = {p.name for p in site.root.iterdir()}
    assert left == {"mkdocs.yml", "seeds", "docs", "site", ".cache"}


def test_an_engine_that_is_missing_is_told(tmp_path: Path) -> None:
    """Exit status 5, and how to install it; the last site stays."""
    engine = ENGINES[-1]
    (tmp_path / "seeds").mkdir()
    text = "Ada Obi said: “We will build a bridge.” The council met on 3 May 2024.\n"
    (tmp_path / "seeds" / "a.txt").write_text(text, "utf-8")
    done = briefing("build", "--engine", engine, cwd=tmp_path)
    assert done.returncode == 5
    assert f"pip install {engine}" in done.stderr


def test_an_unknown_engine_is_refused() -> None:
    """The command names those that it knows."""
    done = CliRunner().invoke(main, ["build", "--engine", "hugo"])
    assert done.exit_code == 2
    assert all(engine in done.output for engine in ENGINES)


def test_a_built_page_of_the_owners_is_marked() -> None:
    """The content alone, with a line that says whose it is; another page stays as it is."""
    page = '<body><article class="md-content__inner md-typeset"><h1>Us</h1>We.</article></body>'
    marked = mark_built_page(page, "us.md", language="en")
    inner = marked.partition('md-typeset">')[2]
    assert inner.startswith('<p class="bf-intro">')
    assert '<div data-editor="docs/us.md">\n<h1>Us</h1>We.\n</div></article></body>' in inner
    assert mark_built_page("<body>x</body>", "us.md", language="en") == "<body>x</body>"


def test_a_site_in_volumes_is_built_by_the_first_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another engine is refused before anything is read, with what to do."""
    monkeypatch.chdir(make_volumes(tmp_path))
    done = CliRunner().invoke(main, ["build", "--engine", ENGINES[-1]])
    assert done.exit_code == 2
    assert "a site in volumes is built by mkdocs alone" in done.stderr
