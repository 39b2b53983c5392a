"""Entries of one zip put into another as they are, compressed once."""

import struct
from copy import copy
from zipfile import BadZipFile, ZipFile

LOCAL_HEADER = struct.Struct("<4s22xHH")
"""Of an entry: its mark, 22 bytes that the directory has too, lengths of name and extra field."""
MARK = b"PK\x03\x04"


def copy_entry(source: ZipFile, target: ZipFile, name: str) -> None:
    """Put an entry of `source` at the end of `target`; `BadZipFile` where it is damaged."""
    entry = copy(source.getinfo(name))
    if source.fp is None or target.fp is None:
        raise BadZipFile("the archive is closed")
    source.fp.seek(entry.header_offset)
    mark, name_length, extra_length = LOCAL_HEADER.unpack(source.fp.read(LOCAL_HEADER.size))
    if mark != MARK:
        raise BadZipFile(f"{name!r} does not lie where the directory says")
    source.fp.seek(name_length + extra_length, 1)
    content = source.fp.read(entry.compress_size)
    target.fp.seek(target.start_dir)
    entry.header_offset = target.fp.tell()
    target.fp.write(entry.FileHeader(zip64=False) + content)
    target.filelist.append(entry)
    target.NameToInfo[name] = entry
    target.start_dir = target.fp.tell()
