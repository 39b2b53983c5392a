"""A large folder as several sites: which source is in which, each built as a site, and verified.

A volume is a folder in the cache that has the form of a site: links to its own seeds, its pages,
its cache and its built site. So the ordinary journeys make it, here or on another machine, and it
is built again only where something of its own has changed.
"""

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from os.path import relpath
from pathlib import Path
from stat import S_IMODE

import msgspec
from msgspec import Struct

from generator.cache.fingerprint import (
    digest_of_folder,
    digest_of_values,
    library_versions,
    rules_digest,
)
from generator.cache.folder import FRONT, VOLUMES
from generator.cache.store import forget_documents, recall, remember
from generator.commands.build_digests import settings_wherever_built
from generator.commands.sources import Sources, kept_documents, read_sources
from generator.config import Site
from generator.config.volumes import VolumeSettings
from generator.errors import SeedError, SettingsError
from generator.files.entries import is_file, is_folder, walk
from generator.files.guarded import UnreadableError, clear_place, locate, shown_name
from generator.i18n.catalogue import load_catalogue
from generator.model.identifiers import short_hash
from generator.pages.dates import first_day
from generator.pages.links import page_slugs
from generator.pages.views import VolumeLabel, Words
from generator.pages.volumes import label_volume, said
from generator.publish.swap import link_file
from generator.read.formats import ENDINGS
from generator.read.reference_lists import MODULES as LISTS
from generator.read.seed_files import NO_SIDECARS, SIDECAR, find_files
from generator.read.seeds import is_read

UNDATED, OTHERS = "undated", "others"
"""The volumes of what has no date, and of what lies in no collection."""
TAKEN = frozenset({UNDATED, OTHERS, "actors", "assets", "data", "guide", "pagefind", "search"})
"""Folders of the front, which no collection can have."""
DAY = len("-01-01")
SEEDS = "seeds"


class Volume(Struct, frozen=True):
    """A part of the sources."""

    id: str
    """Its folder, in the cache and in the site."""
    name: str
    """Its year, or the name of its folder as it is shown; "" for what has none."""
    seeds: tuple[str, ...]
    """The files of its sources, by path below the folder of all as it is shown, for a name need not
    be UTF-8; lists of references are in all."""


class Division(Struct, frozen=True):
    """The volumes of a folder, in the order of the front page."""

    volumes: tuple[Volume, ...]


def is_divided(site: Site) -> bool:
    """Whether the settings cut the site, and there are seeds enough."""
    wanted = site.settings.volumes
    if wanted.by == "none" or not site.seeds_dir.is_dir():
        return False
    return sum(1 for _ in _seed_names(site.seeds_dir)) > wanted.above


def refuse_divided(site: Site, command: str) -> None:
    """Stop a journey that knows only whole sites."""
    if is_divided(site):
        raise SettingsError(
            f"this site is cut into volumes, which `{command}` does not make",
            where="mkdocs.yml: briefing: volumes",
            hint="Use `briefing build`, or set `by: none`.",
        )


def divide(site: Site) -> tuple[Volume, ...]:
    """The volumes of the site's folder; years are read anew only where a file has changed."""
    seeds = digest_of_folder(site.seeds_dir, is_read=is_read)
    by = site.settings.volumes.by
    settings = settings_wherever_built(site.settings)
    inputs = digest_of_values(by, seeds, settings, rules_digest(), library_versions())
    known = recall(site.cache_dir, VOLUMES, Division, inputs, by)
    if known is None:
        sources = _read_years(site) if by == "year" else None
        known = Division(tuple(_by_year(site, sources) if sources else _by_collection(site)))
        refused = any(f.refused for f in find_files(site.seeds_dir, frozenset(ENDINGS)))
        if not (refused or (sources and sources.refused)):  # another time there may be more
            remember(site.cache_dir, VOLUMES, known, inputs, by)
    return known.volumes


def site_of_volume(site: Site, volume: Volume) -> Site:
    """The volume as a site; nothing in it depends on the machine or on the other volumes."""
    root = site.cache_dir / VOLUMES / volume.id
    label = name_of_volume(site, volume)
    settings = msgspec.structs.replace(
        site.settings,
        seeds=SEEDS,
        cache="cache",
        templates=relpath(site.templates_dir, root),
        volumes=VolumeSettings(),
    )
    return msgspec.structs.replace(
        site,
        settings=settings,
        root=root,
        name=f"{site.name} · {label}",
        url=f"{site.url.rstrip('/')}/{volume.id}/" if site.url else "",
        docs_dir=root / "docs",
        site_dir=root / "site",
        named=False,
        volume=volume.id,
        volume_label=label,
    )


def site_of_front(site: Site) -> Site:
    """The front as a site: the owner's own pages are in it."""
    settings = msgspec.structs.replace(site.settings, cache=f"{site.settings.cache}/{FRONT}")
    front = msgspec.structs.replace(site, settings=settings, volume="")
    return msgspec.structs.replace(front, site_dir=front.cache_dir / "site")


def label_of_volume(volume: Volume) -> VolumeLabel:
    """What a volume is called on the front's pages."""
    kind = "year" if volume.name == volume.id and volume.id.isdigit() else "file"
    words = Words(volume.name, label=kind) if volume.name else None
    return label_volume(volume.id, words)


def name_of_volume(site: Site, volume: Volume) -> str:
    """The same as plain text."""
    return said(label_of_volume(volume), load_catalogue(site.settings.interface_language))


