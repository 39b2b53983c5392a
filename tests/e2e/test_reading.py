"""A reader in a real browser: finds, follows a citation to its proof, with and without scripts."""

import json
import re
import shutil
from pathlib import Path

import pytest
from browser import serve, show
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait

from generator.config import Site

pytestmark = [pytest.mark.browser, pytest.mark.journey]

TELLING = re.compile(r"(?:sources|actors|stories)/.")
"""Addresses of pages that tell of something; topics and lists lead to them."""
MOST_SHIFT = 0.05
"""Cumulative layout shift that a reader hardly sees."""
PAGES = [
    "",
    "timeline/",
    "actors/",
    "actors/donald-trump/",
    "quotations/",
    "topics/",
    "compare/",
    "sources/",
    "sources/003-7112adcedfa7c1bb/",
    "search/",
    "changes/",
    "about/",
    "data/",
    "print/",
]


@pytest.mark.parametrize("page", PAGES)
def test_no_error_and_no_other_host(base: str, browser: Chrome, page: str) -> None:
    """A page gives no console message, and asks nothing of any other host."""
    show(browser, base + page)
    WebDriverWait(browser, 10).until(
        lambda b: b.execute_script("return document.readyState") == "complete"
    )
    assert browser.get_log("browser") == []
    events = [json.loads(e["message"])["message"] for e in browser.get_log("performance")]
    asked = [
        e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"
    ]
    assert asked
    assert {u for u in asked if not u.startswith((base, "data:", "about:", "blob:"))} == set()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "width", [390, 1280, *(pytest.param(w, marks=pytest.mark.slow) for w in (768, 1600))]
)
def test_no_page_is_wider_than_the_screen(
    base: str, browser: Chrome, page: str, width: int
) -> None:
    """Nothing has to be scrolled sideways, from a phone to a wide screen."""
    show(browser, base + page, width=width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("page", [*PAGES, "quotations/?speaker=vladimir-putin"])
@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.slow)])
def test_nothing_moves_while_a_page_loads(
    base: str, browser: Chrome, page: str, width: int
) -> None:
    """The sum of the layout's shifts stays at or below 0.05."""
    show(browser, base + page, width=width)
    moved = browser.execute_async_script(
        "const done = arguments[0]; let sum = 0;"
        "new PerformanceObserver((list) => { for (const entry of list.getEntries())"
        "  if (!entry.hadRecentInput) sum += entry.value; })"
        ".observe({type: 'layout-shift', buffered: true});"
        "setTimeout(() => done(sum), 600);"
    )
    assert moved <= MOST_SHIFT


@pytest.mark.parametrize("word", ["immediately", "excellent", "killing"])
def test_a_word_beside_a_quotation_mark_is_found(base: str, browser: Chrome, word: str) -> None:
    """The header's field leads to the search page, with words next to a quotation mark found."""
    pytest.importorskip("pagefind", reason="Pagefind is not installed")
    show(browser, f"{base}timeline/")
    field = browser.find_element(By.CSS_SELECTOR, ".bf-header-search input")
    field.send_keys(word, Keys.ENTER)
    wait = WebDriverWait(browser, 10)
    assert wait.until(lambda b: b.find_elements(By.CSS_SELECTOR, ".bf-results__title a"))
    assert browser.current_url == f"{base}search/?q={word}"


def test_the_search_page_finds_filters_and_links(base: str, browser: Chrome) -> None:
    """The search page answers an address with words and facets, and leads to highlighted hits."""
    pytest.importorskip("pagefind", reason="Pagefind is not installed")
    show(browser, f"{base}search/?q=excellent&Page=Actor")
    wait = WebDriverWait(browser, 15)
    titles = wait.until(lambda b: b.find_elements(By.CSS_SELECTOR, ".bf-results__title a"))
    assert "Donald Trump" in [t.text for t in titles]
    address = titles[0].get_attribute("href")
    assert "hit=excellent" in (address or "")
    titles[0].click()
    marks = wait.until(lambda b: b.find_elements(By.CSS_SELECTOR, "mark.bf-hit"))
    assert {m.text for m in marks} == {"excellent"}
    top = browser.execute_script("return arguments[0].getBoundingClientRect().top", marks[0])
    assert 0 < top < 900
    assert browser.get_log("browser") == []


