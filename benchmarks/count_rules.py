"""How often each rule decides on the development sets, as a table.

    python benchmarks/count_rules.py DATA… > benchmarks/rule_decisions.tsv

Each DATA is a folder that `briefing data` made of one set; its name is the set's. A line holds a
stage, a rule, and its decisions on each set: numbers only, no text. A date counts by the rule that
read it, an actor by the rule that weighed most for its type.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from generator.commands.rules import TABLES

FILES = {
    "quotations": ("quotations", "rule"),
    "statements": ("statements", "rule"),
    "actions": ("actions", "rule"),
    "dates": ("dates", "rule"),
    "actor_types": ("actors", "type_rule"),
}
"""The data file of each stage, and the field that names the rule."""


def count(data: Path) -> Counter[tuple[str, str]]:
    """Decisions by stage and rule."""
    found: Counter[tuple[str, str]] = Counter()
    for stage, (file, field) in FILES.items():
        for row in json.loads((data / f"{file}.json").read_text("utf-8")):
            found[stage, row.get(field) or ""] += 1
    return found


def main() -> None:
    """Print the table."""
    sets = [Path(name) for name in sys.argv[1:]]
    found = [count(data) for data in sets]
    print("\t".join(["# stage", "rule", *(data.name for data in sets)]))
    for stage in FILES:
        for rule in TABLES[stage]:
            numbers = (str(one[stage, rule.id]) for one in found)
            print("\t".join([stage, rule.id, *numbers]))


if __name__ == "__main__":
    main()
