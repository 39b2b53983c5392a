"""Processes behind the standard library's `Executor`, each with one call at a time.

So the call at which a process dies or hangs is known: the process is replaced, a call that cost
two processes their lives ends in `WorkerDiedError`, one that outlasts its clock in
`TimeLimitError`, and the other calls are not touched.
"""

import gc
import multiprocessing
import sys
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext
from typing import ParamSpec, TypeVar

from msgspec import Struct

from generator.errors import SettingsError
from generator.faults.fence import show_tracebacks, tracebacks_are_shown
from generator.faults.time_limit import TimeLimitError

TRIES = 2
"""How often a call may cost a worker its life; it may be chance once."""
STARTS = 3
"""How many workers in a row may die before they have a call."""
MEGABYTE = 1 << 20
OBJECTS = 100_000
"""New objects after which circles are looked for; Python's own number is 700."""
FOREVER = float("inf")
FORKS = sys.platform == "linux"
"""Where a fork is safe: elsewhere libraries of the system hold threads of their own."""
P = ParamSpec("P")
T = TypeVar("T")
Work = Callable[..., object]
Context = ForkContext | SpawnContext


class WorkerDiedError(Exception):
    """A process ended at a call, and another one at the same call."""


class Told(Struct, frozen=True):
    """What every worker is told once."""

    megabytes: int = 0
    """Most memory that it may ask for, 0 for any."""
    prepare: Callable[[], None] | None = None
    """Run before the first call."""
    inherited: Work | None = None
    """What the calls are of, where it is not sent with each."""
    tracebacks: bool = False


