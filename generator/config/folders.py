"""The folders of a site lie apart: what is made anew or deleted is never a place of somebody's."""

from collections.abc import Mapping
from itertools import permutations
from pathlib import Path

from generator.errors import SettingsError

APART = "Give each a folder of its own, none within another, in mkdocs.yml."


def refuse_shared_folders(folders: Mapping[str, Path], root: Path, *, where: str) -> None:
    """Stop where two folders of a site are one, or one holds another or the site at `root`."""
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
