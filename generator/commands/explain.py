"""Why something is in the briefing: the rule, the evidence and the candidates that lost."""

import difflib
from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec
from msgspec import Struct

from generator.errors import SettingsError
from generator.model.corpus import Corpus
from generator.model.text import Document


class HasId(Protocol):
    """A row of the data that has an id."""

    @property
    def id(self) -> str:
        """What pages and data files name it by."""


class Explanation(Struct, frozen=True):
    """One row of the data with the words that it points at."""

    id: str
    kind: str
    words: tuple[tuple[str, str], ...]
    """What part of the row points there, and ``path:start-end “words”``."""
    row: dict[str, object]


def explain(corpus: Corpus, wanted: str) -> tuple[Explanation, ...]:
    """The rows with an id (or a takeaway as ``takeaway-3``) and everything that they point at.

    An actor and a topic may share an id, as they may share a name; at least one row is given.
    """
    rows = tuple(_rows(corpus))
    found = [named for id_, named in rows if id_ == wanted]
    if not found:
        near = difflib.get_close_matches(wanted, sorted({id_ for id_, _ in rows}), n=3, cutoff=0.4)
        raise SettingsError(
            f"nothing in this briefing has the id {wanted!r}",
            hint=f"Near it: {', '.join(near)}." if near else "Ids are in the data files.",
        )
    documents = {entry.document.id: entry.document for entry in corpus.documents}
    return tuple(_explained(wanted, kind, row, documents) for kind, row in found)


def _explained(id_: str, kind: str, row: object, documents: dict[str, Document]) -> Explanation:
    values = msgspec.json.decode(msgspec.json.encode(row))
    return Explanation(id_, kind, tuple(_pointed(values, documents, "", "")), values)


def describe(found: Explanation) -> list[str]:
    """An explanation in lines for people: plain fields, lists, scores by part, then the words."""
    lines = [f"{found.kind}: {found.id}"]
    for name, value in found.row.items():
        if isinstance(value, str | int | float):
            lines.append(f"{name}: {value}")
        elif isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            lines.append(f"{name}: {'; '.join(value)}")
        elif isinstance(value, list) and value and "part" in value[0]:
            scores = ", ".join(f"{v['part']} {v['value']:g}" for v in value)
            lines.append(f"{name}: {scores}")
    return [*lines, *(f"{part}: {words}" for part, words in found.words)]


def _rows(corpus: Corpus) -> Iterator[tuple[str, tuple[str, object]]]:
    kinds: tuple[tuple[str, Sequence[HasId]], ...] = (
        ("quotations", corpus.quotations),
        ("statements", corpus.statements),
        ("actions", corpus.actions),
        ("actors", corpus.actors),
        ("dates", corpus.dates),
        ("timeline", corpus.timeline),
        ("stories", corpus.stories),
        ("topics", corpus.topics),
        ("comparison", corpus.comparison),
    )
    for kind, rows in kinds:
        yield from ((row.id, (kind, row)) for row in rows)
    for takeaway in corpus.takeaways:
        yield f"{takeaway.section.replace('_', '-')}-{takeaway.rank}", ("takeaways", takeaway)


def _pointed(
    value: object, documents: dict[str, Document], part: str, document: str
) -> Iterator[tuple[str, str]]:
    """Every stretch of text that a row points at, depth first."""
    if isinstance(value, list):
        for item in value:
            yield from _pointed(item, documents, part, document)
    elif isinstance(value, dict):
        document = str(value.get("document") or document)
        start, end = value.get("start"), value.get("end")
        if document in documents and isinstance(start, int) and isinstance(end, int):
            source = documents[document]
            yield part or "words", f"{source.path}:{start}-{end} “{source.text[start:end]}”"
        for key, inner in value.items():
            yield from _pointed(inner, documents, key, document)
