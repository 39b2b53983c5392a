"""The cards that several pages share."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import msgspec

from generator.i18n.catalogue import JOINT
from generator.model.annotations import SPEECH, Phrase
from generator.model.corpus import (
    Actor,
    AttributedQuotation,
    DatedExpression,
    TimelineEntry,
    Topic,
)
from generator.model.text import Fact
from generator.model.visible_text import shown
from generator.model.zones import UNSEEN
from generator.pages.charts import draw_mentions
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import view_date
from generator.pages.labels import (
    ACTOR_TYPES,
    ATTRIBUTIONS,
    CONFIDENCES,
    HOWS,
    NOBODY,
    QUOTATION_KINDS,
)
from generator.pages.presenters.statements import elsewhere, told_statements
from generator.pages.quotation_groups import count_once
from generator.pages.stretches import Highlight
from generator.pages.views import (
    ActorCard,
    MentionsFigure,
    Owner,
    Passage,
    QuotationCard,
    RoleLine,
    Share,
    SourceCard,
    SourceName,
    TimelineRow,
    ToldPassage,
    TopicCard,
    UndatedRow,
    When,
    Words,
)

TELLERS = 3
"""Most sources whose words an event has beside other blocks; the timeline has more."""
COLUMNS = 8
"""Documents that a table can show side by side."""
NAMED = 3
"""Documents that a line can name where there are more than columns."""
SPARK, SPARK_PERIODS = (120, 60), 3
"""Size of the small figure on a card, and how many dates it takes to say something."""


def source_card(index: CorpusIndex, document: str) -> SourceCard:
    """A document in a list; made once and kept, because many pages show it."""
    if document not in index.source_cards:
        index.source_cards[document] = _source_card(index, document)
    return index.source_cards[document]


def source_name(index: CorpusIndex, document: str) -> SourceName:
    """A document above what is shown of it, so that its other findings leave the page as it is."""
    return SourceName(
        label=index.labels[document],
        url=index.addresses.source(document),
        title=index.title(document),
        opening=index.opening(document),
    )


def _source_card(index: CorpusIndex, document: str) -> SourceCard:
    doc = index.texts[document]
    meta = doc.metadata
    dated = index.date_of(document)
    read = [doc.text[z.start : z.end] for z in doc.zones if z.kind not in UNSEEN]
    return SourceCard(
        label=index.labels[document],
        url=index.addresses.source(document),
        title=index.title(document),
        opening=index.opening(document),
        authors=tuple(w for f in meta.authors if (w := index.fact_words(document, f))),
        publisher=index.fact_words(document, meta.publisher) if meta.publisher else None,
        when=dated[1] if dated else None,
        when_how=HOWS[dated[0].how] if dated else "",
        genre=index.fact_words(document, meta.genre) if meta.genre else None,
        language=doc.language,
        words=sum(len(text.split()) for text in read),
        quotations=len(index.quotations_in.get(document, [])),
        path=shown(doc.path),
        sha256=doc.sha256,
        address=safe_address(meta.url),
    )


def safe_address(fact: Fact | None) -> str:
    """The address where it is http or https and nothing but an address; else empty."""
    value = fact.value.strip() if fact else ""
    return value if re.fullmatch(r"https?://[^\s<>\"'`\\]+", value) else ""


def source_cards(index: CorpusIndex) -> tuple[SourceCard, ...]:
    """All documents, by letter."""
    return tuple(source_card(index, d) for d in index.documents)


def shares(index: CorpusIndex, documents: Iterable[str]) -> tuple[Share, ...]:
    """How often each document occurs; of many documents those in which it occurs most."""
    counts = Counter(documents)
    chosen: Iterable[str] = index.documents
    if len(index.documents) > COLUMNS:
        most = {*sorted(counts, key=lambda d: (-counts[d], d))[:NAMED]}
        chosen = [d for d in index.documents if d in most]
    return tuple(Share(index.labels[d], index.addresses.source(d), counts[d]) for d in chosen)


def quotation_card(
    index: CorpusIndex,
    quotation: AttributedQuotation,
    *same: AttributedQuotation,
    linked: bool = False,
) -> QuotationCard:
    """A quotation inside its whole sentence, its words marked, as are the others of `same`.

    Those of other documents have the same words: it is said where they stand.
    """
    q = quotation
    dated = index.date_of(q.document)
    marks = [
        Highlight(one.start, one.end, "quotation", index.row_urls[one.id] if linked else "")
        for one in (q, *same)
        if one.document == q.document
    ]
    others = {one.document: one for one in reversed(same) if one.document != q.document}
    places = elsewhere(index, (others[d] for d in sorted(others)))
    about = dict.fromkeys(actor for one in (q, *same) for actor in one.about)
    return QuotationCard(
        id=q.id,
        others=tuple(one.id for one in same),
        kind=QUOTATION_KINDS[q.kind],
        passage=index.sentence_passage(q.document, q.sentence, q.start, marks),
        also=places.also,
        copies=places.copies,
        everywhere=places.everywhere,
        nobody=NOBODY["speech" if q.kind in SPEECH else "other"],
        speakers=index.actor_links(q.speakers),
        speaker_mention=phrase_words(index, q.document, q.speaker_mention),
        cue=phrase_words(index, q.document, q.cue),
        attribution=ATTRIBUTIONS[q.attribution],
        unresolved=_unresolved(index, q),
        about=index.actor_links(about),
        when=dated[1] if dated else None,
    )


def _unresolved(index: CorpusIndex, quotation: AttributedQuotation) -> str:
    """The words for why nobody is named."""
    reason = quotation.unresolved_reason
    return index.catalogue.rule("coreference", reason) if reason else ""


def phrase_words(index: CorpusIndex, document: str, phrase: Phrase | None) -> Words | None:
    """A phrase as source words."""
    return index.words(document, phrase.start, phrase.end) if phrase else None


def actor_cards(index: CorpusIndex, actors: Iterable[Actor]) -> tuple[ActorCard, ...]:
    """Actors in a list, each with a sentence that no card before it shows."""
    cards: list[ActorCard] = []
    for actor in actors:
        shown_already = {c.voice.src for c in cards if c.voice}
        card = actor_card(index, actor, avoid=shown_already)
        if len(index.periods) >= SPARK_PERIODS:
            card = msgspec.structs.replace(card, over_time=over_time(index, actor, SPARK))
        cards.append(card)
    return tuple(cards)


def actor_card(index: CorpusIndex, actor: Actor, *, avoid: Collection[str] = ()) -> ActorCard:
    """An actor in a list; its sentence is none of those to `avoid`."""
    known = (index.quotations[q] for q in actor.quotations_by if q in index.quotations)
    quotations = count_once(known, index.copies)
    mentions = index.copies.mentions_of(actor.id)
    references = sum(m.kind in {"nominal", "pronoun"} for m in mentions)
    link = index.actor_link(actor.id)
    if link is None:
        raise KeyError(actor.id)
    return ActorCard(
        link=link,
        id=actor.id,
        type=ACTOR_TYPES[actor.type],
        role=role_line(index, actor),
        mentions=len(mentions),
        names=len(mentions) - references,
        references=references,
        quotations=len(quotations),
        statements=len(told_statements(index, actor)),
        about=len(actor.quotations_about),
        shares=shares(index, (m.document for m in mentions)),
        voice=_best_quotation(index, actor, quotations, avoid),
        quoted_in=shares(index, (q.document for q in quotations)),
    )


def over_time(index: CorpusIndex, actor: Actor, size: tuple[int, int]) -> MentionsFigure | None:
    """The actor's mentions by the date of the document; a lone document is linked itself."""
    found = Counter(index.period_of.get(m.document, -1) for m in actor.mentions)
    counts = [
        (
            found[i],
            index.addresses.source(period.documents[0])
            if len(period.documents) == 1
            else f"{index.addresses.actor(actor.id)}#mentions",
        )
        for i, period in enumerate(index.periods)
    ]
    return draw_mentions(index.periods, counts, width=size[0], height=size[1])


