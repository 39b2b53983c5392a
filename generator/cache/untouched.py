"""Whether anybody has touched some folders: told by names, sizes and times, without reading a file.

The time of a change (`ctime`) is set by the system and nobody can set it back, so that a folder
whose stamp is the same holds the same bytes. One whose stamp differs may hold them too: only its
content's digest tells.
"""

import hashlib
import os
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR

from generator.cache.fingerprint import COMPILED
from generator.files.entries import scan_open

COMPILED_ENDING = ".pyc"
TICK = 50_000_000
"""Nanoseconds in which two changes of a file may have the same time on a coarse clock."""
TRIES = 3


def stamp_of(
    places: Iterable[Path],
    values: Collection[str] = (),
    *,
    without: frozenset[str] = frozenset(),
) -> str:
    """A stamp of files, of the files below folders but those `without`, and of values.

    It is "" where something of them is being written to, for that could not be told apart.
    """
    wanted = [os.fspath(place) for place in places]
    for _ in range(TRIES):
        digest, newest, begun = hashlib.sha256(), 0, time.time_ns()
        for value in values:
            digest.update(f"{value}\0".encode())
        for path, told in _entries(wanted):
            if path in without:
                continue
            newest = max(newest, told.st_ctime_ns)
            times = (told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)
            digest.update(os.fsencode(f"{path}\0{times}\n"))
        if newest < begun - TICK:
            return digest.hexdigest()
        time.sleep(2 * TICK / 1e9)
    return ""


def _entries(places: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    """What the system says of each file of some places."""
    for place in places:
        for path, told in _look_at(place):
            yield from _below(path) if S_ISDIR(told.st_mode) else ((path, told),)


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files below a folder, in order; a link to a folder is a file.

    So is a folder that is empty or cannot be looked into. What Python compiled is passed over.
    """
    entries = scan_open(folder)
    if not entries:
        yield from _look_at(folder)
    passed = COMPILED_ENDING if folder.endswith(COMPILED) else ()
    for entry in entries or ():
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        elif not entry.name.endswith(passed):
            yield from _look_at(entry.path, follow=not entry.is_symlink() or _leads_to_file(entry))


def _leads_to_file(link: "os.DirEntry[str]") -> bool:
    """Whether a link leads to a file; not where nobody can tell."""
    return os.path.isfile(link.path)  # noqa: PTH113 it never raises, in any version


def _look_at(path: str, *, follow: bool = True) -> Iterator[tuple[str, os.stat_result]]:
    """What the system says of a file; what is no more counts by not being there."""
    with suppress(OSError):
        yield path, os.stat(path, follow_symlinks=follow)  # noqa: PTH116 objects take thrice the time
