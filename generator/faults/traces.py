"""What can be told of an error without a path, a line or a word of a source."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType

from generator.model.annotations import Annotations
from generator.model.failures import Failure
from generator.model.text import Document, Parse

OWN = "generator."
NOT_TOLD = "generator.faults."
"""The fence itself is on every way."""
DIGITS = 12
LIBRARIES = frozenset(("site-packages", "dist-packages"))


def describe_failure(stage: str, error: BaseException) -> Failure:
    """A stage's failure; equal mistakes on equal ways have equal digests on every machine."""
    name = type(error).__name__
    way = "\n".join((name, *functions_passed(error)))
    return Failure(stage, name, hashlib.sha256(way.encode()).hexdigest()[:DIGITS])


def failure_named(stage: str, name: str) -> Failure:
    """A failure of which nothing is left but what it is called."""
    return Failure(stage, name, hashlib.sha256(name.encode()).hexdigest()[:DIGITS])


def functions_passed(error: BaseException) -> tuple[str, ...]:
    """The tool's own functions that an error passed, each once, outermost first.

    A function that calls itself stands there once, so that the depth of a recursion does not count.
    """
    names = (
        f"{frame.f_globals.get('__name__', '')}.{frame.f_code.co_qualname}"
        for frame in _frames(error.__traceback__)
    )
    own = (n for n in names if n.startswith(OWN) and not n.startswith(NOT_TOLD))
    return tuple(dict.fromkeys(own))


def documents_at(error: BaseException) -> tuple[str, ...]:
    """Ids of the documents that the innermost function with any was at when the error came."""
    for frame in reversed(list(_frames(error.__traceback__))):
        found = {one for value in frame.f_locals.values() if (one := _document_of(value))}
        if found:
            return tuple(sorted(found))
    return ()


def place_below(error: BaseException, root: Path) -> str:
    """The innermost line of code of an owner's below a folder that an error passed, "" for none."""
    package, top = Path(__file__).parent.parent, root.resolve()
    for frame in reversed(list(_frames(error.__traceback__))):
        file = Path(frame.f_code.co_filename)
        owners = file.is_relative_to(top) and not file.is_relative_to(package)
        if owners and file.suffix == ".py" and LIBRARIES.isdisjoint(file.parts):
            return f"{file.relative_to(top).as_posix()}:{frame.f_lineno}"
    return ""


def _frames(traceback: TracebackType | None) -> Iterator[FrameType]:
    while traceback is not None:
        yield traceback.tb_frame
        traceback = traceback.tb_next


def _document_of(value: object) -> str:
    """The document that a local value is of, "" where it is of none."""
    if isinstance(value, Document):
        return value.id
    if isinstance(value, Annotations | Parse):
        return value.document_id
    named = getattr(value, "document", "") if hasattr(type(value), "__struct_fields__") else ""
    return named if isinstance(named, str) else ""
