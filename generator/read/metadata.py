"""Title, authors, publisher, date and terms of a document, each with its evidence.

What an editor wrote wins; then what the document states; what must be inferred from the corpus
(such as a publication date) is left to the resolve wing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType

from msgspec import convert

from generator.language.lexicons import ANY_LANGUAGE, Lexicon, load_rows
from generator.model.rules import FactRule, ZoneRule
from generator.model.text import Fact, Metadata, Offsets, Zone
from generator.model.words import first_word, last_word
from generator.model.zones import ABOUT_DOCUMENT, SIGNED
from generator.read.bylines import (
    find_bio,
    find_byline,
    find_name_line,
    find_names,
    find_reporters,
    is_desk,
    is_listed_forename,
    is_masthead,
    turned,
    words_of,
)
from generator.temporal import find_full_dates
from generator.temporal.edtf import is_of_the_calendar

LABEL = re.compile(r"([A-Za-z][\w -]{2,20}):\s+")
NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
APART = re.compile(r"\s[|·•/–—-]\s|\n")
DAY_OF_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
PAPERS = "publication_nouns"
NAME_AND_MONTH, ABBREVIATED = 2, 3
BESIDE_DATE = " ,;|·•–—-\n\t"
"""What stands between a date and a byline on one line."""


DATED: frozenset[ZoneRule] = frozenset({"source_line", "byline", "press_release_label"})
"""Rules of zones that may name the day as well."""


def find_metadata(
    text: str,
    zones: Sequence[Zone],
    *,
    editor: Mapping[str, tuple[Fact, ...]],
    lexicon: Lexicon | None,
    original: Mapping[str, tuple[str, ...]] = NOTHING,
    name: str = "",
) -> Metadata:
    """All that is known of the document as a publication; `editor` are the facts of a sidecar.

    `original` has what an original states of itself, by key, such as a page's metadata; `name` is
    that of a file whose name may say its day.
    """
    genre, title = _title(text, zones, lexicon)
    known = {**_facts(_with_persons(original, lexicon)), **editor}

    def one(key: str, found: Fact | None) -> Fact | None:
        return known[key][0] if known.get(key) else found

    return Metadata(
        title=title if title and not editor.get("title") else one("title", title),
        authors=known.get("authors") or _authors(text, zones, lexicon),
        publisher=one("publisher", _publisher(text, zones, lexicon)),
        published=one("published", _published(text, zones, lexicon) or _day_of_name(name)),
        genre=one("genre", genre or _inferred_genre(text, zones, lexicon)),
        licence=one("licence", _stated(text, zones, lexicon, "licence")),
        url=one("url", None),
        tags=_each_once(known.get("tags", ())),
        series=one("series", None),
    )


def _each_once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts without repeats, each where its value comes first."""
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.value, fact)
    return tuple(first.values())


def _with_persons(
    original: Mapping[str, tuple[str, ...]], lexicon: Lexicon | None
) -> Mapping[str, tuple[str, ...]]:
    """What an original states, its authors without roles, desks, agencies and the site itself."""
    if lexicon is None or not original.get("authors"):
        return original
    sites = [s.casefold() for s in original.get("publisher", ())]
    told = [_without_site(name, sites) for name in original["authors"]]
    names = [turned(name) for one in told for name in _named(one, lexicon)]
    bodies = lexicon.words("publication_nouns") | lexicon.words("organisation_heads")
    roles, openers = lexicon.words("byline_roles"), lexicon.group("complement_openers")

    def is_person(name: str) -> bool:
        words = words_of(name.lower())
        head = list(takewhile(lambda w: w not in openers, words))[-1:]  # *Port of Sandholm*
        return bool(words) and roles.isdisjoint(words) and bodies.isdisjoint((*head, words[-1]))

    kept = tuple(dict.fromkeys(name for name in names if is_person(name)))
    return {**original, "authors": kept}


def _named(stated: str, lexicon: Lexicon) -> tuple[str, ...]:
    """*By Ada Obi, transport correspondent*: the names in it; a plain name is itself.

    A page's day may be glued to it: *Ada Obi Aug*.
    """
    words = stated.split()
    last = words[-1].rstrip(".") if words else ""
    short = len(last) == ABBREVIATED and last.lower() in lexicon.keys("months")
    if (
        len(words) > NAME_AND_MONTH
        and short
        and last.lower() not in lexicon.words("months_as_names")
    ):
        stated = " ".join(words[:-1])
    found = find_byline(stated, lexicon) or find_name_line(stated, lexicon)
    return tuple(stated[a:b] for a, b in found) or (stated,)


def _without_site(name: str, sites: Sequence[str]) -> str:
    """A name without the site's behind it."""
    for site in sites:
        if name.casefold().endswith(site):
            return name[: -len(site)].rstrip(" ,|-–—/")
    return name


def _facts(original: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[Fact, ...]]:
    return {
        k: tuple(Fact(v, "stated", None, "original_metadata") for v in vs)
        for k, vs in original.items()
    }


