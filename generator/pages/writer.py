"""The only room that writes below ``docs/``: by manifest, atomically, and only what is its own.

The manifest lists every file that the tool wrote. A file that it does not list was written by a
person: it is never replaced and never deleted.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Container, Iterable
from pathlib import Path, PurePosixPath

from msgspec import Struct

from generator.errors import SiteError
from generator.files.entries import walk
from generator.files.guarded import UnreadableError, read_json
from generator.pages.files import RenderedFile, WriteReport

MANIFEST = ".briefing.json"
"""Lies in the docs folder beside the pages that it lists; MkDocs passes over it."""
PASSING = ".briefing-"
"""How the name of a file begins until it is whole; a digest of its own name follows."""
MOVE = "Move it away, or give it another name, and run the command again."
DIGITS = 16
MARKDOWN = re.compile(r"\.(?:md|markdown|mdown|mkdn|mkd)$")
"""Endings of what the site engine makes pages of."""
INDEX = re.compile(r"(?:^|/)(?:(?:index|readme)\.md|index\.html)$")
"""The page of a folder, which has the folder's address."""


class Manifest(Struct, frozen=True):
    """The list of the generated files, as it is written."""

    files: tuple[str, ...]


def write_pages(files: Iterable[RenderedFile], docs_dir: Path, manifest: Path) -> WriteReport:
    """Write what differs, delete what the manifest lists and is no more, and renew the manifest."""
    wanted = _by_path(files)
    owned = read_manifest(manifest)
    _refuse_strangers(wanted, owned, docs_dir)
    refuse_lost_pages(wanted, docs_dir, owned)
    _clear_leftovers([manifest, *(docs_dir / p for p in owned | set(wanted))])
    _write_manifest(manifest, owned | set(wanted))
    written = [p for p, content in sorted(wanted.items()) if _write(docs_dir / p, content)]
    deleted = [p for p in sorted(owned - set(wanted)) if _delete(docs_dir, p)]
    _write_manifest(manifest, set(wanted))
    unchanged = sorted(set(wanted) - set(written))
    return WriteReport(tuple(written), tuple(unchanged), tuple(deleted))


def _clear_leftovers(targets: Iterable[Path]) -> None:
    """Delete the passing files of a build that was ended while it wrote, by their exact names."""
    for target in targets:
        _passing(target).unlink(missing_ok=True)


def _passing(target: Path) -> Path:
    """What a file is called until it is whole; nobody calls a file of their own by a digest."""
    name = hashlib.sha256(target.name.encode("utf-8")).hexdigest()
    return target.with_name(f"{PASSING}{name[:DIGITS]}")


def delete_pages(docs_dir: Path, manifest: Path) -> WriteReport:
    """Delete every file that the manifest lists, and the manifest."""
    deleted = [p for p in sorted(read_manifest(manifest)) if _delete(docs_dir, p)]
    manifest.unlink(missing_ok=True)
    return WriteReport((), (), tuple(deleted))


def read_manifest(manifest: Path) -> frozenset[str]:
    """The files that the tool wrote; none where there is no manifest yet."""
    try:
        listed = read_json(manifest, Manifest)
    except FileNotFoundError:
        return frozenset()
    except (OSError, UnreadableError) as error:
        raise SiteError(
            "the list of generated files cannot be read",
            where=str(manifest),
            hint="Delete it and the generated pages, then build again.",
        ) from error
    return frozenset(_checked(p) for p in listed.files)


def _by_path(files: Iterable[RenderedFile]) -> dict[str, bytes]:
    """The contents by path; refused where two are one file, on some file system or in the site."""
    wanted: dict[str, bytes] = {}
    places: dict[str, str] = {}
    for file in files:
        path = _checked(file.path)
        other = places.setdefault(_place(path), path)
        if path in wanted or other != path:
            raise SiteError(
                f"two pages ask for one file: {other!r} and {path!r}",
                hint="Nothing was written. This is a defect of the tool: please report it.",
            )
        wanted[path] = file.content
    return wanted


def _place(path: str) -> str:
    """What is the same of two paths where letters' case or Unicode form tells nothing apart.

    Of the pages ``x.md``, ``x/index.md``, ``x/README.md`` and ``x/index.html`` all have one address
    of the site, and so one place.
    """
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())
    return INDEX.sub(".md", MARKDOWN.sub(".md", plain))


def _checked(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
        raise SiteError(f"{path!r} does not lie in the docs folder", hint="Report this as a bug.")
    return path


def _refuse_strangers(wanted: dict[str, bytes], owned: frozenset[str], docs_dir: Path) -> None:
    for path, content in sorted(wanted.items()):
        target = docs_dir / path
        above = next((f for f in target.parents if f.is_file()), None)
        if path in owned or not (above or target.exists()):
            continue
        if target.is_file() and target.read_bytes() == content:
            continue
        raise SiteError(
            "this file was not written by briefing, and it would be replaced",
            where=str(above or target),
            hint=MOVE,
        )


def refuse_lost_pages(wanted: Iterable[str], docs_dir: Path, owned: Container[str]) -> None:
    """Stop where a page that a person wrote has the address of a generated one.

    The site engine would show one of the two, and say nothing of the other.
    """
    places = {_place(path): path for path in wanted}
    for file in walk(docs_dir, hidden=False):
        parts = file.relative_to(docs_dir).parts
        path = "/".join(parts)
        other = places.get(_place(path), path)
        if other != path and path not in owned:
            raise SiteError(
                f"this file was not written by briefing, and {other!r} has the same address",
                where=str(file),
                hint=MOVE,
            )


def _write(target: Path, content: bytes) -> bool:
    if target.is_file() and not target.is_symlink() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = _passing(target)
    try:
        temporary.write_bytes(content)
        temporary.chmod(0o644)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def _delete(docs_dir: Path, path: str) -> bool:
    target = docs_dir / path
    if not target.exists() and not target.is_symlink():
        return False
    target.unlink()
    for folder in target.relative_to(docs_dir).parents:
        if folder != Path() and not any((docs_dir / folder).iterdir()):
            (docs_dir / folder).rmdir()
    return True


def _write_manifest(manifest: Path, files: set[str] | frozenset[str]) -> None:
    content = json.dumps({"files": sorted(files)}, indent=1, ensure_ascii=False) + "\n"
    _write(manifest, content.encode("utf-8"))
