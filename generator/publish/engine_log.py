"""What the site engine warns of while it works."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def engine_warnings() -> Iterator[list[str]]:
    """What MkDocs warns of while it works; the rest of its messages are not for our users."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]  # one handler's
    logger = logging.getLogger("mkdocs")
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates
