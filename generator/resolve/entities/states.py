"""Countries and seats of government: names from the table, metonyms where grammar shows a party."""

from collections.abc import Sequence

from generator.gazetteer import Gazetteer, State
from generator.lexicons import load_words
from generator.model.annotations import Mention

ACTING_ZONES = frozenset({"headline", "standfirst", "body", "subhead"})
PARTY_PREPOSITIONS = frozenset({"between", "with", "for", "against", "by", "than", "on", "over"})
SEAT_PLACE = frozenset({"at", "outside", "near", "inside"})


def metonym_reason(mention: Mention, state: State, listed: Sequence[str]) -> str:
    """Why a capital or seat stands for its government here, or "" where it is the place.

    `listed` are other states and seats of the same sentence.
    """
    grammar = mention.grammar
    if mention.zone not in ACTING_ZONES:
        return ""
    if state.sense == "seat":
        return "" if grammar.preposition in SEAT_PLACE else "seat of government"
    governors = load_words("metonym_governors", "en")
    if grammar.agent_verb in governors:
        return f"subject of “{grammar.agent_verb}”"
    if grammar.preposition in load_words("place_prepositions", "en"):
        return ""
    if grammar.possessive and (grammar.governor in governors or listed):
        return f"owner of “{grammar.governor}”"
    if grammar.preposition in PARTY_PREPOSITIONS and (listed or grammar.governor in governors):
        return "named as a party beside others"
    if not grammar.preposition and listed:
        return "named as a party beside others"
    return ""


def find_state(gazetteer: Gazetteer, mention: Mention) -> State | None:
    """What the gazetteer says of a name; a titled name is a person's."""
    return None if mention.title else gazetteer.find(mention.text)