def test_what_tells_stands_above_what_lists(base: str, browser: Chrome) -> None:
    """Sources and actors come before topics, and an excerpt has nothing that one clicks."""
    pytest.importorskip("pagefind", reason="Pagefind is not installed")
    show(browser, f"{base}search/?q=war")
    wait = WebDriverWait(browser, 15)
    wait.until(lambda b: b.find_elements(By.CSS_SELECTOR, ".bf-results__title a"))
    while browser.find_element(By.CSS_SELECTOR, ".bf-more-button").is_displayed():
        count = len(browser.find_elements(By.CSS_SELECTOR, ".bf-results__title a"))
        browser.find_element(By.CSS_SELECTOR, ".bf-more-button").click()
        more = f"li:nth-child({count + 1}) .bf-results__title a"
        wait.until(expected_conditions.presence_of_element_located((By.CSS_SELECTOR, more)))
    links = browser.find_elements(By.CSS_SELECTOR, ".bf-results__title a")
    paths = [(link.get_attribute("href") or "").removeprefix(base).split("?")[0] for link in links]
    telling = [TELLING.match(path) is not None for path in paths]
    assert telling == sorted(telling, reverse=True)
    assert {path.split("/")[0] for path in paths} >= {"sources", "topics"}
    told = browser.find_element(By.CSS_SELECTOR, ".bf-results").text
    assert not [words for words in ("Follow this", "Copy as", "Show all") if words in told]


@pytest.mark.parametrize("word", ["immediately", "excellent", "scale", "killing", "Witkoff"])
def test_the_search_page_finds_words_beside_marks_and_hyphens(
    base: str, browser: Chrome, word: str
) -> None:
    """Words next to a quotation mark, and both halves of a word with a hyphen, are found."""
    pytest.importorskip("pagefind", reason="Pagefind is not installed")
    show(browser, f"{base}search/?q={word}")
    wait = WebDriverWait(browser, 15)
    excerpts = wait.until(lambda b: b.find_elements(By.CSS_SELECTOR, ".bf-results mark"))
    assert any(word.lower() in e.text.lower() for e in excerpts)


def test_the_search_page_is_used_with_the_keyboard_alone(base: str, browser: Chrome) -> None:
    """The field has the focus, arrows go to a result and back, and Enter follows it."""
    pytest.importorskip("pagefind", reason="Pagefind is not installed")
    show(browser, f"{base}search/")
    wait = WebDriverWait(browser, 15)
    wait.until(lambda b: b.switch_to.active_element.get_attribute("id") == "bf-q")
    browser.switch_to.active_element.send_keys("ceasefire")
    wait.until(lambda b: b.find_elements(By.CSS_SELECTOR, ".bf-results__title a"))
    assert browser.current_url.endswith("?q=ceasefire")
    browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert browser.switch_to.active_element.tag_name == "a"
    browser.switch_to.active_element.send_keys(Keys.ARROW_UP)
    assert browser.switch_to.active_element.get_attribute("id") == "bf-q"
    browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    wait.until(lambda b: "hit=ceasefire" in b.current_url)


def test_without_its_index_the_search_page_says_so(
    seeds_site: Site, tmp_path: Path, browser: Chrome
) -> None:
    """A site that was built without Pagefind says what to do instead, and its lists lead on."""
    copy = tmp_path / "site"
    shutil.copytree(seeds_site.site_dir, copy)
    shutil.rmtree(copy / "pagefind", ignore_errors=True)
    with serve(copy) as address:
        show(browser, f"{address}search/?q=excellent")
        wait = WebDriverWait(browser, 15)
        said = wait.until(lambda b: b.find_element(By.CSS_SELECTOR, "[role=status]").text)
        assert "not built with this site" in said
        browser.find_element(By.CSS_SELECTOR, ".bf-jump a").click()
        assert browser.current_url.endswith("/actors/")
    browser.get_log("browser")


