"""Whom and what the owner follows, by the names that the settings give."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from msgspec import Struct

from generator.model.corpus import Corpus


class Followed(Struct, frozen=True):
    """Actors and topics, each in the order of the settings."""

    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """What is no name, alias or id of this corpus, or of more than one of its actors."""


def find_followed(corpus: Corpus, names: Sequence[str]) -> Followed:
    """The actors with a page, else the topics, that these ids or names mean."""
    actors: list[str] = []
    topics: list[str] = []
    missing: list[str] = []
    for name in names:
        found = _actors(corpus, name)
        subjects = [t.id for t in corpus.topics if name.casefold() in _called(t.id, t.label)]
        if len(found) == 1:
            actors.extend(found)
        elif subjects and not found:
            topics.extend(subjects[:1])
        else:
            missing.append(name)
    return Followed(
        tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(topics)), tuple(dict.fromkeys(missing))
    )


def warn_of_missing(corpus: Corpus, names: Sequence[str]) -> Iterator[str]:
    """A sentence for each name that the settings follow in vain, with the nearest that is known."""
    known = {n for a in corpus.actors if a.shown for n in (a.id, a.name)}
    known |= {n for t in corpus.topics for n in (t.id, t.label)}
    for name in find_followed(corpus, names).missing:
        several = _actors(corpus, name)
        near = several or get_close_matches(name, sorted(known), n=1, cutoff=0.5)
        hint = f"; give one of {', '.join(near)}" if near else ""
        yield f"mkdocs.yml: follow: {name!r} is not one actor or topic of these sources{hint}"


def _actors(corpus: Corpus, name: str) -> list[str]:
    """By id or name; by an alias where nobody has that name."""
    shown = [a for a in corpus.actors if a.shown]
    wanted = name.casefold()
    exact = [a.id for a in shown if wanted in _called(a.id, a.name)]
    return exact or [a.id for a in shown if wanted in {x.text.casefold() for x in a.aliases}]


def _called(identifier: str, name: str) -> set[str]:
    return {identifier.casefold(), name.casefold()}
