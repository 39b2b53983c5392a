"""Quotation marks: which runs are found, and that no text can break the finder."""

import re

import pytest
from cost import SQUARE, STEPS, seconds_of
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.lexicons import Lexicon
from generator.language.quotation_marks import find_quoted_runs
from generator.model.text import Offsets, QuotedRun

CASES = {
    "curly": ("He said “we go” and left.", ["we go"]),
    "straight": ('He said "we go" and left.', ["we go"]),
    "two apostrophes": ("He said ''we go'' and left.", ["we go"]),
    "backticks": ("He said ``we go'' and left.", ["we go"]),
    "guillemets": ("Il dit « on y va » et part.", ["on y va"]),
    "guillemets of two angles": (
        "He said <<we go>>, and <<we stay.>> A << b",
        ["we go", "we stay."],
    ),
    "signs of another speaker": (">> HANNA: We go.\n>> LI: We stay.", []),
    "turned guillemets": ("Er sagt »wir gehen« und geht.", ["wir gehen"]),
    "low marks": ("Er sagt „wir gehen“ und geht.", ["wir gehen"]),
    "single curly": ("He said ‘we go’ and left.", ["we go"]),
    "single straight": ("He said 'we go' and left.", ["we go"]),
    "apostrophe inside": ("‘It’s the players’ fault,’ he said.", ["It’s the players’ fault,"]),
    "possessive plural": ("The leaders’ decision was ‘final’ then.", ["final"]),
    "only apostrophes": ("It's the boys' club, and that's Tom's.", []),
    "lost beginning": ("’Tis the ’90s, tell ’em ‘hello’ now.", ["hello"]),
    "lost g": ("He was 'keepin' it real' all day.", ["keepin' it real"]),
    "nested single": ("“He said ‘go’ to me,” she said.", ["He said ‘go’ to me,", "go"]),
    "nested double": ("‘He said “go” to me,’ she said.", ["He said “go” to me,", "go"]),
    "nested alike": (
        "‘You say you ‘know it’ all,’ she said.",
        ["You say you ‘know it’ all,", "know it"],
    ),
    "heights": ('He is 6\'3" tall and said "yes" twice.', ["yes"]),
    "mark-up": ('<a href="x.html">He</a> said "yes" twice.', ["yes"]),
    "wrong closing mark": ("He called it “a trap“ and left.", ["a trap"]),
    "no closing mark": ("He said “we go and left.", ["we go and left."]),
    "lost closing mark": ('He said "we go. Then "we stay" was heard.', ["we go. Then", "we stay"]),
    "closing mark on the wrong side of a blank": (
        '"We go, "she said, "and soon." Then she left.',
        ["We go,", "and soon."],
    ),
    "closing mark behind a dot and a blank, as elsewhere in the text": (
        '"We go. "She left. "And soon, "she said.\n"We stay. "',
        ["We go.", "And soon,", "We stay. "],
    ),
    "closing mark behind a blank, one sentence a line": (
        '"We go.\nWe all go, "she said.\n"We stay. "',
        ["We go.", "We all go,", "We stay. "],
    ),
    "straight inside straight": (
        '"He said, "Go," and left," she told us.',
        ['He said, "Go," and left,', "Go,"],
    ),
    "no opening mark": ("We go” was what he said.", []),
    "empty marks": ("He said “” and left.", []),
}


def runs_of(text: str) -> tuple[QuotedRun, ...]:
    """The runs of a text whose lines are its paragraphs."""
    places = [Offsets(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return find_quoted_runs(text, places, Lexicon("en"))


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_runs(text: str, expected: list[str]) -> None:
    """The words between the marks, outer runs before inner ones."""
    assert [text[r.start : r.end] for r in runs_of(text)] == expected


def test_outer_offsets_hold_the_marks() -> None:
    """A run knows its marks as well as its words."""
    text = "He said ``we go'' and left."
    run = runs_of(text)[0]
    assert text[run.outer_start : run.outer_end] == "``we go''"


def test_reopened_marks_go_on() -> None:
    """A quotation over paragraphs: each re-opened run says that it goes on."""
    runs = runs_of("“One day.\n“Two days.\n“Three days,” he said.")
    assert [r.continues for r in runs] == [False, True, True]
    assert [r.repaired for r in runs] == [True, True, False]


def test_a_paragraph_without_marks_may_stand_between() -> None:
    """A caption between two paragraphs of one quotation does not part them."""
    runs = runs_of("“One day.\nA picture of the day.\n“Two days,” he said.")
    assert [r.continues for r in runs] == [False, True]


def test_a_closing_mark_ends_what_the_paragraph_before_left_open() -> None:
    """Without a re-opened mark, the paragraph up to the closing mark belongs to the quotation."""
    text = "He said: “One day.\nTwo days.” Then he left."
    assert [text[r.start : r.end] for r in runs_of(text)] == ["One day.", "Two days."]


def test_a_bad_mark_costs_no_more_than_its_paragraph() -> None:
    """What stands in other paragraphs is found as if the bad one were whole."""
    good = "He said “we go” and left."
    spoilt = runs_of(
        "A “broken start.\nPlain words here, and many more of them, " + "on " * 80 + f"\n{good}"
    )
    assert spoilt[-1].end - spoilt[-1].start == len("we go")
    assert not spoilt[-1].continues


MARKS = st.sampled_from([*"“”\"'‘’«»„`‚‹› \n.,:;!?—-", "''", "``", "word", "it's", "6'2\"", "s’ "])


@settings(max_examples=400, deadline=None)
@given(st.lists(MARKS, max_size=60).map("".join))
def test_any_mix_of_marks(text: str) -> None:
    """No exception; every run lies in its paragraph, and runs nest or stand apart."""
    places = [Offsets(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    runs = find_quoted_runs(text, places, Lexicon("en"))
    for run in runs:
        assert 0 <= run.outer_start <= run.start < run.end <= run.outer_end <= len(text)
        assert any(p.start <= run.outer_start and run.outer_end <= p.end for p in places)
    for one in runs:
        for other in runs:
            apart = one.outer_end <= other.outer_start or other.outer_end <= one.outer_start
            within = one.start <= other.outer_start and other.outer_end <= one.end
            around = other.start <= one.outer_start and one.outer_end <= other.end
            assert one is other or apart or within or around


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """No text raises."""
    runs_of(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(MARKS, max_size=30).map("".join), st.lists(MARKS, max_size=30).map("".join))
def test_what_follows_changes_nothing_before(first: str, second: str) -> None:
    """A paragraph added at the end leaves the double marks' runs before it as they were."""
    head = f"{first.strip()}\n"
    double = {"“", '"', "„", "``"}
    before = [r for r in runs_of(head) if r.mark in double]
    after = [r for r in runs_of(head + second) if r.mark in double and r.outer_end <= len(head)]
    assert [(r.start, r.end) for r in before] == [(r.start, r.end) for r in after]


RUNS_OF_MARKS = [
    *"\"'“”‘’«»`„‚‹",
    'a "b" ',
    "“a ‘b ",
    "'a ",
    '1" ',
    "1' ",
    "a-",
    '<a b="',
    "s’ ",
    "'\n",
]


@pytest.mark.parametrize("piece", RUNS_OF_MARKS)
def test_what_a_text_costs_grows_with_its_length(piece: str) -> None:
    """Sixteen times the marks cost about sixteen times as much, where scanning costs 256 times."""
    short, long = piece * (1_000 // len(piece)), piece * (1_000 * STEPS // len(piece))
    assert seconds_of(lambda: runs_of(long)) < SQUARE * seconds_of(lambda: runs_of(short))
