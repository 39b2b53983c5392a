"""Each rule of who is meant earns its place: without it its example has another answer."""

from collections.abc import Callable, Iterator
from typing import get_args

import pytest
from made_corpora import BEFORE, MakeSeeds

from generator.extract.annotate import find_annotations
from generator.language.lexicons import load_rows
from generator.language.pipeline import LanguageModel
from generator.model.coreference import Reference, ReferenceRule, Resolution, Unresolved
from generator.read.seeds import read_seeds
from generator.resolve.coreference import (
    bodies,
    descriptions,
    documents,
    plurals,
    pronouns,
    resolve_coreference,
    source_words,
)
from generator.resolve.coreference.discourse import Discourse
from generator.resolve.coreference.pronouns import Level, Pronoun
from generator.resolve.coreference.reading import ReferenceReader
from generator.resolve.entities import resolve_actors

EXAMPLES = {row[1]: row[3] for row in load_rows("rule_examples", "en") if row[0] == "coreference"}
TWO_FIT: dict[str, str] = {
    "subject_before": "Boris Johnson said that he would stay.",
    "subject_of_sentence_before": "Boris Johnson met David Cameron. Keir Starmer slept. He left.",
    "subject_of_paragraph_before": "Okoye Adebayo arrived in Lagos. ⏎ The wind blew. ⏎ He slept.",
}
"""Cases of rules for pronouns whose example the next rule would answer in the same way."""
CASES = EXAMPLES | TWO_FIT
Answers = tuple[dict[tuple[int, int], tuple[str, ...]], ...]


def _actors(meant: Resolution) -> tuple[str, ...]:
    return meant.actors if isinstance(meant, Reference) else ()


def answers(text: str, model: LanguageModel, make_seeds: MakeSeeds) -> Callable[[], Answers]:
    """Whom each word that refers, and each source, of a text means; asked anew at each call."""
    read = read_seeds(make_seeds({"d0.txt": text})).documents
    found = tuple(find_annotations(d, model=model) for d in read)
    actors = resolve_actors(read, found)

    def ask() -> Answers:
        whole = resolve_coreference(read, found, actors)
        words = {(r.span.start, r.span.end): _actors(r.meant) for r in whole.references["d0"]}
        sources = {(p.start, p.end): _actors(meant) for p, meant in whole.sources.items()}
        return words, sources

    return ask


def leave_out(rule: ReferenceRule, patch: pytest.MonkeyPatch) -> None:
    """Let nothing answer by a rule."""

    def reference(actors: tuple[str, ...], by: ReferenceRule) -> Resolution:
        return Unresolved("no_actor") if by == rule else Reference(actors, by)

    for room in (bodies, descriptions, documents, plurals, source_words):
        patch.setattr(room, "Reference", reference)
    for name in ("_leading_levels", "_near_levels"):
        patch.setattr(pronouns, name, without_level(getattr(pronouns, name), rule))
    if rule == "speaker_of_turn":
        patch.setattr(ReferenceReader, "_speaker_at", lambda _self, _offset: None)


def without_level(
    levels: Callable[[Pronoun, Discourse], Iterator[Level]], rule: ReferenceRule
) -> Callable[[Pronoun, Discourse], Iterator[Level]]:
    """The places where a pronoun looks, but for one."""

    def left(pronoun: Pronoun, discourse: Discourse) -> Iterator[Level]:
        return (level for level in levels(pronoun, discourse) if level[0] != rule)

    return left


@pytest.mark.parametrize("rule", get_args(ReferenceRule))
def test_somebody_else_is_meant_without_the_rule(
    rule: ReferenceRule,
    make_seeds: MakeSeeds,
    model: LanguageModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The rule's case has another answer, or none."""
    ask = answers(BEFORE + CASES[rule].replace(" ⏎ ", "\n\n"), model, make_seeds)
    whole = ask()
    leave_out(rule, monkeypatch)
    assert ask() != whole
