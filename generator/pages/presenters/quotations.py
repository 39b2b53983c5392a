"""The page of quotations, and the table of who is quoted where."""

from collections import Counter, defaultdict

from msgspec import Struct

from generator.model.annotations import SPEECH
from generator.model.corpus import Actor
from generator.pages.charts import disc_radius
from generator.pages.corpus_index import CorpusIndex
from generator.pages.list_filters import Listed, ListedPages, page_filters, some
from generator.pages.paging import paging, split
from generator.pages.presenters.cards import COLUMNS, quotation_card, source_cards
from generator.pages.quotation_groups import Group, count_once
from generator.pages.search_facets import publication_month
from generator.pages.views import Link, QuotationsPage, QuotedCell, QuotedRow, QuotedTable, Words

PUBLISHERS = 6
"""Most publishers that stand side by side."""
ADDRESSED = 30
"""Most documents that an address names."""


def view_quotations(index: CorpusIndex) -> tuple[QuotationsPage, ...]:
    """The pages of quotations: speech first, then terms, titles and headline phrases."""
    pages = _pages(index)
    listed = quotation_list(index)
    filters = page_filters(index, listed)
    return tuple(
        QuotationsPage(
            speech=tuple(quotation_card(index, *g) for g in page if g[0].kind in SPEECH),
            other=tuple(quotation_card(index, *g) for g in page if g[0].kind not in SPEECH),
            filters=filters[number - 1],
            paging=paging(listed.hub, number, len(pages)),
        )
        for number, page in enumerate(pages, start=1)
    )


def quotation_list(index: CorpusIndex) -> ListedPages:
    """All quotations with what they can be chosen by, as they are split over pages."""
    pages = tuple(tuple(_listed(index, group) for group in page) for page in _pages(index))
    return ListedPages("quotations/", "quotations", pages)


def _pages(index: CorpusIndex) -> tuple[tuple[Group, ...], ...]:
    """Each page's cards."""
    return split(index.quotation_groups, index.site.settings.limits.rows_per_page)


def _listed(index: CorpusIndex, group: Group) -> Listed:
    first = group[0]
    dated = index.date_of(first.document)
    return Listed(
        tuple(q.id for q in group),
        (
            ("speaker", tuple(s for s in first.speakers if s in index.actors)),
            ("about", _about(index, group)),
            ("story", index.stories_of(q.document for q in group)),
            ("source", tuple(dict.fromkeys(index.letters[q.document] for q in group))),
            ("kind", (first.kind,)),
            ("month", some(publication_month(index, first.document))),
        ),
        inferred=dated is None or dated[0].how == "inferred",
    )


def _about(index: CorpusIndex, group: Group) -> tuple[str, ...]:
    """The actors with a page whom the words are about."""
    named = (a for q in group for a in q.about if a in index.actors and index.actors[a].shown)
    return tuple(dict.fromkeys(named))


def quoted_table(index: CorpusIndex, most: int) -> QuotedTable:
    """Who is quoted in which document, or by which publisher; the most quoted first."""
    found: list[tuple[Actor, Link, Counter[str]]] = []
    for actor in index.corpus.actors:
        said = (index.quotations[q] for q in actor.quotations_by if q in index.quotations)
        known = count_once(said, index.copies)
        link = index.actor_link(actor.id)
        if known and link:
            found.append((actor, link, Counter(q.document for q in known)))
    few = len(index.documents) <= COLUMNS
    counted = Counter(d for _, _, counts in found for d in counts.elements())
    columns = _sources(index) if few else _publishers(index, counted)
    chosen = sorted(found, key=lambda row: -row[2].total())[:most]
    cells = [[sum(counts[d] for d in c.documents) for c in columns] for _, _, counts in chosen]
    largest = max((n for row in cells for n in row), default=0)
    longest = max((counts.total() for _, _, counts in chosen), default=0)
    return QuotedTable(
        source_cards(index) if few else (),
        () if few else tuple(c.name for c in columns if c.name),
        bool(columns)
        and any(
            sum(row) < counts.total() for row, (_, _, counts) in zip(cells, chosen, strict=True)
        ),
        tuple(
            QuotedRow(
                link,
                tuple(
                    QuotedCell(n, disc_radius(n, largest), column.address(index, actor, counts))
                    for n, column in zip(row, columns, strict=True)
                ),
                counts.total() - sum(row),
                counts.total(),
                len(counts),
                round(100 * counts.total() / longest),
            )
            for (actor, link, counts), row in zip(chosen, cells, strict=True)
        ),
        len(found) if len(found) > most else 0,
    )


class _Column(Struct, frozen=True):
    """The documents that are counted together."""

    documents: tuple[str, ...]
    name: Words | None = None
    """Their publisher; None for a document that stands alone."""

    def address(self, index: CorpusIndex, actor: Actor, counts: Counter[str]) -> str:
        """Where the actor's quotations in these documents are listed."""
        if self.name is None:
            return f"{index.addresses.source(self.documents[0])}#quotations"
        letters = [index.letters[d] for d in self.documents if counts[d]]
        asked = "".join(f"&source={one}" for one in letters[:ADDRESSED])
        return f"quotations/?speaker={actor.id}{asked}"


def _sources(index: CorpusIndex) -> tuple[_Column, ...]:
    return tuple(_Column((document,)) for document in index.documents)


def _publishers(index: CorpusIndex, counted: Counter[str]) -> tuple[_Column, ...]:
    """The publishers that quote most, if there are two or more of them."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for document in counted:
        fact = index.texts[document].metadata.publisher
        if fact:
            groups[fact.value].append(document)
    ranked = sorted(groups, key=lambda name: (-sum(counted[d] for d in groups[name]), name))
    columns: list[_Column] = []
    for name in ranked:
        documents = tuple(sorted(groups[name]))
        fact = index.texts[documents[0]].metadata.publisher
        words = index.fact_words(documents[0], fact) if fact else None
        if words:
            columns.append(_Column(documents, words))
    return tuple(columns[:PUBLISHERS]) if len(columns) > 1 else ()
