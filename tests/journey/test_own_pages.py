"""Own words and own pages: in the navigation, shown as the editor's, and proven to be that."""

import re
from pathlib import Path

import pytest
from commanding import briefing

from generator.config import starter_files

pytestmark = pytest.mark.journey

SEED = "Bridge closed\n\n“It is not safe,” Mayor Ngozi Ade said on May 6, 2024 in Lagos.\n"
NOTES = '# Our notes\n\nWe read **every** report, [as told](https://x.example/ "a link").\n'
PARTNERS = (
    '{# page: Our partners #}\n{% from "partials/words.md.j2" import number with context %}\n'
    '<h1>{{ editor("Who helps us <& you>") }}</h1>\n{{ t("Actors") }}\n'
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with two pages in Markdown, one without a heading, and one own template."""
    cwd = tmp_path_factory.mktemp("own")
    for path, text in {
        "seeds/bridge.txt": SEED,
        "seeds/bridge.txt.yml": "tags: [crossings, 'Lagos <&>']\nseries: Crossings of the lagoon\n",
        "docs/guide/index.md": "# How to read this\n",
        "docs/notes.md": NOTES,
        "docs/more/old-plans.md": "Nothing *is* decided.\n",
        "templates/pages/partners.md.j2": PARTNERS,
        "mkdocs.yml": "site_name: Bridge\n",
    }.items():
        (cwd / path).parent.mkdir(parents=True, exist_ok=True)
        (cwd / path).write_text(text, "utf-8")
    done = briefing("build", "--strict", cwd=cwd)
    assert done.returncode == 0, done.stderr
    return cwd


def test_own_pages_are_in_the_navigation(site: Path) -> None:
    """The home page leads to all three, with their titles."""
    home = (site / "site" / "index.html").read_text("utf-8")
    for address in ("notes/", "more/old-plans/", "pages/partners/"):
        assert f'href="{address}"' in home
    assert "Our partners" in home


def test_a_guide_is_in_the_navigation(site: Path) -> None:
    """Every page leads to its first page, by its title."""
    for page in ("index.html", "sources/bridge/index.html"):
        text = (site / "site" / page).read_text("utf-8")
        assert re.search(r'href="[./]*guide/"[^>]*>\s*How to read this', text), page


def test_tags_and_series_are_shown_and_searched(site: Path) -> None:
    """On the page of the source, as the editor's, and as filters of the search."""
    page = (site / "site" / "sources" / "bridge" / "index.html").read_text("utf-8")
    for words in ("crossings", "Lagos &lt;&amp;&gt;", "Crossings of the lagoon"):
        assert page.count(words) >= 2, words  # as a fact and as a filter
    assert "Tag:crossings" in page
    assert "Series:Crossings of the lagoon" in page


def test_own_pages_are_shown_and_proven_as_the_editors(site: Path) -> None:
    """Each says whose it is; every word of it is in its file, so the proof has no failure."""
    notes = (site / "site" / "notes" / "index.html").read_text("utf-8")
    assert "Written by the editor of this site" in notes
    assert 'data-editor="docs/notes.md"' in notes
    partners = (site / "site" / "pages" / "partners" / "index.html").read_text("utf-8")
    assert 'data-editor="templates/pages/partners.md.j2"' in partners
    assert "Who helps us &lt;&amp; you&gt;" in partners
    done = briefing("verify", cwd=site)
    assert done.stdout.strip().endswith(" 0 failures"), done.stdout


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("notes", "every", "invented"),
        ("notes", "a link", "a forgery"),
        ("pages/partners", "Who helps us", "Who paid us"),
    ],
)
def test_words_that_nobody_wrote_are_found(site: Path, page: str, old: str, new: str) -> None:
    """A word in an own page that is not in its file fails the proof, in attributes as well."""
    path = site / "site" / page / "index.html"
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new), "utf-8")
    done = briefing("verify", cwd=site)
    path.write_text(before, "utf-8")
    assert done.returncode == 1
    assert "no editor wrote this" in done.stdout


def test_only_words_in_quotation_marks_are_an_editors(site: Path) -> None:
    """A value of a view cannot pass for the editor's words."""
    path = site / "templates" / "pages" / "partners.md.j2"
    path.write_text(PARTNERS + "{{ editor(site_name) }}\n", "utf-8")
    done = briefing("generate", cwd=site)
    path.write_text(PARTNERS, "utf-8")
    assert done.returncode == 4
    assert "editor(…) takes words in quotation marks, no value" in done.stderr


def test_own_pages_are_not_git_ignored(root: Path) -> None:
    """What was written is kept in the repository, what was made from an own template is not."""
    for path in (root / ".gitignore", starter_files() / "gitignore"):
        ignored = path.read_text("utf-8").splitlines()
        assert "/docs/pages/" in ignored
        assert not {"/docs/", "/docs/*", "/docs/*.md"} & set(ignored)
