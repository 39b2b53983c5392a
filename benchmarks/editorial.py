"""Draws items of the editorial blocks to be judged by reading, without a verdict.

    python benchmarks/editorial.py DATA… [--all] [--block NAME]

Each DATA is a folder of exported data with its texts (`briefing data --texts --out DATA`), one for
each folder of sources on one story. Of every block's N items, in the order of the folders and of
the data, the ones at the places ``i * N // DRAWN`` are drawn; ``--all`` prints every item. A line
holds the block, the folder, the item's id (of its places, so that it stays over runs), what a
reader is shown, and the places with their sentences. A verdict and its reason are then added to
`benchmarks/editorial_judged.tsv` by whoever read the folder; no text of a source goes there.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

DRAWN = 25
TOP = 20
"""Topics that a reader looks at first."""
KINDS = {
    "related_sentences": "related pair",
    "changed": "changed",
    "number_differs": "numbers differ",
    "only_in": "only in",
}
Item = tuple[str, str, str, str, str]
"""Block, folder, id, what is shown, and where it stands."""


class JudgedFolder:
    """One folder's exported data."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.documents = {d["id"]: d for d in self.read("documents")}

    def read(self, name: str) -> Any:  # noqa: ANN401 the JSON of an export
        """One file of the export."""
        return json.loads((self.data / f"{name}.json").read_text("utf-8"))

    def words(self, document: str, start: int, end: int) -> str:
        """The text of a place, on one line."""
        text = (self.data / "texts" / f"{document}.txt").read_bytes().decode("utf-8")
        return " ".join(text[start:end].split())

    def place(self, document: str, start: int, end: int) -> str:
        """A place with the sentence that it lies in."""
        sentences = self.documents[document]["sentences"]
        around = [s for s in sentences if s["start"] <= start < s["end"]] or [
            {"start": start, "end": end}
        ]
        sentence = self.words(document, around[0]["start"], max(end, around[0]["end"]))
        return f"{document} {start}-{end}: {sentence}"

    def item(self, block: str, shown: str, places: Sequence[tuple[str, int, int]]) -> Item:
        """One item with an id of its places."""
        key = " ".join((block, *(f"{d} {a}-{b}" for d, a, b in places)))
        identity = hashlib.sha256(key.encode()).hexdigest()[:10]
        where = " | ".join(self.place(*one) for one in places)
        return (block, self.data.name, identity, shown, where)


def read_items(data: Path) -> Iterator[Item]:
    """Every item of one folder's editorial blocks."""
    folder = JudgedFolder(data)
    for row in folder.read("takeaways"):
        block = "bottom line" if row["section"] == "bottom_line" else "takeaway"
        place = (row["document"], row["start"], row["end"])
        yield folder.item(block, folder.words(*place), [place])
    yield from _read_timeline(folder)
    for row in folder.read("topics")[:TOP]:
        places = [(o["document"], o["start"], o["end"]) for o in row["occurrences"]]
        yield folder.item("topic", f"{row['label']} ({len(places)} places)", places[:2])
    yield from _read_comparison(folder)


def _read_timeline(folder: JudgedFolder) -> Iterator[Item]:
    """The rows, with whom their pronouns mean as the page says it."""
    dates = {d["id"]: d for d in folder.read("dates")}
    owners = {
        (m["document"], m["start"]): actor["name"]
        for actor in folder.read("actors")
        for m in actor["mentions"]
    }
    for row in folder.read("timeline"):
        block = "timeline (background)" if row["background"] else "timeline"
        first = row["members"][0]
        told = dates.get(first["date"])
        words = told["text"] if told else "the document's own date"
        place = (first["document"], first["start"], first["end"])
        notes = "".join(
            f" [{folder.words(first['document'], p['start'], p['end'])} = {owner}]"
            for p in (told or {}).get("clause", {}).get("pronouns", ())
            if (owner := owners.get((first["document"], p["start"])))
        )
        yield folder.item(block, f"{row['date']} ({words}): {folder.words(*place)}{notes}", [place])


def _read_comparison(folder: JudgedFolder) -> Iterator[Item]:
    for row in folder.read("comparison"):
        if row["kind"] in KINDS:
            places = [(m["document"], m["start"], m["end"]) for m in row["members"]]
            words = row["value"] or " | ".join(folder.words(*place) for place in places)
            yield folder.item(KINDS[row["kind"]], words, places)


def draw(items: Sequence[Item], wanted: int) -> list[Item]:
    """Every item where there are few, else as many as wanted at equal steps."""
    count = min(wanted, len(items))
    return [items[i * len(items) // count] for i in range(count)]


def main() -> None:
    """Print the drawn items by block, with the number of all at the head of each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--block", default="")
    asked = parser.parse_args()
    items = [item for data in asked.data for item in read_items(data)]
    for block in dict.fromkeys(item[0] for item in items):
        rows = [item for item in items if item[0] == block]
        if asked.block in {"", block}:
            print(f"# {block}: {len(rows)} items")
            for row in rows if asked.all else draw(rows, DRAWN):
                print("\t".join(row))


if __name__ == "__main__":
    main()
