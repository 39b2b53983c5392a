"""Archives are looked at before anything of them is unpacked: how many files, and how large."""

import io
from zipfile import ZipFile

from generator.files.guarded import SAVE_ANEW, UNLOCK, UnreadableError, past_limit
from generator.read.formats.blocks import Bounds
from generator.read.formats.damage import DAMAGED


def check_archive(content: bytes, bounds: Bounds) -> None:
    """Refuse what is no archive, and one that holds more than the bounds say."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            files = archive.infolist()
    except DAMAGED as error:
        raise UnreadableError(f"it is damaged: it cannot be unpacked; {SAVE_ANEW}") from error
    if len(files) > bounds.records:
        raise past_limit(f"it holds more than {bounds.records} files", "records")
    if sum(file.file_size for file in files) > bounds.unpacked_bytes:
        most = bounds.unpacked_bytes
        raise past_limit(f"it unpacks to more than {most} bytes", "unpacked_bytes")
    if any(file.flag_bits & 1 for file in files):
        raise UnreadableError(f"it is locked with a password; {UNLOCK}")
