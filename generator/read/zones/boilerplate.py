"""Passes that set aside what a web page or an agency added: boilerplate, captions, credits."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TypeAlias

from msgspec import convert

from generator.language.lexicons import Lexicon, load_rows
from generator.model.rules import ZoneRule
from generator.model.text import ZoneKind
from generator.model.words import last_word
from generator.model.zones import SIGNED
from generator.read.bylines import find_byline, words_of
from generator.read.zones.draft import ITEM_WORDS, Draft, find_headword, is_capitals, is_long

NEIGHBOUR_WORDS = 8
"""A line of at most this many words without a full stop joins the boilerplate around it."""
CAPTION_WORDS = 90
LABEL_WORDS = 2
"""Words of a line over a caption that says that it is one."""
FRAGMENT_WORDS = 25
Phrase: TypeAlias = tuple[ZoneKind, ZoneRule, re.Pattern[str], int]
HEADER_PARAGRAPHS = 6
GLUED = r"(?<=[a-z])(?=[A-Z][a-z]{2,12}: )"
"""Where a label was glued to the words before it."""
BAR = re.compile(r"\s{0,9}[|·•]\s{0,9}|(?<!\s)\s{2,}(?=\S)|\t")
"""What parts the entries of a bar; where links stood side by side, their addresses are white."""
BAR_CHARACTERS = 1_000


def mark_boilerplate(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """Lines that match a phrase of the language's list, or of that of all languages."""
    phrases = _phrases(lexicon)
    return [
        _by_phrase(d, text, phrases) if d.open or d.rule == "original_heading" else d
        for d in drafts
    ]


def find_phrase_rule(line: str, lexicon: Lexicon | None) -> ZoneRule | None:
    """The rule by which a line is set aside for its words, None where it is not."""
    told = _phrase_of(line, _phrases(lexicon))
    return told[1] if told else None


def _by_phrase(draft: Draft, text: str, phrases: tuple[Phrase, ...]) -> Draft:
    line = text[draft.paragraph.start : draft.paragraph.end]
    told = _phrase_of(line, phrases)
    if not told and len(line) <= BAR_CHARACTERS and len(parts := BAR.split(line)) > 1:
        each = (_phrase_of(part, phrases) for part in parts)  # *Share   Tweet | Email*
        all_told = list(takewhile(lambda one: one and one[0] == "boilerplate", each))
        told = all_told[0] if len(all_told) == len(parts) else None
    return draft.decided(*told) if told else draft


def _phrase_of(line: str, phrases: tuple[Phrase, ...]) -> tuple[ZoneKind, ZoneRule] | None:
    count = len(words_of(line))
    for kind, rule, pattern, most in phrases:
        if count <= most and pattern.search(line):
            return kind, rule
    return None


@lru_cache(maxsize=8)
def _phrases(lexicon: Lexicon | None) -> tuple[Phrase, ...]:
    rows = (*(lexicon.rows("boilerplate") if lexicon else ()), *load_rows("boilerplate"))
    return tuple(
        (convert(kind, ZoneKind), convert(rule, ZoneRule), _compiled(pattern, rule), int(most))
        for kind, rule, pattern, most in rows
    )


def _compiled(pattern: str, rule: str) -> re.Pattern[str]:
    """A byline is told by its capitals; everything else ignores case."""
    return re.compile(pattern, 0 if rule == "byline" else re.IGNORECASE)


