"""The fences: a stage that fails costs its own findings, is named everywhere, and nothing else."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.commands.build import gather
from generator.commands.build_warnings import find_warnings
from generator.commands.gathered import Gathered
from generator.commands.sources import kept_documents
from generator.config import Settings
from generator.errors import StageError
from generator.extract.annotate import find_annotations
from generator.faults.fence import Fence
from generator.faults.traces import describe_failure, functions_passed
from generator.language.pipeline import LanguageModel
from generator.model.annotations import Annotations
from generator.model.text import Turn
from generator.pages.exports.json_data import render_data
from generator.read import seeds
from generator.read.seeds import read_seeds
from generator.resolve import temporal_anchoring

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
STORY = (
    "A bridge is closed\n\n"
    "The old bridge over the river was closed on May 6, 2024, after a long inspection.\n\n"
    "“It is not safe,” said Mayor Ngozi Ade of {town}. She asked for 12 new beams.\n\n"
    "Ade told reporters that the work would take a year, and the council agreed.\n\n"
    "On Friday Mayor Ngozi Ade met Governor Li Wei, and Li Wei criticised Ngozi Ade.\n"
)
EXTRACT = (
    ("extract.mentions", "mentions"),
    ("extract.quotations", "quotations"),
    ("extract.statements", "statements"),
    ("extract.actions", "actions"),
    ("extract.time_expressions", "time_expressions"),
    ("extract.keyphrases", "candidates"),
    ("extract.context_dependence", "context_dependences"),
    ("extract.quantities", "counts"),
)
BLOCKS = {
    "resolve.keyphrases": "documents",
    "resolve.topics": "topics",
    "resolve.timeline": "timeline",
    "resolve.takeaways": "takeaways",
    "resolve.comparison": "comparison",
    "resolve.stories": "stories",
    "resolve.actions": "actions",
}


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a stage fail on purpose."""
    return lambda place: monkeypatch.setenv("BRIEFING_FAULT", place)


@pytest.fixture
def stories(make_seeds: MakeSeeds) -> Path:
    """Two articles."""
    texts = {"aber": STORY.format(town="Aber"), "bray": STORY.format(town="Bray")}
    return make_seeds({f"{name}.txt": text for name, text in texts.items()})


def gathered_of(folder: Path) -> Gathered:
    """What a folder gives, without a cache and in this process."""
    return gather(
        folder, settings=Settings(), cache_dir=None, progress=lambda _step, _done, _total: None
    )


def rows_of(gathered: Gathered) -> dict[str, Any]:
    """The data files, decoded."""
    files = render_data(gathered.corpus, gathered.build_info)
    return {
        name.removesuffix(".json"): json.loads(content)
        for name, content in files.items()
        if not name.endswith(".schema.json")
    }


def annotated(folder: Path, model: LanguageModel) -> tuple[Annotations, ...]:
    """The annotations of a folder's documents."""
    return tuple(find_annotations(d, model=model) for d in read_seeds(folder).documents)


@pytest.mark.parametrize(("stage", "field"), EXTRACT)
def test_a_stage_costs_its_own_findings_of_its_own_document(
    stories: Path, model: LanguageModel, fault: Callable[[str], None], stage: str, field: str
) -> None:
    """The other document is as it was, and so is what the failed stage does not feed."""
    before = annotated(stories, model)
    fault(f"{stage}@aber")
    guilty, other = annotated(stories, model)
    assert other == before[1]
    assert [f.stage for f in guilty.failures] == [stage]
    assert getattr(guilty, field) == ()
    assert getattr(before[0], field)


def test_without_a_parse_the_quoted_words_are_left(
    stories: Path, model: LanguageModel, fault: Callable[[str], None]
) -> None:
    """A parse that fails leaves the words between marks, said by nobody."""
    fault("extract.parse@aber")
    guilty, other = annotated(stories, model)
    assert [q.speaker_mention for q in guilty.quotations] == [None]
    assert guilty.mentions == ()
    assert other.mentions


@pytest.mark.parametrize("stage", ["read.sidecar", "read.metadata", "read.zones", "read.sentences"])
def test_a_stage_of_reading_costs_no_document(
    stories: Path, fault: Callable[[str], None], stage: str
) -> None:
    """Both documents are there, with their whole text; the other one is as it was."""
    before = read_seeds(stories).documents
    fault(f"{stage}@aber.txt")
    guilty, other = read_seeds(stories).documents
    assert other == before[1]
    assert guilty.text == before[0].text
    assert [f.stage for f in guilty.failures] == [stage]


