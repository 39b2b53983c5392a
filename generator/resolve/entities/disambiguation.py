"""Which person a surname or a given name alone means: the one introduced, or nobody."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.language.lexicons import Lexicon
from generator.language.person_names import agreed_gender, given_forms, same_given
from generator.language.weights import load_count
from generator.model.annotations import Gender
from generator.model.words import last_word
from generator.resolve.entities.name_clustering import Person, Persons
from generator.resolve.entities.name_occurrences import NameOccurrence, UsesByKey
from generator.resolve.entities.shared_context import SharedContext

MAIN = load_count("namesakes.main")
"""How many times as often as any namesake the main bearer of a surname is named in full."""


class Disambiguation:
    """Tells apart the persons that one word can mean."""

    def __init__(
        self, persons: Persons, context: SharedContext, by_key: UsesByKey, lexicon: Lexicon
    ) -> None:
        self._roles = lexicon.words("role_nouns")
        self._offices = self._roles - lexicon.words("relational_nouns", "no_roles")
        self._by_key = by_key
        self._regnal = lexicon.words("regnal_titles")
        self._kin = lexicon.words("relational_nouns")
        self._persons = persons
        self._shared_context = context
        self._starts: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        told: defaultdict[str, set[Gender]] = defaultdict(set)
        for key, person in persons.by_key.items():
            for use in by_key[key]:
                self._starts[person.id, use.document].append(use.mention.span.start)
                told[person.id].add(use.mention.gender)
        self._genders = {person: agreed_gender(genders) for person, genders in told.items()}
        self._apart = frozenset(self._relatives_of_office())

    def local(self, use: NameOccurrence, *, given: bool) -> Sequence[Person]:
        """The persons of the use's own document that a single word (or titled name) can mean."""
        key = _last_word(use)
        if self._reigns(use):
            namesakes = self._persons.with_given(key, use.document)
            return [p for p in namesakes if self._may_reign(p)]
        found = self._persons.with_surname(key, use.document)
        found = found or self._persons.near(key, use.document)
        if not found and use.words == 1 and given:
            found = self._persons.with_given(key, use.document)
        fitting = [p for p in found if self._fits(p, use)]
        gender = use.mention.gender
        sure = [p for p in fitting if gender != "unknown" and self._genders[p.id] == gender]
        return sure or fitting

    def _reigns(self, use: NameOccurrence) -> bool:
        """*Pope Francis*: what stands behind such a title is no surname."""
        title = use.mention.title
        return title is not None and last_word(title.text).lower() in self._regnal

    def _may_reign(self, person: Person) -> bool:
        """*Leo Brandt, a cellist*, is no *Pope Leo*: a text says something else of him."""
        said = self._said(person)
        return not said or any(not words.isdisjoint(self._regnal) for words in said)

    def _said(self, person: Person) -> list[set[str]]:
        """The words of each title and role that stands beside a person's full name."""
        full = (u.mention for key in person.keys for u in self._by_key[key])
        told = (p for m in full for p in (m.title, m.apposition, *m.role_phrases) if p)
        return [set(phrase.text.lower().split()) for phrase in told]

    def introduced(self, use: NameOccurrence, local: Sequence[Person]) -> Person | None:
        """The one of several already named in full before, or by far the most named of them."""
        if any((p.id, use.document) in self._apart for p in local):
            return None
        if self._in_office(use) and len(held := [p for p in local if self._holds(p, use)]) == 1:
            return held[0]
        start = use.mention.span.start
        places = {p.id: self._starts[p.id, use.document] for p in local}
        before = [p for p in local if any(at < start for at in places[p.id])]
        if len(before) > 1:
            before = [p for p in before if self._keeps_surname(p, use, local)] or before
        if len(before) == 1:
            return before[0]
        if len(local) == 1:
            return local[0] if use.mention.zone != "body" else self._unless_known(use, local[0])
        ranked = sorted(local, key=lambda p: (-len(places[p.id]), p.id))
        first, second = (len(places[p.id]) for p in ranked[:2])
        return ranked[0] if first >= MAIN * second else None

    def _keeps_surname(self, person: Person, use: NameOccurrence, local: Sequence[Person]) -> bool:
        """Whether a surname was somebody's alone before namesakes came in who do nothing.

        *Ada Obi came. Obi sat down with her brother Musa Obi. Obi said …* is still Ada Obi.
        """
        others = [p for p in local if p.id != person.id]
        begin = min(self._starts[person.id, use.document], default=0)
        came = min((at for p in others for at in self._starts[p.id, use.document]), default=begin)
        alone = (u for u in self._by_key.get(_last_word(use), ()) if u.document == use.document)
        acting = (
            u.mention.grammar.agent_verb
            for p in others
            for key in p.keys
            for u in self._by_key[key]
            if u.document == use.document
        )
        return any(begin < u.mention.span.start < came for u in alone) and not any(acting)

    def _holds(self, person: Person, use: NameOccurrence) -> bool:
        """*Governor Asante* is the *Governor Paul Asante* of the text, and not his wife."""
        full = (u.mention for key in person.keys for u in self._by_key[key])
        titles = {last_word(m.title.text).lower() for m in full if m.title}
        title = use.mention.title
        return title is not None and last_word(title.text).lower() in titles

    def nicknamed(self, use: NameOccurrence) -> Person | None:
        """The person whose first name a short form stands before: *Mo* for *Maurice Cheeks*.

        A title may have been taken for part of the name: *President Park* after *Park Geun-hye*.
        """
        first, _, last = use.key.partition(" ")
        if first in self._roles:
            here = self._persons.with_surname(last, use.document)
            return here[0] if len(here) == 1 else None
        bearers = self._persons.with_surname(last) if first and " " not in last else []
        found = [p for p in bearers if any(first in given_forms(n.first) for n in p.names)]
        if len(found) != 1 or len(first) == 1:
            return None
        known = use.document in found[0].documents or self._shared_context.shared(
            use.document, found[0]
        )
        return found[0] if known else None

    def _unless_known(self, use: NameOccurrence, person: Person) -> Person | None:
        """A surname before its bearer's full name: another's, where the corpus knows one better."""
        key = _last_word(use)
        others = [p for p in self._persons.with_surname(key) if p.id != person.id]
        known = max(others, key=lambda p: (len(p.documents), p.id), default=None)
        if known is None or len(known.documents) < MAIN * len(person.documents):
            return person
        return known if self._shared_context.shared(use.document, known) else None

    def _fits(self, person: Person, use: NameOccurrence) -> bool:
        gender = use.mention.gender
        told = gender == "unknown" or self._genders[person.id] in {gender, "unknown"}
        apart = self._in_office(use) and (person.id, use.document) in self._apart
        return told and not apart

    def _in_office(self, use: NameOccurrence) -> bool:
        """Whether an office stands before a surname alone: no courtesy, no *brother*."""
        title = use.mention.title
        return title is not None and last_word(title.text).lower() in self._offices

    def _relatives_of_office(self) -> Iterable[tuple[str, int]]:
        """*Efua Owusu*, of whom no text says an office, after *Vice President Owusu*."""
        for person in self._persons.all:
            if any(self._kin.isdisjoint(words) for words in self._said(person)):
                continue
            for use in (u for n in person.names for u in self._by_key.get(n.surname, ())):
                first = min(self._starts[person.id, use.document], default=0)
                before = use.mention.zone == "body" and use.mention.span.start < first
                if before and self._in_office(use):
                    yield person.id, use.document

    def elsewhere(self, use: NameOccurrence) -> Person | None:
        """The one bearer of the surname elsewhere, where both texts speak of the same people."""
        if self._reigns(use):
            return None
        everybody = self._persons.with_surname(_last_word(use))
        others = [p for p in everybody if self._fits(p, use)]
        if len(others) != 1:
            return None
        return others[0] if self._shared_context.shared(use.document, others[0]) else None


def _last_word(use: NameOccurrence) -> str:
    return use.key.rpartition(" ")[2]


def same_by_shared_context(persons: Persons, context: SharedContext) -> list[tuple[str, str]]:
    """*D. Mwangi* and the one *Daniel Mwangi* of texts about the same people and bodies."""
    found: list[tuple[str, str]] = []
    for person in persons.all:
        surnames = {n.surname for n in person.names}
        short = all(len(n.first) == 1 for n in person.names) and len(surnames) == 1
        bearers = persons.with_surname(min(surnames)) if short else []
        # one text that names both has told them apart
        others = [p for p in bearers if not p.documents & person.documents and _can_be(person, p)]
        near = [p for p in others if any(context.shared(d, p) for d in sorted(person.documents))]
        if len(others) == 1 and near:
            found.append((near[0].keys[0], person.keys[0]))
    return found


def _can_be(short: Person, full: Person) -> bool:
    """Whether the initials of one are those of the other, and no suffix tells them apart."""
    return any(len(n.first) > 1 for n in full.names) and all(
        same_given(one.first, other.first)
        and one.suffix == other.suffix
        and (not (one.given[1:] and other.given[1:]) or same_given(one.given[1], other.given[1]))
        for one in short.names
        for other in full.names
    )
