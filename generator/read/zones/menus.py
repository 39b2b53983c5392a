"""The passes for what a page shows around its article: menus above, other pieces below."""

from collections.abc import Sequence
from itertools import islice, takewhile

from generator.language.lexicons import Lexicon
from generator.model.rules import ZoneRule
from generator.model.words import first_word
from generator.model.zones import SIGNED
from generator.read.bylines import is_masthead, words_of
from generator.read.zones.draft import ITEM_WORDS, Draft, find_headword, is_capitals, is_long
from generator.temporal import find_full_date

LEAST_ITEMS, BESIDE_ITEMS = 5, 2
"""So many entries in a row make a menu, and so many beside what surely is the page's."""
LEAST_SECTIONS = 3
ENTRIES_ABOVE = 3
"""Entries of a menu above a headline that is signed; fewer may be a headline of few words."""
NAVIGATION: frozenset[ZoneRule] = frozenset({"menu", "subscription", "press_release_label"})
"""Rules of lines above a headline."""
LETTERHEAD_WORDS = 6
TEASER_WORDS = 12
"""A headline of another piece, below the story, has at most this many words."""


def mark_menus(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """Rows of bare words above the story, and what follows the page's own lines below it."""
    out = list(drafts)
    lines = [text[d.paragraph.start : d.paragraph.end] for d in drafts]
    story = [i for i, d in enumerate(drafts) if d.open and is_long(lines[i])]
    if not story:
        return out
    headword = find_headword(drafts, dict(enumerate(lines[: story[0]])), lines[story[0]])
    menu = _menu(drafts, lines, story[0]) + _sections(drafts, lines[: story[0]], lexicon)
    for i in (*menu, *_below(drafts, lines, story[-1])):
        if i == headword:
            continue
        out[i] = drafts[i].decided("boilerplate", "menu")
    return out


def _menu(drafts: Sequence[Draft], lines: Sequence[str], story: int) -> list[int]:
    """The entries of a menu above the story; boilerplate between them does not part them."""
    found: list[int] = []
    row: list[int] = []
    for i in range(story):
        heading = drafts[i].paragraph.marker.startswith("#")
        if drafts[i].open and not heading and is_item(lines[i]):
            row.append(i)
        elif drafts[i].kind != "boilerplate":
            found += _row(drafts, row)
            row = []
    return found + _row(drafts, row)


def _sections(drafts: Sequence[Draft], lines: Sequence[str], lexicon: Lexicon | None) -> list[int]:
    """*World Economy Culture Football*: lines of nothing but names of a paper's sections."""
    names = lexicon.words("section_names") if lexicon else frozenset[str]()
    words = [words_of(line.lower()) for line in lines]
    told = (len(one) >= LEAST_SECTIONS and names.issuperset(one) for one in words)
    return [i for i, one in enumerate(told) if one and drafts[i].open]


def below_menu(
    drafts: Sequence[Draft], lines: Sequence[str], told: Sequence[int], signed: frozenset[ZoneRule]
) -> int | None:
    """The line below a menu's entries that stands right above a byline or a day."""
    items = list(takewhile(lambda i: is_item(lines[i]), told))
    below = next(iter(told[len(items) :]), None)
    if below is None or not items or len(words_of(lines[below])) <= ITEM_WORDS:
        return None
    bare = all(len(words_of(lines[i])) == 1 for i in items)
    least = LEAST_ITEMS if any(map(str.isdigit, lines[below])) else ENTRIES_ABOVE
    if len(items) < least and not bare:
        return None
    own = (d for d in drafts[below + 1 :] if d.kind != "boilerplate")
    within = islice(own, 2)  # a deck may stand between
    return below if any(d.rule in signed for d in within) else None


def below_navigation(
    drafts: Sequence[Draft], lines: Sequence[str], told: Sequence[int], lexicon: Lexicon | None
) -> int | None:
    """The first longer line below all of the page's navigation that stands above who signed it.

    A site's name, its motto or a notice stand above the navigation then; a headline that stands
    there is said again below it.
    """
    story = next((i for i in told if is_long(lines[i])), 0)
    signed = next(
        (i for i, d in enumerate(drafts) if d.kind in SIGNED or d.rule == "source_line"),
        story,
    )
    found = _below_ways(drafts, lines, told, signed)
    above = [i for i in told if i < signed]
    if found is None:
        found = _below_ways(drafts, lines, told, story)
        short = all(len(words_of(lines[i])) <= ITEM_WORDS for i in above)
        short = short or _is_letterhead([lines[i] for i in above], lexicon)
        found = found if found is not None and (short or is_capitals(lines[found])) else None
    if found is None:
        return _below_name(drafts, lines, told[:1], range(signed + 1, story))
    again = any(lines[i].startswith(lines[found]) for i in above if i < found)
    return None if again else found


def _is_letterhead(lines: Sequence[str], lexicon: Lexicon | None) -> bool:
    """*Works Department of Norwick* and its address: a body's name over lines of few words."""
    short = all(len(words_of(line)) <= LETTERHEAD_WORDS for line in lines)
    return short and any(lexicon is not None and is_masthead(line, lexicon) for line in lines[:1])


def _below_name(
    drafts: Sequence[Draft], lines: Sequence[str], first: Sequence[int], between: range
) -> int | None:
    """The one longer line between a day and the story, where a name of few words stands on top."""
    names = [words_of(lines[i]) for i in first]
    named = all(len(words) <= ITEM_WORDS and all(w[:1].isupper() for w in words) for words in names)
    longer = [
        i
        for i in between
        if drafts[i].open and len(words_of(lines[i])) > ITEM_WORDS and lines[i][-1:].isalnum()
    ]
    return longer[0] if names and named and len(longer) == 1 else None


def _below_ways(
    drafts: Sequence[Draft], lines: Sequence[str], told: Sequence[int], end: int
) -> int | None:
    """The first longer line between the last of the navigation and a line, with others above."""
    ways = [i for i in range(end) if _is_navigation(drafts[i], lines[i])]
    above = any(i < ways[0] for i in told) if ways else False
    below = (i for i in told if above and ways[-1] < i < end)
    return next((i for i in below if len(words_of(lines[i])) > ITEM_WORDS), None)


def _is_navigation(draft: Draft, line: str) -> bool:
    """Whether a line leads to other pages, or is the label over a press release."""
    return draft.rule in NAVIGATION and any(c.isalpha() for c in line)


def mark_head_lines(
    text: str, drafts: Sequence[Draft], headline: int, lexicon: Lexicon | None
) -> list[Draft]:
    """Entries of a menu above the headline, and rows of short lines between the head and the story.

    Below a byline or a day they are points of a summary, or what stands at a picture, where the
    page's own lines were copied as well; a text by itself may have a table of facts there.
    """
    out = list(drafts)
    lines = [text[d.paragraph.start : d.paragraph.end] for d in drafts]
    story = next((i for i, d in enumerate(drafts) if d.open and is_long(lines[i])), 0)
    head = [i for i in range(headline + 1, story) if drafts[i].kind in SIGNED]
    row = [i for i in range(max(head, default=story), story) if drafts[i].open]
    ways = [i for i in range(headline) if _is_navigation(drafts[i], lines[i])]
    first = ways[0] if ways else 0
    dated = max((i for i in range(headline) if drafts[i].kind == "dateline"), default=0)
    above = [
        i
        for i in range(headline)
        if drafts[i].open
        and (i < first or is_item(lines[i]) or (i < dated and _is_teaser(lines[i])))
    ]
    copied = above or any(d.kind == "boilerplate" for d in drafts[:story])
    short = len(row) >= BESIDE_ITEMS and all(_is_teaser(lines[i]) for i in row)
    row = row if copied and short else []
    for i in (*above, *row):
        again = text.count(lines[i]) > 1 or _is_the_paper(lines[i], lexicon)
        site = i == 0 and again and len(words_of(lines[i])) <= ITEM_WORDS
        issued = i == 0 and drafts[1].rule == "press_release_label"  # by the body above it
        issued = issued and lexicon is not None and is_masthead(lines[0], lexicon)
        out[i] = drafts[i].decided("boilerplate", "masthead" if site or issued else "menu")
    return out


def _is_the_paper(line: str, lexicon: Lexicon | None) -> bool:
    """*The Norwick Post*, with its article: *Local News* is a section."""
    articles = lexicon.group("definite_articles") if lexicon else frozenset[str]()
    named = first_word(line).lower() in articles
    return named and lexicon is not None and is_masthead(line, lexicon)


def mark_letterhead(text: str, drafts: Sequence[Draft], _lexicon: Lexicon | None) -> list[Draft]:
    """Short lines between a date or a contact and a telephone number: a press office's address."""
    out = list(drafts)
    for i in range(1, len(drafts) - 1):
        line = text[drafts[i].paragraph.start : drafts[i].paragraph.end]
        below_date = out[i - 1].kind == "dateline" or out[i - 1].rule == "contact_details"
        short = drafts[i].open and len(words_of(line)) <= LETTERHEAD_WORDS
        if short and below_date and drafts[i + 1].rule == "contact_details":
            out[i] = drafts[i].decided("boilerplate", "contact_details")
    return out


def _row(drafts: Sequence[Draft], row: list[int]) -> list[int]:
    """A row that is long enough, or that stands beside what surely is the page's."""
    around = {drafts[j].kind for i in row for j in (i - 1, i + 1) if 0 <= j < len(drafts)}
    beside = "boilerplate" in around
    return row if len(row) >= (BESIDE_ITEMS if beside else LEAST_ITEMS) else []


def _below(drafts: Sequence[Draft], lines: Sequence[str], story: int) -> list[int]:
    """Short lines without a full stop after the first line below the story that is the page's."""
    page = (i for i in range(story + 1, len(drafts)) if _is_pages(drafts[i]))
    first = next(page, len(drafts))
    above = range(first - 1, story, -1)
    tags = list(takewhile(lambda i: drafts[i].open and is_item(lines[i]), above))
    if first < len(drafts) and len(tags) >= BESIDE_ITEMS:
        first -= len(tags)
    rest = range(first, len(drafts))
    return [i for i in rest if drafts[i].open and _is_teaser(lines[i])]


def _is_pages(draft: Draft) -> bool:
    """Whether a line is the page's own: also who wrote it, said again below the story."""
    return draft.kind == "boilerplate" or draft.rule == "byline"


def is_item(line: str) -> bool:
    """Whether a line is a word or three without a mark at its end, as an entry of a menu is."""
    short = len(words_of(line)) <= ITEM_WORDS
    plain = line[-1:].isalnum() and not line[:1].isdigit() and ":" not in line
    return short and plain and find_full_date(line, 0, len(line)) is None


def _is_teaser(line: str) -> bool:
    return len(words_of(line)) <= TEASER_WORDS and line[-1:] not in '.!”"'
