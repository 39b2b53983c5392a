"""The linear ranker: what the corpus adds to a phrase's features, and the sum with the weights."""

from collections import Counter
from collections.abc import Mapping
from math import log

from msgspec import Struct

from generator.language.lexicons import load_rows
from generator.language.weights import load_count, load_weight
from generator.language.word_families import general_words
from generator.model.annotations import AllAnnotations, Candidate
from generator.model.features import unpack_features

PLACE = ("first", "brief_first", "first_share", "last_share")
CORPUS_FEATURES = frozenset({"rarity", "rarity_most", "rarity_least", "count_by_rarity"})
"""What the corpus adds to a document's features."""
BACKGROUND = load_count("keyphrases.background")
"""Imagined documents of general English that are counted with the real ones: with two documents
alone no word would be rarer than another, and what is rare in English would count for nothing."""
SHARE_COMMON, SHARE_RARE = (
    load_weight("keyphrases.imagined_common"),
    load_weight("keyphrases.imagined_rare"),
)
"""Share of the imagined documents that has a general word, and any other word or phrase."""


class Rarity(Struct, frozen=True):
    """In how many documents phrases and words occur."""

    documents: int
    phrases: Mapping[str, int]
    words: Mapping[str, int]
    common: frozenset[str]
    """Words that most texts have, whatever they are about."""

    def of_phrase(self, key: str) -> float:
        """Inverse document frequency of a phrase; 0.0 where every document has it."""
        return self._rarity(self.phrases.get(key, 0), common=key in self.common)

    def of_word(self, word: str) -> float:
        """Inverse document frequency of a word."""
        return self._rarity(self.words.get(word, 0), common=word in self.common)

    def _rarity(self, found: int, *, common: bool) -> float:
        imagined = BACKGROUND * (SHARE_COMMON if common else SHARE_RARE)
        return log((self.documents + BACKGROUND) / (found + imagined))


def count_documents(annotations: AllAnnotations) -> Rarity:
    """Count in how many documents each phrase and each word of a phrase occurs."""
    phrases: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for found in annotations:
        keys = {c.key for c in found.candidates}
        phrases.update(keys)
        words.update({w for key in keys for w in key.split()})
    languages = {a.lexicon_language for a in annotations if a.lexicon_language}
    return Rarity(len(annotations), phrases, words, general_words(languages))


def load_weights() -> Mapping[str, float]:
    """The coefficients by feature; the file says what they were fitted on."""
    return {name: float(weight) for name, weight, _ in load_rows("keyphrase_weights")}


def score_of(
    candidate: Candidate, rarity: Rarity, weights: Mapping[str, float], *, place: float
) -> float:
    """How much a phrase says about its document; `place` scales what its place counts for."""
    features = corpus_features(candidate, rarity)
    for name in PLACE:
        features[name] *= place
    return sum(weight * features.get(name, 0.0) for name, weight in weights.items())


def corpus_features(candidate: Candidate, rarity: Rarity) -> dict[str, float]:
    """The candidate's features with those that need the corpus."""
    features = unpack_features(candidate.features)
    words = [rarity.of_word(w) for w in candidate.key.split()] or [0.0]
    features["rarity"] = rarity.of_phrase(candidate.key)
    features["rarity_most"] = max(words)
    features["rarity_least"] = min(words)
    features["count_by_rarity"] = features["count"] * features["rarity"]
    return features
