"""What no parse can bear is told and left out; what can be read stays."""

import pytest
from handmade import make_document
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from generator.config.limits import LimitSettings
from generator.extract.annotate import find_annotations
from generator.extract.unparsable import find_noise, nesting, without_noise
from generator.language.pipeline import LanguageModel

LIMITS = LimitSettings()

NOISES = ['"' * 1000, "(" * 1000, "x" * 5000, "a " * 1000, "-=" * 500, "“‘" * 400]


@pytest.mark.parametrize("noise", NOISES)
def test_a_run_is_left_out_and_named(noise: str) -> None:
    """The words around it stay, at their offsets."""
    text = f"The dam was closed. {noise} The mayor said so."
    left = without_noise(text, find_noise(text, LIMITS))
    assert len(left) == len(text)
    assert left.split() == "The dam was closed. The mayor said so.".split()  # noqa: SIM905 read as a sentence
    assert find_noise(text, LIMITS)


def test_what_people_write_is_no_noise() -> None:
    """Rules of dashes, long addresses, lists of letters and marks are read."""
    text = f"{'-' * 80}\n{'. ' * 40}\nhttp://x.example/{'a' * 900}\nA B C D E F {'!' * 60}\n"
    assert find_noise(text, LIMITS) == ()
    assert without_noise(text, find_noise(text, LIMITS)) == text


@given(st.lists(st.sampled_from([*NOISES, "word ", "\n", " ", "é"]), max_size=6).map("".join))
def test_lines_and_offsets_stay(text: str) -> None:
    """Only characters that are no line ends become spaces, and what is left is no noise."""
    left = without_noise(text, find_noise(text, LIMITS))
    assert len(left) == len(text)
    assert all(a == b or (b == " " and a != "\n") for a, b in zip(text, left, strict=True))


WORDS = "The mayor of Tarn said on Monday that the dam would be closed."
PAST = {
    "sentence_tokens": ("he said that ", 80),
    "paragraph_tokens": ("He came. ", 100),
    "paragraph_marks": ("“Yes,” she said. ", 20),
    "paragraph_names": ("Ada Okoye met Bela Kiss. ", 20),
    "paragraph_nesting": ("(a “b «c (d) c» b” a) ", 2),
}


@pytest.mark.parametrize("limit", sorted(PAST))
def test_a_paragraph_past_a_limit_is_named(limit: str, model: LanguageModel) -> None:
    """It alone is not looked at; the warning has the limit, and raising it is enough."""
    unit, times = PAST[limit]
    document = make_document([WORDS, unit * times, WORDS], path="long.txt")
    high = LimitSettings()
    low = structs.replace(high, **{limit: 3 if limit == "paragraph_nesting" else 30})
    found = find_annotations(document, model=model, limits=low)
    alone = find_annotations(make_document([WORDS]), model=model)
    [warning] = found.warnings
    assert f"limits.{limit} " in warning
    assert "paragraph 2" in warning
    assert [s.text for s in found.statements] == 2 * [s.text for s in alone.statements]
    assert alone.statements
    assert find_annotations(document, model=model, limits=high).warnings == ()


def test_marks_without_a_pair_are_not_nested() -> None:
    """Smileys and lists of letters nest nothing; pairs do, whatever stands open around them."""
    assert nesting("a) b) c) " + ":( " * 50) == 0
    assert nesting("(a [b {c} “d”] (e)) ( [") == 3
    assert nesting("(" * 500 + "a" + ")" * 500) == 500


def test_a_hundred_thousand_marks_cost_themselves(model: LanguageModel) -> None:
    """Nothing but marks: named, and the paragraph beside them is read as if it stood alone."""
    document = make_document([WORDS, '"' * 100_000, WORDS], path="marks.txt")
    found = find_annotations(document, model=model)
    [warning] = found.warnings
    assert warning.startswith("a run of 100000 ")
    assert [s.text for s in found.statements] == 2 * [WORDS.partition("Monday ")[2].rstrip(".")]
    assert found.quotations == ()
