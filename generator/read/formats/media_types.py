"""Which format a seed has: its content decides where it is clear, the ending of its name elsewhere.

A file is opened only where its name has one of the known endings.
"""

import json
import re
from pathlib import Path

TEXT, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"
MAIL, ARCHIVE = "message/rfc822", "multipart/related"
PDF, RTF, EPUB = "application/pdf", "application/rtf", "application/epub+zip"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
FEED, JSON_LINES = "application/rss+xml", "application/x-ndjson"
JSON = "application/json"
WARC = "application/warc"
SRT, VTT = "application/x-subrip", "text/vtt"
PAGED = "text/x-paged"
"""Plain text with the pages of what it was taken from."""
DATABASE = "text/x-press-database"
"""Plain text with the fields of a press database."""
ENDINGS = {
    ".txt": TEXT,
    ".md": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".eml": MAIL,
    ".mhtml": ARCHIVE,
    ".mht": ARCHIVE,
    ".pdf": PDF,
    ".docx": WORD,
    ".odt": ODT,
    ".rtf": RTF,
    ".epub": EPUB,
    ".rss": FEED,
    ".atom": FEED,
    ".xml": FEED,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".json": JSON,
    ".srt": SRT,
    ".vtt": VTT,
    ".warc": WARC,
    ".warc.gz": WARC,
}
"""File name ending → media type of what can be read."""
MODULES = {
    TEXT: ("text", ""),
    MARKDOWN: ("markdown", ""),
    HTML: ("html", ""),
    MAIL: ("mail", ""),
    ARCHIVE: ("mail", ""),
    PDF: ("pdf", "pdf"),
    WORD: ("word", "office"),
    ODT: ("odt", "office"),
    RTF: ("rtf", "office"),
    EPUB: ("epub", ""),
    FEED: ("feeds", "feeds"),
    JSON_LINES: ("jsonl", ""),
    JSON: ("jsonl", ""),
    SRT: ("subtitles", ""),
    VTT: ("subtitles", ""),
    WARC: ("warc", "archives"),
    PAGED: ("paged_text", ""),
    DATABASE: ("database_exports", ""),
}
"""Media type → the module that reads it and the extra that its library is in, "" for none."""
LINK = re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?://|/|#|mailto:)[^\s()]{0,999}[^()\n]{0,300}\)")
HEADING = re.compile(r"\s{0,9}#{1,6} [^\W\d_]")
"""A text that begins with a heading in Markdown's marks is Markdown, whatever its name."""
LEAST_LINKS = 3
"""So many links in Markdown's marks tell that a text is Markdown, whatever its name."""
LEAST_LINES = 2
"""So many JSON objects, one a line, are articles or data, and no text."""
PACKED_ENDING = ".gz"
SAMPLE = 4096
"""Bytes that are looked at."""
PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--(?:(?!-->).){0,2000}-->\s*+)?<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
FEED_ROOT = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<[?!][^>]{0,400}>\s*+){0,9}<(?:rss|feed|rdf:RDF)\b"
)
MARKS = ((b"%PDF-", PDF), (b"{\\rtf", RTF), (b"WEBVTT", VTT), (b"WARC/", WARC))
PACKED = b"PK\x03\x04"
PARTS = (
    (b"word/document.xml", WORD),
    (b"mimetypeapplication/epub+zip", EPUB),
    (b"mimetype" + ODT.encode(), ODT),
)
"""What stands in an archive's list of names, or as its first file."""
HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]|[ \t]+\S")
"""A line of a mail's head, or one that goes on."""
MAIL_ALONE = frozenset(
    {"received", "message-id", "return-path", "mime-version", "content-type", "delivered-to"}
)
"""Header fields that only programs write."""
MAIL_TOGETHER = frozenset({"from", "subject"})
MAIL_ADDRESSED = frozenset({"date", "sent", "to"})
"""Fields of a mail as a person copies it: the first two and one of these."""
ARCHIVE_MARK = re.compile(
    r"^(?:snapshot-content-location:|content-type: multipart/related)", re.IGNORECASE | re.MULTILINE
)


def ending_of(path: Path) -> str:
    """The ending of a file's name that says its format, in small letters."""
    ending = path.suffix.lower()
    return f"{Path(path.stem).suffix.lower()}{ending}" if ending == PACKED_ENDING else ending


def find_media_type(content: bytes, ending: str) -> str:
    """The media type of a seed whose name has `ending`, which is a known one."""
    stated = ENDINGS[ending]
    known = _by_mark(content)
    if known:
        return known
    if stated == MARKDOWN:  # Markdown has tags and lines with colons of its own
        return stated
    return _by_beginning(_sample(content), stated)


def is_json(text: str) -> bool:
    """Whether the whole of a text is a JSON list or object, or an object a line."""
    start = text.lstrip()[:1]
    if start not in ("[", "{"):
        return False
    try:
        return isinstance(json.loads(text), list | dict)
    except (ValueError, RecursionError):
        pass
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < LEAST_LINES or not all(o[0] == "{" and o[-1] == "}" for o in lines):
        return False
    return all(is_json(line) for line in lines[:LEAST_LINES])


def _by_beginning(sample: str, stated: str) -> str:
    """The format that the first characters show, else the stated one."""
    if PAGE.match(sample):
        return HTML
    if FEED_ROOT.match(sample):
        return FEED
    if _is_mail(sample):
        return ARCHIVE if ARCHIVE_MARK.search(sample) else MAIL
    marked = HEADING.match(sample) or len(LINK.findall(sample)) >= LEAST_LINKS
    return MARKDOWN if stated == TEXT and marked else stated


def _by_mark(content: bytes) -> str:
    """The format that says what it is in its first bytes, "" for none."""
    if content.startswith(PACKED):
        return next((kind for part, kind in PARTS if part in content), "")
    head = content[:SAMPLE].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((kind for mark, kind in MARKS if head.startswith(mark)), "")


def _sample(content: bytes) -> str:
    """The beginning as text; letters outside ASCII do not matter."""
    head = content[:SAMPLE]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace").removeprefix("\ufeff")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1").replace("\r\n", "\n")


def _is_mail(sample: str) -> bool:
    """Three fields at the top, one such as only programs write or those that a reader is shown."""
    fields: list[str] = []
    for line in sample.split("\n"):
        match = HEADER.match(line)
        if match is None:
            break
        if match[1]:
            fields.append(match[1].lower())
    shown = set(fields) >= MAIL_TOGETHER and not MAIL_ADDRESSED.isdisjoint(fields)
    return len(fields) >= 3 and (shown or not MAIL_ALONE.isdisjoint(fields))
