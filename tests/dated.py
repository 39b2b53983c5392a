"""Documents read from a few texts, with their time expressions and names, for tests of dates."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.mentions import find_mentions
from generator.extract.time_expressions import find_time_expressions
from generator.language.lexicons import Lexicon
from generator.language.pipeline import LanguageModel
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Annotations
from generator.model.corpus import DatedExpression
from generator.model.text import Document
from generator.read.seeds import read_seeds
from generator.resolve.temporal_anchoring import Dating, resolve_dates


def annotate(document: Document, model: LanguageModel) -> Annotations:
    """The names and time expressions of one document."""
    lexicon = Lexicon(document.language)
    runs = find_quoted_runs(document.text, paragraphs_of(document), Lexicon("en"))
    parse = parse_document(document, runs, model=model)
    return Annotations(
        document.id,
        lexicon.language if lexicon else None,
        mentions=find_mentions(document, parse, runs=runs, lexicon=lexicon),
        time_expressions=find_time_expressions(document, parse, lexicon=lexicon),
    )


def date_documents(folder: Path, model: LanguageModel) -> tuple[Sequence[Document], Dating]:
    """The documents of a folder and their dates."""
    documents = read_seeds(folder).documents
    return documents, resolve_dates(documents, [annotate(d, model) for d in documents])


def seeds_of(texts: Mapping[str, str], published: Mapping[str, str]) -> dict[str, str | bytes]:
    """Files for `make_seeds`: each text, and a sidecar where its day is known."""
    files: dict[str, str | bytes] = {f"{name}.txt": text for name, text in texts.items()}
    for name, day in published.items():
        files[f"{name}.txt.yml"] = f"language: en\npublished: {day}\n"
    return files


def row_for(dating: Dating, text: str, document: str | None = None) -> DatedExpression:
    """The one row with these words."""
    rows = [r for r in dating.dates if r.text == text and document in {None, r.document}]
    assert len(rows) == 1, [r.text for r in dating.dates]
    return rows[0]
