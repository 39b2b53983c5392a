"""What the words of a name themselves say that it names: *Bank of Kenya*, *Lake Chad*, *J. Doe*."""

import re
from collections import defaultdict
from collections.abc import Sequence

from generator.language.gazetteer import gazetteer_of, town_size
from generator.language.lexicons import Lexicon, load_words
from generator.language.person_names import is_given_name

Scores = defaultdict[str, float]
"""Votes by kind."""
LONGEST_ACRONYM = 5
LINK = re.compile(r" (?:of|for|to|in|on|against|and) ")
PURPOSE = re.compile(r" (?:for|on|against) ")
CODE = re.compile(r"[A-Z]+-?[0-9]+[A-Z]?")
"""*IE6*, *STS-1*: a model, a version, a mission."""
ROMAN = re.compile(r"[IVX]{2,}")
FAMILY = re.compile(r"(?:[dDO]['’]|Mc|Fitz)[A-Z]")
"""*d'Arc*, *O'Brien*, *McBride*, *FitzRoy*."""
BRANCH_LINKS = frozenset({"of", "and", "in", "for"})
FORMS = (
    ("organisation", 5.0, ("organisation_heads",)),
    ("organisation", 4.0, ("organisation_suffixes", "administration_words")),
    ("place", 4.5, ("place_heads",)),
    ("nothing", 6.0, ("thing_heads",)),
)
"""What the last word of a name makes it, with how much it weighs."""


def vote_by_form(scores: Scores, text: str, lexicon: Lexicon) -> None:
    """Add what the words of a name weigh."""
    words = text.split()
    several = len(words) > 1
    if PURPOSE.search(text):
        scores["organisation"] += 2
    if text in lexicon.words("places") or _lies_in(text, lexicon):
        scores["place"] += 3
    else:
        scores["place"] += _town_weight(text)
        _by_heads(scores, text, words, lexicon)
    if several:
        _by_first_word(scores, words, lexicon)
    _by_given_name(scores, words)


def _lies_in(text: str, lexicon: Lexicon) -> bool:
    """*Oldham, Lancashire*: a name and the place that it lies in."""
    around = text.rpartition(", ")[2] if ", " in text else ""
    state = gazetteer_of(lexicon).find(around)
    return around in lexicon.words("places") or bool(state and state.sense == "name")


def _town_weight(text: str) -> float:
    """A town of the list weighs little where people are called so too."""
    size = town_size(text)
    personal = is_given_name(text) or text in load_words("surnames")
    return 0.0 if not size else 0.3 * size if personal else 1.0 + 0.5 * size


def _by_heads(scores: Scores, text: str, words: Sequence[str], lexicon: Lexicon) -> None:
    """The word that says what kind of thing a name names."""
    last = words[-1].lower().rstrip(".")
    head = LINK.split(text, maxsplit=1)[0].split()[-1].lower()
    several = len(words) > 1
    for kind, weight, lists in FORMS:
        if any({last, head} & lexicon.words(one) for one in lists):
            person = is_given_name(words[0]) and words[1:] and words[-1] in load_words("surnames")
            scores[kind] += (weight if several else weight / 2) - (1.5 if person else 0)
    if CODE.fullmatch(text) or thing_rest(text, lexicon):
        scores["nothing"] += 6.0
    if not several:
        _by_one_word(scores, text, lexicon)


def thing_rest(text: str, lexicon: Lexicon) -> str:
    """The short name of a thing: *Endeavour* of *Space Shuttle Endeavour*; else ""."""
    for first in sorted(lexicon.words("thing_prefixes"), key=lambda f: -len(f)):
        if text.startswith(f"{first} "):
            return text[len(first) + 1 :]
    return ""


def _by_one_word(scores: Scores, text: str, lexicon: Lexicon) -> None:
    """Initials, fields of study."""
    if text.lower().endswith(tuple(lexicon.words("field_endings"))):
        scores["nothing"] += 2.5
    if ROMAN.fullmatch(text) or "$" in text:
        scores["nothing"] += 3.0
    if text.isupper() and 2 <= len(text) <= LONGEST_ACRONYM:
        scores["organisation"] += 1.0


def _by_first_word(scores: Scores, words: Sequence[str], lexicon: Lexicon) -> None:
    """*Patriarch* of somewhere, *Lake* something, a country and what is called after it."""
    if words[0] in lexicon.words("see_titles") and not town_size(" ".join(words)):
        scores["person"] += 5
    elif set(words) & lexicon.words("mountain_words"):
        scores["place"] += 5
    elif words[0] in lexicon.words("place_prefixes"):
        scores["place"] += 2.5
    if gazetteer_of(lexicon).find(words[0]) and not is_given_name(words[0]):
        scores["organisation"] += 1.5
    if _is_branch(words, lexicon):
        scores["organisation"] += 2.0
    if _is_team(words, lexicon):
        scores["organisation"] += 4


def _is_branch(words: Sequence[str], lexicon: Lexicon) -> bool:
    """*Statistics Canada*, *Oxfam India*: a body and the country where it works."""
    state = gazetteer_of(lexicon).find(words[-1])
    linked = any(word in BRANCH_LINKS or word.endswith(",") for word in words)
    return bool(state and state.sense == "name" and not linked and not is_given_name(words[0]))


def _is_team(words: Sequence[str], lexicon: Lexicon) -> bool:
    """*San Diego Chargers*, *Boston Red Sox*: a town or state, then a plural."""
    towns = lexicon.words("places")
    plural = words[-1].endswith(("s", "x")) and words[-1].lower() not in lexicon.words(
        "place_heads"
    )
    return plural and any(" ".join(words[:i]) in towns for i in range(1, len(words)))


def _by_given_name(scores: Scores, words: Sequence[str]) -> None:
    if words[-1] in load_words("surnames"):
        scores["person"] += 0.6 if len(words) > 1 else 0.5
    if FAMILY.match(words[-1]):
        scores["person"] += 1.5
    if is_given_name(words[0]):
        scores["person"] += 3.5 if len(words) > 1 else 0.8
    elif len(words) > 1 and re.match(r"(?:[A-Z]\.?){1,3}$", words[0]):
        scores["person"] += 2
    elif 2 <= len(words) <= 3 and all(w[:1].isupper() and not w.isupper() for w in words):
        scores["person"] += 0.6
