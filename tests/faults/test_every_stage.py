"""A fault in each stage, by the whole journey: what it costs, and what it may not touch.

The stages are those that the doors run behind their fence, read from the doors themselves, so a new
one is tested, or this file asks for a line.
"""

import ast
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from commanding import briefing
from handmade import make_site

import generator
from generator.commands.build import gather
from generator.commands.gathered import Gathered
from generator.config import Settings
from generator.faults.fence import Fence
from generator.i18n.catalogue import load_catalogue
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports import render_exports
from generator.pages.exports.json_data import render_data
from generator.pages.labels import LEFT_OUT
from generator.pages.presenters.about import stage_labels

MakeSeeds = Callable[[Mapping[str, str]], Path]
PACKAGE = Path(generator.__path__[0])
DOORS = ("read/seeds.py", "extract/annotate.py", "resolve/assemble.py", "pages/render.py")
STORY = (
    "A gate of {town} is closed\n\n"
    "The old gate of {town} was closed on May 6, 2031, after a long inspection.\n\n"
    "“{town} is not safe,” said Mayor Ada Obi. She asked {town} for 12 new beams.\n\n"
    "Obi told reporters that {town} would take a year, and the council agreed.\n\n"
    "On Friday Mayor Ada Obi of {town} met Governor Li Wen, and in {town} Li Wen criticised Ada "
    "Obi.\n"
)
"""Each sentence has a word of its own: ids of equal rows tell their documents apart."""
TURNS = (
    "The toll of {town}\n\nAda Obi: We close {town}. It is late.\n\nLi Wen: Not {town}.\n\n"
    "Obi: Yes, {town}.\n"
)
ROWS = ("quotations", "statements", "dates", "actions")
"""Data files whose rows are each of one document."""
NEEDED = (
    *("resolve.unique_ids", "resolve.entities", "resolve.coreference", "resolve.speakers"),
    *("resolve.actor_quotations", "resolve.corrections"),
)
PROGRESS = lambda _step, _done, _total: None  # noqa: E731  one that says nothing


