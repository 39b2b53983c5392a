"""Articles as JSON, one a line: each is a document of its own."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from msgspec.structs import replace

from generator.files.guarded import UnreadableError, past_limit
from generator.model.identifiers import slug
from generator.read.formats.blocks import Article, Block, Bounds, make_article, with_title
from generator.read.formats.text import decode_lines
from generator.read.stated_values import DAY
from generator.temporal import find_full_date

NAMES = {
    "text": (
        "text",
        "body",
        "content",
        "article",
        "maintext",
        "full_text",
        "articleBody",
        "article_text",
        "article_body",
        "fulltext",
    ),
    "title": ("title", "headline", "name"),
    "authors": ("authors", "author", "byline", "creator"),
    "publisher": ("publisher", "source", "site", "sitename", "source_domain", "outlet"),
    "published": (
        *("published", "date", "published_at", "date_publish", "pubDate", "datePublished"),
        *("publish_date", "published_date", "publication_date", "pub_date", "publishedAt"),
        *("date_published", "publishDate", "timestamp", "created_at"),
    ),
    "url": ("url", "link", "canonical_url", "permalink"),
    "language": ("language", "lang"),
    "key": ("id", "uid", "guid"),
}
"""What programs that collect articles call their fields; the first that is there counts."""
PARAGRAPHS = re.compile(r"\n\s*\n")
KEY_LENGTH = 60
DAY_LENGTH = 10
SECONDS = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,9})?")
SECOND_DIGITS = 10
"""Seconds since 1970 of the years from 2001 on; three digits more are thousandths."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The articles of the lines that can be read; the others are named."""
    text, warnings = decode_lines(content, Bounds(text_characters=bounds.unpacked_bytes))
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if len(lines) > bounds.entries:
        raise past_limit(f"it has more than {bounds.entries} entries", "entries")
    found: list[Article] = []
    wrong: list[int] = []
    for number, line in lines:
        article = _article(line, number)
        if article is None:
            wrong.append(number)
        else:
            found.append(article)
    if not found:
        raise UnreadableError("no line of it is a JSON object with a field such as text or body")
    if wrong:
        named = ", ".join(map(str, wrong[:10])) + (", …" if len(wrong) > 10 else "")
        left_out = f"lines of the file that are no article with a text: {named}; they are left out"
        warnings = (*warnings, left_out)
    return (replace(found[0], warnings=(*found[0].warnings, *warnings)), *found[1:])


def _article(line: str, number: int) -> Article | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict):
        return None
    text = "\n\n".join(_words(row, "text"))
    if not text.strip():
        return None
    parts = PARAGRAPHS if PARAGRAPHS.search(text) else re.compile("\n")
    title = next(_words(row, "title"), "")
    blocks = with_title([Block("paragraph", part) for part in parts.split(text)], title)
    fields = ("title", "authors", "publisher", "url", "language")
    stated: dict[str, list[str]] = {key: list(_words(row, key)) for key in fields}
    stated["published"] = [day for words in _words(row, "published") if (day := _day(words))]
    key = next(_words(row, "key"), "") or title
    return make_article(blocks, stated=stated, key=slug(key)[:KEY_LENGTH].strip("-") or str(number))


def _day(words: str) -> str:
    """The day of a moment as programs write it: ISO 8601, in words, or seconds since 1970."""
    if DAY.match(words[:DAY_LENGTH]) and not words.isdigit():
        return words[:DAY_LENGTH]
    if SECONDS.fullmatch(words):
        return datetime.fromtimestamp(int(words[:SECOND_DIGITS]), UTC).date().isoformat()
    found = find_full_date(words, 0, len(words))
    return found[2] if found else ""


def _words(row: Mapping[str, object], key: str) -> Iterator[str]:
    """The words of the first field by one of the names: a text, a list of them, or their names."""
    for name in NAMES[key]:
        value = row.get(name)
        values = value if isinstance(value, list) else [value]
        found = [v.get("name") if isinstance(v, dict) else v for v in values]
        words = [v if isinstance(v, str) else str(v) for v in found if isinstance(v, str | int)]
        if any(word.strip() for word in words):
            yield from words
            return
