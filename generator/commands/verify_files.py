"""The proof of what lies beside the pages: data, feeds, what is searched, and the offline copy.

What was copied or made from something that is proven is that, byte for byte; what carries words of
a source at a place of it says what stands there; what is searched is in words of its page.
"""

import gzip
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

from generator.config import Site
from generator.files.entries import list_files, walk_files
from generator.files.guarded import digest_of_file
from generator.model.text import Document
from generator.pages.writer import MANIFEST, read_manifest
from generator.provenance.audit import ProofFailure
from generator.provenance.audit_rows import find_failing_rows
from generator.publish.offline import COPY, INDEX, content_of, index_of, names_of
from generator.publish.robots import NAME as ROBOTS
from generator.publish.search import FOLDER

HAND_WRITTEN = ("guide/", "404.html", "assets/", "pagefind/")
"""What people or other programs wrote; it claims nothing about a source."""
DATA, SCHEMA = "data", ".schema.json"
FRAGMENTS, MAGIC = "fragment", b"pagefind_dcd"
"""Where Pagefind keeps the words of each page, and how such a file begins."""
WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^<>]*+>")


def find_wrong_files(site: Site, documents: Mapping[str, Document]) -> tuple[ProofFailure, ...]:
    """Each file beside the pages that is not what it was made from, or says what no source says."""
    wrong = (
        *_copied(site),
        *_rows(site.site_dir, documents),
        *_searched(site.site_dir),
        *_offline(site.site_dir, own_static_pages(site)),
    )
    return tuple(ProofFailure(*one) for one in wrong)


def find_altered_copies(site: Site) -> tuple[ProofFailure, ...]:
    """Each file that the engine takes over as it is (data, feeds, pictures) and that is another."""
    return tuple(ProofFailure(*wrong) for wrong in _copied(site))


def is_generated(page: str) -> bool:
    """Whether a page of the site claims something about a source."""
    return not page.startswith(HAND_WRITTEN)


def own_static_pages(site: Site) -> frozenset[str]:
    """HTML pages that a person put into the docs folder, and that the site has as they are."""
    made = read_manifest(site.docs_dir / MANIFEST)
    names = (p.relative_to(site.docs_dir).as_posix() for p in walk_files(site.docs_dir, ".html"))
    return frozenset(n for n in names if n not in made and _are_equal(site, n))


Wrong = Iterator[tuple[str, str, str]]
"""A file, what is wrong with it, and the words."""


def _copied(site: Site) -> Wrong:
    """What the engine takes over as it is: data, feeds, calendar, citations, pictures."""
    for name in sorted(read_manifest(site.docs_dir / MANIFEST)):
        both = (site.docs_dir / name).is_file() and (site.site_dir / name).is_file()
        if not name.endswith(".md") and both and not _are_equal(site, name):
            yield name, "the site and the generated files differ in this file", ""


def _are_equal(site: Site, name: str) -> bool:
    there = (site.site_dir / name).is_file()
    return there and digest_of_file(site.docs_dir / name) == digest_of_file(site.site_dir / name)


def _rows(site_dir: Path, documents: Mapping[str, Document]) -> Wrong:
    """Rows of the data whose words are not those of their place."""
    for path in list_files(site_dir / DATA, ".json"):
        name = path.relative_to(site_dir).as_posix()
        if name.endswith(SCHEMA):
            continue
        try:
            rows: object = json.loads(path.read_bytes())
        except ValueError:
            yield name, "this is no JSON", ""
            continue
        for words in find_failing_rows(rows, documents):
            yield name, "this is not what its source says there", words


def _searched(site_dir: Path) -> Wrong:
    """What Pagefind finds on a page that the page does not say; what it cannot read is no words."""
    for path in list_files(site_dir / FOLDER / FRAGMENTS):
        name = path.relative_to(site_dir).as_posix()
        try:
            told = json.loads(gzip.decompress(path.read_bytes()).removeprefix(MAGIC))
            address = str(told["url"]).lstrip("/")
            page = f"{address}index.html" if address.endswith("/") or not address else address
            html = (site_dir / page).read_text("utf-8")
        except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
            yield name, f"what is searched cannot be read ({type(error).__name__})", ""
            continue
        facets = json.dumps([told.get("meta"), told.get("filters")], ensure_ascii=False)
        for words in _unsaid(str(told.get("content")), facets, html):
            yield name, f"{page} does not say what is searched", words


def _unsaid(content: str, facets: str, html: str) -> Iterator[str]:
    """Words that a page has neither in its text nor, of facets, in an attribute of a tag."""
    spaced = _words(unescape(TAG.sub(" ", html)))
    odd, values = _words(content) - spaced, _words(facets) - spaced
    if not odd and not values:
        return  # as on nearly every page
    text = unescape(TAG.sub("", html))
    joined = _words(text)
    odd = odd - joined | values - joined - _words(unescape(html))
    letters = "".join(WORD.findall(text.casefold())) if odd else ""  # it glues some cells
    yield from sorted(w for w in odd if w not in letters)


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))


def _offline(site_dir: Path, own: frozenset[str]) -> Wrong:
    """Files of the offline copy that are not the site's or made from it; proven pages apart."""
    archive = site_dir / COPY
    index = site_dir / INDEX
    if index.is_file() and index.read_text("utf-8") != "".join(index_of(site_dir)):
        yield INDEX, "the pages do not say what is searched", ""
    if not archive.is_file():
        return
    try:
        with zipfile.ZipFile(archive) as copy:
            yield from _differing(site_dir, copy, own)
    except (zipfile.BadZipFile, UnicodeDecodeError, OSError):
        return  # the proof of its pages says so


def _differing(site_dir: Path, copy: zipfile.ZipFile, own: frozenset[str]) -> Wrong:
    def is_proven(name: str) -> bool:
        return name.endswith(".html") and is_generated(name) and name not in own

    files = [n for n in copy.namelist() if not is_proven(n)]
    ours = {n for n in names_of(site_dir) if not is_proven(n) and n[0] != "."}
    for name in sorted({*files, *ours} - {ROBOTS}):
        is_one = files.count(name) == 1 and name in ours
        if not is_one or copy.read(name) != _as_copied(site_dir, name):
            yield f"{COPY}: {name}", "the site and the offline copy differ in this file", ""


def _as_copied(site_dir: Path, name: str) -> bytes:
    """A file as the offline copy has it."""
    return b"".join(content_of(site_dir, name))
