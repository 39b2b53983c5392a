"""What the words of a name themselves say that it names: *Bank of Kenya*, *Lake Chad*, *J. Doe*.

Each function says how much of its clue a name shows: 1.0, or 0.0 for nothing of it.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from generator.language.gazetteer import gazetteer_of, town_size
from generator.language.lexicons import Lexicon, load_words
from generator.language.person_names import is_called_so, is_common_word, is_given_name
from generator.language.weights import load_count
from generator.resolve.entities.name_evidence import FULL_NAME, LONGEST_ACRONYM, NameEvidence

Clue = Callable[[NameEvidence], float]
CODE = re.compile(r"[A-Z]+-?[0-9]+[A-Z]?")
"""*IE6*, *STS-1*: a model, a version, a mission."""
NUMERAL = re.compile(r"[IVX]{2,}|.*\$.*")
SHORT_FOR = re.compile(r"(?:[A-Z]\.){2,}")
"""*N.S.*: initials that stand alone are short for something, and seldom for a person."""
PLURAL_INITIALS = re.compile(r"[A-Z]{2,}s")
INSIDE = re.compile(r"([A-Z]\w*?[a-z])[A-Z]")
BODY_INITIALS = re.compile(rf"[A-Z]{{3,{LONGEST_ACRONYM}}}")
SHORTEST_BODY = load_count("form_clues.body")
"""Letters; two capitals behind a name are a person's or a state's."""
INITIALS = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]{1,2}")
"""*J. K.*, *JD*; three letters without stops are a body's."""


def purpose(name: NameEvidence) -> float:
    """*Campaign for Clean Rivers*."""
    return float(not name.lexicon.group("purpose_prepositions").isdisjoint(name.words[1:-1]))


def known_place(name: NameEvidence) -> float:
    """*Oldham, Lancashire*, or a place of the lists."""
    return float(name.known_place)


def known_company(name: NameEvidence) -> float:
    """*Kinder Morgan*: a company of the list."""
    return float(name.text in load_words("companies"))


def town(name: NameEvidence) -> float:
    """A town of the list that nobody is called like."""
    return float(_town(name) > 0 and not is_called_so(name.text))


def size_of_town(name: NameEvidence) -> float:
    """How large that town is, 1.0 for a small one to 3.0 for a million people."""
    return 0.0 if is_called_so(name.text) else float(_town(name))


def town_or_person(name: NameEvidence) -> float:
    """How large a town is that people are called like: *London* of *Jack London*."""
    return float(_town(name)) if is_called_so(name.text) else 0.0


def _town(name: NameEvidence) -> int:
    return 0 if name.known_place else town_size(name.text)


def ends_in(*lists: str, alone: bool = False) -> Clue:
    """The clue that a name's last word, or the one before *of*, is in a list of heads."""

    def clue(name: NameEvidence) -> float:
        return float(name.several is not alone and _ends_in(name, lists))

    return clue


def _ends_in(name: NameEvidence, lists: Sequence[str]) -> bool:
    if name.known_place or not name.words:
        return False
    links, words = name.lexicon.group("links_in_names"), name.words
    linked = next((i for i in range(1, len(words) - 1) if words[i] in links), len(words))
    ends = {words[-1].lower().rstrip("."), words[linked - 1].lower()}
    return any(ends & name.lexicon.words(one) for one in lists)


def code(name: NameEvidence) -> float:
    """*IE6*, *STS-1*, and what begins with the word for a ship or a mission."""
    if name.known_place:
        return 0.0
    return float(bool(CODE.fullmatch(name.text) or thing_rest(name.text, name.lexicon)))


def thing_rest(text: str, lexicon: Lexicon) -> str:
    """The short name of a thing: *Endeavour* of *Space Shuttle Endeavour*; else ""."""
    found = next((first for first in _thing_prefixes(lexicon) if text.startswith(first)), text)
    return text[len(found) :]


@cache
def _thing_prefixes(lexicon: Lexicon) -> tuple[str, ...]:
    """The longest first, each with the space behind it."""
    prefixes = (f"{first} " for first in lexicon.words("thing_prefixes"))
    return tuple(sorted(prefixes, key=lambda f: (-len(f), f)))


def field(name: NameEvidence) -> float:
    """*Astronomy*: one word that ends like a field of study."""
    endings = tuple(name.lexicon.words("field_endings"))
    return float(_one_word(name) and name.text.lower().endswith(endings))


def numeral(name: NameEvidence) -> float:
    """*XIV*, a sum in dollars."""
    return float(_one_word(name) and NUMERAL.fullmatch(name.text) is not None)


def acronym(name: NameEvidence) -> float:
    """*NATO*: a short word in capitals."""
    short = 2 <= len(name.text) <= LONGEST_ACRONYM
    return float(_one_word(name) and short and name.text.isupper())


def acronym_first(name: NameEvidence) -> float:
    """*CBC News*, *PGA Tour*: initials of a body, and words that name neither person nor place."""
    if not name.several or name.known_place:
        return 0.0
    first, *rest = name.words
    body = BODY_INITIALS.fullmatch(first) is not None and not is_given_name(first.title())
    others = [word for word in rest if is_given_name(word) or town_size(word)]
    return float(body and not others and any(not word.isupper() for word in rest))


