"""Reading takes time in proportion to the text, whatever the text."""

import time
from pathlib import Path

import pytest

from generator.read.seeds import read_seeds

UNITS = {
    "one-letter paragraphs": "a\n\n",
    "short paragraphs": "Aa bb\n\n",
    "headings": "# a\n",
    "stops": ". ",
    "stops in a row": ".",
    "quotations in one paragraph": "“A b.” ",
    "a dateline that does not end": "A-",
    "lines that go on": "The council voted late,\nand went on\n",
    "comments that do not end": "<!--",
    "spaces": " ",
    "letters": "A",
    "sentences": "The council voted late on Tuesday. A clerk said so. ",
}
SMALL, LARGE = 8_000, 32_000
LINEAR = 4 * 2.5
"""Four times the text may take four times as long, and more than twice that to be generous."""
NOISE = 0.1
"""Seconds below which nothing is measured."""


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_time_grows_with_the_text(unit: str, ending: str, tmp_path: Path) -> None:
    """Four times as much of a text that repeats takes about four times as long."""
    path = tmp_path / f"a.{ending}"
    seconds = []
    for size in (SMALL, LARGE):
        path.write_text(f"A title of it\n\n{unit * (size // len(unit))}\n\nThe river rose.\n")
        began = time.process_time()
        read_seeds(tmp_path)
        seconds.append(time.process_time() - began)
    assert seconds[1] < LINEAR * max(seconds[0], NOISE)
