"""Volumes of a large site: what the engine is told of each, and all of them put into one folder."""

from collections.abc import Mapping
from pathlib import Path

from generator.config import Site
from generator.errors import SiteError
from generator.files.entries import walk_files
from generator.i18n.catalogue import load_catalogue
from generator.publish.defaults import HUBS
from generator.publish.swap import link_file, site_aside

FRONT_HUBS = ("index.md", "actors/index.md", "search/index.md", "data/index.md")
"""The navigation of the front."""
VOLUME = "briefing_volume"
"""Key of MkDocs' ``extra`` under which the theme finds which volume it shows."""
FRONT = "../"
"""The way from a volume to the front."""


def settings_of_volume(site: Site) -> dict[str, object]:
    """What a volume, or the front, has in place of the owner's settings; nothing for others."""
    if site.volume is None:
        return {}
    return {
        "site_name": site.name,
        "site_url": site.url,
        "docs_dir": str(site.docs_dir.resolve()),
        "nav": list(HUBS if site.volume else FRONT_HUBS),
    }


def marks_of_volume(site: Site) -> dict[str, object]:
    """What the theme needs for the way between the volumes and for the search over all."""
    if site.volume is None:
        return {}
    say = load_catalogue(site.settings.interface_language).form
    return {
        VOLUME: {
            "id": site.volume,
            "name": site.volume_label,
            "front": FRONT if site.volume else "",
            "all": say("All volumes"),
            "facet": say("Volume"),
        }
    }


def put_together(site_dir: Path, front: Path, volumes: Mapping[str, Path]) -> bool:
    """Make one site of the front and the volumes below it; False where it is that already."""
    wanted = dict(_files(front, ""))
    for volume, folder in volumes.items():
        _refuse_own_folder(front, volume)
        wanted |= dict(_files(folder, f"{volume}/"))
    if _is_there(site_dir, wanted):
        return False
    with site_aside(site_dir) as aside:
        for name, path in wanted.items():
            link_file(path, aside / name)
    return True


def _refuse_own_folder(front: Path, volume: str) -> None:
    """Stop where an owner's page has the address of a volume."""
    if (front / volume).exists():
        raise SiteError(
            f"a page of your own has the address of the volume {volume!r}",
            where=str(front / volume),
            hint="Give the page in docs/, or the folder of sources, another name.",
        )


def _files(folder: Path, prefix: str) -> list[tuple[str, Path]]:
    return [(f"{prefix}{p.relative_to(folder).as_posix()}", p) for p in walk_files(folder)]


def _is_there(site_dir: Path, wanted: Mapping[str, Path]) -> bool:
    """Whether the site's files are the wanted ones; links are known without reading them."""
    there = {
        name
        for name, _ in _files(site_dir, "")
        if name in wanted or not name.startswith(".")  # what is not ours, such as ``.git``
    }
    return there == set(wanted) and all(
        path.samefile(site_dir / name) or path.read_bytes() == (site_dir / name).read_bytes()
        for name, path in wanted.items()
    )
