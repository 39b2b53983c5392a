"""The rows of the database, table by table, in the order of its schema."""

from collections.abc import Callable, Iterator

from generator.i18n.catalogue import words_in_data
from generator.model.annotations import Phrase
from generator.model.build_info import BuildInfo
from generator.model.corpus import Corpus
from generator.model.text import Fact
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports.database.places import RowLinks
from generator.pages.exports.database.story_rows import (
    stories,
    story_actors,
    story_documents,
    story_topics,
)

Value = str | int | float | None
Row = tuple[Value, ...]


def all_rows(index: CorpusIndex, build_info: BuildInfo) -> dict[str, list[Row]]:
    """Every table with its rows; a table stands after those that it refers to."""
    places = RowLinks(index)
    rows = {name: list(find(index.corpus, places)) for name, find in TABLES.items()}
    return {"build": _build(build_info), **rows}


def _build(build_info: BuildInfo) -> list[Row]:
    return [
        ("generator_version", build_info.generator_version),
        ("model", build_info.model),
        ("model_sha256", build_info.model_sha256),
        ("rules", build_info.rules),
    ]


def _documents(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    index = places.index
    for document in (r.document for r in corpus.documents):
        meta = document.metadata
        dated = index.date_of(document.id)
        yield (
            document.id,
            index.letters[document.id],
            *_fact(meta.title),
            *_fact(meta.publisher),
            *_fact(dated[0] if dated else None),
            _fact(meta.genre)[0],
            _fact(meta.licence)[0],
            _fact(meta.url)[0],
            document.language,
            document.media_type,
            document.path,
            document.sha256,
            document.text_sha256,
            places.page(places.index.addresses.source(document.id)),
        )


def _authors(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for document in (r.document for r in corpus.documents):
        for place, fact in enumerate(document.metadata.authors, start=1):
            yield document.id, place, *_fact(fact)


def _zones(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for document in (r.document for r in corpus.documents):
        for z in document.zones:
            words = words_in_data("documents", z.rule)
            yield document.id, z.start, z.end, z.kind, words, z.rule


def _sentences(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for document in (r.document for r in corpus.documents):
        for s in document.sentences:
            yield (
                places.sentence(document.id, s.id),
                document.id,
                s.id,
                s.start,
                s.end,
                s.paragraph,
                s.zone,
                places.published_text(document.id, s),
                places.published_page(document.id, s),
            )


def _keyphrases(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for row in corpus.documents:
        for rank, phrase in enumerate(row.keyphrases, start=1):
            yield row.document.id, rank, phrase.text, phrase.score


def _actors(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for a in corpus.actors:
        role = a.usual_role.text if a.usual_role else None
        page = places.page(places.index.addresses.actor(a.id)) if a.shown else None
        yield a.id, a.name, a.type, role, a.salience, a.shown, a.rule, a.why, a.type_rule, page


def _aliases(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for actor in corpus.actors:
        yield from ((actor.id, alias.text, alias.count) for alias in actor.aliases)


def _roles(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for actor in corpus.actors:
        for r in actor.roles:
            sentence = places.sentence(r.document, r.sentence)
            yield None, actor.id, r.document, sentence, r.start, r.end, r.text, r.date


def _mentions(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for actor in corpus.actors:
        for m in actor.mentions:
            sentence = places.sentence(m.document, m.sentence)
            place = (m.document, sentence, m.start, m.end)
            yield None, actor.id, *place, m.text, m.kind, m.why, m.rule


def _related_actors(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for actor in corpus.actors:
        yield from ((actor.id, r.actor, len(r.sentences)) for r in actor.related)


def _quotations(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for q in corpus.quotations:
        yield (
            q.id,
            q.document,
            places.sentence(q.document, q.sentence),
            q.start,
            q.end,
            q.text,
            q.kind,
            q.speaker,
            q.speaker_name,
            _text(q.speaker_mention),
            _text(q.cue),
            q.attribution,
            q.hedge,
            q.rule,
            q.why,
            q.unresolved,
            places.row_page(q.id),
        )


def _quotations_about(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for quotation in corpus.quotations:
        yield from ((quotation.id, actor) for actor in quotation.about)


def _quotations_by(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for q in corpus.quotations:
        yield from ((q.id, actor, position) for position, actor in enumerate(q.speakers))


def _statements_by(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for s in corpus.statements:
        yield from ((s.id, actor, position) for position, actor in enumerate(s.speakers))


def _statements(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for s in corpus.statements:
        yield (
            s.id,
            s.document,
            places.sentence(s.document, s.sentence),
            s.start,
            s.end,
            s.text,
            s.speaker,
            s.speaker_name,
            _text(s.speaker_mention),
            _text(s.cue),
            s.hedge,
            s.rule,
            s.why,
            s.unresolved,
            s.stance,
        )


def _actions(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for a in corpus.actions:
        yield (
            a.id,
            a.document,
            places.sentence(a.document, a.sentence),
            a.start,
            a.end,
            a.actor,
            a.verb,
            a.target,
            _text(a.target_text),
            a.modality,
            a.negated,
            a.rule,
            a.why,
        )


def _date_rows(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for d in corpus.dates:
        yield (
            d.id,
            d.document,
            places.sentence(d.document, d.sentence),
            d.start,
            d.end,
            d.text,
            d.value,
            d.timex_value,
            d.precision,
            d.rule,
            d.why,
            d.confidence,
            d.in_timeline,
            d.planned,
            d.event.start if d.event else None,
            d.event.end if d.event else None,
            d.unresolved,
            " ".join(d.seen_from),
            d.unresolved_reason,
        )


def _timeline(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for e in corpus.timeline:
        first = e.members[0]
        text = places.text(first.document, first.start, first.end)
        page = places.row_page(e.id)
        yield e.id, e.date, e.confidence, e.background, e.planned, e.reported, text, page


def _timeline_members(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for entry in corpus.timeline:
        for place, m in enumerate(entry.members, start=1):
            text = places.text(m.document, m.start, m.end)
            yield entry.id, place, m.date or None, m.document, m.start, m.end, text


def _timeline_actors(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for entry in corpus.timeline:
        yield from ((entry.id, actor) for actor in entry.actors)


def _topics(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    yield from (
        (t.id, t.label, places.page(places.index.addresses.topic(t.id))) for t in corpus.topics
    )


def _topic_occurrences(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for topic in corpus.topics:
        for o in topic.occurrences:
            sentence = places.sentence_at(o.document, o.start)
            text = places.text(o.document, o.start, o.end)
            yield None, topic.id, o.document, sentence, o.start, o.end, text


def _topic_actors(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for topic in corpus.topics:
        yield from ((topic.id, actor) for actor in topic.actors)


def _related_topics(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for topic in corpus.topics:
        yield from ((topic.id, other) for other in topic.related)


def _takeaways(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for t in corpus.takeaways:
        key = f"{t.section}-{t.rank}"
        yield key, t.section, t.rank, t.document, t.start, t.end, t.text, t.topic, t.label


def _comparison(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    for c in corpus.comparison:
        yield c.id, c.kind, c.actor, c.topic, c.score, c.value, c.voices


def _comparison_members(corpus: Corpus, places: RowLinks) -> Iterator[Row]:
    for row in corpus.comparison:
        for m in row.members:
            sentence = places.sentence(m.document, m.sentence)
            found = sentence or places.sentence_at(m.document, m.start)
            yield None, row.id, m.document, found, m.start, m.end, m.actor, m.topic, m.date


def _fact(fact: Fact | None) -> tuple[str | None, str | None]:
    """A fact's value and how it is known."""
    return (fact.value, fact.how) if fact else (None, None)


def _text(phrase: Phrase | None) -> str | None:
    return phrase.text if phrase else None


TABLES: dict[str, Callable[[Corpus, RowLinks], Iterator[Row]]] = {
    "documents": _documents,
    "authors": _authors,
    "zones": _zones,
    "sentences": _sentences,
    "keyphrases": _keyphrases,
    "actors": _actors,
    "aliases": _aliases,
    "roles": _roles,
    "mentions": _mentions,
    "related_actors": _related_actors,
    "quotations": _quotations,
    "quotations_about": _quotations_about,
    "statements": _statements,
    "quotations_by": _quotations_by,
    "statements_by": _statements_by,
    "actions": _actions,
    "dates": _date_rows,
    "timeline": _timeline,
    "timeline_members": _timeline_members,
    "timeline_actors": _timeline_actors,
    "topics": _topics,
    "topic_occurrences": _topic_occurrences,
    "topic_actors": _topic_actors,
    "related_topics": _related_topics,
    "stories": stories,
    "story_documents": story_documents,
    "story_actors": story_actors,
    "story_topics": story_topics,
    "takeaways": _takeaways,
    "comparison": _comparison,
    "comparison_members": _comparison_members,
}
