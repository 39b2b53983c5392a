"""Where the lines of a printed page stand, and in which order they are read: column by column."""

from collections.abc import Sequence

from msgspec import Struct

SAME_LINE = 0.5
"""Two pieces stand on one line when they share this much of the lower one's height."""
WORD_GAP, PIECE_GAP = 1.0, 0.5
"""Letters drawn one after the other are one run when the gap between them is at most this share of
their height; runs that are drawn apart need a smaller one, for a gutter may lie between them."""
MIDDLE = (0.2, 0.8)
"""The part of the width in which a gutter between columns may lie."""
SPACE = 0.1
"""A gap of at least this share of the height is a space."""
STEPS = 60
CROSSING = 0.3
"""At most this share of the lines may cross a gutter, such as a headline over two columns."""
COLUMN_LINES = 3
LEAST_NUMBERED = 5
MARGIN = 20
"""Points from the left edge in which the numbers of lines stand, one or two digits wide."""
MOST_DEPTH = 4


class Line(Struct, frozen=True):
    """A line, or a piece of one: its box in points from the lower left corner, its text, its page.

    The text goes to the right of `left` and below `top`.
    """

    left: float
    bottom: float
    right: float
    top: float
    text: str
    page: int

    @property
    def height(self) -> float:
        """How high the line's letters are."""
        return self.top - self.bottom


def without_line_numbers(fragments: Sequence[Line]) -> list[Line]:
    """The pieces of a page without the numbers of its lines, which count down its left edge."""
    edge = min((piece.left for piece in fragments), default=0.0)
    numbers = sorted(
        (p for p in fragments if p.text.strip().isdecimal() and p.left <= edge + MARGIN),
        key=lambda piece: -piece.top,
    )
    counted = [int(p.text) for p in numbers] == list(range(1, len(numbers) + 1))
    if not counted or len(numbers) < LEAST_NUMBERED:
        return list(fragments)
    return [piece for piece in fragments if piece not in numbers]


def join_fragments(fragments: Sequence[Line]) -> list[Line]:
    """Pieces that stand side by side on one line, put together."""
    rows: list[list[Line]] = []
    for piece in sorted(fragments, key=lambda f: (-f.top - f.bottom, f.left)):
        if not piece.text.strip():
            continue
        if rows and _same_line(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line for row in rows for line in _join_row(sorted(row, key=lambda f: f.left))]


def _same_line(one: Line, other: Line) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared >= SAME_LINE * min(one.height, other.height)


def _join_row(row: list[Line]) -> list[Line]:
    joined = [row[0]]
    for piece in row[1:]:
        last = joined[-1]
        gap = piece.left - last.right
        if gap > PIECE_GAP * max(last.height, piece.height):
            joined.append(piece)
            continue
        space = " " if gap > SPACE * last.height and not last.text.endswith(" ") else ""
        joined[-1] = put_together(last, piece, space)
    return joined


def put_together(last: Line, piece: Line, space: str) -> Line:
    """Two pieces of one line as one."""
    return Line(
        min(last.left, piece.left),
        min(last.bottom, piece.bottom),
        max(last.right, piece.right),
        max(last.top, piece.top),
        last.text + space + piece.text,
        last.page,
    )


def goes_on(run: Line, letter: Line) -> bool:
    """Whether a letter stands on the run's line, right behind it."""
    gap = letter.left - run.right
    return _same_line(run, letter) and -run.height < gap <= WORD_GAP * run.height


def put_in_order(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """The lines as they are read; one that crosses a gutter ends the columns above it."""
    down = sorted(lines, key=lambda line: (-line.top, line.left))
    gutter = _gutter(down) if depth < MOST_DEPTH else None
    if gutter is None:
        return down
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in down:
        if line.left < gutter < line.right:
            ordered += put_in_order(left, depth + 1) + put_in_order(right, depth + 1)
            ordered.append(line)
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    return ordered + put_in_order(left, depth + 1) + put_in_order(right, depth + 1)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a strip of white stands between lines that lie beside each other."""
    if len(lines) < 2 * COLUMN_LINES:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float, float] | None = None
    for step in range(STEPS + 1):
        x = start + (end - start) * (MIDDLE[0] + (MIDDLE[1] - MIDDLE[0]) * step / STEPS)
        crossing = sum(line.left < x < line.right for line in lines)
        if crossing <= CROSSING * len(lines) and _side_by_side(lines, x):
            rank = (crossing, abs(x - (start + end) / 2), x)
            best = rank if best is None else min(best, rank)
    return best[2] if best else None


def _side_by_side(lines: Sequence[Line], x: float) -> bool:
    """Whether several lines left of `x` have one right of it at their side."""
    left = [line for line in lines if line.right <= x]
    right = [line for line in lines if line.left >= x]
    if min(len(left), len(right)) < COLUMN_LINES:
        return False
    high, low = max(r.top for r in right), min(r.bottom for r in right)
    return sum(low <= (one.top + one.bottom) / 2 <= high for one in left) >= COLUMN_LINES
