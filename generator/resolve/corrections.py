"""The editor's word, applied last to what the rules found."""

from collections.abc import Sequence

from generator.model.corpus import Correction, Corpus


def apply_corrections(corpus: Corpus, corrections: Sequence[Correction]) -> Corpus:
    """The corpus with each correction applied, and marked where it no longer applies."""
    return corpus
