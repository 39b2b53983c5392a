"""Where a row's words stand: its sentence, its text and its page."""

from generator.model.text import Sentence
from generator.model.visible_text import text_at
from generator.pages.corpus_index import CorpusIndex
from generator.pages.links import absolute


class RowLinks:
    """Ties rows to sentences and pages."""

    def __init__(self, index: CorpusIndex) -> None:
        self.index = index

    def sentence(self, document: str, sentence: str | None) -> str | None:
        """The key of a sentence; None where the row lies outside of all sentences."""
        known = self.index.sentence(document, sentence) if sentence else None
        return f"{document}#{known.id}" if known else None

    def sentence_at(self, document: str, offset: int) -> str | None:
        """The key of the sentence that holds an offset."""
        found = self.index.sentence_at(document, offset)
        return f"{document}#{found.id}" if found else None

    def published_text(self, document: str, sentence: Sentence) -> str | None:
        """A sentence's words, None where the settings keep them off the source's page."""
        public = self.index.is_published(document, sentence.id)
        return self.text(document, sentence.start, sentence.end) if public else None

    def published_page(self, document: str, sentence: Sentence) -> str | None:
        """The address of a sentence, None where it is not on the source's page."""
        public = self.index.is_published(document, sentence.id)
        return self.page(self.index.addresses.source(document, sentence.id)) if public else None

    def text(self, document: str, start: int, end: int) -> str:
        """The words between two offsets: as they are read, without marks, so that none is found."""
        return text_at(self.index.documents[document], start, end)

    def page(self, url: str) -> str:
        """The address of a page, whole where the settings name the site's own."""
        return absolute(self.index.site.url, url)

    def row_page(self, row: str) -> str | None:
        """The address of a quotation or a timeline entry."""
        url = self.index.row_urls.get(row)
        return self.page(url) if url else None
