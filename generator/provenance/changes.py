"""What changed between two exports of the data: rows added, removed and changed, and why.

Rows are matched by id. Ids are made from content, so an edit elsewhere in a document changes no row
but its offsets, and offsets alone are no change. A sentence that was edited is one change, and what
was found in it is matched by its place.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import chain

from generator.model.changes import Change, Changes, Edit
from generator.provenance.causes import Causes, find_causes, why_of
from generator.provenance.edited_sentences import Edits, different_words, find_edits
from generator.provenance.exports import TABLES, Export, Row, documents_of, words_of

PLACES = frozenset(
    {
        "start",
        "cosine",
        "loose",
        "end",
        "evidence",
        "event",
        "spans",
        "mentions",
        "occurrences",
        "zones",
    }
    | {"sentences", "score", "salience", "why", "rank", "cue", "speaker_mention", "rejected"}
    | {"related", "roles", "keyphrases", "members", "aliases", "sha256", "text_sha256", "id"}
)
"""Fields that move with the text around a row, or that only say how it was found."""
FOUND_BY = PLACES | {"rule", "rule_id"}
"""Of a value in a row also by which rule."""


def find_changes(old: Export, new: Export) -> Changes:
    """Compare two exports; of what the new one has withdrawn, the old one is asked for nothing."""
    old = old.without(new.withdrawn())
    before, after = old.seeds(), new.seeds()
    causes, edits = find_causes(old, new), find_edits(old, new)
    paths = {k: str(r["path"]) for e in (old, new) for k, r in e.table("documents").items()}
    tables = [table for table in TABLES if table in old.files and table in new.files]
    changes = tuple(
        chain.from_iterable(
            _table(t, old.table(t), new.table(t), paths, causes, edits) for t in tables
        )
    )
    return Changes(
        changes=changes,
        seeds_added=tuple(sorted(after.keys() - before.keys())),
        seeds_removed=tuple(sorted(before.keys() - after.keys())),
        seeds_edited=tuple(sorted(causes.touched & before.keys() & after.keys())),
        rules_changed=causes.rules,
        templates_changed=_differ(old.build.get("templates"), new.build.get("templates")),
        edits=tuple(_edits(changes, edits, paths)),
        settings=causes.settings,
        corrections_added=causes.corrections_added,
        corrections_removed=causes.corrections_removed,
    )


def _differ(one: object, other: object) -> bool:
    """Whether two digests are both known and not equal; data made without pages has none."""
    return bool(one and other) and one != other


def _table(
    table: str,
    old: Mapping[str, Row],
    new: Mapping[str, Row],
    paths: Mapping[str, str],
    causes: Causes,
    edits: Edits,
) -> Iterator[Change]:
    """The rows of one table that are not as they were."""
    renamed = {b: a for (name, a), b in edits.rows.items() if name == table}
    names = {a: b for (_, a), b in edits.rows.items()}
    for key in sorted((old.keys() - set(renamed.values())) | new.keys()):
        was = renamed.get(key, key)
        before, after = old.get(was), new.get(key)
        fields = tuple(_fields(before, after, names)) if before and after else ()
        if before and after and not fields:
            continue
        row = after or before or {}
        made_of = documents_of(table, key, row)
        ids = {key, was, *(json.loads(v) for f in fields for v in f[1:] if _is_word(v))}
        place = edits.placed.get((table, key)) if before and after else None
        yield Change(
            table=table,
            change="changed" if before and after else "added" if after else "removed",
            id=key,
            words=words_of(row),
            document=str(row.get("document") or (key if table == "documents" else "")),
            why=why_of(causes, ids, [paths[d] for d in made_of if d in paths]),
            fields=fields,
            was=was if was != key else "",
            edit=place[1] if place else "",
        )


def _edits(changes: tuple[Change, ...], edits: Edits, paths: Mapping[str, str]) -> Iterator[Edit]:
    """Each edited sentence that something was found in, with the words that it lost and won."""
    inside: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        if change.edit:
            inside.setdefault(edits.placed[change.table, change.id], []).append(change)
    for (document, was), now in sorted(edits.sentences.items()):
        rows = inside.get((document, now), [])
        removed, added = _longest_step(rows)
        if removed or added:
            found = tuple((c.table, c.id) for c in rows)
            yield Edit(document, paths.get(document, ""), was, now, removed, added, found)


def _longest_step(rows: list[Change]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that differ, of the row that shows most of the sentence."""
    texts = [
        (json.loads(old), json.loads(new))
        for change in rows
        for name, old, new in change.fields
        if name == "text"
    ]
    old, new = max(texts, key=lambda pair: (len(pair[1]), pair), default=("", ""))
    return different_words(old, new)


def _fields(old: Row, new: Row, names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for name in sorted((old.keys() | new.keys()) - PLACES):
        before, after = _content(old.get(name), names), _content(new.get(name), {})
        if before != after:
            yield name, _json(before), _json(after)


def _content(value: object, names: Mapping[str, str]) -> object:
    """A value without the places and reasons in it, and with the new ids of edited rows."""
    if isinstance(value, dict):
        return {k: _content(v, names) for k, v in value.items() if k not in FOUND_BY}
    if isinstance(value, list):
        return [_content(v, names) for v in value]
    return names.get(value, value) if isinstance(value, str) else value


def _is_word(value: str) -> bool:
    return value.startswith('"')


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
