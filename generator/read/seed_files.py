"""Which files of a folder may be seeds, and which of them are ever opened."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from generator.errors import SeedError
from generator.files.entries import is_any_folder, scan
from generator.files.guarded import refusal, shown_name
from generator.model.corpus import SkippedSeed

SIDECAR = ".yml"
NO_SIDECARS = frozenset({"corrections.yml"})
ORPHAN = "what an editor wrote is used only beside its seed, and there is no {seed}"
HIDDEN = "."
NO_SOURCES = frozenset({"readme", "readme.md", "readme.txt"})
"""What says to people what a folder is for, in whatever capitals."""


class SeedFile(Struct, frozen=True):
    """What may be a seed; `problem` is there for a folder that cannot be looked into."""

    path: Path
    problem: str = ""
    refused: bool = False
    """Whether it is the system that does not let us look, which it may another time."""


def refuse_no_folder(folder: Path) -> None:
    """Stop where there is no folder of seeds."""
    if not is_any_folder(folder):
        raise SeedError(
            "there is no such folder of seeds",
            where=str(folder),
            hint="Make it and put your sources into it, or set `seeds` in mkdocs.yml.",
        )


def nothing_to_read(folder: Path, skipped: Iterable[SkippedSeed]) -> SeedError:
    """The error for a folder without a seed, with the reasons."""
    reasons = "; ".join(f"{s.path}: {s.reason}" for s in skipped)
    return SeedError(
        f"there is no seed that can be read{f' ({reasons})' if reasons else ''}",
        where=str(folder),
        hint="Put one or more files into it whose format is read, such as .txt, .md or .html.",
    )


def find_files(folder: Path, endings: frozenset[str]) -> Iterator[SeedFile]:
    """What may be a seed, in order of path; no README, nothing hidden or behind a link to a folder.

    A folder whose own name has a seed's ending is told like a file, so that nobody misses it; so is
    a sidecar that no seed of its name stands beside.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = scan(here)
        except OSError as error:
            yield SeedFile(here, refusal(error), refused=True)
            continue
        inner: list[Path] = []
        names = {entry.name for entry in entries}
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith(HIDDEN) or entry.name.lower() in NO_SOURCES:
                continue
            if entry.is_dir(follow_symlinks=False) and path.suffix.lower() not in endings:
                inner.append(path)
            elif path.suffix != SIDECAR:
                yield SeedFile(path)
            elif entry.name not in NO_SIDECARS and path.stem not in names:
                yield SeedFile(path, ORPHAN.format(seed=shown_name(path.stem)))
        waiting.extend(reversed(inner))
