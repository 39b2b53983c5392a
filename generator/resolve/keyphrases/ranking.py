"""The linear ranker: what the corpus adds to a phrase's features, and the sum with the weights."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from msgspec import Struct

from generator.lexicons import load_rows
from generator.model.annotations import Annotations, Candidate


class Rarity(Struct, frozen=True):
    """In how many documents phrases and words occur."""

    documents: int
    phrases: Mapping[str, int]
    words: Mapping[str, int]

    def of_phrase(self, key: str) -> float:
        """Inverse document frequency of a phrase; 0.0 where every document has it."""
        return log((self.documents + 1) / (self.phrases.get(key, 0) + 1))

    def of_word(self, word: str) -> float:
        """Inverse document frequency of a word."""
        return log((self.documents + 1) / (self.words.get(word, 0) + 1))


def count_documents(annotations: Sequence[Annotations]) -> Rarity:
    """Count in how many documents each phrase and each word of a phrase occurs."""
    phrases: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for found in annotations:
        keys = {c.key for c in found.candidates}
        phrases.update(keys)
        words.update({w for key in keys for w in key.split()})
    return Rarity(len(annotations), phrases, words)


def load_weights() -> Mapping[str, float]:
    """The coefficients by feature; the file says what they were fitted on."""
    return {name: float(weight) for name, weight in load_rows("keyphrase_weights")}


def score_of(candidate: Candidate, rarity: Rarity, weights: Mapping[str, float]) -> float:
    """How much a phrase says about its document; comparable within one document."""
    features = corpus_features(candidate, rarity)
    return sum(weight * features.get(name, 0.0) for name, weight in weights.items())


def corpus_features(candidate: Candidate, rarity: Rarity) -> dict[str, float]:
    """The candidate's features with those that need the corpus."""
    features = dict(candidate.features)
    words = [rarity.of_word(w) for w in candidate.key.split()]
    features["rarity"] = rarity.of_phrase(candidate.key)
    features["rarity_mean"] = sum(words) / len(words)
    features["rarity_most"] = max(words)
    features["rarity_least"] = min(words)
    features["count_by_rarity"] = features["count"] * features["rarity"]
    features["word_count_by_rarity"] = features["word_count_mean"] * features["rarity_mean"]
    return features