def test_a_citation_leads_to_the_highlighted_sentence(base: str, browser: Chrome) -> None:
    """Following a chip from the home page arrives at the sentence, marked and in view."""
    show(browser, base)
    line = browser.find_element(By.CSS_SELECTOR, ".bf-lead__line")
    words = line.find_element(By.CSS_SELECTOR, "[data-src]").text
    line.find_element(By.CSS_SELECTOR, "a.bf-cite").click()
    target = browser.find_element(By.CSS_SELECTOR, ".bf-sentence:target > [data-src]")
    assert words in target.text
    colour = target.value_of_css_property("background-color")
    assert colour not in {"rgba(0, 0, 0, 0)", "transparent"}
    top = browser.execute_script("return arguments[0].getBoundingClientRect().top", target)
    assert 40 < top < 700


def test_the_keyboard_alone_leads_to_the_proof_and_back(base: str, browser: Chrome) -> None:
    """Tab reaches a chip, focus shows the context, Escape hides it, Enter follows it."""
    show(browser, base)
    body = browser.find_element(By.TAG_NAME, "body")
    for _ in range(60):
        body.send_keys(Keys.TAB)
        active = browser.switch_to.active_element
        if "bf-cite" in (active.get_attribute("class") or ""):
            break
        body = active
    context = active.find_element(By.XPATH, "following-sibling::*")
    assert context.is_displayed()
    active.send_keys(Keys.ESCAPE)
    assert not context.is_displayed()
    active.send_keys(Keys.ENTER)
    assert browser.find_element(By.CSS_SELECTOR, ".bf-sentence:target")
    browser.back()
    assert browser.current_url.rstrip("/") == base.rstrip("/")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", ".bf-lead__line > [data-src]"),
        ("sources/003-7112adcedfa7c1bb/", ".bf-sentence > [data-src]"),
        ("topics/war-in-ukraine/", ".bf-line > [data-src]"),
    ],
)
def test_words_that_are_copied_carry_their_source(
    base: str, browser: Chrome, page: str, words: str
) -> None:
    """What is copied ends with the name of the source and the address of the sentence."""
    show(browser, base + page)
    text = browser.execute_script(
        "const one = [...document.querySelectorAll(arguments[0])].at(-1);"
        "getSelection().selectAllChildren(one);"
        "const event = new ClipboardEvent('copy', {clipboardData: new DataTransfer(),"
        "  bubbles: true, cancelable: true});"
        "document.dispatchEvent(event); return event.clipboardData.getData('text/plain');",
        words,
    )
    said, name, address = text.split("\n")
    browser.get(address)
    target = browser.find_element(By.CSS_SELECTOR, ".bf-sentence:target > [data-src]").text
    assert said == target
    assert name == browser.find_element(By.TAG_NAME, "h1").text


def test_everything_can_be_read_without_scripts(base: str, browser: Chrome) -> None:
    """With scripts off the text is there, the chips lead, and dark follows the system."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    show(browser, base, dark=True)
    assert browser.find_element(By.CSS_SELECTOR, ".bf-lead__line").is_displayed()
    body = browser.find_element(By.TAG_NAME, "body")
    assert body.value_of_css_property("background-color") == "rgba(21, 22, 26, 1)"
    browser.find_element(By.CSS_SELECTOR, "a.bf-cite").click()
    assert browser.find_element(By.CSS_SELECTOR, ".bf-sentence:target").is_displayed()
    browser.get(f"{base}quotations/")
    cards = browser.find_elements(By.CSS_SELECTOR, ".bf-quotation")
    assert all(c.is_displayed() for c in cards)
    assert not browser.find_element(By.CSS_SELECTOR, ".bf-facets").is_displayed()


def test_the_policy_stands_on_every_page(seeds_site: Site) -> None:
    """Every built page names what may run; only the search page may compile WebAssembly."""
    for page in seeds_site.site_dir.rglob("*.html"):
        text = page.read_text("utf-8")
        assert text.count('http-equiv="Content-Security-Policy"') == 1, page
        assert ("wasm-unsafe-eval" in text) == (page.parent.name == "search"), page
