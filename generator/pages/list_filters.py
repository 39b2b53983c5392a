"""Filters of the long lists: what each entry can be chosen by, on its page and in one small file.

A list of one page is filtered where it stands. One that is split has a file of rows beside its
pages, fetched only when somebody filters, which says on which page each entry stands.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from msgspec import Struct, structs

from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import view_date
from generator.pages.labels import (
    ACTOR_GROUPS,
    CONFIDENCES,
    DIFFERENCES,
    FILTERS,
    QUOTATION_KINDS,
)
from generator.pages.views import Choice, DayField, Facet, Filters

FIRST, MOST = 8, 60
"""Choices that a facet shows at once, and those that it has at all; the address knows the rest."""
ROWS = "rows.json"

NAMED = frozenset({"speaker", "about", "actor"})
"""Facets whose values are actors."""
STORY = "story"
"""The facet whose values are stories; where there is one story or none it has no value."""
DAY = "day"
"""The facet whose values are days; it has a field and no choices."""
CLOSED: dict[str, dict[str, str]] = {
    "type": ACTOR_GROUPS,
    "kind": QUOTATION_KINDS,
    "confidence": CONFIDENCES,
    "difference": DIFFERENCES,
}
"""Facets whose values are a closed list, each with its message."""

Values = tuple[tuple[str, tuple[str, ...]], ...]


class Listed(Struct, frozen=True):
    """An entry of a list with what it can be chosen by."""

    ids: tuple[str, ...]
    """The rows of the data files that it shows; the first is its anchor."""
    values: Values
    inferred: bool
    """Whether its month is inferred."""


class ListedPages(Struct, frozen=True):
    """A whole list, page by page."""

    hub: str
    table: str
    pages: tuple[tuple[Listed, ...], ...]


def some(value: str | None) -> tuple[str, ...]:
    """The value as the only one of its facet; none for nothing."""
    return (value,) if value else ()


def page_filters(index: CorpusIndex, listed: ListedPages) -> tuple[Filters, ...]:
    """The filters as each page has them: the same choices, and the marks of its own rows."""
    every = [row for page in listed.pages for row in page]
    common = Filters(
        facets=_facets(index, every),
        day=_day_field(every),
        hub=listed.hub,
        rows=f"{listed.hub}{ROWS}" if len(listed.pages) > 1 else "",
        table=listed.table,
        total=sum(len(row.ids) for row in every),
        marks={},
    )
    marks = ({row.ids[0]: _marks(row) for row in page} for page in listed.pages)
    return tuple(structs.replace(common, marks=those) for those in marks)


def render_rows(index: CorpusIndex, listed: ListedPages) -> str:
    """The rows of a list that is split: page, ids and values, with the names of the actors."""
    numbered = [(n, row) for n, page in enumerate(listed.pages, start=1) for row in page]
    actors = {
        value
        for _, row in numbered
        for name, values in row.values
        for value in values
        if name in NAMED
    }
    labels = {a: link.words.text for a in sorted(actors) if (link := index.actor_link(a))}
    told = sorted({v for _, row in numbered for n, vs in row.values if n == STORY for v in vs})
    made = {
        "facets": [name for name, _ in numbered[0][1].values],
        "labels": labels | {story: index.story_label(story).text for story in told},
        "rows": [
            [n, " ".join(row.ids), *(" ".join(values) for _, values in row.values)]
            for n, row in numbered
        ],
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def _marks(row: Listed) -> tuple[tuple[str, str], ...]:
    return tuple((name, " ".join(values)) for name, values in row.values if values)


def _facets(index: CorpusIndex, every: Sequence[Listed]) -> tuple[Facet, ...]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in every:
        for name, values in (pair for pair in row.values if pair[0] != DAY):
            tally = counts[name]
            for value in set(values):
                tally[value] += len(row.ids)
    stated = {
        v for row in every if not row.inferred for n, vs in row.values if n == "month" for v in vs
    }
    found: list[Facet] = []
    for name, tally in counts.items():
        order = _order(name)
        chosen = sorted(tally, key=lambda v, t=tally, o=order: o(v, t[v]))[:MOST]  # type: ignore[misc]  # defaults bind
        choices = tuple(
            _choice(index, name, value, tally[value], inferred=value not in stated)
            for value in chosen
        )
        if len(choices) > 1:
            found.append(Facet(name, FILTERS[name], choices[:FIRST], choices[FIRST:]))
    return tuple(found)


def _day_field(every: Sequence[Listed]) -> DayField | None:
    days = {v for row in every for name, values in row.values if name == DAY for v in values}
    return DayField(FILTERS[DAY], min(days), max(days)) if len(days) > 1 else None


def _order(name: str) -> Callable[[str, int], tuple[object, ...]]:
    """Names by how often they occur, letters by length, the newest month first, kinds as listed."""
    if name in CLOSED:
        places = list(CLOSED[name])
        return lambda value, _: (places.index(value),)
    if name in NAMED or name == STORY:
        return lambda value, count: (-count, value)
    if name == "month":
        return lambda value, _: tuple(-ord(c) for c in value.ljust(7))
    return lambda value, _: (len(value), value)


def _choice(index: CorpusIndex, name: str, value: str, count: int, *, inferred: bool) -> Choice:
    if name in NAMED:
        link = index.actor_link(value)
        return Choice(value, count, words=link.words if link else None)
    if name == STORY:
        return Choice(value, count, words=index.story_label(value))
    if name == "source":
        return Choice(value, count, source=index.label_of_letter(value))
    if name == "month":
        when = view_date(value, inferred=inferred, catalogue=index.catalogue)
        return Choice(value, count, when=when)
    return Choice(value, count, message=CLOSED[name][value])
