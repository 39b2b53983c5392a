"""The front over the volumes: a card for each, and one index of the names of all."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.model.identifiers import short_hash, slug
from generator.pages.labels import ACTOR_TYPES
from generator.pages.links import page_slugs
from generator.pages.paging import paging, split
from generator.pages.views import (
    Link,
    NameInVolume,
    NamePage,
    NameRow,
    NamesPage,
    VolumeCard,
    VolumesPage,
)
from generator.pages.volume_rows import NamedActor, VolumeRows

SHOWN = 4
"""Most volumes of a name on the page of all names."""
ACTORS = "actors/"
Bearers = list[tuple[VolumeRows, NamedActor]]


class NameEntry(Struct, frozen=True):
    """A name with every bearer, and the address of its own page, "" where it has none."""

    row: NameRow
    url: str


def view_volumes(volumes: Sequence[VolumeRows]) -> VolumesPage:
    """The front page."""
    return VolumesPage(
        volumes=tuple(
            VolumeCard(
                label=v.label,
                anchor=f"volume-{v.id}",
                documents=v.documents,
                stories=v.stories,
                leads=v.leads,
                data=f"{v.id}/data/",
            )
            for v in volumes
        ),
        documents=sum(v.documents for v in volumes),
    )


def find_names(volumes: Sequence[VolumeRows]) -> tuple[NameEntry, ...]:
    """Each name with those who have it, most mentioned first.

    No two volumes are resolved together, so an entry is a name of one type and not a person: who
    bears it in each volume is for that volume to say.
    """
    bearers: defaultdict[tuple[str, str], Bearers] = defaultdict(list)
    for volume in volumes:
        for actor in volume.actors:
            bearers[actor.name, actor.type].append((volume, actor))
    slugs = _slugs(bearers)
    entries = [_entry(found, slugs[key]) for key, found in bearers.items()]
    return tuple(sorted(entries, key=lambda e: (-e.row.mentions, e.row.link.words.text, e.url)))


def view_names(names: Sequence[NameEntry], most: int) -> tuple[NamesPage, ...]:
    """The index, split where it is long."""
    parts = split(tuple(_shortened(entry.row) for entry in names), most)
    return tuple(
        NamesPage(rows, paging(ACTORS, number, len(parts)))
        for number, rows in enumerate(parts, start=1)
    )


def view_name(entry: NameEntry) -> NamePage:
    """One name of several volumes."""
    return NamePage(entry.row)


def _slugs(bearers: Mapping[tuple[str, str], Bearers]) -> dict[tuple[str, str], str]:
    """A path part for each name; one that two have, by form or by type, gets a hash."""
    plain = {key: slug(key[0], words=20) for key in bearers}
    wishes = Counter(plain.values())
    ids = {
        key: one if one and wishes[one] == 1 else f"{one}-{short_hash(' '.join(key))}".strip("-")
        for key, one in plain.items()
    }
    pages = page_slugs(ids.values())
    return {key: pages[one] for key, one in ids.items()}


def _entry(bearers: Bearers, name: str) -> NameEntry:
    """An entry; one volume's only bearer is linked at once, without a page between."""
    found = sorted(bearers, key=lambda b: -b[1].mentions)
    first = found[0][1]
    url = f"{ACTORS}{name}/" if len(found) > 1 else ""
    row = NameRow(
        link=Link(first.words, url or first.url),
        type=ACTOR_TYPES[first.type],
        mentions=sum(actor.mentions for _, actor in found),
        volumes=tuple(
            NameInVolume(v.label, a.url, a.mentions, a.quotations, a.statements) for v, a in found
        ),
        more=0,
    )
    return NameEntry(row, url)


def _shortened(row: NameRow) -> NameRow:
    several = len(row.volumes)
    return NameRow(
        row.link,
        row.type,
        row.mentions,
        row.volumes[:SHOWN],
        several if several > SHOWN else 0,
    )
