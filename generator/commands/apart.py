"""A step of a journey in a process of its own, which takes with it what it held in memory.

Python gives hardly any memory back to the system, so the steps of one process add up: a corpus,
the engine's pages, the search index. A step apart begins with what is known so far, and only what
comes of it returns.
"""

import ctypes
import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar, cast

from msgspec import Struct

from generator.commands.outcome import Progress
from generator.commands.workers import FORKS, answer_of, collect_seldom
from generator.config import Site
from generator.errors import MachineError
from generator.faults.fence import tracebacks_are_shown
from generator.read.formats import ENDINGS
from generator.read.seed_files import find_files

LEAST_FILES, LEAST_BYTES = 150, 4_000_000
"""Of the seeds: below both, a process more costs what it saves."""
DIE_WITH_PARENT = 1
"""``PR_SET_PDEATHSIG`` of Linux."""
T = TypeVar("T")


class _StepProgress(Struct, frozen=True):
    """How far a step is."""

    step: str
    done: int
    total: int


def is_large(site: Site) -> bool:
    """Whether the seeds are so many, or so long, that what a step holds is worth a process."""
    found = find_files(site.seeds_dir, frozenset(ENDINGS))
    files = [seed.path for seed in found if not seed.problem]
    return len(files) >= LEAST_FILES or sum(map(_size_of, files)) >= LEAST_BYTES


def _size_of(seed: Path) -> int:
    """The bytes of what may be a seed; none of what cannot be looked at, which others tell."""
    with suppress(OSError):
        return seed.stat().st_size
    return 0


def run_of(site: Site) -> Callable[[Callable[[Progress], T], Progress], T]:
    """How a step is run that holds much of a large folder."""
    return apart if is_large(site) else at_once


def quiet_run_of(site: Site) -> Callable[[Callable[[], T]], T]:
    """The same for a step that tells of no progress."""
    return lambda work: run_of(site)(lambda _progress: work(), lambda _step, _done, _total: None)


def at_once(work: Callable[[Progress], T], progress: Progress) -> T:
    """What the work gives, made here."""
    return work(progress)


def apart(work: Callable[[Progress], T], progress: Progress) -> T:
    """What the work gives, or the error that it ends in, made in a process of its own.

    Where the system knows no such process, or an error's traceback is wanted, it is made here.
    """
    if not FORKS or tracebacks_are_shown():
        return at_once(work, progress)
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(work, theirs))
    process.start()
    theirs.close()
    try:
        result, error = _heard(ours, progress)
    finally:
        process.kill()
        process.join()
        ours.close()
    if error is not None:
        raise error
    return cast("T", result)


def _heard(connection: Connection, progress: Progress) -> tuple[object, BaseException | None]:
    """What came of the step; on the way, how far it is."""
    try:
        while isinstance(said := connection.recv(), _StepProgress):
            progress(said.step, said.done, said.total)
    except EOFError:
        raise MachineError(
            "the process that did the work was ended from outside",
            hint="The memory may have been too little: close other programs, set a smaller "
            "limits.workers, and run the command again.",
        ) from None
    answer: tuple[object, BaseException | None] = said
    return answer


def _do(work: Callable[[Progress], object], connection: Connection) -> None:
    """The step, in its process."""
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    collect_seldom()

    def tell(step: str, done: int, total: int) -> None:
        connection.send(_StepProgress(step, done, total))

    try:
        connection.send(answer_of(partial(work, tell), ()))
    except (BrokenPipeError, KeyboardInterrupt):
        return  # who asked is no more, or wants it no more
