"""What is asked of a build and what came of it, for the person or the program that asked.

It is known without anything that does the work, which takes a second to load.
"""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, structs

from generator.config.engines import ENGINES, Engine

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""


PLACE = "Open {page}"
"""Where a person finds the site."""


def counted(count: int, things: str) -> str:
    """*1 document*, *2 documents*: how many there are of a table's or a plural's things."""
    plural = things if things.endswith("s") else f"{things} rows"
    if count != 1:
        return f"{count} {plural}"
    return f"1 {f'{plural[:-3]}y' if plural.endswith('ies') else plural.removesuffix('s')}"


class BuildRequest(Struct, frozen=True):
    """What somebody wants of a build."""

    volume: str = ""
    """The only volume that is asked for; "" for all that there is."""
    since: Path | None = None
    report_dir: Path | None = None
    strict: bool = False
    engine: Engine = ENGINES[0]


class Warned(Struct, frozen=True):
    """A sentence, and the file of the site (and the line) that it is about, if it is about one."""

    words: str
    file: str = ""
    line: int = 0
    accepted: str = ""
    """Why it may stay, where the settings accept it."""


class Gate(Struct, frozen=True):
    """A bound of the settings, and what was measured."""

    name: str
    figure: float
    bound: float
    met: bool
    words: str
    """Both in a sentence."""
    path: str = ""
    """The seed that it is about, where it is about one."""


class BuildReport(Struct, frozen=True):
    """What a journey did."""

    documents: int
    analysed: int
    counts: dict[str, int]
    written: tuple[str, ...]
    unchanged: int
    deleted: tuple[str, ...]
    warned: tuple[Warned, ...]
    """What makes the pages poorer than they should be, with the files that it is about."""
    gates: tuple[Gate, ...] = ()
    failed_stages: tuple[str, ...] = ()
    """Blocks of the corpus and exports that an unexpected error left out: exit status 1."""
    reported: bool = False
    """Whether what changed was asked for, and is written."""
    lasting: bool = True
    """Whether the same sources give the same; what an unexpected error left out is tried again."""
    site: str = ""
    """``built``, ``unchanged`` where the engine had nothing to do, "" where it was not asked."""
    steps: tuple[tuple[str, float], ...] = ()
    """Names and seconds, for people; they never reach a page."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What makes the pages poorer than they should be and is not accepted."""
        return tuple(one.words for one in self.warned if not one.accepted)

    @property
    def failed_gates(self) -> tuple[str, ...]:
        """A sentence for each gate that is not met."""
        return tuple(gate.words for gate in self.gates if not gate.met)

    def lacking(self, failed: tuple[str, ...]) -> "BuildReport":
        """The same with what else an unexpected error left out."""
        return structs.replace(self, failed_stages=(*self.failed_stages, *failed), lasting=False)

    def done(self) -> "BuildReport":
        """As a build with nothing to do would tell it; paths, which have words, are not kept."""
        unchanged = self.unchanged + len(self.written)
        return structs.replace(
            self, analysed=0, written=(), deleted=(), unchanged=unchanged, steps=()
        )
