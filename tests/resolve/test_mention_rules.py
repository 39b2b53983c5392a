"""Why a name that is not plainly the actor's counts: each rule of the places where one is named."""

from typing import get_args

import pytest
from made_corpora import MakeSeeds, cast_of

from generator.language.pipeline import LanguageModel
from generator.model.rules import MentionRule

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
