"""The passes for who wrote an article: the byline above, the notes on author or issuer below."""

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.language.lexicons import ANY_LANGUAGE, Lexicon
from generator.model.rules import ZoneRule
from generator.model.words import first_word, last_word
from generator.read.bylines import (
    PART,
    find_bio,
    find_byline,
    find_name_line,
    is_listed_forename,
    is_masthead,
    is_paper,
    words_of,
)
from generator.read.zones.draft import ITEM_WORDS, Draft, is_long
from generator.temporal import find_full_date

LAST_PARAGRAPHS = 4
TRADE_WORDS = 6
ISSUER_WORDS, NAMED_WITHIN = 10, 8
"""Words of a heading over an issuer's note, and those among which the note says its name again."""
RELEASED: frozenset[ZoneRule] = frozenset({"press_release_label", "contact_details"})
"""Rules of lines that only a press release has."""
AGENCY_WORDS, DAY_WORDS = 3, 12
END_MARKS = "-–—*#~ ."
"""What stands around *ENDS*, or for it."""
SENTENCE_ENDS = frozenset('.!?…”"»')
"""A long first line without one of these is the headline, and the story is still to come."""


def mark_bylines(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """Lines above the story with a name and a role, an address, or *by* before them."""
    out = list(drafts)
    lexicon = lexicon or ANY_LANGUAGE
    lines = [text[d.paragraph.start : d.paragraph.end] for d in drafts]
    told = False
    for i, (draft, line) in enumerate(zip(drafts, lines, strict=True)):
        around = lines[max(i - 1, 0) : i + 2]
        sourced = any(d.rule == "source_line" for d in drafts[i + 1 : i + 2])
        behind = list(takewhile(lambda d: d.kind == "boilerplate", drafts[i + 1 : i + 3]))
        shared = any(d.rule == "social_media" for d in behind)
        sourced = sourced or (shared and len(words_of(around[0])) > ITEM_WORDS)
        below = lines[i + 1] if i + 1 < len(lines) else ""
        dated = _is_dated(below) and len(words_of(below)) <= DAY_WORDS
        signed_above = any(d.rule == "byline" for d in out[:i])
        if told and (signed_above or not (sourced or dated)):
            continue
        found = _names_in(around, line, lexicon, sourced=sourced) if draft.open else ()
        if draft.rule == "source_line":  # *Posted by Ada Obi on 12 May 2031*
            found = find_byline(line, lexicon)
        signed = i or PART.search(line) or (found and is_paper(line[found[-1][1] :], lexicon))
        if not signed or (i and line == lines[0]):
            found = ()  # a first line that names no paper is the headline, and so it is again
        if found:
            out[i] = draft.decided("bio", "byline")
        elif draft.open and out[i - 1].rule == "byline" and _is_under(lines, i, lexicon):
            out[i] = draft.decided("boilerplate", "among_boilerplate")
        elif draft.open and is_long(line) and line[-1:] in SENTENCE_ENDS:
            if told:
                break
            told = True  # a deck: the names may stand below it, above a day
    return out


def _names_in(
    around: Sequence[str], line: str, lexicon: Lexicon, *, sourced: bool
) -> tuple[tuple[int, int], ...]:
    """The names of a byline; a name alone is one below *by*, above a trade, a day or itself.

    `sourced` where the line below says when the text was put there.
    """
    if line.lower() in lexicon.words("byline_openers") and find_name_line(around[-1], lexicon):
        return ((0, 0),)
    names = find_name_line(line, lexicon)
    above, below = around[0], around[-1]
    if not names or not is_listed_forename(first_word(line)) or line in (above, ""):
        return find_byline(line, lexicon)
    labelled = above.rstrip(":").lower() in lexicon.words("byline_openers", "byline_labels")
    again = below.startswith(line) or below.endswith(line)
    dated = sourced or _is_dated(below) or (_is_dated(above) and len(words_of(above)) <= DAY_WORDS)
    thing = last_word(line).lower() in lexicon.words("document_nouns", "organisation_heads")
    signed = labelled or again or (dated and not thing)
    trade = _is_trade(below, lexicon) and not find_byline(below, lexicon)
    return names if signed or trade else find_byline(line, lexicon)


def _is_dated(line: str) -> bool:
    return find_full_date(line, 0, len(line)) is not None


def _is_under(lines: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """What may stand under a byline: the trade, the agency, the name once more."""
    line = lines[at]
    agency = is_masthead(line, lexicon) and len(words_of(line)) <= AGENCY_WORDS
    return line == lines[at - 1] or agency or _is_trade(line, lexicon)


def _is_trade(line: str, lexicon: Lexicon) -> bool:
    """*Transport correspondent, Sandholm* under a byline: what the writer is, and where."""
    words = words_of(line.lower())
    trade = not lexicon.words("byline_roles").isdisjoint(words)
    return trade and len(words) <= TRADE_WORDS and line[-1:] not in SENTENCE_ENDS


def mark_issuer(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """*About the Harbour Trust* below a press release, and what the trust says of itself."""
    out = list(drafts)
    lines = [text[d.paragraph.start : d.paragraph.end] for d in drafts]
    story = next((i for i, d in enumerate(drafts) if d.open and is_long(lines[i])), len(drafts))
    if lexicon is None:
        return out
    tail = _release_tail(lines, drafts, story, lexicon)
    for i in (i for i in range(tail, len(drafts)) if drafts[i].open or drafts[i].kind == "subhead"):
        out[i] = drafts[i].decided("boilerplate", "issuer_note")
    if not any(d.rule in RELEASED for d in drafts):
        return out
    for i in range(story + 1, len(drafts)):
        near = range(i + 1, min(i + 2 + LAST_PARAGRAPHS, len(drafts)))
        note = list(takewhile(lambda j: drafts[j].open, near))
        headed = drafts[i].open or drafts[i].rule == "original_heading"
        few = headed and 0 < len(note) <= LAST_PARAGRAPHS
        if few and _is_about(lines[i], lines[note[0]], lexicon):
            for j in (i, *note):
                out[j] = drafts[j].decided("boilerplate", "issuer_note")
    return out


def _release_tail(
    lines: Sequence[str], drafts: Sequence[Draft], story: int, lexicon: Lexicon
) -> int:
    """Where the story of a press release is over: below *ENDS*, or at *Notes to editors*.

    More stands above it than below: of two releases in one file the second is read as well.
    """
    headings, ends = lexicon.words("note_headings"), lexicon.words("release_ends")
    above = sum(len(words_of(line)) for line in lines[:story])
    whole = sum(len(words_of(line)) for line in lines)
    for i in range(story, len(drafts)):
        mark = lines[i - 1].strip(END_MARKS).lower() if i > story + 1 else "?"
        ended = drafts[i - 1].rule == "press_release_label" and (not mark or mark in ends)
        noted = i > story and lines[i].rstrip(":").lower() in headings
        if (noted or ended) and above > whole - above:
            return i
        above += len(words_of(lines[i]))
    return len(drafts)


def _is_about(heading: str, note: str, lexicon: Lexicon) -> bool:
    """Whether a heading names whom the note below it tells of."""
    openers = (f"{words} " for words in lexicon.words("issuer_headings"))
    opener = next((one for one in openers if heading.lower().startswith(one)), "")
    named = {word for word in words_of(heading[len(opener) :]) if word[0].isupper()}
    short = len(words_of(heading)) <= ISSUER_WORDS and heading[-1:] not in SENTENCE_ENDS
    return bool(opener) and short and not named.isdisjoint(words_of(note)[:NAMED_WITHIN])


def mark_bios(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """Notes such as *NAME is professor of …* among the last paragraphs.

    The name must not be part of the story: a person who is quoted may be introduced in the last
    paragraph as well.
    """
    out = list(drafts)
    if lexicon is None:
        return out
    lines = [text[d.paragraph.start : d.paragraph.end] for d in drafts]
    signed = _signed_by(drafts, lines, lexicon)
    last = [i for i, d in enumerate(drafts) if d.open][-LAST_PARAGRAPHS:]
    alone = next(
        (i for i in last[1:] if any(form.fullmatch(lines[i]) for form in signed)), len(out)
    )
    for i in last[1:]:
        if i >= alone or any(form.match(lines[i]) for form in signed):
            out[i] = drafts[i].decided("bio", "name_of_author")
    last = [i for i in last if out[i].open]
    for i in reversed(last):
        if not _is_bio(text, drafts, i, lexicon):
            break
        out[i] = drafts[i].decided("bio", "name_of_author")
    return out


def _signed_by(
    drafts: Sequence[Draft], lines: Sequence[str], lexicon: Lexicon
) -> list[re.Pattern[str]]:
    """The beginning of a sentence about each who signed: the full name and a small letter."""
    bylines = [line for draft, line in zip(drafts, lines, strict=True) if draft.rule == "byline"]
    found = [
        (line, find_byline(line, lexicon) or find_name_line(line, lexicon)) for line in bylines
    ]
    names = {" ".join(line[a:b].split()) for line, spans in found for a, b in spans}
    roles = "|".join(sorted(map(re.escape, lexicon.words("byline_roles")))) or "(?!)"
    behind = rf"(?= [a-zß-öø-ÿ]| (?i:{roles})\b|$)"
    return [re.compile(rf"(?i:{re.escape(name)}){behind}") for name in sorted(names)]


def _is_bio(text: str, drafts: Sequence[Draft], index: int, lexicon: Lexicon) -> bool:
    line = text[drafts[index].paragraph.start : drafts[index].paragraph.end]
    found = find_bio(line, lexicon)
    if found is None or index == 0:
        return False
    surname = last_word(found)
    story = (d for d in drafts[:index] if d.open)
    return not any(
        re.search(rf"\b{re.escape(surname)}\b", text[d.paragraph.start : d.paragraph.end])
        for d in story
    )
