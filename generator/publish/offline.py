"""The site as one zip that opens from a disk: links name their files, search needs no server.

It is made from the built site: nothing is rendered a second time, so what was proven stays proven.
Browsers give pages from a disk no workers and no modules; the search page therefore gets an index
as a plain script, and the header's field leads to it.
"""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import lru_cache
from html import escape
from pathlib import Path

from msgspec import Struct

from generator.files.entries import walk_files
from generator.publish.archives import copy_entry
from generator.publish.sections import page_sections
from generator.publish.tags import attributes, change_attributes, rewrite_tags

NAME = "briefing-offline.zip"
COPY = f"data/{NAME}"
SEARCH = "search/index.html"
INDEX = "search/offline-index.js"
MODULE, MODULE_TYPE = "search.js", "module"
"""The script of the search page, which browsers do not load from a disk."""
PASSING = COPY.removesuffix("zip") + "tmp"
"""What the copy is called until it is whole."""
LEFT_OUT = ("pagefind/", "sitemap.xml", COPY.removesuffix("zip"))
"""What the copy does without: the last name is its own, as it is written and when it is whole."""
INDEX_START, INDEX_END = "window.briefingIndex = ", ";\n"
IN_A_SCRIPT = {ord(c): f"\\u{ord(c):04x}" for c in "<>&"}
"""What could end a script, written so that it cannot."""
LEVEL = 6
"""Of compression: the highest takes twice the time for one part in a hundred."""
FRONT = "data-front"
"""Attribute of a link from a volume to the front over all."""
LINKS = frozenset({"href", "action"})
"""Attributes that hold an address."""
Row = dict[str, str]
"""A section of a page in the index: its address, heading and text."""


class EarlierCopy(Struct, frozen=True):
    """An offline copy of which some pages are as they would be made again."""

    path: Path
    pages: frozenset[str]
    """Their names, in the site and in the copy alike."""


def write_offline(site_dir: Path, earlier: EarlierCopy | None = None) -> Path:
    """Write the zip into the site's data folder; what an `earlier` one holds is taken over."""
    target = site_dir / COPY
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = site_dir / PASSING
    with ExitStack() as stack:
        archive = stack.enter_context(
            zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL)
        )
        before = stack.enter_context(zipfile.ZipFile(earlier.path)) if earlier else None
        pages = earlier.pages if earlier else frozenset()
        for name in names_of(site_dir):
            if before is not None and name in pages:
                copy_entry(before, archive, name)
            else:
                _write_entry(archive, name, content_of(site_dir, name, before, pages))
    temporary.replace(target)
    return target


def forget_offline(site_dir: Path) -> None:
    """Leave no part of a copy that could not be made."""
    (site_dir / PASSING).unlink(missing_ok=True)


def stand_in(site_dir: Path) -> None:
    """Let the search page of the site read the copy's index, where no other was made."""
    page = site_dir / SEARCH
    if not page.is_file():
        return
    with (site_dir / INDEX).open("w", encoding="utf-8", newline="") as script:
        script.writelines(index_of(site_dir))
    html = rewrite_tags(page.read_text("utf-8"), lambda tag: _own_script(tag, "../"))
    page.write_text(html, "utf-8")


def names_of(site_dir: Path) -> list[str]:
    """The names of what goes into the zip, in order."""
    names = (p.relative_to(site_dir).as_posix() for p in walk_files(site_dir))
    return sorted({INDEX, *(n for n in names if not n.startswith(LEFT_OUT))})


def content_of(
    site_dir: Path,
    name: str,
    before: zipfile.ZipFile | None = None,
    pages: frozenset[str] = frozenset(),
) -> Iterator[bytes]:
    """A file as the copy has it, in pieces: the index is the text of all pages."""
    if name == INDEX:
        for piece in index_of(site_dir, _rows_before(before, pages)):
            yield piece.encode("utf-8")
        return
    content = (site_dir / name).read_bytes()
    html = name.endswith(".html")
    yield offline_page(content.decode("utf-8"), name).encode("utf-8") if html else content


