"""Phrases that name dates, each in a news sentence: how many are right, and how many wrong."""

from collections import Counter

import pytest

from benchmarks.date_phrases import PHRASES, Phrase, decisions, judge
from generator.language.lexicons import Lexicon
from generator.language.pipeline import LanguageModel
from generator.temporal.rules import date_rules

LEAST_PHRASES = 300
RIGHT, WRONG = 0.97, 0.02
"""Shares of all phrases: at least so many right, at most so many wrong."""


@pytest.fixture(scope="module")
def judged(model: LanguageModel) -> tuple[Phrase, ...]:
    """The phrases with what is found for them."""
    return judge(PHRASES, model)


def test_phrases_are_read_rightly_or_left_open(judged: tuple[Phrase, ...]) -> None:
    """Of several hundred phrases most have their value, and hardly one a wrong value."""
    count = Counter(one.verdict for one in judged)
    assert len(judged) >= LEAST_PHRASES
    assert count["right"] >= RIGHT * len(judged), count
    assert count["wrong"] <= WRONG * len(judged), count


ON_TEXTS = frozenset(
    {
        *("after_event", "after_told_date", "before_event", "century_before_christ"),
        *("day_beside_event", "day_of_relative_year", "duration", "duration_of_period", "each"),
        *("each_month", "end_of_year", "every_weekday", "half_year", "half_year_and_year"),
        *("mark_of_term", "middle_of_year", "part_of_day", "part_of_decade"),
        *("period_a_year_before", "quarter_a_year_before", "recent_or_coming", "reference"),
        *("relative_day_and_month", "season", "some_time", "spoken_year", "time_of_day"),
        "year_before_christ",
    }
)
"""Rules of which the held-out half says nothing: it has no phrase that one of them decides.

They decide in news texts, which rules may be written for, and how rightly is measured there alone
(`benchmarks/rules_in_data.py`). Some give an expression its kind and no value, as *each* and
*duration* do, and phrases count values. The list only shrinks: who writes a phrase for the half
takes the rule that decides it off.
"""


def test_every_rule_decides_on_what_it_was_not_written_for(judged: tuple[Phrase, ...]) -> None:
    """Each rule of dates is right in the half of the phrases held out, or is excused by name.

    None is excused that decides on any phrase of that half, be it wrongly.
    """
    decided = {rule for one in judged if one.held_out for rule in one.rules}
    held_out = {rule for rule, told in decisions(judged).items() if told[True]}
    rules = {rule.id for rule in date_rules(Lexicon("en"))}
    assert rules - ON_TEXTS <= held_out
    assert rules >= ON_TEXTS
    assert decided & ON_TEXTS == set()
    assert {"order_of_others", "year_of_end"} <= held_out
