"""Every name mention to what it names: countries, full names, then single words and weak ones.

A single word goes to the one person of its own document that it can mean; to a person of another
document only where the documents speak of the same things; else it stands for itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.gazetteer import Gazetteer, State
from generator.model.text import Document
from generator.names import is_given_name
from generator.resolve.entities.evidence import Vote, vote
from generator.resolve.entities.persons import Person, Persons
from generator.resolve.entities.states import find_state, metonym_reason
from generator.resolve.entities.things import bare, learn_acronyms, short_forms
from generator.resolve.entities.uses import Use, by_key


MAIN = 3
"""How many times as often as any namesake the main bearer of a surname is named in full."""


class Link(Struct, frozen=True):
    """A use and what it names; `target` tells actors of one corpus apart."""

    use: Use
    target: tuple[str, str]
    """Type of actor and a key."""
    kind: str
    """Kind of the mention: name, metonym, adjective."""
    why: str = ""


class Linker:
    """Links the uses of a corpus."""

    def __init__(
        self, documents: Sequence[Document], uses: Sequence[Sequence[Use]], gazetteer: Gazetteer
    ) -> None:
        self._documents = documents
        self._uses = uses
        self._gazetteer = gazetteer
        firm = [u for own in uses for u in own if self._is_firm(u)]
        self._by_key = by_key(firm)
        self._votes = {
            k: vote([u.mention for u in v], [u.before for u in v]) for k, v in self._by_key.items()
        }
        full = {k: v for k, v in self._by_key.items() if self._is_full_person(k)}
        self.persons = Persons(full)
        self._acronyms = learn_acronyms(documents, uses)
        self._forms = [self._short_forms(i) for i in range(len(documents))]
        self._local = self._persons_by_document()

    def links(self) -> list[Link]:
        """The links of the whole corpus, by document and offset."""
        return [link for own in self._uses for link in self._document_links(own)]

    def _is_firm(self, use: Use) -> bool:
        return not use.mention.weak and not find_state(self._gazetteer, use.mention)

    def _is_full_person(self, key: str) -> bool:
        return len(key.split()) > 1 and self._votes[key].kind == "person"

    def _persons_by_document(self) -> dict[int, list[Person]]:
        found: defaultdict[int, list[Person]] = defaultdict(list)
        for person in self.persons.all:
            for document in sorted(person.documents):
                found[document].append(person)
        return dict(found)

    def _short_forms(self, index: int) -> dict[str, str]:
        keys = {
            u.key: self._votes[u.key].kind
            for u in self._uses[index]
            if u.key in self._votes and not u.mention.weak
        }
        return short_forms({k: v for k, v in keys.items() if v in {"organisation", "place"}})

    def _document_links(self, own: Sequence[Use]) -> Iterable[Link]:
        links = [link for use in own if (link := self._link(use))]
        return _without_overlaps(links)

    def _link(self, use: Use) -> Link | None:
        state = find_state(self._gazetteer, use.mention)
        if state and not self._named_like_state(use):
            return self._state_link(use, state)
        if use.mention.weak:
            return self._weak_link(use)
        if use.key in self.persons.by_key:
            return Link(use, ("person", self.persons.by_key[use.key].id), "name")
        if use.words == 1 or use.mention.title:
            person = self._person(use)
            if person:
                return Link(use, ("person", person.id), "name")
        return self._thing_link(use)

    def _named_like_state(self, use: Use) -> bool:
        """Whether a country's word is a person's name here: *Jordan* after *Michael Jordan*."""
        here = [p for p in self.persons.with_surname(use.key) if use.document in p.documents]
        return bool(here) and use.mention.label in {"PERSON", ""} and use.mention.kind == "name"

    def _state_link(self, use: Use, state: State) -> Link | None:
        kind = {"country": "country", "region": "place", "union": "organisation"}.get(
            state.kind, "place"
        )
        mention = use.mention
        if state.sense in {"capital", "seat"}:
            why = metonym_reason(mention, state, self._listed(use))
            if why:
                return Link(use, (kind, state.name), "metonym", why)
            return Link(use, ("place", use.key), "name")
        if state.sense == "adjective":
            return Link(use, (kind, state.name), "adjective")
        if state.sense == "people":
            return Link(use, ("group", use.key), "name")
        return Link(use, (kind, state.name), "name")

    def _listed(self, use: Use) -> list[str]:
        """Other states and seats that share the mention's place in its sentence."""
        found = []
        for other in self._uses[use.document]:
            mention = other.mention
            same = mention.sentence == use.mention.sentence and mention.kind == "name"
            alike = mention.grammar.governor == use.mention.grammar.governor
            if same and alike and other.key != use.key and find_state(self._gazetteer, mention):
                found.append(other.key)
        return found

    def _person(self, use: Use) -> Person | None:
        """The one person that a single word (or a titled name) can mean."""
        key = use.key if use.words == 1 else use.key.split()[-1]
        here = frozenset({use.document})
        local = [p for p in self.persons.with_surname(key) if use.document in p.documents]
        local = local or self.persons.near(key, here)
        if not local and use.words == 1:
            local = [p for p in self.persons.with_given(key) if use.document in p.documents]
        if local:
            return self._introduced(use, local)
        return self._elsewhere(use, key)

    def _introduced(self, use: Use, local: Sequence[Person]) -> Person | None:
        """The one person already named in full before, or by far the most named of them."""
        if len(local) == 1:
            return local[0]
        gender = use.mention.gender
        local = [p for p in local if gender == "unknown" or self._gender(p) in {gender, "unknown"}]
        counts = {p.id: self._full_before(use, p) for p in local}
        before = [p for p in local if counts[p.id]]
        if len(before) == 1:
            return before[0]
        ranked = sorted(before, key=lambda p: (-counts[p.id], p.id))
        if len(ranked) > 1 and counts[ranked[0].id] >= MAIN * counts[ranked[1].id]:
            return ranked[0]
        return None

    def _full_before(self, use: Use, person: Person) -> int:
        start = use.mention.span.start
        return sum(
            other.document == use.document and other.mention.span.start < start
            for key in person.keys
            for other in self._by_key[key]
        )

    def _gender(self, person: Person) -> str:
        told = {u.mention.gender for k in person.keys for u in self._by_key[k]} - {"unknown"}
        return min(told) if len(told) == 1 else "unknown"

    def _elsewhere(self, use: Use, key: str) -> Person | None:
        """A person of other documents, where those speak of the same persons."""
        others = self.persons.with_surname(key)
        if len(others) != 1 or not self._personal(use):
            return None
        mine = {k for k in self._companions(use.document) if k != others[0].id}
        theirs = {k for d in others[0].documents for k in self._companions(d)} - {others[0].id}
        return others[0] if mine & theirs else None

    def _companions(self, document: int) -> set[str]:
        return {p.id for p in self._local.get(document, ())}

    def _personal(self, use: Use) -> bool:
        found = self._votes.get(use.key)
        return use.mention.title is not None or (found is not None and found.kind == "person")

    def _weak_link(self, use: Use) -> Link | None:
        """A weak mention counts only where its words are a name elsewhere."""
        person = self.persons.by_key.get(use.key)
        if person:
            return Link(use, ("person", person.id), "name")
        local = [p for p in self.persons.with_surname(use.key) if use.document in p.documents]
        if use.words == 1 and len(local) == 1:
            return Link(use, ("person", local[0].id), "name")
        if use.key in self._votes and use.key in {
            u.key for u in self._uses[use.document] if not u.mention.weak
        }:
            return self._thing_link(use)
        return None

    def _thing_link(self, use: Use) -> Link | None:
        found = self._votes.get(use.key, Vote("nothing", 0))
        if found.kind == "nothing":
            return None
        if found.kind == "person":
            return Link(use, ("person", f"{use.key}@{use.document}"), "name")
        key = self._acronyms.get((use.document, use.key)) or use.key
        key = self._forms[use.document].get(key, key)
        return Link(use, (found.kind, bare(key)), "name")


def _without_overlaps(links: Sequence[Link]) -> Iterable[Link]:
    """Of overlapping links keep the parts of a compound, else the longest."""
    taken: list[Link] = []
    for link in sorted(links, key=_preference):
        span = link.use.mention.span
        if all(
            span.end <= t.use.mention.span.start or t.use.mention.span.end <= span.start
            for t in taken
        ):
            taken.append(link)
    return sorted(taken, key=lambda link: link.use.mention.span.start)


def _preference(link: Link) -> tuple[int, int, int]:
    span = link.use.mention.span
    length = span.end - span.start
    linked_person = link.target[0] == "person" and "@" not in link.target[1]
    part = link.use.mention.weak
    return (0 if part or linked_person else 1, -length, span.start)


def tally(links: Iterable[Link]) -> Counter[tuple[str, str]]:
    """How many links each target has."""
    return Counter(link.target for link in links)


__all__ = ["Link", "Linker", "is_given_name", "tally"]