def _write_entry(archive: zipfile.ZipFile, name: str, content: Iterable[bytes]) -> None:
    """Add a file; its date is the format's first day, so that the same files are the same bytes."""
    with archive.open(name, "w") as entry:
        entry.writelines(content)
    archive.getinfo(name).external_attr = 0o644 << 16


def offline_page(html: str, name: str) -> str:
    """A page whose links name files and whose search needs no worker; only tags are changed."""
    root = "../" * name.count("/")
    return rewrite_tags(html, lambda tag: _offline_tag(tag, root))


def _offline_tag(tag: str, root: str) -> str:
    """A start tag as the copy has it."""
    low = tag.lower()
    if not ("href" in low or "action" in low or MODULE_TYPE in low):
        return tag  # as most are; three looks are a tenth of what an expression takes
    if MODULE_TYPE in tag and (script := _own_script(tag, root)) != tag:
        return script
    return _with_files(tag)


@lru_cache(maxsize=65536)
def _with_files(tag: str) -> str:
    """A start tag whose links name files; the same ones stand on many pages."""
    leaves = FRONT in tag.lower() and FRONT in attributes(tag)  # a copy of one volume has no front

    def change(attribute: str, value: str) -> str | None:
        if attribute not in LINKS:
            return None
        return "" if leaves else f'{attribute}="{_file(value)}"'

    return change_attributes(tag, change)


def _own_script(tag: str, root: str) -> str:
    """The tag that starts Pagefind's search, led to our own index; any other as it is."""
    values = attributes(tag)
    source = values.get("src", "")
    if values.get("type") != MODULE_TYPE or not source.endswith(MODULE):
        return tag
    own = source.removesuffix(MODULE)
    return f'<script src="{root}{INDEX}"></script><script src="{own}offline.js">'


@lru_cache(maxsize=65536)
def _file(address: str) -> str:
    """An address of this site with the file's name in it; any other as it is."""
    if not address or re.match(r"[a-zA-Z][\w+.-]*:|//|#|\?", address):
        return address
    at = min((i for i in map(address.find, "?#") if i >= 0), default=len(address))
    path, rest = address[:at], address[at:]
    if path.endswith("/") or path.rpartition("/")[2] in {".", "..", ""}:
        path = f"{path.rstrip('/')}/index.html" if path.strip("/") else "index.html"
    return f"{path}{rest}"


def index_of(site_dir: Path, before: Mapping[str, list[Row]] | None = None) -> Iterator[str]:
    """The search index as a script, row by row, from the pages, whatever engine built them.

    `before` are the rows of pages that need not be read again, by page.
    """
    between = f"{INDEX_START}["
    for name in _readers_pages(site_dir):
        for row in _rows(site_dir, name, before or {}):
            text = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            yield between + text.translate(IN_A_SCRIPT)
            between = ","
    yield "]" if between == "," else f"{between}]"
    yield INDEX_END


def _row(location: str, title: str, text: str) -> Row:
    plain = " ".join(re.sub(r"<[^<>]*>", " ", text).split())
    return {"url": _file(f"./{location}"), "title": title, "text": plain}


def _readers_pages(site_dir: Path) -> list[str]:
    pages = (path for path in walk_files(site_dir) if path.name == "index.html")
    return [path.relative_to(site_dir).as_posix() for path in pages]


def _rows(site_dir: Path, name: str, before: Mapping[str, list[Row]]) -> list[Row]:
    """Rows as the engine's index has them, texts escaped, from one built page."""
    if name in before:
        return before[name]
    url = name.removesuffix("index.html")
    return [
        _row(f"{url}#{anchor}" if anchor else url, escape(title), escape(text))
        for anchor, title, text in page_sections((site_dir / name).read_text("utf-8"))
    ]


def _rows_before(before: zipfile.ZipFile | None, pages: frozenset[str]) -> dict[str, list[Row]]:
    """The rows of an earlier copy's index, by page, of the pages that are as they were."""
    rows: dict[str, list[Row]] = {name: [] for name in pages if name.endswith("index.html")}
    if before is not None:
        script = before.read(INDEX).decode("utf-8")
        for row in json.loads(script.removeprefix(INDEX_START).removesuffix(INDEX_END)):
            name = row["url"].removeprefix("./").partition("#")[0]
            if name in rows:
                rows[name].append(row)
    return rows
