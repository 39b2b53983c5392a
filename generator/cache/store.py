"""Remembers, in the cache folder, annotations by content and what earlier builds did.

Annotations lie in one SQLite file; their key is a digest of the document as read, the rules and the
model, so that a changed seed, rule or model is analysed anew and everything else is not. The cache
may be deleted at any time.
"""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from generator.cache.folder import DOCUMENTS, LOCK_NAME, MARK, OWN, STORE, mark_cache
from generator.files.guarded import UnreadableError, clear_place, read_json, write_whole
from generator.model.annotations import Annotations
from generator.model.text import Document

FILE_NAME = STORE
FORM = 3
"""Of these files; one of another form is made anew."""
T = TypeVar("T", bound=Struct)


class Record(Struct, frozen=True):
    """What a step did, with digests of what it was made from and of what it wrote."""

    inputs: str
    outputs: str
    report: msgspec.Raw


def remember(cache_dir: Path, name: str, report: Struct, inputs: str, outputs: str) -> None:
    """Keep what a step did, with digests of what it was made from and of what it wrote."""
    entry = msgspec.json.encode(Record(inputs, outputs, msgspec.Raw(msgspec.json.encode(report))))
    with suppress(OSError):  # without a record the step is done again
        mark_cache(cache_dir)
        write_whole(cache_dir / f"{name}.json", entry)


def recall(cache_dir: Path, name: str, kind: type[T], inputs: str, outputs: str) -> T | None:
    """What the step did last time, if inputs and outputs are still the same."""
    try:
        entry = read_json(cache_dir / f"{name}.json", Record)
        if entry.inputs != inputs or entry.outputs != outputs or not outputs:
            return None
        return msgspec.json.decode(entry.report, type=kind)
    except (OSError, UnreadableError, msgspec.MsgspecError):
        return None  # no earlier build, or a damaged record of it: the step is done again


def forget_all(cache_dir: Path) -> None:
    """Delete what this room wrote, for who holds the lock, which goes last; an empty folder too.

    The lock has refused a folder without the cache's mark before.
    """
    for name in (*OWN, MARK, LOCK_NAME):
        clear_place(cache_dir / name)
    with suppress(OSError):  # there is none, or others keep something in it
        cache_dir.rmdir()


def forget_documents(cache_dir: Path) -> None:
    """Delete the sources as they were read, where no journey will look which are still there."""
    clear_place(cache_dir / DOCUMENTS)


def annotation_key(document: Document, *, rules: str, model: str) -> str:
    """The digest under which a document's annotations are kept."""
    digest = hashlib.sha256(msgspec.msgpack.encode(document))
    digest.update(f"\0{rules}\0{model}".encode())
    return digest.hexdigest()


class Store(Generic[T]):
    """Rows on disk, by key; what is damaged, older or somebody else's is made anew.

    Where the folder cannot be written there is no cache: `problem` says why, and all is made.
    """

    def __init__(self, cache_dir: Path, file_name: str, kind: type[T]) -> None:
        self._path = cache_dir / file_name
        self._kind = kind
        self.problem = ""
        try:
            mark_cache(cache_dir)
            self._open()
        except (OSError, sqlite3.Error) as error:
            self.problem = str(error)

    def load(self, keys: Iterable[str]) -> dict[str, T]:
        """The rows that are known, by key."""
        try:
            return self._load(keys) if not self.problem else {}
        except sqlite3.Error:
            self._renew()
            return {}

    def save(self, found: Mapping[str, T]) -> None:
        """Keep rows by key."""
        rows = [
            (key, value, hashlib.sha256(value).hexdigest())
            for key, value in ((k, msgspec.msgpack.encode(a)) for k, a in found.items())
        ]
        self._change(lambda c: c.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows))

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget what no document of the corpus needs any more."""
        wanted = [(key,) for key in keys]

        def forget(connection: sqlite3.Connection) -> None:
            connection.execute("CREATE TEMP TABLE wanted (key TEXT PRIMARY KEY)")
            connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", wanted)
            connection.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM wanted)")

        self._change(forget)

    def _load(self, keys: Iterable[str]) -> dict[str, T]:
        decoder = msgspec.msgpack.Decoder(self._kind)
        found: dict[str, T] = {}
        with closing(sqlite3.connect(self._path)) as connection:
            for key in keys:
                row = connection.execute(
                    "SELECT value, sha256 FROM kept WHERE key = ?", (key,)
                ).fetchone()
                if row is None or not _is_whole(*row):
                    continue
                with suppress(msgspec.MsgspecError):  # what another version wrote: analysed anew
                    found[key] = decoder.decode(row[0])
        return found

    def _change(self, change: Callable[[sqlite3.Connection], object]) -> None:
        """Write, and go without a cache where that cannot be done."""
        if self.problem:
            return
        try:
            with closing(sqlite3.connect(self._path)) as connection, connection:
                connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is gone
                change(connection)
        except sqlite3.Error as error:
            self.problem = str(error)

    def _open(self) -> None:
        """Use the file that is there, or put a new one in its place."""
        try:
            if _is_own(self._path):
                return
        except (OSError, sqlite3.Error):
            pass  # damaged, or no file at all: it is made anew
        self._make()

    def _renew(self) -> None:
        try:
            self._make()
        except (OSError, sqlite3.Error) as error:
            self.problem = str(error)

    def _make(self) -> None:
        name = self._path.name
        for one in (name, *(f"{name}-{end}" for end in ("journal", "wal", "shm"))):
            clear_place(self._path.with_name(one))
        with closing(sqlite3.connect(self._path)) as connection, connection:
            connection.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB, sha256 TEXT)")
            connection.execute(f"PRAGMA user_version = {FORM}")


class AnnotationStore(Store[Annotations]):
    """What was found in each document, by `annotation_key`."""

    def __init__(self, cache_dir: Path) -> None:
        super().__init__(cache_dir, FILE_NAME, Annotations)


class DocumentStore(Store[Document]):
    """The sources as they were read, by a digest of what each was made from and `made_by`."""

    def __init__(self, cache_dir: Path, *, made_by: str) -> None:
        super().__init__(cache_dir, DOCUMENTS, Document)
        self._made_by = made_by

    def load(self, keys: Iterable[str]) -> dict[str, Document]:
        """The documents that the same code has read, by key."""
        own = {f"{self._made_by}{key}": key for key in keys}
        return {own[key]: document for key, document in super().load(own).items()}

    def save(self, found: Mapping[str, Document]) -> None:
        """Keep documents by key."""
        super().save({f"{self._made_by}{k}": d for k, d in found.items()})

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget what no document of the corpus needs any more."""
        super().keep_only(f"{self._made_by}{key}" for key in keys)


def _is_own(path: Path) -> bool:
    """Whether the file is a cache of this form that can be written."""
    if not path.is_file() or path.is_symlink() or not os.access(path, os.W_OK):
        return False
    with closing(sqlite3.connect(path)) as connection:
        (form,) = connection.execute("PRAGMA user_version").fetchone()
        if form != FORM:
            return False
        connection.execute("SELECT key, value, sha256 FROM kept LIMIT 1").fetchone()
        (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return bool(state == "ok")


def _is_whole(value: object, digest: object) -> bool:
    """Whether a row is as it was written."""
    return isinstance(value, bytes) and hashlib.sha256(value).hexdigest() == digest
