"""A reader who comes back, in a real browser: what is new since last time, what is taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import serve, show
from seeds_site import make_seeds_site
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from generator.config import Site

pytestmark = [pytest.mark.browser, pytest.mark.journey]

SEEDS = Path(__file__).parents[1] / "pages" / "golden" / "newsroom" / "seeds"


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Two stories of three documents each, and a document that stands alone."""
    return make_seeds_site(tmp_path_factory.mktemp("newsroom"), seeds=SEEDS)


@pytest.fixture(scope="module")
def address(newsroom: Site) -> Iterator[str]:
    """Where it is served."""
    with serve(newsroom.site_dir) as here:
        yield here


def marks(browser: Chrome) -> list[str]:
    """What the stories say of the last visit."""
    found = browser.find_elements(By.CSS_SELECTOR, "[data-seen] [data-say]:not([hidden])")
    return [one.text for one in found]


def pretend(browser: Chrome, change: str) -> None:
    """Let the last visit have seen something else, and begin a new one."""
    browser.execute_script(
        "const key = Object.keys(localStorage).find((k) => k.startsWith('briefing-seen'));"
        "const seen = JSON.parse(localStorage.getItem(key));"
        f"{change}; localStorage.setItem(key, JSON.stringify(seen)); sessionStorage.clear();"
    )


def test_what_is_new_since_the_last_visit_says_so(browser: Chrome, address: str) -> None:
    """Nothing at first and nothing on coming back; then a story that grew, then one that is new."""
    show(browser, address)
    assert marks(browser) == []
    pretend(browser, "")
    browser.get(address)
    assert marks(browser) == []
    pretend(browser, "seen['stories/story-bridge-1/'][0] = 2")
    browser.get(address)
    assert marks(browser) == ["More since your last visit"]
    browser.get(address)
    assert marks(browser) == ["More since your last visit"]
    pretend(browser, "delete seen['stories/story-orchard-1/']")
    browser.get(address)
    assert marks(browser) == ["New since your last visit"]


@pytest.mark.parametrize(("form", "begins"), [("markdown", "# "), ("plain", ""), ("citation", "")])
def test_a_story_is_copied_in_three_forms(
    browser: Chrome, address: str, form: str, begins: str
) -> None:
    """Each has the story's own words and its address; Markdown begins with a heading."""
    show(browser, f"{address}stories/story-bridge-1/")
    browser.execute_script(
        "window.kept = ''; navigator.clipboard.writeText = async (t) => { window.kept = t; }"
    )
    browser.find_element(By.CSS_SELECTOR, f"a[data-copy={form}]").click()
    text = str(browser.execute_script("return window.kept"))
    assert text.startswith(begins)
    assert f"{address}stories/story-bridge-1/" in text
    assert "bridge" in text.lower()
    assert browser.find_element(By.CSS_SELECTOR, "[data-copy=done]").is_displayed()


def test_a_list_of_one_page_is_filtered_by_story(browser: Chrome, address: str) -> None:
    """The quotations of one story are those of its documents."""
    show(browser, f"{address}quotations/?story=story-bridge-1")
    seen = browser.execute_script(
        "return [...document.querySelectorAll('#bf-list [data-item]')]"
        ".filter((e) => !e.closest('[hidden]')).map((e) => e.dataset.story)"
    )
    assert seen
    assert set(seen) == {"story-bridge-1"}
