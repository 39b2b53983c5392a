"""Filters of the long lists in a real browser: on one page, on several, and what is downloaded."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import serve, show
from seeds_site import make_seeds_site
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = [pytest.mark.browser, pytest.mark.journey]


@pytest.fixture(scope="module")
def split_base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The seeds' site with every list split after four rows."""
    site = make_seeds_site(tmp_path_factory.mktemp("split"), rows=4)
    with serve(site.site_dir) as address:
        yield address


@pytest.fixture(scope="module")
def split_newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two stories, every list split after each row."""
    seeds = Path(__file__).parents[1] / "pages" / "golden" / "newsroom" / "seeds"
    site = make_seeds_site(tmp_path_factory.mktemp("split-newsroom"), rows=1, seeds=seeds)
    with serve(site.site_dir) as address:
        yield address


def in_view(browser: Chrome) -> list[str]:
    """The ids of the entries that can be seen, those of one card apart."""
    seen = browser.execute_script(
        "return [...document.querySelectorAll('#bf-list [data-item]')]"
        ".filter((e) => !e.closest('[hidden]')).map((e) => e.dataset.item)"
    )
    return [one for ids in seen for one in ids.split()]


def wait_for(browser: Chrome, count: int) -> list[str]:
    """The ids in view once there are so many."""
    WebDriverWait(browser, 10).until(lambda b: len(in_view(b)) == count)
    return in_view(browser)


def take(browser: Chrome, kind: str) -> str:
    """What the link of this kind would save."""
    browser.execute_script(
        "window.kept = []; const make = URL.createObjectURL;"
        "URL.createObjectURL = (blob) => {"
        "  blob.text().then((text) => kept.push(text)); return make(blob); }"
    )
    browser.find_element(By.CSS_SELECTOR, f"a[data-table={kind}]").click()
    wait = WebDriverWait(browser, 10)
    return str(wait.until(lambda b: b.execute_script("return window.kept[0]")))


def test_a_filter_lives_in_the_address(base: str, browser: Chrome) -> None:
    """An address with a speaker shows that speaker's quotations; a click changes the address."""
    show(browser, f"{base}quotations/?speaker=vladimir-putin")
    assert len(wait_for(browser, 2)) == 2
    browser.find_element(By.CSS_SELECTOR, "a[data-facet-id='vladimir-putin']").click()
    assert "speaker" not in browser.current_url
    assert len(wait_for(browser, 13)) == 13
    browser.back()
    wait_for(browser, 2)
    browser.find_element(By.CSS_SELECTOR, "a[data-clear]").click()
    wait_for(browser, 13)


def test_the_bar_shows_no_words_of_the_address(base: str, split_base: str, browser: Chrome) -> None:
    """A value that the list does not have shows nowhere, on one page and on several."""
    for address in (base, split_base):
        show(browser, f"{address}quotations/?speaker=Call+0900+now&kind=evil")
        WebDriverWait(browser, 10).until(  # the rows of several pages are fetched
            lambda b: b.find_elements(By.CSS_SELECTOR, "[data-say=none]:not([hidden])")
        )
        assert in_view(browser) == []
        assert "0900" not in browser.find_element(By.CSS_SELECTOR, ".bf-facets").text
        assert not browser.find_elements(By.CSS_SELECTOR, "[data-facet-id='Call 0900 now']")


def test_what_is_no_speech_is_filtered_too(base: str, browser: Chrome) -> None:
    """Terms stand apart from speech, and a filter holds for both."""
    show(browser, f"{base}quotations/?kind=term")
    assert len(wait_for(browser, 1)) == 1
    assert browser.find_element(By.ID, "other").is_displayed()


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("timeline/?source=B&confidence=verified", {"23 April"}),
        ("timeline/?month=2025-04", {"23 April"}),
        ("actors/?type=person&source=A", {"Donald Trump", "Vladimir Putin", "JD Vance"}),
    ],
)
def test_the_timeline_and_the_actors_filter_too(
    base: str, browser: Chrome, page: str, shown: set[str]
) -> None:
    """What an address chooses is shown, and what it leaves out is not."""
    show(browser, base + page)
    rows = [e for e in browser.find_elements(By.CSS_SELECTOR, "[data-item]") if e.is_displayed()]
    text = "\n".join(r.text for r in rows)
    assert all(words in text for words in shown)
    assert 0 < len(rows) < len(browser.find_elements(By.CSS_SELECTOR, "[data-item]"))
    assert "Steve Witkoff" not in text or "source=B" in page


def test_a_list_of_several_pages_is_filtered_as_a_whole(split_base: str, browser: Chrome) -> None:
    """Entries of every page are found; their citations lead where they led from their own page."""
    show(browser, f"{split_base}quotations/?speaker=donald-trump")
    ids = wait_for(browser, 8)
    assert len(set(ids)) == 8
    assert not browser.find_element(By.CSS_SELECTOR, ".bf-paging").is_displayed()
    assert "8 of 13" in browser.find_element(By.CSS_SELECTOR, ".bf-facet-status").text
    chips = browser.find_elements(By.CSS_SELECTOR, "#bf-list a.bf-cite")
    chips[-1].click()
    assert browser.find_element(By.CSS_SELECTOR, ".bf-sentence:target")
    browser.back()
    wait_for(browser, 8)
    assert browser.get_log("browser") == []


