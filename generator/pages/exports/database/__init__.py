"""The whole briefing as one SQLite file that opens in Datasette; equal corpora give equal bytes.

The database is made in memory, by a fixed schema, a fixed page size and rows in a fixed order. Such
a database carries no count of changes and no version of the library in its head.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from generator.model.build_info import BuildInfo
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports.database.rows import Row, all_rows

SCHEMA, SEARCH = (Path(__file__).with_name(name) for name in ("schema.sql", "search.sql"))
MARKS = slice(24, 28), slice(92, 96), slice(96, 100)
"""Places in a file's head: count of changes, the change that the version is valid for, version."""


def render_database(index: CorpusIndex, build_info: BuildInfo) -> bytes:
    """The bytes of the database file."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA.read_text("utf-8"))
        for table, rows in all_rows(index, build_info).items():
            _insert(connection, table, rows)
        connection.commit()
        if _can_search(connection):
            connection.executescript(SEARCH.read_text("utf-8"))
        connection.execute("VACUUM")  # rows that came between others left pages half empty
        return _without_marks(connection.serialize())


def _insert(connection: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 our own names


def _can_search(connection: sqlite3.Connection) -> bool:
    """Whether this machine's library has full-text search; without it the tables stand alone."""
    return bool(connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()[0])


def _without_marks(database: bytes) -> bytes:
    """The file with zeros where a library may say which one it is and how often it wrote."""
    head = bytearray(database)
    for place in MARKS:
        head[place] = bytes(4)
    return bytes(head)
