"""Rows of the corpus under the document, actor or entry that they belong to."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.model.corpus import Actor, ActorMention

T = TypeVar("T")


def rows_by(rows: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, list[T]]:
    """Rows under each of their keys, in order."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for row in rows:
        for key in keys(row):
            found[key].append(row)
    return dict(found)


def mentions_by_document(
    actors: Iterable[Actor],
) -> dict[str, list[tuple[Actor, ActorMention]]]:
    """The mentions in each document, with the actor that they refer to."""
    found: defaultdict[str, list[tuple[Actor, ActorMention]]] = defaultdict(list)
    for actor in actors:
        for m in actor.mentions:
            found[m.document].append((actor, m))
    return dict(found)
