"""What the long lists can be filtered by, and the file of rows of a list that is split."""

import json
from pathlib import Path

import msgspec
import pytest
from handmade import make_corpus, make_document, make_site

from generator.config import Site
from generator.i18n.catalogue import load_catalogue
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import days_of_value
from generator.pages.list_filters import FIRST, Listed, ListedPages, page_filters, render_rows
from generator.pages.presenters.actors import actor_list
from generator.pages.presenters.quotations import quotation_list, view_quotations
from generator.pages.presenters.sources import source_list, view_sources
from generator.pages.presenters.timeline import _month, view_timelines

SAID = "Ms Marsh said “we are ready” in note {n}."


def look_at(root: Path, documents: int, *, rows: int) -> CorpusIndex:
    """A corpus in which each document quotes Ms Marsh, its lists split every `rows` rows."""
    many = [
        make_document((SAID.format(n=n),), path=f"{n}.txt", identifier=f"d{n}")
        for n in range(documents)
    ]
    corpus = make_corpus(many, quoted="we are ready", actor="Ms Marsh")
    site: Site = make_site(root)
    limits = msgspec.structs.replace(site.settings.limits, rows_per_page=rows)
    settings = msgspec.structs.replace(site.settings, limits=limits)
    return CorpusIndex(
        corpus, msgspec.structs.replace(site, settings=settings), load_catalogue("en")
    )


def test_a_list_of_one_page_needs_no_file_of_rows(tmp_path: Path) -> None:
    """Where every entry stands on one page, it is filtered there."""
    view = view_quotations(look_at(tmp_path, 3, rows=10))
    assert [page.filters.rows for page in view] == [""]
    assert {facet.name for facet in view[0].filters.facets} == {"source"}


def test_a_choice_counts_the_entries_of_every_page(tmp_path: Path) -> None:
    """The choices of a split list are those of the whole list, on each of its pages."""
    views = view_quotations(look_at(tmp_path, 5, rows=2))
    assert len(views) == 3
    for view in views:
        assert view.filters.total == 5
        assert view.filters.rows == "quotations/rows.json"
        source = next(f for f in view.filters.facets if f.name == "source")
        assert [(c.value, c.count) for c in source.choices] == [(x, 1) for x in "ABCDE"]
    assert set(views[2].filters.marks) == {"q-d4"}


def test_the_rows_name_the_page_on_which_each_entry_stands(tmp_path: Path) -> None:
    """Each entry is in the file once, with its page, its ids and its values."""
    look = look_at(tmp_path, 5, rows=2)
    made = json.loads(render_rows(look, quotation_list(look)))
    assert made["facets"] == ["speaker", "about", "story", "source", "kind", "month"]
    assert made["labels"] == {"somebody": "Ms Marsh"}
    assert [row[:2] for row in made["rows"]] == [
        [1, "q-d0"],
        [1, "q-d1"],
        [2, "q-d2"],
        [2, "q-d3"],
        [3, "q-d4"],
    ]


def test_of_many_choices_the_first_few_are_open(tmp_path: Path) -> None:
    """A facet with many values shows the first ones, and folds the others away."""
    look = look_at(tmp_path, FIRST + 3, rows=100)
    listed = ListedPages(
        "actors/",
        "actors",
        (
            tuple(
                Listed((f"x{n}",), (("source", (look.letters[d],)),), inferred=False)
                for n, d in enumerate(look.documents)
            ),
        ),
    )
    (facet,) = page_filters(look, listed)[0].facets
    assert len(facet.choices) == FIRST
    assert len(facet.rest) == 3


def test_an_actor_is_found_by_each_source_that_names_them(tmp_path: Path) -> None:
    """Ms Marsh is named in two documents, and has both letters."""
    look = look_at(tmp_path, 2, rows=10)
    (page,) = actor_list(look).pages
    assert dict(page[0].values)["source"] == ("A", "B")


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("2025-05-19", "2025-05"),
        ("2025-05-16/2025-05-19", "2025-05"),
        ("../2025-05-19", "2025-05"),
        ("2014", "2014"),
        ("2025-21", "2025"),
        ("196X", ""),
    ],
)
def test_an_event_is_chosen_by_the_month_that_is_known(date: str, month: str) -> None:
    """A month where there is one, else the year, and nothing where not even that is known."""
    assert _month(date) == month


def test_a_month_is_in_brackets_unless_some_entry_states_it(tmp_path: Path) -> None:
    """The events' month is inferred in this corpus, and the choice says so."""
    look = look_at(tmp_path, 2, rows=10)
    (view,) = view_timelines(look)
    assert view.filters is not None
    assert [f.name for f in view.filters.facets] == ["source"]
    assert dict(view.filters.marks["e-d0"])["month"] == "2025-05"


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2025-05-19", ("2025-05-19",)),
        ("2025-02-28/2025-03-01", ("2025-02-28", "2025-03-01")),
        ("2025-05-19~", ("2025-05-19",)),
        ("2025-05", ()),
        ("2025-01-01/2025-12-31", ()),
        ("2025-05-19/..", ()),
        ("2025-05-19/2025-05", ()),
    ],
)
def test_an_event_is_on_each_of_its_days(date: str, days: tuple[str, ...]) -> None:
    """A day or a short stretch of days; nothing where the date is less precise, open or long."""
    assert days_of_value(date) == days


def test_a_day_is_chosen_in_a_field_and_not_among_choices(tmp_path: Path) -> None:
    """Hundreds of days would be hundreds of choices: the field says the first and the last."""
    look = look_at(tmp_path, 2, rows=10)
    days = ("2024-03-09", "2024-01-02", "2024-02-01")
    rows = tuple(Listed((day,), (("day", (day,)),), inferred=False) for day in days)
    (made,) = page_filters(look, ListedPages("timeline/", "timeline", (rows,)))
    assert made.facets == ()
    assert made.day is not None
    assert (made.day.first, made.day.last) == ("2024-01-02", "2024-03-09")
    one = ListedPages("timeline/", "timeline", (rows[:1],))
    assert page_filters(look, one)[0].day is None


def test_sources_are_filtered_on_all_pages(tmp_path: Path) -> None:
    """A split list of sources has its file of rows, and each card its values."""
    look = look_at(tmp_path, 5, rows=2)
    views = view_sources(look)
    assert [v.filters.total for v in views] == [5, 5, 5]
    assert views[0].filters.rows == "sources/rows.json"
    made = json.loads(render_rows(look, source_list(look)))
    assert made["facets"] == ["story", "month", "day"]
    for view in views:
        assert [c.url for c in view.cards] == list(view.filters.marks)
