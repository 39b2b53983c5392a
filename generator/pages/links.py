"""Addresses of pages and of places on them, below the site's root and without a slash first."""

import re

from generator.model.identifiers import short_hash, slug

HUBS = (
    "",
    "timeline/",
    "actors/",
    "quotations/",
    "topics/",
    "compare/",
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


def actor_url(actor: str) -> str:
    """An actor's page."""
    return f"actors/{page_slug(actor)}/"


def topic_url(topic: str) -> str:
    """A topic's page."""
    return f"topics/{page_slug(topic)}/"


def source_url(document: str, sentence: str = "") -> str:
    """A source's page, or one sentence on it."""
    return f"sources/{page_slug(document)}/{f'#{sentence}' if sentence else ''}"


def absolute(site: str, path: str) -> str:
    """An address for a file in ``data/``: whole where the settings name the site's own address."""
    return f"{site.rstrip('/')}/{path}" if site else f"../{path}"


def file_of(url: str) -> str:
    """The Markdown file below ``docs/`` that MkDocs turns into the page at `url`."""
    if url in HUBS or not url:
        return f"{url}index.md"
    return f"{url.rstrip('/')}.md"


def root_of(url: str) -> str:
    """The way from a page back to the site's root: ``""``, ``"../"``, ``"../../"``."""
    return "../" * url.count("/")
