"""Whom a description without a name means: *the Russian leader*, *the agency*, *the report*.

A person is meant who is called so, and a body whose name or kind is so; whatever else the words say
(a country, an age, a place) must be said of the one who is meant. More than one leaves it open,
unless one alone was named near. A document speaks for its author where the text says who that is.
"""

import re
from collections.abc import Mapping, Sequence

from generator.language.role_descriptors import (
    RoleDescriptor,
    role_descriptors,
    same_role,
)
from generator.model.annotations import Phrase
from generator.model.coreference import Reference, Resolution, Unresolved
from generator.resolve.coreference.bodies import Bodies
from generator.resolve.coreference.discourse import Discourse
from generator.resolve.coreference.documents import Authors
from generator.resolve.coreference.participants import Antecedent, Participant

WORD = re.compile(r"\d+|[^\W\d_]+")
LONGEST_ASIDE = 60
"""Characters behind a description in which a name between commas begins."""


class Descriptions:
    """Whom the descriptions of one document can mean, among those that it names."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._lexicon = discourse.lexicon
        self._bodies = Bodies(discourse)
        self._authors = Authors(discourse)
        named = [a for a in discourse.named if a.kind == "name" and a.is_a("person")]
        self._people: Mapping[str, Participant] = dict(
            sorted((a.who, a.participant) for a in named if a.participant)
        )
        self._said: dict[str, set[str]] = {who: set() for who in self._people}
        for one in named:
            self._said[one.who] |= self._words_beside(one)
        self._beside = {
            a.mention.apposition.start: (a.mention.apposition.end, a.who)
            for a in named
            if a.mention and a.mention.apposition
        }

    def _words_beside(self, named: Antecedent) -> set[str]:
        """The words of what somebody is called, and of an age, place or party behind the name."""
        behind = self._discourse.pattern("aside_behind_name").match(self._discourse.text, named.end)
        mention = named.mention
        phrases = (mention.title, mention.apposition, *mention.role_phrases) if mention else ()
        texts = [behind.group() if behind else "", *(p.text for p in phrases if p)]
        return {word.lower() for text in texts for word in WORD.findall(text)}

    def resolve(self, words: Phrase, *, source: bool) -> Resolution:
        """The one whom a description means, or why nobody; only sources are bodies or documents."""
        end, actor = self._beside.get(words.start, (0, ""))
        actor = actor if end >= words.end else self._between_commas(words)
        if actor:
            return Reference((actor,), "beside_name")
        definite = self._discourse.pattern("definite_description").match(words.text)
        person = self._person(words) if definite else None
        if person is not None or not source:
            return person or Unresolved("no_actor", words.text)
        return (
            self._bodies.speaks(words.text, words.start)
            or self._bodies.resolve(words.text, words.start)
            or self._authors.resolve(words.text, words.start)
            or Unresolved("no_actor", words.text)
        )

    def _between_commas(self, words: Phrase) -> str:
        """*The head of Mavuno, Dr Anna Owusu, said*: the person named behind; "" where none is."""
        text, reach = self._discourse.text, words.end + LONGEST_ASIDE
        if not role_descriptors(words.text, self._lexicon):
            return ""
        for one in self._discourse.between(words.end, reach):
            title = one.mention.title if one.mention else None
            begin = min(one.start, title.start) if title else one.start
            parted = text[words.end : begin] == ", " and text[one.end : one.end + 2] == ", "
            if parted and one.is_a("person"):
                return one.who
        return ""

    def _person(self, words: Phrase) -> Resolution | None:
        """The person who is called so; None where the words are no role."""
        roles = self._discourse.pattern("and").split(words.text)
        parts = [role_descriptors(part, self._lexicon) for part in roles]
        if not all(parts):
            return None
        owned = any(one.owner for one in parts[0])
        goes_on = self._discourse.pattern("description_goes_on")
        if not owned and goes_on.match(self._discourse.text, words.end):
            return Unresolved("no_actor", words.text)
        called = [
            who
            for who, person in self._people.items()
            if all(self._is_called(person, wanted) for wanted in parts)
        ]
        fitting = [who for who in called if self._rest(words, parts) <= self._said[who]]
        if not fitting:
            return Unresolved("no_actor", words.text)
        near = fitting if len(fitting) == 1 else self._near(fitting, words.start)
        if len(near) == 1:
            return Reference((near[0],), "called_so")
        names = tuple(self._people[who].actor.name for who in fitting)
        return Unresolved("several_called_so", words.text, names)

    def _near(self, fitting: Sequence[str], start: int) -> list[str]:
        """Those of several who are named in the paragraph before the words."""
        near = {a.who for a in self._discourse.in_paragraph(start)}
        return [who for who in fitting if who in near]

    def _rest(self, words: Phrase, parts: Sequence[frozenset[RoleDescriptor]]) -> set[str]:
        """The words that say more than the role and the country."""
        told = {w.lower() for part in parts for one in part for w in one.noun.split()}
        owned = any(one.owner for part in parts for one in part)
        rest = {word.lower() for word in WORD.findall(words.text)} - told
        return set() if owned else rest - self._lexicon.words("empty_description_words")

    def _is_called(self, person: Participant, wanted: frozenset[RoleDescriptor]) -> bool:
        return any(
            same_role(one.noun, other.noun, self._lexicon)
            and (not other.owner or one.owner == other.owner)
            for one in person.called
            for other in wanted
        )
