"""Indirect speech by construction: the marks of each sentence say what is told and by whom."""

from pathlib import Path

import pytest
from marked import Case, document_of, read_cases

from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.indirect_speech import find_statements
from generator.extract.quotations import find_quotations
from generator.language.lexicons import Lexicon
from generator.language.pipeline import LanguageModel
from generator.language.quotation_marks import find_quoted_runs

CASES = tuple(read_cases(Path(__file__).with_name("statement_cases.txt")))


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(reason=case.failure, strict=True)] if case.failure else [],
        )
        for case in CASES
    ],
)
def test_statement(case: Case, model: LanguageModel) -> None:
    """The content, the source and the cue are as the sentence's marks say; nothing else is told."""
    document, lexicon = document_of(case.text), Lexicon("en")
    runs = find_quoted_runs(case.text, paragraphs_of(document), Lexicon("en"))
    parse = parse_document(document, runs, model=model)
    quotations = find_quotations(document, parse, runs=runs, lexicon=lexicon)
    found = find_statements(document, parse, quotations=quotations, lexicon=lexicon)
    assert [s.text for s in found] == [case.text[e.start : e.end] for e in case.expected]
    for statement, expected in zip(found, case.expected, strict=True):
        source, cue = statement.speaker_mention, statement.cue
        assert statement.stance == (expected.kind or "asserted")
        assert source is not None
        assert expected.source is not None
        assert source.text == case.text[expected.source.start : expected.source.end]
        assert expected.cue is None or (cue is not None and cue.text == expected.cue.text)


def test_a_second_report_has_the_source_of_the_first(model: LanguageModel) -> None:
    """*Said …, adding that …*: both are the auditor's, and neither holds the other's words."""
    text = "The auditor said the accounts were false, adding that the board had known."
    document, lexicon = document_of(text), Lexicon("en")
    parse = parse_document(document, (), model=model)
    found = find_statements(document, parse, quotations=(), lexicon=lexicon)
    assert [s.text for s in found] == ["the accounts were false", "that the board had known"]
    assert {s.speaker_mention.text for s in found if s.speaker_mention} == {"The auditor"}
