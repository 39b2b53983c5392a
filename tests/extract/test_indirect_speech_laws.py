"""Laws of the statement stage for any text: source and cue outside, nothing twice, order kept."""

from functools import lru_cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked import document_of

from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.indirect_speech import find_statements
from generator.extract.quotations import find_quotations
from generator.language.lexicons import Lexicon
from generator.language.pipeline import LanguageModel
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Statement

PIECES = st.sampled_from(
    [
        "Mrs Okoye said",
        "the board told workers",
        "he added",
        "said the mayor",
        "according to the navy",
        "as the bishop noted",
        "adding that",
        "declined to say",
        "did not say",
        "urged the firm to",
        "called the plan",
        "accused the bank of",
        "asked whether",
        "that",
        "the dam was safe",
        "it would rain in the north",
        "hiding the report",
        "a mistake",
        "“we shall go”",
        "and",
        "but",
        "which surprised nobody",
        ",",
        ".",
        ":",
        "—",
        "\n",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map(" ".join)
REPORTS = st.lists(
    st.sampled_from(
        [
            "Mrs Okoye said that the dam was safe.",
            "The plant will close, the union said, adding that the workers would be paid.",
            "According to the navy, the ship left on Sunday.",
            "The mayor called the plan a mistake.",
            "He asked whether it would rain.",
            "The harbour was closed.",
        ]
    ),
    min_size=1,
    max_size=4,
).map("\n".join)
SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@lru_cache(maxsize=512)
def statements_of(text: str, model: LanguageModel) -> tuple[Statement, ...]:
    """The statements of a text."""
    document, lexicon = document_of(text), Lexicon("en")
    runs = find_quoted_runs(text, paragraphs_of(document), Lexicon("en"))
    parse = parse_document(document, runs, model=model)
    quotations = find_quotations(document, parse, runs=runs, lexicon=lexicon)
    return find_statements(document, parse, quotations=quotations, lexicon=lexicon)


@SLOW
@given(text=TEXTS)
def test_a_statement_is_verbatim_and_has_a_source_and_a_cue(
    text: str, model: LanguageModel
) -> None:
    """Its words are the text's; somebody says it, by a verb that the text has, for a named rule."""
    for statement in statements_of(text, model):
        source, cue = statement.speaker_mention, statement.cue
        assert statement.text == text[statement.span.start : statement.span.end]
        assert source is not None
        assert source.text == text[source.start : source.end]
        assert cue is not None
        assert cue.text == text[cue.start : cue.end]
        assert statement.rule


@SLOW
@given(text=TEXTS)
def test_a_cue_is_never_inside_its_own_statement(text: str, model: LanguageModel) -> None:
    """The verb that reports a clause stands outside it."""
    for statement in statements_of(text, model):
        cue = statement.cue
        assert cue is not None
        assert cue.end <= statement.span.start or statement.span.end <= cue.start


@SLOW
@given(text=TEXTS)
def test_nothing_is_told_twice(text: str, model: LanguageModel) -> None:
    """No two statements have the same words and cue; they come in reading order."""
    found = statements_of(text, model)
    spans = [(s.span.start, s.span.end) for s in found]
    assert spans == sorted(spans)
    told = [(*span, s.cue) for span, s in zip(spans, found, strict=True)]
    assert len(told) == len(set(told))


@SLOW
@given(text=REPORTS, more=REPORTS)
def test_a_later_paragraph_tells_nothing_else_before(
    text: str, more: str, model: LanguageModel
) -> None:
    """What is told in a paragraph does not hang on what follows it."""
    before = statements_of(text, model)
    after = statements_of(f"{text}\n{more}", model)
    keys = [(s.span.start, s.span.end, s.speaker_mention, s.rule) for s in after]
    assert [(s.span.start, s.span.end, s.speaker_mention, s.rule) for s in before] == keys[
        : len(before)
    ]
