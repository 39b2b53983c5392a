"""The comparison: what shows when the documents are laid side by side."""

from collections.abc import Iterable

from generator.model.corpus import Comparison, ComparisonMember
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import view_date
from generator.pages.presenters.cards import (
    shown_actors,
    source_card,
    topic_cards,
)
from generator.pages.presenters.home import view_scope
from generator.pages.presenters.quotations import quoted_table
from generator.pages.stretches import Highlight
from generator.pages.views import (
    ComparePage,
    DatedLink,
    Link,
    OnlyIn,
    Pair,
    PairList,
    Passage,
    SourceCard,
    SpelledRow,
    Spelling,
    Words,
)

REPRINTS = 3
"""With more texts that were printed more than once they are folded."""
SPEAKERS = 16
"""Most speakers whose quotations are counted by document or publisher."""
OWN = 16
"""Most actors, places, topics and dates that are shown of what one document alone has."""
NAMES = 24
"""Most names, phrases and topics in one line."""
SAME = 12
"""Most texts that were printed more than once, documents of each, and spellings of names."""
APART = 6
"""With more documents that have something of their own each is folded."""


def view_comparison(index: CorpusIndex) -> ComparePage:
    """What shows when the documents are laid side by side."""
    rows, only = index.corpus.comparison, _only_in(index)
    reprints = [r.documents for r in rows if r.kind == "reprint"]
    shared = [r.topic for r in rows if r.kind == "shared_topic"]
    named = [r for r in rows if r.kind == "never_quoted"]
    silent = _links(index, (r for r in named if not r.value))
    paraphrased = _links(index, (r for r in named if r.value))
    return ComparePage(
        scope=view_scope(index),
        reprints=tuple(
            tuple(source_card(index, d) for d in same[:SAME]) for same in reprints[:SAME]
        ),
        reprinted=len(reprints),
        many_reprints=len(reprints) > REPRINTS,
        comparable=len(index.documents) > 1,
        quoted=quoted_table(index, SPEAKERS),
        only_in=only,
        many=len(only) > APART,
        pairs=_pairs(index, "related_sentences"),
        changed=_pairs(index, "changed"),
        numbers=_numbers(index),
        shared=topic_cards(index, [t for t in index.corpus.topics if t.id in shared][:NAMES]),
        shared_phrases=tuple(
            _place_link(index, r.members[0])
            for r in [r for r in rows if r.kind == "shared_topic" and r.topic is None][:NAMES]
        ),
        never_quoted=silent[:NAMES],
        more_never_quoted=len(silent[NAMES:]),
        paraphrased=paraphrased[:NAMES],
        more_paraphrased=len(paraphrased[NAMES:]),
        spelled=tuple(_spelled(index, r) for r in rows if r.kind == "spelled")[:SAME],
    )


def _links(index: CorpusIndex, rows: Iterable[Comparison]) -> tuple[Link, ...]:
    """The names of the rows' actors, as far as they are shown."""
    shown = {a.id for a in shown_actors(index)}
    return index.actor_links(r.actor for r in rows if r.actor in shown)


def _spelled(index: CorpusIndex, row: Comparison) -> SpelledRow:
    """The spellings of one name, each with its documents."""
    link = index.actor_link(row.actor or "")
    first: dict[str, Words] = {}
    sources: dict[str, list[SourceCard]] = {}
    for m in row.members:
        words = index.words(m.document, m.start, m.end)
        first.setdefault(words.text, words)
        sources.setdefault(words.text, []).append(source_card(index, m.document))
    spellings = tuple(Spelling(first[text], tuple(sources[text])) for text in first)
    return SpelledRow(link or Link(spellings[0].words, ""), spellings)


