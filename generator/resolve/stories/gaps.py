"""Where a story ends in time: reports that are years apart tell of two events, however alike.

Only what a document states of its own date counts. An inferred date may come from other documents,
and then one of them could change a story that it does not touch.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.language.weights import load_count
from generator.model.text import Document
from generator.temporal import days_of_edtf

if TYPE_CHECKING:  # a build that has nothing to do is done without
    from numpy import float64
    from numpy.typing import NDArray


class PublicationWindow(Struct, frozen=True, order=True):
    """The days between which a document was published."""

    first: date
    last: date


def stated_period(document: Document) -> PublicationWindow | None:
    """When a document says that it was published; None where it does not, or leaves an end open."""
    stated = document.metadata.published
    first, last = (stated and days_of_edtf(stated.value)) or (None, None)
    return PublicationWindow(first, last) if first and last else None


def cut_at_gaps(
    members: Sequence[int], periods: Sequence[PublicationWindow | None], cosines: "NDArray[float64]"
) -> list[tuple[int, ...]]:
    """The members, cut where nothing was published for long; the periods and cosines are theirs.

    A document without a date goes with those that it is most alike on average, the earlier of
    equals.
    """
    import numpy as np  # noqa: PLC0415 slow to import: who has cosines has it already

    parts = _dated_parts(periods)
    if len(parts) < 2:
        return [tuple(members)]
    grown = [list(part) for part in parts]
    for place in range(len(members)):
        if periods[place] is None:
            alike = [float(cosines[place, part].mean()) for part in parts]
            grown[int(np.argmax(alike))].append(place)
    return [tuple(sorted(members[p] for p in part)) for part in grown]


def _dated_parts(periods: Sequence[PublicationWindow | None]) -> list[list[int]]:
    """The places of the dated documents, the earliest first, in parts with a long gap between."""
    dated = sorted((p, place) for place, p in enumerate(periods) if p is not None)
    most = load_count("stories.gap_days")
    parts: list[list[int]] = []
    latest = date.min
    for period, place in dated:
        if not parts or (period.first - latest).days > most:
            parts.append([])
        parts[-1].append(place)
        latest = max(latest, period.last)
    return parts
