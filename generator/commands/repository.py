"""The repository that a site lies in, which may hold more than the site."""

from pathlib import Path


def find_repository(folder: Path) -> tuple[Path, str]:
    """The top of the repository around a folder, and the way from there (``""`` at the top).

    A folder in no repository is taken for the top of one.
    """
    here = folder.resolve()
    for top in (here, *here.parents):
        if (top / ".git").exists():
            way = here.relative_to(top).as_posix()
            return top, "" if way == "." else way
    return here, ""
