"""Who and what each document has: quoted where, in one document only, named but never quoted."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.model.corpus import (
    Actor,
    AttributedQuotation,
    Comparison,
    ComparisonMember,
    DatedExpression,
    Topic,
)
from generator.resolve.comparison.ground import row_id

SPEECH = frozenset({"direct_speech", "reported_fragment"})
MOST_OF_ONE = 12
"""Most actors, topics or dates that one document's only-in list shows of each."""
MOST_SHARED = 30
MOST_MEMBERS = 20
"""Most documents that a row shows a place of."""


def find_quoted(
    actors: Sequence[Actor], quotations: Sequence[AttributedQuotation]
) -> Iterator[Comparison]:
    """One row for each actor who is quoted, with the quotations of each document."""
    order = {a.id: i for i, a in enumerate(actors)}
    by_actor: dict[str, dict[str, list[AttributedQuotation]]] = defaultdict(dict)
    for quotation in quotations:
        if quotation.speaker in order and quotation.kind in SPEECH:
            by_actor[quotation.speaker].setdefault(quotation.document, []).append(quotation)
    for actor in sorted(by_actor, key=lambda a: order[a]):
        members = tuple(
            ComparisonMember(
                document,
                said[0].start,
                said[0].end,
                actor=actor,
                quotations=tuple(q.id for q in said),
                sentence=said[0].sentence,
            )
            for document, said in sorted(by_actor[actor].items())
        )
        yield Comparison(
            id=row_id("quoted_in", (actor,)),
            kind="quoted_in",
            documents=tuple(m.document for m in members),
            members=members,
            actor=actor,
            score=float(sum(len(m.quotations) for m in members)),
        )


def find_never_quoted(actors: Sequence[Actor]) -> Iterator[Comparison]:
    """People who are named, but whose words are nowhere quoted; what was paraphrased is said."""
    for actor in actors:
        named = actor.shown and actor.type == "person" and not actor.quotations_by
        first = _first_mentions(actor) if named else {}
        if first:
            yield Comparison(
                id=row_id("never_quoted", (actor.id,)),
                kind="never_quoted",
                documents=tuple(first),
                members=tuple(first.values())[:MOST_MEMBERS],
                actor=actor.id,
                score=float(len(actor.mentions)),
                value="paraphrased" if actor.statements_by else None,
            )


def find_only_in(
    documents: Sequence[str],
    actors: Sequence[Actor],
    topics: Sequence[Topic],
    dates: Sequence[DatedExpression],
) -> Iterator[Comparison]:
    """Actors, topics and dates that one document alone has; none where there is only one."""
    if len(documents) < 2:
        return
    shown: dict[tuple[str, str], int] = defaultdict(int)
    for kind, name, member in _alone(actors, topics, dates):
        shown[member.document, kind] += 1
        if shown[member.document, kind] <= MOST_OF_ONE:
            yield Comparison(
                id=row_id("only_in", (kind, name)),
                kind="only_in",
                documents=(member.document,),
                members=(member,),
                actor=member.actor,
                topic=member.topic,
                value=member.date,
            )


def find_shared_topics(topics: Sequence[Topic]) -> Iterator[Comparison]:
    """The first topics that more than one document has, with a place in each."""
    shared = [t for t in topics if len(t.documents) > 1]
    for topic in shared[:MOST_SHARED]:
        first: dict[str, ComparisonMember] = {}
        for row in topic.occurrences:
            first.setdefault(
                row.document, ComparisonMember(row.document, row.start, row.end, topic=topic.id)
            )
        yield Comparison(
            id=row_id("shared_topic", (topic.id,)),
            kind="shared_topic",
            documents=topic.documents,
            members=tuple(first.values())[:MOST_MEMBERS],
            topic=topic.id,
            score=float(len(topic.documents)),
        )


def _alone(
    actors: Sequence[Actor], topics: Sequence[Topic], dates: Sequence[DatedExpression]
) -> Iterator[tuple[str, str, ComparisonMember]]:
    for actor in actors:
        first = _first_mentions(actor) if actor.shown else {}
        if len(first) == 1:
            yield "actor", actor.id, next(iter(first.values()))
    for topic in topics:
        if len(topic.documents) == 1:
            row = topic.occurrences[0]
            member = ComparisonMember(row.document, row.start, row.end, topic=topic.id)
            yield "topic", topic.id, member
    by_value: dict[str, dict[str, DatedExpression]] = defaultdict(dict)
    for date in dates:
        if date.in_timeline and date.value:
            by_value[date.value].setdefault(date.document, date)
    for value, found in sorted(by_value.items()):
        if len(found) == 1:
            one = next(iter(found.values()))
            member = ComparisonMember(
                one.document, one.start, one.end, date=value, sentence=one.sentence
            )
            yield "date", value, member


def _first_mentions(actor: Actor) -> Mapping[str, ComparisonMember]:
    """The first place of each document that names the actor, by document."""
    first: dict[str, ComparisonMember] = {}
    for mention in sorted(actor.mentions, key=lambda m: (m.document, m.start)):
        if mention.kind in {"name", "metonym"}:
            member = ComparisonMember(
                mention.document,
                mention.start,
                mention.end,
                actor=actor.id,
                sentence=mention.sentence,
            )
            first.setdefault(mention.document, member)
    return first