def _title(
    text: str, zones: Sequence[Zone], lexicon: Lexicon | None
) -> tuple[Fact | None, Fact | None]:
    """Genre label and title from the headline; no other line is ever made the title."""
    zone = next((z for z in zones if z.kind == "headline"), None)
    if zone is None:
        return None, None
    start, genre = zone.start, _kicker(text, zones, lexicon)
    label = LABEL.match(text[zone.start : zone.end])
    if label and lexicon and label.group(1).lower() in _genre_labels(lexicon.language):
        evidence = Offsets(zone.start, zone.start + label.end(1))
        genre = Fact(label.group(1), "stated", evidence, "genre_label")
        start = zone.start + label.end()
    title = Fact(text[start : zone.end], "stated", Offsets(start, zone.end), "headline")
    return genre, title


def _kicker(text: str, zones: Sequence[Zone], lexicon: Lexicon | None) -> Fact | None:
    """The genre that the word over the headline names."""
    zone = next((z for z in zones if z.rule == "kicker"), None)
    if zone is None or lexicon is None:
        return None
    word = text[zone.start : zone.end]
    known = word.lower() in _genre_labels(lexicon.language)
    return Fact(word, "stated", Offsets(zone.start, zone.end), "kicker") if known else None


@lru_cache(maxsize=8)
def _genre_labels(language: str) -> frozenset[str]:
    return frozenset(row[0] for row in Lexicon(language).rows("genres"))


def _inferred_genre(text: str, zones: Sequence[Zone], lexicon: Lexicon | None) -> Fact | None:
    """A record of turns is a transcript; one whose author's note names a commentator argues."""
    turn = next((z for z in zones if z.kind == "speaker_label" or z.rule == "bold_question"), None)
    if turn is not None:
        rule: FactRule = "bold_question" if turn.rule == "bold_question" else "speaker_labels"
        return Fact("transcript", "inferred", Offsets(turn.start, turn.end), rule)
    for zone in zones if lexicon else ():
        line = text[zone.start : zone.end]
        words = set(re.findall(r"\w+", line.lower()))
        if zone.kind == "bio" and lexicon and words & lexicon.words("academic_nouns"):
            evidence = Offsets(zone.start, zone.end)
            return Fact("opinion", "inferred", evidence, "academic_author")
    return None


def _authors(text: str, zones: Sequence[Zone], lexicon: Lexicon | None) -> tuple[Fact, ...]:
    ways = (_bylines, _dated_bylines, _bio_authors, _reporters)
    own = lexicon or ANY_LANGUAGE
    told = (tuple(f for f in way(text, zones, own) if not is_desk(f.value, own)) for way in ways)
    return _each_once(next(filter(None, told), ()))


def _bylines(text: str, zones: Sequence[Zone], lexicon: Lexicon) -> Iterator[Fact]:
    for zone in zones:
        if zone.kind != "bio" or zone.rule != "byline":
            continue
        line = text[zone.start : zone.end]
        names = find_byline(line, lexicon)
        for start, end in names:
            evidence = Offsets(zone.start + start, zone.start + end)
            yield Fact(line[start:end], "stated", evidence, "byline")
        if names:
            continue
        stated = list(_matches(text, zone, lexicon, "author"))
        if not stated:
            stated = [
                ("name_line", zone.start + start, zone.start + end)
                for start, end in find_name_line(line, lexicon)
            ]
        for rule, start, end in stated:
            for first, last in find_names(text, start, end, lexicon):
                yield Fact(text[first:last], "stated", Offsets(first, last), rule)


def _dated_bylines(text: str, zones: Sequence[Zone], lexicon: Lexicon) -> Iterator[Fact]:
    """*12 May 2031, by Ada Obi*: a byline on the line of the date."""
    for zone in zones:
        if zone.kind != "dateline" and zone.rule not in DATED:
            continue
        dates = find_full_dates(text, zone.start, zone.end)
        places = [zone.start, *(at for first, last, _ in dates for at in (first, last)), zone.end]
        for first, last in zip(places[::2], places[1::2], strict=True):
            line = text[first:last].strip(BESIDE_DATE)
            at = text.find(line, first)
            parted = APART.search(text, zone.start, zone.end) is not None
            named = _name_apart(line, lexicon) if parted else ()
            for start, end in find_byline(line, lexicon) or named:
                yield Fact(line[start:end], "stated", Offsets(at + start, at + end), "byline")


