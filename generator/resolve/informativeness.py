"""What tells what a document is about: the sentences it opens with, the words that say something.

Keyphrases, topics, takeaways and the comparison stand on the same, and stages do not know each
other, so it lies below.
"""

from collections.abc import Iterable
from functools import lru_cache

from generator.language.lexicons import Lexicon, load_lexicon, load_words
from generator.model.corpus import Actors
from generator.model.text import Document, Sentence

GENERAL = ("generic_nouns", "evaluative_adjectives", "weak_modifiers", "role_nouns")
"""Lists whose words most texts have, whatever they are about."""
LEAD = 3
"""Sentences of running text, beside headline and standfirst, that say what a document tells of."""
SHORTEST_STEM = 4
NAME_KINDS = frozenset({"name", "metonym"})
CENTRAL_SHARE = 1 / 3
"""Share of the documents above which an actor belongs to the corpus's cast: the name then tells no
document from another, and its place is among the actors. With one or two documents it is all."""


def find_opening(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the headline and the standfirst, and the first of the running text."""
    body = [s for s in document.sentences if s.zone == "body"][:LEAD]
    return (*(s for s in document.sentences if s.zone in {"headline", "standfirst"}), *body)


def opening_ends(document: Document) -> tuple[int, int]:
    """Where the headline ends, and where the last of those sentences does; 0 for what is not."""
    opening = find_opening(document)
    headline = max((s.end for s in opening if s.zone == "headline"), default=0)
    return headline, max((s.end for s in opening), default=0)


def general_words(languages: Iterable[str]) -> frozenset[str]:
    """The words of the languages' lists that say nothing by themselves."""
    codes = sorted(set(languages))
    return Lexicon(*codes).words(*GENERAL, "linking_prepositions")


def joining_words(languages: Iterable[str]) -> frozenset[str]:
    """The words that join those of a phrase and tell nothing: articles, and *of*."""
    groups = ("genitive_prepositions", "definite_articles", "indefinite_articles")
    return Lexicon(*sorted(set(languages))).group(*groups)


def silent_words(language: str) -> frozenset[str]:
    """The words of a language that are there for grammar alone; none of one without lists."""
    return load_words("function_words", language) if load_lexicon(language) else frozenset()


def central_actors(actors: Actors, documents: int) -> frozenset[str]:
    """The actors of the corpus's cast; their bare names are no keyphrases."""
    found = set()
    for actor in actors:
        named_in = {m.document for m in actor.mentions if m.kind in NAME_KINDS}
        if len(named_in) > CENTRAL_SHARE * documents:
            found.add(actor.id)
    return frozenset(found)


def central_words(actors: Actors, central: frozenset[str]) -> frozenset[str]:
    """The words of the cast's names, as the keys of phrases write them."""
    names = (alias.text for a in actors if a.id in central for alias in a.aliases)
    return frozenset(w.lower() for name in names for w in name.split() if w[:1].isupper())


@lru_cache(maxsize=65536)
def family(word: str, language: str) -> str:
    """A word without its ending, for seeing that *diabetics* and *diabetes* are of one family."""
    for ending in _endings(language if load_lexicon(language) else "any"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=8)
def _endings(language: str) -> tuple[str, ...]:
    return tuple(sorted(load_words("word_endings", language), key=lambda e: (-len(e), e)))


def informative_words(key: str, silent: frozenset[str]) -> frozenset[str]:
    """The words of a phrase's key that tell it from others."""
    return frozenset(key.split()) - silent
