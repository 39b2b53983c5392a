"""Web archives give their pages, and what is past a limit is named with the setting."""

import gzip
import io
import json
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from made_pdf import make_pdf
from msgspec.structs import replace

from generator.config.limits import LimitSettings
from generator.read.seeds import read_seeds

SAVE_ANEW = "save it anew in the program that made it, or its text as .txt"
MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
FIRST = "The council of Norwick voted late on Tuesday to close the old bridge until the spring."
SECOND = "The ferry will run until midnight as long as the bridge is closed, a clerk added."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Norwick closes its bridge</title>
<meta name="author" content="Ada Obi"><meta property="article:published_time" content="2031-05-12">
</head><body><nav><a href="/">Home</a></nav><article><h1>Norwick closes its bridge</h1>
<p>{FIRST}</p><p>{SECOND} Élan.</p></article></body></html>"""


def record(
    kind: str, address: str, body: bytes, *, head: str = "", content_type: str = "text/html"
) -> bytes:
    """One record of a web archive, as crawlers write it."""
    answer = b""
    if kind in ("response", "request"):
        first = "HTTP/1.1 200 OK" if kind == "response" else "GET / HTTP/1.1"
        answer = f"{head or first}\r\nContent-Type: {content_type}\r\n\r\n".encode()
    payload = answer + body
    media = f"application/http; msgtype={kind}" if answer else "text/plain"
    fields = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: 2032-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{abs(hash(body))}>\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return fields.encode() + payload + b"\r\n\r\n"


ADDRESS = "https://ferry.example/bridge"
CRAWL = [
    record("warcinfo", "x", b"software: made by hand"),
    record("request", ADDRESS, b""),
    record("response", ADDRESS, PAGE.encode(), content_type="text/html; charset=utf-8"),
    record("response", "https://ferry.example/a.png", b"\x89PNG", content_type="image/png"),
    record("response", "https://ferry.example/no", PAGE.encode(), head="HTTP/1.1 404 Not Found"),
    record("response", "https://ferry.example/empty", b"<html><body></body></html>"),
]
ARCHIVES = {
    "crawl.warc": b"".join(CRAWL),
    "crawl.warc.gz": b"".join(map(gzip.compress, CRAWL)),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_each_page_of_an_archive_is_a_document(make_seeds: MakeSeeds, name: str) -> None:
    """What was answered as a page is read with its address; pictures and errors are not."""
    (document,) = read_seeds(make_seeds({name: ARCHIVES[name]})).documents
    meta = document.metadata
    assert document.path == f"{name}#norwick-closes-its-bridge"
    assert (meta.url and meta.url.value, meta.published and meta.published.value) == (
        ADDRESS,
        "2031-05-12",
    )
    assert [a.value for a in meta.authors] == ["Ada Obi"]
    assert FIRST in document.text
    assert "Home" not in document.text
    told = "pages of the archive without an article: 1; they are left out"
    assert document.warnings == (told,)


def zipped(files: int) -> bytes:
    """An archive with some files and what makes it a Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "x" * 5000)
        for number in range(files):
            archive.writestr(f"{number}.xml", "")
    return out.getvalue()


def nested_mail(depth: int) -> str:
    """A mail in which parts lie in parts."""
    head = "From: a@ferry.example\nDate: Mon, 12 May 2031 10:00:00 +0000\nMIME-Version: 1.0\n"
    text = f"Content-Type: text/plain\n\n{FIRST}\n"
    for number in range(depth):
        mark = f"m{number}"
        text = f'Content-Type: multipart/mixed; boundary="{mark}"\n\n--{mark}\n{text}\n--{mark}--\n'
    return head + text


FEED = "<rss version='2.0'><channel><title>F</title>{}</channel></rss>"
ITEM = f"<item><title>T</title><description>{FIRST}</description></item>"
PAST: dict[str, tuple[str, str | bytes, int, str]] = {
    "seed_bytes": ("a.txt", FIRST * 3, 100, "it is larger than 100 bytes"),
    "text_characters": ("a.txt", FIRST * 3, 100, "its text has more than 100 characters"),
    "pages": ("a.pdf", make_pdf([[(90, 700, 10, FIRST)]] * 3), 2, "it has more than 2 pages"),
    "entries": ("a.rss", FEED.format(ITEM * 3), 2, "it has more than 2 entries"),
    "entries of a list": (
        "a.jsonl",
        json.dumps({"text": FIRST}) + "\n" + '{"text": "a"}\n' * 2,
        2,
        "it has more than 2 entries",
    ),
    "entries of an archive": ("a.warc", CRAWL[2] * 3, 2, "it has more than 2 entries"),
    "records": ("a.warc", b"".join(CRAWL), 4, "it has more than 4 records"),
    "records of a book": ("a.docx", zipped(5), 4, "it holds more than 4 files"),
    "unpacked_bytes": (
        "a.warc.gz",
        ARCHIVES["crawl.warc.gz"],
        300,
        "it unpacks to more than 300 bytes",
    ),
    "unpacked_bytes of a picture": (
        "a.warc.gz",
        gzip.compress(record("resource", "x", bytes(10**6))),
        9000,
        "it unpacks to more than 9000 bytes",
    ),
    "unpacked_bytes of a book": ("a.docx", zipped(1), 300, "it unpacks to more than 300 bytes"),
    "unpacked_bytes of a page": ("a.html", PAGE, 300, "its page has more than 300 characters"),
    "nesting": ("a.md", "> " * 9 + FIRST, 8, "its parts nest deeper than 8"),
    "nesting of a mail": ("a.eml", nested_mail(9), 8, "its parts nest deeper than 8"),
}


@pytest.mark.parametrize("name", PAST)
def test_what_is_past_a_limit_is_named_with_the_setting(make_seeds: MakeSeeds, name: str) -> None:
    """The file, the limit and how to raise it are told; others are read, and it too once raised."""
    file, content, most, problem = PAST[name]
    setting = name.partition(" ")[0]
    folder = make_seeds({"ok.txt": "The fog stays.", file: content})
    reading = read_seeds(folder, limits=replace(LimitSettings(), **{setting: most}))
    (skipped,) = reading.skipped
    expected = f"{problem} (limits.{setting} in mkdocs.yml raises this)"
    assert (skipped.path, skipped.reason) == (file, expected)
    assert [d.path for d in reading.documents] == ["ok.txt"]
    again = read_seeds(folder).skipped
    assert all("limits." not in s.reason for s in again)


DAMAGED = {
    "no.warc": (b"WARC/1.0\r\nnothing", "there is no page with an article in it"),
    "cut.warc.gz": (ARCHIVES["crawl.warc.gz"][:300], "there is no page with an article in it"),
    "other.warc": (b"just text", f"it is damaged, or no web archive (WARC); {SAVE_ANEW}"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_archive_costs_itself(make_seeds: MakeSeeds, name: str) -> None:
    """An archive that is cut off, or none at all, is named with the reason."""
    content, reason = DAMAGED[name]
    reading = read_seeds(make_seeds({"ok.txt": FIRST, name: content}))
    assert [(s.path, s.reason) for s in reading.skipped] == [(name, reason)]


def test_the_missing_extra_is_named(make_seeds: MakeSeeds, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library the command that installs it is told."""
    monkeypatch.setitem(sys.modules, "warcio", None)
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    monkeypatch.delitem(sys.modules, "generator.read.formats.warc", raising=False)
    (skipped,) = read_seeds(make_seeds({"ok.txt": FIRST, **ARCHIVES})).skipped[:1]
    assert skipped.reason == "reading it needs an extra: pip install 'briefing-site[archives]'"
