"""Which documents speak of the same people: what lets a bare surname reach another document."""

from collections.abc import Iterable

from generator.language.lexicons import Lexicon
from generator.language.weights import load_count
from generator.model.grouping import grouped, grouped_sets, linked
from generator.resolve.entities.name_clustering import Person, Persons
from generator.resolve.entities.name_occurrences import UsesByDocument
from generator.resolve.entities.organisations import Organisations, is_generic
from generator.resolve.entities.type_evidence import Vote, Votes

NOBODY = Vote("nothing", 0.0)
SHARED_THINGS = load_count("shared_context.things")


def _by_surname(keys: Iterable[str], votes: Votes, persons: Persons) -> set[str]:
    """The persons of the corpus whom only their surname names here, where nobody else has it."""
    single = [k for k in keys if " " not in k and votes.get(k, NOBODY).kind == "person"]
    found = [persons.with_surname(k) for k in sorted(single)]
    return {f[0].id for f in found if len(f) == 1}


class SharedContext:
    """The persons and things of each document, for comparing documents."""

    def __init__(
        self,
        occurrences: UsesByDocument,
        votes: Votes,
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

    def _join(self, occurrences: UsesByDocument, votes: Votes) -> dict[tuple[int, str], int]:
        documents = grouped_sets(
            (use.key, use.document)
            for own in occurrences
            for use in own
            if not use.mention.weak
            and (votes.get(use.key, NOBODY).kind == "person" or is_generic(use.key, self._lexicon))
        )
        return {
            (document, key): group[0]
            for key, members in documents.items()
            for group in linked(sorted(members), self._sharing(members))
            for document in group
        }

    def _sharing(self, documents: Iterable[int]) -> Iterable[list[int]]:
        """The documents of each person who is named in one of them."""
        named = grouped((person, d) for d in documents for person in self._people[d])
        return named.values()
