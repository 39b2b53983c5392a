"""Countries, regions and seats of government: names from the table, metonyms where one acts.

A capital is its government where grammar shows a party (subject of a verb of governing, named
beside other states), and the town elsewhere. A region is a party or a place by most of its uses.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.language import relations
from generator.language.gazetteer import State, gazetteer_of
from generator.language.lexicons import Lexicon
from generator.language.weights import load_count
from generator.model.annotations import Mention, MentionKind
from generator.model.grouping import foremost, grouped_sets
from generator.model.rules import MentionRule
from generator.model.zones import WHOLE_STORY
from generator.resolve.entities.name_occurrences import NameOccurrence, Uses, UsesByDocument
from generator.resolve.entities.overlaps import NameLink

KINDS = {"country": "country", "region": "place", "union": "organisation", "former": "place"}
PARTY_SHARE = load_count("places.party")
"""Of so many uses of a region's name at least one more is a party's than a place's."""
MAIN = load_count("places.main")
"""How many times as often as any other the country is named that a text is about."""
Place = tuple[int, str, str]
"""Document, sentence and governing word."""


class Geopolitical:
    """Links what the gazetteer knows."""

    def __init__(self, occurrences: UsesByDocument, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._gazetteer = gazetteer_of(lexicon)
        self._names = self._listed(occurrences, "name")
        self._adjectives = self._listed(occurrences, "adjective")
        self._regions = self._region_kinds(occurrences)
        self._countries = [
            Counter(s.name for u in own if (s := self.find(u.mention)) and s.kind == "country")
            for own in occurrences
        ]

    def find(self, mention: Mention) -> State | None:
        """What the gazetteer says of a name; a titled name is a person's."""
        return None if mention.title else self._gazetteer.find(mention.text)

    def short(self, use: NameOccurrence) -> str:
        """The country that *our Nation* or *the North* is, by those that the text names; or ""."""
        here = self._countries[use.document]
        if use.key in self._lexicon.words("nation_words") and self._is_ours(use.before):
            return foremost(here, MAIN) or ""
        if use.key in self._lexicon.words("compass_points") and use.definite:
            found = [name for name in sorted(here) if name.lower().startswith(f"{use.key} ")]
            return found[0] if len(found) == 1 else ""
        return ""

    def _is_ours(self, before: str) -> bool:
        """*The Nation*, *this Nation*, *our great Nation*."""
        words = before.lower().split()
        judged = bool(words) and words[-1] in self._lexicon.words("evaluative_adjectives")
        ours = self._lexicon.group("definite_articles", "near_demonstratives")
        ours |= self._lexicon.pronouns("plural", "1", "possessive")
        return not ours.isdisjoint(words[-2:-1] if judged else words[-1:])

    def link(self, use: NameOccurrence, state: State) -> NameLink | None:
        """Which actor a country's word means here; None for a mere setting."""
        kind = self._regions.get(state.name) or KINDS[state.kind]
        whole = (kind, state.name)
        if state.sense in {"capital", "seat"}:
            rule = self._metonym(use, state)
            metonym = NameLink(use, whole, "metonym", rule) if rule else None
            return metonym or NameLink(use, ("place", use.key), "name")
        if state.sense == "adjective":
            return NameLink(use, whole, "adjective") if self._acts(use, state) else None
        if state.sense == "people":
            return NameLink(use, ("group", use.key), "name")
        part = state.kind == "region" and _is_part(use, self._lexicon)
        return None if part else NameLink(use, whole, "name")

    def _metonym(self, use: NameOccurrence, state: State) -> MentionRule | None:
        if use.mention.weak:
            return "compound" if use.before.endswith("-") else None
        listed = sorted(self._names[_place_of(use)] - {use.key})
        return metonym_rule(use.mention, state, listed, self._lexicon)

    def _acts(self, use: NameOccurrence, state: State) -> bool:
        """Whether an adjective tells of a party: a region's only beside people or countries."""
        if state.kind == "former" and use.mention.weak:
            return False
        people = use.mention.grammar.governor in self._lexicon.words("role_nouns")
        beside = bool(self._adjectives[_place_of(use)] - {use.key})
        return state.kind != "region" or people or beside

    def _listed(
        self, occurrences: Iterable[Uses], kind: MentionKind
    ) -> defaultdict[Place, set[str]]:
        """The states and seats that share a place in a sentence."""
        return defaultdict(
            set,
            grouped_sets(
                (_place_of(use), use.key)
                for own in occurrences
                for use in own
                if use.mention.kind == kind and self.find(use.mention)
            ),
        )

    def _region_kinds(self, occurrences: Iterable[Uses]) -> Mapping[str, str]:
        """Each region that is mostly a party (*for Europe*) is a group, else a place."""
        party: Counter[str] = Counter()
        named: Counter[str] = Counter()
        for use in (u for own in occurrences for u in own if not u.mention.weak):
            state = self.find(use.mention)
            if state and state.kind == "region" and state.sense == "name":
                party[state.name] += self._party_weight(use)
                named[state.name] += 1
        return {
            name: "group" if count > 0 and PARTY_SHARE * count >= named[name] else "place"
            for name, count in sorted(party.items())
        }

    def _party_weight(self, use: NameOccurrence) -> int:
        grammar = use.mention.grammar
        if grammar.preposition in self._lexicon.words("setting_prepositions") or _is_part(
            use, self._lexicon
        ):
            return -1
        acts = grammar.agent_verb in self._lexicon.words("metonym_governors")
        comes = (
            grammar.preposition in self._lexicon.group("origin_prepositions")
            and grammar.governor_pos == "VERB"
        )
        addressed = grammar.preposition in self._lexicon.words("party_prepositions") and not comes
        beside = grammar.dep != relations.OBJECT and self._names[_place_of(use)] - {use.key}
        return int(acts or addressed or bool(beside))


def metonym_rule(
    mention: Mention, state: State, listed: Sequence[str], lexicon: Lexicon
) -> MentionRule | None:
    """Why a capital or seat stands for its government here; nothing where it is the place.

    `listed` are other states and seats in the same place of the sentence.
    """
    grammar = mention.grammar
    if mention.zone not in WHOLE_STORY:
        return None
    if state.sense == "seat":
        return None if grammar.preposition in lexicon.words("seat_prepositions") else "seat"
    governors = lexicon.words("metonym_governors")
    if grammar.agent_verb in governors:
        return "acting_capital"
    if grammar.preposition in lexicon.words("place_prepositions"):
        return None
    governed = grammar.governor in governors
    if grammar.possessive and (governed or listed):
        return "owning_capital"
    party = grammar.preposition in lexicon.words("party_prepositions") and (listed or governed)
    beside = not grammar.preposition and listed
    return "beside_parties" if party or beside else None


def _is_part(use: NameOccurrence, lexicon: Lexicon) -> bool:
    """*eastern Europe* is a place, not the party."""
    words = use.before.split()
    return bool(words) and words[-1] in lexicon.words("directions")


def _place_of(use: NameOccurrence) -> Place:
    return (use.document, use.mention.sentence, use.mention.grammar.governor)
