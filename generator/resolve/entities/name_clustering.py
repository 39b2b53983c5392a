"""Full names of persons to persons: first and last name, initials, nicknames, spelling variants."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from generator.language.lexicons import load_words
from generator.language.person_names import (
    PersonName,
    gender_of_given_name,
    given_forms,
    near_spelling,
    parse_person_name,
    same_given,
    spelling_key,
)
from generator.model.grouping import grouped
from generator.resolve.entities.name_occurrences import Uses, UsesByKey

NAMELESS = "-"
"""In the index of given names: a name without one (*Theodorus of Tabennese*)."""
ANY = "*"


class Person(Struct, frozen=True):
    """One person: all spellings of the full name, and where they occur."""

    keys: tuple[str, ...]
    names: tuple[PersonName, ...]
    documents: frozenset[int]

    @property
    def id(self) -> str:
        """A name for this person among the persons of one corpus."""
        return self.keys[0]


Index = dict[tuple[int, str], list[Person]]
"""Persons by document and word."""
EVERYWHERE = -1
"""In place of a document: the whole corpus."""


class Persons:
    """The persons of a corpus by surname and given name, per document and over all."""

    def __init__(self, full: UsesByKey, same: Iterable[tuple[str, str]] = ()) -> None:
        """`same` are pairs of full names that a text says are one person's."""
        self._enter_all(_joined(_clusters(full), same))

    def joined(self, same: Iterable[tuple[str, str]]) -> "Persons":
        """The same persons, those made one of whom two names are one person's."""
        found = Persons({})
        found._enter_all(_joined(self.all, same))
        return found

    def _enter_all(self, persons: tuple[Person, ...]) -> None:
        self.all = persons
        self.by_key = {key: person for person in self.all for key in person.keys}
        self._surnames = self._index(lambda name: {name.surname})
        self._givens = self._index(_given_words)
        self._sounds = self._index(lambda name: {spelling_key(name.surname)})

    def _index(self, words: Callable[[PersonName], set[str]]) -> Index:
        """The persons under some words of their names, for each of their documents and for all."""
        return grouped(
            ((document, word), person)
            for person in self.all
            for document in (EVERYWHERE, *sorted(person.documents))
            for word in sorted({w for name in person.names for w in words(name)})
        )

    def with_surname(self, key: str, document: int = EVERYWHERE) -> list[Person]:
        """The persons of a document whose surname a single word can be, particles aside."""
        surname = parse_person_name(key).surname
        return self._surnames.get((document, surname)) or self._surnames.get((document, key), [])

    def with_given(self, key: str, document: int) -> list[Person]:
        """The persons of a document of whose given names the word is one."""
        return self._givens.get((document, key), [])

    def near(self, key: str, document: int) -> list[Person]:
        """The persons of a document whose surname is another spelling of `key`."""
        return self._sounds.get((document, spelling_key(key)), [])


def _joined(persons: Sequence[Person], same: Iterable[tuple[str, str]]) -> tuple[Person, ...]:
    """The persons, those made one of whom a text says that they are one."""
    by_key = {key: person for person in persons for key in person.keys}
    for one, other in sorted(same):
        left, right = by_key.get(one), by_key.get(other)
        if left and right and left != right:
            both = Person(
                tuple(sorted((*left.keys, *right.keys))),
                (*left.names, *right.names),
                left.documents | right.documents,
            )
            by_key.update(dict.fromkeys(both.keys, both))
    return tuple(sorted({p.id: p for p in by_key.values()}.values(), key=lambda p: p.id))


def _given_words(name: PersonName) -> set[str]:
    return {word for given in name.given for word in given.split() if len(word) > 2}


def _clusters(full: UsesByKey) -> tuple[Person, ...]:
    """Group full names; only names of one surname (or near spelling) are compared."""
    groups = grouped((spelling_key(_parsed(key, full).surname), key) for key in sorted(full))
    found = [p for group in sorted(groups) for p in _within(groups[group], full)]
    return tuple(sorted(found, key=lambda p: p.id))


def _parsed(key: str, full: UsesByKey) -> PersonName:
    return parse_person_name(full[key][0].mention.text)


def _within(keys: Sequence[str], full: UsesByKey) -> Iterable[Person]:
    """The persons among names of one surname; the fullest names come first."""
    clusters: list[list[str]] = []
    index: defaultdict[str, set[int]] = defaultdict(set)
    for key in sorted(keys, key=lambda k: (-len(k.split()), k)):
        first = _parsed(key, full).first
        forms = given_forms(first) if first else frozenset({NAMELESS})
        wanted = forms | {NAMELESS} if first else frozenset({ANY})
        near = sorted({i for form in wanted for i in index[form]})
        fitting = [i for i in near if all(_same_person(key, o, full) for o in clusters[i])]
        at = fitting[0] if len(fitting) == 1 else len(clusters)
        if at == len(clusters):
            clusters.append([])
        clusters[at].append(key)
        for form in forms | {ANY} | set(_parsed(key, full).given[1:]):
            index[form].add(at)
    for cluster in clusters:
        names = tuple(_parsed(k, full) for k in cluster)
        documents = frozenset(u.document for k in cluster for u in full[k])
        yield Person(tuple(sorted(cluster)), names, documents)


def _same_person(one: str, other: str, full: UsesByKey) -> bool:
    """Whether two full names are one person's."""
    left = parse_person_name(full[one][0].mention.text)
    right = parse_person_name(full[other][0].mention.text)
    together = {u.document for u in full[one]} & {u.document for u in full[other]}
    if _generation(left) != _generation(right) and (
        together or (_generation(left) and _generation(right))
    ):
        return False
    if together and (one.endswith(f" {other}") or other.endswith(f" {one}")):
        return True  # *Suu Kyi*, in a text that says *Aung San Suu Kyi*
    if left.surname != right.surname:
        exact = left.first == right.first and len(left.first) > 1
        return exact and near_spelling(left.surname, right.surname)
    if not same_given(left.first, right.first):
        return False
    genders = {gender_of_given_name(name.first.title()) for name in (left, right)}
    if genders >= {"masculine", "feminine"}:
        return False
    exact = left.first == right.first and len(left.first) > 1
    middles = not (left.given[1:] and right.given[1:]) or same_given(left.given[1], right.given[1])
    return middles and (exact or (bool(together) and not _apart(full[one], full[other])))


def _apart(one: Uses, other: Uses) -> bool:
    """Whether two names are of different places: *B. King of Norwick*, *Billy King of Leeds*."""
    homes, others = ({use.home for use in uses if use.home} for uses in (one, other))
    return bool(homes and others) and homes.isdisjoint(others)


def _generation(name: PersonName) -> str:
    return name.suffix if name.suffix in load_words("generation_suffixes") else ""
