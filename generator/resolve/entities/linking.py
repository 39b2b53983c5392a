"""Every name mention to what it names: countries, full names, then single words and weak ones.

A single word goes to the one person of its own document that it can mean; to a person of another
document only where both speak of the same people; else it stands for itself.
"""

from generator.language.lexicons import Lexicon, load_words
from generator.language.person_names import is_given_name
from generator.model.rules import TypeRule
from generator.model.text import Documents
from generator.resolve.entities.disambiguation import Disambiguation, same_by_shared_context
from generator.resolve.entities.geopolitical import Geopolitical
from generator.resolve.entities.name_clustering import Persons
from generator.resolve.entities.name_occurrences import (
    NameOccurrence,
    Uses,
    UsesByDocument,
    UsesByKey,
    by_key,
)
from generator.resolve.entities.organisations import Organisations, is_generic
from generator.resolve.entities.overlaps import NameLink, choose_links
from generator.resolve.entities.shared_context import SharedContext
from generator.resolve.entities.stated_aliases import find_stated_aliases
from generator.resolve.entities.type_evidence import Vote, Votes, load_type_threshold
from generator.resolve.entities.type_voting import vote_types, without_parts_of_organisations

NOTHING = Vote("nothing", 0.0)


class Linker:
    """Links the uses of a corpus."""

    def __init__(self, documents: Documents, occurrences: UsesByDocument, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._occurrences = occurrences
        self._states = Geopolitical(occurrences, lexicon)
        firm = [u for own in occurrences for u in own if not u.mention.weak]
        self._by_key = by_key(u for u in firm if not self._states.find(u.mention))
        self._votes = without_products(vote_types(self._by_key, occurrences, lexicon), self._by_key)
        self._here = [{u.key for u in own if not u.mention.weak} for own in occurrences]
        stated_aliases = list(find_stated_aliases(documents, occurrences, lexicon))
        self.persons = Persons(
            full_persons(self._by_key, self._votes),
            [(one, other) for _, one, other in stated_aliases],
        )
        self._called = {
            (d, other): self.persons.by_key[one].id
            for d, one, other in stated_aliases
            if one in self.persons.by_key
            and other not in self.persons.by_key
            and self._votes.get(other, NOTHING).kind in {"person", "nothing"}
        }
        self._organisations = Organisations(
            documents, occurrences, self._votes, stated_aliases, lexicon
        )
        self._shared_context = SharedContext(
            occurrences, self._votes, self.persons, self._organisations, lexicon
        )
        joined = same_by_shared_context(self.persons, self._shared_context)
        if joined:
            self.persons = self.persons.joined(joined)
            self._shared_context = SharedContext(
                occurrences, self._votes, self.persons, self._organisations, lexicon
            )
        self._disambiguation = Disambiguation(
            self.persons, self._shared_context, self._by_key, lexicon
        )

    def links(self) -> list[NameLink]:
        """The links of the whole corpus, by document and offset."""
        found: list[NameLink] = []
        for own in self._occurrences:
            counted = without_parts_of_organisations(own, self._lexicon)
            links = [link for use in counted if (link := self._link(use)) and not _is_setting(link)]
            found.extend(choose_links(links, self._is_known, self._lexicon))
        return found

    def type_rule(self, link: NameLink) -> TypeRule | None:
        """What weighed most for the type of what a link names."""
        if link.kind == "nominal":
            return "description"
        kind, key = link.target
        voted = self._votes.get(key.partition("@")[0])
        return voted.rule if voted and kind == voted.kind else "gazetteer"

    def _is_known(self, link: NameLink) -> bool:
        return link.target[1] in self.persons.by_key

    def _link(self, use: NameOccurrence) -> NameLink | None:
        state = self._states.find(use.mention)
        if state and not self._named_like_state(use):
            return self._states.link(use, state)
        short = "" if use.mention.weak or use.mention.title else self._states.short(use)
        if short:
            return NameLink(use, ("country", short), "name", "main_country")
        if use.mention.weak:
            return self._weak_link(use)
        named = self._named_person(use)
        if named:
            return _person_link(use, named)
        single = use.words == 1 or use.mention.title
        return self._single_link(use) if single else self._organisation_link(use)

    def _named_person(self, use: NameOccurrence) -> str:
        """The person whose full name, other name or short form of it stands here; or ""."""
        if use.key in self.persons.by_key:
            return self.persons.by_key[use.key].id
        other = self._called.get((use.document, use.key), "")
        short = use.words > 1 and not use.mention.title and not other
        person = self._disambiguation.nicknamed(use) if short else None
        return person.id if person else other

    def _named_like_state(self, use: NameOccurrence) -> bool:
        """Whether a country's word is a person's name here: *Jordan* of *Efua Jordan*."""
        if use.mention.kind != "name" or use.mention.weak:
            return False
        settings = self._lexicon.words("place_prepositions")
        here = self.persons.with_surname(use.key, use.document) or self._given_alone(use)
        return bool(here) and use.mention.grammar.preposition not in settings

    def _given_alone(self, use: NameOccurrence) -> bool:
        """A given name that acts, of one whom the text names in full: *Jordan said*."""
        acts = use.mention.grammar.agent_verb != ""
        return acts and len(self.persons.with_given(use.key, use.document)) == 1

    def _single_link(self, use: NameOccurrence) -> NameLink | None:
        """A surname, a given name or a titled name; ambiguous ones are left unlinked."""
        local = self._disambiguation.local(use, given=self._is_given(use))
        if local:
            person = self._disambiguation.introduced(use, local)
            return _person_link(use, person.id) if person else None
        person = self._disambiguation.elsewhere(use) if self._is_personal(use) else None
        return _person_link(use, person.id) if person else self._organisation_link(use)

    def _is_given(self, use: NameOccurrence) -> bool:
        if use.mention.text in self._lexicon.words("places"):
            return False
        kind = self._votes.get(use.key, NOTHING).kind
        return kind in {"person", "nothing"} or is_given_name(use.mention.text)

    def _is_personal(self, use: NameOccurrence) -> bool:
        titled = use.mention.title is not None
        return titled or self._votes.get(use.key, NOTHING).kind == "person"

    def _weak_link(self, use: NameOccurrence) -> NameLink | None:
        """A weak mention counts only where its words are a name elsewhere."""
        person = self.persons.by_key.get(use.key)
        if person:
            return _person_link(use, person.id)
        local = self.persons.with_surname(use.key, use.document)
        if not local and use.words == 1 and use.mention.text.istitle():
            local = self.persons.with_given(use.key, use.document)
        if use.words == 1 and local:
            return _person_link(use, local[0].id) if len(local) == 1 else None
        known_elsewhere = self._disambiguation.elsewhere(use) if self._is_surname(use) else None
        if known_elsewhere:
            return _person_link(use, known_elsewhere.id)
        if use.mention.text in self._lexicon.words("places"):
            return NameLink(use, ("place", use.key), "name")
        team = self._organisations.is_team(use.document, use.key) and not use.common
        known = team or use.key in self._here[use.document] or self._is_known_body(use)
        return self._organisation_link(use) if known else None

    def _is_surname(self, use: NameOccurrence) -> bool:
        """A sentence's first word that acts, and that no text writes small beside the name."""
        word = use.words == 1 and use.mention.text.istitle() and use.mention.grammar.agent_verb
        ordinary = any(u.common for u in (use, *self._by_key.get(use.key, ())))
        return bool(word) and not ordinary and use.key not in self._lexicon.words("name_stops")

    def _is_known_body(self, use: NameOccurrence) -> bool:
        """A body that other documents name, at the start of a sentence here."""
        often = len(self._by_key.get(use.key, ())) > 1
        body = self._votes.get(use.key, NOTHING).kind == "organisation"
        return often and body and not use.common and not use.mention.text.isupper()

    def _organisation_link(self, use: NameOccurrence) -> NameLink | None:
        key = self._organisations.full(use.document, use.key)
        kind = self._votes.get(key, NOTHING).kind
        if kind == "nothing" or (kind == "place" and _is_platform(use, self._lexicon)):
            return None
        if kind == "person" or is_generic(key, self._lexicon):
            key = f"{key}@{self._shared_context.circle(use.document, use.key)}"
        return NameLink(use, (kind, key), "name")


def without_products(votes: Votes, occurrences: UsesByKey) -> dict[str, Vote]:
    """The votes without hardly-persons that begin with a body's name: *Google Chrome*."""
    found = dict(votes)
    for key, one in votes.items():
        first = key.partition(" ")[0]
        maker = votes.get(first, NOTHING).kind == "organisation" and len(occurrences[first]) > 1
        if (
            " " in key
            and one.kind == "person"
            and one.score < load_type_threshold("sure_person")
            and maker
        ):
            found[key] = NOTHING
    return found


def full_persons(occurrences: UsesByKey, votes: Votes) -> dict[str, Uses]:
    """The full names of persons, without those that only add a word to another one."""
    full = {k: v for k, v in occurrences.items() if " " in k and votes[k].kind == "person"}
    return {k: v for k, v in full.items() if not _is_padded(k, full)}


def _is_padded(key: str, full: UsesByKey) -> bool:
    """*Chargers Jamal Williams* beside *Jamal Williams*; a second surname left out."""
    words = key.split()
    if len(words) < 3 or words[-1] in load_words("generation_suffixes"):
        return False
    shorter = full.get(" ".join(words[:-1]), ())
    together = {u.document for u in shorter} & {u.document for u in full[key]}
    inner = (shorter, full.get(" ".join(words[1:]), ()))
    return bool(together) or any(len(i) >= 2 * len(full[key]) for i in inner)


def _person_link(use: NameOccurrence, identifier: str) -> NameLink:
    return NameLink(use, ("person", identifier), "name")


def _is_setting(link: NameLink) -> bool:
    """Where a text was written, where a photograph was taken: no mention of an actor."""
    zone, kind = link.use.mention.zone, link.target[0]
    return (
        (zone == "bio" and kind == "organisation" and link.use.genitive)
        or (zone == "dateline" and kind in {"place", "country"})
        or (zone == "caption" and kind == "place")
    )


def _is_platform(use: NameOccurrence, lexicon: Lexicon) -> bool:
    """What a post stands *on*, where it is no island, river or road."""
    text = use.mention.text
    on = use.mention.grammar.preposition in lexicon.group("platform_prepositions")
    words = text.split() or [""]
    last, natural = words[-1].lower(), words[0] in lexicon.words("place_prefixes")
    known = text in lexicon.words("places") or last in lexicon.words("place_heads")
    return on and not use.definite and not known and not natural
