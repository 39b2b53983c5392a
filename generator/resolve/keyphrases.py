"""Candidate phrases to each document's keyphrases, ranked with what the corpus tells.

The ranker is linear: a phrase's score is the sum of its features times the coefficients of
``lexicons/any/keyphrase_weights.tsv``.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from msgspec import Struct

from generator.lexicons import load_rows
from generator.model.annotations import Annotations, Candidate
from generator.model.corpus import Actor, Keyphrase
from generator.model.text import Document

BARE_NAME_TYPES = frozenset({"person", "country", "place"})


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


def resolve_keyphrases(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    actors: Sequence[Actor],
    *,
    limit: int,
) -> Mapping[str, tuple[Keyphrase, ...]]:
    """Each document's keyphrases by document id, best first."""
    weights = {name: float(weight) for name, weight in load_rows("keyphrase_weights")}
    rarity = count_documents(annotations)
    ranked = {}
    for found in annotations:
        scored = [(_score(c, rarity, weights), c) for c in found.candidates]
        scored.sort(key=lambda pair: (-pair[0], pair[1].spans[0], pair[1].key))
        ranked[found.document_id] = _keyphrases(distinct(scored, limit))
    return ranked


def count_documents(annotations: Sequence[Annotations]) -> Rarity:
    """Count in how many documents each phrase and each word of a phrase occurs."""
    phrases: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for found in annotations:
        keys = {c.key for c in found.candidates}
        phrases.update(keys)
        words.update({w for key in keys for w in key.split()})
    return Rarity(len(annotations), phrases, words)


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


def distinct(
    scored: Sequence[tuple[float, Candidate]], limit: int
) -> list[tuple[float, Candidate]]:
    """The best phrases of which none contains another, by lemmas."""
    kept: list[tuple[float, Candidate]] = []
    for score, candidate in scored:
        if len(kept) == limit:
            break
        if not any(_overlap(candidate.key, other.key) for _, other in kept):
            kept.append((score, candidate))
    return kept


def _overlap(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _score(candidate: Candidate, rarity: Rarity, weights: Mapping[str, float]) -> float:
    features = corpus_features(candidate, rarity)
    return sum(weight * features.get(name, 0.0) for name, weight in weights.items())


def _keyphrases(chosen: Sequence[tuple[float, Candidate]]) -> tuple[Keyphrase, ...]:
    return tuple(
        Keyphrase(c.text, round(score, 4), tuple((s.start, s.end) for s in c.spans), c.key)
        for score, c in chosen
    )
