"""Writes one correction into ``seeds/corrections.yml``, checked before it is kept."""

import difflib
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml
from msgspec.structs import replace

from generator.commands.withdrawn import keep_fingerprints
from generator.errors import SettingsError
from generator.files.guarded import one_writer, write_guarded
from generator.model.corpus import Corpus, Correction
from generator.model.visible_text import shown
from generator.model.withdrawal import WITHDRAW
from generator.read.corrections import (
    FILE,
    OF_STORIES,
    SHAPES,
    in_short,
    read_corrections,
    read_corrections_text,
)
from generator.resolve.corrections import STEPS, apply_corrections

OF_ACTORS = frozenset({"merge", "split", "rename", "type", "role", "hide", "pin"})
"""Actions whose targets are actors, so that a name may stand for an id."""
ONCE = frozenset({"rename", "type", "reattribute", "date", WITHDRAW, "name-story"})
"""Actions of which one thing can have one only."""
VALUES = {
    "split": "the form of the name that is another actor",
    "rename": "the new name",
    "type": "person, organisation, country, place or group",
    "role": "the role to show first",
    "date": "its value in EDTF, such as 2024-05-12",
    WITHDRAW: "the day, such as 2024-05-12",
    "name-story": "its name",
}
"""What the value of an action is, where it needs one."""
LISTED = {"date": "dates.json", "exclude": "documents.json", "reattribute": "quotations.json"}
"""Where the targets of an action are found that have no names; else it is where actors are."""


class CorrectionsFile:
    """The editor's file as it is written to: entries are checked, and the last can be undone."""

    def __init__(self, seeds_dir: Path, *, yaml_bytes: int = 1_000_000) -> None:
        self._seeds_dir = seeds_dir
        self._yaml_bytes = yaml_bytes
        self._written: list[tuple[str, str, str]] = []
        """The text before, the text after, and the lines, of each entry written here."""

    @property
    def last(self) -> str:
        """The lines of the entry that `undo` would take away; "" where there is none."""
        return self._written[-1][2] if self._written else ""

    def add(
        self, corpus: Corpus, action: str, targets: Sequence[str], *, value: str | None, why: str
    ) -> str:
        """Append an entry; returns its lines."""
        with one_writer(self._seeds_dir):
            before = self._text()
            lines = _append(
                self._seeds_dir,
                corpus,
                action,
                targets,
                value=value,
                why=why,
                yaml_bytes=self._yaml_bytes,
            )
            self._written.append((before, self._text(), lines))
        return lines

    def undo(self) -> None:
        """Take the last entry away, unless the file has been changed elsewhere since."""
        if not self._written:
            raise SettingsError("nothing was written here that could be undone")
        before, after, _ = self._written[-1]
        with one_writer(self._seeds_dir):
            if self._text() != after:
                raise SettingsError(
                    "the file has been changed since, so nothing was undone",
                    where=f"seeds/{FILE}",
                    hint="Delete the entry by hand.",
                )
            write_guarded(self._seeds_dir / FILE, before, within=self._seeds_dir)
        self._written.pop()

    def _text(self) -> str:
        return read_corrections_text(self._seeds_dir, yaml_bytes=self._yaml_bytes)


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
    """Append a correction; returns the lines that were written.

    Whoever else appends one waits until this is done, so that none is lost.
    """
    with one_writer(seeds_dir):
        return _append(
            seeds_dir, corpus, action, targets, value=value, why=why, yaml_bytes=yaml_bytes
        )


def _append(
    seeds_dir: Path,
    corpus: Corpus,
    action: str,
    targets: Sequence[str],
    *,
    value: str | None,
    why: str,
    yaml_bytes: int,
) -> str:
    _check_shape(action, targets, value)
    ids = _ids(corpus, action, targets)
    if action == "move" and value is not None:
        value = _story_id(corpus, value)
    if action == "reattribute" and value:
        value = _actor_id(corpus, value)
    value = shown(value).strip() if value is not None else None
    known = read_corrections(seeds_dir, yaml_bytes=yaml_bytes)
    _refuse_duplicate(known, action, ids, value)
    wanted = Correction(action, tuple(ids), value, shown(why).strip(), 0, applied=False)
    lines = _lines_of(wanted)
    path = seeds_dir / FILE
    before = read_corrections_text(seeds_dir, yaml_bytes=yaml_bytes)
    text = f"{before.rstrip()}\n\n{lines}" if before.strip() else lines
    _check(text, yaml_bytes)
    _refuse_useless(corpus, wanted)
    if action == WITHDRAW:
        (gone,) = (row.document for row in corpus.documents if row.document.path == ids[0])
        keep_fingerprints(seeds_dir, gone)
    write_guarded(path, text, within=seeds_dir)
    return lines


def _lines_of(correction: Correction) -> str:
    """An entry as it stands in the file."""
    entry: dict[str, object] = {"action": correction.action, "target": list(correction.target)}
    if correction.value is not None:
        entry["value"] = correction.value
    entry["why"] = correction.why
    return yaml.safe_dump([entry], sort_keys=False, allow_unicode=True)


def _refuse_useless(corpus: Corpus, wanted: Correction) -> None:
    """Stop at what finds nothing to change: the next build would only warn of it."""
    if wanted.action not in STEPS:
        return
    (tried,) = apply_corrections(replace(corpus, corrections=()), [wanted]).corrections
    if not tried.applied:
        told = in_short(" ".join([*wanted.target, wanted.value or ""]).strip())
        raise SettingsError(
            f"{wanted.action} {told} finds nothing to change; nothing was written",
            hint=f"{LISTED.get(wanted.action, 'actors.json')} lists what there is.",
        )


def _check_shape(action: str, targets: Sequence[str], value: str | None) -> None:
    """Say which argument or option is missing, or is too many, in the words of the command."""
    shape = SHAPES.get(action)
    if shape is None:
        return  # what reads the file names the nearest action
    if not shape.least <= len(targets) <= shape.most:
        count = f"{shape.least}" if shape.least == shape.most else f"{shape.least} or more"
        raise SettingsError(f"{action} takes {count} TARGET, not {len(targets)}")
    if value is None and shape.value and not shape.optional:
        raise SettingsError(
            f"{action} needs the option --value", hint=f"Give {VALUES[action]} with --value."
        )
    if value is not None and not shape.value:
        raise SettingsError(f"{action} takes no --value", hint="Leave the option out.")


def _refuse_duplicate(
    known: Sequence[Correction], action: str, ids: Sequence[str], value: str | None
) -> None:
    """Stop at what stands in the file already, and at a second value for one thing."""
    for one in known:
        same = one.action == action and sorted(one.target) == sorted(ids)
        if same and (one.value == value or action in ONCE):
            told = "stands there already" if one.value == value else f"says {one.value!r} there"
            raise SettingsError(
                f"{action} {' '.join(ids)} {told}; nothing was written",
                where=f"seeds/{FILE}:{one.line}",
                hint="Change or delete that entry.",
            )


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
    told = in_short(wanted)
    if found:
        raise SettingsError(f"{told!r} may be {' or '.join(found)}", hint="Give the id.")
    near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.4)
    raise SettingsError(
        f"there is no {kind} {told!r}", hint=f"Near it: {', '.join(near)}." if near else where
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
