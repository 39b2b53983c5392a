"""Every error that a user can meet, as one tree.

BriefingError                 exit code  raised when
├── GateError                 1          a gate of the settings, or ``--strict``, is not met
├── SettingsError             2          ``mkdocs.yml`` or an option is wrong
├── SeedError                 3          there is nothing to read, or a seeds-side file is wrong
│   └── CorrectionError       3          ``seeds/corrections.yml`` is wrong
├── TemplateError             4          a template cannot be rendered
├── MachineError              5          the disk, a folder or a file of the machine cannot be used
├── SiteError                 5          the site engine, the search index or the zip failed
├── StageError                1          a stage that all pages rest on ended in an unexpected error
└── VerifyError               1          a statement on a page is not verbatim in its source

Each message says what is wrong; `where` says in which file and line; `hint` says what to do.
"""

import errno
import os
import sqlite3
from collections.abc import Sequence

STOPS = (".", "!", "?", ":", "…", "\n")
"""Ends of a message behind which a sentence may begin."""


class BriefingError(Exception):
    """Something that the user can mend; `exit_code` is the command's exit status."""

    exit_code = 1

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return with_advice(f"{place}{self.message}", self.hint)


def with_advice(told: str, advice: str) -> str:
    """What is wrong, and behind it what to do, as a sentence of its own."""
    stop = "" if told.endswith(STOPS) else "."
    return f"{told}{stop} {advice}" if advice else told


class GateError(BriefingError):
    """Gates of the settings are not met; `failed` has a sentence for each."""

    def __init__(self, failed: Sequence[str], *, where: str = "mkdocs.yml") -> None:
        super().__init__("\n".join(failed), where=where)
        self.failed = tuple(failed)


class VerifyError(BriefingError):
    """A statement on a page is not verbatim at the place it cites."""


class StageError(BriefingError):
    """A stage that all pages rest on ended in an unexpected error: a defect of the tool."""


class SettingsError(BriefingError):
    """The settings file or an option is wrong."""

    exit_code = 2


class SeedError(BriefingError):
    """There is nothing to read, or a file beside the seeds is wrong."""

    exit_code = 3


class CorrectionError(SeedError):
    """The editor's corrections file is wrong."""


class TemplateError(BriefingError):
    """A template cannot be rendered; `line` is the line itself, `page` what was being made."""

    exit_code = 4

    def __init__(
        self, message: str, *, where: str = "", hint: str = "", line: str = "", page: str = ""
    ) -> None:
        super().__init__(message, where=where, hint=hint)
        self.line = line
        self.page = page

    def __str__(self) -> str:
        told = [f"{self.where}: {self.message}"]
        if self.line:
            told.append(f"    {self.line}")
        if self.page:
            told.append(f"met on the page {self.page}")
        return "\n".join([*told, self.hint] if self.hint else told)


class MachineError(BriefingError):
    """The disk, a folder or a file cannot be used; nothing is wrong with the seeds."""

    exit_code = 5


class SiteError(BriefingError):
    """The site engine, the search index or the offline zip failed."""

    exit_code = 5


HINTS = {
    errno.ENOSPC: "The disk is full: make room, and run the command again.",
    errno.EDQUOT: "The disk's quota is used up: make room, and run the command again.",
    errno.EACCES: "Give this user the right to read and write there, and run the command again.",
    errno.EPERM: "Give this user the right to read and write there, and run the command again.",
    errno.EROFS: "The folder can only be read: choose another in mkdocs.yml.",
    errno.EMFILE: "Too many files are open: close other programs, or raise the limit.",
}
AGAIN = "Mend that, and run the command again; the last good site is as it was."


def machine_error(error: OSError | sqlite3.Error) -> MachineError:
    """What the machine could not do, as an error that says where and what to do."""
    if isinstance(error, sqlite3.Error):
        full = "full" in str(error)
        hint = HINTS[errno.ENOSPC] if full else "Delete the cache folder, and run it again."
        return MachineError(f"a database of the build failed ({error})", hint=hint)
    place = error.filename2 or error.filename  # what cannot be written is what is copied to
    return MachineError(
        f"the system refused ({error.strerror or type(error).__name__})",
        where=os.fsdecode(place) if isinstance(place, str | bytes) else "",
        hint=HINTS.get(error.errno or 0, AGAIN),
    )
