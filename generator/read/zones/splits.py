"""Cuts a decided paragraph into zones: a caption's credit, a dateline before the first words."""

import re
from collections.abc import Iterator, Sequence

from generator.language.lexicons import ANY_LANGUAGE, Lexicon, load_words
from generator.model.rules import ZoneRule
from generator.model.text import Zone, ZoneKind
from generator.read.bylines import find_glued, words_of
from generator.read.transcripts import find_label
from generator.read.zones.boilerplate import find_credit, find_phrase_rule
from generator.read.zones.draft import EDIT, Draft, is_long
from generator.read.zones.places import place_ends
from generator.temporal import find_full_date

SITE = re.compile(
    r"\s(?P<mark>[|–—-]|::|»)\s+(?P<name>[A-Z][^|–—]{1,60}|(?:[\w-]{1,40}\.){1,3}[a-z]{2,10})$"
)
SITE_WORDS, SECTION_WORDS = 6, 3
BARS = frozenset({"|", "::", "»"})
ASIDE_BEHIND = re.compile(
    r"\s(?:\([A-Z][\w.’' -]{2,60}\)|\[(?:[A-Z][^\[\]()\d]{2,60}|\d{4,7})\])\.?$"
)
"""*[Hear, hear.]*, *(Applause)*, a question's number behind what is said."""
OPENING = 3
"""Paragraphs of which a story's first words stand in one."""
LEAST_TITLE = 3
"""Words before the site's name."""


