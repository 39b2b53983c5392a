"""Whom a description without a name means: *the Russian leader*, where exactly one fits."""

import re
from collections.abc import Mapping

from msgspec import Struct

from generator.language.lexicons import Lexicon
from generator.model.coreference import Reference, Resolution, Unresolved
from generator.resolve.coreference.discourse import Discourse
from generator.resolve.coreference.participants import Participant
from generator.resolve.coreference.role_descriptors import (
    RoleDescriptor,
    role_descriptors,
    same_role,
)

DEFINITE = re.compile(r"the\b", re.IGNORECASE)
GOES_ON = re.compile(r"\s+(?:of|who|that|for|in)\b")


class Description(Struct, frozen=True):
    """Words without a name that say what somebody is."""

    start: int
    end: int
    text: str


class Descriptions:
    """Whom the descriptions of one document can mean: the persons that it names."""

    def __init__(self, discourse: Discourse, lexicon: Lexicon) -> None:
        self._text = discourse.text
        self._lexicon = lexicon
        people = {
            a.who: a.participant
            for a in discourse.named
            if a.kind == "name" and a.participant and a.participant.actor.type == "person"
        }
        self._people: Mapping[str, Participant] = dict(sorted(people.items()))
        self._beside = {
            a.mention.apposition.start: (a.mention.apposition.end, a.who)
            for a in discourse.named
            if a.who in people and a.mention and a.mention.apposition
        }

    def resolve(self, words: Description) -> Resolution:
        """The one person whom a description means, or why nobody."""
        end, actor = self._beside.get(words.start, (0, ""))
        if end >= words.end:
            return Reference((actor,), "beside_name")
        parts = [role_descriptors(part, self._lexicon) for part in words.text.split(" and ")]
        if not DEFINITE.match(words.text) or not all(parts) or self._goes_on(words, parts[0]):
            return Unresolved("no_actor", words.text)
        fitting = [
            one
            for one, person in self._people.items()
            if all(self._is_called(person, wanted) for wanted in parts)
        ]
        if len(fitting) == 1:
            return Reference((fitting[0],), "called_so")
        if not fitting:
            return Unresolved("no_actor", words.text)
        names = tuple(self._people[one].actor.name for one in fitting)
        return Unresolved("several_called_so", words.text, names)

    def _goes_on(self, words: Description, wanted: frozenset[RoleDescriptor]) -> bool:
        """Whether more words say who is meant, or too few: *the member who wishes to leave*."""
        owned = all(one.owner for one in wanted)
        plain = len(words.text.split()) == 2 and not GOES_ON.match(self._text, words.end)
        return not owned and not plain

    def _is_called(self, person: Participant, wanted: frozenset[RoleDescriptor]) -> bool:
        return any(
            same_role(one.noun, other.noun, self._lexicon)
            and (not other.owner or one.owner == other.owner)
            for one in person.called
            for other in wanted
        )
