"""What lies in a folder; a walk ends at one that is closed, it never passes over it."""

import os
from collections.abc import Iterator
from pathlib import Path


def scan(folder: str) -> "list[os.DirEntry[str]] | None":
    """What lies in a folder, in order of name; None where it cannot be looked into."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return None


def is_file(entry: "os.DirEntry[str] | Path") -> bool:
    """Whether an entry is a file, or a link to one; not where it cannot be looked at."""
    try:
        return entry.is_file()
    except OSError:  # such as a link to itself
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder lies there itself; where a link leads is not looked at."""
    return not path.is_symlink() and path.is_dir()


def walk(folder: Path, *, hidden: bool = True) -> Iterator[Path]:
    """All that lies below a folder, in order of path, or all that is not `hidden`.

    Nothing where there is no folder. One that cannot be looked into ends the walk in an `OSError`:
    `Path.rglob` passes over it, and what is made from the rest would be kept as if it were whole.
    No link to a folder is followed.
    """
    if not folder.is_dir():
        return
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if not hidden and entry.name.startswith("."):
            continue
        path = folder / entry.name
        yield path
        if entry.is_dir(follow_symlinks=False):
            yield from walk(path, hidden=hidden)


def walk_files(folder: Path, end: str = "", *, hidden: bool = True) -> Iterator[Path]:
    """The files among what `walk` gives whose names have this end."""
    found = walk(folder, hidden=hidden)
    return (path for path in found if path.name.endswith(end) and path.is_file())


def list_files(folder: Path, end: str = "") -> list[Path]:
    """The files of a folder itself whose names have this end, in order; an error as in `walk`."""
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if path.name.endswith(end) and path.is_file())
