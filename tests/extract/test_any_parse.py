"""No parse breaks a stage: random labels, heads in circles, heads that are not there."""

import pytest
from hypothesis import HealthCheck, given, settings
from random_parses import parsed_documents

from generator.extract.annotate import annotations_of, paragraphs_of
from generator.language.lexicons import load_lexicon
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Quotation, Statement
from generator.model.text import Document, Parse


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(parsed_documents())
def test_every_stage_ends(parsed: tuple[Document, Parse]) -> None:
    """All stages end without an exception, and what they find lies in the text."""
    document, parse = parsed
    lexicon = load_lexicon("en")
    if lexicon is None:
        pytest.fail("there are no English word lists")
    runs = find_quoted_runs(document.text, paragraphs_of(document))
    found = annotations_of(document, parse, runs, lexicon)
    spoken: list[Quotation | Statement] = [*found.quotations, *found.statements]
    for one in spoken:
        assert one.text == document.text[one.span.start : one.span.end]