def _numbers(index: CorpusIndex) -> tuple[tuple[Passage, ...], ...]:
    """Each thing that is counted differently: the sentences, the numbers marked."""
    rows = [r for r in index.corpus.comparison if r.kind == "number_differs"]
    most = index.site.settings.limits.rows_per_page
    return tuple(
        tuple(
            index.sentence_passage(
                m.document, m.sentence or "", m.start, (Highlight(m.start, m.end, "date"),)
            )
            for m in r.members
        )
        for r in rows[:most]
    )


def _only_in(index: CorpusIndex) -> tuple[OnlyIn, ...]:
    rows = [r for r in index.corpus.comparison if r.kind == "only_in"]
    found: list[OnlyIn] = []
    known = index.corpus.dates
    stated = frozenset(
        (d.document, d.start)
        for d in known
        if d.confidence == "explicit"
        or (d.confidence != "low" and index.states_its_day(d.document))
    )
    for document in list(index.documents)[: index.site.settings.limits.rows_per_page]:
        here = [r for r in rows if r.documents == (document,)]
        named = [r for r in here if r.actor in index.actors]
        shown = [r for r in named if index.actors[r.actor or ""].shown]
        places = [m for r in named if not index.actors[r.actor or ""].shown for m in r.members]
        topics = [r for r in here if not (r.actor or r.members[0].date)]
        dates = [m for r in here for m in r.members if m.date]
        count = len(shown) + len(places) + len(topics) + len(dates)
        if count:
            found.append(
                OnlyIn(
                    source=source_card(index, document),
                    actors=index.actor_links(r.actor or "" for r in shown[:OWN]),
                    places=tuple(_place_link(index, m) for m in places[:OWN]),
                    topics=tuple(_topic_link(index, r) for r in topics[:OWN]),
                    dates=tuple(_dated_link(index, m, stated) for m in dates[:OWN]),
                    count=count,
                )
            )
    return tuple(found)


def _dated_link(
    index: CorpusIndex, member: ComparisonMember, stated: frozenset[tuple[str, int]]
) -> DatedLink:
    """A date as precise as its source, and its sentence."""
    inferred = (member.document, member.start) not in stated
    when = view_date(member.date or "", inferred=inferred, catalogue=index.catalogue)
    return DatedLink(when, _place_link(index, member).url)


def _topic_link(index: CorpusIndex, row: Comparison) -> Link:
    """A topic and its page, or a phrase and its sentence."""
    topic = index.topics.get(row.topic or "")
    return index.topic_link(topic) if topic else _place_link(index, row.members[0])


def _place_link(index: CorpusIndex, member: ComparisonMember) -> Link:
    sentence = index.sentence_at(member.document, member.start)
    public = sentence is not None and index.is_published(member.document, sentence.id)
    anchor = sentence.id if sentence and public else ""
    words = index.words(member.document, member.start, member.end)
    return Link(words, index.addresses.source(member.document, anchor))


def _pairs(index: CorpusIndex, kind: str) -> PairList:
    """The pairs of a kind, under one head where all have the same two sources."""
    rows = [r for r in index.corpus.comparison if r.kind == kind]
    most = index.site.settings.limits.rows_per_page
    pairs = tuple(pair for r in rows[:most] for pair in _pair(index, r))
    if len({(p.one.citation.label, p.other.citation.label) for p in pairs}) != 1:
        return PairList(None, None, pairs)
    return PairList(pairs[0].one.citation, pairs[0].other.citation, pairs)


def _pair(index: CorpusIndex, row: Comparison) -> tuple[Pair, ...]:
    if len(row.members) < 2:
        return ()
    one, other = (_member(index, m) for m in row.members[:2])
    named = [
        {
            a.id
            for a, m in index.mentions_in.get(side.document, [])
            if side.start <= m.start < side.end
        }
        for side in row.members[:2]
    ]
    common = [a.id for a in shown_actors(index) if a.id in named[0] & named[1]]
    return (Pair(one, other, index.actor_links(common)),)


def _member(index: CorpusIndex, member: ComparisonMember) -> Passage:
    return index.passage(member.document, member.start, member.end)