def stages_of(door: str) -> dict[str, str]:
    """The stages that a door runs, with how: by ``run``, which sets aside, or by ``need``."""
    found: dict[str, str] = {}
    for node in ast.walk(ast.parse((PACKAGE / door).read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        stage = getattr(node.args[0], "value", None)
        if name in ("run", "need") and isinstance(stage, str) and "." in stage:
            found.setdefault(stage, name)
    return found


STAGES = {stage: how for door in DOORS for stage, how in stages_of(door).items()}
CACHED = "read.key"
"""Runs only where there is a cache."""
OF_A_DOCUMENT = sorted(
    s for s in STAGES if s.startswith(("read.", "extract.")) and s not in {"read.text", CACHED}
)
OF_THE_CORPUS = sorted(s for s, h in STAGES.items() if s.startswith("resolve.") and h == "run")


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a stage fail on purpose."""
    return lambda place: monkeypatch.setenv("BRIEFING_FAULT", place)


def write_seeds(make_seeds: MakeSeeds) -> Path:
    """Two articles and two records of turns, which share no speaker's full words."""
    texts = {f"{t}.txt": STORY.format(town=t.title()) for t in ("aber", "bray")}
    texts |= {f"{t}.txt": TURNS.format(town=t.title()) for t in ("colm", "dunn")}
    return make_seeds(texts)


def gathered_of(folder: Path) -> Gathered:
    """What a folder gives, without a cache and in this process."""
    return gather(folder, settings=Settings(), cache_dir=None, progress=PROGRESS)


def rows_of(gathered: Gathered) -> dict[str, Any]:
    """The data files, decoded."""
    files = render_data(gathered.corpus, gathered.build_info)
    names = [n for n in files if not n.endswith(".schema.json")]
    return {n.removesuffix(".json"): json.loads(files[n]) for n in names}


def sentences_of(rows: dict[str, Any], documents: list[str]) -> dict[str, Any]:
    """What was read of some documents."""
    fields = ("title", "authors", "published", "language", "zones", "sentences")
    found = (row for row in rows["documents"] if row["id"] in documents)
    return {row["id"]: [row[field] for field in fields] for row in found}


def test_the_doors_have_the_stages_that_are_tested() -> None:
    """What stops everything is what names and speakers rest on, and the pages themselves."""
    needed = {stage for stage, how in STAGES.items() if how == "need"}
    assert needed == {*NEEDED, "pages.pages"}
    assert len(OF_A_DOCUMENT) > 20
    assert len(OF_THE_CORPUS) > 10


@pytest.mark.parametrize("stage", [CACHED, *OF_A_DOCUMENT, *OF_THE_CORPUS])
def test_what_is_set_aside_has_words_for_a_reader(stage: str) -> None:
    """A page says what it lacks, so each stage that can fail by itself has a name."""
    assert stage_labels([stage])


@pytest.mark.slow
def test_a_fault_of_one_document_leaves_the_others_their_bytes(
    make_seeds: MakeSeeds, fault: Callable[[str], None]
) -> None:
    """Whatever stage of a document fails, the rows of the others are those of a sound build."""
    folder = write_seeds(make_seeds)
    before = rows_of(gathered_of(folder))
    assert all(before[name] for name in ROWS)
    for stage in OF_A_DOCUMENT:
        for guilty in ("aber", "colm"):
            fault(f"{stage}@{guilty}{'.txt' if stage.startswith('read.') else ''}")
            after = rows_of(gathered_of(folder))
            failed = {
                row["id"]: [f["stage"] for f in row["failures"]] for row in after["documents"]
            }
            others = [d for d in failed if d != guilty]
            assert [failed[d] for d in others] == [[]] * 3, stage
            assert failed[guilty] == [stage]
            assert sentences_of(after, others) == sentences_of(before, others), stage
            for name in ROWS:
                rows = [
                    [r for r in one[name] if r["document"] in others] for one in (before, after)
                ]
                assert rows[0] == rows[1], (stage, name)


@pytest.mark.slow
@pytest.mark.parametrize("stage", NEEDED)
def test_without_what_all_rests_on_nothing_is_written(
    make_seeds: MakeSeeds, fault: Callable[[str], None], stage: str
) -> None:
    """The command ends with the stage's name, and the last good site keeps its bytes."""
    root = write_seeds(make_seeds).parent
    assert briefing("generate", cwd=root).returncode == 0
    files = {p: p.read_bytes() for p in sorted((root / "docs").rglob("*")) if p.is_file()}
    make_seeds({"erin.txt": STORY.format(town="Erin")})
    fault(stage)
    done = briefing("generate", cwd=root)
    assert done.returncode == 1
    assert f"{stage} ended in an unexpected error" in done.stderr
    assert "Traceback" not in done.stderr
    assert {p: p.read_bytes() for p in (root / "docs").rglob("*") if p.is_file()} == files


@pytest.mark.slow
@pytest.mark.journey
@pytest.mark.parametrize("stage", OF_THE_CORPUS)
def test_a_block_of_the_corpus_costs_itself(
    make_seeds: MakeSeeds, fault: Callable[[str], None], stage: str
) -> None:
    """Its pages and the home page say what is missing, all else is built and proven; status 1."""
    root = write_seeds(make_seeds).parent
    fault(stage)
    done = briefing("build", "--json", cwd=root)
    assert done.returncode == 1
    (failed,) = json.loads(done.stdout)["failed_stages"]
    assert failed.startswith(f"{stage} ended in an unexpected error")
    assert "Traceback" not in done.stderr
    told = ["", *(hub for hub, stages in LEFT_OUT.items() if stage in stages)]
    for hub in told:
        page = root / "site" / hub / "index.html"
        assert "An unexpected error left out" in page.read_text("utf-8"), hub
    assert len(told) == 2 or stage == "resolve.takeaways"
    assert briefing("verify", cwd=root).returncode == 0


@pytest.mark.slow
def test_an_export_that_fails_is_the_only_one_that_is_missing(
    make_seeds: MakeSeeds, fault: Callable[[str], None], tmp_path: Path
) -> None:
    """Whichever it is, the others keep their bytes, and the failure has the export's name."""
    gathered = gathered_of(write_seeds(make_seeds))
    index = CorpusIndex(gathered.corpus, make_site(tmp_path), load_catalogue("en"))

    def exports() -> tuple[Mapping[str, str | bytes], list[str]]:
        fence = Fence()
        files = render_exports(index, gathered.build_info, fence=fence)
        return {f.path: f.content for f in files}, [f.stage for f in fence.failures]

    whole, failures = exports()
    assert failures == []
    feeds = {path for path in whole if not path.startswith("data/") and path != "llms.txt"}
    assert feeds
    for path in sorted(set(whole) - feeds):
        fault(f"pages.{path}")
        left, failures = exports()
        assert failures == [f"pages.{path}"]
        assert left == {p: c for p, c in whole.items() if p != path}
    fault("pages.feeds")
    left, failures = exports()
    assert (failures, left) == (
        ["pages.feeds"],
        {p: c for p, c in whole.items() if p not in feeds},
    )


@pytest.mark.slow
def test_a_failed_export_is_no_download(
    make_seeds: MakeSeeds, fault: Callable[[str], None]
) -> None:
    """The page of downloads names none that is not there, and the status is 1."""
    root = write_seeds(make_seeds).parent
    for path in ("data/briefing.db", "data/timeline.ics", "data/quotations.csv", "llms.txt"):
        fault(f"pages.{path}")
        done = briefing("generate", "--json", cwd=root)
        assert done.returncode == 1
        (failed,) = json.loads(done.stdout)["failed_stages"]
        assert failed.startswith(f"pages.{path} ended in an unexpected error")
        assert not (root / "docs" / path).exists()
        page = (root / "docs" / "data" / "index.md").read_text("utf-8")
        assert f"({Path(path).name})" not in page
        assert "An unexpected error left out" in page
