"""Maps documents to annotations, in this process or over several; the order never changes."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from generator.extract.annotate import find_annotations
from generator.language.pipeline import load_language_model
from generator.model.annotations import Annotations
from generator.model.text import Document

LEAST_FOR_PROCESSES = 16
"""Below this many documents, loading the model in a second process costs more than it saves."""
CHUNK = 4

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""


def annotate_documents(
    documents: Sequence[Document], *, model: str, workers: int = 0, progress: Progress
) -> tuple[Annotations, ...]:
    """The annotations of `documents`, in their order; `workers` 0 means one a processor."""
    found: list[Annotations] = []
    for done, annotations in enumerate(_annotated(documents, model, workers), start=1):
        found.append(annotations)
        progress("analyse", done, len(documents))
    return tuple(found)


def _annotated(documents: Sequence[Document], model: str, workers: int) -> Iterator[Annotations]:
    processes = min(workers or os.cpu_count() or 1, len(documents))
    if processes < 2 or len(documents) < LEAST_FOR_PROCESSES:
        loaded = load_language_model(model) if documents else None
        for document in documents:
            if loaded is not None:
                yield find_annotations(document, model=loaded)
        return
    load_language_model(model)  # so that a missing model is an error here, said once
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        jobs = ((document, model) for document in documents)
        yield from pool.map(_annotate_one, jobs, chunksize=CHUNK)


def _annotate_one(job: tuple[Document, str]) -> Annotations:
    document, model = job
    return find_annotations(document, model=load_language_model(model))
