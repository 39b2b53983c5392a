"""What tells what a document is about: the sentences it opens with, the words that say something.

Keyphrases, topics, takeaways and the comparison stand on the same, and stages do not know each
other, so it lies below.
"""

from generator.language.weights import load_count
from generator.model.corpus import Actors
from generator.model.text import Document, Sentence
from generator.model.zones import OPENING

LEAD = load_count("informativeness.lead")
"""Sentences of running text, beside headline and standfirst, that say what a document tells of."""
NAME_KINDS = frozenset({"name", "metonym"})
CENTRAL_SHARE = 1 / load_count("informativeness.central")
"""Share of the documents: the name of an actor that more of them name tells no document from
another, and its place is among the actors. With one or two documents it is all."""


def find_opening(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the headline and the standfirst, and the first of the running text."""
    body = [s for s in document.sentences if s.zone == "body"][:LEAD]
    return (*(s for s in document.sentences if s.zone in OPENING), *body)


def opening_ends(document: Document) -> tuple[int, int]:
    """Where the headline ends, and where the last of those sentences does; 0 for what is not."""
    opening = find_opening(document)
    headline = max((s.end for s in opening if s.zone == "headline"), default=0)
    return headline, max((s.end for s in opening), default=0)


def central_actors(actors: Actors, documents: int) -> frozenset[str]:
    """The actors that much of the corpus names; their bare names are no keyphrases."""
    found = set()
    for actor in actors:
        named_in = {m.document for m in actor.mentions if m.kind in NAME_KINDS}
        if len(named_in) > CENTRAL_SHARE * documents:
            found.add(actor.id)
    return frozenset(found)


def central_words(actors: Actors, central: frozenset[str]) -> frozenset[str]:
    """The words of the actors' names, as the keys of phrases write them."""
    names = (alias.text for a in actors if a.id in central for alias in a.aliases)
    return frozenset(w.lower() for name in names for w in name.split() if w[:1].isupper())
