"""The place, the day and the agency that a story's first words stand behind: its dateline.

Capitals and a dash open rubrics and sentences too (*UPDATE: …*, *TO BE or NOT — that is …*): where
neither agency nor state stands beside them, the words have to be a place's. A list of towns knows
it, or the text, which says *in Norwick*; else they are words that the language does not have.
"""

import re

from generator.language.frequencies import KNOWN_LEAST, is_frequent
from generator.language.gazetteer import gazetteer_of, town_size
from generator.language.lexicons import ANY_LANGUAGE, Lexicon
from generator.read.bylines import words_of
from generator.temporal import find_full_date

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
SMALL = 1
"""The size of a town that words alone may mean."""
TOWN = rf"{TITLED}(?:,\s{{1,3}}{TITLED})?"
DATED_PLACE = re.compile(
    rf"(?P<town>{TOWN})(?:,\s{{1,3}}(?P<day>[^\n—–|()]{{6,24}}?)|\s\((?P<day2>[^\n—–|()]{{6,24}})\))"
    r"\s{0,3}(?:—|–|―|--|-)\s+(?=[A-ZÀ-Ý“\"‘«])"
)
"""*Norwick, 12 May 2031 –*; what stands for the day is asked of the calendar."""


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
        place = apart["place"] or apart["place2"]
        return apart.end() if _may_be_place(text, place, lexicon) else 0
    if several := PLACES.match(line):
        parts = several["places"].split("/")
        return several.end() if all(_is_place(text, part, lexicon) for part in parts) else 0
    dated = DATED_PLACE.match(line)
    day = (dated["day"] or dated["day2"]) if dated else ""
    whole = find_full_date(day, 0, len(day))
    named = dated and whole and whole[:2] == (0, len(day))
    town = dated["town"] if dated and named else ""
    return dated.end() if dated and town and _could_be(text, town, lexicon) else 0


def _is_told(text: str, told: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether capitals before a mark are a place: *UPDATE:* and *TO BE or NOT —* are none."""
    place = told["place"]
    if place is None or told["more"] or told["agency"] or told["mark"] is None:
        return True
    return _could_be(text, place, lexicon)


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
    where = "|".join(map(re.escape, sorted(lexicon.words("location_prepositions")))) or "(?!)"
    return re.search(rf"\b(?:{where})\s+{re.escape(name)}\b", text) is not None


def _is_land(name: str, lexicon: Lexicon) -> bool:
    state = gazetteer_of(lexicon).find(name)
    return state is not None and state.kind != "union" and state.sense not in PEOPLE


def _plain(place: str) -> str:
    """A place in capitals as a sentence writes it."""
    return place.title() if place.isupper() else place
