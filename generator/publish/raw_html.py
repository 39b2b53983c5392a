"""The HTML blocks of a page set aside at one go, before the slow parser reads every tag of them.

Our templates write HTML in whole blocks; Python-Markdown's own reader of such blocks takes most of
an engine's time. What is set aside here is what that reader would set aside, character for
character; a page with anything else between its tags (a comment, a lone ``<``, HTML inside a line)
is left to it.
"""

import re
from collections.abc import Iterator

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

BEFORE_THE_SLOW_ONE = 23
"""Python-Markdown reads fenced code at 25, MkDocs looks for anchors at 21, HTML is read at 20."""
TAG = re.compile(
    r"""
    </(?P<end>[a-zA-Z][a-zA-Z0-9-]*+)\s*+>
    | <(?P<start>[a-zA-Z][a-zA-Z0-9-]*+)
      (?:\s++[a-zA-Z_:][\w:.-]*+(?:="[^"<]*+")?+)*+\s*+(?P<empty>/?)>
    """,
    re.VERBOSE | re.ASCII,
)
REFERENCE = re.compile(r"&(?!#\d++;|#[xX][0-9a-fA-F]++;|[a-zA-Z][a-zA-Z0-9]*+;)")
"""An ampersand that begins no character reference."""
READ_OTHERWISE = frozenset({"script", "style", "textarea", "plaintext", "xmp", "noembed"})
"""Elements whose text is not read for tags."""
VOID_BLOCK = "hr"
"""The one element that ends where it begins, as Python-Markdown sees it."""
ANCHOR = re.compile(r"""\sid="([^"<>]*)\"""")
BLANK_LINE = "\n\n"


class RawHtml(Preprocessor):
    """Sets whole HTML blocks aside."""

    md: Markdown

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a mark for each block; as they are where not all HTML is in blocks."""
        text = "\n".join(lines)
        blocks = find_blocks(text, self.md)
        if not blocks:
            return lines
        pieces: list[str] = []
        at = 0
        for start, end in blocks:
            followed = text.startswith(BLANK_LINE, end)
            kept = f"{text[start:end]}\n" if followed else text[start:end]
            pieces += [text[at:start], "\n", self.md.htmlStash.store(kept), BLANK_LINE]
            at = end
        return "".join([*pieces, text[at:]]).split("\n")


class RawHtmlExtension(Extension):
    """Python-Markdown extension that reads our templates' HTML fast."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 Python-Markdown's own name
        """Put it before the readers of HTML."""
        md.preprocessors.register(RawHtml(md), "briefing_raw_html", BEFORE_THE_SLOW_ONE)


def makeExtension(**options: object) -> RawHtmlExtension:  # noqa: N802 Python-Markdown's own name
    """For configurations that name this module."""
    return RawHtmlExtension(**options)


def find_blocks(text: str, md: Markdown) -> list[tuple[int, int]]:
    """Where each HTML block begins and ends; none where anything needs the slow reader."""
    if REFERENCE.search(text):
        return []
    blocks: list[tuple[int, int]] = []
    at = 0
    while (start := text.find("<", at)) >= 0:
        end = _block_end(text, start, md) if start == 0 or text[start - 1] == "\n" else 0
        if not text.startswith("\n", end) or not end:
            return []
        blocks.append((start, end))
        at = end
    return blocks


def _block_end(text: str, start: int, md: Markdown) -> int:
    """Where the block ends whose first tag begins at `start`; 0 where it is no plain block."""
    first = TAG.match(text, start)
    if first is None or not md.is_block_level(_name(first)) or not _opens(first, _name(first)):
        return 0
    open_tags: list[str] = []
    for tag in _tags(text, start):
        name = _name(tag) if tag is not None else ""
        if tag is None or name in READ_OTHERWISE:
            return 0
        if _opens(tag, name):
            open_tags.append(name)
        elif tag["end"] and name in open_tags:
            while open_tags.pop() != name:
                pass  # what was left open inside ends with it
        if not open_tags:
            return tag.end()
    return 0


def _tags(text: str, at: int) -> Iterator[re.Match[str] | None]:
    """Every tag in order; None, and the end, where a ``<`` begins no plain one."""
    while at >= 0:
        tag = TAG.match(text, at)
        yield tag
        if tag is None:
            return
        at = text.find("<", tag.end())


def _name(tag: re.Match[str]) -> str:
    return str(tag["end"] or tag["start"]).lower()


def _opens(tag: re.Match[str], name: str) -> bool:
    """Whether something is open behind this tag."""
    return bool(tag["start"]) and not tag["empty"] and name != VOID_BLOCK


def find_anchors(html: str) -> set[str]:
    """The ids of a page's elements."""
    return {m[1] for m in ANCHOR.finditer(html) if _in_start_tag(html, m.start())}


def _in_start_tag(html: str, at: int) -> bool:
    start = html.rfind("<", 0, at)
    return start > html.rfind(">", 0, at) and html[start + 1].isalpha()
