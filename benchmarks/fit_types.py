"""Fits the weights that say what a name names, and prints how they do on names not fitted on.

    python benchmarks/fit_types.py [--rules] [--write] [--pull NUMBER …] -- GOLD.jsonl …

A line of a gold file is a document ``{"id", "text", "mentions": [{"start", "end", "type"}]}`` in
which every name is marked (what is not marked names nothing), or a topic ``{"id", "docs",
"clusters": [{"mentions": [{"doc", "start", "end", "kind", "tag"}]}]}`` in which some are (what is
not marked is left aside). Types are PER, ORG and LOC; others name nothing.

The model is linear: a softmax over the kinds, of the sums that `type_evidence.decide` compares. A
weight is pulled back to the one in the file as strongly as `--pull` says, so that a rule that the
gold seldom shows keeps the number that was set by hand. Only the pairs of rule and kind in the file
are fitted. Folds are topics, or kinds of text (the id up to its last part): what is printed was
never in the fold that was fitted on; of several sets each is also told by weights that were fitted
on the others alone. `--rules` counts what each rule decides, `--write` prints the
lines of the file, fitted on everything.
"""

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct
from scipy.optimize import minimize

from generator.config import Settings
from generator.extract.annotate import find_annotations
from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import lexicon_of_corpus, load_rows
from generator.language.pipeline import load_language_model
from generator.read.seeds import read_seeds
from generator.resolve.entities.name_evidence import evidence_of
from generator.resolve.entities.name_occurrences import by_key, find_name_occurrences
from generator.resolve.entities.type_evidence import (
    clues_of,
    decide,
    least_votes,
    load_type_weights,
)
from generator.resolve.entities.type_voting import listed_kinds

KINDS = ("person", "organisation", "place", "group", "nothing")
GOLD = {"PER": "person", "ORG": "organisation", "LOC": "place"}
MOST = 5
"""Places of one name that count; a hero of one story is not fitted on again and again."""


class FitDocument(Struct):
    """One gold document: its text and its names."""

    id: str
    fold: str
    text: str
    names: dict[tuple[int, int], str]
    complete: bool


class TypeSample(Struct):
    """One name of one corpus: what it shows, and how often it names what."""

    fold: str
    clues: Mapping[str, float]
    least: float
    """Votes that it needs."""
    gold: Counter[str]


def read_gold(path: Path) -> Iterator[FitDocument]:
    """The documents of one gold file."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if "docs" not in row:
            names = {
                (m["start"], m["end"]): GOLD.get(m["type"], "nothing") for m in row["mentions"]
            }
            fold = row["id"].rsplit("_", 1)[0] if "_" in row["id"] else row["id"][:-1]
            yield FitDocument(row["id"], fold, row["text"], names, complete=True)
            continue
        found: defaultdict[str, dict[tuple[int, int], str]] = defaultdict(dict)
        for mention in (m for c in row["clusters"] for m in c["mentions"] if m["kind"] == "name"):
            kind = _kind_of_tag(mention.get("tag", ""))
            if kind:
                found[mention["doc"]][mention["start"], mention["end"]] = kind
        for one in row["docs"]:
            yield FitDocument(one["id"], row["id"], one["text"], found[one["id"]], complete=False)


def _kind_of_tag(tag: str) -> str:
    """ECB+ writes HUMAN_PART_PER, HUMAN_PART_ORG, LOC_GEO and others."""
    if tag.startswith("LOC") or tag.endswith("GPE"):
        return "place"
    return GOLD.get(tag.rpartition("_")[2], "")


def samples_of(documents: Sequence[FitDocument]) -> Iterator[TypeSample]:
    """Every name of one corpus that the gold says something of."""
    with tempfile.TemporaryDirectory() as folder:
        for document in documents:
            (Path(folder) / f"{document.id}.txt").write_text(document.text, "utf-8", newline="")
        read = sorted(read_seeds(Path(folder)).documents, key=lambda d: d.id)
    model = load_language_model(Settings().nlp.model)
    annotations = [find_annotations(d, model=model) for d in read]
    gold = {d.id: d for d in documents}
    own = [gold[Path(d.path).name.removesuffix(".txt")] for d in read]
    occurrences = find_name_occurrences(read, annotations)
    lexicon = lexicon_of_corpus(a.lexicon_language for a in annotations)
    states = gazetteer_of(lexicon)
    firm = [u for uses in occurrences for u in uses if not u.mention.weak]
    named = by_key(u for u in firm if u.mention.title or not states.find(u.mention.text))
    listed = listed_kinds(named, occurrences, lexicon)
    for key in sorted(named):
        told: Counter[str] = Counter()
        for use in named[key]:
            kind = _gold_kind(own[use.document], use.mention.span.start, use.mention.span.end)
            told[kind] += kind != ""
        if told := Counter({kind: n for kind, n in told.items() if kind and n}):
            clues = clues_of(evidence_of(named[key], lexicon, listed.get(key)))
            least = least_votes(len(named[key]))
            yield TypeSample(own[named[key][0].document].fold, dict(clues), least, told)


def _gold_kind(document: FitDocument, start: int, end: int) -> str:
    """The kind of the gold name that shares most of a name's letters; "" where nothing is known."""
    best, most = "", 0.0
    for (a, b), kind in document.names.items():
        shared = min(b, end) - max(a, start)
        if shared > most and 2 * shared > max(b - a, end - start):
            best, most = kind, shared
    return best or ("nothing" if document.complete else "")


