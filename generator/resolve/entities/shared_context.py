"""Which documents speak of the same people: what lets a bare surname reach another document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.language.lexicons import Lexicon
from generator.language.weights import load_count
from generator.resolve.entities.name_clustering import Person, Persons
from generator.resolve.entities.name_occurrences import NameOccurrence
from generator.resolve.entities.organisations import Organisations, is_generic
from generator.resolve.entities.type_evidence import Vote

NOBODY = Vote("nothing", 0.0)
SHARED_THINGS = load_count("shared_context.things")


def _by_surname(keys: Iterable[str], votes: Mapping[str, Vote], persons: Persons) -> set[str]:
    """The persons of the corpus whom only their surname names here, where nobody else has it."""
    single = [k for k in keys if " " not in k and votes.get(k, NOBODY).kind == "person"]
    found = [persons.with_surname(k) for k in sorted(single)]
    return {f[0].id for f in found if len(f) == 1}


class SharedContext:
    """The persons and things of each document, for comparing documents."""

    def __init__(
        self,
        occurrences: Sequence[Sequence[NameOccurrence]],
        votes: Mapping[str, Vote],
        persons: Persons,
        organisations: Organisations,
        lexicon: Lexicon,
    ) -> None:
        self._lexicon = lexicon
        self._people: list[set[str]] = []
        self._bare: list[set[str]] = []
        self._organisations: list[set[str]] = []
        for index, own in enumerate(occurrences):
            keys = {u.key for u in own if not u.mention.weak}
            full = {persons.by_key[k].id for k in keys if k in persons.by_key}
            self._people.append(full)
            self._bare.append(_by_surname(keys, votes, persons) - full)
            bodies = {k for k in keys if k in votes and votes[k].kind in {"organisation", "place"}}
            self._organisations.append({organisations.full(index, k) for k in bodies})
        self._wide: dict[str, tuple[set[str], set[str]]] = {}
        self._circles = self._join(occurrences, votes)

    def shared(self, document: int, person: Person) -> bool:
        """Whether a document speaks of the same people as those that name a person in full.

        Two bare surnames tell of each other: *Obama* and *Gupta* are the two who are named
        together elsewhere.
        """
        people, organisations = self._around(person)
        if ((self._people[document] | self._bare[document]) & people) - {person.id}:
            return True
        return len(self._organisations[document] & organisations) >= SHARED_THINGS

    def _around(self, person: Person) -> tuple[set[str], set[str]]:
        if person.id not in self._wide:
            people = {k for d in person.documents for k in self._people[d]}
            organisations = {k for d in person.documents for k in self._organisations[d]}
            self._wide[person.id] = (people, organisations)
        return self._wide[person.id]

    def circle(self, document: int, key: str) -> int:
        """The first document of those that share a bare name and the people around it."""
        return self._circles.get((document, key), document)

    def _join(
        self, occurrences: Sequence[Sequence[NameOccurrence]], votes: Mapping[str, Vote]
    ) -> dict[tuple[int, str], int]:
        documents: defaultdict[str, set[int]] = defaultdict(set)
        for own in occurrences:
            for use in own:
                personal = votes.get(use.key, NOBODY).kind == "person"
                if not use.mention.weak and (personal or is_generic(use.key, self._lexicon)):
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
