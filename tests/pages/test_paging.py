"""Long lists are split, and every link to a row leads to the page that it stands on."""

from pathlib import Path

import msgspec
import pytest
from handmade import make_corpus, make_document, make_site
from hypothesis import given
from hypothesis import strategies as st

from generator.i18n.catalogue import load_catalogue
from generator.pages.paging import page_url, paging, row_urls, split
from generator.pages.render import render_pages


@given(st.lists(st.integers(), max_size=50), st.integers(min_value=1, max_value=9))
def test_no_row_is_lost_or_doubled(items: list[int], rows: int) -> None:
    """The pages together are the list, and no page is longer than the limit."""
    pages = split(items, rows)
    assert [i for page in pages for i in page] == items
    assert all(len(page) <= rows for page in pages)
    assert len(pages) >= 1


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [
        (1, "", "timeline/page-2/"),
        (2, "timeline/", "timeline/page-3/"),
        (3, "timeline/page-2/", ""),
    ],
)
def test_a_page_knows_its_neighbours(number: int, before: str, after: str) -> None:
    """Each page leads to the one before and the one after."""
    place = paging("timeline/", number, 3)
    assert (place.before, place.after) == (before, after)
    assert page_url("timeline/", 1) == "timeline/"


def test_links_lead_to_the_page_of_the_row(tmp_path: Path) -> None:
    """With two rows a page, the third quotation stands on the second page."""
    assert row_urls("quotations/", ["a", "b", "c"], 2)["c"] == "quotations/page-2/#c"
    documents = [
        make_document(
            ("The harbour will reopen.", "She said “we are ready” now."), identifier=f"d{n}"
        )
        for n in range(5)
    ]
    site = make_site(tmp_path)
    limits = msgspec.structs.replace(site.settings.limits, rows_per_page=2)
    settings = msgspec.structs.replace(site.settings, limits=limits)
    site = msgspec.structs.replace(site, settings=settings)
    corpus = make_corpus(documents, quoted="we are ready")
    files = {
        f.path: f.content.decode("utf-8")
        for f in render_pages(corpus, site, catalogue=load_catalogue("en"))
        if f.path.endswith(".md")
    }
    assert 'id="q&#45;d4"' in files["quotations/page-3.md"]
    assert "quotations/page&#45;3/&#35;q&#45;d4" in files["sources/d4.md"]
    assert 'id="e&#45;d2"' in files["timeline/page-2.md"]
    assert "title: Sources, page 3" in files["sources/page-3.md"]
