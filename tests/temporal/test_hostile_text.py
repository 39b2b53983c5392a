"""Time needed for texts made to be slow: each pattern of the grammar ends in time."""

import time

import pytest

from generator.language.lexicons import Lexicon
from generator.temporal import find_full_dates, find_readings

LENGTH = 20_000
LONGEST = 100_000
MOST_SECONDS = 20
PIECES = [
    "1", "1,000,", "1/", "1.", "10:", " ", "\t \n", "the ", "May ", "first ",
    "two hundred and ", "twenty-", "Monday, ", "the end of ", "the day before ", "last ",
    "days after ", "½", "(", "two weeks before ", "May 1 to ", "1-",
]  # fmt: skip
SLOWEST = ["the third Tuesday of ", "1,", "1990-"]
RUNS = [*((piece, LENGTH) for piece in PIECES), *((piece, LONGEST) for piece in SLOWEST)]


@pytest.mark.parametrize(("piece", "length"), RUNS)
def test_a_long_run_of_one_piece_is_read_in_time(piece: str, length: int) -> None:
    """Up to a hundred thousand characters of the same few words cost seconds at most."""
    text = (piece * (length // len(piece) + 1))[:length] + "!"
    begun = time.process_time()
    for _ in find_readings(text, 0, len(text), lexicon=Lexicon("en")):
        pass
    for _ in find_full_dates(text, 0, len(text)):
        pass
    assert time.process_time() - begun < MOST_SECONDS
