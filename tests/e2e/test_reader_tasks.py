"""What readers come for, in a real browser, on 200 documents: each in three clicks at most."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import serve, show
from made_newsroom import make_newsroom
from seeds_site import make_seeds_site
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOCUMENTS, CLICKS, SECONDS = 200, 3, 30
SHOWN = "[...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility())"
"""What is in view at one moment: the script that filters may replace it at the next."""
CARDS = "#bf-list [data-item]"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address and the data of a site of 200 documents, its lists split as they are."""
    root = tmp_path_factory.mktemp("tasks")
    make_newsroom(root / "articles", DOCUMENTS)
    (root / "site").mkdir()
    site = make_seeds_site(root / "site", seeds=root / "articles", rows=100)
    with serve(site.site_dir) as address:
        yield address, site.site_dir / "data"


class Reader:
    """Somebody who has the front page before them, and whose clicks are counted."""

    def __init__(self, browser: Chrome, address: str) -> None:
        show(browser, address)
        self.browser, self.clicks, self.began = browser, 0, time.monotonic()

    def see(self, selector: str) -> list[WebElement]:
        """What is in view of these, once something is."""
        wait = WebDriverWait(self.browser, SECONDS)
        return wait.until(lambda _: self.in_view(selector))

    def in_view(self, selector: str) -> list[WebElement]:
        """Those of these that are shown."""
        found: list[WebElement] = self.browser.execute_script(f"return {SHOWN}", selector)
        return found

    def click(self, selector: str) -> None:
        """Click the first of these that is in view; a list may be drawn anew at any time."""
        press = f"const [first] = {SHOWN}; first?.click(); return Boolean(first)"
        WebDriverWait(self.browser, SECONDS).until(lambda b: b.execute_script(press, selector))
        self.clicks += 1

    def facts(self, selector: str, of_each: str) -> list[str | int]:
        """What an expression gives of each of these that is in view, as `one`."""
        self.see(selector)
        told: list[str | int] = self.browser.execute_script(
            f"return {SHOWN}.map((one) => {of_each})", selector
        )
        return told

    def open_hub(self, hub: str) -> None:
        """Go to a page of the navigation."""
        self.click(f".md-tabs a[href*='{hub}/']")

    def is_done(self) -> bool:
        """Whether few clicks and little time were enough."""
        return self.clicks <= CLICKS and time.monotonic() - self.began < SECONDS


def test_who_said_something_about_somebody(folder: tuple[str, Path], browser: Chrome) -> None:
    """Quotations that speak of an actor, each with its speaker."""
    reader = Reader(browser, folder[0])
    reader.open_hub("quotations")
    reader.click("[data-facet=about] a")
    chosen = reader.see("[data-facet=about] a[aria-current]")[0].get_attribute("data-facet-id")
    others = f"#bf-list [data-item]:not([data-about~='{chosen}'])"
    WebDriverWait(browser, SECONDS).until(lambda _: not reader.in_view(others))
    about = reader.facts(CARDS, "one.dataset.about")
    assert about
    assert all(chosen in str(names).split() for names in about)
    assert all(reader.facts(CARDS, "one.querySelector('.bf-label').textContent.trim()"))
    assert reader.is_done()


def test_what_happened_on_a_day(folder: tuple[str, Path], browser: Chrome) -> None:
    """The entries of one day of the timeline, wherever they stand in it."""
    reader = Reader(browser, folder[0])
    reader.open_hub("timeline")
    reader.click("input.bf-day")
    events = json.loads((folder[1] / "timeline.json").read_text("utf-8"))
    day = max(e["date"] for e in events if len(e["date"]) == len("2024-03-09"))
    browser.execute_script(
        "const field = document.querySelector('input.bf-day'); field.value = arguments[0];"
        "field.dispatchEvent(new Event('change'))",
        day,
    )
    others = f"#bf-list [data-item]:not([data-day~='{day}'])"
    WebDriverWait(browser, SECONDS).until(lambda _: not reader.in_view(others))
    days = reader.facts(CARDS, "one.dataset.day")
    assert days
    assert all(day in str(one).split() for one in days)
    assert reader.is_done()


def test_what_is_new_on_a_story(folder: tuple[str, Path], browser: Chrome) -> None:
    """The front page marks a story that grew since the last visit, whose newest source is first."""
    reader = Reader(browser, folder[0])
    browser.execute_script(
        "const key = Object.keys(localStorage).find((k) => k.startsWith('briefing-seen'));"
        "const seen = JSON.parse(localStorage.getItem(key));"
        "seen[document.querySelector('[data-seen]').dataset.seen][0] -= 1;"
        "localStorage.setItem(key, JSON.stringify(seen)); sessionStorage.clear();"
    )
    browser.get(folder[0])
    told = reader.see("[data-seen]:has([data-say=more]:not([hidden]))")[0].get_attribute(
        "data-seen"
    )
    reader.click("[data-seen]:has([data-say=more]:not([hidden])) a")
    stories = json.loads((folder[1] / "stories.json").read_text("utf-8"))
    story = next(s for s in stories if f"stories/{s['id']}/" == told)
    newest = reader.see("section[aria-labelledby=members] li a")[0].get_attribute("href") or ""
    assert newest.endswith(f"/sources/{story['documents'][-1]}/")
    assert reader.is_done()


def test_which_sources_copied_one(folder: tuple[str, Path], browser: Chrome) -> None:
    """The stories in which a text was printed more than once, and there its sources."""
    reader = Reader(browser, folder[0])
    reader.open_hub("compare")
    reader.click("[data-facet=difference] a[data-facet-id=reprint]")
    others = "#bf-list [data-item]:not([data-difference~='reprint'])"
    WebDriverWait(browser, SECONDS).until(lambda _: not reader.in_view(others))
    reader.click("#bf-list [data-item] a")
    notices = reader.see(".bf-head .bf-notice")
    assert any(len(n.find_elements(By.CSS_SELECTOR, "a")) > 1 for n in notices)
    assert reader.is_done()


def test_where_figures_differ(folder: tuple[str, Path], browser: Chrome) -> None:
    """Two sentences of one story side by side, the numbers marked."""
    reader = Reader(browser, folder[0])
    reader.open_hub("compare")
    reader.click("[data-facet=difference] a[data-facet-id=number_differs]")
    others = "#bf-list [data-item]:not([data-difference~='number_differs'])"
    WebDriverWait(browser, SECONDS).until(lambda _: not reader.in_view(others))
    marks = "one.querySelectorAll('.bf-pair mark.bf-date')"
    numbers = reader.facts(CARDS, f"new Set([...{marks}].map((m) => m.textContent)).size")
    assert numbers
    assert all(int(different) > 1 for different in numbers)
    assert reader.is_done()
