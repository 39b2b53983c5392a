"""Candidate phrases to each document's keyphrases, ranked with what the corpus tells.

The ranker is linear: a phrase's score is the sum of its features times the coefficients of
``lexicons/any/keyphrase_weights.tsv``.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.language.genres import is_opinion
from generator.language.weights import load_count, load_weight
from generator.language.word_families import informative_words
from generator.model.annotations import AllAnnotations, Candidate
from generator.model.corpus import Actors, Keyphrase
from generator.model.features import unpack_features
from generator.model.text import Documents
from generator.resolve.informativeness import central_actors, central_words
from generator.resolve.keyphrases.fullest import complete_phrases, count_completions
from generator.resolve.keyphrases.names import merge_names, named_places
from generator.resolve.keyphrases.ranking import count_documents, load_weights, score_of
from generator.resolve.keyphrases.variants import usual_wording, word_families

REPEATED = load_weight("keyphrases.repeated")
SAME_CORE = load_count("keyphrases.same_core")
"""Most phrases whose telling words are the same (*ceasefire agreement*, *shaky ceasefire*)."""
HALF = load_weight("keyphrases.longer")
OPINION_PLACE = 1 / load_count("keyphrases.opinion_place")


def resolve_keyphrases(
    documents: Documents,
    annotations: AllAnnotations,
    actors: Actors,
    *,
    copies: frozenset[str] = frozenset(),
    limit: int,
) -> Mapping[str, tuple[Keyphrase, ...]]:
    """Each document's keyphrases by document id, best first; `copies` are reprints of others."""
    weights = load_weights()
    rarity = count_documents(annotations)
    completions = count_completions([a for a in annotations if a.document_id not in copies])
    places = named_places(documents, actors)
    central = central_actors(actors, len(documents))
    silent = rarity.common | central_words(actors, central)
    ranked = {}
    for document, found in zip(documents, annotations, strict=True):
        candidates = complete_phrases(merge_names(found, places[document.id], central), completions)
        place = OPINION_PLACE if is_opinion(document) else 1.0
        told = (c for c in candidates if not says_nothing(c))
        scored = [(score_of(c, rarity, weights, place=place), c) for c in told]
        scored.sort(key=lambda pair: (-pair[0], pair[1].spans[0], pair[1].key))
        best = distinct(scored, limit, silent, found.lexicon_language or "any")
        ranked[found.document_id] = _keyphrases(best)
    return ranked


def distinct(
    scored: Sequence[tuple[float, Candidate]], limit: int, silent: frozenset[str], language: str
) -> list[tuple[float, Candidate]]:
    """The best phrases of which none contains another, and few differ in general words alone.

    A phrase loses a little for each word that a better one has already, and is shown in the wording
    that the text most often has.
    """
    kept: list[tuple[float, Candidate]] = []
    cores: Counter[frozenset[str]] = Counter()
    said: set[str] = set()
    left = [(score, candidate, candidate.key.split()) for score, candidate in scored]
    families: list[frozenset[str]] = []
    candidates = [candidate for _, candidate in scored]
    while left and len(kept) < limit:
        best = max(left, key=lambda row: row[0] - REPEATED * _share(row[2], said))
        left.remove(best)
        score, candidate = best[0], usual_wording(best[1], candidates, language)
        core = informative_words(candidate.key, silent)
        if core and cores[core] >= SAME_CORE:
            continue
        stems = word_families(candidate.key, language)
        if not any(stems <= other or stems >= other for other in families):
            cores[core] += 1
            families += [stems, word_families(best[1].key, language)]
            said.update(candidate.key.split())
            kept.append((score, candidate))
    return kept


def _share(words: Sequence[str], said: set[str]) -> float:
    return sum(word in said for word in words) / max(1, len(words))


def says_nothing(candidate: Candidate) -> bool:
    """*A realistic outcome* of an article; in an abstract such words can be terms."""
    features = unpack_features(candidate.features)
    return features["vague"] > 0 and features["brief_bias"] < HALF


def _keyphrases(chosen: Sequence[tuple[float, Candidate]]) -> tuple[Keyphrase, ...]:
    return tuple(
        Keyphrase(c.text, round(score, 4), tuple((s.start, s.end) for s in c.spans), c.key)
        for score, c in chosen
    )
