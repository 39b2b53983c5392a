"""The mark by which a cache folder is known as the tool's own: only such a one is ever emptied.

It is the mark that backups know too, and pass over such a folder.
"""

import os
from pathlib import Path

from generator.errors import SettingsError
from generator.files.guarded import UnreadableError, read_own

LOCK_NAME = "build.lock"
STORE = "annotations.sqlite"
"""What was found in the documents; before there was a mark, it was this that every cache had."""
MARK = "CACHEDIR.TAG"
PASSING = f".{MARK}."
"""How the mark's name begins until it is whole."""
MAKER = b"# This folder is the cache of briefing, which may delete all that lies in it.\n"
CONTENT = b"Signature: 8a477f597d28d172789f06886806bc55\n" + MAKER


def mark_cache(cache_dir: Path) -> None:
    """Make the cache folder, and mark it; refuse one in which somebody keeps other things.

    An `OSError` tells a folder that cannot be made or written, where there is no cache.
    """
    cache_dir.mkdir(parents=True, exist_ok=True)
    if _is_marked(cache_dir):
        return
    names = {entry.name for entry in cache_dir.iterdir()}
    others = [name for name in names if not name.startswith((LOCK_NAME, MARK, STORE, PASSING))]
    if others and not ({LOCK_NAME, STORE} <= names or _was_carried(cache_dir)):
        raise SettingsError(
            "this folder holds other things than the cache, which would be deleted with it",
            where=str(cache_dir),
            hint="Name a folder of its own as `cache` in mkdocs.yml.",
        )
    aside = cache_dir / f"{PASSING}{os.getpid()}"  # another build may mark it at the same moment
    aside.write_bytes(CONTENT)
    aside.replace(cache_dir / MARK)


def _was_carried(cache_dir: Path) -> bool:
    """Whether it holds a volume that was built on another machine, and brought here alone."""
    return any(map(_is_marked, cache_dir.glob("volumes/*/cache")))


def _is_marked(cache_dir: Path) -> bool:
    try:
        return read_own(cache_dir / MARK).endswith(MAKER)
    except (OSError, UnreadableError):
        return False
