"""Which file was made from what: one whose origin is as it was is taken over, not made again."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.files.guarded import UnreadableError, open_regular, read_json, read_own, write_whole

ENDING = ".made.json"


class Made(Struct, frozen=True, array_like=True):
    """A file as it was made."""

    origin: str
    """Digest of all that it alone was made from."""
    content: str
    """Digest of its bytes."""


class Ledger(Struct, frozen=True):
    """What lies in the cache folder."""

    common: str
    """Digest of all that every file was made from."""
    files: dict[str, Made]


class MadeFiles:
    """The files below a folder that were made before, and those that are made now.

    A file that was changed since, or made from anything else, is not known. Where the cache is
    missing or damaged nothing is known, and all is made.
    """

    def __init__(self, ledger: Path, folder: Path, *, common: str) -> None:
        self._ledger = ledger
        self._folder = folder
        self._common = common
        self._before = _read(ledger, common)
        self._now: dict[str, Made] = {}

    def recall(self, path: str, origin: str) -> bytes | None:
        """The bytes of a file that was made from the same, None where it has to be made."""
        made = self._before.get(path)
        if made is None or made.origin != origin:
            return None
        with suppress(OSError, UnreadableError):
            content = read_own(self._folder / path)
            if digest_of_bytes(content) == made.content:
                self._now[path] = made
                return content
        return None

    def holds(self, path: str, origin: str) -> bool:
        """Whether a file was made from the same and is whole; it is not kept in memory."""
        made = self._before.get(path)
        with suppress(OSError, UnreadableError):
            return made == Made(origin, _digest_of_file(self._folder / path))
        return False

    def note_file(self, path: str, origin: str, file: Path) -> None:
        """Remember a file that lies in another place for now."""
        self._now[path] = Made(origin, _digest_of_file(file))

    def note(self, path: str, origin: str, content: bytes) -> None:
        """Remember a file that has been made."""
        self._now[path] = Made(origin, digest_of_bytes(content))

    def save(self) -> None:
        """Keep what was recalled and noted, and nothing else."""
        entry = msgspec.json.encode(Ledger(self._common, self._now), order="deterministic")
        with suppress(OSError):  # without a ledger all is made again
            self._ledger.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._ledger, entry)


def digest_of_bytes(content: bytes) -> str:
    """SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def _digest_of_file(path: Path) -> str:
    with open_regular(path) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _read(ledger: Path, common: str) -> Mapping[str, Made]:
    try:
        entry = read_json(ledger, Ledger)
    except (OSError, UnreadableError):
        return {}
    return entry.files if entry.common == common else {}
