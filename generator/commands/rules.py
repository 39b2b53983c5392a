"""Every rule that decides on something in a briefing, stage by stage.

Where a stage has a table of rules, they are that table's. What a stage decides without one, and why
it leaves something open, has its line with an example in ``rule_examples.tsv``.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.extract.actions import ACTION_RULES
from generator.extract.indirect_speech import STATEMENT_RULES
from generator.extract.quotations import TABLES as QUOTATION_TABLES
from generator.i18n.catalogue import FALLBACK, load_catalogue
from generator.language.lexicons import Lexicon, languages_with, load_rows
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
    catalogue = load_catalogue(FALLBACK)
    found = [
        RuleRow(stage, rule, catalogue.rule(stage, rule), example, certainty)
        for stage, rule, certainty, example in _lines()
    ]
    order = {stage: i for i, stage in enumerate(dict.fromkeys(row.stage for row in found))}
    return tuple(sorted(found, key=lambda row: order[row.stage]))


def _lines() -> Iterator[tuple[str, ...]]:
    """Stage, id, certainty and example: the tables, and then what has none."""
    for stage, table in TABLES.items():
        yield from ((stage, rule.id, rule.certainty, rule.example) for rule in table)
    yield from load_rows("rule_examples", FALLBACK)
