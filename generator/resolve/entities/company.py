"""Which documents speak of the same people: what lets a bare surname reach another document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.resolve.entities.evidence import Vote
from generator.resolve.entities.persons import Person, Persons
from generator.resolve.entities.things import Things, is_generic
from generator.resolve.entities.uses import Use

NOBODY = Vote("nothing", 0.0)
SHARED_THINGS = 2
"""Names of bodies and places that stand for one shared person."""


def _by_surname(keys: Iterable[str], votes: Mapping[str, Vote], persons: Persons) -> set[str]:
    """The persons of the corpus whom only their surname names here, where nobody else has it."""
    single = [k for k in keys if " " not in k and votes.get(k, NOBODY).kind == "person"]
    found = [persons.with_surname(k) for k in sorted(single)]
    return {f[0].id for f in found if len(f) == 1}


class Company:
    """The persons and things of each document, for comparing documents."""

    def __init__(
        self,
        uses: Sequence[Sequence[Use]],
        votes: Mapping[str, Vote],
        persons: Persons,
        things: Things,
    ) -> None:
        self._people: list[set[str]] = []
        self._bare: list[set[str]] = []
        self._things: list[set[str]] = []
        for index, own in enumerate(uses):
            keys = {u.key for u in own if not u.mention.weak}
            full = {persons.by_key[k].id for k in keys if k in persons.by_key}
            self._people.append(full)
            self._bare.append(_by_surname(keys, votes, persons) - full)
            bodies = {k for k in keys if k in votes and votes[k].kind in {"organisation", "place"}}
            self._things.append({things.full(index, k) for k in bodies})
        self._wide: dict[str, tuple[set[str], set[str]]] = {}
        self._circles = self._join(uses, votes)

    def shared(self, document: int, person: Person) -> bool:
        """Whether a document speaks of the same people as those that name a person in full.

        Two bare surnames tell of each other: *Obama* and *Gupta* are the two who are named
        together elsewhere.
        """
        people, things = self._around(person)
        if ((self._people[document] | self._bare[document]) & people) - {person.id}:
            return True
        return len(self._things[document] & things) >= SHARED_THINGS

    def _around(self, person: Person) -> tuple[set[str], set[str]]:
        if person.id not in self._wide:
            people = {k for d in person.documents for k in self._people[d]}
            things = {k for d in person.documents for k in self._things[d]}
            self._wide[person.id] = (people, things)
        return self._wide[person.id]

    def circle(self, document: int, key: str) -> int:
        """The first document of those that share a bare name and the people around it."""
        return self._circles.get((document, key), document)

    def _join(
        self, uses: Sequence[Sequence[Use]], votes: Mapping[str, Vote]
    ) -> dict[tuple[int, str], int]:
        documents: defaultdict[str, set[int]] = defaultdict(set)
        for own in uses:
            for use in own:
                personal = votes.get(use.key, NOBODY).kind == "person"
                if not use.mention.weak and (personal or is_generic(use.key)):
                    documents[use.key].add(use.document)
        found: dict[tuple[int, str], int] = {}
        for key, members in documents.items():
            for document, first in self._components(sorted(members)).items():
                found[document, key] = first
        return found

    def _components(self, members: Sequence[int]) -> dict[int, int]:
        """Documents that share a person, joined, each with the first of its set."""
        parent = {m: m for m in members}

        def top(one: int) -> int:
            while parent[one] != one:
                parent[one] = parent[parent[one]]
                one = parent[one]
            return one

        seen: dict[str, int] = {}
        for member in members:
            for person in sorted(self._people[member]):
                first = seen.setdefault(person, member)
                left, right = sorted((top(first), top(member)))
                parent[right] = left
        return {m: top(m) for m in members}
