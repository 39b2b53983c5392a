"""What the seeds folder has of the feeds already, and how a new article is put into it."""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.errors import SeedError
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
ANEW = "Delete it to begin anew."


class FetchedBefore(Struct):
    """What was fetched before: marks of each feed for the next request, articles by address."""

    feeds: dict[str, dict[str, str]] = {}
    articles: dict[str, str] = {}


class Collection:
    """The seeds folder with the memory of what was fetched into it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = self._read()
        names = (p.name for p in folder.iterdir() if not p.name.endswith(SIDECAR))
        self._marks = frozenset(name.partition(".")[0].rpartition("-")[2] for name in names)

    def has(self, url: str) -> bool:
        """Whether an article came before, even where its owner has deleted it since.

        One that has a file is not written over, whatever else is known of it.
        """
        return url in self._known.articles or _mark(url) in self._marks

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
        name = f"{slug(entry.title) or 'article'}-{_mark(entry.url)}{ENDINGS[media]}"
        path = self._folder / name
        values = {
            "url": entry.url,
            "published": entry.published,
            "publisher": publisher,
            "fetched": fetched,
            "hash": hashlib.sha256(reply.content).hexdigest(),
        }
        lines = (f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in values.items() if v)
        sidecar = path.with_name(path.name + SIDECAR)
        try:
            write_guarded(sidecar, "".join(lines), within=self._folder)  # no article without it
            write_guarded(path, reply.content, within=self._folder)
        except UnreadableError as error:
            raise FetchError(f"it cannot be written as {name}: {error}") from error
        self._known.articles[entry.url] = path.name
        return path.name

    def keep(self) -> None:
        """Write the memory down."""
        text = json.dumps(msgspec.to_builtins(self._known), indent=1, sort_keys=True) + "\n"
        try:
            write_guarded(self._folder / STATE, text, within=self._folder)
        except UnreadableError as error:
            raise SeedError(str(error), where=str(self._folder / STATE), hint=ANEW) from error

    def _read(self) -> FetchedBefore:
        path = self._folder / STATE
        if not os.path.lexists(path):
            return FetchedBefore({}, {})
        try:
            content = read_guarded(path, within=self._folder, most=MOST_BYTES, limit="")
            return msgspec.json.decode(decode_utf8(content), type=FetchedBefore)
        except (UnreadableError, msgspec.DecodeError) as error:
            raise SeedError(f"it cannot be read ({error})", where=str(path), hint=ANEW) from error


def _mark(url: str) -> str:
    """What the names of an article's files end in."""
    return hashlib.sha256(url.encode()).hexdigest()[:DIGITS]
