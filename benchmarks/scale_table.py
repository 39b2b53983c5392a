"""The tables of `docs/guide/scale.md`, computed from what `benchmarks/volumes.py` measured.

python benchmarks/scale_table.py

A folder is thought of as volumes of 1,000 documents, the size that was measured: nothing crosses
from one to the other but the front, so that what a volume costs is taken so many times. What the
front costs a volume is the difference between a folder in four volumes and one that is whole.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

FIGURES = Path(__file__).with_name("volumes.json")
WHOLE, CUT, SMALL = "1000 in 1", "1000 in 4", "200 in 1"
SIZE = 1_000
"""Documents of a volume."""
SIZES = (10**4, 10**6, 10**8)
NIGHT = 8 * 3_600
"""Seconds in which a first build should end, for the number of processors."""
FIRST_SEARCH, PAGE, HOUR = 350_000, 1_000_000, 3_600
"""What a reader should not wait for: bytes of a first search and of a page; seconds of a build."""
Figures = dict[str, dict[str, float]]


def main() -> None:
    """Print both tables."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    print("\n".join([*costs(figures), "", *limits(figures)]))


def costs(figures: Figures) -> Iterator[str]:
    """What so many documents cost, a row each."""
    one, front = figures[WHOLE], _front(figures)
    rows: tuple[tuple[str, Callable[[float], str]], ...] = (
        ("volumes", lambda v: f"{v:,.0f}"),
        ("CPU of a first build", lambda v: _hours(v * one["cpu_seconds"])),
        (
            "processors that end it in 8 hours",
            lambda v: f"{-(-v * one['cpu_seconds'] // NIGHT):,.0f}",
        ),
        ("largest process of a build", lambda _: _bytes(one["peak_megabytes"] * 1e6)),
        ("one document changed", lambda v: _hours(one["changed_seconds"] + v * front["seconds"])),
        ("nothing changed", lambda v: _hours(one["nothing_seconds"] + v * front["seconds"])),
        ("cache", lambda v: _bytes(v * one["cache_bytes"])),
        ("Markdown pages and data", lambda v: _bytes(v * one["pages_bytes"])),
        ("site", lambda v: _bytes(v * one["site_bytes"])),
        ("offline copies", lambda v: _bytes(v * one["copy_bytes"])),
        ("files of the site", lambda v: f"{v * one['files']:,.0f}"),
        ("reader: the home page of a volume", lambda _: _bytes(one["front_bytes"])),
        ("reader: the front over all", lambda v: _bytes(v * front["bytes"])),
        ("reader: a first search over all", lambda v: _bytes(_search(one, v))),
    )
    yield "| what | 10⁴ documents | 10⁶ | 10⁸ |"
    yield "| --- | --: | --: | --: |"
    for name, cell in rows:
        yield f"| {name} | {' | '.join(cell(size / SIZE) for size in SIZES)} |"


def limits(figures: Figures) -> Iterator[str]:
    """How many documents there are where a part gives out, the first of them first."""
    one, front, small = figures[WHOLE], _front(figures), figures[SMALL]
    per_document = (one["peak_megabytes"] - small["peak_megabytes"]) / (SIZE - small["articles"])
    rows = (
        (
            (FIRST_SEARCH - one["program_bytes"]) / one["contents_bytes"],
            "a first search over all is 350 KB",
        ),
        (PAGE / front["bytes"], "the front over all is a page of 1 MB, packed"),
        (HOUR / front["seconds"], "a build that finds nothing changed takes an hour"),
    )
    yield "| documents | what gives out |"
    yield "| --: | --- |"
    for volumes, what in sorted(rows):
        yield f"| {_round(volumes * SIZE)} | {what} |"
    yield f"| {_round(8_000 / per_document)} in one volume | its build asks for 8 GB |"


def _front(figures: Figures) -> dict[str, float]:
    """What the front costs a volume; its own frame counts with the cards, so that it is a bound."""
    one, cut = figures[WHOLE], figures[CUT]
    seconds = (cut["nothing_seconds"] - one["nothing_seconds"]) / 3
    return {"seconds": seconds, "bytes": cut["front_bytes"] / 4}


def _search(one: dict[str, float], volumes: float) -> float:
    return one["program_bytes"] + volumes * one["contents_bytes"]


def _round(number: float) -> str:
    """Two digits, because no more is known."""
    return f"{float(f'{number:.1e}'):,.0f}"


def _hours(seconds: float) -> str:
    for unit, size in (("h", 3_600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{_round(seconds / size)} {unit}"
    return f"{seconds:.0f} s"


def _bytes(number: float) -> str:
    for unit, size in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if number >= size:
            return (
                f"{number / size:.1f} {unit}"
                if number < 10 * size
                else f"{number / size:,.0f} {unit}"
            )
    return f"{number / 1e3:,.0f} KB"


if __name__ == "__main__":
    main()
