"""Draws roles or actions by a fixed stride, and counts those that were judged right by reading.

    python benchmarks/judged.py roles|actions DATA [JUDGED]

DATA is a folder of exported data (`briefing data --out DATA`) of the documents that the judgements
in JUDGED (`benchmarks/roles_judged.tsv`, `benchmarks/actions_judged.tsv`) are of. All rows are
sorted by document and offset; of N the ones at the places ``i * N // DRAWN`` are drawn. Prints each
drawn row without a judgement as a line to be judged, and the share of right ones among the rest.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

DRAWN = {"roles": 100, "actions": 60}
Row = tuple[str, str, str, str]
"""Document, offset, actor, and the role or the verb and target, as written in the list."""


def read_rows(kind: str, data: Path) -> list[Row]:
    """All roles or actions of an export, by document and offset."""
    actors = json.loads((data / "actors.json").read_text("utf-8"))
    names = {a["id"]: a["name"] for a in actors}
    if kind == "roles":
        rows = [
            (r["document"], r["start"], a["name"], r["text"]) for a in actors for r in a["roles"]
        ]
    else:
        actions = json.loads((data / "actions.json").read_text("utf-8"))
        rows = [(x["document"], x["start"], names[x["actor"]], _deed(x)) for x in actions]
    return [(d, str(at), name, " ".join(words.split())) for d, at, name, words in sorted(rows)]


def _deed(row: dict[str, object]) -> str:
    target = row["target_text"]
    words = target["text"] if isinstance(target, dict) else ""
    negated = "not" if row["negated"] else ""
    return " ".join(str(w) for w in (row["modality"] or "", negated, row["verb"], words) if w)


def draw(rows: Sequence[Row], wanted: int) -> list[Row]:
    """Every row where there are few, else as many as wanted at equal steps."""
    count = min(wanted, len(rows))
    return [rows[i * len(rows) // count] for i in range(count)]


def read_judgements(path: Path) -> dict[Row, str]:
    """Each judged row → ``right`` or ``wrong``."""
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(row[0], row[1], row[2], row[3]): row[4] for row in rows}


def main() -> None:
    """Print what is not judged yet, and the precision of what is."""
    kind, data = sys.argv[1], Path(sys.argv[2])
    listed = sys.argv[3] if len(sys.argv) > 3 else f"benchmarks/{kind}_judged.tsv"
    judgements = read_judgements(Path(listed))
    drawn = draw(read_rows(kind, data), DRAWN[kind])
    found = [judgements.get(row, "") for row in drawn]
    for row, verdict in zip(drawn, found, strict=True):
        if not verdict:
            print("\t".join(row), "?", sep="\t")
    known = [verdict for verdict in found if verdict]
    print(f"{len(drawn)} drawn, {len(known)} judged, {known.count('right')} right")


if __name__ == "__main__":
    main()
