"""Processes that analyse documents, one at a time each, and are replaced where they die or hang."""

import sys
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

from msgspec import Struct

from generator.config.limits import LimitSettings
from generator.errors import SettingsError
from generator.extract.annotate import find_annotations
from generator.faults.fence import show_tracebacks
from generator.faults.time_limit import PATIENCE, time_limit
from generator.faults.traces import failure_named
from generator.language.pipeline import LanguageModel, load_language_model
from generator.model.annotations import Annotations
from generator.model.text import Document

USUAL = 100_000
"""Characters that `limits.document_seconds` is for; a longer document has more in proportion."""
TRIES = 2
"""How often a document may cost a worker its life; it may be chance once."""
STARTS = 3
"""How many workers in a row may die before they have a document."""
GRACE = 2
"""How many times longer than its own clock a worker may take before it is killed from outside."""
MEGABYTE = 1 << 20
STAGE = "extract.document"


class Job(Struct, frozen=True):
    """A document and its place in the corpus."""

    number: int
    document: Document


class Work(Struct, frozen=True):
    """What every worker is told once."""

    model: str
    limits: LimitSettings
    tracebacks: bool


def annotate_one(document: Document, model: LanguageModel, limits: LimitSettings) -> Annotations:
    """One document's annotations; a stage that takes too long is a failure like another."""
    with time_limit(seconds_for(document, limits)):
        return find_annotations(document, model=model, limits=limits)


def seconds_for(document: Document, limits: LimitSettings) -> float:
    """How long one stage of a document may take."""
    return limits.document_seconds * max(1.0, len(document.text) / USUAL)


def annotate_over(
    jobs: Sequence[Job], work: Work, processes: int
) -> Iterator[tuple[int, Annotations]]:
    """Each job's number and annotations, as they come."""
    pool = _Pool(deque(jobs), work)
    try:
        for _ in range(processes):
            pool.start()
        while pool.waiting or pool.busy():
            yield from pool.turn()
    finally:
        pool.stop()


class _Worker:
    """A process with the job that it has, and until when it may take."""

    def __init__(self, work: Work) -> None:
        context = get_context("spawn")  # a fork would share the model's threads
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.job: Job | None = None
        self.deadline = float("inf")

    def give(self, job: Job, seconds: float) -> None:
        """Hand a job over."""
        self.job, self.deadline = job, time.monotonic() + seconds
        self.connection.send(job.document)

    def kill(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Pool:
    """The workers, the jobs that wait, and how often each cost a worker its life."""

    def __init__(self, waiting: deque[Job], work: Work) -> None:
        self.waiting = waiting
        self.work = work
        self.workers: list[_Worker] = []
        self.deaths: Counter[int] = Counter()
        self.starts_failed = 0

    def start(self) -> None:
        """One worker more."""
        self.workers.append(_Worker(self.work))

    def busy(self) -> bool:
        """Whether any worker has a job."""
        return any(w.job for w in self.workers)

    def stop(self) -> None:
        """End every worker."""
        for worker in self.workers:
            worker.kill()

    def turn(self) -> Iterator[tuple[int, Annotations]]:
        """Hand out jobs, wait until something happens, and tell what came of it."""
        self._hand_out()
        earliest = min(w.deadline for w in self.workers)
        left = max(0.0, earliest - time.monotonic()) if earliest < float("inf") else None
        heard = set(wait([w.connection for w in self.workers], timeout=left))
        for worker in list(self.workers):
            if worker.connection in heard:
                yield from self._listen(worker)
            elif worker.job and worker.deadline <= time.monotonic():
                yield worker.job.number, _lost(worker.job.document, "TimeLimitError")
                self._replace(worker)

    def _hand_out(self) -> None:
        for worker in list(self.workers):
            if not (worker.ready and worker.job is None and self.waiting):
                continue
            job = self.waiting.popleft()
            outside = seconds_for(job.document, self.work.limits) * PATIENCE * GRACE
            try:
                worker.give(job, outside)
            except OSError:  # it died while it had nothing to do
                worker.job = None
                self.waiting.appendleft(job)
                self._replace(worker)

    def _listen(self, worker: _Worker) -> Iterator[tuple[int, Annotations]]:
        try:
            said: Annotations | None = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if said is not None and worker.job is not None:
            yield worker.job.number, said
            worker.job, worker.deadline = None, float("inf")
        worker.ready, self.starts_failed = True, 0

    def _bury(self, worker: _Worker) -> Iterator[tuple[int, Annotations]]:
        """A worker died: its document is tried once more, and named if it happens again."""
        job = worker.job
        if job is None:
            self._count_failed_start(worker)
        else:
            self.deaths[job.number] += 1
            if self.deaths[job.number] < TRIES:
                self.waiting.append(job)
            else:
                yield job.number, _lost(job.document, "WorkerDiedError")
        self._replace(worker)

    def _count_failed_start(self, worker: _Worker) -> None:
        self.starts_failed += not worker.ready
        if self.starts_failed >= STARTS:
            raise SettingsError(
                "the processes that analyse documents end before they begin",
                where="mkdocs.yml: limits",
                hint="Raise limits.worker_megabytes, or set limits.workers to 1.",
            )

    def _replace(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.kill()
        self.start()


def _lost(document: Document, error: str) -> Annotations:
    """What is left of a document at which a worker died or hung."""
    return Annotations(document.id, None, failures=(failure_named(STAGE, error),))


def _serve(connection: Connection, work: Work) -> None:
    """The life of a worker: a word when it is ready, then a document in, its annotations out."""
    _limit_memory(work.limits.worker_megabytes)
    if work.tracebacks:
        show_tracebacks()
    model = load_language_model(work.model)
    try:
        connection.send(None)
        while True:
            document: Document = connection.recv()
            connection.send(annotate_one(document, model, work.limits))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the build has what it wants, or is no more


def _limit_memory(megabytes: int) -> None:
    """Let a document that asks for more memory fail by itself, where the system knows how."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 not on every system

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * MEGABYTE
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
