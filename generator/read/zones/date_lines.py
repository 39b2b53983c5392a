"""Lines above the story that are little more than a date: when it came, and when it changed."""

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.language.lexicons import Lexicon
from generator.read.bylines import words_of
from generator.read.zones.boilerplate import find_phrase_rule
from generator.read.zones.draft import Draft, is_story
from generator.temporal import find_full_dates, find_open_orders

MOST_WORDS = 14
"""Of a line, for each date in it."""
WORD = re.compile(r"[^\W\d_]+")
NEARLY_ALL = 0.7
"""Of a line that ends in a full stop: *3 июня 2031 г.*"""
DATE_SHARE = 0.4
"""A line is a date line when its date makes up at least this share of it."""
PLACE_AND_DATE = re.compile(
    r"[A-Z][\w.’' -]{0,200}(?:,\s{0,9}[A-Z][\w.’' -]{0,200}){0,2},?\s{1,9}$"
)
DATE_PARTS = re.compile(r"\s[|·•/–—-]\s")
"""What parts day and source: *June 4, 2031 · Source: Norwick Trams*, *Post / 5:40 AM …*."""
TIME = re.compile(
    r",?\s{0,3}(?<![\w.])\d{1,2}[:.]\d\d(?![.\w]\d)(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: (?:[A-Z]{2,4}(?:[+-]\d{1,2})?|[+-]\d{4})\b)?,?"
)
CLOCK = re.compile(r"\b[ap]\.m\.$")
FIRST_PARAGRAPHS = 8
"""A line with little but a date is the document's own among so many first paragraphs."""


def mark_date_lines(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """Lines above the story that are little more than a date, or two: when it came and changed."""
    out = list(drafts)
    told = [i for i, d in enumerate(drafts) if d.kind != "boilerplate"]
    stories = [i for i in told if drafts[i].open and is_story(text, drafts[i])]
    above = list(takewhile(lambda i: i not in stories[1:2], told))  # the first may be a deck
    for i in above if len(above) > FIRST_PARAGRAPHS else told[:FIRST_PARAGRAPHS]:
        if drafts[i].open and _is_date_line(text, drafts[i], lexicon):
            out[i] = drafts[i].decided("dateline", "mostly_date")
    return out


def _is_date_line(text: str, draft: Draft, lexicon: Lexicon | None) -> bool:
    start, end = draft.paragraph.start, draft.paragraph.end
    line = text[start:end]
    full = ((first, last) for first, last, _ in find_full_dates(text, start, end))
    dates = sorted((*full, *find_open_orders(text, start, end)))
    lives = lexicon.group("words_of_a_life") if lexicon else frozenset()
    told = line.partition(" ")[0].lower().rstrip(":") in lives  # *Born 3 May 1928 Paris, France*
    if not dates or told or len(words_of(line)) > MOST_WORDS * len(dates):
        return False
    places = [start, *(at for first, last in dates for at in (first, last)), end]
    rest = [text[a:b] for a, b in zip(places[::2], places[1::2], strict=True)]
    placed = not rest[-1] and PLACE_AND_DATE.fullmatch(rest[0])
    framed = lexicon is not None and _is_frame(" ".join(rest), lexicon)
    framed = framed or find_phrase_rule(rest[-1].strip(), lexicon) == "contact_details"
    dated = sum(last - first for first, last in dates)
    if line[-1:] == "." and not CLOCK.search(line) and dated < NEARLY_ALL * len(line):
        return False
    parts = [TIME.sub("", part).strip() for part in DATE_PARTS.split(line)]
    apart = len(parts) > 1 and any(part == text[a:b] for a, b in dates for part in parts)
    return bool(placed) or framed or apart or dated >= DATE_SHARE * len(" ".join(line.split()))


def _is_frame(rest: str, lexicon: Lexicon) -> bool:
    """*-- Updated 0947 GMT (1747 HKT)*: what stands around a date says when it was put there."""
    zones = lexicon.words("time_zones")
    frame = lexicon.words("date_line_words")
    return all(w.lower() in frame or w in zones for w in WORD.findall(rest))
