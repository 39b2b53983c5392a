"""The tags of a page: who rewrites one never touches the text around it."""

import re
from collections.abc import Callable, Iterator

TAG = re.compile(
    r"""
    <!--.*?(?:--!?>|\Z)                                        # a comment, whatever it holds
    | (?P<start><(?=[a-zA-Z])(?=(?P<name>[^\s/>]++))
        (?:[^>"']++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+(?:>|\Z))
    """,
    re.VERBOSE | re.DOTALL,
)
"""A start tag with its attributes, or what may hold something that looks like one."""
RAW_END = {
    name: re.compile(rf"</{name}(?=[\s/>])|\Z", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title")
}
"""Where an element ends whose text no browser reads tags in."""
ATTRIBUTE = re.compile(
    r"""(?P<space>[\s/]+)(?P<name>[^\s=>"'/]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s>]+))?"""
)
"""One attribute of a tag with the white space before it; its value is taken whole."""
NAME = re.compile(r"<[^\s/>]+")


def start_tags(html: str) -> Iterator[tuple[int, str]]:
    """Where each start tag of a text stands, and the tag."""
    at = 0
    while found := TAG.search(html, at):
        at = found.end()
        tag = found["start"]
        if tag is None:
            continue
        yield found.start(), tag
        if end := RAW_END.get(found["name"].lower()):
            closing = end.search(html, at)
            at = closing.start() if closing else len(html)


def rewrite_tags(html: str, rewrite: Callable[[str], str]) -> str:
    """The page with `rewrite` applied to each start tag; every other character stays."""
    pieces: list[str] = []
    at = 0
    for start, tag in start_tags(html):
        new = rewrite(tag)
        if new is not tag:
            pieces += [html[at:start], new]
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
