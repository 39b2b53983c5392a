"""What kind of thing a name names: votes of all its mentions, decided once."""

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from generator.gazetteer import load_gazetteer
from generator.lexicons import load_words
from generator.model.annotations import Mention
from generator.names import is_given_name
from generator.resolve.entities.uses import Use

LEAST = 1.0
"""Votes below which a name that occurs once is nobody's."""
LEAST_REPEATED = 0.15
"""The same for a name that occurs again and again."""
TITLED_SHARE = 5
"""A name with a title in every fifth place is a person's for certain."""
OFTEN = 3
LINK = re.compile(r" (?:of|for|to|in|on|against|and) ")
PURPOSE = re.compile(r" (?:for|on|against) ")
ARTICLE = re.compile(r"\b[Tt]he $")
LABELS = {
    "PERSON": ("person", 1.6),
    "ORG": ("organisation", 1.5),
    "GPE": ("place", 1.6),
    "LOC": ("place", 1.6),
    "FAC": ("place", 1.2),
    "NORP": ("group", 1.2),
}
VAGUE = frozenset({"WORK_OF_ART", "DATE", "TIME", "MONEY", "PERCENT", "LANGUAGE"})
"""Labels that the small model gives to names that it does not know."""
FORMS = (
    ("organisation", 5.0, ("organisation_heads",)),
    ("organisation", 4.0, ("organisation_suffixes", "administration_words")),
    ("place", 4.5, ("place_heads",)),
    ("nothing", 6.0, ("thing_heads",)),
)
"""What the last word of a name makes it, with how much it weighs."""
NOTHING = frozenset({"EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT"})


class Vote(Struct, frozen=True):
    """The kind that won, and by how much."""

    kind: str
    """``person``, ``organisation``, ``place``, ``group`` or ``nothing``."""
    score: float


def vote(uses: Sequence[Use]) -> Vote:
    """Decide what a name is from all its uses."""
    scores: defaultdict[str, float] = defaultdict(float)
    mentions = [u.mention for u in uses]
    _by_form(scores, mentions[0].text)
    labelled = sum(bool(m.label) for m in mentions)
    for mention in mentions:
        _by_label(scores, mention, 1 / (labelled + 0.5) if labelled else 0)
        _by_grammar(scores, mention, 1 / len(mentions))
    articles = sum(ARTICLE.search(u.before) is not None for u in uses) / len(uses)
    common = sum(u.common for u in uses) / len(uses)
    scores["person"] -= 3 * articles + 1.5 * common
    scores["organisation"] += 0.8 * articles
    scores["nothing"] += 0.5 * common
    _by_pronoun(scores, [u.pronoun for u in uses])
    _by_title(scores, mentions)
    kind, score = max(sorted(scores.items()), key=lambda item: item[1])
    return Vote(kind, score) if score >= _least(len(uses)) else Vote("nothing", score)


def _least(count: int) -> float:
    """Votes that a name needs: the more often it occurs, the fewer."""
    if count >= OFTEN:
        return LEAST_REPEATED
    return LEAST if count == 1 else LEAST / 2


def _by_form(scores: defaultdict[str, float], text: str) -> None:
    words = text.split()
    several = len(words) > 1
    if PURPOSE.search(text):
        scores["organisation"] += 2
    if text in load_words("places", "en"):
        scores["place"] += 3
    else:
        _by_heads(scores, text, words)
    if several:
        _by_first_word(scores, words)
    _by_given_name(scores, words)


def _by_heads(scores: defaultdict[str, float], text: str, words: Sequence[str]) -> None:
    """The word that says what kind of thing a name names, and initials."""
    last = words[-1].lower().rstrip(".")
    head = LINK.split(text, maxsplit=1)[0].split()[-1].lower()
    several = len(words) > 1
    for kind, weight, lists in FORMS:
        if any({last, head} & load_words(one, "en") for one in lists):
            person = is_given_name(words[0]) and len(words) == 2
            scores[kind] += (weight if several else weight / 2) - (1.5 if person else 0)
    if not several and text.isupper() and 2 <= len(text) <= 5:
        scores["organisation"] += 2.0


def _by_first_word(scores: defaultdict[str, float], words: Sequence[str]) -> None:
    """*Patriarch* of somewhere, *Lake* something, a country and what is called after it."""
    if words[0] in load_words("see_titles", "en"):
        scores["person"] += 5
    elif set(words) & load_words("mountain_words", "en"):
        scores["place"] += 5
    elif words[0] in load_words("place_prefixes", "en"):
        scores["place"] += 2.5
    if load_gazetteer("en").find(words[0]) and not is_given_name(words[0]):
        scores["organisation"] += 1.5
    if _is_team(words):
        scores["organisation"] += 4


def _is_team(words: Sequence[str]) -> bool:
    """*San Diego Chargers*, *Boston Red Sox*: a town or state, then a plural."""
    towns = load_words("places", "en")
    plural = words[-1].endswith(("s", "x")) and words[-1].lower() not in load_words(
        "place_heads", "en"
    )
    return plural and any(" ".join(words[:i]) in towns for i in range(1, len(words)))


def _by_given_name(scores: defaultdict[str, float], words: Sequence[str]) -> None:
    if is_given_name(words[0]):
        scores["person"] += 3.5 if len(words) > 1 else 0.8
    elif len(words) > 1 and re.match(r"(?:[A-Z]\.?){1,3}$", words[0]):
        scores["person"] += 2
    elif 2 <= len(words) <= 3 and all(w[:1].isupper() and not w.isupper() for w in words):
        scores["person"] += 0.6


def _by_pronoun(scores: defaultdict[str, float], genders: Sequence[str]) -> None:
    personal = sum(g in {"masculine", "feminine"} for g in genders)
    neuter = sum(g == "neuter" for g in genders)
    scores["person"] += 2.0 * personal / (personal + neuter + 2)
    scores["organisation"] += 1.0 * neuter / (personal + neuter + 1)


def _by_label(scores: defaultdict[str, float], mention: Mention, share: float) -> None:
    if mention.label in LABELS:
        kind, weight = LABELS[mention.label]
        if kind == "group" and not mention.text.endswith("s"):
            weight /= 3
        scores[kind] += weight * share
    elif mention.label in NOTHING:
        scores["nothing"] += (0.6 if mention.label in VAGUE else 1.6) * share


def _by_grammar(scores: defaultdict[str, float], mention: Mention, share: float) -> None:
    grammar = mention.grammar
    if grammar.agent_verb and grammar.agent_verb != "be":
        scores["person"] += 0.7 * share
        scores["organisation"] += 0.5 * share
    if grammar.preposition in {"in", "near", "at", "from", "across", "outside"}:
        scores["place"] += (
            1.1 if grammar.preposition in {"in", "near", "outside"} else 0.8
        ) * share
        scores["person"] -= 0.5 * share
    if mention.apposition and _has_role(mention.apposition.text):
        scores["person"] += 3


def _by_title(scores: defaultdict[str, float], mentions: Sequence[Mention]) -> None:
    titled = sum(m.title is not None for m in mentions)
    if titled:
        weight = 4 + min(2.0, 0.5 * titled)
        scores["person"] += weight * min(1.0, TITLED_SHARE * titled / len(mentions))


def _has_role(text: str) -> bool:
    roles = load_words("role_nouns", "en")
    words = re.findall(r"[\w-]+", re.split(r" of | at | in | for | who ", text)[0].lower())
    return bool(words) and words[-1] in roles
