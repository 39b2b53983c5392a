"""Quotation marks: finds the runs between them, paragraph by paragraph.

Needed before the parse (long quotations are masked), for sentences (a quotation is not cut in two)
and by the quotation stage, so it lies below the wings. Double marks are paired first, then single
ones inside each region that the double ones leave, because only single marks can be apostrophes.
A bad mark never costs more than its paragraph, and no text raises an exception.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from generator.language.lexicons import load_words
from generator.model.text import Offsets, QuotedRun

DOUBLE = re.compile("``|''|[“”„‟\"«»]")
SINGLE = re.compile("['‘’‚‛‹›`]")
WIDE = frozenset({"``", "''"})
"""Double marks made of two characters."""
CLOSERS = {
    "“": frozenset({"”", '"', "“"}),
    "„": frozenset({"“", "”", "‟", '"'}),
    "‟": frozenset({"”"}),
    '"': frozenset({'"', "”", "“"}),
    "``": frozenset({"''", '"'}),
    "''": frozenset({"''"}),
    "«": frozenset({"»"}),
    "»": frozenset({"«"}),
}
"""What may close each opening mark; the mixed pairs occur where editors mix straight and curly."""
SINGLE_CLOSERS = {
    "‘": frozenset("’'‘"),
    "‛": frozenset("’"),
    "'": frozenset("'’"),
    "‚": frozenset("‘’"),
    "`": frozenset("'’"),
    "‹": frozenset("›"),
    "›": frozenset("‹"),
}
BEFORE_OPEN = frozenset("([{<—–-/=:|~*_>")
MARKUP = re.compile(r"""<[a-zA-Z/!][^<>\n]*>|\b[\w-]+=(?:"[^"\n]*"|'[^'\n]*')""")
"""Tags and their attributes, whose marks are not quotation marks."""
CAPTION = 200
"""Characters; a shorter paragraph without marks may stand between two of one quotation."""
SPEECH_ENDS = frozenset(".!?…—–-)”’\"'")
INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")
AFTER_CLOSE = frozenset(".,;:!?)]}—–-/…|*_<")


class _Mark(Struct, frozen=True):
    start: int
    end: int
    text: str
    opens: bool
    closes: bool


class _Pair(Struct, frozen=True):
    opened: _Mark
    end: int
    outer_end: int
    repaired: bool = False
    continues: bool = False


def find_quoted_runs(text: str, paragraphs: Iterable[Offsets]) -> tuple[QuotedRun, ...]:
    """The quoted runs of `text`, in reading order; a run never reaches over its paragraph's end."""
    places = sorted(paragraphs)
    pairs: list[_Pair] = []
    waiting: _Pair | None = None
    for index, place in enumerate(places):
        following = places[index + 1] if index + 1 < len(places) else None
        found, waiting = _pair_paragraph(text, place, following, waiting)
        pairs.extend(found)
    return tuple(_as_runs(pairs))


def _as_runs(pairs: Iterable[_Pair]) -> list[QuotedRun]:
    runs: list[QuotedRun] = []
    ends: list[int] = []
    for p in sorted(pairs, key=lambda p: (p.opened.start, -p.outer_end)):
        if p.end <= p.opened.end:
            continue
        while ends and ends[-1] <= p.opened.start:
            ends.pop()
        depth = len(ends)
        ends.append(p.outer_end)
        start, outer = p.opened.end, p.opened.start
        run = (start, p.end, outer, p.outer_end, p.opened.text)
        runs.append(QuotedRun(*run, depth, p.continues, p.repaired))
    return runs


def _pair_paragraph(
    text: str, place: Offsets, following: Offsets | None, waiting: _Pair | None
) -> tuple[list[_Pair], _Pair | None]:
    """The pairs of one paragraph, and the run that it leaves open for the next."""
    markup = [m.span() for m in _matches(MARKUP, text, place)]
    found = [
        m
        for m in _matches(DOUBLE, text, place)
        if not _inches(text, m.start()) and not any(a <= m.start() < b for a, b in markup)
    ]
    marks = [_look_at(text, m.start(), m.end(), place) for m in found]
    doubles = _pair_doubles(text, marks, place, waiting)
    singles = [
        p
        for region in _regions(place, doubles)
        for p in _pair_singles(text, region, place, waiting, markup)
    ]
    pairs = doubles + singles
    if not pairs and waiting and place.end - place.start < CAPTION:
        return [], waiting
    open_end = _last_open(text, pairs, place)
    if open_end and open_end.opened.text in SINGLE_CLOSERS and not _re_opens(text, following):
        pairs, open_end = [p for p in pairs if p is not open_end], None
    return pairs, open_end


def _matches(pattern: re.Pattern[str], text: str, place: Offsets) -> Iterable[re.Match[str]]:
    return pattern.finditer(text, place.start, place.end)