def acronym_last(name: NameEvidence) -> float:
    """*Langley-Surrey LRT*: other words, then the initials of a body, a line or a scheme."""
    last = name.words[-1] if name.several and not name.known_place else ""
    body = len(last) > SHORTEST_BODY and BODY_INITIALS.fullmatch(last) is not None
    shouted = name.text.isupper() or last.casefold() in load_words("name_suffixes")
    return float(body and not shouted and not is_given_name(last.title()))


def plural_initials(name: NameEvidence) -> float:
    """*MLAs*, *NGOs*: several of what has these initials."""
    return float(_one_word(name) and PLURAL_INITIALS.fullmatch(name.text) is not None)


def medial_capital(name: NameEvidence) -> float:
    """*SkyTrain*, *PetroKazakh Works*: a capital inside a word, but for a particle before it."""
    words = [word for part in name.words for word in part.split("-")]
    return float(any(_is_made_up(word) for word in words))


def _is_made_up(word: str) -> bool:
    match = INSIDE.match(word)
    before = load_words("name_particles") | load_words("surname_prefixes")
    named = is_given_name(word) or word in load_words("surnames")
    return match is not None and match.group(1).casefold() not in before and not named


def _one_word(name: NameEvidence) -> bool:
    return not name.several and not name.known_place


def see(name: NameEvidence) -> float:
    """*Patriarch* of somewhere."""
    titles = name.lexicon.words("see_titles")
    return float(name.several and name.words[0] in titles and not town_size(" ".join(name.words)))


def mountain(name: NameEvidence) -> float:
    """*Mount Kenya*, *Djebel Amour*."""
    words = name.lexicon.words("mountain_words")
    return float(name.several and not see(name) and not words.isdisjoint(name.words))


def begins_with_country(name: NameEvidence) -> float:
    """*Kenya Airways*: a country, and what is called after it."""
    if not name.several or is_given_name(name.words[0]):
        return 0.0
    return float(gazetteer_of(name.lexicon).find(name.words[0]) is not None)


def branch(name: NameEvidence) -> float:
    """*Statistics Canada*, *Oxfam India*: a body and the country where it works."""
    if not name.several or is_given_name(name.words[0]):
        return 0.0
    state = gazetteer_of(name.lexicon).find(name.words[-1])
    links = name.lexicon.words("name_links")
    linked = any(word in links or word.endswith(",") for word in name.words)
    return float(bool(state and state.sense == "name" and not linked))


def team(name: NameEvidence) -> float:
    """*San Diego Chargers*, *Boston Red Sox*: a town or state, then a plural."""
    if not name.several:
        return 0.0
    words, towns = name.words, name.lexicon.words("places")
    heads = name.lexicon.words("place_heads")
    endings = tuple(name.lexicon.words("plural_name_endings"))
    plural = words[-1].endswith(endings) and words[-1].lower() not in heads
    return float(plural and any(" ".join(words[:i]) in towns for i in range(1, len(words))))


def surname(*, alone: bool) -> Clue:
    """The clue that a name ends in a surname of the list."""

    def clue(name: NameEvidence) -> float:
        fits = name.several is not alone
        return float(fits and bool(name.words) and name.words[-1] in load_words("surnames"))

    return clue


def family(name: NameEvidence) -> float:
    """*O’Brien*: a word that has the form of a surname."""
    last = name.words[-1].replace("’", "'") if name.words else ""
    begun = (p for p in load_words("surname_prefixes") if last.lower().startswith(p))
    return float(any(last[len(p) : len(p) + 1].isupper() for p in begun))


def given_name(*, alone: bool) -> Clue:
    """The clue that a name begins with a given name of the list."""

    def clue(name: NameEvidence) -> float:
        place = name.several and name.text in name.lexicon.words("places")  # *Nova Scotia*
        fits = name.several is not alone and bool(name.words) and not place
        return float(fits and is_given_name(name.words[0]))

    return clue


def initials(name: NameEvidence) -> float:
    """*J. K. Mwangi*."""
    unlisted = name.several and not is_given_name(name.words[0])
    return float(unlisted and INITIALS.fullmatch(name.words[0]) is not None)


def capitalised(name: NameEvidence) -> float:
    """Two or three words in title case, the first of them no given name of the list."""
    words = name.words
    if not 2 <= len(words) <= 3 or is_given_name(words[0]) or INITIALS.fullmatch(words[0]):
        return 0.0
    return float(all(word[:1].isupper() and not word.isupper() for word in words))


def unlisted(name: NameEvidence) -> float:
    """One word that nobody is called, by the lists or in full in a text, and no initials."""
    called = is_called_so(name.text) or FULL_NAME in name.listed
    return float(_one_word(name) and not called and not name.text.isupper())


def initials_alone(name: NameEvidence) -> float:
    """*N.S.*, *B.C.*."""
    return float(_one_word(name) and SHORT_FOR.fullmatch(name.text) is not None)


def common_last(name: NameEvidence) -> float:
    """*Fraser Railway*: several words, and the last is a common word that nobody is called."""
    return float(name.several and is_common_word(name.words[-1], name.lexicon.language))
