"""What a process that goes on keeps between two journeys, so that it need not be made again."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Warm(Generic[T]):
    """The last thing that was made, for the next who would make it from the same."""

    def __init__(self) -> None:
        self._inputs = ""
        self._last: T | None = None

    @property
    def is_filled(self) -> bool:
        """Whether anything is kept."""
        return self._last is not None

    def made(self, inputs: str, make: Callable[[], T], *, keep: Callable[[T], bool]) -> T:
        """What was made from these inputs, or is now; the next asks anew for what is not to `keep`.

        Something is kept in any case, for it tells that the pages were made in this process.
        """
        if self._last is None or inputs != self._inputs:
            self._last = None  # two corpora need not be held at once
            self._last = make()
            self._inputs = inputs if keep(self._last) else ""
        return self._last
