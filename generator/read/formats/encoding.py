"""Bytes of a page or a mail to text: by byte order mark, as UTF-8, as declared, as Windows-1252."""

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
DECLARED_WITHIN = 4096
TEXT_ENCODINGS = re.compile(
    r"(?:utf|iso8859|cp|mac|koi8|gb|big5|shift_jis|euc|ascii|latin|hz|johab|ptcp|tis)[\w-]*"
)


def decode(content: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The text, and a warning where its encoding is a guess; `declared` is what a header says."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace"), ()
    match = DECLARED.search(content[:DECLARED_WITHIN])
    stated = declared or (match.group(1).decode("ascii", "ignore") if match else "")
    for encoding in ("utf-8", _known(stated)):
        try:
            return content.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    warning = "its encoding is not known: it is read as Windows-1252; save it as UTF-8"
    return content.decode("cp1252", "replace"), (warning,)


def _known(name: str) -> str:
    """The encoding's name in Python; UTF-8 for one that is none of texts."""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return "utf-8"
    if known in ("iso8859-1", "ascii"):  # as browsers read them
        return "cp1252"
    return known if TEXT_ENCODINGS.fullmatch(known) else "utf-8"
