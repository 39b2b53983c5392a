"""The numbers that decide: each is asked for, and says what it was set on."""

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.language.lexicons import load_rows
from generator.language.weights import load_count, load_weight

LISTS = Path(__file__).parents[2] / "generator" / "lexicons" / "any"
PACKAGE = Path(__file__).parents[2] / "generator"
ASKED = re.compile(r'load_(?:weight|count)\("([a-z_]+)\.([a-z_]+)"\)')


def test_every_number_says_what_it_was_set_on() -> None:
    """Each row has a name, a number, what it is and what it was set on."""
    rows = load_rows("decision_weights")
    assert all(len(row) == 5 and all(row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_every_number_is_asked_for_and_there() -> None:
    """A number that nothing asks for is none, and one that is missing would be an error."""
    asked = {
        f"{room}.{name}"
        for wing in ("extract", "resolve")
        for path in (PACKAGE / wing).rglob("*.py")
        for room, name in ASKED.findall(path.read_text("utf-8"))
    }
    given = {row[0]: row[1] for row in load_rows("decision_weights")}
    shared = {number for number in given.values() if number in given}
    assert asked | shared == set(given)


def test_a_decision_has_a_row_of_its_own() -> None:
    """No two modules ask for one row, definitions apart; a row that names another one says so."""
    rows = {row[0]: (row[1], row[-1]) for row in load_rows("decision_weights")}
    modules = {
        (f"{room}.{name}", path)
        for wing in ("extract", "resolve")
        for path in (PACKAGE / wing).rglob("*.py")
        for room, name in ASKED.findall(path.read_text("utf-8"))
    }
    asked = Counter(name for name, _ in modules if rows[name][1] != "definition")
    assert {name for name, modules_of_it in asked.items() if modules_of_it > 1} == set()
    for name, (number, kind) in rows.items():
        assert (number in rows) == (kind == "tied"), name
        assert kind != "tied" or rows[number][1] != "tied", name


def test_a_missing_number_is_an_error() -> None:
    """An unknown name is refused; a count is whole."""
    with pytest.raises(KeyError):
        load_weight("topics.no_such_number")
    assert isinstance(load_count("topics.related"), int)


TABLES = [*sorted(p.stem for p in LISTS.glob("*_weights.tsv")), "name_type_thresholds"]
"""Every table of numbers that decide."""
COUNTED = {"GUM", "other", "definition", "limit", "word frequencies", "tied", "whole"}
"""What a number can be counted as, by its row's last column."""
FITS = {
    "keyphrase_weights": "fit_keyphrases",
    "passage_weights": "fit_passages",
    "name_type_weights": "fit_types",
}
"""Tables that a benchmark fits, or stands a fit beside that is no better."""
MOST_FITTED = 100
GUIDE = LISTS.parents[2] / "docs" / "guide" / "architecture.md"


def counts() -> dict[str, Counter[str]]:
    """How many numbers each table has of each kind."""
    return {table: Counter(row[-1] for row in load_rows(table)) for table in TABLES}


def test_every_row_says_what_it_counts_as() -> None:
    """A number is set on GUM, on other sets, or is fitted on nothing: each row says which."""
    assert {kind for found in counts().values() for kind in found} <= COUNTED


def test_at_most_a_hundred_numbers_are_set_on_other_sets_than_gum() -> None:
    """Their sum over all tables is at most a hundred, and the guide states it, table by table."""
    other = {table: found["other"] for table, found in counts().items() if found["other"]}
    assert sum(other.values()) <= MOST_FITTED
    parts = ", ".join(f"{number} in `{table}.tsv`" for table, number in sorted(other.items()))
    assert f"{sum(other.values())} ({parts})" in GUIDE.read_text("utf-8")


def test_the_guide_says_how_many_are_not_counted() -> None:
    """Whole numbers that were set by hand, and rows that are another's number, stand beside."""
    found = counts()["decision_weights"]
    told = f"{found['whole']} whole numbers", f"{found['tied']} decisions"
    assert all(one in GUIDE.read_text("utf-8") for one in told)


def test_each_fit_is_there() -> None:
    """A table that a benchmark fits names it, and the benchmark is there."""
    for table, fit in FITS.items():
        assert f"benchmarks/{fit}.py" in (LISTS / f"{table}.tsv").read_text("utf-8")
        assert (LISTS.parents[2] / "benchmarks" / f"{fit}.py").is_file()
