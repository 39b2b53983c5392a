"""A site in volumes in a browser: one search over all, and nothing wrong for axe."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import LOOKS, browser_is_required, serve, show
from made_volumes import make_volumes
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from generator.commands.build_volumes import build_volumes
from generator.config import read_site
from generator.publish.search import has_pagefind

pytestmark = [pytest.mark.browser, pytest.mark.journey]

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then((found) => done(found.violations.map(
  (v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | "))));
"""


@pytest.fixture(scope="module")
def volumes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the made site in volumes."""
    folder = make_volumes(tmp_path_factory.mktemp("volumes"))
    site = read_site(folder / "mkdocs.yml", working_dir=folder)
    build_volumes(site, progress=lambda _step, _done, _total: None)
    with serve(site.site_dir) as address:
        yield address


def found(browser: Chrome, address: str) -> list[str]:
    """The addresses that the search page lists, once it lists some."""
    show(browser, address)
    links = (By.CSS_SELECTOR, ".bf-results__title a")
    WebDriverWait(browser, 30).until(lambda b: b.find_elements(*links))
    return [str(a.get_attribute("href")) for a in browser.find_elements(*links)]


@pytest.mark.skipif(not has_pagefind(), reason="Pagefind is not installed")
def test_the_front_finds_what_is_in_several_volumes(volumes: str, browser: Chrome) -> None:
    """A word of three years has results in the volumes of at least two, each by its address."""
    hits = found(browser, f"{volumes}search/?q=Marigold")
    parts = {hit.removeprefix(volumes).partition("/")[0] for hit in hits}
    assert len(parts & {"2022", "2023", "2024"}) >= 2
    facets = [e.text for e in browser.find_elements(By.CSS_SELECTOR, "fieldset legend")]
    assert "Volume" in facets


@pytest.mark.skipif(not has_pagefind(), reason="Pagefind is not installed")
def test_a_volume_finds_what_is_in_another(volumes: str, browser: Chrome) -> None:
    """Searched from one volume, a ship of another year is found there, and its page opens."""
    hits = found(browser, f"{volumes}2022/search/?q=2024&Volume=2024")
    assert hits
    assert all(hit.startswith(f"{volumes}2024/") for hit in hits)
    show(browser, hits[0])
    assert browser.find_element(By.TAG_NAME, "h1").text


@pytest.mark.parametrize(
    "page", ["", "actors/", "actors/ada-okoye/", "search/", "data/", "2024/", "2024/search/"]
)
@pytest.mark.parametrize(("width", "dark"), LOOKS)
def test_no_violation(volumes: str, browser: Chrome, page: str, width: int, dark: bool) -> None:
    """Nothing is wrong for axe with the front's pages and a volume's, and nothing is logged."""
    if not AXE.is_file() and not browser_is_required():
        pytest.skip("axe-core is not installed (npm ci in tests/e2e)")
    show(browser, volumes + page, width=width, dark=dark)
    browser.execute_script(AXE.read_text("utf-8"))
    assert browser.execute_async_script(RUN) == []
    assert [e["message"] for e in browser.get_log("browser") if e["level"] == "SEVERE"] == []
