"""What lies in a folder, looked at so that what cannot be looked at stops nobody."""

import os
from pathlib import Path


def scan(folder: str) -> "list[os.DirEntry[str]] | None":
    """What lies in a folder, in order of name; None where it cannot be looked into."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return None


def is_file(entry: "os.DirEntry[str] | Path") -> bool:
    """Whether an entry is a file, or a link to one; not where it cannot be looked at."""
    try:
        return entry.is_file()
    except OSError:  # such as a link to itself
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder lies there itself; where a link leads is not looked at."""
    return not path.is_symlink() and path.is_dir()
