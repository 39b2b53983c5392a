"""Records of turns: each turn is given to whom its label means, by the full name."""

import shutil
from pathlib import Path

import pytest

from generator.config.limits import LimitSettings
from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.model.corpus import Corpus
from generator.read.seeds import read_seeds
from generator.resolve.assemble import assemble_corpus

FOLDER = Path(__file__).parent / "transcripts"
ROWS = [
    line.split("\t")
    for line in (FOLDER / "speakers.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
SHARE = 0.95


@pytest.fixture(scope="module")
def corpora(model: LanguageModel, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Corpus]:
    """The corpus of each transcript by itself."""
    return {name: _corpus(name, tmp_path_factory.mktemp("seeds"), model) for name, _ in ROWS}


def _corpus(name: str, folder: Path, model: LanguageModel) -> Corpus:
    shutil.copy(FOLDER / name, folder)
    documents = read_seeds(folder).documents
    found = [find_annotations(d, model=model) for d in documents]
    return assemble_corpus(documents, found, limits=LimitSettings())


def speakers(corpus: Corpus) -> list[str]:
    """Who speaks in each turn, in order."""
    by_start = {q.start: q.speaker_name or "" for q in corpus.quotations if q.rule == "turn"}
    return [by_start[turn.said[0].start] for turn in corpus.documents[0].document.turns]


def test_turns_have_the_right_speaker(corpora: dict[str, Corpus]) -> None:
    """Of the turns of parliaments, councils, courts, interviews, podcasts, calls and subtitles."""
    right = turns = 0
    for name, expected in ROWS:
        who, found = expected.split("|"), speakers(corpora[name])
        turns += len(who)
        if len(found) == len(who):
            right += sum(a.lower() == b.lower() for a, b in zip(found, who, strict=True))
    assert right >= SHARE * turns


@pytest.mark.parametrize("name", [name for name, _ in ROWS])
def test_a_record_is_a_transcript(corpora: dict[str, Corpus], name: str) -> None:
    """Its genre says so, nothing failed, and no label or line of procedure is a takeaway."""
    corpus = corpora[name]
    row = corpus.documents[0]
    assert row.document.metadata.genre is not None
    assert row.document.metadata.genre.value == "transcript"
    assert row.failures == ()
    silent = [
        (z.start, z.end)
        for z in row.document.zones
        if z.kind in ("speaker_label", "procedure", "boilerplate")
    ]
    assert silent
    for takeaway in corpus.takeaways:
        assert not any(s < takeaway.end and takeaway.start < e for s, e in silent)


TURNS = """The toll of Norwick

Ada Obi: I told the council that the bridge is unsafe. Nobody has answered me since.

Li Wei (minister of transport): The mayor said, “We shall wait.” I said that we cannot wait.

Obi: So who is right in this, minister?
"""


def test_i_in_a_turn_is_who_speaks(tmp_path: Path, model: LanguageModel) -> None:
    """*I told* is the labelled speaker's statement, and what is quoted in a turn is part of it."""
    (tmp_path / "a.txt").write_text(TURNS, "utf-8")
    documents = read_seeds(tmp_path).documents
    found = [find_annotations(d, model=model) for d in documents]
    corpus = assemble_corpus(documents, found, limits=LimitSettings())
    assert [s.speaker_name for s in corpus.statements if s.speaker_rule] == ["Ada Obi", "Li Wei"]
    assert [q.speaker_name for q in corpus.quotations] == ["Ada Obi", "Li Wei", "Ada Obi"]
    assert {q.rule for q in corpus.quotations} == {"turn"}
