"""What kind of text a genre names: opinion, analysis or report."""

from typing import Literal

from generator.language.lexicons import load_lexicon
from generator.model.text import Document

Stance = Literal["opinion", "analysis", "report"]
STANCES: tuple[Stance, ...] = ("opinion", "analysis", "report")
"""What ``genres.tsv`` says of a label: it argues a view, explains, or tells."""


def stance_of(document: Document) -> Stance | None:
    """What the genre says that the document states, or that a rule of reading concluded."""
    genre = document.metadata.genre
    lexicon = load_lexicon(document.language)
    if genre is None or lexicon is None:
        return None
    rows = lexicon.rows("genres")
    known = {name: kind for label, name, kind in rows for name in (label, name)}
    value = genre.value.lower()
    found = {known.get(value), *(known.get(word) for word in value.split())}
    return next((stance for stance in STANCES if stance in found), None)


def is_opinion(document: Document) -> bool:
    """Whether the document argues a view."""
    return stance_of(document) == "opinion"
