"""How widely a sentence is told: which share of its words the other documents open with."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from generator.language.word_families import telling_words
from generator.model.text import Document
from generator.resolve.informativeness import find_opening


class Coverage(Struct, frozen=True):
    """The openings of documents on one story."""

    leads: Mapping[str, frozenset[str]]
    """The telling words that each opens with, by document."""
    counts: Mapping[str, int]
    """In how many openings a word stands."""

    def of(self, document: str, words: Collection[str]) -> float:
        """The mean share of the words that another document opens with, from 0 to 1."""
        others = len(self.leads) - (document in self.leads)
        if not words or not others:
            return 0.0
        own = self.leads.get(document, frozenset())
        told = sum(self.counts.get(w, 0) - (w in own) for w in words)
        return told / (len(words) * others)


def lead_words(document: Document) -> frozenset[str]:
    """What a document's headline and first sentences tell of."""
    text = " ".join(document.text[s.start : s.end] for s in find_opening(document))
    return telling_words(text, document.language)


def headline_words(document: Document) -> frozenset[str]:
    """What a document's headline tells of."""
    lines = (document.text[s.start : s.end] for s in document.sentences if s.zone == "headline")
    return telling_words(" ".join(lines), document.language)


def coverage_of(leads: Mapping[str, frozenset[str]], documents: Sequence[str]) -> Coverage:
    """The openings of these documents together."""
    inside = {d: leads[d] for d in documents}
    return Coverage(inside, Counter(w for words in inside.values() for w in words))
