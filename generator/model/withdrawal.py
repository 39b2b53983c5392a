"""Taking a source back: how its correction is called, and the id that the source had."""

from generator.model.identifiers import path_ids

WITHDRAW = "withdraw"
"""The action of a correction that takes a whole source back; nothing of it is read any further."""


def withdrawn_id(target: str) -> str:
    """The id of a document that a correction names by its path or its id."""
    return path_ids([target])[target] if "." in target else target
