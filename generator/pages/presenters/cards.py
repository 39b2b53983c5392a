"""The cards that several pages share."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import msgspec

from generator.i18n.catalogue import JOINT
from generator.model.annotations import Phrase
from generator.model.corpus import (
    Actor,
    AttributedQuotation,
    AttributedStatement,
    DatedExpression,
    TimelineEntry,
    Topic,
)
from generator.model.text import Fact
from generator.model.visible_text import shown
from generator.pages.charts import draw_mentions
from generator.pages.corpus_index import CorpusIndex, Mark
from generator.pages.dates import view_date
from generator.pages.labels import (
    ACTOR_TYPES,
    ATTRIBUTIONS,
    CONFIDENCES,
    HOWS,
    NOBODY,
    QUOTATION_KINDS,
    SPEECH,
)
from generator.pages.views import (
    ActorCard,
    MentionsFigure,
    Passage,
    QuotationCard,
    RoleLine,
    Share,
    SourceCard,
    StatementCard,
    TimelineRow,
    TopicCard,
    UndatedRow,
    When,
    Words,
)

COLUMNS = 8
"""Documents that a table can show side by side."""
SPARK, SPARK_PERIODS = (120, 60), 3
"""Size of the small figure on a card, and how many dates it takes to say something."""
SET_ASIDE = frozenset({"boilerplate", "credit"})
"""Zones that can be unfolded; front matter is no text and is shown nowhere."""
BOILERPLATE = SET_ASIDE | {"front_matter"}


def source_card(look: CorpusIndex, document: str) -> SourceCard:
    """A document in a list; made once and kept, because many pages show it."""
    if document not in look.source_cards:
        look.source_cards[document] = _source_card(look, document)
    return look.source_cards[document]


def _source_card(look: CorpusIndex, document: str) -> SourceCard:
    doc = look.documents[document]
    meta = doc.metadata
    dated = look.date_of(document)
    read = [doc.text[z.start : z.end] for z in doc.zones if z.kind not in BOILERPLATE]
    return SourceCard(
        id=document,
        label=look.letters[document],
        url=look.addresses.source(document),
        title=look.title(document),
        opening=look.opening(document),
        authors=tuple(w for f in meta.authors if (w := look.fact_words(document, f))),
        publisher=look.fact_words(document, meta.publisher) if meta.publisher else None,
        when=dated[1] if dated else None,
        when_how=HOWS[dated[0].how] if dated else "",
        genre=look.fact_words(document, meta.genre) if meta.genre else None,
        language=doc.language,
        words=sum(len(text.split()) for text in read),
        quotations=len(look.quotations_in.get(document, [])),
        path=shown(doc.path),
        sha256=doc.sha256,
        address=safe_address(meta.url),
    )


def safe_address(fact: Fact | None) -> str:
    """The address where it is http or https and nothing but an address; else empty."""
    value = fact.value.strip() if fact else ""
    return value if re.fullmatch(r"https?://[^\s<>\"'`\\]+", value) else ""


def source_cards(look: CorpusIndex) -> tuple[SourceCard, ...]:
    """All documents, by letter."""
    return tuple(source_card(look, d) for d in look.documents)


def shares(look: CorpusIndex, documents: Iterable[str]) -> tuple[Share, ...]:
    """How often each document occurs; of many documents those in which it occurs most."""
    counts = Counter(documents)
    chosen: Iterable[str] = look.documents
    if len(look.documents) > COLUMNS:
        most = sorted(counts, key=lambda d: (-counts[d], d))[:COLUMNS]
        chosen = [d for d in look.documents if d in most]
    return tuple(Share(look.letters[d], look.addresses.source(d), counts[d]) for d in chosen)


def quotation_card(
    look: CorpusIndex,
    quotation: AttributedQuotation,
    *same: AttributedQuotation,
    linked: bool = False,
) -> QuotationCard:
    """A quotation inside its whole sentence, its words marked, as are the others of `same`."""
    q = quotation
    dated = look.date_of(q.document)
    marks = [
        Mark(one.start, one.end, "quotation", look.row_urls[one.id] if linked else "")
        for one in (q, *same)
    ]
    about = dict.fromkeys(actor for one in (q, *same) for actor in one.about)
    return QuotationCard(
        id=q.id,
        others=tuple(one.id for one in same),
        kind=QUOTATION_KINDS[q.kind],
        passage=look.sentence_passage(q.document, q.sentence, q.start, marks),
        nobody=NOBODY["speech" if q.kind in SPEECH else "other"],
        speaker=look.actor_link(q.speaker) if q.speaker else None,
        speaker_mention=phrase_words(look, q.document, q.speaker_mention),
        cue=phrase_words(look, q.document, q.cue),
        attribution=ATTRIBUTIONS[q.attribution],
        unresolved=_unresolved(look, q),
        about=look.actor_links(about),
        when=dated[1] if dated else None,
    )


def _unresolved(look: CorpusIndex, quotation: AttributedQuotation) -> str:
    """The words for why nobody is named."""
    reason = quotation.unresolved_reason
    return look.catalogue.rule("coreference", reason) if reason else ""


def quotation_cards(look: CorpusIndex, ids: Iterable[str]) -> tuple[QuotationCard, ...]:
    """The cards of the quotations with these ids."""
    return tuple(quotation_card(look, look.quotations[i]) for i in ids if i in look.quotations)


def statement_card(look: CorpusIndex, statement: AttributedStatement) -> StatementCard:
    """Indirect speech inside its whole sentence."""
    s = statement
    return StatementCard(
        s.id,
        look.sentence_passage(
            s.document, s.sentence, s.start, (Mark(s.start, s.end, "statement"),)
        ),
    )


def phrase_words(look: CorpusIndex, document: str, phrase: Phrase | None) -> Words | None:
    """A phrase as source words."""
    return look.words(document, phrase.start, phrase.end) if phrase else None


def actor_cards(look: CorpusIndex, actors: Iterable[Actor]) -> tuple[ActorCard, ...]:
    """Actors in a list, each with a sentence that no card before it shows."""
    cards: list[ActorCard] = []
    for actor in actors:
        shown_already = {c.voice.src for c in cards if c.voice}
        card = actor_card(look, actor, avoid=shown_already)
        if len(look.periods) >= SPARK_PERIODS:
            card = msgspec.structs.replace(card, over_time=over_time(look, actor, SPARK))
        cards.append(card)
    return tuple(cards)


def actor_card(look: CorpusIndex, actor: Actor, *, avoid: Collection[str] = ()) -> ActorCard:
    """An actor in a list; its sentence is none of those to `avoid`."""
    quotations = [look.quotations[q] for q in actor.quotations_by if q in look.quotations]
    references = sum(m.kind in {"nominal", "pronoun"} for m in actor.mentions)
    link = look.actor_link(actor.id)
    if link is None:
        raise KeyError(actor.id)
    return ActorCard(
        link=link,
        id=actor.id,
        type=ACTOR_TYPES[actor.type],
        role=role_line(look, actor),
        mentions=len(actor.mentions),
        names=len(actor.mentions) - references,
        references=references,
        quotations=len(quotations),
        statements=len(actor.statements_by),
        about=len(actor.quotations_about),
        shares=shares(look, (m.document for m in actor.mentions)),
        voice=_voice(look, actor, quotations, avoid),
        quoted_in=shares(look, (q.document for q in quotations)),
    )


def over_time(look: CorpusIndex, actor: Actor, size: tuple[int, int]) -> MentionsFigure | None:
    """The actor's mentions by the date of the document; a lone document is linked itself."""
    found = Counter(look.period_of.get(m.document, -1) for m in actor.mentions)
    counts = [
        (
            found[i],
            look.addresses.source(period.documents[0])
            if len(period.documents) == 1
            else f"{look.addresses.actor(actor.id)}#mentions",
        )
        for i, period in enumerate(look.periods)
    ]
    return draw_mentions(look.periods, counts, width=size[0], height=size[1])


