"""Proves that nothing is left of what was withdrawn, also when its file is gone.

While the file is there its sentences are looked for themselves; `briefing correct withdraw` keeps
digests of them beside the seeds, in which no word can be read, for the time after.
"""

import gzip
import html
import io
import json
import os
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from generator.commands.sources import Sources
from generator.config import Site
from generator.files.entries import walk_files
from generator.files.guarded import UnreadableError, decode_utf8, read_guarded, write_guarded
from generator.model.text import Document
from generator.model.withdrawal import WITHDRAW, withdrawn_id
from generator.provenance.audit import ProofFailure
from generator.provenance.fingerprints import find_fingerprints, find_known, is_fingerprint
from generator.publish.swap import asides_of

FOLDER = ".withdrawn"
"""Lies in the folder of the seeds; hidden, so that nothing of it is read as a source."""
MOST = 50_000_000
"""Bytes of a file of digests that are read: a hundred times a long report's."""
LEFT = "words of a withdrawn source are left here"
UNPROVEN = "the digests of a withdrawn source cannot be read"
GZIP, SQLITE = b"\x1f\x8b", b"SQLite format 3\0"
TAG = re.compile(r"<[^<>]*>")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
FOLDED = re.compile(r"\r?\n[ \t]")
"""How a line of a calendar goes on."""


def keep_fingerprints(seeds_dir: Path, document: Document) -> None:
    """Keep digests of a document's sentences, so that they can be looked for without it."""
    folder = seeds_dir / FOLDER
    folder.mkdir(exist_ok=True)
    lines = "".join(f"{one}\n" for one in sorted(find_fingerprints(_sentences(document))))
    write_guarded(folder / f"{withdrawn_id(document.path)}.digests", lines, within=seeds_dir)


def find_left(
    site: Site, sources: Sources, *, beside: tuple[Path, ...] = ()
) -> tuple[ProofFailure, ...]:
    """Each file of the site, the cache and the pages in which words of a withdrawn source stand.

    What a build that was ended has left beside the site, or `beside` that of all volumes, counts.
    """
    wanted = find_fingerprints(s for d in sources.withdrawn for s in _sentences(d))
    damaged = []
    for target in (c.target[0] for c in sources.corrections if c.action == WITHDRAW):
        kept = site.seeds_dir / FOLDER / f"{withdrawn_id(target)}.digests"
        if os.path.lexists(kept):
            try:
                wanted |= _read_fingerprints(kept, within=site.seeds_dir)
            except UnreadableError as error:
                damaged.append(ProofFailure(f"{FOLDER}/{kept.name}", UNPROVEN, str(error)))
    for document in sources.documents if wanted else ():  # what another says as well may stay
        wanted -= find_known(document.text, wanted)
    if wanted:
        asides = (*asides_of(site.site_dir), *beside)
        folders = (site.site_dir, *asides, site.docs_dir, site.cache_dir)
        damaged += (row for folder in folders for row in _left(folder, wanted))
    return tuple(damaged)


def _read_fingerprints(path: Path, *, within: Path) -> frozenset[str]:
    lines = decode_utf8(read_guarded(path, within=within, most=MOST, limit="")).split()
    if not all(is_fingerprint(line) for line in lines):
        raise UnreadableError("it holds something else than digests")
    return frozenset(lines)


def _sentences(document: Document) -> Iterator[str]:
    yield from (document.text[s.start : s.end] for s in document.sentences)


def _left(folder: Path, wanted: frozenset[str]) -> Iterator[ProofFailure]:
    for path in (p for p in walk_files(folder) if not p.is_symlink()):
        name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        if any(find_known(text, wanted) for text in texts_in(path.read_bytes())):
            yield ProofFailure(name, LEFT, "")


def texts_in(content: bytes) -> Iterator[str]:
    """What can be read in a file of any kind: of archives and databases all that they hold.

    What only looks like one of them, or is locked, is read as bytes.
    """
    try:
        yield from _opened(content)
    except (OSError, EOFError, RuntimeError, zlib.error, zipfile.BadZipFile, sqlite3.Error):
        yield content.decode("utf-8", "replace")


def _opened(content: bytes) -> Iterator[str]:
    if content.startswith(GZIP):
        yield from texts_in(gzip.decompress(content))
    elif content.startswith(SQLITE):
        yield from _cells(content)
        yield content.decode("utf-8", "replace")
    elif zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                yield from texts_in(archive.read(member))
    else:
        yield from _as_read(content.decode("utf-8", "replace"))


def _as_read(text: str) -> Iterator[str]:
    """A text as it is, and as it is read: without tags, escapes and the breaks of folded lines."""
    yield text
    plain = ESCAPED.sub(lambda m: chr(int(m[1], 16)), FOLDED.sub("", text))
    yield html.unescape(TAG.sub(" ", plain))
    try:
        yield " ".join(_strings(json.loads(text)))
    except (ValueError, RecursionError):
        return


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        inner: Iterable[object] = value.values() if isinstance(value, dict) else value
        for one in inner:
            yield from _strings(one)


def _cells(content: bytes) -> Iterator[str]:
    """The text of each cell of a database; tables that cannot be read so are read as bytes."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            quoted = str(name).replace('"', '""')
            for row in connection.execute(f'SELECT * FROM "{quoted}"'):  # noqa: S608 quoted
                yield from (cell for cell in row if isinstance(cell, str))
