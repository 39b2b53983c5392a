"""The numbers that decide in resolution: each is asked for, and says what it was set on."""

import re
from pathlib import Path

import pytest

from generator.language.lexicons import load_rows
from generator.language.weights import load_count, load_weight

LISTS = Path(__file__).parents[2] / "generator" / "lexicons" / "any"
RESOLVE = Path(__file__).parents[2] / "generator" / "resolve"
ASKED = re.compile(r'load_(?:weight|count)\(f?"([a-z_]+)\.([a-z_]+|\{zone\})"\)')


def test_every_number_says_what_it_was_set_on() -> None:
    """Each row has a name, a number, what it is and what it was set on."""
    rows = load_rows("resolve_weights")
    assert all(len(row) == 4 and all(row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_every_number_is_asked_for_and_there() -> None:
    """A number that nothing asks for is none, and one that is missing would be an error."""
    asked = {
        f"{room}.{name}"
        for path in RESOLVE.rglob("*.py")
        for room, name in ASKED.findall(path.read_text("utf-8"))
    }
    zones = {row[0] for row in load_rows("resolve_weights") if row[0].startswith("actors.")}
    given = {row[0] for row in load_rows("resolve_weights")}
    assert asked - given == {"actors.{zone}"}
    assert given - asked <= zones


def test_a_missing_number_is_an_error() -> None:
    """An unknown name is refused; a count is whole."""
    with pytest.raises(KeyError):
        load_weight("topics.no_such_number")
    assert isinstance(load_count("topics.related"), int)


FITTED = ("keyphrase_weights",)
"""Tables of numbers that were fitted on development sets."""
TOLD_BY_A_FIT = {"passage_weights": "fit_passages", "name_type_weights": "fit_types"}
"""Tables whose numbers stand beside a fit that is no better where it was not fitted."""
MOST_FITTED = 100


def test_few_numbers_are_fitted_and_say_on_what() -> None:
    """At most a hundred numbers come from development sets; each table says how it was fitted."""
    assert sum(len(load_rows(table)) for table in FITTED) <= MOST_FITTED
    for table in FITTED:
        assert "# source: fitted " in (LISTS / f"{table}.tsv").read_text("utf-8")
    for table, fit in TOLD_BY_A_FIT.items():
        assert f"benchmarks/{fit}.py" in (LISTS / f"{table}.tsv").read_text("utf-8")
        assert (LISTS.parents[2] / "benchmarks" / f"{fit}.py").is_file()
