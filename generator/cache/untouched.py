"""Whether anybody has touched some folders: told by names, sizes and times, without reading a file.

The time of a change (`ctime`) is set by the system and nobody can set it back, so that a folder
whose stamp is the same holds the same bytes. One whose stamp differs may hold them too: only its
content's digest tells.
"""

import hashlib
import os
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR

from generator.cache.fingerprint import COMPILED

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
    """What the system says of each file; what is no more counts by not being there."""
    for place in places:
        try:
            told = os.stat(place)  # noqa: PTH116 a path object for each file takes thrice the time
        except OSError:
            continue
        if S_ISDIR(told.st_mode):
            yield from _below(place)
        else:
            yield place, told


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files below a folder, in order; a link to a folder is a file."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            yield entry.path, entry.stat(follow_symlinks=not entry.is_symlink() or entry.is_file())
        elif entry.name != COMPILED:
            yield from _below(entry.path)