class Workers(Executor):
    """So many processes, begun at the first call; `seconds` says how long a call may take.

    No thread serves them: whoever waits for a result hands out the calls meanwhile.
    """

    def __init__(
        self,
        processes: int,
        told: Told,
        *,
        context: Context,
        seconds: Callable[..., float] = lambda *_given: FOREVER,
    ) -> None:
        self._processes = processes
        self._told = told
        self._context = context
        self._seconds = seconds
        self._waiting: deque[_Call] = deque()
        self._workers: list[_Worker] = []
        self._starts_failed = 0

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Ask for a call; only what comes by position reaches a process."""
        if kwargs:
            raise TypeError("a worker's call takes no keywords")
        call: _Call = _Call(self, fn, args)
        self._waiting.append(call)
        while len(self._workers) < min(self._processes, len(self._waiting)):
            self._start()
        return call  # type: ignore[return-value]  # of what `fn` gives

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 the standard library's signature
        """End every worker; nobody waits for a call any more."""
        for worker in self._workers:
            worker.kill()
        self._workers = []

    def turn(self) -> None:
        """Hand out calls, wait until something happens, and settle what came of it."""
        self._hand_out()
        earliest = min((w.deadline for w in self._workers), default=FOREVER)
        left = max(0.0, earliest - time.monotonic()) if earliest < FOREVER else None
        heard = set(wait([w.connection for w in self._workers], timeout=left))
        for worker in list(self._workers):
            if worker.connection in heard:
                self._listen(worker)
            elif worker.call and worker.deadline <= time.monotonic():
                worker.call.set_exception(TimeLimitError())
                self._replace(worker)

    def _start(self) -> None:
        self._workers.append(_Worker(self._context, self._told))

    def _hand_out(self) -> None:
        for worker in list(self._workers):
            if not (worker.ready and worker.call is None and self._waiting):
                continue
            call = self._waiting.popleft()
            try:
                worker.give(call, self._told.inherited, self._seconds(*call.given))
            except OSError:  # it died while it had nothing to do
                worker.call = None
                self._waiting.appendleft(call)
                self._replace(worker)

    def _listen(self, worker: "_Worker") -> None:
        try:
            said: tuple[object, BaseException | None] | None = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if said is not None and worker.call is not None:
            result, error = said
            if error is not None:
                worker.call.set_exception(error)
            else:
                worker.call.set_result(result)
            worker.call, worker.deadline = None, FOREVER
        worker.ready, self._starts_failed = True, 0

    def _bury(self, worker: "_Worker") -> None:
        """A worker died: its call is tried once more, and is lost if it happens again."""
        call = worker.call
        if call is None:
            self._count_failed_start(worker)
        else:
            call.deaths += 1
            if call.deaths < TRIES:
                self._waiting.append(call)
            else:
                call.set_exception(WorkerDiedError())
        self._replace(worker)

    def _count_failed_start(self, worker: "_Worker") -> None:
        self._starts_failed += not worker.ready
        if self._starts_failed >= STARTS:
            raise SettingsError(
                "the processes that do the work end before they begin",
                where="mkdocs.yml: limits",
                hint="Raise limits.worker_megabytes, or set limits.workers to 1.",
            )

    def _replace(self, worker: "_Worker") -> None:
        self._workers.remove(worker)
        worker.kill()
        self._start()


class _Call(Future[object]):
    """A call that is asked for; who waits for it lets the workers go on."""

    def __init__(self, workers: Workers, work: Work, given: tuple[object, ...]) -> None:
        super().__init__()
        self._workers = workers
        self.work = work
        self.given = given
        self.deaths = 0

    def result(self, timeout: float | None = None) -> object:
        """What came of it, or the error that it ended in."""
        while not self.done():
            self._workers.turn()
        return super().result(timeout)


class _Worker:
    """A process with the call that it has, and until when it may take."""

    def __init__(self, context: Context, told: Told) -> None:
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, told), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.call: _Call | None = None
        self.deadline = FOREVER

    def give(self, call: _Call, inherited: Work | None, seconds: float) -> None:
        """Hand a call over."""
        self.call, self.deadline = call, time.monotonic() + seconds
        self.connection.send((None if inherited else call.work, call.given))

    def kill(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def spawned(
    processes: int,
    *,
    megabytes: int,
    prepare: Callable[[], None],
    seconds: Callable[..., float],
) -> Workers:
    """Workers that begin with nothing: each loads what it needs; a fork would share its threads."""
    told = Told(megabytes, prepare, tracebacks=tracebacks_are_shown())
    context = multiprocessing.get_context("spawn")
    return Workers(processes, told, context=context, seconds=seconds)


def forks(processes: int) -> Callable[[Work], Workers] | None:
    """What gives workers for one kind of work, if there can be two."""
    return partial(_forked, processes) if FORKS and processes > 1 else None


def _forked(processes: int, work: Work) -> Workers:
    """Workers that have all that this process knows, without sending it."""
    context = multiprocessing.get_context("fork")
    return Workers(processes, Told(inherited=work), context=context)


def _serve(connection: Connection, told: Told) -> None:
    """The life of a worker: a word when it is ready, then a call in, what came of it out."""
    collect_seldom()
    if told.megabytes:
        _limit_memory(told.megabytes)
    if told.tracebacks:
        show_tracebacks()
    if told.prepare:
        told.prepare()
    try:
        connection.send(None)
        while True:
            work, given = connection.recv()
            connection.send(answer_of(told.inherited or work, given))
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return  # who asked has what is wanted, or is no more


def collect_seldom() -> None:
    """Let a process that ends with its work look for circles of objects less often.

    A corpus is many objects in hardly any circle: looking for one takes a tenth of the time. What
    was inherited is not looked at, so that it stays shared.
    """
    gc.freeze()
    gc.set_threshold(OBJECTS)


def answer_of(work: Work, given: tuple[object, ...]) -> tuple[object, BaseException | None]:
    """What a call gives, or the error that it ends in, which is told where it was asked for."""
    try:
        return work(*given), None
    except Exception as error:  # noqa: BLE001 handed on as it is, caught nowhere
        return None, error


def _limit_memory(megabytes: int) -> None:
    """Let a document that asks for more memory fail by itself, where the system knows how."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 not on every system

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * MEGABYTE
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
