"""What shows when documents are laid side by side."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from generator.language.lexicons import lexicon_of_corpus
from generator.model.annotations import AllAnnotations
from generator.model.corpus import (
    ActorAction,
    Actors,
    AttributedQuotation,
    AttributedStatement,
    Comparison,
    DatedExpression,
    Keyphrase,
    Topic,
)
from generator.model.text import Documents, Fact
from generator.resolve.comparison.coverage import find_never_quoted, find_quoted, find_spellings
from generator.resolve.comparison.near_duplicates import find_copies, find_near_duplicates
from generator.resolve.comparison.numbers import find_differing_numbers
from generator.resolve.comparison.pairs import find_pairs, rows_of_pairs
from generator.resolve.comparison.restated import find_restated
from generator.resolve.comparison.sentence_index import index_sentences
from generator.resolve.comparison.shared import find_shared
from generator.resolve.comparison.unique_content import find_only_in
from generator.temporal import days_of_edtf


class Resolved(Struct, frozen=True):
    """What is known of the corpus before its documents are laid side by side."""

    actors: Actors = ()
    quotations: Sequence[AttributedQuotation] = ()
    actions: Sequence[ActorAction] = ()
    dates: Sequence[DatedExpression] = ()
    keyphrases: Mapping[str, Sequence[Keyphrase]] = {}
    """Each document's phrases, best first, more of them than its page shows."""
    topics: Sequence[Topic] = ()
    published: Mapping[str, Fact] = {}
    statements: Sequence[AttributedStatement] = ()


def resolve_comparison(
    documents: Documents,
    annotations: AllAnnotations,
    known: Resolved,
    *,
    duplicates: Sequence[Comparison],
    together: Sequence[Collection[str]],
) -> tuple[Comparison, ...]:
    """The comparison's rows, by kind; `duplicates` are those of `find_near_duplicates`.

    `together` are the documents whose sentences are laid side by side, each in one set at most:
    all, or those of a story where each story has a page of its own.
    """
    actors, topics = known.actors, known.topics
    facts = {d.id: d.metadata.published or known.published.get(d.id) for d in documents}
    days = {d: ends for d, fact in facts.items() if fact and (ends := days_of_edtf(fact.value))}
    sides = {d: number for number, some in enumerate(together) for d in some}
    lexicon = lexicon_of_corpus(a.lexicon_language for a in annotations)
    copies = find_copies(documents, duplicates)
    index = index_sentences(documents, annotations, actors, topics, days, known.dates, copies)
    told = [a for a in annotations if a.document_id not in copies]
    acting = {a for action in known.actions for a in (action.actor, action.target) if a}
    alone = find_only_in(
        [d for d in documents if d.id not in copies],
        told,
        actors=actors,
        topics=topics,
        dates=known.dates,
        keyphrases=known.keyphrases,
        acting=acting,
    )
    return (
        *duplicates,
        *find_quoted(actors, known.quotations),
        *find_never_quoted(actors, acting),
        *find_spellings(actors, lexicon),
        *alone,
        *find_shared(topics, told, actors),
        *rows_of_pairs(find_pairs(index, sides), index),
        *find_differing_numbers(documents, annotations, index, sides),
        *find_restated(index, actors, known.quotations, known.statements),
    )


__all__ = ["Resolved", "find_copies", "find_near_duplicates", "resolve_comparison"]
