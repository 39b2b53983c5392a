"""What the words directly before and after a name say that it is: *the cruise ship Aurora*."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import Lexicon, load_words
from generator.language.noun_phrases import before_complements
from generator.model.reading_order import start_while
from generator.model.words import first_word, last_word
from generator.resolve.entities.name_occurrences import NameOccurrence, Uses

YEAR_AFTER = re.compile(r"[”\"’']?,? \((?:[^()]{0,12} )?(?:1[5-9]|20)\d\d\)")
"""*Aurora* (1938): a work or an event, seldom a person."""
FOLLOWING = re.compile(r"[”\"’]? ([a-z]+)(?: ([a-z]+))?")
NOUN_BEFORE = re.compile(r"\b([a-z]{6,}) $")
CALLED = {
    "person": "called_person",
    "place": "called_place",
    "organisation": "called_organisation",
    "thing": "called_thing",
}
LONG_FORM = re.compile(r"((?:[a-z][a-z-]{0,40} ){1,20})\($")


def shares_beside(occurrences: Uses, lexicon: Lexicon) -> Mapping[str, float]:
    """How large a share of a name's uses show what by their neighbours."""
    shown: Counter[str] = Counter()
    for use in occurrences:
        shown.update(set(_of_use(use, lexicon)))
    return {trait: count / len(occurrences) for trait, count in sorted(shown.items())}


def _of_use(use: NameOccurrence, lexicon: Lexicon) -> Iterator[str]:
    if lexicon.pattern("name_patterns", "age_behind").match(use.after):
        yield "age"
    if YEAR_AFTER.match(use.after):
        yield "year"
    noun = NOUN_BEFORE.search(use.before)
    if noun and noun.group(1).endswith(tuple(lexicon.words("person_endings"))):
        yield "person noun"
    if last_word(use.before) in load_words("family_particles"):
        yield "particle"
    if _in_place(use.after, lexicon):
        yield "before a place"
    if _short_for_words(use):
        yield "short for common words"
    said = (use.mention.apposition, *use.mention.role_phrases)
    kinds = [kind for phrase in said if phrase and (kind := _described(phrase.text, lexicon))]
    if kinds:
        # a parse takes *the head of X, a charity* for a charity; one word for a person settles it
        yield CALLED["person" if "person" in kinds else kinds[0]]
    beside = lexicon.pattern("name_patterns", "noun_before")
    before, after = beside.search(use.before), FOLLOWING.match(use.after)
    words = [*(before.groups() if before else ()), *(after.groups() if after else ())]
    known = _kinds(lexicon)
    yield from (known[word] for word in words if word in known)


@cache
def _kinds(lexicon: Lexicon) -> Mapping[str, str]:
    """Noun beside a name → the kind of thing that the name names."""
    return {row[0]: row[1] for row in lexicon.rows("kind_nouns")}


def _described(text: str, lexicon: Lexicon) -> str:
    """The kind that an apposition or a complement of *be* says, by its last word."""
    words = before_complements(text, lexicon).lower().split()
    words = words[: start_while(words, len(words), lexicon.words("role_tails").__contains__)]
    if not words:
        return ""
    if words[-1] in lexicon.words("role_nouns"):
        return "person"
    return _kinds(lexicon).get(words[-1], "")


def _in_place(after: str, lexicon: Lexicon) -> bool:
    """*Oldham, Lancashire*: the next name is the place that this one lies in."""
    found = lexicon.pattern("name_patterns", "place_behind").match(after)
    if found is None:
        return False
    names = (found.group(1), first_word(found.group(1)))
    known = lexicon.words("places")
    states = (gazetteer_of(lexicon).find(name) for name in names)
    return any(n in known for n in names) or any(s and s.sense == "name" for s in states)


def _short_for_words(use: NameOccurrence) -> bool:
    """*reactive oxygen species (ROS)*: initials of ordinary words."""
    found = LONG_FORM.search(use.before) if use.mention.text.isupper() else None
    letters = use.mention.text.lower()
    if found is None:
        return False
    words = found.group(1).replace("-", " ").split()
    return "".join(w[0] for w in words).endswith(letters)
