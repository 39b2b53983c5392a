"""What the pages wing hands on: files to write, and what writing them did."""

from msgspec import Struct


class RenderedFile(Struct, frozen=True):
    """A file below ``docs/``, not yet written."""

    path: str
    """Below ``docs/``, with ``/``."""
    content: bytes


class WriteReport(Struct, frozen=True):
    """What a writing changed; paths below ``docs/``."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    deleted: tuple[str, ...]
