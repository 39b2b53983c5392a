"""Passes for what stands above the story and between its parts: headline, standfirst, subheads."""

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.language.lexicons import Lexicon
from generator.model.rules import ZoneRule
from generator.model.text import ZoneKind
from generator.model.words import first_word
from generator.model.zones import CAPTION, PERIPHERAL
from generator.read.bylines import (
    find_name_line,
    is_listed_forename,
    is_masthead,
    may_be_name,
    words_of,
)
from generator.read.transcripts import ENTRY
from generator.read.zones.draft import (
    EDIT,
    ITEM_WORDS,
    Draft,
    find_headword,
    is_capitals,
    is_long,
    is_story,
    is_title_case,
)
from generator.read.zones.menus import below_menu, below_navigation, mark_head_lines
from generator.read.zones.places import place_ends
from generator.read.zones.turns import TURN_BEGINS, mark_above_turns
from generator.temporal import find_full_date

HEADLINE_WORDS = 25
STANDFIRST_WORDS = 50
SUBHEAD_WORDS = 12
SIGNED: frozenset[ZoneRule] = frozenset({"byline", "mostly_date"})
"""A first line with one of these under it is a headline, however short the story is."""
BULLET = re.compile(r"[-•*–—]\s")
WIRED = re.compile(r"[A-Z][\w., ’-]{1,60} ?\([A-Z][\w&.’ -]{1,30}\) ?(?:--|[—–_])")
"""*NORWICK, MAY 12 (NPA)--*: a story begins, whatever its letters."""
NEW_SENTENCE = re.compile(r"[.!?]\s{1,9}[A-Z]")
NUMBERED = re.compile(r"[\w .]{2,30}: ?[\w/-]{0,20}\d{5,}")
"""*Release ID: 204411* is a label and a number."""
NOTE_MARK = re.compile(r"(?:\s?\[\d{1,3}\])+$")
CLOCK = re.compile(r"\d{1,2}[.:]\d\d\b")
LABEL = re.compile(r"[A-Z][\w .]{0,80}:\s")
LABELLED = re.compile(r"[A-Z][\w ]{1,30}:\s[A-Z][\w’'-]{1,30}\.? [A-Z]")
LEAST_STANDFIRST_WORDS, LEAST_DECK_WORDS = 6, 4
"""A line right above the byline is a deck, however short."""
SIGNED_WITHIN = 3
"""Lines below the headline among which one with nothing but names is a byline."""
TRADE_WORDS = 3
NAME_WORDS = 4
TELLING_WORDS = 3
"""Words of a record's title; *12th meeting* is none."""
LEAST_REPEATED = 4
"""Words of a line that is told to be the headline once more."""
LEAST_TITLE = 3
"""Words of a headline that stands below the site's own name."""
SITE_HEAD: frozenset[ZoneRule] = frozenset({"subscription", "page_boilerplate"})
"""Rules of lines that stand under a site's name and not under a headline."""
LETTERHEAD = 4
"""Lines at most of names of bodies over a headline."""
FIRST_LINES = 5
"""The headline is among so many first lines that are not the page's own."""


