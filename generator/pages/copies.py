"""What stands in copies of one text: told and counted once, at the document that they copy."""

from collections.abc import Iterable
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
        self._finder = cache(lambda name: SentenceFinder(self._documents[name].sentences))
        self._told = cache(self._sentences)

    def once(self, rows: Iterable[Row]) -> list[Row]:
        """The rows without those whose sentence stands in the document that theirs copies."""
        return [row for row in rows if not self._is_again(row)]

    def _is_again(self, row: Placed) -> bool:
        original = self._originals.get(row.document)
        if original is None:
            return False
        sentence = self._finder(row.document).at(row.start)
        if sentence is None:
            return False
        return self._words(row.document, sentence.start, sentence.end) in self._told(original)

    def _sentences(self, name: str) -> frozenset[str]:
        sentences = self._documents[name].sentences
        return frozenset(self._words(name, s.start, s.end) for s in sentences)

    def _words(self, name: str, start: int, end: int) -> str:
        return " ".join(shown_text(self._documents[name], start, end).split())
