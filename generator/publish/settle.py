"""Puts Pagefind's filters in order, so that the same pages give the same bytes.

Pagefind 1.5 writes the values of its filters in the order of a hash table, which differs from run
to run, and names files by their bytes. Everything else it writes is stable. The files are gzipped
CBOR of whole numbers, texts and arrays; anything else leaves the index as it is.
"""

import gzip
import hashlib
import json
import logging
import struct
import zlib
from pathlib import Path

log = logging.getLogger("briefing.search")

MAGIC = b"pagefind_dcd"
FILTERS = 3
"""Place of the filters in an index's table of contents."""
NUMBER, TEXT, ARRAY = 0, 3, 4
"""CBOR's major types, as far as they occur here."""

Value = int | str | list["Value"]


def settle_index(folder: Path) -> bool:
    """Sort the filters of the index in `folder`; False where it has another form than expected."""
    entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    try:
        for language in entry["languages"].values():
            language["hash"] = _settle_language(folder, language["hash"])
    except (KeyError, ValueError, IndexError, FileNotFoundError) as error:
        log.warning("The search index has a form that is not known: %s", error)
        return False
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    (folder / "pagefind-entry.json").write_text(text, "utf-8")
    return True


def _settle_language(folder: Path, name: str) -> str:
    contents = folder / f"pagefind.{name}.pf_meta"
    table = _read(contents)
    filters = sorted(_pairs(_items(table)[FILTERS]))
    settled: list[Value] = []
    for title, file in filters:
        old = folder / "filter" / f"{file}.pf_filter"
        row = _items(_read(old))
        values: list[Value] = [[value, pages] for value, pages in sorted(_rows(row[1]))]
        settled.append([title, _write(old, [title, values], f"{file.partition('_')[0]}_", 7)])
    whole = [*_items(table)[:FILTERS], settled, *_items(table)[FILTERS + 1 :]]
    return _write(contents, whole, f"{name.partition('_')[0]}_", 10, prefix="pagefind.")


def _items(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise ValueError("an array was expected")  # noqa: TRY004 it is the file that is wrong
    return value


def _pairs(value: Value) -> list[tuple[str, str]]:
    return [(str(pair[0]), str(pair[1])) for pair in map(_items, _items(value))]


def _rows(value: Value) -> list[tuple[str, list[Value]]]:
    return [(str(row[0]), _items(row[1])) for row in map(_items, _items(value))]


def _read(path: Path) -> Value:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(MAGIC):
        raise ValueError(f"{path.name} is no index")
    value, end = _decode(data, len(MAGIC))
    if end != len(data):
        raise ValueError(f"{path.name} goes on after its end")
    return value


def _write(old: Path, value: Value, start: str, digits: int, *, prefix: str = "") -> str:
    """Write the settled file under a name made from its bytes; gives that name."""
    data = MAGIC + _encode(value)
    name = start + hashlib.sha256(data).hexdigest()[:digits]
    old.unlink()
    (old.parent / f"{prefix}{name}{old.suffix}").write_bytes(_gzip(data))
    return name


def _gzip(data: bytes) -> bytes:
    """Gzip without a time and without a system's name, which Python's own versions write apart."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    head = bytes.fromhex("1f8b08000000000002ff")
    tail = struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)
    return head + packer.compress(data) + packer.flush() + tail


def _decode(data: bytes, at: int) -> tuple[Value, int]:
    kind, small = data[at] >> 5, data[at] & 31
    at += 1
    if small >= 24:
        width = 1 << (small - 24)
        size = int.from_bytes(data[at : at + width], "big")
        at += width
    else:
        size = small
    if kind == NUMBER:
        return size, at
    if kind == TEXT:
        return data[at : at + size].decode("utf-8"), at + size
    if kind != ARRAY or small > 27:
        raise ValueError(f"a value of CBOR's type {kind} was not expected")
    items: list[Value] = []
    for _ in range(size):
        item, at = _decode(data, at)
        items.append(item)
    return items, at


def _encode(value: Value) -> bytes:
    if isinstance(value, int):
        return _head(NUMBER, value)
    if isinstance(value, str):
        raw = value.encode("utf-8")
        return _head(TEXT, len(raw)) + raw
    return _head(ARRAY, len(value)) + b"".join(map(_encode, value))


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    for small, width in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if size < 1 << (8 * width):
            return bytes([kind << 5 | small]) + size.to_bytes(width, "big")
    raise ValueError("a number is too large")
