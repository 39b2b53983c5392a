"""The front over the volumes of a large site: what it shows of each, and the names of all."""

from msgspec import Struct

from generator.pages.views.briefing import Paging
from generator.pages.views.parts import Link, Words


class VolumeLabel(Struct, frozen=True):
    """What a volume is called."""

    message: str
    """Message of the catalogue, where it is called by one; else empty."""
    words: Words
    """Its year, or the name of its folder."""
    url: str
    """Its home page."""


class VolumeCard(Struct, frozen=True):
    """A volume on the front page."""

    label: VolumeLabel
    """What it is called."""
    anchor: str
    """Anchor."""
    documents: int
    """How many sources it has."""
    stories: int
    """How many stories its sources tell."""
    leads: tuple[Link, ...]
    """Its lead stories; the sentences of its bottom line where it has no pages of stories."""
    data: str
    """The page of its data."""


class VolumesPage(Struct, frozen=True):
    """The front page over the volumes, and their data."""

    volumes: tuple[VolumeCard, ...]
    """The latest year first, what has no date last; folders by name."""
    documents: int
    """How many sources all volumes have."""


class NameInVolume(Struct, frozen=True):
    """An actor of one volume under the name that the index lists."""

    label: VolumeLabel
    """The volume."""
    url: str
    """The actor's page in it."""
    mentions: int
    """How often the volume's sources mention the actor."""
    quotations: int
    """How often they quote the actor."""
    statements: int
    """How often they say indirectly what the actor said."""


class NameRow(Struct, frozen=True):
    """A name in the index of all volumes."""

    link: Link
    """The name, and where it leads: to its own page, or to the only actor who has it."""
    type: str
    """Message of what the volumes take it for."""
    mentions: int
    """How often it is mentioned in all."""
    volumes: tuple[NameInVolume, ...]
    """Where it occurs, the volume with most mentions first; the first few on the page of all."""
    more: int
    """In how many volumes it occurs, where that is more than are shown; else 0."""


class NamesPage(Struct, frozen=True):
    """One index of the actors of all volumes, most mentioned first."""

    rows: tuple[NameRow, ...]
    """The names of this page."""
    paging: Paging
    """The way through the list."""


class NamePage(Struct, frozen=True):
    """One name that actors of several volumes have."""

    row: NameRow
    """The name, with every volume."""
