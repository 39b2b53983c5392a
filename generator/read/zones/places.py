"""The place, the day and the agency that a story's first words stand behind: its dateline.

Capitals before a dash are one (*FORT HOOD --*), also of words that mean other things. Before a
colon, and in part of a sentence (*TO BE or NOT — that is …*), they have to be a place's: a list of
towns knows it, or the text, which says *in Norwick*; else the language does not have the words.
"""

import re
from functools import lru_cache

from generator.language.frequencies import KNOWN_LEAST, is_frequent
from generator.language.gazetteer import gazetteer_of, town_size
from generator.language.lexicons import ANY_LANGUAGE, Lexicon, load_words
from generator.read.bylines import is_listed_forename, words_of
from generator.temporal import find_full_date, find_full_dates

AGENCY = r"(?:(?:\([^()]{2,40}\)|/[^/\s]{2,30}/)\s{0,4})"
"""*(Reuters)*, */PRNewswire/*"""
PLACE = r"[A-ZÀ-Ý][A-ZÀ-Ý.’'-]{1,30}(?:[ /][A-ZÀ-Ý][A-ZÀ-Ý.’'-]{0,30}){0,4}"
TITLED = r"[A-ZÀ-Ý][\w.’'-]{1,30}(?:[ -][A-ZÀ-Ý][\w.’'-]{0,30}){0,3}"
"""A place in small letters, which an agency in brackets must follow: *Norwick (AP) —*."""
DAY = r"\d{1,2}(?:er|\.)? [^\W\d_]{3,9}\.?(?:,? \d{4})?"
"""*3 July 2031*; *July 3, 2031* is a word and a number, like a place."""
DAY_ALONE = (
    r"[A-Z][a-z]{2,8}\.? \d{1,2}\s{1,4}\([A-Z][\w&.’' -]{1,30}\)\s{0,4}(?:—|–|―|--|-)"
    r"(?=\s{1,4}[A-ZÀ-Ý“\"‘«])"
)
"""*Aug 27 (Reuters) - The*: of a report from nowhere."""
MORE = rf"(?:,\s{{0,4}}(?:[A-Z][\w.’'-]{{1,30}}(?: [\w.’'-]{{1,30}}){{0,3}}|{DAY}|\d{{4}})){{0,3}}"
DATELINE = re.compile(
    rf"(?:(?P<place>{PLACE}(?: [a-z]{{1,3}} {PLACE})?)(?P<more>{MORE})\s{{0,4}}"
    rf"(?:(?:(?:—|–|―|--|-)\s{{1,4}})?(?P<agency>{AGENCY})?(?P<mark>—|–|―|--|-|_|:)|{AGENCY}—?)"
    rf"|(?:{TITLED}{MORE}\s{{0,4}})?\((?:[A-Z][\w&.’' -]{{1,30}}|[a-z]{{2,5}})\)"
    r"\s{0,4}(?:—|–|―|--|-)"
    rf"|{DAY_ALONE})"
    r"(?:\s+|(?<=\)--))(?=\S)"
)
REMARK = re.compile(r"\([A-Z][^()\n]{6,160}\)\s+")
"""*(Adds the vote in paragraph 5)*: an agency's word to its customers."""
PLACE_APART = re.compile(
    rf"(?:\[(?P<place>{PLACE})\]\s*|(?P<place2>{PLACE})(?:\s?\|\s*|—(?=[A-ZÀ-Ý“\"‘«])))(?=[^\s|])"
)
"""*[NORWICK]*, *NORWICK |*, *NORWICK—The*."""
ONE_OF = r"[A-ZÀ-Ý][\w.’'-]{1,30}+(?: [A-ZÀ-Ý][\w.’'-]{0,30}+){0,3}+"
PLACES = re.compile(rf"(?P<places>{ONE_OF}(?:/{ONE_OF}){{1,2}})(?::|\s(?:—|–|-))\s+(?=\S)")
"""*Norwick/Sandholm:*"""
PEOPLE = frozenset({"adjective", "people"})
SEATS = frozenset({"capital", "seat"})
SMALL, LARGE = 1, 3
"""The size of a town that words alone may mean, and of one that is meant rather than a person."""
ANOTHER_TIME = 20
"""A day that lies so many years before one that the text states is of its history."""
SMALL_WORD = re.compile(r" [a-z]{1,3} ")
TOWN = rf"{TITLED}(?:,\s{{1,3}}{TITLED})?"
DATED_PLACE = re.compile(
    rf"(?P<town>{TOWN})(?:,\s{{1,3}}(?P<day>[^\n—–|()]{{6,24}}?)|\s\((?P<day2>[^\n—–|()]{{6,24}})\))"
    r"\s{0,3}(?:—|–|―|--|-)\s+(?=[A-ZÀ-Ý“\"‘«])"
)
"""*Norwick, 12 May 2031 –*; what stands for the day is asked of the calendar."""

PLACE_IN_LAND = re.compile(
    rf"{TITLED},\s{{1,3}}(?P<land>[A-Z][\w.’'-]{{1,30}}(?: [A-Z][\w.’'-]{{0,30}}){{0,2}})"
    r"\s{1,3}(?:—|–|―|--|-)\s+(?=[A-ZÀ-Ý“\"‘«])"
)
"""*Norwick, N.Y. –*; a list knows the state or the country."""
BETWEEN_DASHES = re.compile(
    rf"{TITLED}(?:,\s{{1,3}}(?:{DAY}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}))?"
    r"\s{1,3}(?:—|–|―|--|-)\s{1,3}[A-Z]{2,6}\s{1,3}(?:—|–|―|--|-)\s+(?=[A-ZÀ-Ý“\"‘«])"
)
"""*Norwick – NPA –*"""


