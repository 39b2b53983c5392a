"""Whose words a document's are: its author's where the text says who wrote it, else its own."""

import re

from generator.language.lexicons import Lexicon
from generator.model.coreference import Reference, Resolution, Unresolved
from generator.resolve.coreference.discourse import Discourse
from generator.resolve.coreference.participants import Antecedent

HEAD = re.compile(
    r"\s{1,9}(?:of|for|from|by|in|on|to|about|which|that|titled|called|published)\b|,"
)
WRITTEN_BY = re.compile(
    r"(?P<noun>[a-z-]{1,40})(?: [a-z]{1,40}(?:ed|en|t))? (?:by|from) (?:the )?$"
)
OWNED = re.compile(r"([’']s?)?(?: [a-z]+-?[a-z]*)?? (?P<noun>[a-z]+)\b")
AGAIN = re.compile(r"\b(?:the|this|that)\s+$", re.IGNORECASE)
"""What stands before a document that was told before."""
LONGEST = 40
"""Characters between a document's noun and its author's name."""


class Authors:
    """The documents that one text speaks of, with those who are said to have made them."""

    def __init__(self, discourse: Discourse, lexicon: Lexicon) -> None:
        self._text = discourse.text
        self._nouns = lexicon.words("document_nouns")
        self._authors: dict[int, str] = {}
        for one in discourse.named:
            if one.participant is None or one.kind not in {"name", "metonym"}:
                continue
            begin = one.end if one.owner else max(0, one.start - LONGEST)  # *from Varga’s office*
            before = WRITTEN_BY.search(self._text, begin, one.start)
            after = OWNED.match(self._text, one.end)
            owned = after if after and (after.group(1) or not _is_person(one)) else None
            for match in (before, owned):
                if match and match.group("noun") in self._nouns:
                    self._authors[match.start("noun")] = one.who

    def resolve(self, text: str, start: int) -> Resolution | None:
        """The author of a document, as told here or before; None where it is no document."""
        words = HEAD.split(text, maxsplit=1)[0].lower().split()
        noun = words[-1] if words else ""
        if noun not in self._nouns:
            return None
        author = self._author(noun, start + len(text))
        return (
            Reference((author,), "author_of_document") if author else Unresolved("a_document", text)
        )

    def _author(self, noun: str, end: int) -> str:
        """Who wrote the last document that was introduced by this noun; "" where none is told."""
        pattern = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
        for place in reversed(list(pattern.finditer(self._text, 0, end))):
            if place.start() in self._authors:
                return self._authors[place.start()]
            if not AGAIN.search(self._text, max(0, place.start() - LONGEST), place.start()):
                return ""
        return ""


def _is_person(named: Antecedent) -> bool:
    """A person's name before a document may be its subject: *the Varga memo*."""
    return named.participant is not None and named.participant.actor.type == "person"
