"""What the sources call an actor, verbatim: titles before a name, appositions, complements of *be*."""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from generator.lexicons import load_rows, load_words
from generator.model.annotations import Annotations, Mention, Phrase
from generator.model.corpus import Actor, Role
from generator.model.text import Document

RELATIVE = frozenset({"counterpart", "opponent", "rival", "predecessor", "successor", "colleague"})
"""Nouns that say what somebody is only beside somebody else."""


def resolve_roles(
    documents: Sequence[Document], annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> tuple[Actor, ...]:
    """The actors with their roles, in order of document and offset."""
    mentions = {
        a.document_id: {(m.span.start, m.span.end): m for m in a.mentions if m.kind == "name"}
        for a in annotations
    }
    dates = {d.id: d.metadata.published.value if d.metadata.published else None for d in documents}
    return tuple(
        msgspec.structs.replace(actor, roles=tuple(_roles(actor, mentions, dates)))
        if actor.type == "person"
        else actor
        for actor in actors
    )


def _roles(
    actor: Actor,
    mentions: Mapping[str, Mapping[tuple[int, int], Mention]],
    dates: Mapping[str, str | None],
) -> Iterable[Role]:
    for one in actor.mentions:
        mention = mentions.get(one.document, {}).get((one.start, one.end))
        for phrase in _phrases(mention) if mention else ():
            yield Role(
                text=phrase.text,
                document=one.document,
                start=phrase.start,
                end=phrase.end,
                date=dates.get(one.document),
                sentence=one.sentence,
            )


def _phrases(mention: Mention) -> Iterable[Phrase]:
    for phrase in (mention.title, mention.apposition):
        bare = _without_article(phrase) if phrase else None
        if bare and _is_role(bare.text):
            yield bare


def _without_article(phrase: Phrase) -> Phrase:
    """The phrase without *the*, *a*, *his* before it, still verbatim."""
    article = re.match(r"(?:the|a|an|his|her|their|its)\s+", phrase.text, re.IGNORECASE)
    skip = article.end() if article else 0
    return Phrase(phrase.start + skip, phrase.end, phrase.text[skip:])


def _is_role(text: str) -> bool:
    """Whether the phrase's main noun is a role, and more than an honorific."""
    honorifics = {row[0] for row in load_rows("honorifics", "en")}
    if text in honorifics:
        return False
    main = re.split(r"\s(?:of|for|at|in|from|with|to|on|who|and)\s|,", text)[0]
    words = re.findall(r"[\w-]+", main)
    if not words:
        return False
    last = words[-1].lower()
    last = last if last in load_words("role_nouns", "en") else last.rpartition("-")[2]
    return last in load_words("role_nouns", "en") and last not in RELATIVE
