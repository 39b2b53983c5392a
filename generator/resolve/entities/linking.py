"""Every name mention to what it names: countries, full names, then single words and weak ones.

A single word goes to the one person of its own document that it can mean; to a person of another
document only where both speak of the same people; else it stands for itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.gazetteer import Gazetteer, State
from generator.lexicons import load_words
from generator.model.annotations import MentionKind
from generator.model.text import Document
from generator.names import is_given_name
from generator.resolve.entities.company import Company
from generator.resolve.entities.evidence import Vote, vote
from generator.resolve.entities.overlaps import Link, choose_links
from generator.resolve.entities.persons import Person, Persons
from generator.resolve.entities.states import find_state, metonym_reason
from generator.resolve.entities.things import Things
from generator.resolve.entities.uses import Use, by_key

MAIN = 3
"""How many times as often as any namesake the main bearer of a surname is named in full."""
NOTHING = Vote("nothing", 0.0)
KINDS = {"country": "country", "region": "place", "union": "organisation", "former": "place"}


class Linker:
    """Links the uses of a corpus."""

    def __init__(
        self, documents: Sequence[Document], uses: Sequence[Sequence[Use]], gazetteer: Gazetteer
    ) -> None:
        self._uses = uses
        self._gazetteer = gazetteer
        firm = [u for own in uses for u in own if self._is_firm(u)]
        self._by_key = by_key(firm)
        self._votes = {
            k: vote(
                [u.mention for u in v],
                [u.before for u in v],
                [u.pronoun for u in v],
                common=sum(u.common for u in v) / len(v),
            )
            for k, v in self._by_key.items()
        }
        self._here = [{u.key for u in own if not u.mention.weak} for own in uses]
        self.persons = Persons(self._full_persons())
        self._things = Things(documents, uses, self._votes)
        self._company = Company(uses, self._votes, self.persons)
        self._listed = _listed(uses, gazetteer, "name")
        self._adjectives = _listed(uses, gazetteer, "adjective")

    def links(self) -> list[Link]:
        """The links of the whole corpus, by document and offset."""
        found = []
        for own in self._uses:
            links = [link for use in own if (link := self._link(use)) and not _is_setting(link)]
            found.extend(choose_links(links, self._is_known))
        return found

    def _is_firm(self, use: Use) -> bool:
        return not use.mention.weak and not find_state(self._gazetteer, use.mention)

    def _full_persons(self) -> dict[str, list[Use]]:
        """The full names of persons, without those that only add a word to another one."""
        full = {
            k: v
            for k, v in self._by_key.items()
            if len(k.split()) > 1 and self._votes[k].kind == "person"
        }
        return {k: v for k, v in full.items() if not self._padded(k, full)}

    @staticmethod
    def _padded(key: str, full: Mapping[str, Sequence[Use]]) -> bool:
        """*Chargers Jamal Williams* beside *Jamal Williams*; a second surname left out."""
        words = key.split()
        if len(words) < 3 or words[-1] in load_words("generation_suffixes"):
            return False
        shorter = full.get(" ".join(words[:-1]), ())
        together = {u.document for u in shorter} & {u.document for u in full[key]}
        inner = (shorter, full.get(" ".join(words[1:]), ()))
        return bool(together) or any(len(i) >= 2 * len(full[key]) for i in inner)

    def _is_known(self, link: Link) -> bool:
        return link.target[1] in self.persons.by_key

    def _link(self, use: Use) -> Link | None:
        state = find_state(self._gazetteer, use.mention)
        if state and not self._named_like_state(use):
            return self._state_link(use, state)
        if use.mention.weak:
            return self._weak_link(use)
        if use.key in self.persons.by_key:
            return Link(use, ("person", self.persons.by_key[use.key].id), "name")
        if use.words == 1 or use.mention.title:
            local = self._local(use)
            person = self._introduced(use, local) if local else self._elsewhere(use)
            if person:
                return Link(use, ("person", person.id), "name")
            if local:
                return None
        return self._thing_link(use)

    def _named_like_state(self, use: Use) -> bool:
        """Whether a country's word is a person's name here: *Jordan* after *Michael Jordan*."""
        if use.mention.kind != "name" or use.mention.weak:
            return False
        here = bool(self.persons.with_surname(use.key, use.document))
        return here and use.mention.grammar.preposition not in load_words(
            "place_prepositions", "en"
        )

    def _state_link(self, use: Use, state: State) -> Link | None:
        kind = KINDS[state.kind]
        if state.sense in {"capital", "seat"}:
            listed = sorted(self._listed[_place_of(use)] - {use.key})
            why = metonym_reason(use.mention, state, listed)
            if use.mention.weak and use.before.endswith("-"):
                return Link(use, (kind, state.name), "metonym", "part of a compound")
            if why and not use.mention.weak:
                return Link(use, (kind, state.name), "metonym", why)
            return Link(use, ("place", use.key), "name")
        if state.sense == "adjective":
            return Link(use, (kind, state.name), "adjective") if self._acts(use, state) else None
        if state.sense == "people":
            return Link(use, ("group", use.key), "name")
        if state.kind == "region" and _part_of_region(use):
            return None
        return Link(use, (kind, state.name), "name")

    def _acts(self, use: Use, state: State) -> bool:
        """Whether an adjective tells of a party: that of a region only beside people or countries."""
        if state.kind == "former" and use.mention.weak:
            return False
        if state.kind != "region":
            return True
        governor = use.mention.grammar.governor
        people = governor in load_words("role_nouns", "en")
        return people or bool(self._adjectives[_place_of(use)] - {use.key})

    def _local(self, use: Use) -> list[Person]:
        """The persons of the use's own document that a single word (or a titled name) can mean."""
        key = use.key if use.words == 1 else use.key.split()[-1]
        local = self.persons.with_surname(key, use.document)
        local = local or self.persons.near(key, use.document)
        if not local and use.words == 1 and self._is_given(use):
            local = self.persons.with_given(key, use.document)
        return local

    def _is_given(self, use: Use) -> bool:
        if use.mention.text in load_words("places", "en"):
            return False
        personal = self._votes.get(use.key, NOTHING).kind in {"person", "nothing"}
        return personal or is_given_name(use.mention.text)

    def _introduced(self, use: Use, local: Sequence[Person]) -> Person | None:
        """The one person already named in full before, or by far the most named of them."""
        if len(local) == 1:
            return local[0]
        gender = use.mention.gender
        fitting = [
            p for p in local if gender == "unknown" or self._gender(p) in {gender, "unknown"}
        ] or list(local)
        if len(fitting) == 1:
            return fitting[0]
        before = {p.id: self._times(use, p, before=True) for p in fitting}
        named = [p for p in fitting if before[p.id]]
        if len(named) == 1:
            return named[0]
        times = {p.id: self._times(use, p, before=False) for p in fitting}
        ranked = sorted(fitting, key=lambda p: (-times[p.id], p.id))
        return ranked[0] if times[ranked[0].id] >= MAIN * times[ranked[1].id] else None

    def _times(self, use: Use, person: Person, *, before: bool) -> int:
        """How often a document names a person in full, before the use or at all."""
        start = use.mention.span.start
        return sum(
            other.document == use.document and (not before or other.mention.span.start < start)
            for key in person.keys
            for other in self._by_key[key]
        )

    def _gender(self, person: Person) -> str:
        told = {u.mention.gender for k in person.keys for u in self._by_key[k]} - {"unknown"}
        return min(told) if len(told) == 1 else "unknown"

    def _elsewhere(self, use: Use) -> Person | None:
        """A person of other documents, where those speak of the same people."""
        others = self.persons.with_surname(use.key if use.words == 1 else use.key.split()[-1])
        if len(others) != 1 or not self._is_personal(use):
            return None
        return others[0] if self._company.shared(use.document, others[0]) else None

    def _is_personal(self, use: Use) -> bool:
        if use.mention.title is not None:
            return True
        return self._votes.get(use.key, NOTHING).kind == "person"

    def _weak_link(self, use: Use) -> Link | None:
        """A weak mention counts only where its words are a name elsewhere."""
        person = self.persons.by_key.get(use.key)
        if person:
            return Link(use, ("person", person.id), "name")
        local = self.persons.with_surname(use.key, use.document)
        if not local and use.words == 1 and use.mention.text.istitle():
            local = self.persons.with_given(use.key, use.document)
        if use.words == 1 and local:
            return Link(use, ("person", local[0].id), "name") if len(local) == 1 else None
        if use.key in self._here[use.document] or self._seen_elsewhere(use):
            return self._thing_link(use)
        if use.mention.text in load_words("places", "en"):
            return Link(use, ("place", use.key), "name")
        return None

    def _seen_elsewhere(self, use: Use) -> bool:
        """A body that other documents name, at the start of a sentence here."""
        firm = self._by_key.get(use.key, ())
        kind = self._votes.get(use.key, NOTHING).kind
        return (
            len(firm) > 1
            and kind == "organisation"
            and not use.common
            and not use.mention.text.isupper()
        )

    def _thing_link(self, use: Use) -> Link | None:
        key = self._things.full(use.document, use.key)
        kind = self._votes.get(key, NOTHING).kind
        if kind == "nothing" or (kind == "place" and _is_platform(use)):
            return None
        if kind == "person":
            key = f"{key}@{self._company.circle(use.document, use.key)}"
        return Link(use, (kind, key), "name")


