"""Refuses a site that lacks a folder: the engine walks on without one that it cannot look into."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from mkdocs.structure.files import Files

from generator.errors import SiteError
from generator.files.entries import walk_files
from generator.publish.kept_pages import is_asset

NO_FILES_OF_A_SITE = ("readme", "locales/")
"""What the engine leaves out of a theme on purpose, as small letters."""


def refuse_passed_over(files: Files, docs_dir: Path, theme_dirs: Iterable[Path]) -> None:
    """Stop where the engine did not see a folder of pages or a file of the theme.

    Our walk ends in an `OSError` where the folder is still closed; where it has opened meanwhile,
    the site would be kept as whole that lacks what lies in it.
    """
    docs = str(docs_dir)
    seen = {PurePosixPath(file.src_uri).parent for file in files if file.src_dir == docs}
    for path in walk_files(docs_dir, hidden=False):
        if PurePosixPath(path.relative_to(docs_dir).as_posix()).parent not in seen:
            _refuse(path.parent)
    for folder in theme_dirs:
        for path in walk_files(folder, hidden=False):
            name = path.relative_to(folder).as_posix()
            left_out = any(mark in name.lower() for mark in NO_FILES_OF_A_SITE)
            if is_asset(Path(name)) and not left_out and files.get_file_from_path(name) is None:
                _refuse(path)


def _refuse(place: Path) -> None:
    raise SiteError(
        "the site engine could not look into this folder for a moment",
        where=str(place),
        hint="Run the command again; the last good site is as it was.",
    )
