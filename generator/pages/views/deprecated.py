"""Fields of views that have another name now; templates may use the old one for one minor version.

A row goes when the version that it names is out.
"""

from collections.abc import Iterable

from msgspec import Struct


class Deprecated(Struct, frozen=True):
    """A field that was renamed."""

    view: str
    field: str
    successor: str
    until: str
    """The version that no longer knows the old name."""


DEPRECATED = (Deprecated("ChangeLine", "change_id", "kind", "0.2"),)


def find_deprecated(
    view: object, field: str, rows: Iterable[Deprecated] = DEPRECATED
) -> Deprecated | None:
    """The row of a field that a view had under this name."""
    name = type(view).__name__
    return next((row for row in rows if row.view == name and row.field == field), None)


def describe_deprecated(row: Deprecated) -> str:
    """What the owner of a template is told, once a build."""
    return (
        f"a template uses {row.view}.{row.field}, which is {row.successor!r} now; "
        f"the old name is gone in {row.until}"
    )
