"""Bytes of a seed to its reading text, by media type."""

import hashlib
from pathlib import PurePosixPath

import yaml
from msgspec import Struct

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown"}
"""File name ending → media type of what can be read."""
BYTE_ORDER_MARK = "\ufeff"
FENCE = "---\n"


class ReadText(Struct, frozen=True):
    """A seed's reading text; `front_matter_end` is where its YAML front matter ends, 0 for none."""

    text: str
    media_type: str
    sha256: str
    text_sha256: str
    front_matter_end: int


class UnreadableError(ValueError):
    """The bytes are no text of their media type; the message says why, for the reader."""


def media_type_of(path: PurePosixPath) -> str | None:
    """The media type of a file name, None for one that is not read."""
    return MEDIA_TYPES.get(path.suffix.lower())


def read_text(content: bytes, media_type: str) -> ReadText:
    """Decode a seed; UTF-8 with or without a byte order mark, any line ends."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableError(f"it is not UTF-8 (byte {error.start}, line {line})") from error
    text = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableError("it is empty")
    return ReadText(
        text=text,
        media_type=media_type,
        sha256=hashlib.sha256(content).hexdigest(),
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        front_matter_end=_front_matter_end(text) if media_type == "text/markdown" else 0,
    )


def _front_matter_end(text: str) -> int:
    """Where the block between two ``---`` lines at the very start ends, if it is a YAML mapping."""
    if not text.startswith(FENCE):
        return 0
    closing = text.find("\n" + FENCE, len(FENCE) - 1)
    if closing < 0 and text.endswith("\n---"):
        closing = len(text) - len("\n---")
    if closing < 0:
        return 0
    try:
        values = yaml.safe_load(text[len(FENCE) : closing + 1])
    except yaml.YAMLError:
        return closing + 1 + len(FENCE.rstrip())
    return closing + 1 + len(FENCE.rstrip()) if isinstance(values, dict) else 0
