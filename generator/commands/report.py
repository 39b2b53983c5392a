"""A small archive for a bug report: what the tool is, how it is set, and where it failed.

Of the document itself nothing is in it, unless its owner asks for that: no word, no path of the
machine, not even the message of an error, which may repeat words of the document.
"""

import io
import json
import logging
import platform
import traceback
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from generator import __version__
from generator.cache.fingerprint import library_versions, model_digest, rules_digest
from generator.commands.analysis import Analysis
from generator.config import Site
from generator.errors import BriefingError, SeedError
from generator.faults.fence import log
from generator.model.failures import Failure
from generator.model.text import Document
from generator.read.seeds import read_seeds
from generator.resolve.assemble import assemble_corpus

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The zip's own beginning of time: equal reports are equal bytes."""


def write_report(site: Site, seed: str, target: Path, *, with_text: bool) -> tuple[Failure, ...]:
    """Analyse one seed alone and write what happened; the failures that were met."""
    document = _find(site, seed)
    with _errors() as errors:
        failures = _try(site, document)
    files = {
        "versions.json": {
            "generator": __version__,
            "rules": rules_digest(),
            "libraries": library_versions(),
            "model": site.settings.nlp.model,
            "model_sha256": model_digest(site.settings.nlp.model),
            "python": platform.python_version(),
            "system": platform.system(),
        },
        "settings.json": msgspec.to_builtins(site.settings),
        "failures.json": msgspec.to_builtins(failures),
    }
    texts = {name: json.dumps(value, indent=1, sort_keys=True) for name, value in files.items()}
    texts["tracebacks.txt"] = "\n".join(_told(e, with_text=with_text) for e in errors)
    if with_text:
        texts["document.txt"] = document.text
    target.write_bytes(_zipped(texts))
    return failures


def _find(site: Site, seed: str) -> Document:
    documents = read_seeds(site.seeds_dir).documents
    name = Path(seed).name
    found = [d for d in documents if seed in {d.path, d.id}] or [
        d for d in documents if d.path.rpartition("/")[2] == name
    ]
    if len(found) != 1:
        raise SeedError(
            f"{len(found)} documents are called {seed!r}",
            where=str(site.seeds_dir),
            hint="Give the path below the seeds folder, as the warning does.",
        )
    return found[0]


def _try(site: Site, document: Document) -> tuple[Failure, ...]:
    """Every stage on this document alone."""
    limits = site.settings.limits
    annotations = Analysis(site.settings.nlp.model, limits)(document)
    failures = (*document.failures, *annotations.failures)
    try:
        corpus = assemble_corpus([document], [annotations], limits=limits)
    except BriefingError:
        return failures  # the error itself was heard
    return (*failures, *corpus.failures)


@contextmanager
def _errors() -> Iterator[list[BaseException]]:
    """What the fences catch while something runs."""
    found: list[BaseException] = []
    handler = logging.Handler()

    def keep(record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1]:
            found.append(record.exc_info[1])

    handler.emit = keep  # type: ignore[method-assign]
    level = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield found
    finally:
        log.removeHandler(handler)
        log.setLevel(level)


def _told(error: BaseException, *, with_text: bool) -> str:
    """An error's way through the tool: files of packages, lines and functions."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{_below(f.filename)}:{f.lineno} {f.name}" for f in frames]
    message = f": {error}" if with_text else ""
    return "\n".join([*lines, f"{type(error).__name__}{message}", ""])


def _below(filename: str) -> str:
    """A file's path from its package on, so that no folder of the machine is told."""
    parts = Path(filename).parts
    for home in ("site-packages", "generator"):
        if home in parts:
            at = len(parts) - 1 - parts[::-1].index(home)
            return "/".join(parts[at + (home == "site-packages") :])
    return parts[-1]


def _zipped(texts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(texts.items()):
            archive.writestr(zipfile.ZipInfo(name, FIRST_DAY), text.encode("utf-8"))
    return stream.getvalue()
