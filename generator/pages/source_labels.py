"""How a source is named beside its words: by a letter where there are few, else as a reader would.

The names rest on what the documents state and on nothing that was resolved, so that the proof can
make them anew from the seeds.
"""

from collections import Counter

from generator.i18n.catalogue import Catalogue
from generator.model.text import Document, Documents, Fact
from generator.model.visible_text import shown, shown_text
from generator.pages.dates import first_day, short_day
from generator.pages.views import SourceLabel

MOST_LETTERS = 6
"""With more sources than these nobody remembers which letter is whose."""
TITLE_WORDS, NAME_WORDS = 4, 4
"""Words of a headline and of a publisher's name that a label has room for."""


def letter(index: int) -> str:
    """A document's letter: A to Z, then AA, AB and so on."""
    out = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        out = chr(ord("A") + rest) + out
    return out


def label_sources(documents: Documents, catalogue: Catalogue) -> dict[str, SourceLabel]:
    """The label of each document by its id, no two the same."""
    headlines = {d.id: _headline(d) for d in documents}
    if len(documents) <= MOST_LETTERS:
        return {
            d.id: SourceLabel(letter(i), letter=True, headline=headlines[d.id])
            for i, d in enumerate(documents)
        }
    years = {day[:4] for d in documents if (day := _day(d))}
    names = {d.id: _name(d, catalogue, with_year=len(years) > 1) for d in documents}
    besides = {
        d.id: short_day(_day(d), catalogue, with_year=len(years) > 1)
        for d in documents
        if not _publisher(d)
    }
    alike, met = Counter(names.values()), Counter[str]()
    labels: dict[str, SourceLabel] = {}
    for document, name in sorted(names.items()):
        met[name] += 1
        text = f"{name} ({met[name]})" if alike[name] > 1 else name
        labels[document] = SourceLabel(
            text, letter=False, headline=headlines[document], beside=besides.get(document, text)
        )
    return labels


def _name(document: Document, catalogue: Catalogue, *, with_year: bool) -> str:
    """Publisher and day; what of them is not known is replaced by the first words of the title."""
    publisher = _publisher(document)
    day = short_day(_day(document), catalogue, with_year=with_year)
    who = _first_words(publisher, NAME_WORDS) or _short_title(document)
    return f"{who}, {day or _short_title(document)}" if day or publisher else who


def _day(document: Document) -> str:
    """The day on which a document states to be published; empty where it states none."""
    fact = document.metadata.published
    return first_day(fact.value) or "" if fact and fact.how != "inferred" else ""


def _short_title(document: Document) -> str:
    return _first_words(_headline(document) or shown_text(document, 0, 200), TITLE_WORDS)


def _publisher(document: Document) -> str:
    return _value(document.metadata.publisher)


def _headline(document: Document) -> str:
    return _value(document.metadata.title)


def _value(fact: Fact | None) -> str:
    return " ".join(shown(fact.value).split()) if fact else ""


def _first_words(text: str, most: int) -> str:
    """The first words, and an ellipsis where there are more."""
    words = text.split()
    return f"{' '.join(words[:most])}…" if len(words) > most else " ".join(words)