def _is_setting(link: Link) -> bool:
    """Where a text was written, where a photograph was taken: no mention of an actor."""
    zone = link.use.mention.zone
    country = link.target[0] == "country"
    place = link.target[0] == "place"
    office = link.use.before.rstrip().endswith((" of the", " of"))
    if zone == "bio" and link.target[0] == "organisation" and office:
        return True
    return (zone == "dateline" and (place or country)) or (zone == "caption" and place)


def _place_of(use: Use) -> tuple[int, str, str]:
    return (use.document, use.mention.sentence, use.mention.grammar.governor)


def _is_platform(use: Use) -> bool:
    """What a post stands *on*, where it is no island, river or road."""
    text = use.mention.text
    known = text in load_words("places", "en") or text.split()[-1].lower() in load_words(
        "place_heads", "en"
    )
    return use.mention.grammar.preposition == "on" and not known and not use.before.endswith("the ")


def _part_of_region(use: Use) -> bool:
    """*eastern Europe* is a place, not the party."""
    words = use.before.split()
    return bool(words) and words[-1] in load_words("directions", "en")


def _listed(
    uses: Iterable[Sequence[Use]], gazetteer: Gazetteer, kind: MentionKind
) -> defaultdict[tuple[int, str, str], set[str]]:
    """The states and seats that share a place in a sentence."""
    found: defaultdict[tuple[int, str, str], set[str]] = defaultdict(set)
    for own in uses:
        for use in own:
            if use.mention.kind == kind and find_state(gazetteer, use.mention):
                found[_place_of(use)].add(use.key)
    return found
