"""Which files of a folder may be seeds, and which of them are ever opened."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.files.guarded import shown_name

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


def find_files(folder: Path, endings: frozenset[str]) -> Iterator[SeedFile]:
    """What may be a seed, in order of path; no README, nothing hidden or behind a link to a folder.

    A folder whose own name has a seed's ending is told like a file, so that nobody misses it; so is
    a sidecar that no seed of its name stands beside.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield SeedFile(here, f"it cannot be opened ({error.strerror})")
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
