"""What the front knows of a volume: a few rows, read from the data that the volume published.

Nothing else of a volume is needed, so that it may have been built on another machine.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.files.entries import list_files
from generator.i18n.catalogue import Catalogue
from generator.model.corpus import Actor, Story, Takeaway
from generator.model.visible_text import shown
from generator.pages.links import Addresses, file_of
from generator.pages.views import Link, VolumeLabel, Words

LEADS = 4
"""Most stories of a volume on the front page."""
FILES = ("actors.json", "build.json", "stories.json", "takeaways.json")
"""The data files that are read."""
BOTTOM_LINE = "bottom_line"
CORRECTIONS = "corrections.yml"


class Build(Struct, frozen=True):
    """The part of ``build.json`` that the front asks for."""

    counts: dict[str, int]


class NamedActor(Struct, frozen=True):
    """An actor of a volume, without its mentions."""

    words: Words
    type: str
    name: str
    url: str
    mentions: int
    quotations: int
    statements: int


class VolumeRows(Struct, frozen=True):
    """A volume, as far as the front shows it; addresses are below the front's root."""

    id: str
    label: VolumeLabel
    documents: int
    stories: int
    leads: tuple[Link, ...]
    actors: tuple[NamedActor, ...]


def read_volume_rows(
    docs_dir: Path, volume: str, label: VolumeLabel, catalogue: Catalogue
) -> VolumeRows:
    """The rows of a volume whose pages and data lie in `docs_dir`."""
    data = docs_dir / "data"
    counts = msgspec.json.decode((data / "build.json").read_bytes(), type=Build).counts
    stories = msgspec.json.decode((data / "stories.json").read_bytes(), type=tuple[Story, ...])
    leads = tuple(_stories(docs_dir, volume, stories))[:LEADS]
    return VolumeRows(
        volume,
        label,
        counts["documents"],
        len(stories),
        leads or tuple(_takeaways(docs_dir, volume))[:LEADS],
        tuple(_actors(data, volume, catalogue)),
    )


def _stories(docs_dir: Path, volume: str, stories: tuple[Story, ...]) -> Iterator[Link]:
    """The stories that have a page, those pinned and those with most sources first."""
    addresses = Addresses(actors=(), topics=(), documents=(), stories=(s.id for s in stories))
    for story in sorted(stories, key=lambda s: (not s.pinned, -len(s.documents), s.id)):
        url, label = addresses.story(story.id), story.label
        if not (docs_dir / file_of(url)).is_file():
            continue
        if story.name:
            yield Link(Words(shown(story.name), editor=CORRECTIONS), f"{volume}/{url}")
        elif label is not None:
            words = _words(volume, label.document, label.start, label.end, label.text)
            yield Link(words, f"{volume}/{url}")


def _takeaways(docs_dir: Path, volume: str) -> Iterator[Link]:
    """The sentences of the bottom line, each with its place on the page of its source."""
    content = (docs_dir / "data" / "takeaways.json").read_bytes()
    rows = [
        row
        for row in msgspec.json.decode(content, type=tuple[Takeaway, ...])
        if row.section == BOTTOM_LINE
    ]
    paths = {p.stem for p in list_files(docs_dir / "sources", ".md")}
    documents = {row.document for row in rows}
    addresses = Addresses(actors=(), topics=(), documents=documents)
    for row in sorted(rows, key=lambda r: r.rank):
        url = addresses.source(row.document, row.sentences[0] if row.sentences else "")
        known = url.partition("#")[0].split("/")[1] in paths
        words = _words(volume, row.document, row.start, row.end, row.text)
        yield Link(words, f"{volume}/{url}" if known else f"{volume}/")


def _actors(data: Path, volume: str, catalogue: Catalogue) -> Iterator[NamedActor]:
    """The actors that have a page."""
    content = (data / "actors.json").read_bytes()
    actors = msgspec.json.decode(content, type=tuple[Actor, ...])
    addresses = Addresses(actors=(a.id for a in actors), topics=(), documents=())
    for actor in (a for a in actors if a.shown):
        yield NamedActor(
            _name(volume, actor, catalogue),
            actor.type,
            actor.name,
            f"{volume}/{addresses.actor(actor.id)}",
            len(actor.mentions),
            len(actor.quotations_by),
            len(actor.statements_by),
        )


def _name(volume: str, actor: Actor, catalogue: Catalogue) -> Words:
    """The actor's name where a source has it; a country's may be the catalogue's."""
    for m in actor.mentions:
        at = m.text.find(actor.name)
        if at >= 0 and (m.text == actor.name or m.end - m.start == len(m.text)):
            whole = m.text == actor.name
            start = m.start if whole else m.start + at
            end = m.end if whole else start + len(actor.name)
            return _words(volume, m.document, start, end, actor.name)
    territory = catalogue.territory(actor.name)
    if territory:
        return Words(territory, label="territory")
    named = sorted(actor.mentions, key=lambda m: m.kind != "name")
    if named and named[0].kind == "name":
        first = named[0]
        return _words(volume, first.document, first.start, first.end, first.text)
    return Words(shown(actor.name), editor=CORRECTIONS)


def _words(volume: str, document: str, start: int, end: int, text: str) -> Words:
    """Words of a source, which is named with its volume: two volumes may have one of a name."""
    return Words(shown(text).strip(), src=f"{volume}/{document}:{start}-{end}")
