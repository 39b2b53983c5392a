"""What a reader of a format gives: articles, each a reading text in blocks with what it states."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from generator.config.limits import LimitSettings
from generator.model.text import Offsets
from generator.read.stated_values import find_impossible_days, is_no_title, plain, usable_values

BlockKind = Literal[
    "title",
    "heading",
    "paragraph",
    "list_item",
    "quote",
    "named_quote",
    "quoted_by",
    "callout",
    "caption",
    "table_row",
    "code",
    "earlier_message",
    "boilerplate",
    "beside_title",
]
"""What the original says that a block is; `boilerplate` is kept and never read as the story.

`beside_title` stands between headline and story, and says who wrote it and when, or nothing.

`quoted_by` stands above or below the paragraphs of a `named_quote` and says whose words they are.
"""
GAP = "\n\n"
CELL_WORDS = 12
"""A cell of more words holds a paragraph: the table is one of layout."""
NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Block(Struct, frozen=True):
    """A paragraph of an original; `page` is the number of its page from 1, 0 where it has none.

    `marker` is what its print says of it, such as a question in bold.
    """

    kind: BlockKind
    text: str
    page: int = 0
    marker: str = ""


class BlockSpan(Struct, frozen=True):
    """A block's place in the reading text; `marker` is Markdown's before it, such as ``##``."""

    start: int
    end: int
    kind: BlockKind
    marker: str = ""


class Article(Struct, frozen=True):
    """One reading text of an original, with what the original states about it.

    `blocks` is empty where the text alone must tell its paragraphs, `key` names the article where
    an original has several, `front_matter_end`, `front_matter` and `markup` (the stretches that are
    marks and no words) are Markdown's.
    """

    text: str
    blocks: tuple[BlockSpan, ...] = ()
    stated: Mapping[str, tuple[str, ...]] = NOTHING
    """Values by key (`title`, `authors`, `publisher`, `published`, `url`, `language`)."""
    pages: tuple[Offsets, ...] = ()
    key: str = ""
    warnings: tuple[str, ...] = ()
    front_matter_end: int = 0
    front_matter: str = ""
    markup: tuple[Offsets, ...] = ()


class Bounds(Struct, frozen=True):
    """How large what a reader unpacks may be."""

    text_characters: int = 2_000_000
    unpacked_bytes: int = 200_000_000
    pages: int = 2_000
    entries: int = 2_000
    records: int = 20_000
    nesting: int = 250


def bounds_of(limits: LimitSettings) -> Bounds:
    """The bounds that the settings have for what a reader unpacks."""
    return Bounds(**{name: getattr(limits, name) for name in Bounds.__struct_fields__})


Reader = Callable[[bytes, Bounds], tuple[Article, ...]]
"""What every module of a format calls `read`: pure, and an `UnreadableError` says what is wrong."""


def make_article(
    blocks: Iterable[Block],
    *,
    stated: Mapping[str, Iterable[str]],
    key: str = "",
    warnings: Iterable[str] = (),
) -> Article:
    """Put blocks together, each a paragraph of the reading text."""
    pieces: list[str] = []
    spans: list[BlockSpan] = []
    pages: dict[int, Offsets] = {}
    at = 0
    for block in blocks:
        text = plain(block.text)
        if not text:
            continue
        spans.append(BlockSpan(at, at + len(text), block.kind, block.marker))
        pieces.append(text)
        first = pages.get(block.page)
        pages[block.page] = Offsets(first.start if first else at, at + len(text))
        at += len(text) + len(GAP)
    return Article(
        text=GAP.join(pieces),
        blocks=tuple(spans),
        stated=usable_values(stated),
        pages=_all_pages(pages),
        key=key,
        warnings=(*warnings, *find_impossible_days(stated)),
    )


def table_row(cells: Sequence[Sequence[str]]) -> Iterator[Block]:
    """A row as one line, or as the paragraphs in it where the table is one of layout."""
    if any(len(text.split()) > CELL_WORDS for cell in cells for text in cell):
        yield from (Block("paragraph", text) for cell in cells for text in cell)
    elif cells:
        yield Block("table_row", " | ".join(" ".join(cell) for cell in cells))


def with_title(blocks: list[Block], title: str) -> list[Block]:
    """The blocks with the title in front, unless one of the first says it already."""
    if not plain(title) or is_no_title(title):
        return blocks
    same = [i for i, b in enumerate(blocks[:4]) if alike(b.text) == alike(title)]
    rest = [b for i, b in enumerate(blocks) if i not in same]
    return [Block("title", title, blocks[0].page if blocks else 0), *rest]


def alike(text: str) -> str:
    """The letters and digits of a text in small letters: what two prints of it have in common."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _all_pages(pages: Mapping[int, Offsets]) -> tuple[Offsets, ...]:
    """The pages from the first on; one without text is empty where the one before it ends."""
    found: list[Offsets] = []
    for number in range(1, max(pages, default=0) + 1):
        end = found[-1].end if found else 0
        found.append(pages.get(number, Offsets(end, end)))
    return tuple(found)
