"""Articles as JSON: one a line, a list of them, or what a program's answer wraps around them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from generator.files.guarded import UnreadableError, past_limit
from generator.model.identifiers import slug
from generator.read.formats.blocks import Article, Bounds, make_article, with_title
from generator.read.formats.html_values import field_blocks, field_words
from generator.read.formats.text import decode_lines
from generator.read.stated_values import DAY, TEXT_FIELDS
from generator.temporal import find_full_date

NAMES = {
    "text": TEXT_FIELDS,
    "title": ("title", "headline", "name", "webTitle"),
    "authors": ("authors", "author", "byline", "creator"),
    "publisher": ("publisher", "source", "site", "sitename", "source_domain", "outlet"),
    "published": (
        *("published", "date", "published_at", "date_publish", "pubDate", "datePublished"),
        *("publish_date", "published_date", "publication_date", "pub_date", "publishedAt"),
        *("date_published", "publishDate", "webPublicationDate", "timestamp", "created_at"),
    ),
    "url": ("url", "link", "canonical_url", "permalink", "webUrl"),
    "language": ("language", "lang", "inLanguage"),
    "key": ("id", "uid", "guid"),
}
"""What programs that collect articles call their fields; the first that is there counts."""
RENDERED = "rendered"
"""Under which WordPress says words as HTML."""
WRAPPED = (RENDERED, "@value")
"""Under which an object in a field's place says its words."""
NAMED = "name"
"""Under which somebody's or a body's object says its name; a thing's name is not its words."""
WITH_NAMES = frozenset({"authors", "publisher"})
AS_WRITTEN = frozenset({"url", "key"})
"""Never HTML, though an address may hold what looks like a part of it."""
INNER = "fields"
"""The object in which a newspaper's service puts what was asked for beside an article's address."""
FEED, FEED_TITLE = "jsonfeed.org", "title"
"""What the version of a JSON Feed names, and where the feed says whose it is."""
NESTED = 3
"""Objects in each other in which a list of articles is looked for."""
HTML_FIELD = "_html"
"""What the name of a field ends in whose words are always HTML."""
NO_ROWS = "no line of it is a JSON object with a field such as text or body"
NO_OBJECTS = (
    "no object of it comes with a field such as text or body, nor is it a list of references"
)
KEY_LENGTH = 60
DAY_LENGTH = 10
SECONDS = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,9})?")
SECOND_DIGITS = 10
"""Seconds since 1970 of the years from 2001 on; three digits more are thousandths."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The articles that can be read; lines or entries that are none are named."""
    text, warnings = decode_lines(content, Bounds(text_characters=bounds.unpacked_bytes))
    whole = _loaded(text)
    rows = list(_lines(text)) if whole is None else list(enumerate(_articles_in(whole), start=1))
    if len(rows) > bounds.entries:
        raise past_limit(f"it has more than {bounds.entries} entries", "entries")
    found: list[Article] = []
    wrong: list[int] = []
    for number, row in rows:
        article = _article(row, number)
        if article is None:
            wrong.append(number)
        else:
            found.append(article)
    if not found:
        raise UnreadableError(NO_ROWS if whole is None else NO_OBJECTS)
    if wrong:
        named = ", ".join(map(str, wrong[:10])) + (", …" if len(wrong) > 10 else "")
        what = "lines" if whole is None else "entries"
        left_out = f"{what} of the file that are no article with a text: {named}; they are left out"
        warnings = (*warnings, left_out)
    return (replace(found[0], warnings=(*found[0].warnings, *warnings)), *found[1:])


def _loaded(text: str) -> object:
    """What a text is as JSON, None for one that is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _lines(text: str) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _loaded(line)


def _articles_in(whole: object, depth: int = 0) -> Sequence[object]:
    """The articles of a list, of one object, or of all lists of articles that lie in an object."""
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, dict) or depth > NESTED:
        return ()
    if any(_words(_with_inner(whole), "text")):
        return (whole,)
    inside = (_articles_in(value, depth + 1) for value in whole.values())
    rows = [row for rows in inside if any(_article(row, 0) for row in rows) for row in rows]
    if FEED not in str(whole.get("version", "")):
        return rows
    own = {"publisher": whole.get(FEED_TITLE), "authors": whole.get("authors")}
    return [{**own, **row} if isinstance(row, dict) else row for row in rows]


def _article(row: object, number: int) -> Article | None:
    if not isinstance(row, dict):
        return None
    row = _with_inner(row)
    said = list(_values(row, "text"))
    text = "\n\n".join(words for words, _ in said)
    blocks = field_blocks(text, html=any(html for _, html in said)) if text.strip() else []
    if not any(block.text.strip() for block in blocks):
        return None
    title = next(_words(row, "title"), "")
    fields = ("authors", "publisher", "url", "language")
    stated: dict[str, list[str]] = {key: list(_words(row, key)) for key in fields}
    stated["title"] = [title]
    stated["published"] = [day for words in _words(row, "published") if (day := _day(words))]
    key = next(_words(row, "key"), "") or title
    return make_article(
        with_title(blocks, title),
        stated=stated,
        key=slug(key)[:KEY_LENGTH].strip("-") or str(number),
    )


def _with_inner(row: Mapping[str, object]) -> Mapping[str, object]:
    """An article with the fields that lie in an object of it; its own win."""
    inner = row.get(INNER)
    return {**inner, **row} if isinstance(inner, dict) else row


def _day(words: str) -> str:
    """The day of a moment as programs write it: ISO 8601, in words, or seconds since 1970."""
    if DAY.match(words[:DAY_LENGTH]) and not words.isdigit():
        return words[:DAY_LENGTH]
    if SECONDS.fullmatch(words):
        return datetime.fromtimestamp(int(words[:SECOND_DIGITS]), UTC).date().isoformat()
    found = find_full_date(words, 0, len(words))
    return found[2] if found else ""


def _words(row: Mapping[str, object], key: str) -> Iterator[str]:
    """The words of the first field by one of the names, as a reader would see them."""
    for words, html in _values(row, key):
        yield words if key in AS_WRITTEN else field_words(words, html=html)


def _values(row: Mapping[str, object], key: str) -> Iterator[tuple[str, bool]]:
    """What the field says, a text, a list of them, or their names, and whether it must be HTML."""
    under = (NAMED, *WRAPPED) if key in WITH_NAMES else WRAPPED
    for name in NAMES[key]:
        value = row.get(name)
        found = [_word(v, under) for v in (value if isinstance(value, list) else [value])]
        words = [
            (v if isinstance(v, str) else str(v), html or name.endswith(HTML_FIELD))
            for v, html in found
            if isinstance(v, str | int)
        ]
        if any(word.strip() for word, _ in words):
            yield from words
            return


def _word(value: object, under: Sequence[str]) -> tuple[object, bool]:
    """A value, or what an object in its place says; WordPress's is HTML."""
    if not isinstance(value, dict):
        return value, False
    said = ((value[name], name == RENDERED) for name in under if isinstance(value.get(name), str))
    return next(said, (None, False))
