"""What a list can be filtered by; the choices live in the address."""

from msgspec import Struct

from generator.pages.views.parts import SourceLabel, When, Words


class Choice(Struct, frozen=True):
    """One value of a facet."""

    value: str
    """As it stands in the address."""
    count: int
    """Entries that have it."""
    words: Words | None = None
    """Its name in a source's words."""
    message: str = ""
    """Its name as a message of the catalogue."""
    source: SourceLabel | None = None
    """A document's label, where the value is a document."""
    when: When | None = None
    """Its name as a month."""


class Facet(Struct, frozen=True):
    """One way to filter a list."""

    name: str
    """As it stands in the address."""
    label: str
    """Message."""
    choices: tuple[Choice, ...]
    """Its values, the first of many."""
    rest: tuple[Choice, ...]
    """The values after the first few, folded away."""


class DayField(Struct, frozen=True):
    """A field in which a day is chosen, since a list can be of hundreds of days."""

    label: str
    """Message."""
    first: str
    """The earliest day that an entry has, ``YYYY-MM-DD``."""
    last: str
    """The latest."""


class Filters(Struct, frozen=True):
    """The filters of a list, and what they need to work where it is split over pages."""

    facets: tuple[Facet, ...]
    """The ways to filter it; one with a single value is left out."""
    day: DayField | None
    """Where a day is chosen; None where the entries have no days, or one."""
    hub: str
    """The first page of the list."""
    rows: str
    """A file of all its rows with their page and values; empty where one page holds them all."""
    table: str
    """Name of its table and its data file, without their endings; empty where there is none."""
    total: int
    """How many entries it has on all pages."""
    marks: dict[str, tuple[tuple[str, str], ...]]
    """The values of each entry of this page, by its id: facet and values between spaces."""
