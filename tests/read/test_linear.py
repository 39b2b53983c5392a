"""Reading takes time in proportion to the text, whatever the text."""

from pathlib import Path

import pytest
from cost import SQUARE, STEPS, seconds_of

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
SMALL = 1_500


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_time_grows_with_the_text(unit: str, ending: str, tmp_path: Path) -> None:
    """Sixteen times as much of a text that repeats takes about sixteen times as long."""
    path = tmp_path / f"a.{ending}"
    costs = []
    for size in (SMALL, SMALL * STEPS):
        path.write_text(f"A title of it\n\n{unit * (size // len(unit))}\n\nThe river rose.\n")
        costs.append(seconds_of(lambda: read_seeds(tmp_path)))
    assert costs[1] < SQUARE * costs[0]
