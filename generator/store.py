"""Remembers annotations by content, in one SQLite file in the cache folder.

The key is a digest of the document as read, the rules and the model, so that a changed seed, rule
or model is analysed anew and everything else is not. The cache may be deleted at any time.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

import msgspec

from generator.model.annotations import Annotations
from generator.model.text import Document

FILE_NAME = "annotations.sqlite"


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
