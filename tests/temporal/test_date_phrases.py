"""Phrases that name dates, each in a news sentence: how many are right, and how many wrong."""

from collections import Counter

import pytest

from benchmarks.date_phrases import PHRASES, Phrase, judge
from generator.language.pipeline import LanguageModel

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