def mark_headings(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """Markdown headings, the headline and the standfirst."""
    out = _markdown_headings(drafts)
    headline = _headline(text, out, lexicon)
    if headline is None:
        given = next((i for i, d in enumerate(out) if d.kind == "headline"), None)
        if given is None:
            return out
        out, _ = _without_masthead(text, _recorded(out, given), given, lexicon)
        return _signed(text, out, given, lexicon)
    out, headline = _without_masthead(text, out, headline, lexicon)
    out[headline] = out[headline].decided("headline", "first_line")
    out = mark_above_turns(text, out, headline)
    kicker = next((i for i, d in enumerate(out[:headline]) if d.open), None)
    if kicker is not None and _is_kicker(text, out[kicker]):
        out[kicker] = out[kicker].decided("boilerplate", "kicker")
    out = mark_head_lines(text, out, headline, lexicon)
    out = _repeated(text, out, headline)
    out = _signed(text, out, headline, lexicon)
    standfirst = _standfirst(text, out, headline, lexicon)
    if standfirst is not None:
        out[standfirst] = out[standfirst].decided("standfirst", "below_headline")
    return out


def _markdown_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """The first level is the headline's, or where a text begins with another, that heading."""
    out = list(drafts)
    open_ones = [i for i, d in enumerate(drafts) if d.open]
    headings = [i for i in open_ones if drafts[i].paragraph.marker.startswith("#")]
    first = all(drafts[i].paragraph.marker != "#" for i in headings) and headings[:1]
    for i in headings:
        top = drafts[i].paragraph.marker == "#" or (first == [i] and i == open_ones[0])
        kind: ZoneKind = "headline" if top else "subhead"
        out[i] = drafts[i].decided(kind, "markdown_heading")
    return out


def _recorded(drafts: list[Draft], headline: int) -> list[Draft]:
    """What stands above a headline that an archive labels is the archive's."""
    label = drafts[headline].rule
    if label == "archive_label":
        for i in (i for i, d in enumerate(drafts[:headline]) if d.open):
            drafts[i] = drafts[i].decided("boilerplate", label)
    return drafts


def _signed(text: str, drafts: list[Draft], headline: int, lexicon: Lexicon | None) -> list[Draft]:
    """A line with nothing but names between the headline and the date or the story: a byline.

    The page's own lines and one with the writers' role may stand between.
    """
    passed = CAPTION | {"boilerplate"}
    under_head = ((i, drafts[i]) for i in range(headline + 1, len(drafts)))
    below = [i for i, d in under_head if d.kind not in passed and d.rule != "reporting_credit"]
    if lexicon is None:
        return drafts
    roles = lexicon.words("byline_roles") | lexicon.words("publication_nouns")
    for at, i in enumerate(below[:SIGNED_WITHIN]):
        line = text[drafts[i].paragraph.start : drafts[i].paragraph.end]
        if drafts[i].kind == "dateline":
            continue
        if not drafts[i].open or (is_long(line) and at):
            break
        following = below[at + 1 : at + 3]
        under = [i for i in following[:1] if drafts[i].open]
        trade = [i for i in under if _is_trade(text, drafts[i], roles) or _again(text, drafts[i])]
        after = following[len(trade) :][:1]
        dated = bool(after) and drafts[after[0]].kind == "dateline"
        turn = bool(after) and drafts[after[0]].rule in TURN_BEGINS
        told = bool(after) and not turn and is_story(text, drafts[after[0]])
        known = is_listed_forename(first_word(line))
        names = find_name_line(line, lexicon)
        alone = len(names) == 1 and at == 0 and told and may_be_name(line, text, lexicon)
        given = alone or (known and (told or bool(trade)))
        several = known and len(names) > 1 and at == 0 and bool(after)
        if names and (given or several or (dated and (at == 0 or known))):
            drafts[i] = drafts[i].decided("bio", "byline")
            for j in trade:
                drafts[j] = drafts[j].decided("boilerplate", "among_boilerplate")
            break
    return drafts


def _again(text: str, draft: Draft) -> bool:
    """Whether a short line stands in the text once more, in any capitals: the paper's name."""
    line = text[draft.paragraph.start : draft.paragraph.end].lower()
    return 1 < len(words_of(line)) <= NAME_WORDS and text.lower().count(line) > 1


def _is_trade(text: str, draft: Draft, roles: frozenset[str]) -> bool:
    """*Staff writers*: words that say what writers are, and no others."""
    words = words_of(text[draft.paragraph.start : draft.paragraph.end].lower())
    return draft.open and 0 < len(words) <= TRADE_WORDS and roles.issuperset(words)


def _repeated(text: str, drafts: list[Draft], headline: int) -> list[Draft]:
    """The headline once more, on a line or more, as under the title of a page pasted whole."""
    out = list(drafts)
    words = words_of(text[drafts[headline].paragraph.start : drafts[headline].paragraph.end])
    below = range(headline + 1, len(drafts))
    first = next((i for i in below if out[i].open and _says_again(text, out[i], words)), len(out))
    for i in range(first, len(out)):
        line = words_of(text[drafts[i].paragraph.start : drafts[i].paragraph.end])
        if not out[i].open or not words or line != words[: len(line)]:
            break
        out[i] = drafts[i].decided("boilerplate", "headline_again")
        words = words[len(line) :]
    return out


def _says_again(text: str, draft: Draft, title: Sequence[str]) -> bool:
    """Whether a line has a title's words, or its first ones, at any width."""
    words = words_of(text[draft.paragraph.start : draft.paragraph.end])
    return len(words) >= LEAST_REPEATED and words == list(title[: len(words)])


def _headline(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> int | None:
    if any(d.kind == "headline" for d in drafts):
        return None
    lines = [text[d.paragraph.start : d.paragraph.end] for d in drafts]
    turn = next((i for i, d in enumerate(drafts) if d.rule in TURN_BEGINS), None)
    if turn is not None:
        return _transcript_headline(drafts, lines, turn, lexicon)
    open_ones = [i for i, d in enumerate(drafts) if d.open]
    genres = lexicon.keys("genres") if lexicon else frozenset()
    kickers = takewhile(
        lambda i: len(words_of(lines[i])) == 1 or lines[i].lower() in genres, open_ones[:-1]
    )
    open_ones = open_ones[sum(1 for _ in kickers) :]
    first = below_menu(drafts, lines, open_ones, SIGNED)
    if first is None:
        first = below_navigation(drafts, lines, open_ones, lexicon)
    if first is None or not _looks_like_headline(lines[first], lexicon):
        first = open_ones[0] if open_ones else None
    if first is None or drafts[first].paragraph.marker:
        return None
    if sum(d.kind != "boilerplate" for d in drafts[:first]) > FIRST_LINES:
        return None
    line = text[drafts[first].paragraph.start : drafts[first].paragraph.end]
    rest = [d for d in drafts[first + 1 :] if d.open]
    story = any(is_story(text, d) for d in rest)
    signed = any(_is_signed(text, d) for d in drafts[first + 1 : first + 2])
    signed = signed or any(_says_again(text, d, words_of(line)) for d in rest[:FIRST_LINES])
    if not (story or (signed and rest)) or not 2 <= len(words_of(line)) <= HEADLINE_WORDS:
        return None
    dated = drafts[first + 1].kind == "dateline"
    return first if dated or _looks_like_headline(line, lexicon) else None


def _is_signed(text: str, draft: Draft) -> bool:
    """Whether a line under the first says who wrote the text, or the day it came: *Updated: …*."""
    line = text[draft.paragraph.start : draft.paragraph.end]
    dated = draft.rule == "source_line" and find_full_date(line, 0, len(line)) is not None
    return draft.rule in SIGNED or dated


def _without_masthead(
    text: str, drafts: list[Draft], headline: int, lexicon: Lexicon | None
) -> tuple[list[Draft], int]:
    """The headline below the names of bodies, or below a site's above what only its head has.

    A paper's name may stand right under the headline as well. It is the publisher where the text
    says it again, or where it has an article: *Local News* over a piece is none.
    """
    lines = [text[d.paragraph.start : d.paragraph.end] for d in drafts]
    named = {i for i, line in enumerate(lines) if lexicon and is_masthead(line, lexicon)}
    for i in range(headline, min(headline + LETTERHEAD, len(lines))):
        below = next((j for j in range(i + 1, len(lines)) if drafts[j].kind != "boilerplate"), i)
        defined = find_headword(drafts, {i: lines[i]}, lines[below]) == i  # a wiki's own title
        heads = (
            drafts[below].open
            and not defined
            and (
                below in named
                or (
                    LEAST_TITLE <= len(words_of(lines[below])) <= HEADLINE_WORDS
                    and _looks_like_headline(lines[below], lexicon)
                )
            )
        )
        again = text.count(lines[i]) > 1 or (lines[i].isupper() and lines[i].title() in text)
        head = drafts[i + 1 : i + 2]
        signed = below == i + 1 and any(d.rule in SIGNED for d in drafts[below + 1 : below + 3])
        site = again and (signed or any(d.rule in SITE_HEAD for d in head))
        short = len(words_of(lines[i])) <= ITEM_WORDS
        if i != headline or not heads or not (i in named or (site and short)):
            break
        sure = again or _has_article(lines[i], lexicon)
        drafts[i] = drafts[i].decided("boilerplate", "masthead" if sure else "menu")
        headline = below
    under = headline + 1
    dated = any(d.kind == "dateline" for d in drafts[under + 1 : under + 2])
    said = under in named and (dated or text.count(lines[under]) > 1)
    told = said and drafts[under].open
    if told:
        drafts[under] = drafts[under].decided("boilerplate", "masthead")
    return drafts, headline


def _has_article(line: str, lexicon: Lexicon | None) -> bool:
    return lexicon is not None and first_word(line).lower() in lexicon.group("definite_articles")


def _is_kicker(text: str, draft: Draft) -> bool:
    """*OPINION*: one word in capitals over a headline says what the piece is, or where it stood."""
    line = text[draft.paragraph.start : draft.paragraph.end]
    return len(words_of(line)) == 1 and line.isupper() and line.isalpha()


def _transcript_headline(
    drafts: Sequence[Draft], lines: Sequence[str], turn: int, lexicon: Lexicon | None
) -> int | None:
    """The last line above the first turn that can be one: the record's own name stands over it."""
    listed = next((i for i in range(turn) if lines[i][-1:] == ":"), turn)
    entries = {i for i in range(turn) if drafts[i].open and _is_entry(lines[i])}
    entries |= {i - 1 for i in entries if not LABELLED.match(lines[i])}  # the list's heading
    above = [i for i in range(listed) if drafts[i].open and not drafts[i].paragraph.marker]
    above = [i for i in above if i not in entries] or above
    fitting = [i for i in above if 2 <= len(words_of(lines[i])) <= HEADLINE_WORDS]
    fitting = [i for i in fitting if not CLOCK.match(lines[i + 1])] or fitting  # a room, a time
    likely = [i for i in fitting if _looks_like_headline(lines[i], lexicon)]
    telling = [
        i for i in likely if len(words_of(lines[i])) >= TELLING_WORDS and ":" not in lines[i]
    ]
    plain = [i for i in telling if not _is_name(lines[i])]
    return next(reversed(plain or telling or likely), None)


def _is_name(line: str) -> bool:
    """*Sandholm Town Hall*, *HOUSE OF ASSEMBLY*: a place or a body, and nothing of the matter."""
    words = words_of(line)
    return len(words) <= NAME_WORDS and (all(w[0].isupper() for w in words) or line.isupper())


def _is_entry(line: str) -> bool:
    """*Ada Obi - Chief Executive Officer*, *Guest: Li Wei* in the list of who takes part."""
    if LABELLED.match(line):
        return True
    match = ENTRY.search(line) if ":" not in line else None
    name = line[: match.start()].split() if match and "(" not in match.group() else []
    return len(name) > 1 and all(word[0].isupper() for word in name)


def _looks_like_headline(line: str, lexicon: Lexicon | None) -> bool:
    if line[-1:] in ",:;—–" or NUMBERED.fullmatch(line) or BULLET.match(line) or WIRED.match(line):
        return False
    bare = NOTE_MARK.sub("", line).rstrip("”’\"'")
    if bare[-1:] in ".!…":
        return is_title_case(line, lexicon) or is_capitals(line)
    return bare[-1:] != "?" or len(words_of(line)) >= 4


def _standfirst(
    text: str, drafts: Sequence[Draft], headline: int, lexicon: Lexicon | None
) -> int | None:
    """One sentence right under the headline, with something else than story below it."""
    below_head = (i for i in range(headline + 1, len(drafts)) if drafts[i].kind != "boilerplate")
    i = next(below_head, len(drafts))
    if not drafts[i : i + 1] or not drafts[i].open or not any(d.open for d in drafts[i + 1 :]):
        return None  # where nothing else tells the story, it does
    line = text[drafts[i].paragraph.start : drafts[i].paragraph.end]
    if place_ends(text, line, lexicon):
        return None  # *NORWICK — …*: the story's first words
    below = drafts[i + 1]
    least = LEAST_DECK_WORDS if below.rule == "byline" else LEAST_STANDFIRST_WORDS
    if not least <= len(words_of(line)) <= STANDFIRST_WORDS or len(NEW_SENTENCE.findall(line)) > 1:
        return None
    boilerplate = below.kind == "boilerplate" or below.kind in PERIPHERAL
    following = text[below.paragraph.start : below.paragraph.end]
    ended = line[-1:] in '.!?”"'
    deck = not ended and below.open and is_long(following)
    return i if (boilerplate and not (ended and i > headline + 1)) or deck else None


def mark_subheads(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """Short lines without a full stop between two paragraphs of the story."""
    out = list(drafts)
    story = [d.open and is_story(text, d) for d in drafts]
    first = story.index(True) if True in story else len(drafts)
    before_story = _before_story(drafts, story)
    for i, draft in enumerate(drafts):
        linked = EDIT.search(text[draft.paragraph.start : draft.paragraph.end]) is not None
        between = draft.open and before_story[i] and (i > first or linked)
        if between and not draft.paragraph.marker and _is_subhead(text, draft, lexicon):
            out[i] = draft.decided("subhead", "short_line")
    return out


def _before_story(drafts: Sequence[Draft], story: Sequence[bool]) -> list[bool]:
    """For each paragraph whether the next that is neither caption nor boilerplate is story."""
    out = [False] * len(drafts)
    following = False
    for i in range(len(drafts) - 1, -1, -1):
        out[i] = following
        if drafts[i].kind not in CAPTION | {"boilerplate"}:
            following = story[i]
    return out


def _is_subhead(text: str, draft: Draft, lexicon: Lexicon | None) -> bool:
    line = text[draft.paragraph.start : draft.paragraph.end]
    words = words_of(line)
    if not 1 <= len(words) <= SUBHEAD_WORDS or (not line[0].isalpha() and line[0] not in "“‘\"'"):
        return False
    as_heading = is_capitals(line) or is_title_case(line, lexicon)
    if line[-1] in ".,:;…—–-)" or (line[-1] in "?!”\"’'" and not as_heading):
        return False
    return not ("|" in line or "\t" in line or LABEL.match(line))
