"""The headline that names a story: verbatim, of the document whose headline says most of it."""

import math
from collections.abc import Mapping, Sequence

from generator.language.weights import load_count
from generator.language.word_families import family
from generator.model.corpus import StoryLabel
from generator.model.grouping import grouped
from generator.model.text import Document, Documents, Offsets
from generator.resolve.stories.terms import Terms, words_of

LONGEST = load_count("stories.label")
"""Characters; a longer first line is no headline that one reads at a glance."""


def label_story(documents: Documents, shared: Mapping[str, float]) -> StoryLabel | None:
    """The headline nearest to the words that the story's documents share; the earliest of equals.

    One that asks says not what happened, and is taken where no other is there. `documents` are in
    the story's order; None where none has a line that could be a label.
    """
    best: tuple[tuple[bool, float], StoryLabel] | None = None
    for document in documents:
        place = _line(document)
        if place is None:
            continue
        text = document.text[place.start : place.end]
        score = not text.endswith("?"), _nearness(text, document.language, shared)
        if best is None or score > best[0]:
            best = score, StoryLabel(text, document.id, place.start, place.end)
    return best[1] if best else None


def _line(document: Document) -> Offsets | None:
    """The title where it stands in the text; the headline; else the first sentence, if short."""
    title = document.metadata.title
    if title is not None and title.evidence is not None and title.how == "stated":
        return title.evidence
    headline = next((z for z in document.zones if z.kind == "headline"), None)
    if headline is not None:
        return Offsets(headline.start, headline.end)
    first = next((s for s in document.sentences if s.zone == "body"), None)
    if first is None or first.end - first.start > LONGEST:
        return None
    return Offsets(first.start, first.end)


def _nearness(text: str, language: str, shared: Mapping[str, float]) -> float:
    """Cosine of the line's words and the story's, up to the story's own length."""
    words = {family(word, language) for word, _, _ in words_of(text)}
    return math.fsum(shared.get(w, 0.0) for w in sorted(words)) / math.sqrt(len(words) or 1)


def shared_terms(terms: Sequence[Terms]) -> dict[str, float]:
    """Each word family with its mean weight over the documents, where two or more have it."""
    weights = grouped(pair for one in terms for pair in one.weights.items())
    return {w: sum(weights[w]) / len(terms) for w in sorted(weights) if len(weights[w]) > 1}
