"""The page of changes: what this build added, removed and changed since an earlier one, and why."""

from generator.model.changes import Change, Changes
from generator.model.visible_text import shown
from generator.pages.corpus_index import CorpusIndex
from generator.pages.labels import CHANGE_FIELDS, CHANGE_TABLES, CHANGE_WHYS, CHANGES
from generator.pages.views import ChangeGroup, ChangeLine, ChangesPage, Words

NOTHING_TO_COMPARE = ChangesPage(
    compared=False,
    seeds_added=(),
    seeds_removed=(),
    seeds_edited=(),
    more_seeds=0,
    rules_changed=False,
    templates_changed=False,
    why="",
    groups=(),
)


def view_changes(index: CorpusIndex, changes: Changes | None) -> ChangesPage:
    """The changes by table; without an earlier build the page says so."""
    if changes is None:
        return NOTHING_TO_COMPARE
    reasons = {c.why for c in changes.changes}
    why = CHANGE_WHYS[reasons.pop()] if len(reasons) == 1 else ""
    most = index.site.settings.limits.rows_per_page
    seeds = (changes.seeds_added, changes.seeds_removed, changes.seeds_edited)
    groups: list[ChangeGroup] = []
    for table, heading in CHANGE_TABLES.items():
        found = [c for c in changes.changes if c.table == table]
        rows = sorted(found, key=lambda c: list(CHANGES).index(c.change))
        if rows:
            lines = tuple(_line(index, c, told=bool(why)) for c in rows[:most])
            groups.append(ChangeGroup(heading, table, len(rows), lines))
    return ChangesPage(
        compared=True,
        seeds_added=tuple(map(shown, changes.seeds_added[:most])),
        seeds_removed=tuple(map(shown, changes.seeds_removed[:most])),
        seeds_edited=tuple(map(shown, changes.seeds_edited[:most])),
        more_seeds=sum(len(seeds[most:]) for seeds in seeds),
        rules_changed=changes.rules_changed,
        templates_changed=changes.templates_changed,
        why=why,
        groups=tuple(groups),
    )


def _line(index: CorpusIndex, change: Change, *, told: bool) -> ChangeLine:
    """A row that is still there shows its words; of one that is gone only its id can be proven."""
    gone = change.change == "removed"
    return ChangeLine(
        change=CHANGES[change.change],
        kind=change.change,
        why="" if told else CHANGE_WHYS[change.why],
        fields=_fields(change),
        id=change.id,
        words=None if gone else _words(index, change),
        url="" if gone else _url(index, change),
    )


def _fields(change: Change) -> tuple[str, ...]:
    known = (CHANGE_FIELDS[name] for name, _, _ in change.fields if name in CHANGE_FIELDS)
    return tuple(dict.fromkeys(known))


def _words(index: CorpusIndex, change: Change) -> Words | None:
    if change.table == "stories":
        known = any(s.id == change.id for s in index.stories)
        return index.story_label(change.id) if known else None
    if change.table == "actors":
        link = index.actor_link(change.id)
        return link.words if link else None
    if change.table == "topics" and change.id in index.topics:
        return index.topic_link(index.topics[change.id]).words
    if change.table == "timeline":
        entry = next((e for e in index.corpus.timeline if e.id == change.id), None)
        first = entry.members[0] if entry else None
        return index.words(first.document, first.start, first.end) if first else None
    if change.table == "documents" and change.id in index.documents:
        return index.title(change.id) or index.opening(change.id)
    document = index.documents.get(change.document)
    at = document.text.find(change.words) if document and change.words else -1
    return index.words(change.document, at, at + len(change.words)) if at >= 0 else None


def _url(index: CorpusIndex, change: Change) -> str:
    if change.table == "stories":
        known = any(s.id == change.id for s in index.stories)
        return index.addresses.story(change.id) if known else ""
    if change.table in {"quotations", "timeline"}:
        return index.row_urls.get(change.id, "")
    if change.table == "actors" and change.id in index.actors:
        return index.addresses.actor(change.id) if index.actors[change.id].shown else ""
    if change.table == "topics" and change.id in index.topics:
        return index.addresses.topic(change.id)
    if change.table == "documents" and change.id in index.documents:
        return index.addresses.source(change.id)
    return ""
