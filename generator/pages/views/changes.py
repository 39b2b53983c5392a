"""The page of what is new."""

from msgspec import Struct

from generator.pages.views.parts import Words


class ChangeLine(Struct, frozen=True):
    """A row that is new, gone or different."""

    change: str
    """Message of what became of it."""
    kind: str
    """added, removed or changed."""
    why: str
    """Message of what brought it about; empty where the page says it once for all."""
    fields: tuple[str, ...]
    """Messages of what is different about a row that changed."""
    id: str
    """The row's id in the data files."""
    words: Words | None
    """Its words; None for a row that is gone, whose words no source of this build can prove."""
    url: str
    """Its place; may be empty."""


class ChangeGroup(Struct, frozen=True):
    """The changes of one kind of row."""

    heading: str
    """Message."""
    anchor: str
    """Anchor."""
    count: int
    """How many rows changed."""
    lines: tuple[ChangeLine, ...]
    """Those rows, the first of many."""


class ChangesPage(Struct, frozen=True):
    """What changed since an earlier build."""

    compared: bool
    """False where there was no earlier build to compare with."""
    seeds_added: tuple[str, ...]
    """Paths of seeds that are new; the first of many."""
    seeds_removed: tuple[str, ...]
    """Paths of seeds that are gone; the first of many."""
    seeds_edited: tuple[str, ...]
    """Paths of seeds whose bytes changed; the first of many."""
    more_seeds: int
    """How many more seeds of these three there are."""
    rules_changed: bool
    """Whether the rules or the language model changed."""
    templates_changed: bool
    """Whether the templates changed."""
    why: str
    """Message of what brought all changes about; empty where they have different reasons."""
    groups: tuple[ChangeGroup, ...]
    """The changes by kind of row."""
