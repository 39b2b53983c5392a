"""Bytes of a seed to its reading text, by media type."""

import hashlib
from pathlib import PurePosixPath

from msgspec import Struct

from generator.files.guarded import UnreadableError, decode_utf8
from generator.read.formats.markdown import read_markdown

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown"}
"""File name ending → media type of what can be read."""
MARKDOWN = "text/markdown"


class ReadText(Struct, frozen=True):
    """A seed's reading text; `front_matter_end` is where its YAML front matter ends, 0 for none.

    `front_matter` is the YAML itself, which is no part of the reading text, and `warnings` says
    what was found on the way.
    """

    text: str
    media_type: str
    sha256: str
    text_sha256: str
    front_matter_end: int = 0
    front_matter: str = ""
    warnings: tuple[str, ...] = ()


def media_type_of(path: PurePosixPath) -> str | None:
    """The media type of a file name, None for one that is not read."""
    return MEDIA_TYPES.get(path.suffix.lower())


def read_text(content: bytes, media_type: str, *, text_characters: int = 2_000_000) -> ReadText:
    """Decode a seed; UTF-8 with or without a byte order mark, any line ends."""
    text = decode_utf8(content).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > text_characters:
        raise UnreadableError(
            f"its text has more than {text_characters} characters (limits.text_characters)"
        )
    markdown = read_markdown(text) if media_type == MARKDOWN else None
    shown = markdown.text if markdown else text
    if not shown.strip():
        raise UnreadableError("it is empty")
    return ReadText(
        text=shown,
        media_type=media_type,
        sha256=hashlib.sha256(content).hexdigest(),
        text_sha256=hashlib.sha256(shown.encode("utf-8")).hexdigest(),
        front_matter_end=markdown.front_matter_end if markdown else 0,
        front_matter=markdown.front_matter if markdown else "",
        warnings=markdown.warnings if markdown else (),
    )