def place_ends(text: str, line: str, lexicon: Lexicon | None) -> int:
    """Where the place and the day that a line begins with end, 0 where it begins with none."""
    lexicon = lexicon or ANY_LANGUAGE
    remark = REMARK.match(line)
    wired = DATELINE.match(line, remark.end()) if remark else None
    if wired and wired["place"] and wired["agency"]:
        return wired.end()
    if (told := DATELINE.match(line)) and _is_told(text, told, lexicon):
        return told.end()
    if (apart := PLACE_APART.match(line)) and "|" not in line[apart.end() :]:
        inside, before = apart["place"], apart["place2"]
        told_of = _may_be_place if inside else _is_there
        return apart.end() if told_of(text, inside or before, lexicon) else 0
    if several := PLACES.match(line):
        return several.end() if _are_places(text, several["places"].split("/"), lexicon) else 0
    return _town_ends(text, line, lexicon)


def _town_ends(text: str, line: str, lexicon: Lexicon) -> int:
    """Where a town in small letters ends that its land, its agency or its day stand behind."""
    landed = PLACE_IN_LAND.match(line)
    land = landed["land"] if landed else ""
    if landed and (land in lexicon.words("places") or _is_land(land, lexicon)):
        return landed.end()
    if wire := BETWEEN_DASHES.match(line):
        return wire.end()
    dated = DATED_PLACE.match(line)
    day = (dated["day"] or dated["day2"]) if dated else ""
    whole = find_full_date(day, 0, len(day))
    if dated is None or whole is None or whole[:2] != (0, len(day)):
        return 0
    return 0 if int(whole[2][:4]) + ANOTHER_TIME <= _latest_year(text) else dated.end()


@lru_cache(maxsize=8)
def _latest_year(text: str) -> int:
    """The year of the latest day that a text states, 0 for none."""
    return max((int(value[:4]) for *_, value in find_full_dates(text, 0, len(text))), default=0)


def _is_told(text: str, told: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether capitals before a mark are a place: *UPDATE:* and *TO BE or NOT —* are none."""
    place = told["place"]
    if place is None or told["more"] or told["agency"] or told["mark"] is None:
        return True
    if told["mark"] == ":" or told.string[told.end() :][:1].islower():
        return _could_be(text, place, lexicon)
    parts = SMALL_WORD.split(place)
    return place.lower() not in lexicon.keys("genres") and (
        len(parts) == 1 or any(_could_be(text, part, lexicon) for part in parts)
    )


def _are_places(text: str, names: list[str], lexicon: Lexicon) -> bool:
    """Whether all are places, and not all of them persons: *Lincoln/Jackson: We voted*."""
    if not all(_is_place(text, name, lexicon) for name in names):
        return False
    persons = all(_is_person(name) for name in names)
    return not persons or all(_is_said(text, name, lexicon) for name in names)


def _is_there(text: str, place: str, lexicon: Lexicon) -> bool:
    """Whether a list has it as a town and nothing else, or the story says that something is there.

    *RUSSIA—*, *LINCOLN—* and *TOTTENHAM—* are subjects too: a state, a person and a club.
    """
    name = _plain(place)
    state = gazetteer_of(lexicon).find(name)
    if town_size(name) == LARGE or (state and state.sense in SEATS):
        return True
    if state:
        return False
    listed = name in lexicon.words("places") and not _is_person(name)
    return listed or _is_said(text, name, lexicon)


def _is_person(name: str) -> bool:
    """Whether lists have a word as a given or family name, and no city of a million people."""
    named = is_listed_forename(name) or name in load_words("surnames")
    return named and town_size(name) < LARGE


def _could_be(text: str, place: str, lexicon: Lexicon) -> bool:
    return _is_name(place, lexicon) or _is_place(text, place, lexicon)


def _may_be_place(text: str, place: str, lexicon: Lexicon) -> bool:
    """A place, or no word of the language, of which the story speaks in small letters."""
    unknown = _is_name(place, lexicon) and _plain(place) in text
    return unknown or _is_place(text, place, lexicon)


def _is_name(place: str, lexicon: Lexicon) -> bool:
    """Whether the language lacks a word of it."""
    words = words_of(place)
    return not all(is_frequent(word, lexicon.language, KNOWN_LEAST) for word in words)


def _is_place(text: str, place: str, lexicon: Lexicon) -> bool:
    """Whether lists know the place, or the text says that something is there.

    Of a small town it must be a name: there is one that is called *Old Bridge*.
    """
    name = _plain(place)
    known = name in lexicon.words("places") or _is_land(name, lexicon)
    if known or town_size(name) > (0 if _is_name(place, lexicon) else SMALL):
        return True
    return _is_said(text, name, lexicon)


def _is_said(text: str, name: str, lexicon: Lexicon) -> bool:
    """Whether the text says that something is there: *in Norwick*."""
    where = "|".join(map(re.escape, sorted(lexicon.words("location_prepositions")))) or "(?!)"
    return re.search(rf"\b(?:{where})\s+{re.escape(name)}\b", text) is not None


def _is_land(name: str, lexicon: Lexicon) -> bool:
    state = gazetteer_of(lexicon).find(name)
    return state is not None and state.kind != "union" and state.sense not in PEOPLE


def _plain(place: str) -> str:
    """A place in capitals as a sentence writes it."""
    return place.title() if place.isupper() else place
