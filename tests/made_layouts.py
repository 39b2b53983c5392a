"""Made articles, and the layouts in which people have them: each file with what it must give."""

import json
import quopri
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import NamedTuple


class LaidOutStory(NamedTuple):
    """An article as its author wrote it."""

    title: str
    authors: tuple[str, ...]
    day: str
    long_day: str
    publisher: str
    paragraphs: tuple[str, ...]


MADE = Path(__file__).with_name("made_stories.json")
STORIES = tuple(LaidOutStory(**row) for row in json.loads(MADE.read_text("utf-8")))


def news_site(story: LaidOutStory) -> str:
    """A big news site: menus, share bars, related pieces, a newsletter box and a foot."""
    head = (
        f"<title>{story.title} | {story.publisher}</title>"
        f'<meta property="og:title" content="{story.title}">'
        f'<meta property="og:site_name" content="{story.publisher}">'
        f'<meta property="article:published_time" content="{story.day}T08:00:00+00:00">'
        f'<meta name="author" content="{", ".join(story.authors)}, {story.publisher}">'
    )
    menu = "".join(f'<li><a href="/{w}">{w}</a></li>' for w in ("World", "Business", "Sport"))
    text = _paragraphs(story)
    related = "".join(
        f'<li><a href="/{n}">{other.title}</a></li>' for n, other in enumerate(STORIES)
    )
    return _page(
        head,
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{story.title}</h1>"
        f'<div class="share"><a href="#">Share on Facebook</a></div>{text}'
        f'<aside class="related"><h2>Related stories</h2><ul>{related}</ul></aside>'
        '<div class="newsletter"><p>Sign up for our newsletter</p></div></article></main>'
        f"<footer><p>© 2031 {story.publisher}. All rights reserved.</p></footer>",
    )


def press_room(story: LaidOutStory) -> str:
    """A government's press room: a letterhead, the release and contacts."""
    return _page(
        f"<title>{story.title} - {story.publisher}</title>"
        f'<meta property="og:site_name" content="{story.publisher}">'
        f'<meta name="author" content="{" and ".join(story.authors)}">'
        f'<meta name="date" content="{story.day}">',
        '<div id="top"><a href="/">Home</a> <a href="/press">Press room</a></div>'
        f'<div id="content"><h1>{story.title}</h1><p class="date">{story.long_day}</p>'
        f"{_paragraphs(story)}</div>"
        '<div id="footer"><a href="/privacy">Privacy</a> <a href="/contact">Contact us</a></div>',
    )


def blog(story: LaidOutStory) -> str:
    """A blog: a post with an author's box, tags and comments."""
    return _page(
        f"<title>{story.title} – {story.publisher}</title>"
        f'<meta property="og:site_name" content="{story.publisher}">'
        f'<meta name="author" content="By {" and ".join(story.authors)}">'
        f'<meta property="article:published_time" content="{story.day}">',
        f'<div class="site"><h2><a href="/">{story.publisher}</a></h2></div>'
        f'<article class="post"><h1 class="entry-title">{story.title}</h1>'
        f'<div class="entry-content">{_paragraphs(story)}</div>'
        '<div class="tags"><a href="/t/sea">sea</a> <a href="/t/town">town</a></div></article>'
        '<div id="comments"><h3>2 comments</h3><p>What a day that must have been.</p></div>'
        '<div class="sidebar"><h3>Archive</h3><ul><li><a href="/2030">2030</a></li></ul></div>',
    )


def wiki(story: LaidOutStory) -> str:
    """A wiki: edit links, a box of contents and categories."""
    return _page(
        f"<title>{story.title} - {story.publisher}</title>"
        f'<meta property="og:site_name" content="{story.publisher}">'
        f'<meta name="author" content="{"; ".join(story.authors)}">'
        f'<meta name="date" content="{story.day}">',
        '<div id="mw-head"><ul><li><a href="/edit">Edit</a></li><li><a href="/h">History</a></li>'
        f'</ul></div><div id="content"><h1>{story.title}</h1><div id="mw-content-text">'
        f"{_paragraphs(story)}</div></div>"
        '<div id="catlinks">Categories: <a href="/c/harbours">Harbours</a></div>'
        '<div id="footer"><p>This page was last edited on 1 December 2031.</p></div>',
    )


