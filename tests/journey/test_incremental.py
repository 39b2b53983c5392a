"""After any edit the next build gives what a first build of the same folder gives, to the byte."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from jinja2 import Environment

from generator.cache.fingerprint import files_below
from generator.cache.store import FILE_NAME
from generator.commands import build as journey
from generator.config import packaged_templates, read_site
from generator.pages import page_files
from generator.pages.files import RenderedFile
from generator.pages.render_page import render_page
from generator.pages.site_map import PageToRender

pytestmark = pytest.mark.journey

SEEDS = Path(__file__).parents[1] / "pages" / "golden" / "newsroom" / "seeds"
NAME = "site_name: Vallen and Merrow\n"
SETTINGS = f"{NAME}plugins: [briefing]\n"
NEW = (
    "Ferry to Sundby runs aground\n\n"
    "The ferry of Sundby Lines ran aground off Vallen on 12 March 2025, the police said. "
    "“Nobody was hurt,” said Petra Lindqvist, the mayor of Vallen.\n"
)
Edit = Callable[[Path, Random], None]


def add_seed(newsroom: Path, random: Random) -> None:
    """A new article."""
    (newsroom / "seeds" / f"ferry-{random.randrange(100)}.txt").write_text(NEW, "utf-8")


def change_seed(newsroom: Path, random: Random) -> None:
    """One article has a sentence more."""
    seed = random.choice(sorted((newsroom / "seeds").glob("*.*")))
    text = seed.read_text("utf-8")
    seed.write_text(f"{text}\nThe council of Vallen meets again on 20 March 2025.\n", "utf-8")


def remove_seed(newsroom: Path, random: Random) -> None:
    """One article is gone."""
    random.choice(sorted((newsroom / "seeds").glob("*.md"))).unlink()


def rename_seed(newsroom: Path, random: Random) -> None:
    """One article has another name, and so another id."""
    seed = random.choice(sorted((newsroom / "seeds").glob("*.md")))
    seed.rename(seed.with_stem(f"{seed.stem}-again"))


def correct(newsroom: Path, random: Random) -> None:
    """An editor gives an actor another name."""
    entry = "- {action: rename, target: petra-lindqvist, value: The Mayor, why: house style}\n"
    (newsroom / "seeds" / "corrections.yml").write_text(entry, "utf-8")


def change_template(newsroom: Path, random: Random) -> None:
    """A page's own template says something more."""
    own = newsroom / "templates" / "pages"
    own.mkdir(parents=True, exist_ok=True)
    packaged = packaged_templates() / "pages" / "topic.md.j2"
    more = f"\n<p>{random.randrange(100)}</p>\n"
    (own / "topic.md.j2").write_text(packaged.read_text("utf-8") + more, "utf-8")


def change_theme(newsroom: Path, random: Random) -> None:
    """An override of the theme changes every page."""
    own = newsroom / "templates" / "theme"
    own.mkdir(parents=True, exist_ok=True)
    packaged = (packaged_templates() / "theme" / "main.html").read_text("utf-8")
    (own / "main.html").write_text(f"{packaged}<!-- {random.randrange(100)} -->\n", "utf-8")


def change_setting(newsroom: Path, random: Random) -> None:
    """Sources are shown in another extent."""
    extent = random.choice(("full", "cited"))
    (newsroom / "mkdocs.yml").write_text(
        f"{NAME}plugins:\n  - briefing: {{source_text: {extent}}}\n", "utf-8"
    )


def write_own_page(newsroom: Path, random: Random) -> None:
    """The owner writes a page that links to a generated one."""
    (newsroom / "docs").mkdir(exist_ok=True)
    text = f"# Ours\n\nSee [the timeline](timeline/index.md). {random.randrange(100)}\n"
    (newsroom / "docs" / "ours.md").write_text(text, "utf-8")


EDITS: tuple[Edit, ...] = (
    add_seed,
    change_seed,
    remove_seed,
    rename_seed,
    correct,
    change_template,
    change_theme,
    change_setting,
    write_own_page,
)


def build(newsroom: Path) -> dict[str, bytes]:
    """All that a build of a folder gives, pages and site, by path."""
    site = read_site(newsroom / "mkdocs.yml", working_dir=newsroom)
    journey.build(site, progress=lambda _step, _done, _total: None)
    files = (*files_below(site.docs_dir), *files_below(site.site_dir))
    return {p.relative_to(newsroom).as_posix(): p.read_bytes() for p in files}


def build_anew(
    newsroom: Path, folder: Path, build: Callable[[Path], dict[str, bytes]] = build
) -> dict[str, bytes]:
    """The same from the owner's files alone; only the analysis of the seeds is taken over."""
    (folder / ".cache" / "briefing").mkdir(parents=True)
    for name in ("seeds", "templates", "docs/ours.md", "mkdocs.yml"):
        if (newsroom / name).is_dir():
            shutil.copytree(newsroom / name, folder / name)
        elif (newsroom / name).is_file():
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(newsroom / name, folder / name)
    kept = Path(".cache") / "briefing" / FILE_NAME
    shutil.copy(newsroom / kept, folder / kept)
    return build(folder)


def build_plainly(newsroom: Path) -> dict[str, bytes]:
    """What MkDocs alone gives, by its own command, which asks for a folder of pages."""
    (newsroom / "docs").mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=newsroom, check=True)
    files = (*files_below(newsroom / "docs"), *files_below(newsroom / "site"))
    return {p.relative_to(newsroom).as_posix(): p.read_bytes() for p in files}


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder of two stories."""
    newsroom = tmp_path / "newsroom"
    shutil.copytree(SEEDS, newsroom / "seeds")
    (newsroom / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    return newsroom


def edit_and_compare(newsroom: Path, edits: list[Edit], random: Random) -> None:
    """Build after each edit, as it comes and anew, and compare."""
    build(newsroom)
    for number, edit in enumerate(edits):
        edit(newsroom, random)
        now, anew = build(newsroom), build_anew(newsroom, newsroom.with_name(f"anew-{number}"))
        differs = sorted(p for p in now.keys() | anew.keys() if now.get(p) != anew.get(p))
        assert differs == [], edit.__doc__


def compare_with_plain(newsroom: Path) -> None:
    """Build as it comes, and the owner's files with MkDocs alone, and compare."""
    now = build(newsroom)
    plain = build_anew(newsroom, newsroom.with_name("plain"), build_plainly)
    assert sorted(p for p in now.keys() | plain.keys() if now.get(p) != plain.get(p)) == []


@pytest.fixture
def without_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """No index of Pagefind holds every page's text."""
    for room in ("generator.publish.engine", "generator.publish.search"):
        monkeypatch.setattr(f"{room}.has_pagefind", lambda: False)


@pytest.mark.usefixtures("without_an_index")
def test_an_edit_gives_what_a_first_build_gives(newsroom: Path) -> None:
    """A changed seed, a new theme and a page of the owner's."""
    edit_and_compare(newsroom, [change_seed, change_theme, write_own_page], Random(1))  # noqa: S311 no secret


@pytest.mark.nightly
@pytest.mark.parametrize("number", range(3))
def test_random_edits_give_what_a_first_build_gives(newsroom: Path, number: int) -> None:
    """Eight edits in a random order, search index and all; then MkDocs alone gives the same."""
    random = Random(number)  # noqa: S311 no secret hangs on it
    edit_and_compare(newsroom, random.sample(EDITS, k=8), random)
    compare_with_plain(newsroom)


@pytest.mark.slow
def test_mkdocs_alone_gives_what_the_command_gives(newsroom: Path) -> None:
    """After an edit, too, with the search index and the offline copy."""
    build(newsroom)
    change_seed(newsroom, Random(2))  # noqa: S311 no secret
    compare_with_plain(newsroom)


@pytest.mark.usefixtures("without_an_index")
def test_what_did_not_change_is_not_made_again(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one seed changed, pages of the other story are neither rendered nor built."""
    before = build(newsroom)
    rendered: list[str] = []
    real = render_page

    def watched(environment: Environment, page: PageToRender) -> RenderedFile:
        rendered.append(page.url)
        return real(environment, page)

    monkeypatch.setattr(page_files, "render_page", watched)
    other = newsroom / "site" / "sources" / "orchard-1" / "index.html"
    inode = other.stat().st_ino
    change = newsroom / "seeds" / "bridge-1.md"
    change.write_text(f"{change.read_text('utf-8')}\nThe bridge is old.\n", "utf-8")
    after = build(newsroom)
    assert "sources/bridge-1/" in rendered
    assert "sources/orchard-1/" not in rendered
    assert other.stat().st_ino == inode
    assert before != after