def _inches(text: str, at: int) -> bool:
    """Whether the mark is the inches of a height, as in six feet three."""
    return text[at] == '"' and bool(INCHES.search(text[max(0, at - 6) : at]))


def _look_at(text: str, start: int, end: int, place: Offsets) -> _Mark:
    """Which way a mark can face, judged by the characters beside it."""
    mark = text[start:end]
    before = text[start - 1] if start > place.start else " "
    after = text[end] if end < place.end else " "
    free_left = before.isspace() or before in BEFORE_OPEN or bool(re.match(r"[“‘„«\"'`]", before))
    free_right = after.isspace() or after in AFTER_CLOSE or bool(re.match(r"[”’»\"']", after))
    if mark in {"“", "”", "``", "„", "‟", "‘", "‚", "‛"}:
        return _facing(mark, start, end, free_left=free_left, free_right=free_right)
    opens, closes = free_left and not after.isspace(), free_right and not before.isspace()
    if mark in "«»‹›":
        normal = mark in "«‹"
        turned = closes and not free_left if normal else opens and not free_right
        return _Mark(start, end, mark, opens=normal != turned, closes=normal == turned)
    if opens == closes:
        inside = before in BEFORE_OPEN and after in AFTER_CLOSE
        return _Mark(start, end, mark, opens=not inside or opens, closes=True)
    return _Mark(start, end, mark, opens=opens, closes=closes)


def _facing(mark: str, start: int, end: int, *, free_left: bool, free_right: bool) -> _Mark:
    """A mark whose shape says its side, unless the blanks beside it clearly say the other."""
    if mark == "”":
        turned = free_left and not free_right
        return _Mark(start, end, mark, opens=turned, closes=not turned)
    closes = mark in "“‟‘" and free_right and not free_left
    return _Mark(start, end, mark, opens=not closes, closes=closes)


def _pair_doubles(
    text: str, marks: Sequence[_Mark], place: Offsets, waiting: _Pair | None
) -> list[_Pair]:
    pairs: list[_Pair] = []
    stack: list[_Mark] = []
    for at, mark in enumerate(marks):
        match = next((i for i in reversed(range(len(stack))) if _fits(stack[i], mark)), None)
        if mark.closes and match is not None and not (mark.opens and _reopens(stack[-1], mark)):
            pairs.extend(_broken(text, lost, mark.start) for lost in stack[match + 1 :])
            pairs.append(_Pair(stack[match], mark.start, mark.end))
            del stack[match:]
        elif mark.opens:
            if stack and _same_kind(stack[-1], mark) and not _nests(marks[at:]):
                pairs.append(_broken(text, stack.pop(), mark.start))
            stack.append(mark)
        elif waiting and not pairs and not stack and _fits(waiting.opened, mark):
            begin = _Mark(place.start, place.start, waiting.opened.text, opens=True, closes=False)
            pairs.append(_Pair(begin, mark.start, mark.end, repaired=True, continues=True))
    pairs.extend(_broken(text, lost, place.end) for lost in stack)
    return _mark_continued(text, pairs, place, waiting)


def _fits(opened: _Mark, mark: _Mark) -> bool:
    return mark.closes and mark.text in CLOSERS.get(opened.text, frozenset({'"', "”"}))


def _reopens(opened: _Mark, mark: _Mark) -> bool:
    """A mark that could face either way closes what is open, unless the shapes differ."""
    return opened.text != mark.text and mark.text == '"' and opened.text == "“"


def _same_kind(opened: _Mark, mark: _Mark) -> bool:
    return opened.text == mark.text


def _nests(marks: Sequence[_Mark]) -> bool:
    """Whether two closing marks follow before the next opening one, as around a run inside."""
    closing = 0
    for mark in marks[1:]:
        if mark.opens and not mark.closes:
            break
        closing += mark.closes
    return closing >= 2


def _broken(text: str, opened: _Mark, limit: int) -> _Pair:
    """A run whose closing mark is missing: it ends where the next begins, or with the paragraph."""
    end = opened.end + len(text[opened.end : limit].rstrip())
    return _Pair(opened, end, end, repaired=True)


def _mark_continued(
    text: str, pairs: list[_Pair], place: Offsets, waiting: _Pair | None
) -> list[_Pair]:
    """Say of the paragraph's first run that it goes on with the one left open before."""
    if waiting is None or not pairs:
        return pairs
    first = min(pairs, key=lambda p: p.opened.start)
    lead = text[place.start : first.opened.start].strip()
    if lead or first.continues:
        return pairs
    going_on = _Pair(first.opened, first.end, first.outer_end, first.repaired, continues=True)
    return [going_on if p is first else p for p in pairs]


def _last_open(text: str, pairs: Sequence[_Pair], place: Offsets) -> _Pair | None:
    limit = place.start + len(text[place.start : place.end].rstrip())
    left = [p for p in pairs if p.repaired and p.end == p.outer_end and p.end >= limit]
    return min(left, key=lambda p: p.opened.start, default=None)


