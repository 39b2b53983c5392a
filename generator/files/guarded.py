"""Opens a file for every room: regular, inside its folder, of bounded size, in UTF-8, named safely.

Seeds, what an editor wrote beside them, corrections and settings all come through here, so that
what one of them may not be, none of them may be.
"""

import hashlib
import os
import re
import stat
from io import BufferedReader
from pathlib import Path

BYTE_ORDER_MARK = "\ufeff"
UNSAFE_IN_NAMES = re.compile(
    "[\\\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff]"
)
"""Control and bidirectional characters, bytes that are not UTF-8, and the escape's own mark."""


class UnreadableError(ValueError):
    """A file cannot be used; the message says why, for the reader."""


def past_limit(problem: str, setting: str) -> UnreadableError:
    """The error for what is past a limit, with the setting that raises it."""
    return UnreadableError(f"{problem} (limits.{setting} in mkdocs.yml raises this)")


def locate(path: Path, *, within: Path | None) -> Path:
    """Where a file really lies: a regular one, `within` a folder if one is given."""
    if path.is_symlink() and not path.exists():
        raise UnreadableError("it is a symbolic link that leads nowhere")
    real = path.resolve()
    if within is not None and not real.is_relative_to(within.resolve()):
        raise UnreadableError("it is a symbolic link out of the seeds folder")
    _refuse_irregular(real.stat().st_mode)
    return real


def read_guarded(path: Path, *, within: Path | None, most: int, limit: str) -> bytes:
    """The bytes of a regular file of at most `most` bytes; `limit` is the setting of the bound.

    It is "" where the bound is fixed.

    `within` is the folder that a symbolic link may not lead out of, None where any place is right.
    """
    with _open_regular(locate(path, within=within)) as file:
        content = file.read(most + 1)
    if len(content) > most:
        problem = f"it is larger than {most} bytes"
        raise past_limit(problem, limit) if limit else UnreadableError(problem)
    return content


def write_guarded(path: Path, content: str | bytes, *, within: Path) -> None:
    """Put a content in a file's place, whole or not at all, where `read_guarded` would read it."""
    real = locate(path, within=within) if os.path.lexists(path) else path
    aside = real.with_name(f".{real.name}.new")
    try:
        aside.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        aside.replace(real)
    finally:
        aside.unlink(missing_ok=True)


def _refuse_irregular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableError("it is a directory, not a file")
    if not stat.S_ISREG(mode):
        raise UnreadableError("it is no regular file")


def _open_regular(real: Path) -> BufferedReader:
    """The open file; it is looked at again once open, so that nobody can swap it between."""
    file = os.fdopen(os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb")
    try:
        _refuse_irregular(os.fstat(file.fileno()).st_mode)
    except UnreadableError:
        file.close()
        raise
    return file


def decode_utf8(content: bytes) -> str:
    """The text of a file without its byte order mark; an error that says where it is not UTF-8."""
    try:
        return content.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        place = f"byte {error.start}, line {line}"
        raise UnreadableError(f"it is not UTF-8 ({place}): save it as UTF-8") from error


def shown_name(name: str) -> str:
    """A file's name as it can be shown: odd characters as escapes, no two names alike."""
    return UNSAFE_IN_NAMES.sub(_escaped, name)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    if match.group() == "\\":
        return "\\\\"
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8, as Python names it
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}"


def digest_of_content(path: Path) -> bytes:
    """SHA-256 of a file, read in pieces; what cannot be opened counts by the reason."""
    try:
        with _open_regular(path) as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        return hashlib.sha256(f"\0{error.errno}".encode()).digest()
    except UnreadableError as error:
        return hashlib.sha256(f"\0{error}".encode()).digest()
