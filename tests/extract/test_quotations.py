"""Quotations by construction: each case is a sentence whose marks say what must be found."""

from pathlib import Path

import pytest
from marked import Case, document_of, read_cases

from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.quotations import find_quotations
from generator.language.lexicons import Lexicon, load_lexicon
from generator.language.pipeline import LanguageModel
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Quotation

CASES = tuple(read_cases(Path(__file__).with_name("quotation_cases.txt")))
SPEECH = {"direct_speech", "reported_fragment"}


def quotations_of(
    text: str, model: LanguageModel, case: Case | None = None
) -> tuple[Quotation, ...]:
    """What the stage finds in a text."""
    document = document_of(text, case.headlines if case else frozenset())
    runs = find_quoted_runs(text, paragraphs_of(document), Lexicon("en"))
    parse = parse_document(document, runs, model=model)
    return find_quotations(document, parse, runs=runs, lexicon=load_lexicon("en"))


def case_params() -> list[object]:
    """Every case, a known failure as a strict xfail with its reason."""
    return [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(reason=case.failure, strict=True)] if case.failure else [],
        )
        for case in CASES
    ]


def test_there_are_enough_cases() -> None:
    """The cases cover the constructions that the guide names."""
    assert len(CASES) >= 120


@pytest.mark.parametrize("case", case_params())
def test_construction(case: Case, model: LanguageModel) -> None:
    """Words, kind, source and cue of each quotation are as the sentence's marks say."""
    found = quotations_of(case.text, model, case)
    assert [q.text for q in found] == [case.text[e.start : e.end] for e in case.expected]
    for quotation, expected in zip(found, case.expected, strict=True):
        kinds = {expected.kind} if expected.kind else SPEECH
        assert quotation.kind in kinds
        source = quotation.antecedent or quotation.speaker_mention
        if expected.source is None or quotation.kind not in SPEECH:
            assert source is None
            continue
        assert source is not None, quotation.rule
        assert source.text == case.text[expected.source.start : expected.source.end]
        if expected.cue is not None and quotation.cue is not None:
            assert quotation.cue.start < expected.cue.end
            assert expected.cue.start < quotation.cue.end
