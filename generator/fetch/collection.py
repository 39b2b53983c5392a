"""What the seeds folder has of the feeds already, and how a new article is put into it."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.fetch.addresses import FetchError
from generator.fetch.client import Reply
from generator.fetch.entries import Entry
from generator.files.guarded import UnreadableError, decode_utf8, read_guarded, write_guarded
from generator.model.identifiers import slug

STATE = ".fetched.json"
"""Hidden, so that it is no seed; without it a run asks for everything that has no file."""
SIDECAR = ".yml"
MOST_BYTES = 50_000_000
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
"""Media type of an answer → ending of the seed that it becomes."""
DIGITS = 8


class FetchedBefore(Struct):
    """What was fetched before: marks of each feed for the next request, articles by address."""

    feeds: dict[str, dict[str, str]] = {}
    articles: dict[str, str] = {}


class Collection:
    """The seeds folder with the memory of what was fetched into it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = self._read()

    def has(self, url: str) -> bool:
        """Whether an article came before, even where its owner has deleted it since."""
        return url in self._known.articles

    def marks_of(self, feed: str) -> Mapping[str, str]:
        """The headers that ask for a feed only where it has changed."""
        return self._known.feeds.get(feed, {})

    def mark(self, feed: str, reply: Reply) -> None:
        """Keep what the server says of this state of the feed."""
        pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
        kept = {ask: reply.headers[name] for ask, name in pairs if name in reply.headers}
        self._known.feeds[feed] = kept

    def add(self, entry: Entry, reply: Reply, *, publisher: str, fetched: str) -> str:
        """Write an article and its sidecar; gives the file's name."""
        media = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media not in ENDINGS:
            raise FetchError(f"it is no page and no text ({media[:60] or 'of no stated kind'})")
        mark = hashlib.sha256(entry.url.encode()).hexdigest()[:DIGITS]
        path = self._folder / f"{slug(entry.title) or 'article'}-{mark}{ENDINGS[media]}"
        values = {
            "url": entry.url,
            "published": entry.published,
            "publisher": publisher,
            "fetched": fetched,
            "hash": hashlib.sha256(reply.content).hexdigest(),
        }
        lines = (f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in values.items() if v)
        sidecar = path.with_name(path.name + SIDECAR)
        write_guarded(path, reply.content, within=self._folder)
        write_guarded(sidecar, "".join(lines), within=self._folder)
        self._known.articles[entry.url] = path.name
        return path.name

    def keep(self) -> None:
        """Write the memory down."""
        text = json.dumps(msgspec.to_builtins(self._known), indent=1, sort_keys=True) + "\n"
        write_guarded(self._folder / STATE, text, within=self._folder)

    def _read(self) -> FetchedBefore:
        path = self._folder / STATE
        if not path.is_file():
            return FetchedBefore({}, {})
        try:
            content = read_guarded(path, within=self._folder, most=MOST_BYTES, limit="")
            return msgspec.json.decode(decode_utf8(content), type=FetchedBefore)
        except (UnreadableError, msgspec.DecodeError) as error:
            raise FetchError(
                f"{STATE} cannot be read ({error}); delete it to begin anew"
            ) from error
