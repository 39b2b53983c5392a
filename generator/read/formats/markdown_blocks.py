"""A Markdown text as CommonMark reads it: its paragraphs, and the characters that are no words.

What a mark says is what it is: a link's target and title, a picture with its alt text, a tag and a
mark of emphasis are no words; code, the rows of tables and the head of a callout are told apart.
"""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace
from pyromark import Options, events_with_range
from pyromark.event import BrokenLink, Event

from generator.files.guarded import past_limit
from generator.model.text import Offsets
from generator.read.formats.blocks import BlockKind, BlockSpan
from generator.read.formats.entities import is_entity
from generator.read.transcripts import BOLD_QUESTION

OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_WIKILINKS
    | Options.ENABLE_HEADING_ATTRIBUTES
)
MARK_IN_CODE = re.compile(r"[`\"“”„«»]+|(?<!\w)['‘’]|['‘’](?!\w)")
LONE = re.compile("[\ud800-\udfff]")
SHORTCODE = re.compile(r"\{\{[<%][^{}]{0,2000}[>%]\}\}|\{%[^{}]{0,2000}%\}|\{\{[^{}\n]{0,200}\}\}")
"""Hugo's, and Jekyll's tags; CommonMark does not know them."""
HIGHLIGHT = re.compile(r"(?<![=\w])(==)(?=[^\s=])[^=\n]{1,400}(?<=\S)(==)(?!=)")
ANCHOR = re.compile(r"[ \t]\^[A-Za-z0-9-]{1,40}[ \t]*$", re.MULTILINE)
"""Obsidian's mark of what is highlighted, and its name for a paragraph at the paragraph's end."""
FILLER = "\N{NO-BREAK SPACE}"
"""Stands for what is left out while the text is parsed: no indent, as spaces would be."""
FILLED_LINE = re.compile(rf"^[ \t]*+{FILLER}[ \t{FILLER}]*+$", re.MULTILINE)
LABEL = re.compile(r"(\*\*|__)[^*_\n]{2,80}(?::\1|\1:)")
"""*Ada Obi:* in bold begins a turn, wherever the line before it ends."""
CALLOUT = re.compile(r"\[!(?P<kind>[\w-]{1,40})\][+-]?[ \t]*")
QUOTES = frozenset({"quote", "cite"})
"""Callouts whose head says whose words they hold."""
SIGNED = re.compile(r"(?:^|\n)[ \t>]*(?:-{1,3}|[–—―])[ \t]*(?P<by>[^\W\d_a-z][^\n]{2,120})$")
"""The last line of a block quotation that says who said it."""
TAG = re.compile(
    r"(?P<code><(?P<name>script|style)\b[^<>]*>(?:[^<]|<(?!/(?P=name)\b))*(?:</(?P=name)\s*>)?)"
    r"|</?(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>|<[!?][^<>]*>|^[ \t]{0,3}>[ \t>]*",
    re.IGNORECASE | re.MULTILINE,
)
"""In a block of HTML: a script with all in it, a tag, a declaration, the mark of a quotation."""
INLINE_TAGS = frozenset(
    (
        *("a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark"),
        *("q", "s", "small", "span", "strong", "sub", "sup", "u"),
    )
)
"""Tags inside a paragraph; a name that is neither here nor below is the author's own words."""
BLOCK_TAGS = frozenset(
    (
        *("article", "aside", "audio", "blockquote", "br", "center", "dd", "details", "div", "dl"),
        *("dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "iframe", "li", "main", "nav", "ol", "p", "picture", "pre", "section", "source"),
        *("summary", "table", "tbody", "td", "th", "thead", "tr", "ul", "video"),
    )
)
"""Tags that end a paragraph."""
SILENT = frozenset({"script", "style"})
INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image", "TableCell"})
MARKERS = {"BlockQuote": ">", "Item": "-", "FootnoteDefinition": "[^]", "Table": "|"}
KINDS: dict[str, BlockKind] = {"BlockQuote": "quote", "Item": "list_item", "Table": "table_row"}
PROSE_WORDS = 8
PROSE_SHARE = 0.8
"""An indented block with so many words, most of them of letters alone, is no code."""


class Markup(Struct, frozen=True):
    """The paragraphs in reading order, and the stretches that no reader sees."""

    blocks: tuple[BlockSpan, ...]
    hidden: tuple[Offsets, ...]


def find_markup(
    text: str, *, start: int = 0, private: Sequence[Offsets] = (), nesting: int
) -> Markup:
    """What Markdown says of a text from `start` on; `private` stretches are blank in it.

    Lists and quotations that lie deeper in each other than `nesting` are an error.
    """
    apart = [*private, *_foreign_marks(text, start)]
    walk = _Walk(text, nesting)
    source = parsed_source(text, apart)[start:]
    places = characters_of(source)
    for event, place in events_with_range(source, options=OPTIONS, broken_link_callback=_defined):
        walk.see(event, Offsets(start + places(place["start"]), start + places(place["end"])))
    return Markup(tuple(walk.blocks), walk.hidden(start, apart))


def _foreign_marks(text: str, start: int) -> Iterator[Offsets]:
    """What CommonMark does not know: shortcodes, and the marks of Obsidian."""
    yield from (Offsets(*m.span()) for m in SHORTCODE.finditer(text, start))
    yield from (Offsets(*m.span()) for m in ANCHOR.finditer(text, start))
    for match in HIGHLIGHT.finditer(text, start):
        yield from (Offsets(*match.span(1)), Offsets(*match.span(2)))


def _defined(link: BrokenLink) -> tuple[str, str] | None:
    """*[the plan][plan]* is a link even where the place that it names is lacking."""
    return ("", "") if link["link_type"] == "Reference" else None


def parsed_source(text: str, apart: Iterable[Offsets]) -> str:
    """The text as it is parsed, of the same length."""
    pieces: list[str] = []
    at = 0
    for one in sorted(apart):
        if one.start < at:
            continue
        pieces.append(text[at : one.start])
        lines = text[one.start : one.end].split("\n")
        pieces.append("\n".join(FILLER * len(line) for line in lines))
        at = one.end
    filled = LONE.sub("\ufffd", "".join([*pieces, text[at:]]))
    return FILLED_LINE.sub(lambda match: " " * len(match.group()), filled)


def characters_of(source: str) -> Callable[[int], int]:
    """From an offset in the UTF-8 bytes of a text to the one in its characters."""
    if source.isascii():
        return int
    places = array("L")
    for number, letter in enumerate(source):
        places.extend([number] * len(letter.encode("utf-8")))
    places.append(len(source))
    return places.__getitem__


class _Walk:
    """Goes through the events of a text and keeps its paragraphs and what is seen of each."""

    def __init__(self, text: str, nesting: int) -> None:
        self._nesting = nesting
        self.blocks: list[BlockSpan] = []
        self._text = text
        self._seen: list[Offsets] = []
        self._gaps: list[Offsets] = []
        self._leaf: list[Offsets] = []
        self._open: list[str] = []
        self._html: list[Offsets] = []
        self._heading = ""
        self._quote_begins = False
        self._quotes: list[int] = []
        self._images = 0
        self._script = False
        self._strong = self._asked = False
        self._bold: list[Offsets] = []

    def see(self, event: Event, place: Offsets) -> None:
        """One event of the parser."""
        if isinstance(event, str):
            if event == "Rule":
                self._flush()
            else:  # a line's end; what stands before it is a mark
                self._add(Offsets(place.end - 1, place.end))
        elif "Start" in event:
            self._begin(event["Start"], place)
        elif "End" in event:
            self._end(_name(event["End"]))
        elif "Text" in event:
            self._add_text(place)
        elif "Code" in event:
            self._add_code(place)
        elif "Html" in event:
            self._html.append(place)
        elif "InlineHtml" in event:
            self._inline_tag(place)

    def hidden(self, start: int, apart: Iterable[Offsets]) -> tuple[Offsets, ...]:
        """All from `start` on that is neither seen in a paragraph nor white space between two."""
        mask = bytearray(c.isspace() or i < start for i, c in enumerate(self._text))
        for one in self._seen:
            mask[one.start : one.end] = b"\1" * (one.end - one.start)
        for one in (*self._gaps, *apart):
            mask[one.start : one.end] = bytes(one.end - one.start)
        return tuple(Offsets(*match.span()) for match in re.finditer(rb"\x00+", mask))

    def _begin(self, tag: object, place: Offsets) -> None:
        name = _name(tag)
        self._strong |= name == "Strong"
        if name == "Image":
            self._images += 1
        elif name == "Strong" and LABEL.match(self._text, place.start, place.end + 1):
            self._flush()
        elif name == "TableCell" and self._leaf:
            self._add(Offsets(self._leaf[-1].end, place.start))
        if name in INLINE:
            return
        self._flush()
        self._open.append(name)
        if len(self._open) > self._nesting:
            raise past_limit(f"its parts nest deeper than {self._nesting}", "nesting")
        if name == "BlockQuote":
            self._quote_begins = True
            self._quotes.append(len(self.blocks))
        if isinstance(tag, dict) and name == "Heading":
            self._heading = "#" * int(tag["Heading"]["level"][1:])

    def _end(self, name: str) -> None:
        if name == "Image":
            self._images -= 1
        self._strong &= name != "Strong"
        if name in INLINE:
            return
        for place, breaks in _html_text(self._text, self._html):
            if breaks:
                self._flush()
            self._add(place)
        self._html = []
        self._flush(code=name == "CodeBlock")
        if name == "BlockQuote":
            first = self._quotes.pop()
            self.blocks[first:] = _with_speaker(self._text, self.blocks[first:])
        self._open.pop()
        self._heading = ""

    def _add(self, place: Offsets) -> None:
        if not self._images and not self._script and place.end > place.start:
            self._leaf.append(place)
            self._bold.extend([place] if self._strong else [])

    def _add_text(self, place: Offsets) -> None:
        """What is written; of *&amp;* the place of the mark that it means."""
        named = is_entity(self._text[place.start : place.end])
        self._add(Offsets(place.start, place.start + 1) if named else place)

    def _add_code(self, place: Offsets) -> None:
        """Code in a line; its quotation marks are a program's and none of speech."""
        at = place.start
        for mark in MARK_IN_CODE.finditer(self._text, place.start, place.end):
            self._add(Offsets(at, mark.start()))
            at = mark.end()

    def _inline_tag(self, place: Offsets) -> None:
        match = TAG.match(self._text, place.start, place.end)
        name = (match["name"] or match["tag"] or "").lower() if match else ""
        if name in SILENT:
            self._script = self._text[place.start + 1] != "/"
        elif name in BLOCK_TAGS and "Table" not in self._open:
            self._flush()
        elif match and match["tag"] and name not in INLINE_TAGS:
            self._add(place)

    def _flush(self, *, code: bool = False) -> None:
        """End the paragraph that is being read, if there is one."""
        leaf, self._leaf, self._script = _trimmed(self._text, self._leaf), [], False
        bold, self._bold = self._bold, []
        if not leaf:
            return
        self._asked = len(bold) >= len(leaf) and self._text[leaf[-1].end - 1] == "?"
        begins, self._quote_begins = self._quote_begins, False
        callout = CALLOUT.match(self._text, leaf[0].start) if begins else None
        if callout:
            head, leaf = _parted(self._text, leaf, callout.end())
            self._keep(head, "quoted_by" if callout["kind"].lower() in QUOTES else "callout")
        self._keep(leaf, self._kind(leaf, code=code))

    def _keep(self, leaf: list[Offsets], kind: BlockKind) -> None:
        if not leaf:
            return
        self._seen.extend(leaf)
        self._gaps.extend(Offsets(a.end, b.start) for a, b in pairwise(leaf) if a.end < b.start)
        self.blocks.append(BlockSpan(leaf[0].start, leaf[-1].end, kind, self._marker()))

    def _kind(self, leaf: list[Offsets], *, code: bool) -> BlockKind:
        if code and not _is_prose(self._text[leaf[0].start : leaf[-1].end]):
            return "code"
        container = self._container()
        return KINDS.get(container, "paragraph")

    def _marker(self) -> str:
        """What stands before the paragraph; a heading that is quoted is no heading of the text."""
        container = self._container()
        if container:
            return MARKERS[container]
        return self._heading or (BOLD_QUESTION if self._asked else "")

    def _container(self) -> str:
        return next((name for name in reversed(self._open) if name in MARKERS), "")


def _name(tag: object) -> str:
    """*Paragraph*, or the one key of a tag that has more to say."""
    return next(iter(tag), "") if isinstance(tag, dict) else str(tag)


def _trimmed(text: str, leaf: Iterable[Offsets]) -> list[Offsets]:
    """What is seen of a paragraph, without white space at its ends."""
    found = list(leaf)
    seen = [i for i, one in enumerate(found) if text[one.start : one.end].strip()]
    if not seen:
        return []
    found = [one for one in found[seen[0] : seen[-1] + 1] if one.end > one.start]
    first = text[found[0].start : found[0].end]
    found[0] = Offsets(found[0].end - len(first.lstrip()), found[0].end)
    last = text[found[-1].start : found[-1].end]
    found[-1] = Offsets(found[-1].start, found[-1].start + len(last.rstrip()))
    return found


def _parted(text: str, leaf: list[Offsets], start: int) -> tuple[list[Offsets], list[Offsets]]:
    """The head of a callout, which begins at `start`, and what stands below its line."""
    line = text.find("\n", start)
    end = line if line >= 0 else len(text)
    head = [Offsets(max(one.start, start), min(one.end, end)) for one in leaf]
    below = [Offsets(max(one.start, end), one.end) for one in leaf]
    return _trimmed(text, head), _trimmed(text, below)


def _with_speaker(text: str, quote: list[BlockSpan]) -> list[BlockSpan]:
    """The paragraphs of a block quotation, told apart from the name above or below them."""
    if not any(one.kind == "quote" for one in quote):
        return quote
    words = text[quote[-1].start : quote[-1].end]
    signed = SIGNED.search(words)
    if quote[0].kind != "quoted_by" and signed and quote[-1].kind == "quote":
        last = quote.pop()
        said = words[: signed.start()].rstrip(" \t\n>")
        if said:
            quote.append(replace(last, end=last.start + len(said)))
        quote.append(replace(last, start=last.start + signed.start("by"), kind="quoted_by"))
    elif quote[0].kind != "quoted_by":
        return quote
    return [replace(one, kind="named_quote") if one.kind == "quote" else one for one in quote]


def _html_text(text: str, lines: list[Offsets]) -> Iterator[tuple[Offsets, bool]]:
    """What is written between the tags of a block, and whether a paragraph begins there."""
    if not lines:
        return
    at, end = lines[0].start, lines[-1].end
    breaks = True
    for tag in TAG.finditer(text, at, end):
        yield Offsets(at, tag.start()), breaks
        at, breaks = tag.end(), (tag["tag"] or "").lower() in BLOCK_TAGS
    yield Offsets(at, end), breaks


def _is_prose(code: str) -> bool:
    """Whether an indented block is a paragraph that somebody indented."""
    words = code.split()
    plain = sum(word.strip(".,;:!?“”‘’\"'()").isalpha() for word in words)
    return len(words) >= PROSE_WORDS and plain >= PROSE_SHARE * len(words)
