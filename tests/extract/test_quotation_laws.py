"""Laws of the quotation stage for any text: spans, sources, what a later paragraph changes."""

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
from generator.model.annotations import Quotation, Statement

PIECES = st.sampled_from(
    [
        "“We shall go,”",
        "“Never!”",
        "“a heavy blow”",
        "‘not the players’ fault’",
        '"It was dark."',
        "''plain talk''",
        "“",
        "”",
        "'",
        "he said",
        "said Mrs Okoye",
        "Mr Lund told the court that",
        "according to the report",
        "the plan was",
        "called it",
        "and",
        ",",
        ".",
        ":",
        "—",
        "\n",
        "The harbour was closed.",
        "Her words were",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map(" ".join)
SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
TALK = st.lists(
    st.sampled_from(
        [
            "“We shall go,” said Mrs Okoye.",
            "Mr Lund told the court: “I was at home.”",
            "“Nobody asked us.”",
            "The harbour was closed.",
            "He called it “a heavy blow”.",
        ]
    ),
    min_size=1,
    max_size=4,
).map("\n".join)


@lru_cache(maxsize=512)
def found_in(
    text: str, model: LanguageModel
) -> tuple[tuple[Quotation, ...], tuple[Statement, ...]]:
    """The quotations and statements of a text."""
    document, lexicon = document_of(text), Lexicon("en")
    runs = find_quoted_runs(text, paragraphs_of(document), Lexicon("en"))
    parse = parse_document(document, runs, model=model)
    quotations = find_quotations(document, parse, runs=runs, lexicon=lexicon)
    return quotations, find_statements(document, parse, quotations=quotations, lexicon=lexicon)


@SLOW
@given(text=TEXTS)
def test_everything_points_at_its_words(text: str, model: LanguageModel) -> None:
    """Every span lies in the text and is verbatim; ids are unlike."""
    quotations, statements = found_in(text, model)
    everything: list[Quotation | Statement] = [*quotations, *statements]
    for found in everything:
        assert found.text == text[found.span.start : found.span.end]
        for phrase in (found.speaker_mention, found.cue, found.antecedent):
            assert phrase is None or phrase.text == text[phrase.start : phrase.end]
    ids = [found.id for found in everything]
    assert len(ids) == len(set(ids))


@SLOW
@given(text=TEXTS)
def test_a_source_is_never_inside_its_own_quotation(text: str, model: LanguageModel) -> None:
    """Nobody is quoted by words of the quotation itself; what is no speech has no source."""
    for quotation in found_in(text, model)[0]:
        source = quotation.speaker_mention
        if quotation.kind in {"term", "title", "headline_phrase"}:
            assert source is None
        if source is not None:
            assert source.end <= quotation.span.start or quotation.span.end <= source.start
            assert quotation.attribution != "none"
        else:
            assert quotation.attribution == "none"


@SLOW
@given(text=TALK, more=TALK)
def test_a_later_paragraph_changes_nothing_before(
    text: str, more: str, model: LanguageModel
) -> None:
    """What stands before is read as it was; only a signed line would change it."""
    before = found_in(text, model)[0]
    after = found_in(f"{text}\n{more}", model)[0]
    keys = [(q.span.start, q.kind, q.speaker_mention, q.rule) for q in before]
    assert keys == [(q.span.start, q.kind, q.speaker_mention, q.rule) for q in after[: len(before)]]


def test_without_a_lexicon_runs_are_shown_without_speakers(model: LanguageModel) -> None:
    """A language without word lists keeps its quoted runs, and says why they have no speaker."""
    text = "« On y va », dit-elle."
    document = document_of(text)
    runs = find_quoted_runs(text, paragraphs_of(document), Lexicon("en"))
    parse = parse_document(document, runs, model=model)
    found = find_quotations(document, parse, runs=runs, lexicon=None)
    assert [(q.text, q.speaker_mention) for q in found] == [("On y va", None)]
    assert found[0].rule == "no_word_lists"
