"""What differs between two exports of the data, row by row."""

from typing import Literal

from msgspec import Struct

Why = Literal["seed", "rule", "correction"]


class Change(Struct, frozen=True, order=True):
    """One row that is new, gone or different."""

    table: str
    change: Literal["added", "removed", "changed"]
    id: str
    words: str
    """The row's own words: a quotation's text, an actor's name, an event's date."""
    document: str
    why: Why
    """What brought it about: a seed added, edited or removed; else the rules; else an editor."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """Name, earlier value and new value of each field that differs, as JSON."""


class Changes(Struct, frozen=True):
    """Everything that differs between two exports, by table and id."""

    changes: tuple[Change, ...]
    seeds_added: tuple[str, ...]
    seeds_removed: tuple[str, ...]
    seeds_edited: tuple[str, ...]
    rules_changed: bool
    templates_changed: bool = False
