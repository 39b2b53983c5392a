"""One build of a site at a time: a lock that names its holder and goes away with it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG

from generator.cache.folder import LOCK_NAME, mark_cache
from generator.errors import SiteError
from generator.files.guarded import clear_place


@contextmanager
def build_lock(cache_dir: Path) -> Iterator[None]:
    """Hold the lock of a site's cache folder; refuse, with the other's process, where it is held.

    The system lets go of it when the process ends, however it ends. Where the folder cannot be
    written, or the system knows no such lock, there is none. What is no file in its place goes.
    """
    path = cache_dir / LOCK_NAME
    handle, taken = _open(cache_dir), False
    while handle is not None and (taken := _take(handle)) and not _is_at(path, handle):
        os.close(handle)  # whoever held it has deleted it since: it is no longer the lock
        handle = _open(cache_dir)
    if handle is None:
        yield
        return
    try:
        if not taken:
            other = os.pread(handle, 20, 0).decode("ascii", "replace").strip()
            raise SiteError(
                f"another build of this site is at work{f' (process {other})' if other else ''}",
                where=str(path),
                hint="Wait until it has ended, or end it, and build again.",
            )
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)


def _open(cache_dir: Path) -> int | None:
    try:
        mark_cache(cache_dir)
        if sys.platform == "win32":
            return None
        path = cache_dir / LOCK_NAME
        if os.path.lexists(path) and not S_ISREG(path.lstat().st_mode):
            clear_place(path)
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
        return os.open(path, flags, 0o644)
    except OSError:
        return None


def _is_at(path: Path, handle: int) -> bool:
    """Whether an open file is what lies at a place."""
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def _take(handle: int) -> bool:
    import fcntl  # noqa: PLC0415 not on every system

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks
    return True
