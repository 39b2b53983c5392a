"""RSS and Atom: each entry that carries text is a document of its own."""

import io
from collections.abc import Iterator
from email.utils import parseaddr, parsedate_to_datetime
from html import escape

from feedparser.api import parse
from feedparser.util import FeedParserDict

from generator.files.guarded import SAVE_ANEW, UnreadableError, past_limit
from generator.model.identifiers import slug
from generator.read.formats.blocks import Article, Bounds, make_article, with_title
from generator.read.formats.damage import DAMAGED
from generator.read.formats.elements import read_fragment
from generator.read.stated_values import DAY

KEY_LENGTH = 60


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The entries of a feed."""
    try:
        found = parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except DAMAGED as error:  # half a character, a day that no calendar has
        raise UnreadableError(f"it is damaged: it cannot be read as a feed; {SAVE_ANEW}") from error
    if not found.get("version"):  # of no bytes at all the library says nothing
        raise UnreadableError("it is XML, but no feed: save its text as a .txt file")
    entries = found.entries
    if len(entries) > bounds.entries:
        raise past_limit(f"it has more than {bounds.entries} entries", "entries")
    site = str(found.feed.get("title", ""))
    language = str(found.feed.get("language", ""))[:2].lower()
    return tuple(_article(entry, site, language, n) for n, entry in enumerate(entries, start=1))


def _article(entry: FeedParserDict, site: str, language: str, number: int) -> Article:
    title = " ".join(b.text for b in read_fragment(_title(entry)))
    bodies = [str(part.get("value", "")) for part in entry.get("content", ())]
    body = max([*bodies, str(entry.get("summary", ""))], key=len)
    stated = {
        "title": [title],
        "authors": list(_authors(entry)),
        "publisher": [str(entry.get("source", {}).get("title", "")) or site],
        "published": list(_days(entry)),
        "url": [str(entry.get("link", ""))],
        "language": [language],
    }
    blocks = with_title(read_fragment(body), title)
    key = slug(title)[:KEY_LENGTH].strip("-") or str(number)
    return make_article(blocks, stated=stated, key=key)


def _title(entry: FeedParserDict) -> str:
    """The title as HTML; where it is said to be text and has a tag in it, that is text as well.

    What an RSS title is, the library tells from its looks; of an Atom title it believes the feed.
    """
    title = str(entry.get("title", ""))
    text = entry.get("title_detail", {}).get("type") == "text/plain" and "<" in title
    return escape(title) if text else title


def _authors(entry: FeedParserDict) -> Iterator[str]:
    """The names; *ada@norwick.example (Ada Obi)*, RSS's own form, is read by the rules of mail."""
    told = str(entry.get("author", ""))
    mail = told.endswith(">") or "@" in told.partition(" ")[0]  # Atom's address stands in brackets
    if mail and "@" in told and (name := parseaddr(told)[0]):
        yield name
    else:
        yield from (str(author.get("name", "")) for author in entry.get("authors", ()))


def _days(entry: FeedParserDict) -> Iterator[str]:
    """The day as the feed writes it, in the publisher's own zone."""
    for field in ("published", "updated"):
        words = str(entry[field]) if field in entry else ""
        if DAY.fullmatch(words[:10]):
            yield words[:10]
            continue
        try:
            yield parsedate_to_datetime(words).date().isoformat()
        except (TypeError, ValueError, IndexError, OverflowError):
            continue
