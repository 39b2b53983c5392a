"""axe-core on every page type, light and dark, wide and narrow, with scripts and without."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import LOOKS, photograph, serve, show, violations
from selenium.webdriver import Chrome

from generator.config import Site

pytestmark = [pytest.mark.browser, pytest.mark.journey]

ARTEFACTS = Path(__file__).parents[1] / "artefacts"
PAGES = [
    "",
    "timeline/",
    "actors/",
    "actors/donald-trump/",
    "quotations/",
    "topics/",
    "topics/war-in-ukraine/",
    "compare/",
    "sources/",
    "sources/003-7112adcedfa7c1bb/",
    "search/",
    "changes/",
    "about/",
    "data/",
    "print/",
]
OF_STORIES = [
    "",
    "stories/",
    "stories/story-bridge-1/",
    "timeline/",
    "sources/",
    "compare/",
    "print/",
]
"""Pages that a folder of several stories has in another form."""


@pytest.fixture(scope="module")
def stripped(seeds_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with every script tag taken out, as a reader without scripts has it."""
    root = tmp_path_factory.mktemp("stripped")
    for file in seeds_site.site_dir.rglob("*"):
        target = root / file.relative_to(seeds_site.site_dir)
        if file.is_dir():
            target.mkdir(exist_ok=True, parents=True)
        elif file.suffix == ".html":
            target.parent.mkdir(exist_ok=True, parents=True)
            text = re.sub(r"<script\b.*?</script>", "", file.read_text("utf-8"), flags=re.DOTALL)
            target.write_text(text, "utf-8")
        else:
            target.parent.mkdir(exist_ok=True, parents=True)
            target.write_bytes(file.read_bytes())
    with serve(root) as address:
        yield address


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("width", "dark"), LOOKS)
def test_no_violation(
    base: str, browser: Chrome, axe: str, page: str, width: int, dark: bool
) -> None:
    """Nothing is wrong for axe with the page; a picture of it is kept (``tests/artefacts``)."""
    show(browser, base + page, width=width, dark=dark)
    name = page.strip("/").replace("/", "-") or "home"
    photograph(browser, ARTEFACTS / f"{name}-{width}-{'dark' if dark else 'light'}.png")
    assert violations(browser, axe) == []


@pytest.mark.parametrize("page", OF_STORIES)
@pytest.mark.parametrize(("width", "dark"), LOOKS)
def test_no_violation_where_there_are_stories(
    newsroom: str, browser: Chrome, axe: str, page: str, width: int, dark: bool
) -> None:
    """Nothing is wrong for axe with the front page, the stories and what is told by story."""
    show(browser, newsroom + page, width=width, dark=dark)
    assert violations(browser, axe) == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("dark", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_no_violation_without_scripts(
    stripped: str, browser: Chrome, axe: str, page: str, dark: bool
) -> None:
    """Nothing is wrong for axe with the page as it is without scripts."""
    show(browser, stripped + page, width=390, dark=dark)
    assert violations(browser, axe) == []