def _re_opens(text: str, following: Offsets | None) -> bool:
    """Whether the next paragraph begins with a single mark, as a quotation that goes on does."""
    lead = text[following.start : following.end].lstrip()[:1] if following else ""
    return lead in {"‘", "'"}


def _regions(place: Offsets, doubles: Sequence[_Pair]) -> list[list[Offsets]]:
    """The stretches in which single marks may pair: inside each double run, and outside of all."""
    owners: dict[int, list[Offsets]] = {}
    ordered = sorted(doubles, key=lambda p: (p.opened.start, -p.outer_end))
    edges = sorted(
        {
            place.start,
            place.end,
            *(p.opened.start for p in ordered),
            *(p.outer_end for p in ordered),
        }
        | {p.opened.end for p in ordered}
        | {p.end for p in ordered}
    )
    for start, end in pairwise(edges):
        inside = [i for i, p in enumerate(ordered) if p.opened.end <= start and end <= p.end]
        in_mark = any(
            (p.opened.start <= start < p.opened.end) or (p.end <= start < p.outer_end)
            for p in ordered
        )
        if not in_mark:
            owners.setdefault(inside[-1] if inside else -1, []).append(Offsets(start, end))
    return [owners[key] for key in sorted(owners)]


def _pair_singles(
    text: str,
    region: Sequence[Offsets],
    place: Offsets,
    waiting: _Pair | None,
    markup: Sequence[tuple[int, int]],
) -> list[_Pair]:
    marks = [
        _look_at(text, m.start(), m.end(), place)
        for part in region
        for m in _matches(SINGLE, text, part)
        if not _apostrophe(text, m, place) and not any(a <= m.start() < b for a, b in markup)
    ]
    within = Offsets(place.start, region[-1].end if region else place.end)
    return _mark_continued(text, _pair_listed(text, marks, within), place, waiting)


def _pair_listed(text: str, marks: Sequence[_Mark], place: Offsets) -> list[_Pair]:
    pairs: list[_Pair] = []
    at = 0
    while at < len(marks):
        mark = marks[at]
        close = _closing_single(text, marks, at) if mark.opens else None
        if close is not None:
            pairs.append(_Pair(mark, marks[close].start, marks[close].end))
            inside = Offsets(place.start, marks[close].start)
            pairs.extend(_pair_listed(text, marks[at + 1 : close], inside))
            at = close
        elif mark.opens and _opens_paragraph(text, mark, place):
            pairs.append(_broken(text, mark, place.end))
        at += 1
    return pairs


def _opens_paragraph(text: str, mark: _Mark, place: Offsets) -> bool:
    """Whether a mark opens what fills a paragraph to its end, as a quotation that goes on."""
    last = text[place.start : place.end].rstrip()[-1:]
    before = text[place.start : mark.start].rstrip()[-1:]
    leads = ":,.!?" if mark.text == "‘" else ":,"
    return (not before or before in leads) and last in SPEECH_ENDS


def _apostrophe(text: str, match: re.Match[str], place: Offsets) -> bool:
    """Whether a single mark can be nothing but an apostrophe, a minute sign or a lost accent."""
    mark, start, end = match.group(), match.start(), match.end()
    before = text[start - 1] if start > place.start else " "
    after = text[end] if end < place.end else " "
    if mark in "‹›‚":
        return False
    if before.isalnum() and after.isalnum():
        return True
    if mark in "'’‘" and not before.isalnum() and after.isalnum():
        word = re.match(r"\d{2}s?\b|[^\W\d_]+", text[end : min(end + 12, place.end)])
        elided = load_words("elisions", "en")
        return word is not None and (word.group().lower() in elided or word.group()[0].isdigit())
    return mark == "'" and before.isdigit() and after.isspace() and "‘" in text[: place.end]


def _closing_single(text: str, marks: Sequence[_Mark], at: int) -> int | None:
    """The index of the mark that closes `marks[at]`; a possessive only if nothing else can."""
    wanted = SINGLE_CLOSERS.get(marks[at].text, frozenset())
    doubtful: int | None = None
    inside = 0
    for i in range(at + 1, len(marks)):
        mark = marks[i]
        if mark.opens and not mark.closes:
            if doubtful is not None and not inside:
                return doubtful
            inside += mark.text in SINGLE_CLOSERS
        elif mark.text not in wanted or not mark.closes:
            continue
        elif _possessive(text, mark):
            doubtful = i if doubtful is None and not inside else doubtful
        elif inside:
            inside -= 1
        else:
            return i
    return doubtful


def _possessive(text: str, mark: _Mark) -> bool:
    """Whether a mark may be a plural's possessive or a lost g: a word follows, no stop before."""
    before = text[mark.start - 3 : mark.start]
    ending = before[-1:] in set("sSzxZX") or bool(re.fullmatch(r"\w[iI][nN]", before))
    return ending and bool(re.match(r"\s[^\W_]", text[mark.end : mark.end + 2]))
