"""The tags of a page, found by a parser: who rewrites one never touches the text around it."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

ATTRIBUTE = re.compile(
    r"""(?P<space>[\s/]+)(?P<name>[^\s=>"'/]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s>]+))?"""
)
"""One attribute of a tag with the white space before it; its value is taken whole."""
NAME = re.compile(r"<[^\s/>]+")


class _Tags(HTMLParser):
    """Notes where each start tag of a text stands."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str]] = []
        self._lines = [0, *(m.end() for m in re.finditer("\n", html))]
        self.feed(html)
        self.close()

    def handle_starttag(self, _tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag's place and its text."""
        line, column = self.getpos()
        self.found.append((self._lines[line - 1] + column, self.get_starttag_text() or ""))


def rewrite_tags(html: str, rewrite: Callable[[str], str]) -> str:
    """The page with `rewrite` applied to each start tag; every other character stays."""
    pieces: list[str] = []
    at = 0
    for start, tag in _Tags(html).found:
        pieces += [html[at:start], rewrite(tag)]
        at = start + len(tag)
    return "".join([*pieces, html[at:]])


def tag_name(tag: str) -> str:
    """The name of an element by its start tag, in small letters."""
    name = NAME.match(tag)
    return name.group()[1:].lower() if name else ""


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag by name, their values as they are written in it."""
    found = (m for m in ATTRIBUTE.finditer(tag, len(tag_name(tag)) + 1))
    return {m["name"].lower(): (m["value"] or "").strip("\"'") for m in found}


def change_attributes(tag: str, change: Callable[[str, str], str | None]) -> str:
    """The start tag with each attribute as `change` writes it, given name and value.

    What it gives for one stands in its place (``name="value"``); None keeps it as it is.
    """

    def changed(match: re.Match[str]) -> str:
        value = (match["value"] or "").strip("\"'")
        new = change(match["name"].lower(), value)
        return match.group() if new is None else f"{match['space']}{new}" if new else ""

    head = len(tag_name(tag)) + 1
    return tag[:head] + ATTRIBUTE.sub(changed, tag[head:])