def _paragraphs(story: LaidOutStory) -> str:
    return "".join(f"<p>{escape(p, quote=False)}</p>" for p in story.paragraphs)


def _page(head: str, body: str) -> str:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def pasted(story: LaidOutStory) -> str:
    """A page copied whole into a text file."""
    return "\n\n".join(
        (
            "Skip to content\nAccept all cookies\nHome\nWorld\nBusiness\nSport",
            f"{story.title} | {story.publisher}",
            f"By {' and '.join(story.authors)}",
            story.long_day,
            "Share on Facebook\nCopy link",
            *story.paragraphs,
            "Read more: Ten walks along the harbour",
            f"© 2031 {story.publisher}. All rights reserved.",
        )
    )


def plain(story: LaidOutStory) -> str:
    """Title, byline, date and paragraphs."""
    return "\n\n".join(
        (story.title, f"By {' and '.join(story.authors)}", story.long_day, *story.paragraphs)
    )


def wrapped(story: LaidOutStory) -> str:
    """The same with lines that a program broke."""
    return "\n\n".join(_broken(part) for part in plain(story).split("\n\n"))


def _broken(text: str, width: int = 62) -> str:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def release(story: LaidOutStory) -> str:
    """A press release with its label, a byline and contacts."""
    return "\n\n".join(
        (
            "FOR IMMEDIATE RELEASE",
            story.title,
            f"By {' and '.join(story.authors)}",
            story.long_day,
            *story.paragraphs,
            "###",
            "Media contact: press@norwick.example",
        )
    )


def note(story: LaidOutStory) -> str:
    """A note in Markdown with front matter."""
    names = "".join(f"\n  - {name}" for name in story.authors)
    front = f"title: {story.title}\ndate: {story.day}\nauthors:{names}\nsource: {story.publisher}"
    return f"---\n{front}\ntags: [sea]\n---\n\n" + "\n\n".join(story.paragraphs)


def mail(story: LaidOutStory) -> str:
    """A mail of one author."""
    body = quopri.encodestring("\n\n".join(story.paragraphs).encode()).decode()
    address = story.authors[0].split()[0].lower()
    return (
        f"Received: from a.example by b.example\nMessage-ID: <1@a.example>\nMIME-Version: 1.0\n"
        f"From: {story.authors[0]} <{address}@norwick.example>\nTo: desk@b.example\n"
        f"Date: {_mail_day(story)} 08:00:00 +0000\nSubject: {story.title}\n"
        'Content-Type: text/plain; charset="utf-8"\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{body}\n"
    )


def _mail_day(story: LaidOutStory) -> str:
    day, month, year = story.long_day.split()
    return f"{day} {month[:3]} {year}"


LAYOUTS: dict[str, tuple[str, Callable[[LaidOutStory], str], tuple[str, ...]]] = {
    "news site": (".html", news_site, ("utf-8", "cp1252")),
    "press room": (".html", press_room, ("utf-8", "utf-16")),
    "blog": (".html", blog, ("utf-8", "cp1252")),
    "wiki": (".html", wiki, ("utf-8",)),
    "pasted page": (".txt", pasted, ("utf-8", "cp1252")),
    "plain text": (".txt", plain, ("utf-8-sig", "utf-16", "cp1252")),
    "wrapped text": (".txt", wrapped, ("utf-8", "utf-16-le")),
    "press release": (".txt", release, ("utf-8",)),
    "note": (".md", note, ("utf-8", "cp1252")),
    "mail": (".eml", mail, ("utf-8",)),
}
"""The ending, what makes the file, and the encodings it is stored in."""