def role_line(index: CorpusIndex, actor: Actor) -> RoleLine | None:
    """What the sources call an actor most often, where one does so first."""
    role = actor.usual_role
    if role is None:
        return None
    words = index.words(role.document, role.start, role.end)
    return RoleLine(words, index.citation(role.document, role.start))


def _best_quotation(
    index: CorpusIndex,
    actor: Actor,
    quotations: Sequence[AttributedQuotation],
    avoid: Collection[str],
) -> Passage | None:
    """A sentence that quotes the actor, else one in which it acts, else one that names it."""
    if quotations:
        longest = max(quotations, key=lambda q: (q.end - q.start, -q.start))
        return quotation_card(index, longest).passage
    places = [(a.document, a.sentence) for a in index.actions_of.get(actor.id, [])]
    places += [(m.document, m.sentence) for m in actor.mentions if m.kind == "name"]
    found = [(d, s) for d, i in places if (s := index.sentence(d, i)) and s.zone == "body"]
    for document, sentence in found:
        passage = index.passage(document, sentence.start, sentence.end)
        if passage.src not in avoid:
            return passage
    return None


def topic_card(index: CorpusIndex, topic: Topic, most: int) -> TopicCard:
    """A topic in a list; `most` is the count that fills its bar."""
    occurrences = index.copies.occurrences_of(topic.id)
    count = len(occurrences)
    return TopicCard(
        index.topic_link(topic),
        count,
        shares(index, (o.document for o in occurrences)),
        round(100 * count / most) if most else 0,
    )


