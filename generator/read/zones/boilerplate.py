"""Passes that set aside what a web page or an agency added: boilerplate, captions, credits."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias, cast

from msgspec.structs import replace

from generator.language.lexicons import Lexicon, load_rows
from generator.model.text import ZoneKind
from generator.model.words import last_word
from generator.read.bylines import find_byline, words_of
from generator.read.zones.draft import Draft, is_capitals
from generator.read.zones.originals import HEADING

AMONG = "stands among boilerplate"
ARCHIVE_LABEL = "label of a news archive"
NEIGHBOUR_WORDS = 8
"""A line of at most this many words without a full stop joins the boilerplate around it."""
CAPTION_WORDS = 90
FRAGMENT_WORDS = 25
Phrase: TypeAlias = tuple[ZoneKind, str, re.Pattern[str], int]
HEADER_PARAGRAPHS = 6


def mark_boilerplate(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """Lines that match a phrase of the language's list, or of that of all languages."""
    phrases = _phrases(lexicon)
    return [_by_phrase(d, text, phrases) if d.open or d.reason == HEADING else d for d in drafts]


def _by_phrase(draft: Draft, text: str, phrases: tuple[Phrase, ...]) -> Draft:
    line = text[draft.paragraph.start : draft.paragraph.end]
    count = len(words_of(line))
    for kind, reason, pattern, most in phrases:
        if count <= most and pattern.search(line):
            return replace(draft, kind=kind, reason=reason)
    return draft


@lru_cache(maxsize=8)
def _phrases(lexicon: Lexicon | None) -> tuple[Phrase, ...]:
    rows = (*(lexicon.rows("boilerplate") if lexicon else ()), *load_rows("boilerplate"))
    return tuple(
        (cast("ZoneKind", kind), reason, _compiled(pattern, reason), int(most))
        for kind, reason, pattern, most in rows
    )


def _compiled(pattern: str, reason: str) -> re.Pattern[str]:
    """A byline is told by its capitals; everything else ignores case."""
    return re.compile(pattern, 0 if reason == "byline" else re.IGNORECASE)


def mark_captions(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """Paragraphs that end in a photo credit, and fragments in small letters before the story."""
    return [
        replace(d, kind="caption", reason=reason)
        if d.open and (reason := _caption_reason(text, drafts, i, lexicon))
        else d
        for i, d in enumerate(drafts)
    ]


def _caption_reason(text: str, drafts: Sequence[Draft], index: int, lexicon: Lexicon | None) -> str:
    paragraph = drafts[index].paragraph
    line = text[paragraph.start : paragraph.end]
    count = len(words_of(line))
    if count <= CAPTION_WORDS and find_credit(line, lexicon) is not None:
        return "ends in a photo credit"
    fragment = line[:1].islower() and line[-1:] in ".)" and count <= FRAGMENT_WORDS
    apart = 0 < index < HEADER_PARAGRAPHS and drafts[index - 1].paragraph.block != paragraph.block
    plain = not re.search('[“”"‘«]', line)
    signed = fragment and lexicon is not None and find_byline(line, lexicon)
    return "a fragment before the story" if fragment and apart and plain and not signed else ""


def find_credit(line: str, lexicon: Lexicon | None) -> int | None:
    """Where in `line` the photo credit at its end begins, None without one."""
    if lexicon is None:
        return None
    for pattern in _credits(lexicon):
        match = pattern.search(line)
        if match and _is_paper(match.groupdict().get("paper"), lexicon):
            return match.start(1)
    return None


def _is_paper(words: str | None, lexicon: Lexicon) -> bool:
    """Whether what a credit gives as a paper is one: two places with a stroke between are none."""
    last = last_word(words) if words else ""
    return not last or last.isupper() or last.lower() in lexicon.words("publication_nouns")


@lru_cache(maxsize=8)
def _credits(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    rows = (*lexicon.rows("photo_credits"), *load_rows("photo_credits"))
    return tuple(re.compile(rf"(?:^|\s)({pattern})\s*$") for (pattern,) in rows)


def mark_neighbours(text: str, drafts: Sequence[Draft], _lexicon: Lexicon | None) -> list[Draft]:
    """Short lines between boilerplate, or right under it in one block, are boilerplate too."""
    out = list(drafts)
    for i, draft in enumerate(out):
        if not draft.open or i == 0 or out[i - 1].kind != "boilerplate":
            continue
        line = text[draft.paragraph.start : draft.paragraph.end]
        same_block = draft.paragraph.block == out[i - 1].paragraph.block
        short = len(words_of(line)) <= NEIGHBOUR_WORDS
        between = i + 1 < len(out) and out[i + 1].kind == "boilerplate"
        alone = line[-1:] not in '.!?”"' or is_capitals(line)
        if short and (same_block or (between and alone)):
            out[i] = replace(draft, kind="boilerplate", reason=AMONG)
    return out
