"""What kind of thing a name names: votes of all its mentions, decided once."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.language.lexicons import Lexicon
from generator.model.annotations import Mention
from generator.resolve.entities.context_clues import beside
from generator.resolve.entities.form_clues import LONGEST_ACRONYM, vote_by_form
from generator.resolve.entities.name_occurrences import NameOccurrence

LEAST = 1.0
"""Votes below which a name that occurs once is nobody's."""
LEAST_REPEATED = 0.15
"""The same for a name that occurs again and again."""
TITLED_SHARE = 5
"""A name with a title in every fifth place is a person's for certain."""
OFTEN = 3
ARTICLE = re.compile(r"\b[Tt]he $")
LABELS = {
    "PERSON": ("person", 1.6),
    "ORG": ("organisation", 1.5),
    "GPE": ("place", 1.6),
    "LOC": ("place", 1.6),
    "FAC": ("place", 1.2),
    "NORP": ("group", 1.2),
}
PLURAL = 1.4
"""*Huguenots*, *Republicans*: a plural is a group for surer."""
VAGUE = frozenset({"WORK_OF_ART", "DATE", "TIME", "MONEY", "PERCENT", "LANGUAGE"})
"""Labels that the small model gives to names that it does not know."""
BESIDE = {
    "place": (("place", 2.0),),
    "organisation": (("organisation", 1.5),),
    "thing": (("nothing", 2.0),),
    "person noun": (("person", 1.5),),
    "particle": (("person", 3.0),),
    "age": (("person", 2.0),),
    "year": (("nothing", 1.0),),
    "before a place": (("place", 1.5), ("person", -1.0)),
    "short for common words": (("nothing", 3.0),),
    "called a person": (("person", 3.0),),
    "called a place": (("place", 3.0),),
    "called an organisation": (("organisation", 3.0),),
    "called a thing": (("nothing", 3.0),),
}
"""What stands beside a name, with how much it weighs."""
BESIDE_SHARE = 5
"""What every fifth mention shows counts in full."""
NOTHING = frozenset({"EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT"})


class Vote(Struct, frozen=True):
    """The kind that won, and by how much."""

    kind: str
    """``person``, ``organisation``, ``place``, ``group`` or ``nothing``."""
    score: float


def vote_type(
    occurrences: Sequence[NameOccurrence],
    lexicon: Lexicon,
    told: Mapping[str, float] | None = None,
) -> Vote:
    """Decide what a name is from all its uses, and from votes that others `told`."""
    scores: defaultdict[str, float] = defaultdict(float, told or {})
    mentions = [u.mention for u in occurrences]
    vote_by_form(scores, _plainest(mentions), lexicon)
    labelled = sum(bool(m.label) for m in mentions)
    for mention in mentions:
        _by_label(scores, mention, 1 / (labelled + 0.5) if labelled else 0)
        _by_grammar(scores, mention, 1 / len(mentions), lexicon.words("human_verbs"))
    articles = sum(ARTICLE.search(u.before) is not None for u in occurrences) / len(occurrences)
    common = sum(u.common for u in occurrences) / len(occurrences)
    scores["person"] -= 3 * articles + 1.5 * common
    scores["organisation"] += 0.8 * articles
    scores["nothing"] += 0.5 * common
    scores["place"] -= 1.0 * common
    _by_pronoun(scores, [u.pronoun for u in occurrences])
    _by_neighbours(scores, occurrences, lexicon)
    _by_title(scores, mentions)
    kind, score = max(sorted(scores.items()), key=lambda item: item[1])
    return Vote(kind, score) if score >= _least(len(occurrences)) else Vote("nothing", score)


def _plainest(mentions: Sequence[Mention]) -> str:
    """The name as written, in title case where it is written in capitals only."""
    texts = [m.text for m in mentions]
    plain = next((t for t in texts if not t.isupper()), texts[0])
    shouted = plain.isupper() and len(plain) > LONGEST_ACRONYM and plain.replace(" ", "").isalpha()
    return plain.title() if shouted else plain


def _least(count: int) -> float:
    """Votes that a name needs: the more often it occurs, the fewer."""
    if count >= OFTEN:
        return LEAST_REPEATED
    return LEAST if count == 1 else LEAST / 2


def _by_neighbours(
    scores: defaultdict[str, float], occurrences: Sequence[NameOccurrence], lexicon: Lexicon
) -> None:
    """An age, a year in brackets, a noun of a kind beside the name."""
    for trait, share in beside(occurrences, lexicon).items():
        for kind, weight in BESIDE.get(trait, ()):
            scores[kind] += weight * min(1.0, BESIDE_SHARE * share)


def _by_pronoun(scores: defaultdict[str, float], genders: Sequence[str]) -> None:
    personal = sum(g in {"masculine", "feminine"} for g in genders)
    neuter = sum(g == "neuter" for g in genders)
    scores["person"] += 2.0 * personal / (personal + neuter + 2)
    scores["organisation"] += 1.0 * neuter / (personal + neuter + 1)


def _by_label(scores: defaultdict[str, float], mention: Mention, share: float) -> None:
    if mention.label in LABELS:
        kind, weight = LABELS[mention.label]
        if kind == "group":
            weight = weight * PLURAL if mention.text.endswith("s") else weight / 3
        scores[kind] += weight * share
    elif mention.label in NOTHING:
        scores["nothing"] += (0.6 if mention.label in VAGUE else 1.6) * share


def _by_grammar(
    scores: defaultdict[str, float], mention: Mention, share: float, human_verbs: frozenset[str]
) -> None:
    grammar = mention.grammar
    if grammar.agent_verb and grammar.agent_verb != "be":
        human = grammar.agent_verb in human_verbs
        scores["person"] += (1.7 if human else 0.7) * share
        scores["organisation"] += 0.5 * share
    if grammar.preposition in {"in", "near", "at", "from", "across", "outside"}:
        scores["place"] += (
            1.1 if grammar.preposition in {"in", "near", "outside"} else 0.8
        ) * share
        scores["person"] -= 0.5 * share


def _by_title(scores: defaultdict[str, float], mentions: Sequence[Mention]) -> None:
    titled = sum(m.title is not None for m in mentions)
    if titled:
        weight = 4 + min(2.0, 0.5 * titled)
        scores["person"] += weight * min(1.0, TITLED_SHARE * titled / len(mentions))