def test_what_front_matter_says_of_speakers_is_read_behind_the_fence(
    stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error there costs the turns of that document alone."""
    before = read_seeds(stories).documents

    def fail(_turns: object, text: str, _end: int) -> tuple[Turn, ...]:
        if "Aber" in text:
            raise ValueError
        return ()

    monkeypatch.setattr(seeds, "with_stated_speakers", fail)
    guilty, other = read_seeds(stories).documents
    assert other == before[1]
    assert [f.stage for f in guilty.failures] == ["read.speakers"]


def test_what_cannot_be_kept_is_read_each_time(
    stories: Path, tmp_path: Path, fault: Callable[[str], None]
) -> None:
    """A document whose key fails is read whole and says so; the cache has the other one alone."""
    kept = kept_documents(tmp_path / "cache")
    fault("read.key@aber.txt")
    for _ in range(2):
        reading = read_seeds(stories, kept=kept)
        guilty, other = reading.documents
        assert [f.stage for f in guilty.failures] == ["read.key"]
        assert other.failures == ()
        assert guilty.sentences
        assert list(kept.load(reading.keys.values()).values()) == [other]


def test_a_text_that_ends_in_an_error_is_skipped_by_name(
    stories: Path, fault: Callable[[str], None]
) -> None:
    """A file whose text cannot be had is named with the error, and the others go on."""
    fault("read.text@aber.txt")
    reading = read_seeds(stories)
    assert [d.id for d in reading.documents] == ["bray"]
    (skipped,) = reading.skipped
    assert skipped.path == "aber.txt"
    assert "InjectedError" in skipped.reason


def test_a_failure_is_in_the_data_and_a_warning(
    stories: Path, fault: Callable[[str], None]
) -> None:
    """``documents.json`` and ``build.json`` name it, and it makes ``--strict`` fail."""
    fault("extract.statements@aber")
    gathered = gathered_of(stories)
    rows = rows_of(gathered)
    (failure,) = rows["documents"][0]["failures"]
    assert failure["stage"] == "extract.statements"
    assert rows["documents"][1]["failures"] == []
    assert rows["build"]["failures"] == [{"document": "aber", **failure}]
    (warning,) = [w for w in find_warnings(gathered.corpus) if "unexpected" in w]
    assert warning.startswith("aber.txt: extract.statements")


@pytest.mark.parametrize(("stage", "name"), BLOCKS.items())
def test_a_block_that_fails_is_empty_and_the_rest_is_there(
    stories: Path, fault: Callable[[str], None], stage: str, name: str
) -> None:
    """Other files keep their bytes, those apart that the block feeds."""
    fed = {
        "resolve.keyphrases": {"documents", "topics", "takeaways", "comparison", "stories"},
        "resolve.topics": {"topics", "takeaways", "comparison", "stories"},
        "resolve.comparison": {"comparison", "takeaways"},
        "resolve.actions": {"actions", "comparison"},
    }
    before = rows_of(gathered_of(stories))
    fault(stage)
    gathered = gathered_of(stories)
    after = rows_of(gathered)
    changed = {n for n in after if after[n] != before[n]} - {"build"}
    assert changed <= fed.get(stage, {name})
    assert [f.stage for f in gathered.corpus.failures] == [stage]


@pytest.mark.parametrize(
    "stage", ["resolve.entities", "resolve.coreference", "resolve.speakers", "resolve.unique_ids"]
)
def test_without_names_and_speakers_nothing_is_built(
    stories: Path, fault: Callable[[str], None], stage: str
) -> None:
    """Who is who may not be half known."""
    fault(stage)
    with pytest.raises(StageError, match=stage):
        gathered_of(stories)


def test_the_documents_that_a_stage_was_at_are_named(
    stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error that stops a build says where it came from."""

    def failing(documents: list[object], *_rest: object) -> None:
        for document in documents:
            _look_at(document)

    monkeypatch.setattr("generator.resolve.assemble.resolve_actors", failing)
    with pytest.raises(StageError) as caught:
        gathered_of(stories)
    assert caught.value.where == "bray"


def _look_at(document: object) -> None:
    if getattr(document, "id", "") == "bray":
        raise KeyError(document)


def test_a_document_whose_dates_fail_has_none(
    stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dates are worked out together; the guilty document alone goes without."""
    before = rows_of(gathered_of(stories))
    own = temporal_anchoring.resolve_expressions  # type: ignore[attr-defined]  # a room that the stage imports

    def failing(document: object, expressions: object, *rest: object) -> object:
        if expressions:
            _look_at(document)
        return own(document, expressions, *rest)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(temporal_anchoring, "resolve_expressions", failing)
    after = rows_of(gathered_of(stories))
    assert {r["document"] for r in before["dates"]} == {"aber", "bray"}
    assert after["dates"] == [r for r in before["dates"] if r["document"] == "aber"]
    assert [len(r["failures"]) for r in after["documents"]] == [0, 1]


def recurse(depth: int) -> int:
    """Call itself until it fails."""
    return recurse(depth - 1) if depth else int("no number")


def test_a_digest_tells_mistakes_apart_and_nothing_else() -> None:
    """Equal mistakes have equal digests; words, paths and lines are not in them."""
    found = []
    nothing: dict[str, str] = {}
    for make in (lambda: int("a"), lambda: int("b"), lambda: int(nothing["a"])):
        fence = Fence("one")
        assert fence.run("extract.mentions", make, None) is None
        found.append(fence.failures[0])
    assert found[0] == found[1]
    assert found[0].digest != found[2].digest


def test_a_recursion_is_told_once() -> None:
    """How deep a function called itself does not change what is told."""
    told = []
    for depth in (3, 30):
        try:
            recurse(depth)
        except ValueError as error:
            told.append((functions_passed(error), describe_failure("read.text", error)))
    assert told[0] == told[1]
