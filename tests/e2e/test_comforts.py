"""Small comforts of reading: the way past the header, charts by key, quotations to take along."""

from pathlib import Path

import pytest
from browser import serve, show
from seeds_site import make_seeds_site
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = [pytest.mark.browser, pytest.mark.journey]

SMALL = """
return [...document.querySelectorAll("article :is(a.bf-cite, a.bf-share, .bf-facets li a)")]
  .filter((link) => link.checkVisibility())
  .map((link) => ({ box: link.getBoundingClientRect(), words: link.textContent.trim() }))
  .filter(({ box }) => box.width && (box.height < 23.5 || box.width < 23.5))
  .map(({ box, words }) => `${words}: ${box.width} x ${box.height}`);
"""
STOPS = """
return [...document.querySelectorAll("svg.bf-chart")].filter((chart) => chart.querySelector("a"))
  .map((chart) => [...chart.querySelectorAll("a")].filter((place) => place.tabIndex >= 0).length);
"""
CUES = """
return [...document.querySelectorAll(".bf-scroll")].filter((e) => e.scrollWidth > e.clientWidth + 1)
  .map((e) => getComputedStyle(e).backgroundImage.includes("gradient"));
"""
NAMES = ("Petra Lindqvist", "Anton Hedberg", "Gwen Trevose")
STORY = (
    "The Vallen Bridge stays shut\n\nBy Ada Obi\nThe Ferry, {day} May 2026\n\n"
    "The Vallen Bridge will stay shut until 2029, {one} said, and the ferry will sail.\n\n"
    "“The Vallen Bridge needs a new cable and {day} tonnes of steel,” {other} told the council.\n"
)
COPIED = """
window.copied = [];
navigator.clipboard.writeText = async (text) => { window.copied.push(text); };
"""


@pytest.mark.parametrize("page", ["", "actors/", "sources/003-7112adcedfa7c1bb/"])
def test_the_first_stop_leads_past_the_header(base: str, browser: Chrome, page: str) -> None:
    """The first press of Tab shows a link, and Enter leads to what the page says."""
    show(browser, f"{base}{page}")
    browser.switch_to.active_element.send_keys(Keys.TAB)
    link = browser.switch_to.active_element
    assert "md-skip" in (link.get_attribute("class") or "")
    wait = WebDriverWait(browser, 10, poll_frequency=0.05)
    wait.until(lambda _: float(link.value_of_css_property("opacity")) == 1)
    link.send_keys(Keys.ENTER)
    target = browser.current_url.partition("#")[2]
    assert browser.find_element(By.ID, target).is_displayed()


def test_the_sentence_stands_in_its_card_when_it_is_looked_at(base: str, browser: Chrome) -> None:
    """A page has the sentence once; the script puts it between its neighbours in the card."""
    show(browser, f"{base}actors/donald-trump/")
    card = "//*[@class='bf-context__here' and not(@data-src)]"
    here = browser.find_element(By.XPATH, card)
    words = browser.find_element(By.XPATH, f"{card}/ancestor::small/preceding-sibling::*[1]")
    chip = browser.find_element(By.XPATH, f"{card}/ancestor::small/a")
    browser.execute_script("arguments[0].focus()", chip)
    assert words.text
    assert here.text == words.text


def test_a_chart_is_one_stop_and_arrows_go_on(base: str, browser: Chrome) -> None:
    """Of the places in a figure one is in the way of Tab; an arrow key goes to the next."""
    show(browser, f"{base}timeline/")
    stops = browser.execute_script(STOPS)
    assert stops
    assert set(stops) == {1}
    places = browser.find_elements(By.CSS_SELECTOR, "svg.bf-wide a")
    browser.execute_script("arguments[0].focus()", places[0])
    browser.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    assert browser.switch_to.active_element == places[1]
    assert set(browser.execute_script(STOPS)) == {1}


@pytest.mark.parametrize("page", ["", "timeline/", "quotations/", "actors/donald-trump/"])
def test_chips_are_large_enough_for_a_finger(base: str, browser: Chrome, page: str) -> None:
    """On a phone no chip of a source and no filter is less than 24 pixels high or wide."""
    show(browser, f"{base}{page}", width=390)
    assert browser.execute_script(SMALL) == []


