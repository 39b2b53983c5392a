"""The bar that a person sees while a command works."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from generator.commands.outcome import Progress as Callback

STEPS = {"analyse": "Analysing", "resolve": "Resolving", "pages": "Writing pages"}


class _Rate(ProgressColumn):
    """How many a second, once that is known."""

    def render(self, task: Task) -> Text:
        """A rate in words, for a task of several parts."""
        known = task.speed and (task.total or 0) > 1
        return Text(f"{task.speed:.1f}/s" if known else "")


@contextmanager
def progress_bar() -> Iterator[Callback]:
    """A bar a step on the error stream of a terminal."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(compact=True, elapsed_when_finished=True),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {step: bar.add_task(label, visible=False) for step, label in STEPS.items()}

        def tell(step: str, done: int, total: int) -> None:
            if step in tasks:
                bar.update(tasks[step], completed=done, total=total, visible=True)

        yield tell
