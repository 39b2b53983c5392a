"""The fence at a wing's door: a stage that ends in an unexpected error costs its findings alone.

It is the one place that catches every error, and only the doors of the wings, the steps after them
and the end of a command put it up. What a user can mend (`BriefingError`) passes through it.
"""

import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.errors import BriefingError, StageError
from generator.faults.injection import inject
from generator.faults.traces import describe_failure, documents_at
from generator.model.failures import Failure

NOTHING = "Nothing was written."
MACHINE = (OSError,)
"""What the machine refuses: where a command ends it is told with what to do, as no defect."""
T = TypeVar("T")
U = TypeVar("U")

log = logging.getLogger("generator.faults")
"""Tells at INFO, with the traceback, what the warnings of a build tell without."""


class Fence:
    """Runs the stages of one document (or of the corpus, "") and keeps what failed."""

    def __init__(self, document: str = "", *, passes: tuple[type[Exception], ...] = ()) -> None:
        self.document = document
        self._passes: tuple[type[Exception], ...] = (BriefingError, *passes)
        """What is no error of the stage: others tell it."""
        self.failures: tuple[Failure, ...] = ()
        self.documents: tuple[str, ...] = ()
        """Where a stage of the corpus was when it failed last, as far as that can be told."""

    def run(self, stage: str, find: Callable[[], T], nothing: U) -> T | U:
        """What `find` gives, or `nothing` where it ends in an unexpected error."""
        try:
            inject(stage, self.document)
            return find()
        except self._passes:
            raise
        except Exception as error:  # noqa: BLE001  the fence: HOUSE.md, law 8
            self.documents = documents_at(error)
            self.keep(describe_failure(stage, error), error)
            return nothing

    def need(self, stage: str, find: Callable[[], T], *, left: str = NOTHING) -> T:
        """What `find` gives; an unexpected error stops the command and names documents.

        `left` says what the command leaves behind.
        """
        try:
            inject(stage, self.document)
            return find()
        except self._passes:
            raise
        except Exception as error:
            failure = describe_failure(stage, error)
            self.keep(failure, error)
            raise stage_error(failure, documents_at(error), left) from error

    def keep(self, failure: Failure, error: BaseException | None = None) -> None:
        """Note a failure, once for a stage of several steps, and tell it to whoever listens."""
        if all(known.stage != failure.stage for known in self.failures):
            self.failures = (*self.failures, failure)
        where = f"{self.document}: " if self.document else ""
        told = (where, failure.stage, failure.error, failure.digest)
        log.info("%s%s: %s %s", *told, exc_info=error, extra={"failure": failure})


def stage_error(failure: Failure, documents: Sequence[str], left: str = NOTHING) -> StageError:
    """The error that stops a command, with the documents that a stage was at."""
    hint = "no source shows it alone, so please report it with what --debug shows."
    if documents:
        hint = (
            f"please report it with what `briefing report {documents[0]}` writes, or --debug shows."
        )
    return StageError(
        f"{failure.stage} ended in an unexpected error ({failure.error} {failure.digest})",
        where=", ".join(documents),
        hint=f"{left} This is a defect of the tool: {hint}".strip(),
    )


def show_tracebacks() -> None:
    """Let this process tell each failure with its traceback on the error stream."""
    if not log.handlers:
        log.addHandler(logging.StreamHandler())
    log.setLevel(logging.INFO)


def tracebacks_are_shown() -> bool:
    """Whether `show_tracebacks` was asked for."""
    return log.isEnabledFor(logging.INFO) and bool(log.handlers)
