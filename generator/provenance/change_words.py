"""The changes between two builds in lines for people, as plain text or as Markdown."""

import json
import re
from collections.abc import Iterator, Sequence

from generator.model.changes import Change, Changes, Edit
from generator.provenance.exports import TABLES

NOTHING = "Nothing in the briefing changed."
EDITED = "edited sentences"


def describe_changes(
    found: Changes, *, markdown: bool = False, most: int | None = None
) -> list[str]:
    """The changes; of each table `most` at most, where that is given."""
    causes = describe_causes(found)
    if not found.changes:
        return [*causes, NOTHING]
    lines = [f"- {escape_words(line)}" if markdown else line for line in causes]
    edits = [_edit(edit, markdown=markdown) for edit in found.edits]
    lines += _section(EDITED, edits, markdown=markdown, most=most)
    inside = rows_in_edits(found)
    for table in TABLES:
        rows = [c for c in found.changes if c.table == table and (table, c.id) not in inside]
        told = [_line(change, markdown=markdown) for change in rows]
        lines += _section(table, told, markdown=markdown, most=most)
    return lines


def describe_causes(found: Changes) -> list[str]:
    """What brought the changes about, a line each."""
    return [
        *(f"seed added: {path}" for path in found.seeds_added),
        *(f"seed removed: {path}" for path in found.seeds_removed),
        *(f"seed edited: {path}" for path in found.seeds_edited),
        *(f"correction added: {words}" for words in found.corrections_added),
        *(f"correction removed: {words}" for words in found.corrections_removed),
        *(f"setting changed: {name}: {old} → {new}" for name, old, new in found.settings),
        *(["the rules or the language model changed"] if found.rules_changed else []),
        *(["the templates changed"] if found.templates_changed else []),
    ]


def rows_in_edits(found: Changes) -> frozenset[tuple[str, str]]:
    """The rows that an edited sentence tells of, by table and id."""
    return frozenset(row for edit in found.edits for row in edit.rows)


def count_changes(found: Changes) -> dict[str, dict[str, int]]:
    """How many rows were added, removed and changed, by table; an edited sentence counts once."""
    inside = rows_in_edits(found)
    counts = {
        table: {
            kind: sum(
                c.table == table and c.change == kind and (table, c.id) not in inside
                for c in found.changes
            )
            for kind in ("added", "removed", "changed")
        }
        for table in TABLES
    }
    return {"sentences": {"added": 0, "removed": 0, "changed": len(found.edits)}, **counts}


def escape_words(text: str) -> str:
    """Source words in Markdown, as words: no markup, no mention of anybody, no number of an issue.

    A comment behind ``@`` and ``#`` keeps hosts from making links of what follows.
    """
    plain = re.sub(r"([\\`*_{}\[\]<>#|~!])", r"\\\1", " ".join(text.split()))
    return re.sub(r"([@#])(?=\w)", r"\1<!-- -->", plain)


def _section(
    heading: str, lines: Sequence[str], *, markdown: bool, most: int | None
) -> Iterator[str]:
    if not lines:
        return
    yield ""
    if markdown:
        yield f"## {heading}"
        yield ""
    else:
        yield f"{heading}:"
    yield from lines[:most]
    if most is not None and len(lines) > most:
        yield (
            f"- … and {len(lines) - most} more" if markdown else f"  … and {len(lines) - most} more"
        )


def _edit(edit: Edit, *, markdown: bool) -> str:
    old, new = (" … ".join(words) or "(nothing)" for words in (edit.removed, edit.added))
    tables = ", ".join(dict.fromkeys(table for table, _ in edit.rows))
    if markdown:
        words = f"~~{escape_words(old)}~~ → **{escape_words(new)}**"
        return f"- {escape_words(edit.path)}: {words} (seed; in {tables}) `{edit.sentence}`"
    return f"  changed (seed): {edit.path}: {old} → {new} (in {tables}) [{edit.sentence}]"


def _line(change: Change, *, markdown: bool) -> str:
    words = escape_words(change.words) if markdown else " ".join(change.words.split())
    fields = "; ".join(f"{name}: {_step(old, new)}" for name, old, new in change.fields)
    fields = escape_words(fields) if markdown else fields
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
    return (
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    )
