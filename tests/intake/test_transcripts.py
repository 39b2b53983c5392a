"""Records of turns: each turn is given to whom its label means, by the full name."""

import shutil
from pathlib import Path

import pytest

from generator.config.limits import LimitSettings
from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.model.corpus import Corpus
from generator.read.formats.markdown import read_markdown
from generator.read.seeds import read_seeds
from generator.resolve.assemble import assemble_corpus

FOLDER = Path(__file__).parent / "transcripts"
ROWS = [
    line.split("\t")
    for line in (FOLDER / "speakers.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
SHARE = 0.95


SAID = """**{0}:** The wells of the town have been dry since the month of March.

**{1}:** What should the council of the town do about it now?

**{0}:** They should dig deeper, and they should have done so years ago.

**{1}:** Has anybody listened to what you told them in the spring?

**{0}:** Nobody has listened to a word of it.
"""


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("\n  AO: Ada Obi, engineer  # a friend\n  LW: Li Wei", ("AO", "LW")),
        ("\n  S1: 'Ada Obi (hydrologist)'\n  S2: Li Wei", ("S1", "S2")),
        ("\n- AO: Ada Obi\n- Host: Li Wei", ("AO", "Host")),
        ("\n  - Ada Obi, hydrologist\n  - Li Wei", ("OBI", "WEI")),
        (" [Ada Obi, Li Wei]", ("OBI", "WEI")),
        (" {AO: Ada Obi, LW: Li Wei}", ("AO", "LW")),
        (" { S1: 'Ada Obi, engineer', S2: \"Li Wei\" }", ("S1", "S2")),
        (" [S1: Ada Obi, S2: Li Wei]", ("S1", "S2")),
    ],
)
def test_front_matter_says_who_speaks(
    said: str, labels: tuple[str, str], model: LanguageModel, tmp_path: Path
) -> None:
    """A label there is the name behind it, which stays in the text; the rest of it is hidden."""
    head = f"---\nspeakers:{said}\nnotes: call Wim\ntitle: Wells\nlanguage: en\n---\n\n"
    (tmp_path / "a.md").write_text(head + SAID.format(*labels), "utf-8")
    documents = read_seeds(tmp_path).documents
    corpus = assemble_corpus(
        documents, [find_annotations(d, model=model) for d in documents], limits=LimitSettings()
    )
    assert speakers(corpus) == ["Ada Obi", "Li Wei", "Ada Obi", "Li Wei", "Ada Obi"]
    assert {actor.name for actor in corpus.actors} == {"Ada Obi", "Li Wei"}
    roles = {role.text for actor in corpus.actors for role in actor.roles}
    assert roles <= {"engineer"}
    assert bool(roles) == ("engineer" in said)
    text = documents[0].text
    assert not any(private in text for private in ("Wim", "friend", "Wells", "speakers"))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("\n  - name: Ada Obi\n    phone: +44 7700 900123\n    home: Wim Street", "Ada Obi"),
        ("\n  - email: wim@a.example\n    name: Ada Obi\n    role: engineer", "Ada Obi engineer"),
        ("\n  AO:\n    name: Ada Obi\n    fee: Wim pays", "Ada Obi"),
        ("\n  AO: Ada Obi, engineer, wim@a.example", "AO: Ada Obi, engineer"),
        ("\n  AO: Ada Obi <wim@a.example>\n  LW: Li Wei, +44 770 0123", "AO: Ada Obi LW: Li Wei"),
        ("\n  AO: Ada Obi (engineer) Wim's friend", "AO: Ada Obi"),
        ("\n  AO: |\n    Ada Obi\n    Wim", ""),
        ("\n  - Ada Obi, engineer\n  - 'Li Wei' # Wim", "Ada Obi, engineer 'Li Wei'"),
        (" [{name: Ada Obi, note: Wim}]", "Ada Obi"),
        ("\n  AO: [Ada Obi\n  LW: Wim", ""),
    ],
)
def test_only_names_and_roles_stay_of_speakers(said: str, kept: str) -> None:
    """What else front matter says of them is private; every letter stays in its place."""
    head = f"---\nspeakers:{said}\ntitle: Wells\n---\n"
    text = read_markdown(f"{head}\nWe met.").text
    assert text[: len(head)].split() == kept.split()
    assert len(text) == len(head) + len("\nWe met.")


def test_speakers_beside_a_text_are_told(tmp_path: Path) -> None:
    """A name must stand in the text: in a file beside it there is a warning."""
    (tmp_path / "a.txt").write_text(SAID.format("AO", "LW"), "utf-8")
    (tmp_path / "a.txt.yml").write_text("title: Wells\nspeakers:\n  AO: Ada Obi\n", "utf-8")
    toml = "+++\ntitle = 'Wells'\nspeakers = ['Ada Obi']\n+++\n\n"
    (tmp_path / "b.md").write_text(toml + SAID.format("AO", "LW"), "utf-8")
    document, other = read_seeds(tmp_path).documents
    assert "speakers are read in front matter of YAML; these are not used" in other.warnings
    assert "a.txt.yml:2: speakers are read in the front matter of the text itself" in (
        document.warnings
    )


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
