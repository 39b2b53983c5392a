"""The pages of actors: the ranked list, and one page each."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.model.corpus import Actor, Actors, Role
from generator.pages.charts import draw_graph, name_place, place_around
from generator.pages.corpus_index import CorpusIndex
from generator.pages.labels import ACTOR_GROUPS, MENTION_KINDS
from generator.pages.links import feed_of
from generator.pages.list_filters import Listed, ListedPages, page_filters
from generator.pages.paging import paging, split
from generator.pages.presenters.cards import (
    COLUMNS,
    actor_card,
    over_time,
    quotation_card,
    shown_actors,
    source_cards,
    source_name,
    timeline_row,
)
from generator.pages.presenters.statements import statement_card, told_statements
from generator.pages.quotation_groups import count_once, group_quotations
from generator.pages.search_facets import publication_month
from generator.pages.stretches import Highlight
from generator.pages.views import (
    ActorGroup,
    ActorPage,
    ActorsPage,
    Edge,
    Link,
    MentionGroup,
    MentionLine,
    NameForm,
    Neighbour,
    Passage,
    QuotationCard,
    RoleLine,
    SpokenRow,
    StatementCard,
    Words,
)

QUOTED = 20
"""Most quotations by and about an actor; the page of quotations has them all."""
MOST = 50
"""Most rows of a list on an actor's page; the hub pages have the rest."""
NEIGHBOURS = 8
ROLE_PLACES = 4
"""Most places that are shown of one wording."""
SHARED_SENTENCES = 3
GRAPH = (440, 300)
OVER_TIME = (400, 120)
"""Width and height of the figure of mentions over time."""


def view_actors(index: CorpusIndex) -> tuple[ActorsPage, ...]:
    """The pages of actors, by type, most salient first."""
    pages, listed = _pages(index), actor_list(index)
    filters = page_filters(index, listed)
    letters = source_cards(index) if len(index.documents) <= COLUMNS else ()
    return tuple(
        ActorsPage(
            groups=_groups(index, page),
            paging=paging(listed.hub, n, len(pages)),
            letters=letters,
            filters=filters[n - 1],
        )
        for n, page in enumerate(pages, start=1)
    )


def actor_list(index: CorpusIndex) -> ListedPages:
    """All actors with what they can be chosen by, as they are split over pages."""
    pages = tuple(tuple(_listed(index, actor) for actor in page) for page in _pages(index))
    return ListedPages("actors/", "actors", pages)


def _pages(index: CorpusIndex) -> tuple[tuple[Actor, ...], ...]:
    kinds = list(ACTOR_GROUPS)
    actors = sorted(shown_actors(index), key=lambda a: (kinds.index(a.type), is_passing(a)))
    return split(actors, index.site.settings.limits.rows_per_page)


def _listed(index: CorpusIndex, actor: Actor) -> Listed:
    letters = dict.fromkeys(index.letters[m.document] for m in actor.mentions)
    return Listed(
        (actor.id,),
        (
            ("type", (actor.type,)),
            ("story", index.stories_of(m.document for m in actor.mentions)),
            ("source", tuple(letters)),
        ),
        inferred=False,
    )


def _groups(index: CorpusIndex, actors: Actors) -> tuple[ActorGroup, ...]:
    return tuple(
        ActorGroup(
            heading,
            kind,
            tuple(actor_card(index, a) for a in some if not is_passing(a)),
            tuple(actor_card(index, a) for a in some if is_passing(a)),
        )
        for kind, heading in ACTOR_GROUPS.items()
        if (some := [a for a in actors if a.type == kind])
    )


def is_passing(actor: Actor) -> bool:
    """Whether an actor is only named, and only once."""
    return len(actor.mentions) == 1 and not (actor.quotations_by or actor.statements_by)


def view_actor(index: CorpusIndex, actor: Actor) -> ActorPage:
    """One actor."""
    denials, statements = _reported(index, actor)
    entries = index.entries_of.get(actor.id, [])
    neighbours = _neighbour_rows(index, actor)
    card = actor_card(index, actor)
    return ActorPage(
        card=card,
        roles=_roles(index, actor),
        aliases=_aliases(index, actor),
        quotations=_quoted(index, actor.quotations_by, linked=True),
        statements=statements,
        denials=denials,
        restated=_restated(index, actor),
        about=_quoted(index, actor.quotations_about),
        actions=_actions(index, actor),
        timeline=tuple(timeline_row(index, e) for e in entries[-MOST:]),
        graph=draw_graph(neighbours, _edges(index, neighbours), width=GRAPH[0], height=GRAPH[1]),
        over_time=over_time(index, actor, OVER_TIME),
        spoken=_spoken(index, actor),
        by_story=bool(index.stories),
        mentions=_mentions(index, actor),
        cut=QUOTED if card.quotations > QUOTED else 0,
        feed="" if is_passing(actor) else feed_of(index.addresses.actor(actor.id)),
    )


def _reported(index: CorpusIndex, actor: Actor) -> tuple[tuple[StatementCard, ...], ...]:
    """What they deny, and what else they are reported to have said."""
    known = told_statements(index, actor)
    denied = [same for same in known if same[0].stance == "denied"]
    others = [same for same in known if same[0].stance != "denied"]
    return tuple(
        tuple(statement_card(index, *same) for same in some[:MOST]) for some in (denied, others)
    )


