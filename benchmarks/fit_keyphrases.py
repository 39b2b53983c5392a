"""Fits the weights of keyphrases, takes out what does not earn its place, and tells each fold.

    python benchmarks/fit_keyphrases.py [--keep NUMBER] [--pull NUMBER] [--write] -- GOLD.jsonl …

A line of a gold file is ``{"id": …, "text": …, "keyphrases": […]}``, as for `keyphrases.py`.

The model is linear: a softmax over the candidates of each document. A set of articles counts three
times, since most seeds are articles. A weight is pulled back to the one in the file as strongly as
`--pull` says. With `--keep`, of the features that are least missed by the loss the one is taken out
without which most is found, and the others are fitted again, down to as many. Folds are fifths of
each set: what is printed as "left out" was never in the fold that was fitted on. `--write` prints
the lines of the file, fitted on everything.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from keyphrases import documents_of, normal, read_gold
from msgspec import Struct
from scipy.optimize import minimize

from generator.config import Settings
from generator.extract.annotate import find_annotations
from generator.extract.keyphrases.features import ABSTRACT
from generator.language.pipeline import load_language_model
from generator.model.annotations import Candidate
from generator.model.features import FEATURES
from generator.resolve.entities import resolve_actors
from generator.resolve.informativeness import central_actors, central_words
from generator.resolve.keyphrases import distinct, says_nothing
from generator.resolve.keyphrases.fullest import complete_phrases, count_completions
from generator.resolve.keyphrases.names import merge_names, named_places
from generator.resolve.keyphrases.ranking import (
    CORPUS_FEATURES,
    corpus_features,
    count_documents,
    load_weights,
)

MEASURED = tuple(sorted(CORPUS_FEATURES.union(FEATURES)))
FOLDS = 5
ARTICLES = 3.0
"""What a set of articles counts against one of abstracts."""
LOOKED_AT = 7
"""Features of which the one that is missed least is taken out."""
TOP = (5, 10)


class RankedDocument(Struct):
    """One document: its candidates, what is measured of each, and which are gold."""

    group: str
    fold: int
    candidates: list[Candidate]
    shown: np.ndarray
    right: np.ndarray
    gold: frozenset[str]
    brief: bool
    """Whether most of its set are abstracts."""
    silent: frozenset[str]
    """Words that tell nothing in its set."""


def measured(path: Path) -> Iterator[RankedDocument]:
    """The documents of one set with their candidates, as resolution ranks them."""
    golds = read_gold(path)
    read = documents_of(golds)
    documents = [read[g.id] for g in golds]
    model = load_language_model(Settings().nlp.model)
    annotations = [find_annotations(d, model=model) for d in documents]
    actors = resolve_actors(documents, annotations)
    rarity, completions = count_documents(annotations), count_completions(annotations)
    places, central = named_places(documents, actors), central_actors(actors, len(documents))
    silent = rarity.common | central_words(actors, central)
    brief = sum(len(d.text) < ABSTRACT for d in documents) > len(documents) / 2
    for number, (gold, own) in enumerate(zip(golds, annotations, strict=True)):
        merged = merge_names(own, places[own.document_id], central)
        found = [c for c in complete_phrases(merged, completions) if not says_nothing(c)]
        wanted = frozenset(normal(p) for p in gold.keyphrases) - {""}
        shown = np.array([[corpus_features(c, rarity)[f] for f in MEASURED] for c in found])
        right = np.array([normal(c.text) in wanted for c in found], dtype=float)
        yield RankedDocument(path.stem, number % FOLDS, found, shown, right, wanted, brief, silent)


def file_weights() -> np.ndarray:
    """The weights of the file; 0 for what it does not weigh."""
    file = load_weights()
    return np.array([file.get(name, 0.0) for name in MEASURED])


def fit(documents: Sequence[RankedDocument], kept: np.ndarray, pull: float) -> np.ndarray:
    """The weights of the least loss; those of features that are not kept are 0."""
    told = [d for d in documents if d.right.any()]
    sizes = np.array([len(d.right) for d in told])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    shown = np.concatenate([d.shown[:, kept] for d in told])
    groups = [d.group for d in told]
    counted = {d.group: 1 + (ARTICLES - 1) * (not d.brief) for d in told}
    share = np.array([counted[g] / groups.count(g) / sum(counted.values()) for g in groups])
    right = np.concatenate([d.right / d.right.sum() for d in told]) * np.repeat(share, sizes)
    scale = shown.std(axis=0) + 1e-9
    shown = shown / scale
    start = file_weights()[kept] * scale

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        votes = shown @ weights
        votes -= np.repeat(np.maximum.reduceat(votes, starts), sizes)
        powers = np.exp(votes)
        sums = np.add.reduceat(powers, starts)
        value = -(right * (votes - np.repeat(np.log(sums), sizes))).sum()
        away = powers * np.repeat(share / sums, sizes) - right
        moved = weights - start
        return value + pull * (moved**2).sum(), shown.T @ away + 2 * pull * moved

    found = minimize(loss, start, jac=True, method="L-BFGS-B")
    weights = np.zeros(len(kept))
    weights[kept] = found.x / scale
    return weights


def least_missed(
    documents: Sequence[RankedDocument], weights: np.ndarray, kept: np.ndarray
) -> np.ndarray:
    """The features without which the loss grows least, by their weights and what is near them."""
    shown = np.concatenate([d.shown[:, kept] for d in documents])
    shares = []
    for document in documents:
        votes = document.shown @ weights
        powers = np.exp(votes - votes.max())
        shares.append(powers / powers.sum())
    weighed = shown * np.sqrt(np.concatenate(shares))[:, None]
    bend = weighed.T @ weighed
    bend += np.eye(len(bend)) * 1e-3 * np.trace(bend) / len(bend)
    cost = weights[kept] ** 2 / np.diag(np.linalg.inv(bend))
    return np.flatnonzero(kept)[np.argsort(cost)][:LOOKED_AT]


def found_by(documents: Sequence[RankedDocument], weights: np.ndarray) -> float:
    """The sum of what is found: F1 of each set, that of a set of articles at both lengths."""
    scores = np.array([score(d, weights) for d in documents])
    total = 0.0
    for group in sorted({d.group for d in documents}):
        mine = [d for d in documents if d.group == group]
        mean = scores[[d.group == group for d in documents]].mean(axis=0)
        total += mean[-1] / 2 if mine[0].brief else mean.sum()
    return total


def fewer(
    documents: Sequence[RankedDocument], keep: int, pull: float
) -> tuple[np.ndarray, np.ndarray]:
    """Weights for as many features as are to be kept, and which they are."""
    kept = file_weights() != 0
    weights = fit(documents, kept, pull)
    while kept.sum() > keep:
        tried = []
        for number in least_missed(documents, weights, kept):
            less = kept.copy()
            less[number] = False
            tried.append((less, fit(documents, less, pull)))
        kept, weights = max(tried, key=lambda one: found_by(documents, one[1]))
    return weights, kept


def score(document: RankedDocument, weights: np.ndarray) -> tuple[float, ...]:
    """F1 of the best phrases of one document, as it is shown."""
    votes = document.shown @ weights
    rows = zip(votes.tolist(), document.candidates, strict=True)
    ranked = sorted(rows, key=lambda row: (-row[0], row[1].spans[0], row[1].key))
    best = distinct(ranked, 2 * max(TOP), document.silent, "en")
    phrases = list(dict.fromkeys(n for _, c in best if (n := normal(c.text))))
    found = []
    for most in TOP:
        hits = len(document.gold.intersection(phrases[:most]))
        found.append(2 * hits / (min(most, len(phrases)) + len(document.gold)))
    return tuple(found)


def line(name: str, documents: Sequence[RankedDocument], scores: np.ndarray) -> str:
    """One line of the table: F1 at each length, set by set."""
    parts = [f"{name:12}"]
    for group in sorted({d.group for d in documents}):
        mine = 100 * scores[[d.group == group for d in documents]].mean(axis=0)
        parts.append(f"{group[:10]} " + " ".join(f"{value:5.2f}" for value in mine))
    return " | ".join(parts)


def by_folds(documents: Sequence[RankedDocument], kept: np.ndarray, pull: float) -> np.ndarray:
    """The scores of each document by weights that were fitted on the other folds."""
    scores = np.zeros((len(documents), len(TOP)))
    for fold in range(FOLDS):
        weights = fit([d for d in documents if d.fold != fold], kept, pull)
        for number, document in enumerate(documents):
            if document.fold == fold:
                scores[number] = score(document, weights)
    return scores


def main() -> None:
    """Fit, take out, and print how it does, left out and within, beside the weights of the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--keep", type=int, default=len(MEASURED))
    parser.add_argument("--pull", type=float, default=1e-2)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    documents = [d for path in given.gold for d in measured(path)]
    now = file_weights()
    print(line("file", documents, np.array([score(d, now) for d in documents])))
    now, kept = fewer(documents, given.keep, given.pull)
    print(line(f"{kept.sum()} within", documents, np.array([score(d, now) for d in documents])))
    print(line(f"{kept.sum()} left out", documents, by_folds(documents, kept, given.pull)))
    if given.write:
        for name, weight in zip(MEASURED, now, strict=True):
            if weight:
                print(f"{name}\t{weight:.3f}\tother")


if __name__ == "__main__":
    main()
