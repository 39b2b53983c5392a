"""The data files of one build, decoded: what two builds are compared by."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeGuard

from msgspec import Struct

from generator.errors import SettingsError
from generator.files.guarded import UnreadableError, read_json
from generator.model.identifiers import short_hash
from generator.model.schema import OLDEST_READ, SCHEMA_VERSION
from generator.model.withdrawal import WITHDRAW

TABLES = (
    "stories",
    "documents",
    "takeaways",
    "quotations",
    "statements",
    "actors",
    "dates",
    "timeline",
    "topics",
)
LATER = frozenset({"stories"})
"""Tables that data of earlier versions lack: with them, nothing is known to have changed."""
Row = Mapping[str, object]
Values = dict[str, object]
"""A row as it is decoded."""


class Export(Struct, frozen=True):
    """The data files of one build, decoded."""

    files: Mapping[str, object]

    @property
    def build(self) -> Row:
        """What made the files; nothing where that is unknown."""
        values = self.files["build"]
        return values if isinstance(values, dict) else {}

    def table(self, name: str) -> dict[str, Row]:
        """The rows of a table by their ids."""
        rows = self.files.get(name)
        return {str(row.get("id") or _made_id(row)): row for row in rows} if is_rows(rows) else {}

    def seeds(self) -> dict[str, str]:
        """The digest of each seed, by its path."""
        seeds = self.build.get("seeds")
        return {str(s["path"]): str(s["sha256"]) for s in seeds} if is_rows(seeds) else {}

    def settings(self) -> dict[str, str] | None:
        """What the build was set to, by name; None where it does not say so."""
        values = self.build.get("settings")
        return {k: str(v) for k, v in values.items()} if isinstance(values, dict) else None

    def withdrawn(self) -> frozenset[str]:
        """Paths and ids of the sources that were taken back."""
        rows = self.corrections() or []
        gone = (row.get("target") for row in rows if row.get("action") == WITHDRAW)
        return frozenset(
            str(one) for targets in gone if isinstance(targets, list) for one in targets
        )

    def without(self, sources: frozenset[str]) -> "Export":
        """The export as if some sources had never been in it, by their paths or ids."""
        documents = self.table("documents")
        gone = frozenset(k for k, r in documents.items() if {k, r.get("path")} & sources)
        if not gone:
            return self
        kept, lost = {}, set()
        for name in (n for n in TABLES if n in self.files):
            rows = self.table(name)
            alone = {
                k
                for k, r in rows.items()
                if documents_of(name, k, r) and documents_of(name, k, r) <= gone
            }
            lost |= alone
            kept[name] = [row for key, row in rows.items() if key not in alone]
        return Export({**self.files, **{n: _pruned(rows, gone | lost) for n, rows in kept.items()}})

    def corrections(self) -> list[Row] | None:
        """The editor's corrections; None where the build does not say them."""
        rows = self.build.get("corrections")
        return rows if is_rows(rows) else None


def read_export(folder: Path) -> Export:
    """The data files in a folder that `briefing data --out` or a build wrote."""
    names = (n for n in (*TABLES, "build") if n not in LATER or (folder / f"{n}.json").is_file())
    export = Export({name: _load(folder, name) for name in names})
    _refuse_other_version(export, folder)
    return export


def _refuse_other_version(export: Export, folder: Path) -> None:
    """Stop at data whose fields mean something else here; early data do not say their version."""
    version = export.build.get("schema_version", SCHEMA_VERSION)
    if version in range(OLDEST_READ, SCHEMA_VERSION + 1):
        return
    newer = isinstance(version, int) and version > SCHEMA_VERSION
    raise SettingsError(
        f"the data are of schema version {version}; versions {OLDEST_READ} to {SCHEMA_VERSION} "
        "are read here",
        where=str(folder / "build.json"),
        hint="Install the version of briefing that wrote them, or a later one."
        if newer
        else "Make them anew from the same sources: briefing data --out FOLDER",
    )


def decode_export(files: Mapping[str, bytes]) -> Export:
    """The data files of a build that is not written yet, by file name."""
    return Export({name: json.loads(files[f"{name}.json"]) for name in (*TABLES, "build")})


def is_rows(value: object) -> TypeGuard[list[Row]]:
    """Whether a value is a list of rows."""
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def documents_of(table: str, key: str, row: Row) -> frozenset[str]:
    """The documents that a row is made from."""
    if table == "documents":
        return frozenset({key})
    named = [row.get("document"), *_strings(row.get("documents"))]
    for part in ("members", "mentions", "occurrences"):
        places = row.get(part)
        named += [place.get("document") for place in places] if is_rows(places) else []
    return frozenset(one for one in named if isinstance(one, str) and one)


def sentences_by_start(export: Export) -> dict[str, list[tuple[int, str]]]:
    """Where each sentence begins and its id, by document, in reading order."""
    found: dict[str, list[tuple[int, str]]] = {}
    for key, row in export.table("documents").items():
        rows = row.get("sentences")
        places = rows if is_rows(rows) else []
        found[key] = [(place_of(s), str(s.get("id", ""))) for s in places]
    return found


def sentence_of(row: Row, sentences: Mapping[str, list[tuple[int, str]]]) -> tuple[str, str]:
    """The document and the sentence that a row begins in; "" where it has none."""
    members = row.get("members")
    place = members[0] if is_rows(members) and members else row
    document = str(place.get("document") or "")
    named = [place.get("sentence"), *_strings(place.get("sentences"))]
    known = next((s for s in named if isinstance(s, str) and s), "")
    if known or "start" not in place:
        return document, known
    starts = sentences.get(document, [])
    at = bisect_right(starts, place_of(place), key=lambda one: one[0]) - 1
    return document, starts[at][1] if at >= 0 else ""


def _pruned(value: object, lost: frozenset[str]) -> object:
    """A value without what is lost in its lists, and without what stands in a lost document."""
    if isinstance(value, list):
        return [_pruned(v, lost) for v in value if not (isinstance(v, str) and v in lost)]
    if not isinstance(value, dict):
        return value
    return {k: None if _lies_in(v, lost) else _pruned(v, lost) for k, v in value.items()}


def _lies_in(value: object, lost: frozenset[str]) -> bool:
    return isinstance(value, dict) and value.get("document") in lost


def place_of(row: Row) -> int:
    """Where a row begins in its document."""
    start = row.get("start")
    return start if isinstance(start, int) else 0


def words_of(row: Row) -> str:
    """The words that a row is known by."""
    for name in ("text", "name", "label", "date", "path"):
        value = row.get(name)
        words = value.get("text") if isinstance(value, dict) else value
        if isinstance(words, str):
            return words
    return ""


def _strings(value: object) -> Iterator[str]:
    yield from (v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def _made_id(row: Row) -> str:
    """Takeaways have ranks and sections, which move; their words tell them apart."""
    return f"takeaway-{short_hash(str(row.get('text', '')))}"


def _load(folder: Path, name: str) -> object:
    path = folder / f"{name}.json"
    try:
        return read_json(path, Values) if name == "build" else read_json(path, list[Values])
    except FileNotFoundError as error:
        raise SettingsError(
            "there is no such data file",
            where=str(path),
            hint="Name a folder that `briefing data --out` or a build (docs/data) wrote.",
        ) from error
    except UnreadableError as error:
        raise SettingsError(str(error), where=str(path)) from error
