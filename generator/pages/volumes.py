"""The front over the volumes of a large site, as Markdown files: from the volumes' data alone."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from generator.config import Site
from generator.i18n.catalogue import Catalogue
from generator.pages.environment import make_environment
from generator.pages.exports.json_data import encode
from generator.pages.files import RenderedFile
from generator.pages.labels import PAGE_TYPES, VOLUMES
from generator.pages.presenters.volumes import (
    ACTORS,
    NameEntry,
    find_names,
    view_name,
    view_names,
    view_volumes,
)
from generator.pages.render_page import render_page
from generator.pages.site_map import PageToRender, hub_page, numbered
from generator.pages.views import SearchPage, VolumeLabel, Words
from generator.pages.volume_rows import VolumeRows

CATALOGUE = "data/volumes.json"


class VolumeEntry(Struct, frozen=True):
    """One row of ``volumes.json``, by which the search finds the other volumes' indexes."""

    id: str
    """The volume's folder below the front."""
    label: str
    documents: int
    stories: int
    actors: int
    data: str
    """Where its data files lie, below the front."""


def label_volume(volume: str, words: Words | None) -> VolumeLabel:
    """What a volume is called: by its year or folder, or by a message of the catalogue."""
    message = VOLUMES[volume] if words is None else ""
    return VolumeLabel(message, words or Words(""), f"{volume}/")


def said(label: VolumeLabel, catalogue: Catalogue) -> str:
    """A volume's label as plain text."""
    return catalogue.form(label.message) if label.message else label.words.text


def render_front(
    volumes: Sequence[VolumeRows], site: Site, catalogue: Catalogue
) -> tuple[RenderedFile, ...]:
    """The front's pages and its list of the volumes, by path."""
    environment = make_environment(site.templates_dir, catalogue, name=site.name)
    pages = [render_page(environment, page) for page in front_pages(volumes, site, catalogue)]
    rows = [_row(v, catalogue) for v in volumes]
    schema = msgspec.json.schema(list[VolumeEntry])
    data = (
        RenderedFile(CATALOGUE, encode(rows)),
        RenderedFile("data/volumes.schema.json", encode(schema)),
    )
    return tuple(sorted([*pages, *data], key=lambda f: f.path))


def _row(volume: VolumeRows, catalogue: Catalogue) -> VolumeEntry:
    return VolumeEntry(
        id=volume.id,
        label=said(volume.label, catalogue),
        documents=volume.documents,
        stories=volume.stories,
        actors=len(volume.actors),
        data=f"{volume.id}/data/",
    )


def front_pages(
    volumes: Sequence[VolumeRows], site: Site, catalogue: Catalogue
) -> Iterator[PageToRender]:
    """Every page of the front, hub pages first."""
    front = view_volumes(volumes)
    names = find_names(volumes)
    yield hub_page(catalogue, "", "volumes", front)
    for number, view in enumerate(view_names(names, site.settings.limits.rows_per_page), start=1):
        page = hub_page(catalogue, ACTORS, "volume_names", view)
        yield numbered(page, number, catalogue)
    search = SearchPage(over_volumes=True)
    yield hub_page(catalogue, "search/", "search", search, searched=False, needs=("searching",))
    yield hub_page(catalogue, "data/", "volume_data", front)
    yield from (_name_page(catalogue, entry) for entry in names if entry.url)


def _name_page(catalogue: Catalogue, entry: NameEntry) -> PageToRender:
    name = entry.row.link.words.text
    return PageToRender(
        entry.url,
        "volume_name",
        name,
        catalogue.form("What the sources say about {name}").format(name=name),
        view_name(entry),
        filters=((catalogue.form("Page"), catalogue.form(PAGE_TYPES["actor"])),),
    )
