"""What a document is about, as weighted words: rare ones weigh more, those that lead it most.

How rare a word is comes from its language at large, not from the folder, so that one document more
or less changes no weight of another.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.language.frequencies import has_frequencies, word_frequency
from generator.language.possessives import without_last_possessive
from generator.language.weights import load_count, load_weight
from generator.language.word_families import family
from generator.model.annotations import Annotations
from generator.model.text import Document, Offsets
from generator.model.visible_text import parsed_text
from generator.model.zones import NEWS

WORD = re.compile(r"[^\W\d_][\w’'-]*\w|\d[\d,.]*\d|\d")
TOO_COMMON = load_weight("stories.too_common_word")
MOST_COMMON = load_weight("stories.most_common_word")
RARE_ENOUGH = load_weight("stories.rare_word")
LEAD_WORDS = load_count("stories.lead_words")
LEAD_WEIGHT = load_weight("stories.lead")
MOST_TERMS = load_count("stories.terms")
"""A long document is about its weightiest words; the others cost time and tell nothing more."""


class Terms(Struct, frozen=True):
    """The weighted words of one document."""

    weights: Mapping[str, float]
    """Word family → weight, above nought."""
    names: frozenset[str]
    """The families that stand in a name or are a number: they tell like events apart."""
    places: Mapping[str, Offsets]
    """Where each family stands first."""


def read_terms(document: Document, annotation: Annotations) -> Terms:
    """The terms of one document; none where nobody has counted its language's words."""
    if not has_frequencies(document.language):
        return Terms({}, frozenset(), {})
    uses: defaultdict[str, float] = defaultdict(float)
    common: dict[str, float] = {}
    places: dict[str, Offsets] = {}
    for number, (word, place, leads) in enumerate(_words(document)):
        key = family(word, document.language)
        uses[key] += LEAD_WEIGHT if leads or number < LEAD_WORDS else 1.0
        common[key] = max(common.get(key, 0.0), word_frequency(word, document.language))
        places.setdefault(key, place)
    weights = {
        key: (1 + math.log(count)) * (MOST_COMMON - max(common[key], RARE_ENOUGH))
        for key, count in uses.items()
        if common[key] < TOO_COMMON
    }
    weights = _weightiest(weights)
    numbers = {key for key in weights if key[0].isdigit()}
    return Terms(weights, frozenset(_name_words(document, annotation) | numbers), places)


def _weightiest(weights: Mapping[str, float]) -> dict[str, float]:
    best = sorted(weights, key=lambda key: (-weights[key], key))[:MOST_TERMS]
    return {key: weights[key] for key in best}


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text in small letters without an owner's *’s*, with their offsets."""
    for match in WORD.finditer(text):
        word = match.group()
        word = without_last_possessive(word)
        yield word.lower().replace("’", "'"), match.start(), match.start() + len(word)


def _words(document: Document) -> Iterator[tuple[str, Offsets, bool]]:
    text = parsed_text(document)
    for zone in document.zones:
        if zone.kind in NEWS:
            for word, start, end in words_of(text[zone.start : zone.end]):
                place = Offsets(zone.start + start, zone.start + end)
                yield word, place, zone.kind == "headline"


def _name_words(document: Document, annotation: Annotations) -> set[str]:
    return {
        family(word, document.language)
        for name in {m.text for m in annotation.mentions if m.kind == "name"}
        for word, _, _ in words_of(name)
    }
