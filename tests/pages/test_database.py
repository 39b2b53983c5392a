"""The briefing as one database: whole, tied together, and no more of it than on the pages."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from handmade import make_corpus, make_document, make_site

from generator.commands.build import gather
from generator.commands.gathered import Gathered
from generator.config import Settings
from generator.i18n.catalogue import load_catalogue
from generator.model.build_info import BuildInfo
from generator.model.corpus import Corpus
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports.database import render_database
from generator.pages.exports.json_data import ROWS

BUILD_INFO = BuildInfo("1.0", "r", "m", "d")
DOCUMENT = make_document(
    ("The harbour will reopen.", "Ms Marsh said “we are ready” on Monday.", "Nobody cites this.")
)
CORPUS = make_corpus([DOCUMENT], quoted="we are ready", actor="Ms Marsh")


def database(root: Path, corpus: Corpus = CORPUS, *, source_text: str = "full") -> bytes:
    """The database of a corpus as a file's bytes."""
    site = make_site(root, source_text=source_text)
    return render_database(CorpusIndex(corpus, site, load_catalogue("en")), BUILD_INFO)


@contextmanager
def opened(content: bytes) -> Iterator[Callable[[str], list[tuple[object, ...]]]]:
    """Asks the database."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        yield lambda question: connection.execute(question).fetchall()


@pytest.fixture(scope="module")
def seeds(seeds_dir: Path) -> Gathered:
    """The two seeds of this repository, read and resolved."""
    return gather(
        seeds_dir, settings=Settings(), cache_dir=None, progress=lambda _step, _done, _total: None
    )


@pytest.fixture(scope="module")
def of_seeds(seeds: Gathered, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The database of the two seeds."""
    return database(tmp_path_factory.mktemp("site"), seeds.corpus)


def test_every_row_of_the_data_files_is_there(seeds: Gathered, of_seeds: bytes) -> None:
    """Each JSON file's rows are rows of a table of its name."""
    with opened(of_seeds) as ask:
        for table in ROWS:
            assert ask(f"SELECT count(*) FROM {table}") == [(len(getattr(seeds.corpus, table)),)]  # noqa: S608 our own names
        assert ask("SELECT count(*) FROM mentions") == [
            (sum(len(a.mentions) for a in seeds.corpus.actors),)
        ]


def test_every_key_leads_to_a_row(of_seeds: bytes) -> None:
    """No reference leads nowhere, and the file is sound."""
    with opened(of_seeds) as ask:
        assert ask("PRAGMA foreign_key_check") == []
        assert ask("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize(
    "table",
    sorted(
        {"sentences", "quotations", "statements", "mentions", "roles", "takeaways", "dates"}
        | {"timeline_members", "topic_occurrences"}
    ),
)
def test_words_are_the_source_s_to_the_character(
    seeds: Gathered, of_seeds: bytes, table: str
) -> None:
    """Each text in the database stands in its document at the offsets of its row."""
    texts = {row.document.id: row.document.text for row in seeds.corpus.documents}
    with opened(of_seeds) as ask:
        rows = ask(f'SELECT document, start, "end", text FROM {table} WHERE text IS NOT NULL')  # noqa: S608 our own names
    assert rows
    for document, start, end, text in rows:
        assert texts[str(document)][int(str(start)) : int(str(end))] == text


def test_full_text_search_finds_sentences_and_quotations(of_seeds: bytes) -> None:
    """A word finds the sentence that holds it, by the tables that Datasette looks for."""
    with opened(of_seeds) as ask:
        for table in ("sentences", "quotations"):
            found = ask(
                f"SELECT text FROM {table} WHERE rowid IN "  # noqa: S608 our own names
                f"(SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH 'negotiations'"
                " ORDER BY rank)"
            )
            assert found
            assert all("negotiations" in str(text) for (text,) in found)


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two files are equal, and their head names no library and no count of changes."""
    one, two = database(tmp_path), database(tmp_path)
    assert one == two
    assert one[24:28] == one[92:96] == one[96:100] == bytes(4)
    assert one[16:18] == (4096).to_bytes(2, "big")


@pytest.mark.parametrize(
    ("source_text", "published"), [("full", [1, 1, 1]), ("cited", [1, 1, 0]), ("none", [0, 0, 0])]
)
def test_sentences_are_published_as_on_the_pages(
    tmp_path: Path, source_text: str, published: list[int]
) -> None:
    """A sentence that the source's page may not show has neither words nor an address."""
    content = database(tmp_path, source_text=source_text)
    with opened(content) as ask:
        rows = ask("SELECT text IS NOT NULL, page IS NOT NULL FROM sentences ORDER BY start")
        assert rows == [(shown, shown) for shown in published]
    assert (b"Nobody cites" in content) == (source_text == "full")


def test_the_view_of_who_said_what_reads_like_a_list(tmp_path: Path) -> None:
    """Speaker, words, sentence and source stand beside each other."""
    with opened(database(tmp_path)) as ask:
        assert ask("SELECT speaker, text, sentence, source, page FROM who_said_what") == [
            (
                "Ms Marsh",
                "we are ready",
                "Ms Marsh said “we are ready” on Monday.",
                "one.txt",
                "../quotations/#q-one",
            )
        ]


def test_a_database_says_what_made_it(tmp_path: Path) -> None:
    """Versions and digests are a table."""
    with opened(database(tmp_path)) as ask:
        assert ("generator_version", "1.0") in ask("SELECT name, value FROM build")