def test_entries_from_other_pages_stand_under_their_heading(
    split_base: str, browser: Chrome
) -> None:
    """Actors of a later page come with their group, and each group comes once."""
    show(browser, f"{split_base}actors/?source=A&type=country&type=group")
    WebDriverWait(browser, 10).until(lambda b: len(in_view(b)) > 5)
    heads = [
        h.text for h in browser.find_elements(By.CSS_SELECTOR, "#bf-list h2") if h.is_displayed()
    ]
    assert heads == ["Countries", "Groups"]
    names = {th.text for th in browser.find_elements(By.CSS_SELECTOR, "#bf-list tbody th")}
    assert {"Russia", "Ukraine", "China", "Europe"} <= names


def test_a_choice_on_a_later_page_leads_to_the_whole_list(split_base: str, browser: Chrome) -> None:
    """On page 3 a click goes to the list's first page, with what was chosen in the address."""
    show(browser, f"{split_base}quotations/page-3/")
    browser.find_element(By.CSS_SELECTOR, "a[data-facet-id='volodymyr-zelenskyy']").click()
    wait = WebDriverWait(browser, 10)
    wait.until(lambda b: b.current_url.endswith("/quotations/?speaker=volodymyr-zelenskyy"))
    wait_for(browser, 1)


def test_without_the_rows_the_page_itself_is_filtered(tmp_path: Path, browser: Chrome) -> None:
    """Where the file of rows cannot be had, the page is filtered and says that it is only that."""
    site = make_seeds_site(tmp_path, rows=4)
    (site.site_dir / "quotations" / "rows.json").unlink()
    with serve(site.site_dir) as address:
        show(browser, f"{address}quotations/?speaker=vladimir-putin")
        wait_for(browser, 1)
        assert "only this page" in browser.find_element(By.CSS_SELECTOR, ".bf-facet-status").text
    browser.get_log("browser")


@pytest.mark.parametrize("of", ["base", "split_base"])
def test_what_is_downloaded_is_what_is_shown(
    request: pytest.FixtureRequest, browser: Chrome, of: str
) -> None:
    """The table and the data of a filtered list have the rows that are in view, and no other."""
    show(browser, f"{request.getfixturevalue(of)}quotations/?speaker=donald-trump")
    ids = wait_for(browser, 8)
    table = take(browser, "csv")
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    assert [r["id"] for r in rows] == sorted(ids, key=[r["id"] for r in rows].index)
    assert sorted(r["id"] for r in rows) == sorted(ids)
    assert {r["speaker"] for r in rows} == {"Donald Trump"}
    show(browser, browser.current_url)
    wait_for(browser, 8)
    assert sorted(row["id"] for row in json.loads(take(browser, "json"))) == sorted(ids)


def test_without_a_filter_the_download_is_the_whole_list(base: str, browser: Chrome) -> None:
    """What is not filtered is downloaded as it is listed: actors without a page are not in it."""
    show(browser, f"{base}actors/")
    ids = in_view(browser)
    assert sorted(row["id"] for row in json.loads(take(browser, "json"))) == sorted(ids)


def follow_first_in_view(browser: Chrome) -> bool:
    """Whether there was a link in the list to follow; the list may be drawn anew at any time."""
    return bool(
        browser.execute_script(
            "const link = [...document.querySelectorAll('#bf-list [data-item] a')]"
            ".find((a) => a.offsetParent && !a.closest('[hidden]'));"
            "link?.click(); return Boolean(link);"
        )
    )


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("stories/?month=2025-03", "bridge"),
        ("compare/?difference=number_differs", "bridge"),
        ("stories/?actor=gwen-trevose", "orchard"),
        ("compare/?actor=gwen-trevose", "orchard"),
    ],
)
def test_stories_on_every_page_are_filtered(
    split_newsroom: str, browser: Chrome, query: str, shown: str
) -> None:
    """A list of stories with one to a page shows those that were chosen, whatever their page."""
    show(browser, split_newsroom + query)
    chosen = [f"stories/story-{shown}-1/"]  # before it is filtered, one is in view as well
    WebDriverWait(browser, 20).until(lambda b: in_view(b) == chosen)
    WebDriverWait(browser, 20).until(follow_first_in_view)
    WebDriverWait(browser, 20).until(lambda b: f"/stories/story-{shown}-1/" in b.current_url)
    assert browser.get_log("browser") == []


def test_the_topics_of_a_story_are_chosen_from_every_page(
    split_newsroom: str, browser: Chrome
) -> None:
    """Topics of later pages come into the one table."""
    show(browser, f"{split_newsroom}topics/?story=story-bridge-1")
    WebDriverWait(browser, 10).until(lambda b: len(in_view(b)) > 1)
    assert len(browser.find_elements(By.CSS_SELECTOR, "#bf-list table")) == 1
    rows = browser.find_elements(By.CSS_SELECTOR, "#bf-list tbody tr")
    assert all("story-bridge-1" in (r.get_attribute("data-story") or "") for r in rows)


@pytest.mark.parametrize("hub", ["timeline/", "sources/"])
def test_what_happened_on_a_day_is_two_clicks_away(
    newsroom: str, browser: Chrome, hub: str
) -> None:
    """A day chosen in the field shows the entries of that day alone, and stands in the address."""
    show(browser, newsroom + hub)
    field = browser.find_element(By.CSS_SELECTOR, "input.bf-day")
    every, day = in_view(browser), field.get_attribute("max")
    browser.execute_script(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))",
        field,
        day,
    )
    assert f"day={day}" in browser.current_url
    WebDriverWait(browser, 10).until(lambda b: len(in_view(b)) < len(every))
    days = browser.execute_script(
        "return [...document.querySelectorAll('#bf-list [data-item]')]"
        ".filter((e) => !e.closest('[hidden]')).map((e) => e.dataset.day)"
    )
    assert days
    assert all(day in one.split() for one in days)
    browser.find_element(By.CSS_SELECTOR, "a[data-clear]").click()
    assert in_view(browser) == every
