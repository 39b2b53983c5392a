"""Names of persons, taken apart: given names, initials, particles, surname, suffix.

What is the same name and what is not is decided here alone, for the spelling of names; whether two
equal names are one person is for resolution.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile

from msgspec import Struct

from generator.language.frequencies import COMMON_LEAST, is_frequent
from generator.language.lexicons import load_rows, load_words
from generator.language.possessives import without_last_possessive
from generator.model.annotations import Gender
from generator.model.reading_order import start_while

PINYIN = re.compile(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]{1,3}(?:ng?)?){1,2}")
"""One or two syllables as Chinese given names have them."""
VARIANT_LEAST = 5
"""Letters; a shorter surname has no spelling variants."""


class PersonName(Struct, frozen=True):
    """A person's name in parts, folded: lower case, no accents, no full stops."""

    given: tuple[str, ...]
    """Given and middle names and initials, in order."""
    surname: str
    """Without its particles, so that *van Dyke* and *Dyke* compare equal."""
    suffix: str

    @property
    def first(self) -> str:
        """First given name or initial, "" for none."""
        return self.given[0] if self.given else ""


def fold(text: str) -> str:
    """Lower case, without accents, full stops and possessive endings, spaces collapsed."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ß", "ss"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = without_last_possessive(plain)
    return " ".join(plain.translate(_STROKES).replace(".", " ").lower().split())


_STROKES = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"})


@lru_cache(maxsize=65536)
def parse_person_name(text: str) -> PersonName:
    """Take a person's name apart; a title must have been cut off before."""
    before = takewhile(lambda w: w not in load_words("epithet_openers"), text.split())
    text = " ".join(before) or text
    words = [fold(w) for w in _words(text)]
    suffix = ""
    if len(words) > 1 and words[-1].strip(",") in load_words("name_suffixes"):
        suffix = words.pop().strip(",")
    words = [w.strip(",") for w in words]
    if not words:
        return PersonName((), fold(text), suffix)
    if _surname_first(text):
        return PersonName((" ".join(words[1:]),), words[0], suffix)
    last = len(words) - 1
    particles = load_words("name_particles")
    at = start_while(words, last, particles.__contains__, floor=min(1, last))
    given = words[:at]
    surname = _strip_particles(words[-1])
    return PersonName(tuple(given), surname, suffix)


def _words(text: str) -> list[str]:
    spaced = re.sub(r"(?<=\b[A-Z])\.(?=[A-Z])", ". ", text)
    return [w for w in spaced.split() if re.search(r"\w", w)]


def _strip_particles(word: str) -> str:
    head, _, tail = word.partition("-")
    return tail if tail and head in load_words("name_particles") else word


def _surname_first(text: str) -> bool:
    """Whether a name is written family name first, as East Asian names mostly are."""
    parts = _words(text)
    if len(parts) not in (2, 3) or parts[0] not in load_words("surname_first"):
        return False
    if len(parts) == 3:
        return parts[2] not in load_words("surname_first") and not is_given_name(parts[1])
    later = parts[1]
    if "-" in later:
        return later not in load_words("surname_first")
    plain = _may_be_surname_first(parts) and not is_given_name(later)
    return plain and parts[0] not in load_words("surname_first_ambiguous")


def _may_be_surname_first(words: Sequence[str]) -> bool:
    """*Li Wei*: a word that is a family name with one behind it that is spelt like a given one."""
    listed = len(words) == 2 and words[0] in load_words("surname_first")
    return listed and PINYIN.fullmatch(words[1].lower()) is not None


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    return {row[0]: row[1] for row in load_rows("given_names")}


@lru_cache(maxsize=1)
def _nicknames() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for name, short in load_rows("nicknames"):
        for one in short.split(";"):
            forms.setdefault(fold(one), set()).add(fold(name))
            forms.setdefault(fold(name), set()).add(fold(one))
    return {name: frozenset(others) for name, others in forms.items()}


def is_given_name(word: str) -> bool:
    """Whether the list of given names has the word (as written, or in title case)."""
    names = _given_names()
    if word in names or (word.isupper() and len(word) > 3 and word.title() in names):
        return True
    head, _, tail = word.partition("-")
    return bool(tail) and head in names


def is_called_so(word: str) -> bool:
    """Whether the lists have somebody who is called by this word."""
    return is_given_name(word) or word in load_words("surnames")


def is_common_word(word: str, language: str, least: float = COMMON_LEAST) -> bool:
    """*Railway*, *Market*: a common word of the language that nobody is called."""
    return is_frequent(word, language, least) and not is_called_so(word)


def gender_of_given_name(word: str) -> Gender:
    """What a given name alone says, in any case of letters."""
    names = _given_names()
    code = names.get(word) or names.get(word.title()) or names.get(word.partition("-")[0])
    return gender_of_code(code or "")


def gender_of_full_name(words: Sequence[str]) -> Gender:
    """What the given name says; nothing where the first word may be the family name: *Li Wei*."""
    if not words or _may_be_surname_first(words):
        return "unknown"
    return gender_of_given_name(words[0])


def gender_of_code(code: str) -> Gender:
    """The gender that a word list's ``m`` or ``f`` stands for."""
    if code == "m":
        return "masculine"
    return "feminine" if code == "f" else "unknown"


def agreed_gender(told: Iterable[Gender]) -> Gender:
    """The one gender that all mentions of a person show which show any; else unknown."""
    known: set[Gender] = {gender for gender in told if gender != "unknown"}
    return known.pop() if len(known) == 1 else "unknown"


def same_given(one: str, other: str) -> bool:
    """Whether two folded given names can be of one person: equal, initial, nickname, variant."""
    if one == other or not one or not other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    one, other = one.replace("-", "").replace(" ", ""), other.replace("-", "").replace(" ", "")
    if one == other or other in _nicknames().get(one, ()):
        return True
    shared = _nicknames().get(one, frozenset()) & _nicknames().get(other, frozenset())
    return bool(shared) or (len(one) > 3 and len(other) > 3 and near_spelling(one, other))


def near_spelling(one: str, other: str) -> bool:
    """Whether two folded surnames can be spellings of one: *Zelensky*, *Zelenskyy*."""
    if one == other:
        return True
    return spelling_key(one) == spelling_key(other)


def spelling_key(surname: str) -> str:
    """Equal for folded surnames that are near spellings of each other."""
    return surname if len(surname) < VARIANT_LEAST else _skeleton(surname)


def given_forms(first: str) -> frozenset[str]:
    """A folded given name with its initial and short forms, for an index."""
    return frozenset({first, first[:1], *_nicknames().get(first, ())})


@lru_cache(maxsize=65536)
def _skeleton(name: str) -> str:
    """The sound of a name, roughly, so that transliterations of one name fall together."""
    sound = name.replace("-", "").replace("'", "")
    for pattern, replacement in load_rows("transliterations"):
        sound = re.sub(pattern, replacement, sound)
    return sound