def topic_cards(index: CorpusIndex, topics: Iterable[Topic]) -> tuple[TopicCard, ...]:
    """Topics with bars on one scale."""
    chosen = tuple(topics)
    most = max((len(index.copies.occurrences_of(t.id)) for t in chosen), default=0)
    return tuple(topic_card(index, t, most) for t in chosen)


def timeline_row(
    index: CorpusIndex, entry: TimelineEntry, *, most: int = TELLERS, first: str = ""
) -> TimelineRow:
    """An event with sources that tell it, at most so many, the document `first` before others."""
    key = (entry.id, most, first)
    if key not in index.timeline_rows:
        index.timeline_rows[key] = _timeline_row(index, entry, most, first)
    return index.timeline_rows[key]


def _timeline_row(index: CorpusIndex, entry: TimelineEntry, most: int, first: str) -> TimelineRow:
    told = sorted(entry.members, key=lambda m: m.document != first)
    own = index.copies.fold(told, first=first)
    members = [same[0] for same in own[:most]]
    dates = [index.dates[m.date] for m in members if m.date in index.dates]
    evidence = sorted({(e.document, e.start, e.end) for d in dates for e in d.evidence})
    return TimelineRow(
        id=entry.id,
        url=index.row_urls[entry.id],
        when=entry_date(index, entry),
        background=entry.background,
        planned=entry.planned,
        confidence=CONFIDENCES[entry.confidence],
        passages=tuple(
            ToldPassage(index.passage(m.document, m.start, m.end), elsewhere(index, others))
            for m, *others in own[:most]
        ),
        more=len(own) - len(members),
        owners=_owners(index, dates),
        reported=entry.reported,
        expression=next((index.words(d.document, d.start, d.end) for d in dates), None),
        why=next((_why_dated(index, d) for d in dates), ""),
        evidence=tuple(index.passage(d, a, b) for d, a, b in evidence),
    )


def _owners(index: CorpusIndex, dates: Sequence[DatedExpression]) -> tuple[Owner, ...]:
    """Whom the pronouns of the clauses mean, each actor once."""
    found: dict[str, Owner] = {}
    for dated in dates:
        needed = {p.start: p for p in dated.clause.pronouns} if dated.clause else {}
        for actor, mention in index.mentions_in.get(dated.document, ()) if needed else ():
            pronoun = needed.get(mention.start)
            link = index.actor_link(actor.id) if pronoun else None
            if pronoun and link:
                words = index.words(dated.document, pronoun.start, pronoun.end)
                found.setdefault(actor.id, Owner(words, link))
    return tuple(found.values())


def _why_dated(index: CorpusIndex, dated: DatedExpression) -> str:
    """The words for the rule, and for what the date is seen from."""
    rule = index.catalogue.rule("dates", dated.rule)
    seen = (index.catalogue.rule("anchoring", rule) for rule in dated.seen_from)
    return JOINT.join((rule, *seen))


def entry_date(index: CorpusIndex, entry: TimelineEntry) -> When:
    """An entry's date; its year is in brackets unless a source writes it beside the event.

    Nor is it where the source states its own day: that is said once, at the source.
    """
    century = entry.date.lstrip("/.")[:3]
    dates = (index.dates[m.date] for m in entry.members if m.date in index.dates)
    near = entry.confidence != "low" and any(
        index.states_its_day(m.document) for m in entry.members
    )
    stated = near or any(century in d.text for d in dates)
    return view_date(entry.date, inferred=not stated, catalogue=index.catalogue)


def undated_dates(index: CorpusIndex) -> tuple[DatedExpression, ...]:
    """Dates that could not be told: no durations, and no words such as *now* that tell none."""
    return tuple(
        d
        for d in index.corpus.dates
        if d.value is None and d.unresolved and not (d.timex_value or "").endswith("_REF")
    )


def undated_row(index: CorpusIndex, date: DatedExpression) -> UndatedRow:
    """A time expression that has no date."""
    return UndatedRow(
        index.words(date.document, date.start, date.end),
        index.catalogue.rule("undated", date.unresolved_reason) if date.unresolved_reason else "",
        index.sentence_passage(
            date.document, date.sentence, date.start, (Highlight(date.start, date.end, "date"),)
        ),
    )


def shown_actors(index: CorpusIndex) -> tuple[Actor, ...]:
    """The actors that have a page, most salient first."""
    return tuple(a for a in index.corpus.actors if a.shown)
