"""Opens a file for every room: regular, inside its folder, of bounded size, in UTF-8, named safely.

Seeds, what an editor wrote beside them, corrections and settings all come through here, so that
what one of them may not be, none of them may be.
"""

import hashlib
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.files.entries import is_folder, leads_round, scan

T = TypeVar("T")
BYTE_ORDER_MARK = "\ufeff"
UNSAFE_IN_NAMES = re.compile(
    "[\\\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff]"
)
"""Control and bidirectional characters, bytes that are not UTF-8, and the escape's own mark."""


SAVE_ANEW = "save it anew in the program that made it, or its text as .txt"
UNLOCK = "save it without a password"
REPLACE = "put a file in its place, or take it away"
FILL = "put its text into it, or take it away"
"""What an owner can do with a file."""


class UnreadableError(ValueError):
    """A file cannot be used; the message says why, for the reader."""


class DamagedError(UnreadableError):
    """A file of the tool's own holds something else than what it writes; no page tells of it."""


def refusal(error: OSError) -> str:
    """Why a file cannot be used that the system does not let us open: another time it may."""
    return f"it cannot be opened ({error.strerror})"


def past_limit(problem: str, setting: str) -> UnreadableError:
    """The error for what is past a limit, with the setting that raises it."""
    return UnreadableError(f"{problem} (limits.{setting} in mkdocs.yml raises this)")


def locate(path: Path, *, within: Path | None) -> Path:
    """Where a file really lies: a regular one, `within` a folder if one is given."""
    if path.is_symlink() and not path.exists():
        raise UnreadableError("it is a symbolic link that leads nowhere")
    if leads_round(path):
        raise UnreadableError("it lies behind a symbolic link that leads back to itself")
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
    with open_regular(locate(path, within=within)) as file:
        content = file.read(most + 1)
    if len(content) > most:
        problem = f"it is larger than {most} bytes"
        raise past_limit(problem, limit) if limit else UnreadableError(problem)
    return content


def write_guarded(path: Path, content: str | bytes, *, within: Path) -> None:
    """Put a content in a file's place, whole or not at all, where `read_guarded` would read it."""
    real = locate(path, within=within) if os.path.lexists(path) else path
    write_whole(real, content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def one_writer(folder: Path) -> Iterator[None]:
    """Let whoever else asks for the same folder wait, until what is read here is written.

    The system lets go of it when the process ends. Where it knows no such lock, there is none.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 not on every system

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Put a content in the place of what lies there, whole or not at all."""
    aside = path.with_name(f".{path.name}.new")
    clear_place(aside)  # a pipe there would be waited at, and a folder never be written over
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def read_own(path: Path) -> bytes:
    """The bytes of a file that the tool itself wrote, of any size: a regular one, like all."""
    with open_regular(path) as file:
        return file.read()


def read_json(path: Path, kind: type[T]) -> T:
    """What a JSON file that the tool itself wrote holds; one that is of no such form is damaged."""
    try:
        return msgspec.json.decode(read_own(path), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedError("this is no JSON of the form that is written here") from error


def clear_place(path: Path) -> None:
    """Delete what lies in the way, whatever it is, also a folder that may not be written.

    An `OSError` names the place: that of the library names a file without its folder.
    """
    if not is_folder(path):
        path.unlink(missing_ok=True)
        return
    with suppress(OSError):
        shutil.rmtree(path)
        return
    _open_folders(path)
    try:
        shutil.rmtree(path)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, os.fspath(path)) from error


def _open_folders(folder: Path) -> None:
    """Give ourselves all rights in a folder of our own; what somebody else has stays as it is."""
    with suppress(OSError):
        folder.chmod(stat.S_IRWXU)
        for entry in scan(folder):
            if entry.is_dir(follow_symlinks=False):
                _open_folders(Path(entry.path))


def _refuse_irregular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableError("it is a directory, not a file")
    if not stat.S_ISREG(mode):
        raise UnreadableError(f"it is no regular file; {REPLACE}")


def open_regular(real: Path) -> BufferedReader:
    """The open file; it is looked at again once open, so that nobody can swap it between."""
    handle = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        _refuse_irregular(os.fstat(handle).st_mode)
    except UnreadableError:
        os.close(handle)
        raise
    return os.fdopen(handle, "rb")


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


def digest_of_file(path: Path) -> bytes:
    """SHA-256 of a file, read in pieces; an `OSError` where it lies there and cannot be opened."""
    try:
        with open_regular(path) as file:
            return hashlib.file_digest(file, "sha256").digest()
    except FileNotFoundError as error:
        return hashlib.sha256(f"\0{error.errno}".encode()).digest()
    except UnreadableError as error:
        return hashlib.sha256(f"\0{error}".encode()).digest()


def digest_of_content(path: Path) -> bytes:
    """The same for who tells what cannot be opened: it counts by the reason."""
    try:
        return digest_of_file(path)
    except OSError as error:
        return hashlib.sha256(f"\0{error.errno}".encode()).digest()
