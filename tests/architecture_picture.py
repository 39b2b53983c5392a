"""Draws the picture of the house from the imports: ``docs/guide/architecture.svg``.

Rooms stand on the floors that the architecture test names, each with what lies in it. A line
leads from a room to one that it imports, unless the way by a room between them says the same.
``pytest tests/test_architecture_picture.py --update-golden`` writes it anew.
"""

import textwrap
from collections.abc import Iterator, Mapping
from html import escape

from msgspec import Struct
from test_architecture import FLOORS, arrows, modules, rooms

WIDTH, GAP, PADDING, LINE = 1120, 28, 10, 15
LETTER = 6.1
"""Width of a letter of the small text."""
HEAD, BETWEEN = 22, 46
"""Height of a room's name, and room between two floors for the lines."""
STYLE = (
    "text{font:12px sans-serif;fill:#1c2733}.n{font-weight:bold;font-size:14px}"
    "rect{fill:#f4f6f8;stroke:#5b6b7b}line{stroke:#5b6b7b;stroke-opacity:.55}"
)


class Box(Struct, frozen=True):
    """A room as it is drawn."""

    name: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


def room_arrows() -> dict[str, set[str]]:
    """Which room imports which, by the imports of their modules."""
    found: dict[str, set[str]] = {room: set() for floor in FLOORS for room in floor}
    for name, target in arrows():
        one, other = rooms(name)[0], rooms(target)[0]
        if one != other:
            found[one].add(other)
    return found


def drawn_arrows(arrows: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """The arrows that no way by another room implies."""

    def reached(room: str) -> set[str]:
        return {far for near in arrows[room] for far in ({near} | reached(near))}

    for room, targets in sorted(arrows.items()):
        implied = {far for near in targets for far in reached(near)}
        yield from ((room, target) for target in sorted(targets - implied))


def contents(room: str) -> tuple[str, ...]:
    """What lies in a room, its folders and files by name."""
    names = (name for name, _ in modules() if name.startswith(f"{room}."))
    return tuple(sorted({rooms(name)[1] for name in names}))


def boxes() -> list[Box]:
    """The rooms, the front doors at the top."""
    found: list[Box] = []
    top = float(GAP)
    for floor in reversed(FLOORS):
        width = round((WIDTH - GAP * (len(floor) + 1)) / len(floor), 1)
        letters = int((width - 2 * PADDING) / LETTER)
        texts = {r: tuple(textwrap.wrap(" · ".join(contents(r)), letters)) for r in sorted(floor)}
        height = HEAD + PADDING + LINE * max(len(lines) for lines in texts.values())
        for place, (room, lines) in enumerate(texts.items()):
            left = round(GAP + place * (width + GAP), 1)
            found.append(Box(room, lines, left, top, width, height))
        top += height + BETWEEN
    return found


def draw() -> str:
    """The picture as SVG."""
    placed = {box.name: box for box in boxes()}
    height = max(box.y + box.height for box in placed.values()) + GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img">',
        "<title>The rooms of the package generator and what imports what</title>",
        f'<style>{STYLE}</style><path fill="#fff" d="M0 0h{WIDTH}v{height:g}H0z"/>',
    ]
    for one, other in drawn_arrows(room_arrows()):
        parts.append(_line(placed[one], placed[other]))
    for box in placed.values():
        parts += _box(box)
    return "\n".join([*parts, "</svg>", ""])


def _line(one: Box, other: Box) -> str:
    start, end = one.x + one.width / 2, other.x + other.width / 2
    places = f'x1="{start:g}" y1="{one.y + one.height:g}" x2="{end:g}" y2="{other.y:g}"'
    return f"<line {places}><title>{one.name} imports {other.name}</title></line>"


def _box(box: Box) -> Iterator[str]:
    yield f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}"/>'
    left, y = box.x + PADDING, box.y + HEAD - 5
    yield f'<text class="n" x="{left:g}" y="{y:g}">{escape(box.name)}</text>'
    for number, line in enumerate(box.lines, start=1):
        yield f'<text x="{left:g}" y="{y + number * LINE:g}">{escape(line)}</text>'
