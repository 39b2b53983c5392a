"""Which actor the words of a source name, by the name at their head."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator.model.annotations import Annotations, Gender, Mention, Number, Phrase
from generator.model.corpus import Actor, ActorMention

POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
PREPOSITION = re.compile(
    r"\sby\s+(?:the|an?)\s+[a-z-]+\s+$|(?:^|\s)(?:of|for|from|at|in|inside|with|on|to|by|against|about|near|under|over)\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
FIRST_PERSON = frozenset({"i", "we", "me", "us", "myself", "ourselves"})
SECOND_PERSON = frozenset({"you", "yourself"})
VAGUE = frozenset({"who", "which", "that", "what", "one", "those", "these", "this", "there"})
PRONOUNS: Mapping[str, tuple[Gender, Number]] = {
    "he": ("masculine", "singular"),
    "him": ("masculine", "singular"),
    "his": ("masculine", "singular"),
    "himself": ("masculine", "singular"),
    "she": ("feminine", "singular"),
    "her": ("feminine", "singular"),
    "hers": ("feminine", "singular"),
    "herself": ("feminine", "singular"),
    "it": ("neuter", "singular"),
    "its": ("neuter", "singular"),
    "itself": ("neuter", "singular"),
    "they": ("unknown", "plural"),
    "them": ("unknown", "plural"),
    "their": ("unknown", "plural"),
    "themselves": ("unknown", "plural"),
}


class Speaker(Struct, frozen=True):
    """Who a source is: an actor, or the source's own words and why it is no actor."""

    actor: Actor | None
    name: str | None
    unresolved: str | None
    why: str = ""
    refers: bool = False
    """True for a pronoun or a description, which memory may resolve."""
    rejected: tuple[str, ...] = ()


class Sighting(Struct, frozen=True):
    """One place where an actor is named in a document, with its grammar there."""

    start: int
    end: int
    actor: Actor
    kind: str
    sentence: str
    subject: bool
    quoted: bool
    possessive: bool


class Cast:
    """The actors of one document, where they are named, and who else is."""

    def __init__(
        self,
        sightings: Sequence[Sighting],
        strangers: Sequence[Mention],
        genders: Mapping[str, Gender],
    ) -> None:
        self.sightings = tuple(sorted(sightings, key=lambda s: (s.start, -s.end, s.actor.id)))
        self.genders = genders
        self.strangers = tuple(strangers)
        """Subjects that are named or described and belong to no actor."""

    def gender(self, actor: Actor) -> Gender:
        """What the mentions of an actor show; an organisation or a country is neuter."""
        return self.genders.get(actor.id, "unknown") if actor.type == "person" else "neuter"

    def actors_inside(self, start: int, end: int) -> tuple[str, ...]:
        """The ids of the actors named between two offsets, each once, in reading order."""
        inside = (s.actor.id for s in self.sightings if start <= s.start and s.end <= end)
        return tuple(dict.fromkeys(inside))

    def named(self, mention: Phrase) -> Speaker:
        """The actor whose name is the head of a source's words."""
        text = mention.text.lower()
        if text in FIRST_PERSON:
            return _unknown(mention, "the author speaks in the first person")
        if text in SECOND_PERSON or text in VAGUE:
            return _unknown(mention, "the source names no known actor")
        if text in PRONOUNS:
            return Speaker(None, None, f"{mention.text!r} could not be told", refers=True)
        heads = self._heads(mention)
        if len(heads) == 1:
            actor = next(iter(heads.values()))
            return Speaker(actor, actor.name, None, "the source names them")
        if len(heads) > 1:
            return _unknown(mention, "the source names more than one actor")
        return self._by_family_name(mention)

    def _by_family_name(self, mention: Phrase) -> Speaker:
        family = self._of_family_name(mention)
        if family is not None:
            return Speaker(family, family.name, None, "the source is their family name")
        reason = "the source names no known actor"
        return Speaker(None, mention.text, reason, refers=_refers(mention))

    def _of_family_name(self, mention: Phrase) -> Actor | None:
        """The one person of the document whose name ends in the source's only word."""
        name = mention.text
        if not name.istitle() or " " in name:
            return None
        people = (s.actor for s in self.sightings if s.actor.type == "person")
        found = {a.id: a for a in people if a.name.split()[1:] and a.name.split()[-1] == name}
        return next(iter(found.values())) if len(found) == 1 else None

    def _heads(self, mention: Phrase) -> dict[str, Actor]:
        over = [
            s
            for s in self.sightings
            if s.start < mention.end and s.end > mention.start and s.kind != "pronoun"
        ]
        return {s.actor.id: s.actor for s in over if _is_head(mention, s)}


