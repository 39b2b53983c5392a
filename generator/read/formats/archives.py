"""Archives are looked at before anything of them is unpacked: how many files, and how large."""

import io
from zipfile import BadZipFile, ZipFile

from generator.files.guarded import UnreadableError
from generator.read.formats.blocks import Bounds

MOST_FILES = 10_000


def check_archive(content: bytes, bounds: Bounds) -> None:
    """Refuse what is no archive, and one that holds more than the bounds say."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            files = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableError("it is damaged: it cannot be unpacked") from error
    if len(files) > MOST_FILES:
        raise UnreadableError(f"it holds more than {MOST_FILES} files")
    if sum(file.file_size for file in files) > bounds.unpacked_bytes:
        raise UnreadableError(f"it unpacks to more than {bounds.unpacked_bytes} bytes")
    if any(file.flag_bits & 1 for file in files):
        raise UnreadableError("it is locked with a password")
