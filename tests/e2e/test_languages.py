"""The interface in another language and from right to left: proven, and laid out the other way."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import serve, show
from seeds_site import make_seeds_site
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from generator.commands.verify import verify
from generator.config import Site

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The seeds' site with German labels."""
    return make_seeds_site(tmp_path_factory.mktemp("german"), language="de")


def test_the_german_site_is_proven(german: Site) -> None:
    """Every word that is no source's is the German catalogue's."""
    proven = verify(german)
    assert [str(f) for f in proven.failures] == []
    assert proven.statements > 1000


def test_labels_are_german_and_sources_stay_english(german: Site) -> None:
    """The page says that it is German, and marks the sources' words as English."""
    text = (german.site_dir / "index.html").read_text("utf-8")
    assert '<html lang="de"' in text
    assert "Das Wichtigste" in text
    assert 'lang="en">With the Vatican' in text


@pytest.fixture(scope="module")
def base_from_right(seeds_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The seeds' site with its direction turned round."""
    root = tmp_path_factory.mktemp("rtl")
    for file in seeds_site.site_dir.rglob("*"):
        target = root / file.relative_to(seeds_site.site_dir)
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".html":
            text = file.read_text("utf-8").replace('<html lang="en"', '<html dir="rtl" lang="en"')
            target.write_text(text.replace('<body dir="ltr"', '<body dir="rtl"'), "utf-8")
        elif file.is_file():
            target.write_bytes(file.read_bytes())
    with serve(root) as address:
        yield address


@pytest.mark.browser
@pytest.mark.parametrize("page", ["", "timeline/", "quotations/", "actors/donald-trump/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_lost_from_right_to_left(
    base_from_right: str, browser: Chrome, page: str, width: int
) -> None:
    """Turned round, no page has to be scrolled sideways, and marks stand at the line's start."""
    show(browser, base_from_right + page, width=width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    heading = browser.find_element(By.TAG_NAME, "h2")
    assert heading.value_of_css_property("direction") == "rtl"
    first = browser.find_element(By.CSS_SELECTOR, "h1")
    right = browser.execute_script(
        "const range = document.createRange(); range.selectNodeContents(arguments[0]);"
        "return range.getBoundingClientRect().right",
        first,
    )
    assert right > width / 2


def test_the_style_names_no_side(root: Path) -> None:
    """Margins, padding, borders and places are written by the line's start and end."""
    style = (root / "templates" / "theme" / "assets" / "briefing" / "briefing.css").read_text(
        "utf-8"
    )
    sided = re.findall(
        r"(?:margin|padding|border)-(?:left|right)|(?<![\w-])(?:left|right)\s*:|text-align:\s*(?:left|right)",
        style,
    )
    assert sided == []
