"""What is speech: which verbs report what somebody said, and how; asked by every wing, here."""

from functools import lru_cache
from typing import Literal

from generator.language.lexicons import Lexicon

Strength = Literal["clause", "speech", "mind", "manner", "other"]
"""How a verb reports; see ``cue_verbs.tsv``."""
STRENGTHS: tuple[Strength, ...] = ("clause", "speech", "mind", "manner", "other")


@lru_cache(maxsize=16)
def strengths_of_verbs(lexicon: Lexicon) -> dict[str, Strength]:
    """How each verb reports, by its lemma; one that is not listed reports nothing."""
    known: dict[str, Strength] = {str(strength): strength for strength in STRENGTHS}
    return {lemma: known[kind] for lemma, kind, _ in lexicon.rows("cue_verbs")}


@lru_cache(maxsize=16)
def phrasal_speech_verbs(lexicon: Lexicon) -> dict[str, dict[str, Strength]]:
    """How a verb reports with a small word: *point out*, by the verb and by that word."""
    rows = lexicon.rows("cue_phrasal_verbs")
    found: dict[str, dict[str, Strength]] = {verb: {} for verb, *_ in rows}
    for verb, particle, *how in rows:
        found[verb][particle] = "clause" if how == ["clause"] else "speech"
    return found


def says_clauses(lemma: str, lexicon: Lexicon) -> bool:
    """Whether a verb reports speech with a clause: *said that*, *announced that*."""
    return strengths_of_verbs(lexicon).get(lemma) == "clause"


def has_content(lemma: str, lexicon: Lexicon) -> bool:
    """Whether a verb's clause is what its subject says, thinks, wants or makes happen."""
    return lemma in lexicon.keys("cue_verbs", "content")
