"""The folders of a site lie apart: what is made anew or deleted is never a place of somebody's."""

from collections.abc import Mapping
from itertools import permutations
from pathlib import Path

from generator.errors import SettingsError
from generator.files.entries import is_any_folder, leads_round, lies_there, look_at

APART = "Give each a folder of its own, none within another, in mkdocs.yml."

SITE = "site_dir"
OURS = frozenset({"docs_dir", SITE, "templates"})
"""What a build looks for, or makes."""


def refuse_shared_folders(folders: Mapping[str, Path], root: Path, *, where: str) -> None:
    """Stop where two folders of a site are one, or one holds another or the site at `root`."""
    for name, folder in folders.items():
        _refuse_other_than_folder(name, folder, where)
    real = {name: folder.resolve() for name, folder in folders.items()}
    for name, folder in real.items():
        if root.resolve().is_relative_to(folder):
            problem = f"{name} is the folder {folder}, which holds the site itself"
            raise SettingsError(problem, where=where, hint=APART)
    for (name, folder), (other, inner) in permutations(real.items(), 2):
        if inner.is_relative_to(folder):
            way = "is also" if inner == folder else "lies within"
            problem = f"{other} is the folder {inner}, which {way} that of {name}"
            raise SettingsError(problem, where=where, hint=APART)


def _refuse_other_than_folder(name: str, folder: Path, where: str) -> None:
    """Stop where something lies that is no folder: it would be passed over, or replaced.

    What is wrong with the seeds' folder, who reads them says; without a cache there is a build.
    """
    if leads_round(folder):
        problem = f"{name} is {folder}, a symbolic link that leads back to itself"
    elif name in OURS and _lies_in_the_way(folder, made=name == SITE):
        problem = f"{name} is {folder}, which is no folder"
    else:
        return
    raise SettingsError(problem, where=where, hint="Put a folder into its place, or move it away.")


def _lies_in_the_way(folder: Path, *, made: bool) -> bool:
    """Whether something else lies there; what a link of the site's leads to may still be `made`."""
    there = look_at(folder) is not None if made else lies_there(folder)
    return there and not is_any_folder(folder)
