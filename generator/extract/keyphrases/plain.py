"""Phrases of a text in a language without word lists: runs of words that YAKE holds for telling."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from math import log

from generator.language.pipeline import yake_scores
from generator.language.weights import load_weight
from generator.model.annotations import Candidate
from generator.model.features import pack_features
from generator.model.grouping import grouped
from generator.model.text import Document, Offsets
from generator.model.zones import WHOLE_STORY

WORD = re.compile(r"[^\W\d_][\w’'-]*")
MOST_WORDS = 3
LEAST_LETTERS = 3
AT_MOST = 60
"""Phrases of a document."""
UNKNOWN = (
    *("genitive", "link", "name_generic", "generic_head", "place_first", "vague", "brief_bias"),
    *("first", "brief_first", "words_many"),
)
"""Features that only a parse and word lists could tell."""
NEAR = re.compile(r"[ \n]")


def find_plain_candidates(document: Document) -> tuple[Candidate, ...]:
    """The telling words of a document and the phrases that recur, in order of first occurrence."""
    lines = [
        (z.start, document.text[z.start : z.end]) for z in document.zones if z.kind in WHOLE_STORY
    ]
    scores = yake_scores((line for _, line in lines), document.language)
    places = grouped(
        (
            " ".join(line[found.start : found.end].lower().split()),
            Offsets(start + found.start, start + found.end),
        )
        for start, line in lines
        for found in _phrases(line, scores.keys())
    )
    kept = {k: v for k, v in places.items() if " " not in k or len(v) > 1}
    best = sorted(kept, key=lambda k: (-_weight(k, kept[k], scores), k))[:AT_MOST]
    counts = Counter({k: len(v) for k, v in kept.items() if " " not in k})
    return tuple(
        _candidate(document, key, kept[key], counts)
        for key in sorted(best, key=lambda k: kept[k][0])
    )


def _phrases(line: str, telling: Collection[str]) -> list[Offsets]:
    """Runs of up to three telling words with a space between each two."""
    words = list(WORD.finditer(line))
    found: list[Offsets] = []
    for i, first in enumerate(words):
        last = first
        for word in words[i : i + MOST_WORDS]:
            apart = word is not first and not NEAR.fullmatch(line[last.end() : word.start()])
            if apart or word.group().lower() not in telling or len(word.group()) < LEAST_LETTERS:
                break
            found.append(Offsets(first.start(), word.end()))
            last = word
    return found


def _weight(key: str, places: list[Offsets], scores: Mapping[str, float]) -> float:
    """How often a phrase stands there, for each of its words, by how telling YAKE holds them."""
    mean = sum(scores[word] for word in key.split()) / len(key.split())
    return len(places) * len(key.split()) / (mean + load_weight("smoothing.little"))


def _candidate(
    document: Document, key: str, places: list[Offsets], counts: Counter[str]
) -> Candidate:
    words = key.split()
    each = [log(1 + counts[word]) for word in words]
    features = {
        **dict.fromkeys(UNKNOWN, 0.0),
        "count": log(len(places)),
        "word_count_mean": sum(each) / len(each),
        "word_count_most": max(each),
        "letters": log(len(key)),
        "words_1": float(len(words) == 1),
        "words_2": float(len(words) == 2),
        "first_share": places[0].start / max(1, len(document.text)),
        "last_share": places[-1].start / max(1, len(document.text)),
    }
    text = document.text[places[0].start : places[0].end]
    return Candidate(text, key, tuple(places), pack_features(features))
