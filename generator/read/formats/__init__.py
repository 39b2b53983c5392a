"""Bytes of a seed to its reading texts: the content says which reader, where it says so clearly."""

import hashlib
from collections.abc import Mapping
from importlib import import_module
from typing import cast

from msgspec import Struct

from generator.files.guarded import FILL, UnreadableError, past_limit
from generator.model.text import Offsets
from generator.read.data_forms import is_rows
from generator.read.formats.blocks import NOTHING, Article, BlockSpan, Bounds, Reader
from generator.read.formats.database_exports import is_export
from generator.read.formats.media_types import (
    DATABASE,
    ENDINGS,
    JSON,
    MARKDOWN,
    MODULES,
    PAGED,
    TEXT,
    ending_of,
    find_media_type,
    is_json,
)
from generator.read.formats.paged_text import is_paged
from generator.read.formats.text import decode_lines

MOST_ROWS = 2_000
"""Lines that tell whether a text is rows of cells, whose numbers are none of pages."""

__all__ = ["ENDINGS", "MARKDOWN", "Bounds", "ReadText", "ending_of", "read_texts"]


class ReadText(Struct, frozen=True):
    """One reading text of a seed; `front_matter_end` is where its YAML front matter ends, or 0.

    `front_matter` is the YAML itself, which is no part of the reading text; `blocks` are the
    original's paragraphs, where it says them, `stated` what it says of itself by key; `key` names
    the article where a seed has several, `warnings` says what was found on the way, and `markup`
    has the stretches of Markdown that are marks and no words.
    """

    text: str
    media_type: str
    sha256: str
    text_sha256: str
    front_matter_end: int = 0
    front_matter: str = ""
    warnings: tuple[str, ...] = ()
    blocks: tuple[BlockSpan, ...] = ()
    stated: Mapping[str, tuple[str, ...]] = NOTHING
    pages: tuple[Offsets, ...] = ()
    key: str = ""
    markup: tuple[Offsets, ...] = ()

    @property
    def converted(self) -> bool:
        """Whether the reading text is what a reader made of an original of another format."""
        return self.media_type not in (TEXT, MARKDOWN)


ALL_HIDDEN = "all of it reads as keys, as front matter has them: no text stands below"


def read_texts(content: bytes, ending: str, bounds: Bounds) -> tuple[ReadText, ...]:
    """Every reading text of a seed whose name has `ending`."""
    media_type = find_media_type(content, ending)
    if media_type == TEXT:
        media_type = _form_of(decode_lines(content, bounds)[0])
    articles = _reader(media_type)(content, bounds)
    told = [a for a in articles if _says_something(a)]
    if not told:
        hidden = any(a.front_matter_end and not a.text.strip() for a in articles)
        raise UnreadableError(ALL_HIDDEN if hidden else f"it is empty; {FILL}")
    most = bounds.text_characters
    if any(len(a.text) > most for a in told):
        raise past_limit(f"its text has more than {most} characters", "text_characters")
    sha256 = hashlib.sha256(content).hexdigest()
    return tuple(_read_text(article, media_type, sha256) for article in told)


def _form_of(text: str) -> str:
    """What a plain text is of: JSON, a press database, or the pages that it was taken from."""
    if is_json(text):
        return JSON
    if is_export(text):
        return DATABASE
    return PAGED if is_paged(text) and not is_rows(text.split("\n")[:MOST_ROWS]) else TEXT


def _says_something(article: Article) -> bool:
    """Whether there is more than a title."""
    if not article.blocks:
        return not article.markup and bool(article.text.strip())
    return any(b.kind not in ("title", "boilerplate") for b in article.blocks)


def _read_text(article: Article, media_type: str, sha256: str) -> ReadText:
    return ReadText(
        text=article.text,
        media_type=media_type,
        sha256=sha256,
        text_sha256=hashlib.sha256(article.text.encode("utf-8")).hexdigest(),
        front_matter_end=article.front_matter_end,
        front_matter=article.front_matter,
        warnings=article.warnings,
        blocks=article.blocks,
        stated=article.stated,
        pages=article.pages,
        key=article.key,
        markup=article.markup,
    )


def _reader(media_type: str) -> Reader:
    """The reader of a media type; its library is loaded when the first such seed comes."""
    module, extra = MODULES[media_type]
    try:
        return cast("Reader", import_module(f"generator.read.formats.{module}").read)
    except ModuleNotFoundError as error:
        if not extra:
            raise
        raise UnreadableError(
            f"reading it needs an extra: pip install 'briefing-site[{extra}]'"
        ) from error
