"""Writes one correction into ``seeds/corrections.yml``, checked before it is kept."""

import difflib
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from generator.commands.withdrawn import keep_fingerprints
from generator.errors import SettingsError
from generator.files.guarded import write_guarded
from generator.model.corpus import Corpus
from generator.read.corrections import (
    FILE,
    OF_STORIES,
    WITHDRAW,
    read_corrections,
    read_corrections_text,
)

OF_ACTORS = frozenset({"merge", "split", "rename", "type", "role", "hide", "pin"})
"""Actions whose targets are actors, so that a name may stand for an id."""


def add_correction(
    seeds_dir: Path,
    corpus: Corpus,
    action: str,
    targets: Sequence[str],
    *,
    value: str | None,
    why: str,
    yaml_bytes: int = 1_000_000,
) -> str:
    """Append a correction; returns the lines that were written."""
    ids = _ids(corpus, action, targets)
    if action == "move" and value is not None:
        value = _story_id(corpus, value)
    entry: dict[str, object] = {"action": action, "target": ids}
    if value is not None:
        entry["value"] = value
    entry["why"] = why
    lines = yaml.safe_dump([entry], sort_keys=False, allow_unicode=True)
    path = seeds_dir / FILE
    before = read_corrections_text(seeds_dir, yaml_bytes=yaml_bytes)
    text = f"{before.rstrip()}\n\n{lines}" if before.strip() else lines
    _check(text, yaml_bytes)
    if action == WITHDRAW:
        (gone,) = (row.document for row in corpus.documents if row.document.path == ids[0])
        keep_fingerprints(seeds_dir, gone)
    write_guarded(path, text, within=seeds_dir)
    return lines


def _ids(corpus: Corpus, action: str, targets: Sequence[str]) -> list[str]:
    """The ids of the targets: actors, stories and documents may be given by name."""
    if action in OF_ACTORS:
        return [_actor_id(corpus, t) for t in targets]
    if action == "merge-stories":
        return [_story_id(corpus, t) for t in targets]
    if action == "move":
        return [_document_id(corpus, t) for t in targets]
    if action in OF_STORIES:
        return [_story_id(corpus, t) for t in targets[:1]] + [
            _document_id(corpus, t) for t in targets[1:]
        ]
    if action == WITHDRAW:
        paths = {row.document.id: row.document.path for row in corpus.documents}
        return [paths[_document_id(corpus, t)] for t in targets]
    return list(targets)


def _story_id(corpus: Corpus, wanted: str) -> str:
    """The id of the one story with this id, label or name, or of which this is a document."""
    stories = corpus.stories
    called = {
        s.id: {s.id, *s.documents, s.name or "", s.label.text if s.label else ""} for s in stories
    }
    found = [i for i, names in called.items() if wanted.casefold() in {n.casefold() for n in names}]
    return _only(found, wanted, "story", sorted(called), "stories.json lists them.")


def _document_id(corpus: Corpus, wanted: str) -> str:
    """The id of the document with this id or path."""
    documents = [row.document for row in corpus.documents]
    found = [d.id for d in documents if wanted in {d.id, d.path}]
    known = sorted(n for d in documents for n in (d.id, d.path))
    return _only(found, wanted, "document", known, "documents.json lists them.")


def _only(found: Sequence[str], wanted: str, kind: str, known: Sequence[str], where: str) -> str:
    if len(found) == 1:
        return found[0]
    if found:
        raise SettingsError(f"{wanted!r} may be {' or '.join(found)}", hint="Give the id.")
    near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.4)
    raise SettingsError(
        f"there is no {kind} {wanted!r}", hint=f"Near it: {', '.join(near)}." if near else where
    )


def _check(text: str, yaml_bytes: int) -> None:
    """Read the new file as a build would; an error leaves the old one as it is."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / FILE).write_text(text, "utf-8")
        read_corrections(Path(folder), yaml_bytes=yaml_bytes)


def _actor_id(corpus: Corpus, wanted: str) -> str:
    """The id of the one actor with this id, name or alias."""
    folded = wanted.casefold()
    if any(a.id == wanted for a in corpus.actors):
        return wanted
    found = [
        a.id
        for a in corpus.actors
        if folded in {a.name.casefold(), *(x.text.casefold() for x in a.aliases)}
    ]
    known = sorted({a.id for a in corpus.actors} | {a.name for a in corpus.actors})
    return _only(found, wanted, "actor", known, "actors.json lists them.")
