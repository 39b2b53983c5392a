"""Web archives (WARC): each page that was answered is a document, with its address."""

import io
import re
from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from generator.files.guarded import SAVE_ANEW, UnreadableError, past_limit
from generator.model.identifiers import slug
from generator.read.formats.blocks import Article, Bounds
from generator.read.formats.damage import DAMAGED
from generator.read.formats.encoding import decode
from generator.read.formats.html import read_page

PAGES = ("text/html", "application/xhtml+xml")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
KEY_LENGTH = 60
PIECE = 1_000_000
"""Bytes that are unpacked at once."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The articles of the pages; a page without one is left out, and their number is told."""
    found: list[Article] = []
    left_out = 0
    for number, (page, address, charset) in enumerate(_pages(content, bounds), start=1):
        try:
            text, warnings = decode(page, charset)
            article = read_page(text, bounds, warnings=warnings, url=address)
        except UnreadableError:
            left_out += 1
            continue
        if len(found) == bounds.entries:
            raise past_limit(f"it has more than {bounds.entries} entries", "entries")
        title = next(iter(article.stated.get("title", ())), "")
        key = slug(title)[:KEY_LENGTH].strip("-") or str(number)
        found.append(replace(article, key=key))
    if not found:
        raise UnreadableError("there is no page with an article in it")
    if left_out:
        told = f"pages of the archive without an article: {left_out}; they are left out"
        found[0] = replace(found[0], warnings=(*found[0].warnings, told))
    return tuple(found)


def _pages(content: bytes, bounds: Bounds) -> Iterator[tuple[bytes, str, str]]:
    """The pages that were answered, each with its address and the encoding that was stated."""
    room = bounds.unpacked_bytes
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(content)), start=1):
            if number > bounds.records:
                raise past_limit(f"it has more than {bounds.records} records", "records")
            stated = _content_type(record)
            page = bytearray()
            stream = record.content_stream() if stated else record.raw_stream
            for piece in iter(partial(stream.read, PIECE), b""):
                room -= len(piece)
                if room < 0:
                    most = bounds.unpacked_bytes
                    raise past_limit(f"it unpacks to more than {most} bytes", "unpacked_bytes")
                page += piece if stated else b""
            if stated:
                charset = CHARSET.search(stated)
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                yield bytes(page), address.strip("<>"), charset[1] if charset else ""
    except UnreadableError:
        raise
    except (*DAMAGED, ArchiveLoadFailed) as error:
        raise UnreadableError(f"it is damaged, or no web archive (WARC); {SAVE_ANEW}") from error


def _content_type(record: ArcWarcRecord) -> str:
    """What a page that was found is said to be, "" for any other record."""
    if record.rec_type != "response" or record.http_headers is None:
        return ""
    stated = (record.http_headers.get_header("Content-Type") or "").lower()
    found = record.http_headers.get_statuscode() == "200"
    return stated if found and stated.startswith(PAGES) else ""
