"""Saved web pages: the article with its blocks, and what the page states about it."""

import logging
import re
from collections.abc import Sequence
from html import unescape

from msgspec.structs import replace
from trafilatura import bare_extraction
from trafilatura.settings import Document

from generator.files.guarded import UnreadableError, past_limit
from generator.language.lexicons import load_words
from generator.read.formats.blocks import Article, Bounds, alike, make_article, with_title
from generator.read.formats.elements import find_blocks
from generator.read.formats.encoding import decode
from generator.read.formats.page_head import (
    bold_questions,
    lone_heading,
    page_lines,
    parse_page,
    with_page_head,
)
from generator.read.stated_values import plain
from generator.read.transcripts import BOLD_QUESTION
from generator.temporal.edtf import is_of_the_calendar

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""A date that the page states; the latest possible one is fixed, so that no clock has a say."""
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
STATED_DAY = re.compile(
    r"<(?:meta|time)\b[^<>]{0,400}|\"date(?:Published|Created|Modified)\"\s{0,9}:\s{0,9}\"[^\"]{0,40}",
    re.IGNORECASE,
)
"""Where a page says days: in its head, in an element of time, in what it states for programs."""
PAGE_TITLE = re.compile(r"<title\b[^>]{0,400}>([^<]{1,1000})<", re.IGNORECASE)
LANGUAGE = re.compile(r"<html\b[^>]{0,2000}?\blang\s?=\s?[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
DEEPEST = 200
"""Levels; what lies deeper the parser leaves out without a word, unless it is told not to."""
NESTS = re.compile(r"<(/?)(?:div|section|article|table|ul|ol|blockquote|span)\b", re.IGNORECASE)
TITLE_PARTS = re.compile(r"\s[|–—·»-]\s|:\s")
TITLE_WORDS = 3
HEAD = 50_000
"""Characters of a page in which its title and language are looked for."""
SITE_MARK = re.compile(r"\s[|–—·«»-]\s")
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
    depth = _depth(html)
    if depth > bounds.nesting:
        raise past_limit(f"its parts nest deeper than {bounds.nesting}", "nesting")
    page = parse_page(html, deep=depth > DEEPEST)
    lines = page_lines(page) if page is not None else []  # before the tree is taken apart
    asked = bold_questions(page) if page is not None else frozenset()
    heading, own_site = lone_heading(page) if page is not None else ("", "")
    found = page is not None and bare_extraction(
        page,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=DATES,
    )
    body = found.body if isinstance(found, Document) else None
    article = [] if body is None else list(find_blocks(body))
    if not isinstance(found, Document) or body is None:
        raise UnreadableError("there is no article in it: save the page's text as a .txt file")
    title, site = _title_and_site(
        plain(found.title or ""), plain(found.sitename or ""), url or found.url or "", html, lines
    )
    title, site = _below_site(title, site, (heading, own_site), lines)
    language = LANGUAGE.search(html[:HEAD])
    stated = {
        "title": [title],
        "authors": (found.author or "").split("; "),
        "publisher": [site],
        "published": [_stated_day(found.date or "", html)],
        "url": [url or found.url or ""],
        "language": [language[1].lower() if language else ""],
    }
    blocks = with_title(article, title)
    if not (found.date and _is_name(found.author or "")):
        blocks = with_page_head(blocks, lines)
    blocks = [replace(b, marker=BOLD_QUESTION) if alike(b.text) in asked else b for b in blocks]
    return make_article(blocks, stated=stated, warnings=warnings)


def _stated_day(day: str, html: str) -> str:
    """The day as the page states it: one that there is not the library makes its month's first."""
    month = day.removesuffix("01")
    found = (one for place in STATED_DAY.findall(html) for one in ISO_DAY.findall(place))
    stated = (one for one in found if month != day and one.startswith(month))
    return next((one for one in stated if not is_of_the_calendar(one)), day)


def _title_and_site(
    title: str, site: str, url: str, html: str, lines: Sequence[str]
) -> tuple[str, str]:
    """The headline without the site's name, and the name: the page's, or what the title ends in.

    A mere host name is what is left where the page names no site. Where the largest letters are the
    site's, as on many a blog, the headline is what the page's title begins with.
    """
    parts = SITE_MARK.split(title)
    if len(parts) > 1 and site and parts[-1].casefold() == site.casefold():
        return title[: -len(parts[-1])].rstrip(" |–—·«»-"), site
    match = PAGE_TITLE.search(html[:HEAD])
    whole = SITE_MARK.split(plain(unescape(match[1]))) if match else []
    if len(whole) > 1 and alike(whole[-1]) == alike(title) and _is_below(whole[0], title, lines):
        return whole[0], title
    named = len(whole) > 1 and whole[0].casefold() == title.casefold()
    host = " " not in site and site.casefold() in url.casefold()
    if host and named and len(whole[-1].split()) <= SITE_WORDS:
        return title, whole[-1]
    return title, site


def _is_below(headline: str, site: str, lines: Sequence[str]) -> bool:
    """Whether a page prints the site's name, and first below it a longer line, its headline."""
    seen = [alike(line) for line in lines]
    words = len(headline.split())
    longer = words >= TITLE_WORDS and words > len(site.split())
    above = next((i for i, line in enumerate(seen) if line == alike(site)), len(seen))
    return longer and alike(headline) in seen[above:] and alike(headline) not in seen[:above]


def _below_site(
    title: str, site: str, own: tuple[str, str], lines: Sequence[str]
) -> tuple[str, str]:
    """The article's heading, where a page's first one is the site's; else the title as printed."""
    heading, name = own
    if name and alike(title) == alike(name):
        return heading, name
    return _printed_title(title, lines, heading), site


def _printed_title(title: str, lines: Sequence[str], heading: str) -> str:
    """*Norwick Post: Bridge to close*, where the page prints one part alone.

    `heading` is the only one of a page that has no headline of its own, "" where there is none.
    """
    parts = TITLE_PARTS.split(title)
    printed = {alike(line) for line in lines}
    if len(parts) == 1:
        return heading if heading and alike(title) not in printed else title
    own = [p for p in parts if len(p.split()) >= TITLE_WORDS and alike(p) in printed]
    return own[0] if len(own) == 1 and alike(title) not in printed else title


def _is_name(author: str) -> bool:
    """Whether all words are names': a page may state a trade with the name."""
    words = author.replace(";", " ").split()
    return bool(words) and all(w[0].isupper() or w in load_words("name_particles") for w in words)


def _depth(html: str) -> int:
    """How deep a page's parts lie in each other."""
    deepest = depth = 0
    for tag in NESTS.finditer(html):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest
