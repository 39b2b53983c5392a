"""What changed between two exports of the data: rows added, removed and changed, and why.

Rows are matched by id. Ids are made from content, so an edit elsewhere in a document changes no row
but its offsets, and offsets alone are no change.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeGuard

from msgspec import Struct

from generator.errors import SettingsError
from generator.model.changes import Change, Changes, Why
from generator.model.identifiers import short_hash

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
PLACES = frozenset(
    {"start", "cosine", "end", "evidence", "event", "spans", "mentions", "occurrences", "zones"}
    | {"sentences", "score", "salience", "why", "rank", "cue", "speaker_mention", "rejected"}
    | {"related", "roles", "keyphrases", "members", "aliases", "sha256", "text_sha256"}
)
"""Fields that move with the text around a row, or that only say how it was found."""
Row = Mapping[str, object]


class Export(Struct, frozen=True):
    """The data files of one build, decoded."""

    files: Mapping[str, object]


def read_export(folder: Path) -> Export:
    """The data files in a folder that `briefing data --out` or a build wrote."""
    names = (n for n in (*TABLES, "build") if n not in LATER or (folder / f"{n}.json").is_file())
    return Export({name: _load(folder, name) for name in names})


def decode_export(files: Mapping[str, bytes]) -> Export:
    """The data files of a build that is not written yet, by file name."""
    return Export({name: json.loads(files[f"{name}.json"]) for name in (*TABLES, "build")})


def find_changes(old: Export, new: Export) -> Changes:
    """Compare two exports."""
    before, after = _seeds(old), _seeds(new)
    rules = any(_build(old).get(k) != _build(new).get(k) for k in ("rules", "model_sha256"))
    edited = {p for p in before.keys() & after.keys() if before[p] != after[p]}
    touched = (before.keys() ^ after.keys()) | edited
    paths = {**_paths(old), **_paths(new)}
    changes = [
        change
        for table in TABLES
        if table in old.files and table in new.files
        for change in _table(table, _rows(old, table), _rows(new, table), paths, touched, rules)
    ]
    return Changes(
        changes=tuple(changes),
        seeds_added=tuple(sorted(after.keys() - before.keys())),
        seeds_removed=tuple(sorted(before.keys() - after.keys())),
        seeds_edited=tuple(sorted(edited)),
        rules_changed=rules,
        templates_changed=_differ(_build(old).get("templates"), _build(new).get("templates")),
    )


def _differ(one: object, other: object) -> bool:
    """Whether two digests are both known and not equal; data made without pages has none."""
    return bool(one and other) and one != other


def describe_changes(found: Changes, *, markdown: bool = False) -> list[str]:
    """The changes in lines for people, or as Markdown."""
    seeds = [
        *(f"seed added: {path}" for path in found.seeds_added),
        *(f"seed removed: {path}" for path in found.seeds_removed),
        *(f"seed edited: {path}" for path in found.seeds_edited),
        *(["the rules or the language model changed"] if found.rules_changed else []),
        *(["the templates changed"] if found.templates_changed else []),
    ]
    if not found.changes:
        return [*seeds, "Nothing in the briefing changed."]
    lines = [f"- {line}" if markdown else line for line in seeds]
    for table in TABLES:
        rows = [c for c in found.changes if c.table == table]
        if rows:
            lines += ["", f"## {table}", ""] if markdown else ["", f"{table}:"]
            lines += [_line(change, markdown=markdown) for change in rows]
    return lines


def _line(change: Change, *, markdown: bool) -> str:
    words = _escaped(change.words) if markdown else " ".join(change.words.split())
    fields = "; ".join(f"{name}: {_step(old, new)}" for name, old, new in change.fields)
    fields = _escaped(fields) if markdown else fields
    tail = f" ({fields})" if fields else ""
    if markdown:
        return f"- **{change.change}** ({change.why}) `{change.id}` {words}{tail}"
    return f"  {change.change} ({change.why}): {words}{tail} [{change.id}]"


def _step(old: str, new: str) -> str:
    """From one value to another; of two lists only what came and went."""
    before, after = json.loads(old), json.loads(new)
    if not (isinstance(before, list) and isinstance(after, list)):
        return f"{old} → {new}"
    came = [f"+{_short(v)}" for v in after if v not in before]
    went = [f"-{_short(v)}" for v in before if v not in after]
    return ", ".join([*came, *went]) or "another order"


def _short(value: object) -> str:
    return value if isinstance(value, str) else _json(value)


def _escaped(text: str) -> str:
    """Source words in Markdown, as words."""
    return re.sub(r"([\\`*_{}\[\]<>#|~!])", r"\\\1", " ".join(text.split()))


def _table(
    table: str,
    old: Mapping[str, Row],
    new: Mapping[str, Row],
    paths: Mapping[str, str],
    touched: set[str],
    rules: bool,  # noqa: FBT001 a fact about both exports
) -> Iterator[Change]:
    for key in sorted(old.keys() | new.keys()):
        row = new.get(key) or old[key]
        document = str(row.get("document") or (key if table == "documents" else ""))
        why: Why = _why(document, paths, touched, rules=rules)
        words = _words(row)
        if key not in old:
            yield Change(table, "added", key, words, document, why)
        elif key not in new:
            yield Change(table, "removed", key, words, document, why)
        elif fields := tuple(_fields(old[key], new[key])):
            yield Change(table, "changed", key, words, document, why, fields)


def _why(document: str, paths: Mapping[str, str], touched: set[str], *, rules: bool) -> Why:
    if paths.get(document) in touched or (touched and not document):
        return "seed"
    return "rule" if rules else "seed" if touched else "correction"


def _fields(old: Row, new: Row) -> Iterator[tuple[str, str, str]]:
    for name in sorted((old.keys() | new.keys()) - PLACES):
        before, after = _content(old.get(name)), _content(new.get(name))
        if before != after:
            yield name, _json(before), _json(after)


def _content(value: object) -> object:
    """A value without the places and reasons in it: an author that moved is the same author."""
    if isinstance(value, dict):
        return {k: _content(v) for k, v in value.items() if k not in {*PLACES, "rule"}}
    return [_content(v) for v in value] if isinstance(value, list) else value


def _words(row: Row) -> str:
    for name in ("text", "name", "label", "date", "path"):
        value = row.get(name)
        words = value.get("text") if isinstance(value, dict) else value
        if isinstance(words, str):
            return words
    return ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _rows(export: Export, table: str) -> dict[str, Row]:
    rows = export.files[table]
    return {str(row.get("id") or _made_id(row)): row for row in rows} if _is_rows(rows) else {}


def _is_rows(value: object) -> TypeGuard[list[Row]]:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def _made_id(row: Row) -> str:
    """Takeaways have ranks and sections, which move; their words tell them apart."""
    return f"takeaway-{short_hash(str(row['text']))}"


def _build(export: Export) -> Row:
    values = export.files["build"]
    return values if isinstance(values, dict) else {}


def _seeds(export: Export) -> dict[str, str]:
    seeds = _build(export).get("seeds")
    return {s["path"]: s["sha256"] for s in seeds} if isinstance(seeds, list) else {}


def _paths(export: Export) -> dict[str, str]:
    return {key: str(row["path"]) for key, row in _rows(export, "documents").items()}


def _load(folder: Path, name: str) -> object:
    path = folder / f"{name}.json"
    try:
        return json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(
            "there is no such data file",
            where=str(path),
            hint="Name a folder that `briefing data --out` or a build (docs/data) wrote.",
        ) from error
    except ValueError as error:
        raise SettingsError("this is no JSON", where=str(path)) from error
