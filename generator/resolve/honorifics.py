"""Surnames as they are written: *Mr Tutu* and *President Sirleaf* are one form of a name each.

A full name stands without its title; a surname alone is read together with the title in capitals
before it. This comes last, so that every stage before it sees names without titles.
"""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from generator.language.lexicons import Lexicon, load_lexicon
from generator.model.annotations import AllAnnotations, Mention
from generator.model.corpus import Actor, ActorMention, Actors
from generator.model.text import Documents

Titled = Mapping[tuple[str, int, int], int]
"""Document, start and end of a surname → where its title begins."""


def with_honorifics(
    documents: Documents, annotations: AllAnnotations, actors: Actors
) -> tuple[Actor, ...]:
    """The actors, each surname mention of a person begun at its title in capitals."""
    titled = {
        (document.id, m.span.start, m.span.end): begin
        for document, annotation in zip(documents, annotations, strict=True)
        if (lexicon := load_lexicon(annotation.lexicon_language or ""))
        for m in annotation.mentions
        if (begin := _begin(document.text, m, lexicon)) < m.span.start
    }
    texts = {document.id: document.text for document in documents}
    return tuple(_written(a, titled, texts) if a.type == "person" else a for a in actors)


def _written(actor: Actor, titled: Titled, texts: Mapping[str, str]) -> Actor:
    mentions = tuple(_with_title(m, titled, texts[m.document]) for m in actor.mentions)
    return replace(actor, mentions=mentions)


def _with_title(mention: ActorMention, titled: Titled, text: str) -> ActorMention:
    begin = titled.get((mention.document, mention.start, mention.end), mention.start)
    if mention.kind != "name" or begin == mention.start:
        return mention
    return replace(mention, start=begin, text=text[begin : mention.end])


def _begin(text: str, mention: Mention, lexicon: Lexicon) -> int:
    """Where the title in capitals before a lone surname begins; its own start where none is."""
    title, start = mention.title, mention.span.start
    if mention.kind != "name" or title is None or " " in mention.text or title.end >= start:
        return start
    if text[title.end : start].strip(" "):
        return start
    for word in reversed(list(re.finditer(r"\S+", text[title.start : title.end]))):
        if not _is_title(word.group(), lexicon):
            break
        start = title.start + word.start()
    return start


def _is_title(word: str, lexicon: Lexicon) -> bool:
    """An honorific or a role noun or its rank, in capitals."""
    if not word[:1].isupper():
        return False
    honorific = any(row[0] == word for row in lexicon.rows("honorifics"))
    ranks = lexicon.words("role_nouns", "role_modifiers")
    return honorific or word.lower() in ranks or word in ranks
