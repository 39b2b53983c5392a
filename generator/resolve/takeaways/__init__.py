"""The sentences worth reading first: a bottom line and one takeaway a topic."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from generator.config.limits import LimitSettings
from generator.language.genres import is_opinion
from generator.language.weights import load_count, load_weight
from generator.model.annotations import AllAnnotations, Annotations
from generator.model.corpus import Actors, DatedExpression, Score, Takeaway, Topic
from generator.model.story_pages import have_own_pages
from generator.model.text import Document, Documents, Fact
from generator.resolve.takeaways.bottom_line import choose_bottom_line
from generator.resolve.takeaways.coverage import coverage_of, lead_words
from generator.resolve.takeaways.passages import (
    OPENING,
    Excerpt,
    Surroundings,
    actors_of_sentences,
    from_second_source,
    passages_of,
    sentences_of_topics,
)
from generator.resolve.takeaways.weakness import Weakness, find_weakness

DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
SHARED, HALF_RANK = load_weight("takeaways.shared"), load_count("takeaways.half_rank")
LOOKED_AT = load_count("takeaways.looked_at")
"""Passages that are compared with each other, the best of the corpus."""
LATEST = load_count("takeaways.latest")
"""Documents in no story of which some are told: of more, the newest."""
OF_DOCUMENT = load_count("takeaways.of_document")
"""Most takeaways for each document of a story that is told beside others."""
SAME_WORDS = HALF = load_weight("takeaways.same_words")
LEAST = load_weight("takeaways.least")
REPEATED = load_weight("takeaways.repeated")
SAME_DEED = load_weight("takeaways.same_deed")


class _Corpus(Struct, frozen=True):
    """What all parts are chosen from."""

    documents: Mapping[str, Document]
    annotations: Mapping[str, Annotations]
    topics: Sequence[Topic]
    around: Surroundings
    leads: Mapping[str, frozenset[str]]
    opinions: frozenset[str]


def resolve_takeaways(
    documents: Documents,
    annotations: AllAnnotations,
    *,
    actors: Actors,
    topics: Sequence[Topic],
    newest: Sequence[str],
    weak: Weakness,
    stories: Sequence[Collection[str]] = (),
    limits: LimitSettings,
) -> tuple[Takeaway, ...]:
    """The sentences of the bottom line, then the takeaways; at most as many as the settings say.

    `newest` are the ids of the documents that are read, newest first: no reprints among them.
    Each of the `stories` that has a page has both of its own, from its documents alone; what is in
    no story then has takeaways for its own pages, and no bottom line.
    """
    read = {d.id: d for d in documents if d.id in set(newest)}
    around = Surroundings(
        topics=sentences_of_topics(tuple(read.values()), topics),
        actors=actors_of_sentences(actors),
        weak=weak,
    )
    corpus = _Corpus(
        documents=read,
        annotations={found.document_id: found for found in annotations},
        topics=topics,
        around=around,
        leads={d: lead_words(document) for d, document in read.items()},
        opinions=frozenset(d for d, document in read.items() if is_opinion(document)),
    )
    rows: list[Takeaway] = []
    for part in _parts(newest, stories):
        rows += _rows_of_part(
            _told(corpus, part),
            bottom_line=limits.bottom_line if part.leads else 0,
            limit=min(limits.takeaways, part.most or limits.takeaways),
            each=limits.takeaways if part.leads else 1,
        )
    return tuple(_ranked(rows))


class _Documents(Struct, frozen=True):
    """Documents that are told together, and whether a bottom line leads them."""

    documents: tuple[str, ...]
    """The newest first."""
    leads: bool
    mixed: bool = False
    """Whether most of them tell of different things."""
    most: int = 0
    """Most takeaways: of a story beside others no more than it can fill with news; 0 for any."""


class _Part(Struct, frozen=True):
    """What a bottom line and its takeaways are chosen from."""

    passages: Sequence[Excerpt]
    order: Mapping[str, int]
    """The part's documents, the newest first."""
    topics: Sequence[str]
    texts: Mapping[str, str]
    opinions: frozenset[str]


def _told(corpus: _Corpus, part: _Documents) -> _Part:
    """The passages of the part's documents, measured beside each other."""
    order = {d: i for i, d in enumerate(part.documents)}
    topics = [
        t.id for t in corpus.topics if not part.leads or not set(t.documents).isdisjoint(order)
    ]
    around = structs.replace(
        corpus.around,
        importance={t: 1 / (1 + rank / HALF_RANK) for rank, t in enumerate(topics)},
        newness={d: 1 - i / (len(order) - 1) if len(order) > 1 else 0.0 for d, i in order.items()},
        coverage=coverage_of(corpus.leads, part.documents),
    )
    passages = [
        passage
        for d in sorted(order)
        for passage in passages_of(
            corpus.documents[d], corpus.annotations[d], around, opinion=d in corpus.opinions
        )
    ]
    if part.mixed:  # who is alone tells what happened, not that somebody was interviewed
        news = [p for p in passages if p.number < OPENING and not p.is_state]
        passages = news or passages
    texts = {d: corpus.documents[d].text for d in order}
    return _Part(passages, order, topics, texts, corpus.opinions)