def stage(site: Site, volume: Volume) -> Site:
    """Bring the volume's folder of seeds in line with that of all; gives the volume's site."""
    part = site_of_volume(site, volume)
    wanted = set(_staged_names(site.seeds_dir, volume))
    for path in _entries_below(part.seeds_dir):
        if path.relative_to(part.seeds_dir).as_posix() not in wanted:
            path.unlink()
    for path in sorted(filter(is_folder, _all_below(part.seeds_dir)), reverse=True):
        if path.relative_to(part.seeds_dir).as_posix() not in wanted:
            with suppress(OSError):  # something is in it
                path.rmdir()
    for name in sorted(wanted):
        _stage_entry(_real(site.seeds_dir / name, site.seeds_dir), part.seeds_dir / name)
    return part


def forget_others(site: Site, volumes: tuple[Volume, ...]) -> None:
    """Delete the folders of volumes that are no more."""
    known = {v.id for v in volumes}
    folder = site.cache_dir / VOLUMES
    for old in sorted(folder.iterdir()) if folder.is_dir() else ():
        if old.is_dir() and old.name not in known:
            shutil.rmtree(old)


def find_volume(site: Site, wanted: str) -> Volume:
    """The volume with an id; refused with those that there are."""
    if site.settings.volumes.by == "none":
        raise SettingsError(
            "the settings cut the site into no volumes",
            where="mkdocs.yml: briefing: volumes",
            hint="Set `by: year` or `by: collection`.",
        )
    volumes = divide(site)
    for volume in volumes:
        if volume.id == wanted:
            return volume
    raise SettingsError(
        f"there is no volume {wanted!r}",
        where=str(site.seeds_dir),
        hint=f"There are: {', '.join(v.id for v in volumes)}.",
    )


def _read_years(site: Site) -> Sources:
    return read_sources(site.seeds_dir, site.settings.limits, kept_documents(site.cache_dir))


def _by_year(site: Site, sources: Sources) -> Iterator[Volume]:
    """A volume for each year, the latest first, then what is undated or cannot be read."""
    years: dict[str, str] = {}
    for document in sorted((*sources.documents, *sources.withdrawn), key=lambda d: d.id):
        published = document.metadata.published
        day = first_day(published.value) if published else None
        if day:  # a file of several articles goes by the first of them that is dated
            years.setdefault(document.path.partition("#")[0], day[:-DAY])
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in _seed_names(site.seeds_dir):
        groups[years.get(shown_name(name), "")].append(shown_name(name))
    ids = page_slugs(year for year in groups if year)
    for year in sorted(ids, key=int, reverse=True):
        yield Volume(ids[year], year, tuple(groups[year]))
    if groups[""]:
        yield Volume(UNDATED, "", tuple(groups[""]))


def _by_collection(site: Site) -> Iterator[Volume]:
    """A volume for each folder by name, then what lies beside them; no file is read."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in _seed_names(site.seeds_dir):
        groups[name.partition("/")[0] if "/" in name else ""].append(shown_name(name))
    forget_documents(site.cache_dir)  # of a division by year, for which they were read
    asked = {one: f"{one}-{short_hash(one)}" if one in TAKEN else one for one in groups if one}
    ids = page_slugs(asked.values())
    for one in sorted(asked):
        yield Volume(ids[asked[one]], shown_name(one), tuple(groups[one]))
    if groups[""]:
        yield Volume(OTHERS, "", tuple(groups[""]))


def _seed_names(seeds_dir: Path) -> Iterator[str]:
    """What may be a seed, and what its volume has to say cannot be read; no lists."""
    for file in find_files(seeds_dir, frozenset(ENDINGS)):
        if file.path.suffix.lower() not in LISTS:
            yield file.path.relative_to(seeds_dir).as_posix()


def _staged_names(seeds_dir: Path, volume: Volume) -> Iterator[str]:
    """What a volume's folder holds: its seeds, what lies beside them, and what is for all."""
    seeds = set(volume.seeds)
    own = {n for n in _seed_names(seeds_dir) if shown_name(n) in seeds}
    yield from own
    for path in _entries_below(seeds_dir):
        name = path.relative_to(seeds_dir).as_posix()
        beside = name.removesuffix(SIDECAR)
        for_all = name in NO_SIDECARS or name.startswith(".") or path.suffix.lower() in LISTS
        if (beside != name and beside in own) or for_all:
            yield name


def _entries_below(folder: Path) -> Iterator[Path]:
    """All that lies below a folder but folders, what is no file too; no link is followed."""
    return (p for p in _all_below(folder) if not is_folder(p))


def _all_below(folder: Path) -> list[Path]:
    """All that lies below a folder of seeds; what is in one that is closed costs itself."""
    return list(walk(folder, closed=True))


def _real(path: Path, seeds_dir: Path) -> Path:
    """The file itself in place of a link within the folder, which may lead to another volume."""
    try:
        return locate(path, within=seeds_dir)
    except (UnreadableError, OSError):
        return path


def _stage_entry(path: Path, target: Path) -> None:
    """A link to a seed; what is the same file already, or has the same bytes, stays.

    What is no file stands in the volume as what it is, so that the volume tells of it like a build
    of the whole folder.
    """
    if os.path.lexists(target):
        files = is_file(path) and is_file(target) and not target.is_symlink()
        if files and (target.samefile(path) or target.read_bytes() == path.read_bytes()):
            return
        clear_place(target)
    if is_folder(path):
        target.mkdir(mode=S_IMODE(path.stat().st_mode), parents=True)
    else:
        link_file(path, target)


def nothing_in(volume: Volume, error: SeedError) -> str:
    """What is told of a volume of which no source can be read."""
    return f"volume {volume.id} is left out: {error.message}"
