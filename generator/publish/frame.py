"""The theme's frame around a page without what nobody sees or asks for.

The frame is the same on each page and a fifth of it is indentation, so a site of many small pages
is mostly that. What a page says, and every script and style, stays as it is to the byte.
"""

import re

PROOFS = frozenset({"bf-proof", "bf-permalink", "bf-para"})
"""Classes of what stands beside nearly every sentence and is not searched."""

CONTENT = '<article class="md-content__inner'
"""Where the theme begins what a page says."""
CONTENT_END = "</article>"
FOR_PAGEFIND = "data-pagefind"
"""How each attribute begins that Pagefind looks for."""
KEPT = re.compile(r"<(pre|textarea)\b", re.IGNORECASE)
"""Elements in which white space is seen."""
EMPTY_CONTENTS = re.compile(
    r'<div class="md-sidebar md-sidebar--secondary"[^>]* hidden>\s*'
    r'(?:<div class="md-sidebar__\w+">\s*){2}'
    r'<nav class="md-nav md-nav--secondary"[^>]*>\s*</nav>\s*(?:</div>\s*){3}'
)
"""The theme's table of contents where it is hidden and has nothing in it."""
WORDS_OF_SEARCH = re.compile(r'"search\.result\.[\w.]+": "(?:[^"\\]|\\.)*+", ')
"""What the theme's script would say for the theme's own search, in the JSON of its settings."""
NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
"""What the theme's icons say for XML; in HTML they are known without."""
WHOLE = r"<(?P<whole>script|style)\b.*?</(?P=whole)\s*>"
"""A script, whose hash the policy names, or a style."""
TAG = r"""<[a-z](?:[^<>"']|"[^"]*+"|'[^']*+')*+>"""
"""A tag, in whose attributes other tags may be written."""
WHOLE_OR_TAG = re.compile(rf"{WHOLE}|<!--.*?(?:-->|\Z)|{TAG}", re.DOTALL | re.IGNORECASE)
ICON = re.compile(r"<svg\s", re.IGNORECASE)
BLOCKS = "body|div|footer|form|head|header|html|li|main|nav|ul"
"""Elements of the frame; a line's end beside where one begins or ends is not seen."""
BESIDE_BLOCK = re.compile(
    rf"({WHOLE})|(</?(?:{BLOCKS})\b[^<>]*>)\n|\n(?=</?(?:{BLOCKS})\b)",
    re.DOTALL | re.IGNORECASE,
)
"""A script or a style, or the end of a line beside such a place."""
EMPTY_LINES = re.compile(
    rf"({WHOLE_OR_TAG.pattern})|(?<=>)\n[ ]*\n\s*(?=<)", re.DOTALL | re.IGNORECASE
)
"""What stays, or what stands between two tags of the content and has an empty line in it."""
WHOLE_OR_BREAK = re.compile(rf"({WHOLE})|\n\s+", re.DOTALL | re.IGNORECASE)
"""A script or a style, or what follows the end of a line."""


def lean_frame(html: str) -> str:
    """The page with one line's end for each stretch of white space of the frame that has one.

    Beside a block there is none, and in what the page says no empty line between two tags.
    """
    start = html.find(CONTENT)
    if start < 0:
        return html
    end = html.rfind(CONTENT_END, start)
    end = end if end >= 0 else len(html)
    return _lean(html[:start]) + _without_empty_lines(html[start:end]) + _lean(html[end:])


def without_frame(html: str) -> str:
    """The page's head and what it says: what an index is made from.

    A frame that has something for Pagefind in it, as an owner's may, stays.
    """
    body, start = html.find("<body"), html.find(CONTENT)
    end = html.rfind(CONTENT_END, start) + len(CONTENT_END)
    if not 0 <= body < start < end or FOR_PAGEFIND in html[:start] + html[end:]:
        return html
    return f"{html[:body]}<body>{html[start:end]}</body></html>"


def _lean(frame: str) -> str:
    if KEPT.search(frame):
        return frame
    needed = WORDS_OF_SEARCH.sub("", EMPTY_CONTENTS.sub("", frame))
    icons = WHOLE_OR_TAG.sub(_without_namespace, needed)
    lines = WHOLE_OR_BREAK.sub(lambda found: found[1] or "\n", icons)
    return BESIDE_BLOCK.sub(lambda found: found[1] or found[3] or "", lines)


def _without_namespace(found: re.Match[str]) -> str:
    return found[0].replace(NAMESPACE, "", 1) if ICON.match(found[0]) else found[0]


def _without_empty_lines(content: str) -> str:
    """What a page says without the empty lines that the templates left between two tags."""
    return (
        content
        if KEPT.search(content)
        else EMPTY_LINES.sub(lambda found: found[1] or "\n", content)
    )
