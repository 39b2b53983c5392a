"""The site is built aside and put in its place whole: one that ends early leaves the last one."""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.files.entries import is_folder, walk, walk_files
from generator.files.guarded import clear_place

FIXED = frozenset({errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM})
"""Why a folder cannot be renamed though its files can be written: it is mounted there."""
HERE, EXCHANGE = -100, 2
"""``AT_FDCWD`` and ``RENAME_EXCHANGE`` of Linux."""


@contextmanager
def site_aside(site_dir: Path) -> Iterator[Path]:
    """A folder beside the site to build in; without an error it becomes the site.

    Where the site is a symbolic link, the folder that it leads to is renewed and the link stays.
    """
    link, site_dir = site_dir, site_dir.resolve()
    near = site_dir if os.access(site_dir.parent, os.W_OK) else link
    aside, old = _sibling(near, "new"), _sibling(near, "old")
    if old.exists() and not site_dir.exists():
        old.rename(site_dir)  # an earlier build ended between the two names
    clear_place(aside)  # a file that stayed there would come into the site
    _clear(old)
    try:
        yield aside
        _keep_what_is_not_ours(aside, site_dir)
        _put_in_place(aside, site_dir, old)
    finally:
        _clear(aside)
        _clear(old)


def asides_of(site_dir: Path) -> tuple[Path, ...]:
    """Where a build that was ended may have left a site: beside it, and beside what it leads to."""
    places = dict.fromkeys((site_dir, site_dir.resolve()))
    return tuple(_sibling(place, end) for place in places for end in ("new", "old"))


def link_file(path: Path, target: Path) -> None:
    """The same file under another name; a copy where the file system knows no links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, target, follow_symlinks=False)


def _sibling(site_dir: Path, end: str) -> Path:
    return site_dir.with_name(f".{site_dir.name}.{end}")


def _clear(folder: Path) -> None:
    """Delete what can be deleted: it is no part of the site, and the next build begins with it."""
    with suppress(OSError):
        clear_place(folder)
        return
    shutil.rmtree(folder, ignore_errors=True)


def _keep_what_is_not_ours(aside: Path, site_dir: Path) -> None:
    """Hidden entries (``.git``) stay, as MkDocs leaves them; equal files keep their time."""
    if not site_dir.is_dir():
        return
    for entry in sorted(site_dir.iterdir()):
        kept = aside / entry.name
        if entry.name.startswith(".") and not kept.exists():
            if is_folder(entry):
                shutil.copytree(entry, kept, symlinks=True)
            else:
                shutil.copy2(entry, kept, follow_symlinks=False)
    for made in walk_files(aside):
        before = site_dir / made.relative_to(aside)
        taken_over = before.is_file() and before.samefile(made)
        if before.is_file() and not taken_over and before.read_bytes() == made.read_bytes():
            shutil.copystat(before, made)


def _put_in_place(aside: Path, site_dir: Path, old: Path) -> None:
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    if site_dir.is_dir() and _exchange(aside, site_dir):
        return
    try:
        if site_dir.exists():
            site_dir.rename(old)
        aside.rename(site_dir)
    except OSError as error:
        if old.exists() and not site_dir.exists():
            old.rename(site_dir)
        if error.errno not in FIXED:
            raise
        _fill(aside, site_dir)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step, where the system can: there is a site throughout.

    Elsewhere two renames follow each other, and a build that finds none between them takes the
    old one back.
    """
    if sys.platform != "linux":
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    answer: int = call(HERE, os.fsencode(one), HERE, os.fsencode(other), ctypes.c_uint(EXCHANGE))
    return answer == 0


def _fill(aside: Path, site_dir: Path) -> None:
    """Replace file by file where the folder itself cannot be renamed."""
    made = {p.relative_to(aside) for p in walk_files(aside)}
    for name in sorted(made):
        target = site_dir / name
        target.parent.mkdir(parents=True, exist_ok=True)
        passing = target.with_name(f".{target.name}.new")
        shutil.copy2(aside / name, passing)
        passing.replace(target)
    for path in sorted(walk(site_dir), reverse=True):
        name = path.relative_to(site_dir)
        if path.is_file() and name not in made:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
