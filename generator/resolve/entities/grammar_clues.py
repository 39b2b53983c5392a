"""What the grammar of its sentences and the language model say that a name names.

Each function gives the share of a name's places that show its clue.
"""

import re
from collections.abc import Callable

from generator.language.lexicons import Lexicon
from generator.language.person_names import is_called_so, is_common_word
from generator.language.speech_verbs import says_clauses
from generator.language.weights import load_count, load_weight
from generator.model.annotations import Mention
from generator.model.words import last_word
from generator.resolve.entities.form_clues import ends_in
from generator.resolve.entities.name_evidence import FULL_NAME, NameEvidence
from generator.resolve.entities.name_occurrences import NameOccurrence

Clue = Callable[[NameEvidence], float]
NEXT_WORD = re.compile(r" ([a-z]+)")
STEADY = load_count("grammar_clues.steady")
OF_PERSONS = ("age", "particle", "person noun", "called_person")
"""What stands beside a name of a person only."""
DOUBT, EVERY = load_weight("grammar_clues.doubt"), load_weight("grammar_clues.every")
PERSONS_LEAST = load_weight("grammar_clues.persons_least")
THINGS_LEAST = load_weight("grammar_clues.things_least")


def labelled(*labels: str) -> Clue:
    """The clue of the model's labels."""

    def clue(name: NameEvidence) -> float:
        count = sum(bool(m.label) for m in name.mentions)
        return sum(m.label in labels for m in name.mentions) / (count + DOUBT) if count else 0.0

    return clue


def people(name: NameEvidence) -> float:
    """*Huguenots*: a plural that the model takes for a people, a faith or a party."""
    count = sum(bool(m.label) for m in name.mentions)
    endings = tuple(name.lexicon.words("plural_endings"))
    found = sum(m.label == "NORP" and m.text.endswith(endings) for m in name.mentions)
    return found / (count + DOUBT) if count else 0.0


def _share(name: NameEvidence, fits: Callable[[Mention], bool]) -> float:
    return sum(map(fits, name.mentions)) / len(name.occurrences)


def human_verb(name: NameEvidence) -> float:
    """*X wept*: it does what only people do."""
    verbs = name.lexicon.words("human_verbs")
    return _share(name, lambda m: m.grammar.agent_verb in verbs)


def other_verb(name: NameEvidence) -> float:
    """*X grew*: it does what people and bodies do."""
    silent = name.lexicon.words("human_verbs") | name.lexicon.group("copulas") | {""}
    return _share(name, lambda m: m.grammar.agent_verb not in silent)


def behind(kind: str) -> Clue:
    """The clue that a preposition of a list stands before the name."""

    def clue(name: NameEvidence) -> float:
        prepositions = name.lexicon.words(kind)
        return _share(name, lambda m: m.grammar.preposition in prepositions)

    return clue


def article(name: NameEvidence) -> float:
    """*The X*: persons have no article."""
    uses = name.occurrences
    return sum(u.definite for u in uses) / len(uses)


def common(name: NameEvidence) -> float:
    """Its words are also written small in the same text."""
    return sum(u.common for u in name.occurrences) / len(name.occurrences)


def personal_pronoun(name: NameEvidence) -> float:
    """*X said that she …*."""
    personal, neuter = _pronouns(name)
    return personal / (personal + neuter + PERSONS_LEAST)


def neuter_pronoun(name: NameEvidence) -> float:
    """*X said that it …*."""
    personal, neuter = _pronouns(name)
    return neuter / (personal + neuter + THINGS_LEAST)


def _pronouns(name: NameEvidence) -> tuple[int, int]:
    genders = [u.pronoun for u in name.occurrences]
    personal = sum(g in {"masculine", "feminine"} for g in genders)
    return personal, genders.count("neuter")


def trait_clue(trait: str) -> Clue:
    """The clue of a noun, a number or a place that stands beside the name."""

    def clue(name: NameEvidence) -> float:
        return min(1.0, EVERY * name.beside.get(trait, 0.0))

    return clue


def listed(kind: str) -> Clue:
    """The clue of a name's neighbours in a list whose kind is sure."""

    def clue(name: NameEvidence) -> float:
        return name.listed.get(kind, 0.0)

    return clue


def titled(name: NameEvidence) -> float:
    """*Dr X*: a title, at every fifth place; *King George Station* has none."""
    headed = name.several and ends_in("organisation_heads", "place_heads")(name)
    common = headed or (not name.several and is_common_word(name.text, name.lexicon.language))
    uses = name.occurrences
    found = sum(_is_titled(use, name.lexicon, common=bool(common)) for use in uses)
    return min(1.0, EVERY * found / len(uses))


def _is_titled(use: NameOccurrence, lexicon: Lexicon, *, common: bool) -> bool:
    """Whether a title is before a name; an office and a common word are mostly one phrase."""
    title = use.mention.title
    if title is None or _modifies_role(use, lexicon):
        return False
    courtesies = {row[0] for row in lexicon.rows("honorifics")}
    return not common or use.mention.label == "PERSON" or last_word(title.text) in courtesies


def _modifies_role(use: NameOccurrence, lexicon: Lexicon) -> bool:
    """*The veteran Green councillor*: who has the title is the councillor."""
    found = NEXT_WORD.match(use.after)
    return bool(found and found.group(1) in lexicon.words("role_nouns"))


def unattested(name: NameEvidence) -> float:
    """*Zastavka*: one word of no list, and no text names, calls or treats anybody so."""
    called = is_called_so(name.text) or FULL_NAME in name.listed or name.listed.get("person")
    steady = len(name.mentions) >= STEADY and all(m.label == "PERSON" for m in name.mentions)
    if name.several or called or steady:
        return 0.0
    shown = (human_verb, speaks, personal_pronoun, titled, *map(trait_clue, OF_PERSONS))
    return float(not any(clue(name) for clue in shown))


def speaks(name: NameEvidence) -> float:
    """*X said*: it is the source of what somebody says."""
    return _share(name, lambda m: says_clauses(m.grammar.agent_verb, name.lexicon))
