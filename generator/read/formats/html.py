"""Saved web pages: the article with its blocks, and what the page states about it."""

import logging
import re
from html import unescape

from trafilatura import bare_extraction
from trafilatura.settings import Document

from generator.files.guarded import UnreadableError, past_limit
from generator.read.formats.blocks import Article, Bounds, make_article, with_title
from generator.read.formats.elements import find_blocks
from generator.read.formats.encoding import decode
from generator.read.stated_values import plain

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""A date that the page states; the latest possible one is fixed, so that no clock has a say."""
PAGE_TITLE = re.compile(r"<title\b[^>]{0,400}>([^<]{1,1000})<", re.IGNORECASE)
LANGUAGE = re.compile(r"<html\b[^>]{0,2000}?\blang\s?=\s?[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
HEAD = 50_000
"""Characters of a page in which its title and language are looked for."""
SITE_MARK = re.compile(r"\s[|–—·-]\s")
"""What parts a page's title from the name of its site."""
SITE_WORDS = 6


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The article of a saved page."""
    text, warnings = decode(content)
    return (read_page(text, bounds, warnings=warnings),)


def read_page(
    html: str, bounds: Bounds, *, warnings: tuple[str, ...] = (), url: str = ""
) -> Article:
    """The article of a page's source; `url` is where it was saved from, "" if unknown."""
    if len(html) > bounds.unpacked_bytes:
        most = bounds.unpacked_bytes
        raise past_limit(f"its page has more than {most} characters", "unpacked_bytes")
    found = bare_extraction(
        html,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=DATES,
    )
    if not isinstance(found, Document) or found.body is None:
        raise UnreadableError("there is no article in it: save the page's text as a .txt file")
    title, site = _title_and_site(
        plain(found.title or ""), plain(found.sitename or ""), url or found.url or "", html
    )
    language = LANGUAGE.search(html[:HEAD])
    stated = {
        "title": [title],
        "authors": (found.author or "").split("; "),
        "publisher": [site],
        "published": [found.date or ""],
        "url": [url or found.url or ""],
        "language": [language[1].lower() if language else ""],
    }
    blocks = with_title(list(find_blocks(found.body)), title)
    return make_article(blocks, stated=stated, warnings=warnings)


def _title_and_site(title: str, site: str, url: str, html: str) -> tuple[str, str]:
    """The headline without the site's name, and the name: the page's, or what the title ends in.

    A mere host name is what is left where the page names no site.
    """
    parts = SITE_MARK.split(title)
    if len(parts) > 1 and site and parts[-1].casefold() == site.casefold():
        return title[: -len(parts[-1])].rstrip(" |–—·-"), site
    match = PAGE_TITLE.search(html[:HEAD])
    whole = SITE_MARK.split(plain(unescape(match[1]))) if match else []
    named = len(whole) > 1 and whole[0].casefold() == title.casefold()
    host = " " not in site and site.casefold() in url.casefold()
    if host and named and len(whole[-1].split()) <= SITE_WORDS:
        return title, whole[-1]
    return title, site
