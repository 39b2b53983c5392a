"""The corpus as it is published: its words without the marks that stand between them in Markdown.

Resolving works on the reading text, in which offsets are counted; what leaves it shows no link's
target, no title and no attribute, which is nothing that a source says.
"""

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from generator.model.annotations import Phrase
from generator.model.corpus import (
    Actor,
    ActorAction,
    AttributedQuotation,
    AttributedStatement,
    Corpus,
    DatedExpression,
    Role,
    Story,
    StoryLabel,
    Takeaway,
)
from generator.model.text import Document
from generator.model.visible_text import text_at

Marked = Mapping[str, Document]
"""The documents that have marks, by id."""
Saying = TypeVar("Saying", AttributedQuotation, AttributedStatement)
Placed = TypeVar("Placed", Role, Takeaway, DatedExpression, StoryLabel)


def with_shown_words(corpus: Corpus) -> Corpus:
    """The corpus whose every copy of words is what a reader sees at their place."""
    marked = {row.document.id: row.document for row in corpus.documents if row.document.markup}
    if not marked:
        return corpus
    return replace(
        corpus,
        quotations=tuple(_without_markup(q, marked) for q in corpus.quotations),
        statements=tuple(_without_markup(s, marked) for s in corpus.statements),
        actions=tuple(_action(a, marked) for a in corpus.actions),
        actors=tuple(_actor(a, marked) for a in corpus.actors),
        dates=tuple(_placed(d, marked) for d in corpus.dates),
        takeaways=tuple(_placed(t, marked) for t in corpus.takeaways),
        stories=tuple(_story(s, marked) for s in corpus.stories),
    )


def _without_markup(row: Saying, marked: Marked) -> Saying:
    document = marked.get(row.document)
    if document is None:
        return row
    source = _phrase(row.speaker_mention, document)
    written = row.speaker_mention is not None and row.speaker_name == row.speaker_mention.text
    return replace(
        row,
        text=text_at(document, row.start, row.end),
        speaker_mention=source,
        speaker_name=source.text if written and source else row.speaker_name,
        cue=_phrase(row.cue, document),
    )


def _action(row: ActorAction, marked: Marked) -> ActorAction:
    document = marked.get(row.document)
    return replace(row, target_text=_phrase(row.target_text, document)) if document else row


def _actor(actor: Actor, marked: Marked) -> Actor:
    if all(role.document not in marked for role in actor.roles):
        return actor
    return replace(actor, roles=tuple(_placed(role, marked) for role in actor.roles))


def _story(story: Story, marked: Marked) -> Story:
    return replace(story, label=_placed(story.label, marked)) if story.label else story


def _placed(row: Placed, marked: Marked) -> Placed:
    document = marked.get(row.document)
    return replace(row, text=text_at(document, row.start, row.end)) if document else row


def _phrase(phrase: Phrase | None, document: Document) -> Phrase | None:
    if phrase is None:
        return None
    return replace(phrase, text=text_at(document, phrase.start, phrase.end))
