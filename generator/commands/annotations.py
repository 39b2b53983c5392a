"""Warnings and unmet gates in the forms that hosts show beside a file's lines."""

import hashlib
import json
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct


class Note(Struct, frozen=True):
    """A sentence about a line of a file."""

    level: Literal["warning", "error"]
    words: str
    file: str
    line: int


def for_github(notes: Iterable[Note]) -> str:
    """Workflow commands, one a line: GitHub shows what a step prints of them beside the files."""
    return "".join(f"{_command(note)}\n" for note in notes)


def for_gitlab(notes: Iterable[Note]) -> str:
    """A report of code quality, which GitLab shows in a merge request."""
    rows = [
        {
            "description": note.words,
            "check_name": f"briefing-{note.level}",
            "fingerprint": hashlib.sha256(f"{note.file}\0{note.words}".encode()).hexdigest(),
            "severity": "critical" if note.level == "error" else "minor",
            "location": {"path": note.file, "lines": {"begin": max(note.line, 1)}},
        }
        for note in notes
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _command(note: Note) -> str:
    place = f"file={_property(note.file)}" + (f",line={note.line}" if note.line else "")
    return f"::{note.level} {place}::{_data(note.words)}"


def _data(words: str) -> str:
    """What ends a command, or begins another, in the words of one."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
