"""The desk that lays the documents side by side."""

from generator.model.corpus import Comparison, ComparisonMember
from generator.pages.desks.cards import (
    COLUMNS,
    actor_card,
    shares,
    shown_actors,
    source_card,
    source_cards,
    topic_cards,
)
from generator.pages.desks.home import view_scope
from generator.pages.links import source_url
from generator.pages.lookup import Lookup
from generator.pages.views import ComparePage, Link, OnlyIn, Pair, Passage, QuotedRow


def view_comparison(look: Lookup) -> ComparePage:
    """What shows when the documents are laid side by side."""
    rows = look.corpus.comparison
    shared = [r.topic for r in rows if r.kind == "shared_topic"]
    never = [r.actor for r in rows if r.kind == "never_quoted" and r.actor]
    actors = {a.id: a for a in shown_actors(look)}
    return ComparePage(
        scope=view_scope(look),
        reprints=tuple(
            tuple(source_card(look, d) for d in r.documents) for r in rows if r.kind == "reprint"
        ),
        sources=source_cards(look) if len(look.documents) <= COLUMNS else (),
        documents=len(look.documents),
        quoted=_quoted(look),
        only_in=_only_in(look),
        pairs=_pairs(look, "related_sentences"),
        changed=_pairs(look, "changed"),
        numbers=_pairs(look, "number_differs"),
        shared=topic_cards(look, (t for t in look.corpus.topics if t.id in shared)),
        never_quoted=tuple(actor_card(look, actors[a]) for a in never if a in actors),
    )


def _quoted(look: Lookup) -> tuple[QuotedRow, ...]:
    """Who is quoted in which document, most quoted first."""
    rows: list[QuotedRow] = []
    for actor in look.corpus.actors:
        known = [look.quotations[q] for q in actor.quotations_by if q in look.quotations]
        link = look.actor_link(actor.id)
        if known and link:
            places = shares(look, (q.document for q in known))
            documents = len({q.document for q in known})
            rows.append(QuotedRow(link, tuple(s.count for s in places), len(known), documents))
    return tuple(sorted(rows, key=lambda r: -r.total)[: look.site.settings.limits.rows_per_page])


def _only_in(look: Lookup) -> tuple[OnlyIn, ...]:
    rows = [r for r in look.corpus.comparison if r.kind == "only_in"]
    found: list[OnlyIn] = []
    for document in list(look.documents)[: look.site.settings.limits.rows_per_page]:
        here = [r for r in rows if r.documents == (document,)]
        actors = look.actor_links(r.actor for r in here if r.actor)
        topics = [look.topics[r.topic] for r in here if r.topic in look.topics]
        dates = tuple(_date_link(look, m) for r in here for m in r.members if m.date)
        links = tuple(look.topic_link(t) for t in topics)
        if actors or links or dates:
            found.append(OnlyIn(source_card(look, document), actors, links, dates))
    return tuple(found)


def _date_link(look: Lookup, member: ComparisonMember) -> Link:
    sentence = look.sentence_at(member.document, member.start)
    public = sentence is not None and look.is_published(member.document, sentence.id)
    anchor = sentence.id if sentence and public else ""
    words = look.words(member.document, member.start, member.end)
    return Link(words, source_url(member.document, anchor))


def _pairs(look: Lookup, kind: str) -> tuple[Pair, ...]:
    rows = [r for r in look.corpus.comparison if r.kind == kind]
    most = look.site.settings.limits.rows_per_page
    return tuple(pair for r in rows[:most] for pair in _pair(look, r))


def _pair(look: Lookup, row: Comparison) -> tuple[Pair, ...]:
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


def _member(look: Lookup, member: ComparisonMember) -> Passage:
    return look.passage(member.document, member.start, member.end)
