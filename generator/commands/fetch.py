"""The journey of feeds: ask each one, and put every new article into the seeds folder."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from msgspec import Struct

from generator.commands.build_warnings import describe_failures
from generator.errors import SeedError
from generator.faults.fence import MACHINE, Fence
from generator.fetch.addresses import FetchError
from generator.fetch.client import TIMES, Client, Manners, Reply
from generator.fetch.collection import Collection
from generator.fetch.entries import Entry, read_feed
from generator.fetch.feed_list import Feed, FeedList, read_feed_list

NOT_MODIFIED, FOUND = 304, 200


class FetchReport(Struct, frozen=True):
    """What a run brought."""

    written: tuple[str, ...]
    """Names of the new seeds."""
    known: int
    """Articles that were there before."""
    unchanged: int
    """Feeds that had nothing new."""
    warnings: tuple[str, ...]


def fetch(
    feeds_file: Path,
    seeds_dir: Path,
    *,
    allow_private: bool,
    sleep: Callable[[float], None] = time.sleep,
) -> FetchReport:
    """Fetch what the feeds of a list have and the seeds folder has not."""
    feeds = read_feed_list(feeds_file)
    try:
        seeds_dir.mkdir(parents=True, exist_ok=True)
        collection = Collection(seeds_dir)
    except (FetchError, OSError) as error:
        raise SeedError(str(error), where=str(seeds_dir)) from error
    manners = Manners(
        feeds.delay_seconds, feeds.timeout_seconds, feeds.most_bytes, allow_private=allow_private
    )
    run = _Run(feeds, collection, Client(manners, sleep=sleep))
    try:
        for feed in feeds.entries:
            fence = Fence(passes=MACHINE)
            fence.run("fetch.feed", partial(run.read, feed), None)
            run.warnings += (f"{feed.url}: {words}" for words in describe_failures(fence.failures))
    finally:
        collection.keep()
    return FetchReport(tuple(run.written), run.known, run.unchanged, tuple(run.warnings))


class _Run:
    """One run over the feeds; a feed or an article that fails costs itself."""

    def __init__(self, feeds: FeedList, collection: Collection, client: Client) -> None:
        self._feeds = feeds
        self._collection = collection
        self._client = client
        self.written: list[str] = []
        self.warnings: list[str] = []
        self.known = 0
        self.unchanged = 0

    def read(self, feed: Feed) -> None:
        """Ask one feed, and for each article that is new."""
        try:
            reply = self._client.get(feed.url, self._collection.marks_of(feed.url))
            if reply.status == NOT_MODIFIED:
                self.unchanged += 1
                return
            _need_found(reply)
            seconds = TIMES * self._feeds.timeout_seconds
            content = read_feed(reply.content, reply.url, seconds=seconds)
        except FetchError as error:
            self.warnings.append(f"{feed.url}: {error}")
            return
        new = [e for e in content.entries if not self._collection.has(e.url)]
        self.known += len(content.entries) - len(new)
        publisher = feed.publisher or content.title
        failed = sum(not self._article(e, publisher) for e in new[: self._feeds.most_articles])
        if failed == 0 and len(new) <= self._feeds.most_articles:
            self._collection.mark(feed.url, reply)
        if len(new) > self._feeds.most_articles:
            left = len(new) - self._feeds.most_articles
            self.warnings.append(f"{feed.url}: {left} more articles wait (most_articles)")

    def _article(self, entry: Entry, publisher: str) -> bool:
        """Whether an article came, or need not be asked for again at once."""
        try:
            reply = self._client.get(entry.url)
            _need_found(reply)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            name = self._collection.add(entry, reply, publisher=publisher, fetched=now)
        except FetchError as error:
            self.warnings.append(f"{entry.url}: {error}")
            return False
        self.written.append(name)
        return True


def _need_found(reply: Reply) -> None:
    if reply.status != FOUND:
        raise FetchError(f"the server answered {reply.status}")
