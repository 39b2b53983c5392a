"""Candidates that are an actor's name: one phrase an actor, or none where the actors have them."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from msgspec import Struct, structs

from generator.model.annotations import Annotations, Candidate
from generator.model.corpus import Actors
from generator.model.features import feature, pack_features, unpack_features
from generator.model.text import Documents, Offsets
from generator.resolve.informativeness import NAME_KINDS

AUTHOR = ""
"""Stands for the document's authors where an actor's id is expected."""


class NamedPlaces(Struct, frozen=True):
    """Where one document names or describes its actors."""

    names: Mapping[tuple[int, int], str]
    """Actor by the offsets of a name."""
    ends: Mapping[int, str]
    """Actor by the end of a person's name, for a name with its title before it."""
    starts: Mapping[int, str]
    """Actor by the start of a name or of an adjective made from one (*Russian*)."""
    described: frozenset[tuple[int, int]]
    """Offsets of the words that say what an actor is (*US president*)."""


def named_places(documents: Documents, actors: Actors) -> dict[str, NamedPlaces]:
    """The places of names and descriptions, by document."""
    names: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    ends: dict[str, dict[int, str]] = defaultdict(dict)
    starts: dict[str, dict[int, str]] = defaultdict(dict)
    described: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for actor in actors:
        for mention in actor.mentions:
            if mention.kind in NAME_KINDS:
                names[mention.document].setdefault((mention.start, mention.end), actor.id)
            if mention.kind in {"name", "metonym", "adjective"}:
                starts[mention.document].setdefault(mention.start, actor.id)
            if mention.kind == "name" and actor.type in {"person", "country"}:
                ends[mention.document].setdefault(mention.end, actor.id)
        for role in actor.roles:
            described[role.document].add((role.start, role.end))
    for document in documents:
        for author in document.metadata.authors:
            for start, end in _occurrences(document.text, author.value):
                ends[document.id].setdefault(end, AUTHOR)
                names[document.id].setdefault((start, end), AUTHOR)
    return {
        d.id: NamedPlaces(names[d.id], ends[d.id], starts[d.id], frozenset(described[d.id]))
        for d in documents
    }


def merge_names(
    annotations: Annotations, places: NamedPlaces, central: frozenset[str]
) -> list[Candidate]:
    """The candidates with all names of one actor as one, and without those of the actors."""
    kept: list[Candidate] = []
    aliases: dict[str, list[Candidate]] = defaultdict(list)
    dates = [(t.span.start, t.span.end) for t in annotations.time_expressions]
    for candidate in annotations.candidates:
        if _is_date(candidate, dates):
            continue
        actor = _actor_of(candidate, places)
        if actor is None:
            if not (_is_description(candidate, places) or _is_central(candidate, places, central)):
                kept.append(candidate)
        elif actor not in central and actor != AUTHOR:
            aliases[actor].append(candidate)
    kept.extend(_merged(found) for _, found in sorted(aliases.items()))
    return sorted(kept, key=lambda c: (c.spans[0], c.key))


def _occurrences(text: str, words: str) -> list[tuple[int, int]]:
    places = re.finditer(f"(?={re.escape(words)})", text) if words else ()
    return [(place.start(), place.start() + len(words)) for place in places]


def _actor_of(candidate: Candidate, places: NamedPlaces) -> str | None:
    """The actor whose name, with or without a title, most places of the phrase are."""
    if feature(candidate.features, "genitive") or feature(candidate.features, "link"):
        return None
    named = (places.names.get((s.start, s.end), places.ends.get(s.end)) for s in candidate.spans)
    counts = Counter(actor for actor in named if actor is not None)
    best = max(sorted(counts), key=lambda a: counts[a], default=None)
    return best if best is not None and counts[best] * 2 >= len(candidate.spans) else None


def _is_description(candidate: Candidate, places: NamedPlaces) -> bool:
    held = places.described
    return all(any(a <= s.start and s.end <= b for a, b in held) for s in candidate.spans)


def _is_date(candidate: Candidate, dates: Sequence[tuple[int, int]]) -> bool:
    """Every place is most of a time expression, or a part of one with a number in it."""
    number = any(c.isdigit() for c in candidate.text)

    def is_dated(s: Offsets) -> bool:
        around = ((a, b) for a, b in dates if a <= s.start and s.end <= b)
        return any(number or 2 * (s.end - s.start) > b - a for a, b in around)

    return all(map(is_dated, candidate.spans))


def _is_central(candidate: Candidate, places: NamedPlaces, central: frozenset[str]) -> bool:
    """*Trump administration*, *US president*: a name of an actor and a general noun, no more."""
    if not feature(candidate.features, "name_generic"):
        return False
    return all(places.starts.get(span.start) in central for span in candidate.spans)


def _merged(found: Sequence[Candidate]) -> Candidate:
    """One candidate for all names of an actor, under the fullest one that is no titled form."""
    if len(found) == 1:
        return found[0]
    names = [c for c in found if feature(c.features, "all_name")] or list(found)
    fullest = max(names, key=lambda c: (len(c.key.split()), len(c.spans), c.key))
    spans = _outermost([s for c in found for s in c.spans])
    first = min(found, key=lambda c: c.spans[0])
    features = unpack_features(fullest.features)
    features["count"] = log(len(spans))
    for name in ("first", "first_share"):
        features[name] = feature(first.features, name)
    for name in ("count", "first"):
        features[f"brief_{name}"] = features["brief_bias"] * features[name]
    return structs.replace(fullest, spans=spans, features=pack_features(features))


def _outermost(spans: Sequence[Offsets]) -> tuple[Offsets, ...]:
    kept: list[Offsets] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not (kept and span.end <= kept[-1].end):
            kept.append(span)
    return tuple(kept)
