"""What stands in copies of one text: told and counted once, at the document that they copy."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol, TypeVar

from generator.model.corpus import Corpus
from generator.model.reading_order import SentenceFinder
from generator.model.visible_text import shown_text


class Placed(Protocol):
    """A finding with its place."""

    @property
    def document(self) -> str:
        """The document's id."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset behind its last character."""


Row = TypeVar("Row", bound=Placed)


class CopyGroups:
    """The documents of a corpus that are copies of others among them."""

    def __init__(self, corpus: Corpus) -> None:
        self._documents = {row.document.id: row.document for row in corpus.documents}
        self._originals = {
            row.document.id: row.copy_of
            for row in corpus.documents
            if row.copy_of and row.copy_of in self._documents
        }
        self._copied = frozenset(self._originals.values())
        self._finder = cache(lambda name: SentenceFinder(self._documents[name].sentences))
        mentions = {actor.id: actor.mentions for actor in corpus.actors}
        occurrences = {topic.id: topic.occurrences for topic in corpus.topics}
        self.mentions_of = cache(lambda actor: self.once(mentions[actor]))
        """An actor's mentions, each told once; several pages ask for them."""
        self.occurrences_of = cache(lambda topic: self.once(occurrences[topic]))
        """A topic's occurrences in the same way."""

    def text_of(self, document: str) -> str:
        """The document that this one copies; itself where it is a text of its own."""
        return self._originals.get(document, document)

    def once(self, rows: Iterable[Row]) -> list[Row]:
        """The rows, in order, without those that another text of the same group has among them."""
        every = list(rows)
        if not self._originals:
            return every
        kept = {id(row) for same in self.fold(every) for row in self.of_texts(same)}
        return [row for row in every if id(row) in kept]

    def of_texts(self, same: Sequence[Row]) -> list[Row]:
        """Of rows that say the same, those of the first document of each text and its copies."""
        first: dict[str, str] = {}
        for row in same:
            first.setdefault(self.text_of(row.document), row.document)
        return [row for row in same if first[self.text_of(row.document)] == row.document]

    def fold(
        self, rows: Iterable[Row], *, first: str = "", edited: bool = False
    ) -> list[list[Row]]:
        """The rows in groups of the same words in the same sentence of a text and its copies.

        A group begins with what the document `first` has, or the text that is copied. What the rows
        are rows of is the caller's: a copy that names whom its text does not has its own. Around
        words that are `edited` the sentences may differ.
        """
        groups: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
        for number, row in enumerate(rows):
            groups[self._key(row, edited=edited) or (str(number),)].append(row)
        for same in groups.values():
            same.sort(key=lambda row: (row.document != first, row.document in self._originals))
        return list(groups.values())

    def _key(self, row: Placed, *, edited: bool) -> tuple[str, ...]:
        name = row.document
        if name not in self._originals and name not in self._copied:
            return ()
        own = self._words(name, row.start, row.end)
        sentence = None if edited else self._finder(name).at(row.start)
        around = self._words(name, sentence.start, sentence.end) if sentence else ""
        return (self.text_of(name), own, around)

    def _words(self, name: str, start: int, end: int) -> str:
        return " ".join(shown_text(self._documents[name], start, end).split())