def _restated(index: CorpusIndex, actor: Actor) -> tuple[tuple[Passage, ...], ...]:
    """Two of their statements on one matter, weeks apart."""
    return tuple(
        tuple(index.passage(m.document, m.start, m.end) for m in row.members)
        for row in index.corpus.comparison
        if row.kind == "restated" and row.actor == actor.id
    )


def _quoted(
    index: CorpusIndex, ids: Sequence[str], *, linked: bool = False
) -> tuple[QuotationCard, ...]:
    """One card a sentence, all their words in it marked; what several documents quote told once."""
    known = [index.quotations[q] for q in ids if q in index.quotations]
    shown = group_quotations(known, index.copies.text_of)[:QUOTED]
    return tuple(quotation_card(index, *same, linked=linked) for same in shown)


def _spoken(index: CorpusIndex, actor: Actor) -> tuple[SpokenRow, ...]:
    """How much they said in which month and story, the newest first."""
    counts: Counter[tuple[str, str]] = Counter()
    known = (index.quotations[i] for i in actor.quotations_by if i in index.quotations)
    for q in count_once(known, index.copies):
        told = index.stories_of([q.document])
        counts[publication_month(index, q.document), told[0] if told else ""] += 1
    rows = sorted(counts, reverse=True)[:MOST] if len(counts) > 1 else []
    return tuple(
        SpokenRow(
            when=index.month(month) if month else None,
            story=Link(index.story_label(s), index.addresses.story(s)) if s else None,
            count=counts[month, s],
            url=f"quotations/?speaker={actor.id}"
            + (f"&month={month}" if month else "")
            + (f"&story={s}" if s else ""),
        )
        for month, s in rows
    )


def _roles(index: CorpusIndex, actor: Actor) -> tuple[RoleLine, ...]:
    """What the sources call the actor: each wording once, with the first places it stands at."""
    places: defaultdict[str, list[Role]] = defaultdict(list)
    for role in actor.roles:
        places[role.text].append(role)
    return tuple(_role(index, same) for same in list(places.values())[:MOST])


def _role(index: CorpusIndex, same: Sequence[Role]) -> RoleLine:
    first = same[0]
    proofs = [index.citation(r.document, r.start) for r in same[:ROLE_PLACES]]
    words = index.words(first.document, first.start, first.end)
    return RoleLine(words, proofs[0], tuple(proofs[1:]))


def _aliases(index: CorpusIndex, actor: Actor) -> tuple[NameForm, ...]:
    places: dict[str, Words] = {}
    for m in actor.mentions:
        form = " ".join(m.text.split())  # a line's end in a name is none of its letters
        if form not in places:
            places[form] = index.words(m.document, m.start, m.end)
    return tuple(NameForm(places[a.text], a.count) for a in actor.aliases if a.text in places)


def _actions(index: CorpusIndex, actor: Actor) -> tuple[Passage, ...]:
    found: dict[tuple[str, str], list[Highlight]] = defaultdict(list)
    starts: dict[tuple[str, str], int] = {}
    for a in index.copies.once(index.actions_of.get(actor.id, []))[:MOST]:
        found[a.document, a.sentence].append(Highlight(a.start, a.end, "statement"))
        starts.setdefault((a.document, a.sentence), a.start)
    return tuple(
        index.sentence_passage(document, sentence, starts[document, sentence], marks)
        for (document, sentence), marks in found.items()
    )


def _neighbour_rows(index: CorpusIndex, actor: Actor) -> tuple[Neighbour, ...]:
    related = [r for r in actor.related if index.actors.get(r.actor, actor).shown][:NEIGHBOURS]
    places = place_around(len(related), width=GRAPH[0], height=GRAPH[1])
    most = max((len(r.sentences) for r in related), default=1)
    documents = {m.sentence: m.document for m in actor.mentions}
    found: list[Neighbour] = []
    for r, (x, y) in zip(related, places, strict=True):
        link = index.actor_link(r.actor)
        shared = [s for s in r.sentences if s in documents][:SHARED_SENTENCES]
        passages = tuple(index.sentence_passage(documents[s], s, 0) for s in shared)
        if link is not None:
            weight = round(1 + 4 * len(r.sentences) / most, 1)
            below = name_place(y, height=GRAPH[1])
            found.append(Neighbour(r.actor, link, len(r.sentences), passages, x, y, weight, below))
    return tuple(found)


def _edges(index: CorpusIndex, neighbours: Sequence[Neighbour]) -> tuple[Edge, ...]:
    """A line between each two neighbours that some sentence names together."""
    places = {n.id: n for n in neighbours}
    pairs = sorted(
        {
            tuple(sorted((one, related.actor)))
            for one in places
            for related in index.actors[one].related
            if related.actor in places
        }
    )
    ends = [(places[one], places[other]) for one, other in pairs]
    return tuple(Edge(a.x, a.y, b.x, b.y) for a, b in ends)


def _mentions(index: CorpusIndex, actor: Actor) -> tuple[MentionGroup, ...]:
    groups: defaultdict[str, list[MentionLine]] = defaultdict(list)
    for m in actor.mentions:
        if m.document not in groups and len(groups) >= MOST:
            break
        words = index.words(m.document, m.start, m.end)
        kind = MENTION_KINDS[m.kind]
        proof = index.citation(m.document, m.start)
        line = MentionLine(words, kind, proof.label, proof.paragraph, proof.url)
        groups[m.document].append(line)
    return tuple(MentionGroup(source_name(index, d), tuple(g)) for d, g in groups.items())