def mark_captions(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """Paragraphs that end in a photo credit, and fragments in small letters before the story."""
    return [
        d.decided("caption", rule)
        if d.open and (rule := _caption_rule(text, drafts, i, lexicon))
        else d
        for i, d in enumerate(drafts)
    ]


def _caption_rule(
    text: str, drafts: Sequence[Draft], index: int, lexicon: Lexicon | None
) -> ZoneRule | None:
    paragraph, before = drafts[index].paragraph, drafts[index - 1 if index else index]
    line = text[paragraph.start : paragraph.end]
    count = len(words_of(line))
    labelled = before.kind == "caption" and len(words_of(_line(text, before))) <= LABEL_WORDS
    if labelled and before.paragraph.block == paragraph.block:
        return before.rule
    if count <= CAPTION_WORDS and find_credit(line, lexicon) is not None:
        return "ends_in_photo_credit"
    if _is_over_credit(text, drafts, index, lexicon):
        return "ends_in_photo_credit"
    fragment = line[:1].islower() and line[-1:] in ".)" and count <= FRAGMENT_WORDS
    apart = 0 < index < HEADER_PARAGRAPHS and drafts[index - 1].paragraph.block != paragraph.block
    plain = not re.search('[“”"‘«]', line)
    signed = fragment and lexicon is not None and find_byline(line, lexicon)
    return "fragment" if fragment and apart and plain and not signed else None


def _is_over_credit(
    text: str, drafts: Sequence[Draft], index: int, lexicon: Lexicon | None
) -> bool:
    """Whether a short line below the story's beginning stands right above a credit of its own."""
    line, block = _line(text, drafts[index]), drafts[index].paragraph.block
    if not LABEL_WORDS < len(words_of(line)) <= FRAGMENT_WORDS or not line[-1:].isalnum():
        return False
    above = drafts[max(index - HEADER_PARAGRAPHS, 0) : index]
    told = any(is_long(_line(text, d)) for d in above)  # else it may be the headline
    below = (d for d in drafts[index + 1 : index + 2] if d.paragraph.block == block)
    return told and any(find_credit(_line(text, d), lexicon) == 0 for d in below if d.open)


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
    return tuple(re.compile(rf"(?:^|\s|(?<=[.”\"])|{GLUED})({pattern})\s*$") for (pattern,) in rows)


def mark_neighbours(text: str, drafts: Sequence[Draft], _lexicon: Lexicon | None) -> list[Draft]:
    """Short lines between boilerplate, or right under it in one block, are boilerplate too.

    Above the story a line that is longer than an entry of a menu may be its headline.
    """
    out = list(drafts)
    told = (i for i, d in enumerate(drafts) if d.open and is_long(_line(text, d)))
    story = next(told, 0)
    headline = _between_menus(text, drafts, story)
    for i, draft in enumerate(out):
        most = ITEM_WORDS if i < story else NEIGHBOUR_WORDS
        if draft.open and i and i != headline and _joins(text, out, i, most):
            out[i] = draft.decided("boilerplate", "among_boilerplate")
    return out


def _between_menus(text: str, drafts: Sequence[Draft], story: int) -> int | None:
    """The line above the story that is longer than an entry of a menu: its headline.

    Of several it is the one that stands there twice, or right above a byline or a day.
    """
    if not story or any(d.kind == "headline" for d in drafts):
        return None
    told = [
        i for i in range(story) if drafts[i].open and not (i and _is_label(text, drafts[i - 1]))
    ]
    lines = {i: _line(text, drafts[i]) for i in told}
    longer = [i for i in told if len(words_of(lines[i])) > ITEM_WORDS]
    again = [i for i in longer[:1] if any(lines[i] == lines[j] for j in longer[1:])]
    kinds = [(i, d.kind) for i, d in enumerate(drafts[: story + 1]) if d.kind != "boilerplate"]
    signed = [i for (i, _), (_, below) in pairwise(kinds) if i in lines and below in SIGNED]
    signed = [i for i in signed if len(words_of(lines[i])) > ITEM_WORDS]
    if len(longer) <= 1:
        return next(iter(longer), find_headword(drafts, lines, _line(text, drafts[story])))
    return next(iter(again or signed), None)


def _joins(text: str, drafts: Sequence[Draft], i: int, most: int) -> bool:
    """Whether a line belongs to what stands above it; `most` words where both are of one block."""
    above, line = drafts[i - 1], _line(text, drafts[i])
    count = len(words_of(line))
    between = drafts[i + 1 : i + 2] and drafts[i + 1].kind == "boilerplate"
    apart = between and (line[-1:] not in '.!?”"' or is_capitals(line))
    if above.kind != "boilerplate":
        return bool(apart) and above.kind in SIGNED and count < ITEM_WORDS
    if _is_label(text, above):
        return not is_long(line)
    if above.rule == "read_on" and len(words_of(_line(text, above))) <= ITEM_WORDS:
        return not is_long(line) and line[-1:].isalnum()
    same_block = drafts[i].paragraph.block == above.paragraph.block
    return (same_block and count <= most) or (bool(apart) and count <= NEIGHBOUR_WORDS)


def _is_label(text: str, draft: Draft) -> bool:
    """*News provided by*, *From:*: the line below is what it names."""
    return draft.rule == "source_line" and len(words_of(_line(text, draft))) <= ITEM_WORDS


def _line(text: str, draft: Draft) -> str:
    return text[draft.paragraph.start : draft.paragraph.end]
