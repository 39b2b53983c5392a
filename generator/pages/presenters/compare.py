"""The comparison: what shows when the documents are laid side by side."""

from collections.abc import Iterable

from generator.model.corpus import Comparison, ComparisonMember
from generator.pages.corpus_index import CorpusIndex, Mark
from generator.pages.dates import view_date
from generator.pages.presenters.cards import (
    COLUMNS,
    shown_actors,
    source_card,
    source_cards,
    topic_cards,
)
from generator.pages.presenters.home import view_scope
from generator.pages.presenters.quotations import quoted_rows
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


def view_comparison(look: CorpusIndex) -> ComparePage:
    """What shows when the documents are laid side by side."""
    rows = look.corpus.comparison
    shared = [r.topic for r in rows if r.kind == "shared_topic"]
    named = [r for r in rows if r.kind == "never_quoted"]
    return ComparePage(
        scope=view_scope(look),
        reprints=tuple(
            tuple(source_card(look, d) for d in r.documents) for r in rows if r.kind == "reprint"
        ),
        sources=source_cards(look) if len(look.documents) <= COLUMNS else (),
        comparable=len(look.documents) > 1,
        quoted=quoted_rows(look, look.site.settings.limits.rows_per_page),
        only_in=_only_in(look),
        pairs=_pairs(look, "related_sentences"),
        changed=_pairs(look, "changed"),
        numbers=_numbers(look),
        shared=topic_cards(look, (t for t in look.corpus.topics if t.id in shared)),
        shared_phrases=tuple(
            _place_link(look, r.members[0])
            for r in rows
            if r.kind == "shared_topic" and r.topic is None
        ),
        never_quoted=_links(look, (r for r in named if not r.value)),
        paraphrased=_links(look, (r for r in named if r.value)),
        spelled=tuple(_spelled(look, r) for r in rows if r.kind == "spelled"),
    )


def _links(look: CorpusIndex, rows: Iterable[Comparison]) -> tuple[Link, ...]:
    """The names of the rows' actors, as far as they are shown."""
    shown = {a.id for a in shown_actors(look)}
    return look.actor_links(r.actor for r in rows if r.actor in shown)


def _spelled(look: CorpusIndex, row: Comparison) -> SpelledRow:
    """The spellings of one name, each with its documents."""
    link = look.actor_link(row.actor or "")
    first: dict[str, Words] = {}
    sources: dict[str, list[SourceCard]] = {}
    for m in row.members:
        words = look.words(m.document, m.start, m.end)
        first.setdefault(words.text, words)
        sources.setdefault(words.text, []).append(source_card(look, m.document))
    spellings = tuple(Spelling(first[text], tuple(sources[text])) for text in first)
    return SpelledRow(link or Link(spellings[0].words, ""), spellings)


def _numbers(look: CorpusIndex) -> tuple[tuple[Passage, ...], ...]:
    """Each thing that is counted differently: the sentences, the numbers marked."""
    rows = [r for r in look.corpus.comparison if r.kind == "number_differs"]
    most = look.site.settings.limits.rows_per_page
    return tuple(
        tuple(
            look.sentence_passage(
                m.document, m.sentence or "", m.start, (Mark(m.start, m.end, "date"),)
            )
            for m in r.members
        )
        for r in rows[:most]
    )


def _only_in(look: CorpusIndex) -> tuple[OnlyIn, ...]:
    rows = [r for r in look.corpus.comparison if r.kind == "only_in"]
    found: list[OnlyIn] = []
    dates = look.corpus.dates
    stated = frozenset((d.document, d.start) for d in dates if d.confidence == "explicit")
    for document in list(look.documents)[: look.site.settings.limits.rows_per_page]:
        here = [r for r in rows if r.documents == (document,)]
        named = [r for r in here if r.actor in look.actors]
        places = tuple(m for r in named if not look.actors[r.actor or ""].shown for m in r.members)
        only = OnlyIn(
            source=source_card(look, document),
            actors=look.actor_links(
                r.actor or "" for r in named if look.actors[r.actor or ""].shown
            ),
            places=tuple(_place_link(look, m) for m in places),
            topics=tuple(_topic_link(look, r) for r in here if not (r.actor or r.members[0].date)),
            dates=tuple(_dated_link(look, m, stated) for r in here for m in r.members if m.date),
        )
        if only.actors or only.places or only.topics or only.dates:
            found.append(only)
    return tuple(found)


def _dated_link(
    look: CorpusIndex, member: ComparisonMember, stated: frozenset[tuple[str, int]]
) -> DatedLink:
    """A date as precise as its source, and its sentence."""
    inferred = (member.document, member.start) not in stated
    when = view_date(member.date or "", inferred=inferred, catalogue=look.catalogue)
    return DatedLink(when, _place_link(look, member).url)


def _topic_link(look: CorpusIndex, row: Comparison) -> Link:
    """A topic and its page, or a phrase and its sentence."""
    topic = look.topics.get(row.topic or "")
    return look.topic_link(topic) if topic else _place_link(look, row.members[0])


def _place_link(look: CorpusIndex, member: ComparisonMember) -> Link:
    sentence = look.sentence_at(member.document, member.start)
    public = sentence is not None and look.is_published(member.document, sentence.id)
    anchor = sentence.id if sentence and public else ""
    words = look.words(member.document, member.start, member.end)
    return Link(words, look.addresses.source(member.document, anchor))


def _pairs(look: CorpusIndex, kind: str) -> PairList:
    """The pairs of a kind, under one head where all have the same two sources."""
    rows = [r for r in look.corpus.comparison if r.kind == kind]
    most = look.site.settings.limits.rows_per_page
    pairs = tuple(pair for r in rows[:most] for pair in _pair(look, r))
    if len({(p.one.citation.label, p.other.citation.label) for p in pairs}) != 1:
        return PairList(None, None, pairs)
    return PairList(pairs[0].one.citation, pairs[0].other.citation, pairs)


def _pair(look: CorpusIndex, row: Comparison) -> tuple[Pair, ...]:
    if len(row.members) < 2:
        return ()
    one, other = (_member(look, m) for m in row.members[:2])
    named = [
        {
            a.id
            for a, m in look.mentions_in.get(side.document, [])
            if side.start <= m.start < side.end
        }
        for side in row.members[:2]
    ]
    common = [a.id for a in shown_actors(look) if a.id in named[0] & named[1]]
    return (Pair(one, other, look.actor_links(common)),)


def _member(look: CorpusIndex, member: ComparisonMember) -> Passage:
    return look.passage(member.document, member.start, member.end)
