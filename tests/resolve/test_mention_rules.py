"""Why a name that is not plainly the actor's counts: each rule of the places where one is named."""

from typing import get_args

import pytest
from made_corpora import MakeSeeds, cast_of

from generator.language.gazetteer import State
from generator.language.pipeline import LanguageModel
from generator.model.corpus import Actor
from generator.model.rules import MentionRule
from generator.resolve.entities import overlaps
from generator.resolve.entities.geopolitical import Geopolitical
from generator.resolve.entities.name_occurrences import NameOccurrence

CASES: dict[MentionRule, tuple[str, str]] = {
    "seat": ("Brussels", "Brussels has asked Nigeria and Chile for more fish."),
    "acting_capital": ("Nairobi", "Nairobi accused Uganda of cutting the line."),
    "owning_capital": ("Nairobi", "Nairobi's decision surprised Uganda on Monday."),
    "beside_parties": ("Nairobi", "They want peace between Nairobi and Kampala this year."),
    "compound": ("Moscow", "The Washington-Moscow talks of May ended without a result."),
    "inside_name": ("Boston", "The Boston Police Department answered the letter on Monday."),
    "main_country": ("Nation", "Ghana voted on Monday.\n\nWe shall rebuild our Nation in peace."),
}


@pytest.mark.parametrize("rule", get_args(MentionRule))
def test_each_rule_decides_on_its_sentence(
    rule: MentionRule, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """The rule's id, and its words, go with the mention."""
    name, text = CASES[rule]
    cast = cast_of({"d0": text}, model, make_seeds)
    mentions = [m for a in cast.actors for m in a.mentions if m.text == name]
    assert [m.rule for m in mentions] == [rule]
    assert all(m.why for m in mentions)


def leave_out(rule: MentionRule, patch: pytest.MonkeyPatch) -> None:
    """Let nothing count by a rule."""
    ask = Geopolitical._metonym

    def metonym(self: Geopolitical, use: NameOccurrence, state: State) -> MentionRule | None:
        found = ask(self, use, state)
        return None if found == rule else found

    patch.setattr(Geopolitical, "_metonym", metonym)
    if rule == "main_country":
        patch.setattr(Geopolitical, "short", lambda _self, _use: "")
    if rule == "inside_name":
        patch.setattr(overlaps, "_other", lambda _inner, _outer, _lexicon: False)


@pytest.mark.parametrize("rule", get_args(MentionRule))
def test_a_place_counts_for_another_without_the_rule(
    rule: MentionRule, make_seeds: MakeSeeds, model: LanguageModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the rule the words of its sentence are no mention of the same actor."""
    name, text = CASES[rule]
    with_rule = {a.name for a in named(name, text, model, make_seeds)}
    leave_out(rule, monkeypatch)
    assert with_rule.isdisjoint(a.name for a in named(name, text, model, make_seeds))


def named(name: str, text: str, model: LanguageModel, make_seeds: MakeSeeds) -> list[Actor]:
    """The actors that are meant where a name stands."""
    cast = cast_of({"d0": text}, model, make_seeds)
    return [a for a in cast.actors if any(m.text == name for m in a.mentions)]
