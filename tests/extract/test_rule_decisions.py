"""Rules decide on more than their cases: the table of the development sets says so.

The table is made by ``benchmarks/count_rules.py``; what is kept here is that it has every rule.
"""

from pathlib import Path

from generator.commands.rules import TABLES
from generator.resolve.entities.type_evidence import load_type_weights

TABLE = Path(__file__).parents[2] / "benchmarks" / "rule_decisions.tsv"
WEIGHS_LITTLE = {("actor_types", "town_or_person")}
"""A rule that weighs too little ever to weigh most."""
AGAINST = {
    ("actor_types", rule)
    for rule, kinds in load_type_weights().items()
    if all(kind == "nothing" or weight < 0 for kind, weight in kinds.items())
}
"""Rules that keep a name from being an actor: who is none has no row that could name them."""
NOT_SEEN = frozenset(
    (
        *("day_of_month", "month_after_next", "weekday_after_next", "weekdays_ago"),
        *("weekday_a_week_on", "relative_holiday", "holiday_of_relative_year"),
        *("holiday_after_next", "ago_today", "from_today", "week_number"),
        *("half_year_of_relative_year", "month_of"),
    )
)
"""Rules of dates that no set of the table shows: phrases of the language that the grammar knows. A
rule that a set shows leaves this list, and none comes to it. Each is right in the half of the
phrases that no rule was written for, and each of its forms decides in a sentence of the tests
(test_date_phrases.py and test_date_forms.py in tests/temporal, which ask it of every rule)."""


def decisions() -> dict[tuple[str, str], int]:
    """How often each rule decides, all sets together."""
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:]]
    return {(row[0], row[1]): sum(map(int, row[2:])) for row in rows}


def test_the_table_has_the_rules_of_the_code() -> None:
    """Each rule of each stage in the table has its row, and no other has one."""
    stages = {stage for stage, _ in decisions()}
    assert stages == set(TABLES)
    assert set(decisions()) == {(stage, rule.id) for stage in stages for rule in TABLES[stage]}


def test_a_rule_decides_on_more_than_its_cases() -> None:
    """Each decides at least once; those of dates that do not yet are named."""
    none = {row for row, count in decisions().items() if not count}
    assert none == WEIGHS_LITTLE | AGAINST | {("dates", rule) for rule in NOT_SEEN}
