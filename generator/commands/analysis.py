"""Maps documents to annotations, here, over processes or a cluster; the order never changes.

What a document lost at which a worker died or hung is a failure like that of a stage: named, a
warning, and never kept in the cache.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from functools import partial
from os import cpu_count
from pathlib import Path

from msgspec import Struct

from generator.cache.fingerprint import (
    digest_of_values,
    library_versions,
    model_digest,
    rules_digest,
)
from generator.cache.store import AnnotationStore, annotation_key
from generator.commands.cluster import SameInstallation, cluster_at, digest_of_installation
from generator.commands.outcome import Progress
from generator.commands.workers import FOREVER, WorkerDiedError, spawned
from generator.config import Settings
from generator.config.limits import LimitSettings
from generator.errors import SettingsError
from generator.extract.annotate import find_annotations
from generator.faults.time_limit import PATIENCE, TimeLimitError, time_limit
from generator.faults.traces import failure_named
from generator.language.pipeline import load_language_model
from generator.model.annotations import Annotations
from generator.model.text import Document, Documents

USUAL = 100_000
"""Characters that `limits.document_seconds` is for; a longer document has more in proportion."""
GRACE = 2
"""How many times longer than its own clock a worker may take before it is killed from outside."""
STAGE = "extract.document"
KEPT_AT_ONCE = 100
"""Documents whose annotations are written to the cache together, while others are still read."""
LEAST_FOR_PROCESSES = 16
"""Below this many documents, loading the model in a second process costs more than it saves."""
LEAST_FOR_ONE = 150
"""From so many documents on even one process is another, which takes the model's memory with it."""


class Analysis(Struct, frozen=True):
    """The call that finds a document's annotations, wherever it is made."""

    model: str
    limits: LimitSettings

    def __call__(self, document: Document) -> Annotations:
        """One document's annotations; a stage that takes too long is a failure like another."""
        model = load_language_model(self.model)
        with time_limit(seconds_for(document, self.limits)):
            return find_annotations(document, model=model, limits=self.limits)


def seconds_for(document: Document, limits: LimitSettings) -> float:
    """How long one stage of a document may take."""
    return limits.document_seconds * max(1.0, len(document.text) / USUAL)


def processes_of(limits: LimitSettings) -> int:
    """How many processes do the work: as many as are set, else one a processor."""
    return limits.workers or cpu_count() or 1


def annotate_documents(
    documents: Documents,
    *,
    model: str,
    limits: LimitSettings,
    progress: Progress,
    keep: Callable[[Sequence[Annotations]], None] | None = None,
) -> tuple[Annotations, ...]:
    """The annotations of `documents`, in their order; `keep` gets all so far from time to time."""
    found: list[Annotations] = []
    for annotations in _annotated(documents, Analysis(model, limits)):
        found.append(annotations)
        progress("analyse", len(found), len(documents))
        if keep and len(found) % KEPT_AT_ONCE == 0:
            keep(found)
    return tuple(found)


def annotate_over(
    executor: Executor,
    documents: Documents,
    analysis: Callable[[Document], Annotations],
    *,
    died: type[Exception] = WorkerDiedError,
) -> Iterator[Annotations]:
    """The annotations of each document, in order, made wherever an executor makes its calls."""
    asked = [executor.submit(analysis, document) for document in documents]
    for document, future in zip(documents, asked, strict=True):
        try:
            yield future.result()
        except (died, TimeLimitError) as error:
            yield _lost(document, type(error).__name__)


def _lost(document: Document, error: str) -> Annotations:
    """What is left of a document at which a worker died or hung."""
    return Annotations(document.id, None, failures=(failure_named(STAGE, error),))


def _annotated(documents: Documents, analysis: Analysis) -> Iterator[Annotations]:
    if not documents:
        return
    if analysis.limits.scheduler:
        load_language_model(analysis.model)  # a missing model is an error here, said once
        call = SameInstallation(analysis, analysis.model, digest_of_installation(analysis.model))
        with cluster_at(analysis.limits.scheduler) as cluster:
            yield from annotate_over(cluster.executor, documents, call, died=cluster.died)
        return
    processes = min(processes_of(analysis.limits), len(documents))
    if len(documents) < (LEAST_FOR_PROCESSES if processes > 1 else LEAST_FOR_ONE):
        load_language_model(analysis.model)  # a missing model is an error here, said once
        yield from map(analysis, documents)
        return
    with spawned(
        processes,
        megabytes=analysis.limits.worker_megabytes,
        prepare=partial(_prepare, analysis.model),
        seconds=partial(_outside, analysis.limits),
    ) as executor:
        executor.submit(_load, analysis.model).result()  # a missing model is an error here
        yield from annotate_over(executor, documents, analysis)


def _load(model: str) -> None:
    """Load the model, where it is not yet."""
    load_language_model(model)


def _prepare(model: str) -> None:
    """Load the model before the first document, so that its time is not the document's."""
    with suppress(SettingsError):  # the first call tells it
        _load(model)


def _outside(limits: LimitSettings, given: Document | str) -> float:
    """After how long a worker is killed that its own clock has not stopped."""
    if isinstance(given, str):  # the name of the model
        return FOREVER
    return seconds_for(given, limits) * PATIENCE * GRACE


def kept_annotations(
    documents: Documents, settings: Settings, cache_dir: Path | None, progress: Progress
) -> tuple[tuple[Annotations, ...], int, str]:
    """Each document's annotations, how many are new, and why nothing could be kept."""
    limits = ",".join(map(str, settings.limits.of_paragraphs))
    rules = digest_of_values(rules_digest(), library_versions(), limits)
    model = model_digest(settings.nlp.model)
    keys = [annotation_key(d, rules=rules, model=model) for d in documents]
    store = AnnotationStore(cache_dir) if cache_dir else None
    known = store.load(keys) if store else {}
    missing = {k: d for k, d in zip(keys, documents, strict=True) if k not in known}

    def keep(found: Sequence[Annotations]) -> None:
        """The last ones, so that a build which is stopped does not begin anew."""
        last = (len(found) - 1) // KEPT_AT_ONCE * KEPT_AT_ONCE
        rows = zip(list(missing)[last : len(found)], found[last:], strict=True)
        if store and found:
            store.save({key: one for key, one in rows if not one.failures})

    found = annotate_documents(
        tuple(missing.values()),
        model=settings.nlp.model,
        limits=settings.limits,
        progress=progress,
        keep=keep,
    )
    fresh = dict(zip(missing, found, strict=True))
    if store:
        keep(found)
        store.keep_only(keys)
    known |= fresh
    return tuple(known[key] for key in keys), len(fresh), store.problem if store else ""
