"""The briefing's front page: answer first, everything else one step away."""

from collections import Counter
from collections.abc import Collection, Sequence
from operator import attrgetter

from generator.language.genres import stance_of
from generator.model.annotations import SPEECH
from generator.model.changes import Changes
from generator.model.corpus import Actor, Actors, Takeaway, Topic
from generator.model.grouping import linked
from generator.model.open_dates import is_open, known_first
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import first_day, last_day, view_date
from generator.pages.labels import NOTES
from generator.pages.presenters.cards import (
    actor_cards,
    quotation_card,
    shown_actors,
    source_card,
    topic_cards,
)
from generator.pages.presenters.changes import view_changes
from generator.pages.presenters.quotations import quoted_table
from generator.pages.presenters.timeline import view_latest
from generator.pages.quotation_groups import Group, count_once, group_quotations
from generator.pages.views import HomePage, QuotationCard, Scope, TakeawayItem, When

ACTORS, QUOTATIONS, TOPICS, SOURCES, ENTRIES, SPEAKERS = 6, 6, 12, 12, 60, 6
LATEST = 6
"""Entries that are listed below the figure of the timeline."""
OF_ONE = 3
"""Most notable quotations of one speaker."""
NOTABLE_WORDS = 2
"""A quotation of fewer words says nothing on its own."""


def view_home(index: CorpusIndex, changes: Changes | None = None) -> HomePage:
    """The briefing."""
    corpus = index.corpus
    actors = shown_actors(index)
    timeline = view_latest(index, ENTRIES)
    return HomePage(
        scope=view_scope(index),
        changes=view_changes(index, changes),
        bottom_line=takeaway_items(index, "bottom_line"),
        takeaways=takeaway_items(index, "takeaway"),
        timeline=timeline,
        latest=timeline.rows[: -LATEST - 1 : -1],
        actors=actor_cards(index, leading_actors(actors, index.followed.actors)),
        quotations=notable_quotations(index),
        quoted=quoted_table(index, SPEAKERS),
        topics=topic_cards(index, leading_topics(corpus.topics, index.followed.topics)),
        sources=tuple(source_card(index, d) for d in list(index.documents)[:SOURCES]),
        more_actors=len(actors),
        more_quotations=sum(q.kind in SPEECH for q in count_once(corpus.quotations, index.copies)),
        more_entries=len(corpus.timeline),
        more_topics=_more(len(corpus.topics), TOPICS),
        more_sources=_more(len(index.documents), SOURCES),
    )


def _more(count: int, shown: int) -> int:
    """How many there are, where not all of them are shown."""
    return count if count > shown else 0


def leading_actors(actors: Actors, followed: Collection[str] = ()) -> tuple[Actor, ...]:
    """Who is followed, then who is quoted, since a reader asks first who says what; then others."""
    return tuple(sorted(actors, key=lambda a: (a.id not in followed, not a.quotations_by))[:ACTORS])


def leading_topics(topics: Sequence[Topic], followed: Collection[str]) -> tuple[Topic, ...]:
    """What is followed, then the most important."""
    return tuple(sorted(topics, key=lambda t: t.id not in followed)[:TOPICS])


def takeaway_items(
    index: CorpusIndex, section: str, document: str = ""
) -> tuple[TakeawayItem, ...]:
    """The takeaways of a section, or of one document."""
    chosen = index.takeaways_in.get(document, []) if document else index.corpus.takeaways
    return tuple(takeaway_item(index, t) for t in chosen if t.section == section)


def takeaway_item(index: CorpusIndex, takeaway: Takeaway) -> TakeawayItem:
    """A takeaway with its proof."""
    topic = index.topics.get(takeaway.topic or "")
    return TakeawayItem(
        index.passage(takeaway.document, takeaway.start, takeaway.end),
        index.topic_link(topic) if topic else None,
        NOTES.get(takeaway.label or "", ""),
    )


def notable_quotations(index: CorpusIndex) -> tuple[QuotationCard, ...]:
    """The longest quotations with a known speaker, few of one, in reading order.

    What somebody says in one sentence is one card, and so is what several documents quote.
    """
    known = [q for q in index.corpus.quotations if q.kind in SPEECH and q.speakers]
    chosen: list[Group] = []
    taken: Counter[tuple[str, ...]] = Counter()
    for same in sorted(group_quotations(known, index.copies.text_of), key=_longest_first):
        speakers = same[0].speakers
        long = max(len(q.text.split()) for q in same) >= NOTABLE_WORDS
        if long and taken[speakers] < OF_ONE and len(chosen) < QUOTATIONS:
            chosen.append(same)
            taken[speakers] += 1
    chosen.sort(key=lambda same: (same[0].document, same[0].start))
    return tuple(quotation_card(index, *same) for same in chosen)


def _longest_first(same: Group) -> tuple[int, str, str]:
    first = same[0]
    return -max(len(q.text.split()) for q in same), first.document, first.sentence or first.id


def view_scope(index: CorpusIndex) -> Scope:
    """What the briefing rests on, counted."""
    documents = index.documents.values()
    authors = [frozenset(f.value for f in d.metadata.authors) for d in documents]
    publishers = {d.metadata.publisher.value for d in documents if d.metadata.publisher}
    same = len(authors) > 1 and bool(authors[0]) and all(a == authors[0] for a in authors)
    first = next(iter(documents), None)
    fact = first.metadata.authors[0] if same and first else None
    dated = [index.date_of(d.id) for d in documents]
    start, end, unbounded = _span(index)
    voices, count = independent_sources(index), len(authors)
    return Scope(
        documents=count,
        authors=len(frozenset().union(*authors)) if authors else 0,
        publishers=len(publishers),
        start=start,
        end=end,
        open=unbounded,
        one_day=start is not None and end is not None and start.value == end.value,
        sentences=sum(s.zone == "body" for d in documents for s in d.sentences),
        voices=voices,
        one_author=index.fact_words(first.id, fact) if first and fact else None,
        dependent=voices < count,
        alone=count == 1,
        undated=sum(d is None or d[0].how == "inferred" for d in dated),
        opinion=sum(stance_of(d) in {"opinion", "analysis"} for d in documents),
    )


def _span(index: CorpusIndex) -> tuple[When | None, When | None, bool]:
    """The first and the last day of publication, and whether the last is only a lower bound."""
    facts = [d[0] for d in map(index.date_of, index.documents) if d]
    known = known_first(facts, attrgetter("value"))
    starts = sorted((day, f.how) for f in known if (day := first_day(f.value)))
    ends = sorted((day, f.how, f.value) for f in facts if (day := last_day(f.value)))
    if not starts or not ends:
        return None, None, False
    start = view_date(starts[0][0], inferred=starts[0][1] == "inferred", catalogue=index.catalogue)
    end = view_date(ends[-1][0], inferred=ends[-1][1] == "inferred", catalogue=index.catalogue)
    return start, end, is_open(ends[-1][2])


def independent_sources(index: CorpusIndex) -> int:
    """Documents, those that share an author or are reprints of each other counted once."""
    dependent = (r for r in index.corpus.comparison if r.kind in {"same_author", "reprint"})
    known = ([d for d in row.documents if d in index.documents] for row in dependent)
    return len(linked([*index.documents], filter(None, known)))
