"""Maps documents to annotations, in this process or over several; the order never changes.

A worker has one document at a time, so that the one at which it dies or hangs is known by name; it
is replaced, and the others' documents are not touched. What such a document lost is a failure like
that of a stage: named, a warning, and never kept in the cache.
"""

import os
from collections.abc import Callable, Iterator, Sequence

from generator.commands.workers import Job, Work, annotate_one, annotate_over
from generator.config.limits import LimitSettings
from generator.faults.fence import tracebacks_are_shown
from generator.language.pipeline import load_language_model
from generator.model.annotations import Annotations
from generator.model.text import Document

LEAST_FOR_PROCESSES = 16
"""Below this many documents, loading the model in a second process costs more than it saves."""

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""


def annotate_documents(
    documents: Sequence[Document], *, model: str, limits: LimitSettings, progress: Progress
) -> tuple[Annotations, ...]:
    """The annotations of `documents`, in their order; as many processes as `limits.workers`."""
    found: dict[int, Annotations] = {}
    for number, annotations in _annotated(documents, model, limits):
        found[number] = annotations
        progress("analyse", len(found), len(documents))
    return tuple(found[number] for number in range(len(documents)))


def _annotated(
    documents: Sequence[Document], model: str, limits: LimitSettings
) -> Iterator[tuple[int, Annotations]]:
    if not documents:
        return
    loaded = load_language_model(model)  # a missing model is an error here, said once
    processes = min(limits.workers or os.cpu_count() or 1, len(documents))
    if processes < 2 or len(documents) < LEAST_FOR_PROCESSES:
        for number, document in enumerate(documents):
            yield number, annotate_one(document, loaded, limits)
        return
    work = Work(model, limits, tracebacks_are_shown())
    yield from annotate_over([Job(n, d) for n, d in enumerate(documents)], work, processes)
