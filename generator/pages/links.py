"""Addresses of pages and of places on them, below the site's root and without a slash first."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from generator.model.identifiers import short_hash, slug

HUBS = (
    "",
    "timeline/",
    "actors/",
    "quotations/",
    "topics/",
    "compare/",
    "stories/",
    "sources/",
    "search/",
    "changes/",
    "about/",
    "data/",
    "print/",
)
RESERVED = re.compile(r"index|readme|404|page-\d+")
"""Names that the engine or the pages of a long list have taken."""


def page_slug(identifier: str) -> str:
    """An id as one path part: lower-case ASCII, never empty, never a name that the engine reads."""
    name = slug(identifier, words=20, longest=80) if identifier.isascii() else ""
    if name and name == identifier.lower().replace("_", "-") and not RESERVED.fullmatch(name):
        return name
    return "-".join(p for p in (slug(identifier, words=12), short_hash(identifier)) if p)


def page_slugs(identifiers: Iterable[str]) -> dict[str, str]:
    """A path part for each id, no two the same: where two ask for one, all but the plain id yield.

    What yields is lengthened by more and more digits of its hash, at the very last by a number, so
    that ids of white space, case, look-alike letters or forged hashes still give a page each.
    """
    asked = {one: page_slug(one) for one in sorted(set(identifiers))}
    wishes = Counter(asked.values())
    given = {one: name for one, name in asked.items() if wishes[name] == 1 or name == one}
    taken = set(asked.values())
    for one, name in asked.items():
        if one not in given:
            given[one] = next(longer for longer in _longer(one, name) if longer not in taken)
            taken.add(given[one])
    return given


def _longer(identifier: str, name: str) -> Iterator[str]:
    """Names for an id whose first one is taken, without end."""
    digits = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()
    yield from (f"{name}-{digits[:length]}" for length in (6, 12, 24, len(digits)))
    yield from (f"{name}-{digits}-{number}" for number in count(2))


class Addresses:
    """Where the page of each actor, topic and source lies; made once for a corpus."""

    def __init__(
        self,
        *,
        actors: Iterable[str],
        topics: Iterable[str],
        documents: Iterable[str],
        stories: Iterable[str] = (),
    ) -> None:
        self._actors = page_slugs(actors)
        self._topics = page_slugs(topics)
        self._documents = page_slugs(documents)
        self._stories = page_slugs(stories)

    def actor(self, actor: str) -> str:
        """An actor's page."""
        return f"actors/{self._actors[actor]}/"

    def topic(self, topic: str) -> str:
        """A topic's page."""
        return f"topics/{self._topics[topic]}/"

    def story(self, story: str) -> str:
        """A story's page."""
        return f"stories/{self._stories[story]}/"

    def source(self, document: str, sentence: str = "") -> str:
        """A source's page, or one sentence on it."""
        return f"sources/{self._documents[document]}/{f'#{sentence}' if sentence else ''}"


def absolute(site: str, path: str, up: str = "../") -> str:
    """An address for a file: whole where the settings name the site's own address.

    `up` is the way from the file to the site's root; it suits what lies in ``data/``.
    """
    return f"{site.rstrip('/')}/{path}" if site else f"{up}{path}"


def file_of(url: str) -> str:
    """The Markdown file below ``docs/`` that MkDocs turns into the page at `url`."""
    if url in HUBS or not url:
        return f"{url}index.md"
    return f"{url.rstrip('/')}.md"


def root_of(url: str) -> str:
    """The way from a page back to the site's root: ``""``, ``"../"``, ``"../../"``."""
    return "../" * url.count("/")


def feed_of(page: str) -> str:
    """The feed beside a page; it is there for stories, topics and most actors."""
    return f"{page}feed.xml"