def matrices(
    samples: Sequence[TypeSample], pairs: Sequence[tuple[str, str]]
) -> tuple[np.ndarray, np.ndarray]:
    """What each pair of rule and kind adds to the votes of each name, and the gold's shares."""
    shown = np.zeros((len(samples), len(pairs)))
    gold = np.zeros((len(samples), len(KINDS)))
    for i, sample in enumerate(samples):
        shown[i] = [sample.clues.get(rule, 0.0) for rule, _ in pairs]
        total = sum(sample.gold.values())
        for kind, count in sample.gold.items():
            gold[i, KINDS.index(kind)] = count / total * min(total, MOST)
    return shown, gold


def fit(
    samples: Sequence[TypeSample], hand: Mapping[tuple[str, str], float], pull: float
) -> dict[tuple[str, str], float]:
    """The weights of the least loss; those of groups stay, because no gold has groups."""
    pairs = sorted(hand)
    start = np.array([hand[pair] for pair in pairs])
    free = np.array([kind != "group" for _, kind in pairs])
    to_kind = np.zeros((len(pairs), len(KINDS)))
    for j, (_, kind) in enumerate(pairs):
        to_kind[j, KINDS.index(kind)] = 1.0
    shown, gold = matrices(samples, pairs)
    needed = np.zeros((len(samples), len(KINDS)))
    needed[:, KINDS.index("nothing")] = [s.least for s in samples]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        votes = (shown * weights) @ to_kind + needed
        votes -= votes.max(axis=1, keepdims=True)
        shares = np.exp(votes) / np.exp(votes).sum(axis=1, keepdims=True)
        away = weights - start
        value = -(gold * np.log(shares + 1e-12)).sum() + pull * (away**2).sum()
        slope = (shares * gold.sum(axis=1, keepdims=True) - gold) @ to_kind.T
        return value, ((slope * shown).sum(axis=0) + 2 * pull * away) * free

    found = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return dict(zip(pairs, found.round(2).tolist(), strict=True))