def test_what_goes_on_beside_the_edge_shows_it(base: str, browser: Chrome) -> None:
    """On a phone a table that is wider than the screen has a shadow where it goes on."""
    show(browser, f"{base}actors/", width=390)
    cues = browser.execute_script(CUES)
    assert cues
    assert all(cues)


def test_a_quotation_is_copied_with_its_source(base: str, browser: Chrome) -> None:
    """Its words, its source's name and the address of its proof; or an address of its own."""
    show(browser, f"{base}quotations/")
    browser.execute_script(COPIED)
    card = browser.find_element(By.CSS_SELECTOR, "article.bf-quotation")
    card.find_element(By.CSS_SELECTOR, "[data-copy=words]").click()
    card.find_element(By.CSS_SELECTOR, "[data-copy=link]").click()
    whole, link = browser.execute_script("return window.copied")
    words, name, proof = whole.strip().split("\n")
    assert words in card.find_element(By.TAG_NAME, "blockquote").text
    assert name
    assert proof.startswith(f"{base}sources/")
    assert link == f"{base}quotations/#{card.get_attribute('id')}"
    assert card.find_element(By.CSS_SELECTOR, "[data-copy=done]").is_displayed()


def test_each_quotation_has_a_line_of_its_own_to_copy(base: str, browser: Chrome) -> None:
    """The page says it once, and every quotation shows it."""
    show(browser, f"{base}quotations/")
    cards = browser.find_elements(By.CSS_SELECTOR, "article.bf-quotation")
    lines = [c.find_elements(By.CSS_SELECTOR, "[data-copy=one]") for c in cards]
    assert len(cards) > 1
    assert [len(own) for own in lines] == [1] * len(cards)
    assert all(own[0].is_displayed() for own in lines)


def test_chosen_colours_hold_from_the_first_on_every_page(base: str, browser: Chrome) -> None:
    """What the reader has chosen is there before anything is drawn, and no script is refused."""
    show(browser, base)
    browser.execute_script("document.querySelector('label[for=__palette_1]').click()")
    browser.get(f"{base}actors/")
    scheme = browser.execute_script("return document.body.dataset.mdColorScheme")
    browser.execute_script("localStorage.clear()")
    assert scheme == "slate"
    assert browser.get_log("browser") == []


def test_a_story_leads_from_source_to_source(newsroom: str, browser: Chrome) -> None:
    """From its first source the next is a step away, and leads back."""
    show(browser, f"{newsroom}sources/bridge-1/")
    line = browser.find_element(By.CSS_SELECTOR, ".bf-head .bf-meta[data-search-exclude]")
    links = [a.get_attribute("href") for a in line.find_elements(By.TAG_NAME, "a")]
    story, after = links[0], links[-1]
    assert str(story).startswith(f"{newsroom}stories/")
    show(browser, str(after))
    line = browser.find_element(By.CSS_SELECTOR, ".bf-head .bf-meta[data-search-exclude]")
    links = [a.get_attribute("href") for a in line.find_elements(By.TAG_NAME, "a")]
    assert links[0] == story
    assert f"{newsroom}sources/bridge-1/" in links


@pytest.mark.slow
def test_who_is_quoted_where_fits_eight_sources(tmp_path: Path, browser: Chrome) -> None:
    """With eight sources called by name the matrix is as wide as its place, also on a phone."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for n in range(8):
        text = STORY.format(day=n + 3, one=NAMES[n % 3], other=NAMES[(n + 1) % 3])
        (seeds / f"bridge-{n}.txt").write_text(text, "utf-8")
    site = make_seeds_site(tmp_path, seeds=seeds)
    with serve(site.site_dir) as address:
        for page in ("", "compare/"):
            for width in (1280, 390):
                show(browser, f"{address}{page}", width=width)
                table = browser.find_element(By.CSS_SELECTOR, "table.bf-table--narrow")
                assert len(table.find_elements(By.CSS_SELECTOR, "thead th")) == 10
                assert browser.execute_script(CUES) == []