def _is_head(mention: Phrase, sighting: Sighting) -> bool:
    """Whether a name is what the phrase is about, not a possessor, a modifier or a complement."""
    before = mention.text[: max(0, sighting.start - mention.start)]
    after = mention.text[max(0, sighting.end - mention.start) :]
    name = mention.text[max(0, sighting.start - mention.start) : sighting.end - mention.start]
    if POSSESSIVE.match(after) and after.strip("'’s "):
        return False
    if re.search(r"['’]s?$", name) and after.strip():
        return False
    if PREPOSITION.search(before):
        return False
    following = re.match(r"\s+([\w.’'-]+)", after)
    return following is None or following.group(1).lower() in {
        "and",
        "of",
        "in",
        "at",
        "for",
        "from",
        "on",
        "with",
        "or",
    }


def _refers(mention: Phrase) -> bool:
    first = mention.text.split()[:1]
    return bool(first) and first[0].lower() in {"the", "his", "her", "their", "its"}


def _unknown(mention: Phrase, reason: str) -> Speaker:
    return Speaker(None, mention.text, reason)


def cast_by_document(
    annotations: Sequence[Annotations], actors: Iterable[Actor]
) -> dict[str, Cast]:
    """The cast of each document."""
    actors = tuple(actors)
    found = {
        a.document_id: {(m.span.start, m.span.end): m for m in a.mentions} for a in annotations
    }
    genders = _genders(actors, found)
    sightings: dict[str, list[Sighting]] = {a.document_id: [] for a in annotations}
    for actor in actors:
        for mention in actor.mentions:
            if mention.document in sightings:
                grammar = found[mention.document].get((mention.start, mention.end))
                sightings[mention.document].append(_sighting(actor, mention, grammar))
    return {
        a.document_id: Cast(
            sightings[a.document_id], _strangers(a, sightings[a.document_id]), genders
        )
        for a in annotations
    }


def _strangers(found: Annotations, sightings: Sequence[Sighting]) -> list[Mention]:
    known = [(s.start, s.end) for s in sightings]
    return [
        m
        for m in found.mentions
        if m.kind in {"name", "nominal"}
        and m.grammar.agent_verb
        and not m.quoted
        and not m.weak
        and not any(m.span.start < end and start < m.span.end for start, end in known)
    ]


def _sighting(actor: Actor, mention: ActorMention, found: Mention | None) -> Sighting:
    return Sighting(
        start=mention.start,
        end=mention.end,
        actor=actor,
        kind=mention.kind,
        sentence=mention.sentence,
        subject=bool(found and found.grammar.agent_verb),
        quoted=bool(found and found.quoted),
        possessive=bool(found and found.grammar.possessive),
    )


def _genders(
    actors: Iterable[Actor], found: Mapping[str, Mapping[tuple[int, int], Mention]]
) -> dict[str, Gender]:
    """Each person's gender, where all mentions that show one agree."""
    genders: dict[str, Gender] = {}
    for actor in actors:
        seen: set[Gender] = set()
        for mention in actor.mentions:
            one = found.get(mention.document, {}).get((mention.start, mention.end))
            if (
                one is not None
                and one.kind != "pronoun"
                and one.gender in {"masculine", "feminine"}
            ):
                seen.add(one.gender)
        if len(seen) == 1:
            genders[actor.id] = seen.pop()
    return genders