def _name_apart(line: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """The name that is a part of a date's line, behind the time and before an agency."""
    at = 0
    for part in APART.split(line):
        at = line.find(part, at)
        names = find_name_line(part, lexicon) if is_listed_forename(first_word(part)) else ()
        if names:
            return tuple((at + start, at + end) for start, end in names)
    return ()


def _bio_authors(text: str, zones: Sequence[Zone], lexicon: Lexicon) -> Iterator[Fact]:
    for zone in zones:
        name = find_bio(text[zone.start : zone.end], lexicon) if zone.kind == "bio" else None
        if name:
            evidence = Offsets(zone.start, zone.start + len(name))
            yield Fact(name, "stated", evidence, "named_in_author_note")


def _reporters(text: str, zones: Sequence[Zone], lexicon: Lexicon) -> Iterator[Fact]:
    """Who reported, where an agency's credit is all that names somebody."""
    for zone in zones:
        if zone.kind == "bio" and zone.rule == "reporting_credit":
            for start, end in find_reporters(text[zone.start : zone.end], lexicon):
                evidence = Offsets(zone.start + start, zone.start + end)
                name = text[evidence.start : evidence.end]
                yield Fact(name, "stated", evidence, "named_reporter")


def _published(text: str, zones: Sequence[Zone], lexicon: Lexicon | None) -> Fact | None:
    """A full date in a date line, or in a line such as *Published: …*; that of a change last."""
    changing = lexicon.group("changing_participles") if lexicon else frozenset()
    changed: Fact | None = None
    for zone in _own_head_first(zones):
        if zone.kind != "dateline" and zone.rule not in DATED:
            continue
        at = zone.start
        line = text[zone.start : zone.end]  # its first word may stand right behind another
        for first, last, value in find_full_dates(line, 0, len(line)):
            start, end = zone.start + first, zone.start + last
            fact = Fact(value, "stated", Offsets(start, end), "date_line")
            if changing.isdisjoint(words_of(text[at:start].lower())):
                return fact
            changed, at = changed or fact, end
    return changed


def _day_of_name(name: str) -> Fact | None:
    """The day that a note's name begins with: *2031-05-04-bridge.md*, as Jekyll asks."""
    day = DAY_OF_NAME.match(name.rpartition("/")[2])
    known = day is not None and is_of_the_calendar(day[1])
    return Fact(day[1], "editor", None, "editor") if day and known else None


def _own_head_first(zones: Sequence[Zone]) -> list[Zone]:
    """The zones in order, those between the headline and the story first.

    Above the headline a page may have the day on which it was looked at.
    """
    head = next((i for i, z in enumerate(zones) if z.kind == "headline"), 0)
    story = next((i for i, z in enumerate(zones) if i > head and z.kind == "body"), head)
    return [*zones[head:story], *zones[:head], *zones[story:]]


def _publisher(text: str, zones: Sequence[Zone], lexicon: Lexicon | None) -> Fact | None:
    """A paper's name on a line of its own, or what a line about the document says."""
    for zone in zones:
        if zone.rule == "masthead":
            place = Offsets(zone.start, zone.end)
            return Fact(text[zone.start : zone.end], "stated", place, "masthead")
    return _beside_signature(text, zones, lexicon) or _stated(text, zones, lexicon, "publisher")


def _beside_signature(text: str, zones: Sequence[Zone], lexicon: Lexicon | None) -> Fact | None:
    """*Ada Obi · Harbour News · Oct 21, 2031*: the paper among the parts of such a line."""
    for zone in zones if lexicon else ():
        at = zone.start
        for part in APART.split(text[at : zone.end]) if zone.kind in SIGNED else ():
            start = text.find(part, at)
            at = start + len(part)
            last = last_word(part).lower()
            if lexicon and is_masthead(part, lexicon) and last in lexicon.words(PAPERS):
                return Fact(part, "stated", Offsets(start, at), "masthead")
    return None


def _stated(text: str, zones: Sequence[Zone], lexicon: Lexicon | None, fact: str) -> Fact | None:
    """The first pattern of the list that matches in a line about the document."""
    for zone in zones:
        if zone.kind in ABOUT_DOCUMENT and zone.rule != "issuer_note":
            dates = list(find_full_dates(text, zone.start, zone.end))
            for rule, start, end in _matches(text, zone, lexicon, fact):
                if any(first < end and start < last for first, last, _ in dates):
                    continue  # *first published on Mon 12 May 2031* names no paper
                return Fact(text[start:end], "stated", Offsets(start, end), rule)
    return None


def _matches(
    text: str, zone: Zone, lexicon: Lexicon | None, fact: str
) -> Iterator[tuple[FactRule, int, int]]:
    for rule, pattern in _patterns(lexicon, fact):
        match = pattern.search(text[zone.start : zone.end])
        if match:
            yield rule, zone.start + match.start(1), zone.start + match.end(1)


@lru_cache(maxsize=32)
def _patterns(lexicon: Lexicon | None, fact: str) -> tuple[tuple[FactRule, re.Pattern[str]], ...]:
    own = lexicon.rows("metadata_patterns") if lexicon else ()
    rows = (*own, *load_rows("metadata_patterns"))
    found = ((convert(rule, FactRule), pattern) for name, rule, pattern in rows if name == fact)
    return tuple((rule, re.compile(pattern)) for rule, pattern in found)
