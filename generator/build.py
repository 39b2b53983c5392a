"""The whole journey, told once: gather, prove, then write."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator import __version__
from generator.config import Settings
from generator.fingerprint import model_digest, rules_digest
from generator.model.annotations import Annotations
from generator.model.corpus import Corpus
from generator.model.text import Document
from generator.pages.data import Maker, render_data
from generator.read.seeds import read_seeds
from generator.resolve.assemble import assemble_corpus
from generator.store import AnnotationStore, annotation_key
from generator.workers import Progress, annotate_documents


class Gathered(Struct, frozen=True):
    """All that is known of a folder of seeds, before anything is written."""

    corpus: Corpus
    maker: Maker
    analysed: int
    """How many documents had to be analysed anew."""


def gather(
    seeds_dir: Path, *, settings: Settings, cache_dir: Path | None, progress: Progress
) -> Gathered:
    """Read the seeds, analyse what is new, resolve the corpus."""
    reading = read_seeds(seeds_dir, seed_bytes=settings.limits.seed_bytes)
    rules, model = rules_digest(), model_digest(settings.nlp.model)
    annotations, analysed = _annotations(reading.documents, settings, cache_dir, progress)
    progress("resolve", 0, 1)
    corpus = assemble_corpus(
        reading.documents,
        annotations,
        skipped=reading.skipped,
        limits=settings.limits,
    )
    progress("resolve", 1, 1)
    return Gathered(corpus, Maker(__version__, rules, settings.nlp.model, model), analysed)


def write_data(gathered: Gathered, folder: Path) -> Mapping[str, bytes]:
    """Write the public data files into `folder` and return them by name."""
    files = render_data(gathered.corpus, gathered.maker)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return files


def _annotations(
    documents: Sequence[Document], settings: Settings, cache_dir: Path | None, progress: Progress
) -> tuple[tuple[Annotations, ...], int]:
    rules, model = rules_digest(), model_digest(settings.nlp.model)
    keys = [annotation_key(d, rules=rules, model=model) for d in documents]
    store = AnnotationStore(cache_dir) if cache_dir else None
    known = store.load(keys) if store else {}
    missing = {k: d for k, d in zip(keys, documents, strict=True) if k not in known}
    found = annotate_documents(
        tuple(missing.values()),
        model=settings.nlp.model,
        workers=settings.limits.workers,
        progress=progress,
    )
    fresh = dict(zip(missing, found, strict=True))
    if store:
        store.save(fresh)
        store.keep_only(keys)
    known |= fresh
    return tuple(known[key] for key in keys), len(fresh)
