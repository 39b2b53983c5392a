"""Writes one correction into ``seeds/corrections.yml``, checked before it is kept."""

import difflib
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from generator.errors import SettingsError
from generator.files.guarded import write_guarded
from generator.model.corpus import Corpus
from generator.read.corrections import FILE, read_corrections, read_corrections_text

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
    ids = [_actor_id(corpus, t) for t in targets] if action in OF_ACTORS else list(targets)
    entry: dict[str, object] = {"action": action, "target": ids}
    if value is not None:
        entry["value"] = value
    entry["why"] = why
    lines = yaml.safe_dump([entry], sort_keys=False, allow_unicode=True)
    path = seeds_dir / FILE
    before = read_corrections_text(seeds_dir, yaml_bytes=yaml_bytes)
    text = f"{before.rstrip()}\n\n{lines}" if before.strip() else lines
    _check(text, yaml_bytes)
    write_guarded(path, text, within=seeds_dir)
    return lines


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
    if len(found) == 1:
        return found[0]
    if found:
        raise SettingsError(f"{wanted!r} may be {' or '.join(found)}", hint="Give the id.")
    known = sorted({a.id for a in corpus.actors} | {a.name for a in corpus.actors})
    near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.4)
    raise SettingsError(
        f"there is no actor {wanted!r}",
        hint=f"Near it: {', '.join(near)}." if near else "actors.json lists them.",
    )
