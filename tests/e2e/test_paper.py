"""What is printed: a story, and a selection of a list, in a real browser."""

import base64

import pytest
from browser import show
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

pytestmark = [pytest.mark.browser, pytest.mark.journey]

pdfium = pytest.importorskip("pypdfium2")


def print_page(browser: Chrome, address: str) -> str:
    """The words of the page on paper, white space made plain."""
    show(browser, address)
    browser.execute_script("return document.fonts.ready")
    made = browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
    document = pdfium.PdfDocument(base64.b64decode(made["data"]))
    try:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return " ".join(text.split())


def words(browser: Chrome, selector: str) -> list[str]:
    """The words of the elements as the page has them."""
    found = browser.find_elements(By.CSS_SELECTOR, selector)
    return [" ".join((one.get_attribute("textContent") or "").split()) for one in found]


def test_a_story_prints_whole_and_without_its_tools(browser: Chrome, newsroom: str) -> None:
    """Its bottom line, its quotations and its sources are on paper; what one can click is not."""
    paper = print_page(browser, f"{newsroom}stories/story-bridge-1/")
    lines = words(browser, ".bf-lead__line > [data-src], #members ~ ul li a")
    assert lines
    assert all(line in paper for line in lines)
    assert words(browser, "h1")[0] in paper
    tools = words(browser, "[data-copy=tools], .md-header, .md-tabs")
    assert tools
    assert not any(tool in paper for tool in tools)


def test_a_selection_prints_what_was_chosen_and_says_so(browser: Chrome, newsroom: str) -> None:
    """The quotations of one story are on paper, under what they were chosen by; others are not."""
    paper = print_page(browser, f"{newsroom}quotations/?story=story-bridge-1")
    chosen = "[data-story='story-bridge-1']"
    inside = words(browser, f"#bf-list {chosen} blockquote mark")
    outside = words(browser, f"#bf-list [data-item]:not({chosen}) blockquote mark")
    assert inside
    assert outside
    assert all(line in paper for line in inside)
    assert not any(line in paper for line in outside)
    assert words(browser, "[data-facet=story] a[aria-current] [data-editor]")[0] in paper
    others = words(browser, "[data-facet=story] a:not([aria-current]) [data-editor]")
    assert not any(label in paper for label in others)


def test_the_printed_briefing_compares_its_sources(browser: Chrome, base: str) -> None:
    """The page to print has what shows when the documents are laid side by side."""
    show(browser, f"{base}print/")
    found = [h.text for h in browser.find_elements(By.CSS_SELECTOR, "article h2")]
    assert {"Who is quoted where", "Only in one document"} <= set(found)
    assert found[-1] == "Sources"
