"""What differs between two exports of the data, row by row."""

from typing import Literal

from msgspec import Struct

Why = Literal["seed", "rule", "setting", "correction"]


class Change(Struct, frozen=True, order=True):
    """One row that is new, gone or different."""

    table: str
    change: Literal["added", "removed", "changed"]
    id: str
    words: str
    """The row's own words: a quotation's text, an actor's name, an event's date."""
    document: str
    why: Why
    """What brought it about: a seed added, edited or removed, the rules, a setting, an editor."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """Name, earlier value and new value of each field that differs, as JSON."""
    was: str = ""
    """The earlier id of a row whose words were edited."""
    edit: str = ""
    """The new id of the edited sentence that it stands in; "" where it stands in none."""


class Edit(Struct, frozen=True, order=True):
    """A sentence that was edited: one change, whatever was found in it."""

    document: str
    path: str
    was: str
    """The earlier id of the sentence."""
    sentence: str
    """Its new id."""
    removed: tuple[str, ...]
    """The words that it had, as far as a row of the earlier data holds them."""
    added: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    """Table and id of each row that changed with it."""


class Changes(Struct, frozen=True):
    """Everything that differs between two exports, by table and id."""

    changes: tuple[Change, ...]
    seeds_added: tuple[str, ...]
    seeds_removed: tuple[str, ...]
    seeds_edited: tuple[str, ...]
    rules_changed: bool
    templates_changed: bool = False
    edits: tuple[Edit, ...] = ()
    settings: tuple[tuple[str, str, str], ...] = ()
    """Name, earlier value and new value of each setting that differs."""
    corrections_added: tuple[str, ...] = ()
    corrections_removed: tuple[str, ...] = ()
