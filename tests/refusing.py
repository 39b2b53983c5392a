"""A machine that refuses one call on one folder: to look into it, to open or to look at a file."""

import builtins
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

CALLS = {
    "list": (os, "scandir"),
    "list by name": (os, "listdir"),
    "open": (os, "open"),
    "open as text": (io, "open"),
    "open by Python": (builtins, "open"),
    "look": (os, "stat"),
}
"""What the system is asked, by what it is for."""


class Asked:
    """How many calls on a folder there were."""

    calls = 0


@contextmanager
def refused(folder: Path, *, at: int | None = None) -> Iterator[Asked]:
    """Refuse the call of this number on a folder and what lies in it, all of them, or none (-1).

    It can still be looked at itself: that is asked of the folder that it lies in.
    """
    counted, top = Asked(), os.path.realpath(folder)

    def refuse(call: Callable[..., object], name: str) -> Callable[..., object]:
        def ask(path: object = ".", *arguments: object, **named: object) -> object:
            if isinstance(path, str | os.PathLike):
                place = os.path.abspath(path)  # noqa: PTH100 links are not followed
                itself = place == top and name != "stat"
                if itself or place.startswith(f"{top}{os.sep}"):
                    counted.calls += 1
                    if at is None or at == counted.calls:
                        raise PermissionError(13, "Permission denied", place)
            return call(path, *arguments, **named)

        return ask

    patches = [patch.object(m, name, refuse(getattr(m, name), name)) for m, name in CALLS.values()]
    for one in patches:
        one.start()
    try:
        yield counted
    finally:
        for one in reversed(patches):
            one.stop()
