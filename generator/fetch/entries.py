"""The entries of a feed that link to an article."""

import io
from collections.abc import Iterable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from importlib import import_module

from msgspec import Struct

from generator.errors import SeedError
from generator.faults.time_limit import TimeLimitError, time_limit
from generator.fetch.addresses import FetchError, lead_on

EXTRA = "Run: pip install 'briefing-site[feeds]'"


class Entry(Struct, frozen=True):
    """An article as its feed tells of it; `published` is a day, or "" where none is told."""

    url: str
    title: str
    published: str


class FeedContent(Struct, frozen=True):
    """A feed's title and its entries, in its order."""

    title: str
    entries: tuple[Entry, ...]


def read_feed(content: bytes, url: str, *, seconds: float) -> FeedContent:
    """What a feed that was fetched from `url` holds; one that takes longer to read is refused."""
    try:
        parse = import_module("feedparser.api").parse
        with time_limit(seconds):
            found = parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except ModuleNotFoundError as error:
        raise SeedError("reading feeds needs an extra", hint=EXTRA) from error
    except TimeLimitError as error:
        raise FetchError("it takes too long to read (timeout_seconds raises this)") from error
    except (ValueError, OverflowError) as error:
        raise FetchError("it is damaged: it cannot be read as a feed") from error
    if not found.version:
        raise FetchError("it is no feed")
    entries = {e.url: e for e in _entries(found.entries, url)}
    return FeedContent(" ".join(str(found.feed.get("title", "")).split()), tuple(entries.values()))


def _entries(found: Iterable[Mapping[str, object]], url: str) -> Iterator[Entry]:
    for entry in found:
        link = str(entry.get("link", "")).strip()
        if link:
            title = " ".join(str(entry.get("title", "")).split())
            yield Entry(_place(url, link), title, _day(entry))


def _place(url: str, link: str) -> str:
    try:
        return lead_on(url, link)
    except FetchError:  # whoever asks for it says so
        return link


def _day(entry: Mapping[str, object]) -> str:
    """The day as the feed writes it, in the publisher's own zone."""
    for field in ("published", "updated"):
        words = str(entry.get(field, ""))
        try:
            day = parsedate_to_datetime(words).date().isoformat()
        except (TypeError, ValueError, IndexError, OverflowError):
            day = words[:10] if words[:4].isdigit() and words[4:5] == "-" else ""
        if day:
            return day
    return ""
