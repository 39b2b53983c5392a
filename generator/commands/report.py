"""A small archive for a bug report: what the tool is, how it is set, and where it failed.

Of the document itself nothing is in it, unless its owner asks for that: no word, no path of the
machine, not even the message of an error, which may repeat words of the document. Nor is what an
owner wrote into the settings: places, addresses (which may hold a password), names.
"""

import io
import json
import logging
import os
import platform
import traceback
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import msgspec

from generator import __version__
from generator.cache.fingerprint import library_versions, model_digest, rules_digest
from generator.commands.analysis import Analysis
from generator.config import Settings, Site
from generator.errors import BriefingError, SeedError, SettingsError
from generator.faults.fence import Fence, log
from generator.files.entries import lies_there
from generator.files.guarded import (
    UnreadableError,
    read_guarded,
    read_own,
    shown_name,
    write_whole,
)
from generator.model.annotations import Annotations
from generator.model.failures import Failure
from generator.model.identifiers import path_ids
from generator.model.text import Document
from generator.read.formats import ENDINGS
from generator.read.seed_files import find_files
from generator.read.seeds import read_seeds
from generator.resolve.assemble import assemble_corpus

OWN = frozenset(("failures.json", "settings.json", "tracebacks.txt", "versions.json"))
"""What every report has."""
CHOSEN = frozenset(("by", "interface_language", "model", "source_text"))
"""Settings whose words are chosen from a few, or name a package."""
WRITTEN = "…"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The zip's own beginning of time: equal reports are equal bytes."""


def write_report(site: Site, seed: str, target: Path, *, with_text: bool) -> tuple[Failure, ...]:
    """Analyse one file alone and write what happened; the failures that were met.

    A file of which nothing can be read has its report as well.
    """
    _refuse_other_file(target)
    name = _find(site, seed)
    with _errors() as errors:
        failures, documents = _try(site, name, seed)
    heard = dict.fromkeys((*(failure for failure, _ in errors), *failures))
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
        "settings.json": _without_words(*map(msgspec.to_builtins, (site.settings, Settings()))),
        "failures.json": msgspec.to_builtins(tuple(heard)),
        "reading.json": {"documents": len(documents)},
    }
    texts = {name: json.dumps(value, indent=1, sort_keys=True) for name, value in files.items()}
    texts["tracebacks.txt"] = "\n".join(_told(e, with_text=with_text) for _, e in errors)
    contents = {name: text.encode("utf-8") for name, text in texts.items()}
    if with_text:
        contents |= _texts(site, name, documents)
    write_whole(target, _zipped(contents))
    return tuple(heard)


def _refuse_other_file(target: Path) -> None:
    """Stop where something else than an earlier report would be written over."""
    if not lies_there(target):
        return
    with (
        suppress(zipfile.BadZipFile, UnreadableError),
        zipfile.ZipFile(io.BytesIO(read_own(target))) as archive,
    ):
        if set(archive.namelist()) >= OWN:
            return
    raise SettingsError(
        "this is no earlier report, and it would be written over",
        where=str(target),
        hint="Give another name with --out.",
    )


def _without_words(told: object, usual: object) -> object:
    """The settings without what an owner wrote: places, addresses, names, reasons."""
    if isinstance(told, dict):
        known = usual if isinstance(usual, dict) else {}
        return {
            key: value if key in CHOSEN else _without_words(value, known.get(key))
            for key, value in told.items()
        }
    if isinstance(told, list | tuple):
        return [_without_words(one, None) for one in told]
    return WRITTEN if isinstance(told, str) and told != usual else told


def _find(site: Site, seed: str) -> str:
    """The one file that is meant: by its path below the seeds or from here, its id or its name."""
    folder = site.seeds_dir
    files = find_files(folder, frozenset(ENDINGS)) if folder.is_dir() else ()
    names = [f.path.relative_to(folder).as_posix() for f in files]
    ids = path_ids(names)
    below = Path(os.path.relpath(seed or os.curdir, folder)).as_posix()  # a link is not followed
    article = seed.rpartition("#")[0]  # its path begins with that of its file
    wanted = {seed, article, below}
    found = [name for name in names if wanted & {name, shown_name(name), ids[name]}]
    found = found or [n for n in names if n.rpartition("/")[2] == Path(seed).name]
    found = found or _with_article(site, names, seed)
    if len(found) != 1:
        raise SeedError(
            f"{len(found)} files are called {seed!r}",
            where=str(folder),
            hint="Give the path below the seeds folder, as the warning does.",
        )
    return found[0]


def _with_article(site: Site, names: list[str], seed: str) -> list[str]:
    """The files that an article with this id is in; only the articles themselves tell."""
    if not names:
        return []
    documents = read_seeds(site.seeds_dir, limits=site.settings.limits).documents
    paths = {d.path.rpartition("#")[0] for d in documents if d.id == seed}
    return [name for name in names if shown_name(name) in paths]


def _try(site: Site, name: str, seed: str) -> tuple[tuple[Failure, ...], tuple[Document, ...]]:
    """Every stage on this file alone, and what could be read of it."""
    limits, fence = site.settings.limits, Fence(shown_name(name))
    find = partial(read_seeds, site.seeds_dir, limits=limits, only=name)
    read = fence.run("read.text", lambda: find().documents, ())
    documents = tuple(d for d in read if seed in {d.id, d.path}) or read
    if not documents:
        return (), ()
    annotate = Analysis(site.settings.nlp.model, limits)
    nothing: list[Annotations] = []
    annotations = fence.run("extract.document", lambda: list(map(annotate, documents)), nothing)
    found = [f for document in documents for f in document.failures]
    found += [f for one in annotations for f in one.failures]
    with suppress(BriefingError):  # the error itself is heard
        if annotations:
            assemble_corpus(documents, annotations, limits=limits)
    return tuple(found), documents


def _texts(site: Site, name: str, documents: tuple[Document, ...]) -> dict[str, bytes]:
    """What was read of the file, or the file itself where nothing was."""
    if documents:
        return {"document.txt": "\n\n".join(d.text for d in documents).encode("utf-8")}
    most = site.settings.limits.seed_bytes
    path = site.seeds_dir / name
    with suppress(OSError, UnreadableError):
        content = read_guarded(path, within=site.seeds_dir, most=most, limit="seed_bytes")
        return {"document.bin": content}
    return {}


@contextmanager
def _errors() -> Iterator[list[tuple[Failure, BaseException]]]:
    """What the fences catch while something runs."""
    found: list[tuple[Failure, BaseException]] = []
    handler = logging.Handler()

    def keep(record: logging.LogRecord) -> None:
        failure = getattr(record, "failure", None)
        if failure and record.exc_info and record.exc_info[1]:
            found.append((failure, record.exc_info[1]))

    handler.emit = keep  # type: ignore[method-assign]  # one handler's
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


def _zipped(contents: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(contents.items()):
            archive.writestr(zipfile.ZipInfo(name, FIRST_DAY), content)
    return stream.getvalue()
