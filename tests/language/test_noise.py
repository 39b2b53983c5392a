"""What no parse can bear is told and left out; what can be read stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.noise import find_noise, without_noise

NOISES = ['"' * 1000, "(" * 1000, "x" * 5000, "a " * 1000, "-=" * 500, "“‘" * 400]


@pytest.mark.parametrize("noise", NOISES)
def test_a_run_is_left_out_and_named(noise: str) -> None:
    """The words around it stay, at their offsets."""
    text = f"The dam was closed. {noise} The mayor said so."
    left = without_noise(text)
    assert len(left) == len(text)
    assert left.split() == "The dam was closed. The mayor said so.".split()  # noqa: SIM905
    assert find_noise(text)


def test_what_people_write_is_no_noise() -> None:
    """Rules of dashes, long addresses, lists of letters and marks are read."""
    text = f"{'-' * 80}\n{'. ' * 40}\nhttp://x.example/{'a' * 900}\nA B C D E F {'!' * 60}\n"
    assert find_noise(text) == ()
    assert without_noise(text) == text


@given(st.lists(st.sampled_from([*NOISES, "word ", "\n", " ", "é"]), max_size=6).map("".join))
def test_lines_and_offsets_stay(text: str) -> None:
    """Only characters that are no line ends become spaces, and what is left is no noise."""
    left = without_noise(text)
    assert len(left) == len(text)
    assert all(a == b or (b == " " and a != "\n") for a, b in zip(text, left, strict=True))
