"""Quotation marks: finds the runs between them, paragraph by paragraph.

Needed before the parse (long quotations are masked), for sentences (a quotation is not cut in two)
and by the quotation stage, so it lies below the wings.
"""

from collections.abc import Iterable

from generator.model.text import Offsets, QuotedRun

PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“"}


def find_quoted_runs(text: str, paragraphs: Iterable[Offsets]) -> tuple[QuotedRun, ...]:
    """The quoted runs of `text`, in reading order; a run never reaches over its paragraph's end."""
    runs: list[QuotedRun] = []
    for paragraph in paragraphs:
        opened: int | None = None
        for i in range(paragraph.start, paragraph.end):
            if opened is None and text[i] in PAIRS:
                opened = i
            elif opened is not None and text[i] == PAIRS[text[opened]]:
                runs.append(QuotedRun(opened + 1, i, opened, i + 1, text[opened]))
                opened = None
    return tuple(runs)