def role_line(look: CorpusIndex, actor: Actor) -> RoleLine | None:
    """The first thing that a source calls an actor."""
    for role in actor.roles:
        words = look.words(role.document, role.start, role.end)
        return RoleLine(words, look.citation(role.document, role.start))
    return None


def _voice(
    look: CorpusIndex,
    actor: Actor,
    quotations: Sequence[AttributedQuotation],
    avoid: Collection[str],
) -> Passage | None:
    """A sentence that quotes the actor, else one in which it acts, else one that names it."""
    if quotations:
        longest = max(quotations, key=lambda q: (q.end - q.start, -q.start))
        return quotation_card(look, longest).passage
    places = [(a.document, a.sentence) for a in look.actions_of.get(actor.id, [])]
    places += [(m.document, m.sentence) for m in actor.mentions if m.kind == "name"]
    found = [(d, s) for d, i in places if (s := look.sentence(d, i)) and s.zone == "body"]
    for document, sentence in found:
        passage = look.passage(document, sentence.start, sentence.end)
        if passage.src not in avoid:
            return passage
    return None


def topic_card(look: CorpusIndex, topic: Topic, most: int) -> TopicCard:
    """A topic in a list; `most` is the count that fills its bar."""
    count = len(topic.occurrences)
    return TopicCard(
        look.topic_link(topic),
        count,
        shares(look, (o.document for o in topic.occurrences)),
        round(100 * count / most) if most else 0,
    )