def split_zones(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> tuple[Zone, ...]:
    """The zones of all paragraphs, in reading order."""
    dateline = _dateline(text, drafts, lexicon)
    return tuple(zone for draft in drafts for zone in _split(text, draft, dateline, lexicon))


def _dateline(
    text: str, drafts: Sequence[Draft], lexicon: Lexicon | None
) -> tuple[int, int] | None:
    """The dateline's offsets: before the story's first words, once (else it is a transcript).

    *KEEPING SCORE: …* further on are rubrics, where a dash parts the place from the story.
    """
    places = [
        (d.paragraph.start, d.paragraph.start + end)
        for d in drafts
        if d.open and (end := place_ends(text, text[d.paragraph.start : d.paragraph.end], lexicon))
    ]
    found = [p for p in places if not text[p[0] : p[1]].rstrip().endswith(":")] or places
    told = [d.paragraph for d in drafts if d.open]
    long = (p.start for p in told if is_long(text[p.start : p.end]))
    first = next(long, told[0].start if told else None)
    early = {p.start for p in told[:OPENING]}  # *Ek wins in Tarn.* stands before a short lead
    if len(found) != 1 or found[0][0] not in early | {first}:
        return None
    start, end = found[0]
    rubric = start != first and text[start:end].rstrip().endswith(":")  # *WHY NOW: …*
    return None if rubric else (start, end)


def _split(
    text: str, draft: Draft, dateline: tuple[int, int] | None, lexicon: Lexicon | None
) -> Iterator[Zone]:
    """The zones of one paragraph."""
    paragraph = draft.paragraph
    line = text[paragraph.start : paragraph.end]
    if draft.rule == "turn":
        yield from _turn(text, draft, line)
        return
    cut: int | None = None
    first: tuple[ZoneKind, ZoneRule] = (draft.kind or "body", draft.rule or "running_text")
    second = first
    if draft.kind == "caption":
        cut = find_credit(line, lexicon)
        second = ("credit", "photo_credit")
    elif draft.kind == "headline" and draft.rule == "archive_label":
        cut = line.find(":") + 1
        cut += len(line[cut:]) - len(line[cut:].lstrip())
        first, second = ("boilerplate", draft.rule), first
    elif draft.kind == "headline" and (glued := _glued(text, draft, lexicon)):
        yield from glued
        return
    elif draft.kind == "headline":
        cut = find_site_name(text, line, lexicon)
        second = ("boilerplate", "site_name")
    elif draft.kind == "subhead" and (edit := EDIT.search(line)):
        cut = edit.start()
        second = ("boilerplate", "page_boilerplate")
    elif draft.kind == "dateline":
        cut = _contact(text, draft, lexicon)
        second = ("boilerplate", "contact_details")
    elif dateline and dateline[0] == paragraph.start:
        cut = dateline[1] - paragraph.start
        first = ("dateline", "place_in_capitals")
    if cut is None or not 0 < cut < len(line):
        yield _zone(text, paragraph.start, paragraph.end, first, paragraph.number)
        return
    middle = paragraph.start + cut
    yield _zone(text, paragraph.start, middle, first, paragraph.number)
    yield _zone(text, middle, paragraph.end, second, paragraph.number)


def _contact(text: str, draft: Draft, lexicon: Lexicon | None) -> int | None:
    """Where *Contact: Ada Obi* begins behind the date of a press release, None without it."""
    start, end = draft.paragraph.start, draft.paragraph.end
    found = find_full_date(text, start, end)
    behind = text[found[1] : end].lstrip(" |,–—-") if found else ""
    told = behind and find_phrase_rule(behind, lexicon) == "contact_details"
    return end - start - len(behind) if told else None


def _glued(text: str, draft: Draft, lexicon: Lexicon | None) -> tuple[Zone, ...]:
    """The headline, and the byline and the day that stand behind it in one line.

    Both must, or the byline's first word must follow without a space: *Bridge built by Ada Obi* is
    a headline.
    """
    start, number = draft.paragraph.start, draft.paragraph.number
    line = text[start : draft.paragraph.end]
    parts = find_glued(line, lexicon or ANY_LANGUAGE)
    ends = [*(first for first, _ in parts[1:]), len(line)][: len(parts)]
    kinds: dict[str, tuple[ZoneKind, ZoneRule]] = {
        "title": (draft.kind or "headline", draft.rule or "first_line"),
        "names": ("bio", "byline"),
        "day": ("dateline", "mostly_date"),
    }
    return tuple(
        _zone(text, start + first, start + end, kinds[what], number)
        for (first, what), end in zip(parts, ends, strict=True)
    )


def _turn(text: str, draft: Draft, line: str) -> Iterator[Zone]:
    """The speaker's label, what is said, and what happened at its end."""
    label, start, number = find_label(line), draft.paragraph.start, draft.paragraph.number
    said = start + (label.speech if label else 0)
    aside = ASIDE_BEHIND.search(line, max(said - start - 1, 0))  # or all that is said
    end = start + (aside.start() if aside else len(line))
    if said > start:
        yield _zone(text, start, said, ("speaker_label", "label_before_turn"), number)
    if end > said:
        yield _zone(text, said, end, ("body", "turn"), number)
    if aside:
        yield _zone(text, end + 1, start + len(line), ("procedure", "procedure"), number)


def find_site_name(text: str, line: str, lexicon: Lexicon | None) -> int | None:
    """Where the name of the site that a page's title ends in begins, None without one.

    A bar is enough; a dash stands in headlines too, and needs a name that is a publication's.
    """
    behind = SITE.search(line)
    if behind is not None and behind["name"].partition(",")[0].casefold() in load_words("wikis"):
        return behind.start("mark")  # its articles are called by one word
    if behind is None or lexicon is None or len(words_of(line[: behind.start()])) < LEAST_TITLE:
        return None
    words = words_of(behind["name"])
    small = lexicon.words("small_words")
    if behind["mark"] in BARS and "." in behind["name"] and behind["name"].islower():
        return behind.start("mark")  # a host's name
    if len(words) > SITE_WORDS or not all(w[0].isupper() or w in small for w in words):
        return None
    if behind["mark"] in BARS and (above := _section_above(line, behind.start(), small)):
        return above
    publication = words[-1].lower() in lexicon.words("publication_nouns")
    known = text.count(behind["name"].removeprefix("The ")) > 1 and len(words) > 1
    title = r"\s+".join(map(re.escape, line[: behind.start()].split()))
    known = known or re.search(rf"(?m)^[ \t]*{title}[ \t]*$", text) is not None
    return behind.start("mark") if behind["mark"] in BARS or publication or known else None


def _section_above(line: str, end: int, small: frozenset[str]) -> int | None:
    """Where the section begins that stands, with bars around it, before the site's name."""
    part = SITE.search(line[:end])
    words = words_of(part["name"]) if part else []
    named = (
        part and len(words) <= SECTION_WORDS and all(w[0].isupper() or w in small for w in words)
    )
    if not part or not named or part["mark"] not in BARS:
        return None
    return part.start("mark") if len(words_of(line[: part.start()])) >= LEAST_TITLE else None


def _zone(text: str, start: int, end: int, kind: tuple[ZoneKind, ZoneRule], paragraph: int) -> Zone:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Zone(start, end, kind[0], kind[1], paragraph)
