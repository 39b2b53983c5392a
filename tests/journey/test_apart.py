"""A step in a process of its own: what it gives, its error and its progress come back."""

import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.commands import apart as steps
from generator.commands.apart import apart, is_large
from generator.commands.build import build
from generator.commands.outcome import Progress
from generator.commands.workers import FORKS
from generator.config import Site, read_site
from generator.errors import MachineError, TemplateError
from generator.faults.fence import tracebacks_are_shown

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not FORKS, reason="no step is apart on this system"),
    pytest.mark.skipif(tracebacks_are_shown(), reason="no step is apart with tracebacks"),
]

MakeSeeds = Callable[[Mapping[str, str]], Path]
STORY = "The bridge\n\nMayor Ngozi Ade said on May 6, 2024 that bridge {n} would stay closed.\n"


def silent(_step: str, _done: int, _total: int) -> None:
    """Nobody hears of it."""


def test_what_a_step_gives_comes_back() -> None:
    """Its result is made in another process, and its progress is told here."""
    told: list[tuple[str, int, int]] = []

    def work(progress: Progress) -> int:
        progress("read", 1, 2)
        progress("read", 2, 2)
        return os.getpid()

    assert apart(work, lambda *step: told.append(step)) != os.getpid()
    assert told == [("read", 1, 2), ("read", 2, 2)]


def test_the_error_of_a_step_is_raised_here() -> None:
    """An error keeps its words, its place and its line."""

    def work(_progress: Progress) -> None:
        raise TemplateError("no such field", where="a.j2:3", hint="Look.", line="{{ x }}", page="p")

    with pytest.raises(TemplateError) as raised:
        apart(work, silent)
    assert str(raised.value) == "a.j2:3: no such field\n    {{ x }}\nmet on the page p\nLook."


def test_a_step_that_is_ended_from_outside_is_told() -> None:
    """As the system does where memory is short."""

    def work(_progress: Progress) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(MachineError, match="ended from outside"):
        apart(work, silent)


def made(site: Site) -> dict[str, bytes]:
    """All files of the pages and of the site."""
    return {
        p.as_posix(): p.read_bytes()
        for folder in (site.docs_dir, site.site_dir)
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_steps_apart_give_the_same_bytes(
    make_seeds: MakeSeeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that counts as large gives what it gives in one process, also the second time."""
    root = make_seeds({f"d{n}.txt": STORY.format(n=n) for n in range(3)}).parent
    site = read_site(None, working_dir=root)
    assert not is_large(site)
    build(site, progress=silent)
    before = made(site)
    monkeypatch.setattr(steps, "LEAST_FILES", 1)
    assert is_large(site)
    for path in (site.docs_dir / "index.md", site.site_dir / "index.html"):
        path.unlink()
    assert build(site, progress=silent).site == "built"
    assert made(site) == before
    assert build(site, progress=silent).site == "unchanged"
