"""Every rule that decides on something in a briefing, stage by stage."""

from collections.abc import Mapping

from msgspec import Struct

from generator.extract.actions import ACTION_RULES
from generator.extract.indirect_speech import STATEMENT_RULES
from generator.extract.quotations import TABLES as QUOTATION_TABLES
from generator.i18n.catalogue import load_catalogue
from generator.language.lexicons import Lexicon, languages_with
from generator.model.rules import Rule
from generator.resolve.entities.type_rules import TYPE_RULES
from generator.temporal import date_rules

Table = tuple[Rule[str, str, object], ...]
TABLES: Mapping[str, Table] = {
    "quotations": tuple(rule for table in QUOTATION_TABLES for rule in table),
    "statements": STATEMENT_RULES,
    "actions": ACTION_RULES,
    "dates": date_rules(Lexicon(*languages_with("date_rules"))),
    "actor_types": TYPE_RULES,
}
"""The rules of each stage in their order, by the name that the stage has in the catalogue."""


class RuleRow(Struct, frozen=True):
    """One rule with the words that readers see for it."""

    stage: str
    id: str
    words: str
    example: str
    certainty: str


def list_rules() -> tuple[RuleRow, ...]:
    """The rules of all stages, each with its words in English."""
    catalogue = load_catalogue("en")
    return tuple(
        RuleRow(stage, rule.id, catalogue.rule(stage, rule.id), rule.example, rule.certainty)
        for stage, table in TABLES.items()
        for rule in table
    )
