"""Articles as JSON, one a line: each is a document of its own."""

import json
import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.files.guarded import UnreadableError, past_limit
from generator.model.identifiers import slug
from generator.read.formats.blocks import Article, Block, Bounds, make_article, with_title
from generator.read.formats.text import decode_lines
from generator.read.stated_values import DAY

NAMES = {
    "text": ("text", "body", "content", "article", "maintext", "full_text", "articleBody"),
    "title": ("title", "headline", "name"),
    "authors": ("authors", "author", "byline", "creator"),
    "publisher": ("publisher", "source", "site", "sitename", "source_domain", "outlet"),
    "published": ("published", "date", "published_at", "date_publish", "pubDate", "datePublished"),
    "url": ("url", "link", "canonical_url", "permalink"),
    "language": ("language", "lang"),
    "key": ("id", "uid", "guid"),
}
"""What programs that collect articles call their fields; the first that is there counts."""
PARAGRAPHS = re.compile(r"\n\s*\n")
KEY_LENGTH = 60
DAY_LENGTH = 10


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
    stated["published"] = [
        day[:DAY_LENGTH] for day in _words(row, "published") if DAY.match(day[:DAY_LENGTH])
    ]
    key = next(_words(row, "key"), "") or title
    return make_article(blocks, stated=stated, key=slug(key)[:KEY_LENGTH].strip("-") or str(number))


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
