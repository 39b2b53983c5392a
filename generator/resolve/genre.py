"""What kind of text a document is, as far as choosing from it depends on that."""

from generator.language.lexicons import load_lexicon
from generator.model.text import Document


def is_opinion(document: Document) -> bool:
    """Whether the document says, or a rule of reading concluded, that it argues a view."""
    genre = document.metadata.genre
    lexicon = load_lexicon(document.language)
    if genre is None or lexicon is None:
        return False
    kinds = {row[0]: row[2] for row in lexicon.rows("genres")}
    return genre.value.lower() == "opinion" or kinds.get(genre.value.lower()) == "opinion"
