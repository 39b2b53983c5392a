"""No damage breaks the reader of a format: a broken file is read in part, or refused by name."""

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

pytest.importorskip("docx")
pytest.importorskip("odfdo")
pytest.importorskip("striprtf")
pytest.importorskip("feedparser")
pytest.importorskip("pypdfium2")

from fuzzing import examples
from hostile_files import FORMATS
from hypothesis import given
from hypothesis import strategies as st

from generator.read.seeds import read_seeds

TEXTS = (
    "Mayor Ngozi Ade said “the bridge is shut” on Monday, May 6, 2024 in Norwick.",
    "Q: What is it? A: A dam.",
    "The ferry will run until midnight as long as the bridge is closed, a clerk added.",
)
LENGTHS = (0, 1, 3, 20, 200)
"""Bytes that are taken away or stand twice."""
PIECES = st.sampled_from(
    [
        *(
            b"<",
            b">",
            b"&",
            b'"',
            b"{",
            b"}",
            b"[",
            b"\\",
            b"\0",
            b"\xff",
            b"\r",
            b"\n\n",
            b"--",
            b"-1",
        ),
        *(
            b"&#0;",
            b"&#xD800;",
            b"<!--",
            b"]]>",
            b"<![CDATA[",
            b"%%",
            b"=?utf-8?B?",
            b"=3D=ZZ",
            b"NaN",
        ),
        *(b"9" * 400, b"1e999", b"[[" * 300, b'{"a":' * 300, b"<div>" * 400, b"\\ud800", b"xmlns:"),
        *(b"\\u-99999 ", b"\\u999999999999 ", b"\\'zz", b"99:99:99,999 --> 00:00:00,000\n", b"/"),
        *(b"0000-00-00", b"9999-12-31T25:61:00Z", b"charset=none;", b"\xef\xbb\xbf", b"utf-16"),
    ]
)


WHOLE = {name: make(TEXTS, "Ada") for name, make in FORMATS.items()}
"""An undamaged file of each format."""


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """A file's bytes with a few of them gone, twice, or others."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        end = at + draw(st.sampled_from(LENGTHS))
        middle = draw(st.one_of(PIECES, st.just(content[at:end] * 2), st.binary(max_size=3)))
        rest = b"" if draw(st.integers(0, 9)) == 0 else content[end:]
        content = content[:at] + middle + rest
    return content


@st.composite
def damaged_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of any format, or the part of one in an archive, damaged; sometimes misnamed."""
    name = draw(st.sampled_from(sorted(FORMATS)))
    content = WHOLE[name]
    if zipfile.is_zipfile(io.BytesIO(content)) and draw(st.integers(0, 5)):
        content = draw(damaged_part(content))
    else:
        content = draw(damaged(content))
    return draw(st.sampled_from([name, name, name, *sorted(FORMATS)])), content


@st.composite
def damaged_part(draw: st.DrawFn, content: bytes) -> bytes:
    """An archive in which one file is damaged, or missing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        chosen = draw(st.sampled_from(old.namelist()))
        for part in old.namelist():
            if part != chosen:
                new.writestr(part, old.read(part))
            elif draw(st.integers(0, 9)):
                new.writestr(part, draw(damaged(old.read(part))))
    return packed.getvalue()


def unexpected(name: str, content: bytes) -> list[str]:
    """What a fence caught of a file that lies beside a whole one, which is read."""
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        (Path(folder) / "whole.txt").write_text("A whole text is beside it.\n")
        reading = read_seeds(Path(folder))
    assert "whole.txt" in {document.path for document in reading.documents}
    failed = [str(failure) for document in reading.documents for failure in document.failures]
    return [s.reason for s in reading.skipped if "unexpected error" in s.reason] + failed


@examples()
@given(damaged_files())
def test_any_damage_is_read_or_refused(file: tuple[str, bytes]) -> None:
    """Whatever is broken in a file of whatever format, no library's error is left."""
    assert unexpected(*file) == []


def other_types(content: bytes) -> bytes:
    """A Word file whose list of types has another name for itself."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            new.writestr(
                part, text.replace(b"/content-types", b"/other") if part[0] == "[" else text
            )
    return packed.getvalue()


def test_damage_that_a_library_does_not_know() -> None:
    """An attribute that is not there and a letter past the last one are the file's damage."""
    assert unexpected("word.docx", other_types(WHOLE["word.docx"])) == []
    assert unexpected("rich.rtf", rb"{\rtf1 The bridge is shut \u999999999999 .}") == []
