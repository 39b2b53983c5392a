"""The mark by which a cache folder is known as the tool's own: only such a one is ever emptied.

It is the mark that backups know too, and pass over such a folder.
"""

import os
from pathlib import Path

from generator.cache.made_files import ENDING
from generator.cache.timings import TIMINGS
from generator.errors import SettingsError
from generator.files.guarded import UnreadableError, read_own

LOCK_NAME = "build.lock"
STORE = "annotations.sqlite"
"""What was found in the documents; before there was a mark, it was this that every cache had."""
DOCUMENTS = "documents.sqlite"
"""Of the sources as they were read."""
UNTOUCHED = "untouched"
SAMPLES = "samples"
"""Folder of what was found in the samples that templates are tried on."""
REPORTS = "report"
"""Folder of what the last build told those who ran it."""
VOLUMES, FRONT = "volumes", "front"
"""Folders of the volumes of a large site, each with its own cache, and of the front over them."""
SEEDS = "seeds"
"""Folder of the copies of sources that lie in a store."""
LEDGERS = ("pages", "site", VOLUMES, SEEDS, UNTOUCHED)
"""Names under which an earlier build's report is kept."""
SURE = (
    STORE,
    DOCUMENTS,
    f"{UNTOUCHED}.json",
    f"{VOLUMES}.json",
    *(f"{ledger}{ENDING}" for ledger in LEDGERS),
)
"""What nobody else calls a file."""
OWN = (
    *SURE,
    *(f"{ledger}.json" for ledger in LEDGERS),
    *(TIMINGS, SAMPLES, REPORTS, VOLUMES, FRONT, SEEDS),
)
"""All that the cache holds beside its lock and its mark."""
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
    others = {name for name in names if not name.startswith((LOCK_NAME, MARK, STORE, PASSING))}
    known = others <= set(OWN) and not names.isdisjoint(SURE)
    if others and not (known or {LOCK_NAME, STORE} <= names or _was_carried(cache_dir)):
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
    volumes = cache_dir / VOLUMES
    return volumes.is_dir() and any(_is_marked(one / "cache") for one in volumes.iterdir())


def _is_marked(cache_dir: Path) -> bool:
    try:
        return read_own(cache_dir / MARK).endswith(MAKER)
    except (OSError, UnreadableError):
        return False
