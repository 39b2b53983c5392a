"""Block quotations with the name of who said them: each is a turn of that person."""

from collections.abc import Iterator, Sequence

from generator.model.text import Offsets, Turn, Zone
from generator.read.speakers.participants import FULL_NAME

BEHIND = (",", " (", " –", " —", " -", ":")
"""What may stand between a name and what its bearer is."""


def find_named_quotations(text: str, zones: Sequence[Zone]) -> Iterator[Turn]:
    """A turn for each block quotation that a full name stands above or below."""
    said: list[Offsets] = []
    above: Zone | None = None
    for zone in zones:
        if zone.rule == "named_block_quotation":
            said.append(Offsets(zone.start, zone.end))
        elif zone.rule == "name_beside_block_quotation" and said and not above:
            yield from _turn(text, zone, said)
            said = []
        else:
            yield from _turn(text, above, said)
            above, said = (zone if zone.rule == "name_beside_block_quotation" else None), []
    yield from _turn(text, above, said)


def _turn(text: str, zone: Zone | None, said: Sequence[Offsets]) -> Iterator[Turn]:
    name = FULL_NAME.match(text, zone.start, zone.end) if zone and said else None
    if zone is None or name is None:
        return
    behind = text[name.end() : zone.end]
    if behind.strip() and not behind.startswith(BEHIND):
        return
    words = behind.strip(" ,()–—-:")
    at = name.end() + behind.find(words)
    role = Offsets(at, at + len(words)) if words else None
    yield Turn(Offsets(*name.span()), None, person=True, role=role, said=tuple(said))