def by_rule(weights: Mapping[tuple[str, str], float]) -> dict[str, dict[str, float]]:
    """Weights as `decide` reads them."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (rule, kind), weight in weights.items():
        found[rule][kind] = weight
    return dict(found)


def score(samples: Sequence[TypeSample], weights: Mapping[tuple[str, str], float]) -> Counter[str]:
    """Places of names by what was decided of them: right, and by kind told, gold and both."""
    found: Counter[str] = Counter()
    rules = by_rule(weights)
    for sample in samples:
        decided = decide(sample.clues, rules, sample.least).kind
        decided = "nothing" if decided == "group" else decided
        for kind, count in sample.gold.items():
            found["all"] += count
            found["right"] += count * (kind == decided)
            found[f"{kind} gold"] += count
            found[f"{decided} told"] += count
            found[f"{kind} both"] += count * (kind == decided)
    return found


def line(name: str, found: Mapping[str, int]) -> str:
    """One line of the table: accuracy over places, then precision and recall of each kind."""
    parts = [f"{name:18} right {100 * found['right'] / max(1, found['all']):5.1f}"]
    for kind in ("person", "organisation", "place"):
        both = found[f"{kind} both"]
        told, gold = max(1, found[f"{kind} told"]), max(1, found[f"{kind} gold"])
        parts.append(f"{kind[:6]} {100 * both / told:5.1f} {100 * both / gold:5.1f}")
    return " | ".join(parts)


def main() -> None:
    """Fit, cross-validate, and print both beside the weights of the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--pull", type=float, nargs="+", default=[])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--rules", action="store_true")
    given = parser.parse_args()
    hand = {(r, k): w for r, kinds in load_type_weights().items() for k, w in kinds.items()}
    sets: dict[str, list[TypeSample]] = {}
    for path in given.gold:
        documents = list(read_gold(path))
        sets[path.stem] = list(samples_of(documents))
    everything = [s for name in sorted(sets) for s in sets[name]]
    names = sum(sum(s.gold.values()) for s in everything)
    print(f"{len(everything)} names with {names} places, {len(hand)} weights")
    for name, samples in sets.items():
        print(line(f"{name[:12]} file", score(samples, hand)))
        for pull in given.pull:
            print(line(f"{name[:12]} {pull}", cross_validated_on(samples, everything, hand, pull)))
            others = [s for other in sets if other != name for s in sets[other]]
            if others:
                fitted = by_others(samples, others, hand, pull)
                print(line(f"{name[:12]} {pull} by others", fitted))
    if given.rules:
        print(*rule_lines(everything, hand), sep="\n")
    if given.write:
        fitted = fit(everything, hand, *given.pull[:1] or [1.0])
        for rule, kind, *_ in load_rows("name_type_weights"):
            print(f"{rule}\t{kind}\t{fitted[rule, kind]:g}")


def rule_lines(
    samples: Sequence[TypeSample], hand: Mapping[tuple[str, str], float]
) -> Iterator[str]:
    """For each rule: places that show it, those it decided, how many right, and lost without it."""
    rules = by_rule(hand)
    whole = score(samples, hand)["right"]
    for rule in rules:
        shown = sum(sum(s.gold.values()) for s in samples if rule in s.clues)
        votes = [(s, decide(s.clues, rules, s.least)) for s in samples if rule in s.clues]
        mine = [(s, vote.kind) for s, vote in votes if vote.rule == rule]
        decided = sum(sum(s.gold.values()) for s, _ in mine)
        right = sum(s.gold[kind] for s, kind in mine)
        left = {pair: weight for pair, weight in hand.items() if pair[0] != rule}
        lost = whole - score(samples, left)["right"]
        yield f"{rule:20} shown {shown:5} decided {decided:5} right {right:5} lost without {lost:4}"


def by_others(
    own: Sequence[TypeSample],
    others: Sequence[TypeSample],
    hand: Mapping[tuple[str, str], float],
    pull: float,
) -> Counter[str]:
    """A set with weights that were fitted on the other corpora."""
    return score(own, fit(others, hand, pull))


def cross_validated_on(
    own: Sequence[TypeSample],
    everything: Sequence[TypeSample],
    hand: Mapping[tuple[str, str], float],
    pull: float,
) -> Counter[str]:
    """The folds of one set, each with weights fitted on all other folds of all sets."""
    total: Counter[str] = Counter()
    for fold in sorted({s.fold for s in own}):
        weights = fit([s for s in everything if s.fold != fold], hand, pull)
        total.update(score([s for s in own if s.fold == fold], weights))
    return total


if __name__ == "__main__":
    main()