def topic_cards(look: CorpusIndex, topics: Iterable[Topic]) -> tuple[TopicCard, ...]:
    """Topics with bars on one scale."""
    chosen = tuple(topics)
    most = max((len(t.occurrences) for t in chosen), default=0)
    return tuple(topic_card(look, t, most) for t in chosen)


def timeline_row(look: CorpusIndex, entry: TimelineEntry) -> TimelineRow:
    """An event, with each source that tells it."""
    dates = [look.dates[m.date] for m in entry.members if m.date in look.dates]
    evidence = sorted({(e.document, e.start, e.end) for d in dates for e in d.evidence})
    return TimelineRow(
        id=entry.id,
        url=look.row_urls[entry.id],
        when=_when(look, entry.date, dates),
        background=entry.background,
        planned=entry.planned,
        confidence=CONFIDENCES[entry.confidence],
        passages=tuple(look.passage(m.document, m.start, m.end) for m in entry.members),
        expression=next((look.words(d.document, d.start, d.end) for d in dates), None),
        why=next((_why_dated(look, d) for d in dates), ""),
        evidence=tuple(look.passage(d, a, b) for d, a, b in evidence),
    )


def _why_dated(look: CorpusIndex, dated: DatedExpression) -> str:
    """The words for the rule, and for what the date is seen from."""
    rule = look.catalogue.rule("dates", dated.rule)
    seen = look.phrase(dated.why.partition(JOINT)[2])
    return JOINT.join(part for part in (rule, seen) if part)


def _when(look: CorpusIndex, value: str, dates: Sequence[DatedExpression]) -> When:
    """The entry's date; its year is in brackets unless some source writes it beside the event."""
    century = value.lstrip("/.")[:3]
    stated = any(century in d.text for d in dates)
    return view_date(value, inferred=not stated, catalogue=look.catalogue)


def undated_dates(look: CorpusIndex) -> tuple[DatedExpression, ...]:
    """Dates that could not be told: no durations, and no words such as *now* that tell none."""
    return tuple(
        d
        for d in look.corpus.dates
        if d.value is None and d.unresolved and not (d.timex_value or "").endswith("_REF")
    )


def undated_row(look: CorpusIndex, date: DatedExpression) -> UndatedRow:
    """A time expression that has no date."""
    return UndatedRow(
        look.words(date.document, date.start, date.end),
        look.phrase(date.unresolved or ""),
        look.sentence_passage(
            date.document, date.sentence, date.start, (Mark(date.start, date.end, "date"),)
        ),
    )


def shown_actors(look: CorpusIndex) -> tuple[Actor, ...]:
    """The actors that have a page, most salient first."""
    return tuple(a for a in look.corpus.actors if a.shown)
