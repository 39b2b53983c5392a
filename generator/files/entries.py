"""What lies in a folder; a walk ends at one that is closed, it never passes over it."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

NOTHING_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})
"""Why nothing can lie at a place; every other answer is a refusal to look."""


def scan(folder: "str | Path") -> "list[os.DirEntry[str]]":
    """What lies in a folder, in order of name; an `OSError` where it cannot be looked into."""
    with os.scandir(folder) as found:
        return sorted(found, key=lambda entry: entry.name)


def scan_open(folder: str) -> "list[os.DirEntry[str]] | None":
    """The same for who tells a closed folder: None where it cannot be looked into."""
    try:
        return scan(folder)
    except OSError:
        return None


def look_at(path: "Path | os.DirEntry[str]") -> os.stat_result | None:
    """What the system says of what lies there, None where nothing does.

    An `OSError` tells that it refuses to say: the methods of paths take that for nothing, some in
    all versions of Python and the rest in the newest.
    """
    try:
        return os.stat(path)  # noqa: PTH116 entries have no such method
    except ValueError:  # no name that a file can have
        return None
    except OSError as error:
        if error.errno in NOTHING_THERE:
            return None
        raise


def leads_round(path: Path) -> bool:
    """Whether links lead in a circle there: to ask where they end is an error in some versions."""
    try:
        os.stat(path)  # noqa: PTH116 as above
    except OSError as error:
        return error.errno == errno.ELOOP
    except ValueError:  # as above
        return False
    return False


def lies_there(path: Path) -> bool:
    """Whether anything lies there, also a link that leads nowhere; an error as in `look_at`."""
    try:
        path.lstat()
    except ValueError:
        return False
    except OSError as error:
        if error.errno in NOTHING_THERE:
            return False
        raise
    return True


def is_file(path: "Path | os.DirEntry[str]") -> bool:
    """Whether a file lies there, or a link to one; an error as in `look_at`."""
    told = look_at(path)
    return told is not None and S_ISREG(told.st_mode)


def is_any_folder(path: Path) -> bool:
    """Whether a folder lies there, or a link to one; an error as in `look_at`."""
    told = look_at(path)
    return told is not None and S_ISDIR(told.st_mode)


def is_folder(path: Path) -> bool:
    """Whether a folder lies there itself; where a link leads is not looked at."""
    return not path.is_symlink() and is_any_folder(path)


def walk(folder: Path, *, hidden: bool = True, closed: bool = False) -> Iterator[Path]:
    """All that lies below a folder, in order of path, or all that is not `hidden`.

    Nothing where there is no folder. One that cannot be looked into ends the walk in an `OSError`:
    `Path.rglob` passes over it, and what is made from the rest would be kept as if it were whole.
    No link to a folder is followed. Who tells folders that are `closed` is given them alone.
    """
    if not is_any_folder(folder):
        return
    found = scan_open(os.fspath(folder)) or () if closed else scan(folder)
    for entry in found:
        if not hidden and entry.name.startswith("."):
            continue
        path = folder / entry.name
        yield path
        if entry.is_dir(follow_symlinks=False):
            yield from walk(path, hidden=hidden, closed=closed)


def walk_files(folder: Path, end: str = "", *, hidden: bool = True) -> Iterator[Path]:
    """The files among what `walk` gives whose names have this end."""
    found = walk(folder, hidden=hidden)
    return (path for path in found if path.name.endswith(end) and is_file(path))


def walk_names(folder: str, *, without: str) -> Iterator[str]:
    """The same by their names, for very many files; in no folder that is called `without`."""
    for entry in scan(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != without:
                yield from walk_names(entry.path, without=without)
        elif entry.is_file(follow_symlinks=False) or (entry.is_symlink() and is_file(entry)):
            yield entry.path


def list_files(folder: Path, end: str = "") -> list[Path]:
    """The files of a folder itself whose names have this end, in order; an error as in `walk`."""
    found = folder.iterdir() if is_any_folder(folder) else ()
    return sorted(path for path in found if path.name.endswith(end) and is_file(path))
