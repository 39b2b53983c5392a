"""Remembers, in the cache folder, annotations by content and what earlier builds did.

Annotations lie in one SQLite file; their key is a digest of the document as read, the rules and the
model, so that a changed seed, rule or model is analysed anew and everything else is not. The cache
may be deleted at any time.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from generator.model.annotations import Annotations
from generator.model.text import Document

FILE_NAME = "annotations.sqlite"
LEDGERS = ("pages", "site")
"""Names under which an earlier build's report is kept."""
T = TypeVar("T", bound=Struct)


def remember(cache_dir: Path, name: str, report: Struct, inputs: str, outputs: str) -> None:
    """Keep what a step did, with digests of what it was made from and of what it wrote."""
    cache_dir.mkdir(parents=True, exist_ok=True)
    entry = {"inputs": inputs, "outputs": outputs, "report": report}
    (cache_dir / f"{name}.json").write_bytes(msgspec.json.encode(entry))


def recall(cache_dir: Path, name: str, kind: type[T], inputs: str, outputs: str) -> T | None:
    """What the step did last time, if inputs and outputs are still the same."""
    try:
        entry = msgspec.json.decode((cache_dir / f"{name}.json").read_bytes())
        if entry["inputs"] != inputs or entry["outputs"] != outputs or not outputs:
            return None
        return msgspec.convert(entry["report"], kind)
    except (OSError, KeyError, TypeError, msgspec.MsgspecError):
        return None  # no earlier build, or a damaged record of it: the step is done again


def forget_all(cache_dir: Path) -> None:
    """Delete what this room wrote; an empty cache folder goes too."""
    for name in (FILE_NAME, *(f"{ledger}.json" for ledger in LEDGERS)):
        (cache_dir / name).unlink(missing_ok=True)
    if cache_dir.is_dir() and not any(cache_dir.iterdir()):
        cache_dir.rmdir()


def annotation_key(document: Document, *, rules: str, model: str) -> str:
    """The digest under which a document's annotations are kept."""
    digest = hashlib.sha256(msgspec.msgpack.encode(document))
    digest.update(f"\0{rules}\0{model}".encode())
    return digest.hexdigest()


class AnnotationStore:
    """Annotations on disk; a damaged file is set aside and made anew."""

    def __init__(self, cache_dir: Path) -> None:
        cache_dir.mkdir(parents=True, exist_ok=True)
        self._path = cache_dir / FILE_NAME
        try:
            self._prepare()
        except sqlite3.DatabaseError:
            self._path.unlink()
            self._prepare()

    def load(self, keys: Iterable[str]) -> dict[str, Annotations]:
        """The annotations that are known, by key."""
        decoder = msgspec.msgpack.Decoder(Annotations)
        found: dict[str, Annotations] = {}
        with closing(sqlite3.connect(self._path)) as connection:
            for key in keys:
                row = connection.execute(
                    "SELECT value FROM annotations WHERE key = ?", (key,)
                ).fetchone()
                if row is not None:
                    found[key] = decoder.decode(row[0])
        return found

    def save(self, annotations: Mapping[str, Annotations]) -> None:
        """Keep annotations by key."""
        rows = [(key, msgspec.msgpack.encode(value)) for key, value in annotations.items()]
        with closing(sqlite3.connect(self._path)) as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO annotations VALUES (?, ?)", rows)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget what no document of the corpus needs any more."""
        with closing(sqlite3.connect(self._path)) as connection, connection:
            connection.execute("CREATE TEMP TABLE wanted (key TEXT PRIMARY KEY)")
            connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", [(k,) for k in keys])
            connection.execute("DELETE FROM annotations WHERE key NOT IN (SELECT key FROM wanted)")

    def _prepare(self) -> None:
        with closing(sqlite3.connect(self._path)) as connection, connection:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS annotations (key TEXT PRIMARY KEY, value BLOB)"
            )
            connection.execute("SELECT count(*) FROM annotations").fetchone()
