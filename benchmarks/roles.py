"""Draws 100 roles of persons by a fixed stride, and counts those that were judged right.

    python benchmarks/roles.py DATA [JUDGED]

DATA is a folder of exported data (`briefing data --out DATA`) of the documents that the judgements
in JUDGED (`benchmarks/roles_judged.tsv`) are of. All roles are sorted by document and offset; of
N the ones at the places ``i * N // 100`` are drawn. Prints each drawn role without a judgement as a
line to be judged, and the share of right ones among the rest.
"""

import json
import sys
from pathlib import Path

DRAWN = 100
Row = tuple[str, str, str, str]
"""Document, offset, actor and role, as written in the list."""


def read_roles(data: Path) -> list[Row]:
    """All roles of an export, by document and offset."""
    actors = json.loads((data / "actors.json").read_text("utf-8"))
    rows = [
        (r["document"], r["start"], a["name"], " ".join(r["text"].split()))
        for a in actors
        for r in a["roles"]
    ]
    return [(d, str(start), name, text) for d, start, name, text in sorted(rows)]


def draw(rows: list[Row]) -> list[Row]:
    """Every role where there are few, else 100 at equal steps."""
    count = min(DRAWN, len(rows))
    return [rows[i * len(rows) // count] for i in range(count)]


def read_judgements(path: Path) -> dict[tuple[str, str, str], str]:
    """Document, offset and role → ``right`` or ``wrong``."""
    lines = path.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(row[0], row[1], row[3]): row[4] for row in rows}


def main() -> None:
    """Print what is not judged yet, and the precision of what is."""
    data = Path(sys.argv[1])
    judged = Path(sys.argv[2] if len(sys.argv) > 2 else "benchmarks/roles_judged.tsv")
    judgements = read_judgements(judged)
    drawn = draw(read_roles(data))
    found = [judgements.get((row[0], row[1], row[3]), "") for row in drawn]
    for row, verdict in zip(drawn, found, strict=True):
        if not verdict:
            print("\t".join(row), "?", sep="\t")
    known = [verdict for verdict in found if verdict]
    print(f"{len(drawn)} drawn, {len(known)} judged, {known.count('right')} right")


if __name__ == "__main__":
    main()