def _parts(newest: Sequence[str], stories: Sequence[Collection[str]]) -> Iterator[_Documents]:
    """Each story by itself where stories are told apart, the largest first; else all together."""
    order = {d: i for i, d in enumerate(newest)}
    ranked = (sorted((d for d in story if d in order), key=order.__getitem__) for story in stories)
    parts = [tuple(documents) for documents in ranked if documents]
    told = {d for part in parts for d in part}
    if not have_own_pages(len(parts), len(told), len(newest)):
        mixed = len(told) < HALF * len(newest) and len(newest) > 1
        yield _Documents(tuple(newest), leads=True, mixed=mixed)
        return
    for part in sorted(parts, key=lambda p: (-len(p), order[p[0]])):
        yield _Documents(part, leads=True, most=OF_DOCUMENT * len(part))
    alone = tuple(d for d in newest if d not in told)[:LATEST]
    if alone:
        yield _Documents(alone, leads=False, mixed=True, most=len(alone))


def _rows_of_part(part: _Part, *, bottom_line: int, limit: int, each: int) -> list[Takeaway]:
    first = choose_bottom_line(
        part.passages, part.order, part.topics, part.opinions, limit=bottom_line, is_new=_is_new
    )
    rest = _choose_takeaways(part.passages, first, part.texts, limit=limit, each=each)
    rest.sort(key=lambda chosen: part.order[chosen[0].document])
    rows = [_row(p, part.texts, part.opinions, role=role) for p, role in first]
    return rows + [_row(p, part.texts, part.opinions, topic=topic) for p, topic in rest]


def _ranked(rows: Sequence[Takeaway]) -> Iterator[Takeaway]:
    """Each section counts from one, through all stories."""
    ranks = Counter[str]()
    for row in rows:
        ranks[row.section] += 1
        yield structs.replace(row, rank=ranks[row.section])


def newest_first(
    documents: Documents, dates: Sequence[DatedExpression], published: Mapping[str, Fact]
) -> tuple[str, ...]:
    """Document ids by publication date, else by the latest date that they tell of."""
    told: dict[str, str] = {}
    for date in dates:
        day = DAY.match(date.value or "")
        if day and date.in_timeline:
            told[date.document] = max(told.get(date.document, ""), day.group())

    def key(document: Document) -> tuple[str, str]:
        fact = document.metadata.published or published.get(document.id)
        day = DAY.match(fact.value) if fact else None
        return (day.group() if day else told.get(document.id, ""), document.id)

    by_date = sorted(documents, key=lambda d: d.id)
    return tuple(d.id for d in sorted(by_date, key=lambda d: key(d)[0], reverse=True))


def _choose_takeaways(
    passages: Sequence[Excerpt],
    taken: Sequence[tuple[Excerpt, str]],
    texts: Mapping[str, str],
    *,
    limit: int,
    each: int,
) -> list[tuple[Excerpt, str]]:
    """The best passage of each topic, best first; no two that overlap or say the same.

    Of one document `each` at most: what stands alone is a story of its own, told once.
    """
    chosen = [p for p, _ in taken]
    used: set[str] = set()
    found: list[tuple[Excerpt, str]] = []
    share = dict.fromkeys(texts, 0)
    sure = (p for p in passages if not (p.conditional or p.bare_subject))
    pool = sorted(sure, key=lambda p: (-p.score, p.document, p.start))[:LOOKED_AT]
    pool = [p for p in pool if _is_new(p, chosen)]
    least = LEAST * pool[0].score if pool and each > 1 else 0.0
    pool = [p for p in pool if p.score >= least]
    while pool and len(found) < limit:
        pool = [p for p in pool if share[p.document] < each]
        pool = [p for p in pool if _is_new(p, chosen)]
        if not pool:
            break
        last = len(found) == limit - 1
        best = max(
            from_second_source(pool, {d for d in share if share[d]}) if last else pool,
            key=lambda p: p.score - SHARED * share[p.document] - REPEATED * p.overlap(chosen),
        )
        topic = next((t for t in best.topics if t not in used), "")
        used.add(topic)
        share[best.document] += 1
        chosen.append(best)
        found.append((best, topic))
    return found


def _is_new(passage: Excerpt, chosen: Sequence[Excerpt]) -> bool:
    for other in chosen:
        if (passage.sentence, passage.document) == (other.sentence, other.document):
            return False
        deed = passage.predicate and passage.predicate == other.predicate
        shared, same = passage.words & other.words, SAME_DEED if deed else SAME_WORDS
        if len(shared) > same * min(len(passage.words), len(other.words) or 1):
            return False
    return True


def _row(
    passage: Excerpt,
    texts: Mapping[str, str],
    opinions: frozenset[str],
    *,
    topic: str | None = None,
    role: str = "",
) -> Takeaway:
    """A row of the bottom line where the passage plays a role, else a takeaway of its topic."""
    opinion = "opinion" if passage.document in opinions else None
    return Takeaway(
        rank=0,
        section="bottom_line" if role else "takeaway",
        document=passage.document,
        start=passage.start,
        end=passage.end,
        text=texts[passage.document][passage.start : passage.end],
        topic=topic or next(iter(passage.topics), None),
        sentences=(passage.sentence,),
        why=(*passage.parts, *((Score(role, 1.0),) if role else ())),
        label="standfirst" if passage.zone == "standfirst" else opinion,
    )


__all__ = ["Weakness", "find_weakness", "newest_first", "resolve_takeaways"]
