"""No input breaks the door of a wing: what a fence would catch is a defect all the same."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fuzzing import JOURNEY, examples
from handmade import make_corpus, make_document
from hypothesis import given
from hypothesis import strategies as st
from random_parses import parsed_documents
from random_texts import CORRECTIONS, TEXTS, YAML, encoded

from generator.config import Settings
from generator.errors import CorrectionError
from generator.extract.annotate import annotations_of, find_annotations, paragraphs_of
from generator.language.lexicons import Lexicon, load_lexicon
from generator.language.pipeline import LanguageModel
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Quotation, Statement
from generator.model.corpus import Correction
from generator.model.text import Document, Parse, Sentence, Zone
from generator.model.visible_text import shown
from generator.provenance.audit_rows import find_corpus_failures
from generator.read.corrections import SHAPES, read_corrections
from generator.read.seeds import read_seeds
from generator.resolve.assemble import assemble_corpus
from generator.resolve.corrections import apply_corrections


def read_files(files: dict[str, bytes]) -> Sequence[Document]:
    """The documents of a folder of these files; nothing may be set aside by an error."""
    with TemporaryDirectory() as name:
        for path, content in files.items():
            (Path(name) / path).write_bytes(content)
        (Path(name) / "whole.txt").write_text("A whole text is beside it.\n")
        reading = read_seeds(Path(name))
    assert not [s for s in reading.skipped if "unexpected error" in s.reason]
    assert not [f for d in reading.documents for f in d.failures]
    return [d for d in reading.documents if d.path != "whole.txt"]


@examples()
@given(encoded(), st.sampled_from(["a.txt", "a.md"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    """A file gives a document whose zones and sentences lie in its text, or a reason."""
    for document in read_files({name: content}):
        places: list[Zone | Sentence] = [*document.zones, *document.sentences]
        for place in places:
            assert 0 <= place.start <= place.end <= len(document.text)


@examples()
@given(YAML)
def test_any_sidecar_is_read_or_warned_of(facts: str) -> None:
    """What stands beside a seed costs itself alone."""
    files = {"a.txt": b"The dam was closed on Monday.\n", "a.txt.yml": facts.encode("utf-8")}
    assert len(read_files(files)) == 1


@examples()
@given(CORRECTIONS)
def test_any_file_of_corrections_is_read_or_refused(text: str) -> None:
    """It gives corrections with visible targets and reasons, or one error that names its line."""
    with TemporaryDirectory() as name:
        (Path(name) / "corrections.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            found = read_corrections(Path(name))
        except CorrectionError as error:
            found = ()
            where = error.where
        else:
            where = ""
    assert found or not where or where.startswith("seeds/corrections.yml:")
    assert all(shown(words).strip() for c in found for words in (*c.target, c.why))


IDS = st.sampled_from(["one", "two", "somebody", "d-one", "q-one", "1", "2", "9", "story-one", "²"])


@examples()
@given(
    st.lists(
        st.builds(
            Correction,
            st.sampled_from(sorted(SHAPES)),
            st.lists(st.one_of(IDS, TEXTS), min_size=2, max_size=3).map(tuple),
            st.one_of(IDS, TEXTS, st.sampled_from(["2024", "person", "Ada Okoye", "said"])),
            TEXTS,
            st.integers(1, 99),
            st.just(False),  # noqa: FBT003  whether it applies is found out
        ),
        max_size=4,
    )
)
def test_any_corrections_leave_a_corpus_that_is_proven(corrections: list[Correction]) -> None:
    """Each applies or is warned of, and every row that is left is verbatim in its source."""
    documents = [
        make_document((f"Ada Okoye said “no” in {n}.", "It ended."), path=f"{n}.txt", identifier=n)
        for n in ("one", "two")
    ]
    corpus = make_corpus(documents, quoted="no", actor="Ada Okoye")
    assert list(find_corpus_failures(corpus)) == []
    edited = apply_corrections(corpus, corrections)
    assert len(edited.corrections) == len(corrections)
    assert len(set(edited.warnings)) >= (not all(c.applied for c in edited.corrections))
    assert list(find_corpus_failures(edited)) == []


@examples()
@given(parsed_documents())
def test_any_parse_is_read_by_every_stage(parsed: tuple[Document, Parse]) -> None:
    """Labels and heads may be anything: all stages end, and what they find lies in the text."""
    document, parse = parsed
    lexicon = load_lexicon("en")
    if lexicon is None:
        pytest.fail("there are no English word lists")
    runs = find_quoted_runs(document.text, paragraphs_of(document), Lexicon("en"))
    found = annotations_of(document, parse, runs, lexicon)
    assert found.failures == ()
    spoken: list[Quotation | Statement] = [*found.quotations, *found.statements]
    for one in spoken:
        assert one.text == document.text[one.span.start : one.span.end]


@examples(JOURNEY)
@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_any_texts_become_a_corpus(texts: list[str], model: LanguageModel) -> None:
    """Whatever a few documents say, every wing ends, and every row is proved verbatim."""
    files = {f"{n}.txt": text.encode("utf-8", "replace") for n, text in enumerate(texts)}
    documents = read_files(files)
    annotations = [find_annotations(d, model=model) for d in documents]
    assert [f for a in annotations for f in a.failures] == []
    corpus = assemble_corpus(documents, annotations, limits=Settings().limits)
    assert corpus.failures == ()
    assert list(find_corpus_failures(corpus)) == []
