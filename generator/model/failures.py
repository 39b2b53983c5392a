"""What an unexpected error left behind: a name, never words of a source or a place on a machine."""

from msgspec import Struct


class Failure(Struct, frozen=True, order=True):
    """A stage that ended in an unexpected error; what it would have found is missing."""

    stage: str
    """Wing and stage, such as ``extract.quotations``."""
    error: str
    """Class of the error."""
    digest: str
    """Twelve hexadecimal digits of the error's class and the tool's functions that it passed."""
