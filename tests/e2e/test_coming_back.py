"""A reader who comes back, in a real browser: what is new since last time, what is taken away."""

import pytest
from browser import show
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

pytestmark = [pytest.mark.browser, pytest.mark.journey]


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


def test_what_is_new_since_the_last_visit_says_so(browser: Chrome, newsroom: str) -> None:
    """Nothing at first and nothing on coming back; then a story that grew, then one that is new."""
    show(browser, newsroom)
    assert marks(browser) == []
    pretend(browser, "")
    browser.get(newsroom)
    assert marks(browser) == []
    pretend(browser, "seen['stories/story-bridge-1/'][0] = 2")
    browser.get(newsroom)
    assert marks(browser) == ["More since your last visit"]
    browser.get(newsroom)
    assert marks(browser) == ["More since your last visit"]
    pretend(browser, "delete seen['stories/story-orchard-1/']")
    browser.get(newsroom)
    assert marks(browser) == ["New since your last visit"]


@pytest.mark.parametrize(("form", "begins"), [("markdown", "# "), ("plain", ""), ("citation", "")])
def test_a_story_is_copied_in_three_forms(
    browser: Chrome, newsroom: str, form: str, begins: str
) -> None:
    """Each has the story's own words and its address; Markdown begins with a heading."""
    show(browser, f"{newsroom}stories/story-bridge-1/")
    browser.execute_script(
        "window.kept = ''; navigator.clipboard.writeText = async (t) => { window.kept = t; }"
    )
    browser.find_element(By.CSS_SELECTOR, f"a[data-copy={form}]").click()
    text = str(browser.execute_script("return window.kept"))
    assert text.startswith(begins)
    assert f"{newsroom}stories/story-bridge-1/" in text
    assert "bridge" in text.lower()
    assert browser.find_element(By.CSS_SELECTOR, "[data-copy=done]").is_displayed()


def test_a_list_of_one_page_is_filtered_by_story(browser: Chrome, newsroom: str) -> None:
    """The quotations of one story are those of its documents."""
    show(browser, f"{newsroom}quotations/?story=story-bridge-1")
    seen = browser.execute_script(
        "return [...document.querySelectorAll('#bf-list [data-item]')]"
        ".filter((e) => !e.closest('[hidden]')).map((e) => e.dataset.story)"
    )
    assert seen
    assert set(seen) == {"story-bridge-1"}
