"""What the command shows: progress while it works, a summary or JSON when it is done."""

import json
import os
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial

import click
from msgspec import Struct, to_builtins

from generator.commands.outcome import BuildReport, counted
from generator.commands.outcome import Progress as Callback
from generator.config import settle_date
from generator.errors import BriefingError, GateError, TemplateError, machine_error
from generator.faults.fence import MACHINE, Fence, show_tracebacks

CLICKS = (click.ClickException, click.Abort, click.exceptions.Exit)
"""How the library of the command line ends a command."""
BETWEEN_EVENTS = 1.0
"""Seconds between two events of a step for programs."""


class Manner(Struct, frozen=True):
    """How a command speaks: strict about warnings, as JSON, or hardly at all."""

    strict: bool = False
    as_json: bool = False
    quiet: bool = False
    debug: bool = False


class Answer(Struct, frozen=True):
    """What a command has to say: lines for people, values for programs, warnings for both."""

    lines: Sequence[str]
    values: Mapping[str, object]
    warnings: Sequence[str] = ()
    exit_code: int = 0


def describe_build(report: BuildReport, last: Sequence[str]) -> Answer:
    """A report in lines for people and values for programs."""
    found = ", ".join(counted(n, name) for name, n in report.counts.items())
    pages = (
        f"{counted(len(report.written), 'files')} written, {report.unchanged} unchanged, "
        f"{len(report.deleted)} deleted"
    )
    accepted = [w for w in report.warned if w.accepted]
    steps = [f"{name}: {seconds:.1f} s" for name, seconds in report.steps]
    site = {"built": "site built", "unchanged": "site unchanged"}.get(report.site, "")
    lines = [
        f"{counted(report.documents, 'documents')} ({report.analysed} analysed anew): {found}",
        "; ".join(part for part in (pages, site) if part),
        *([" · ".join(steps)] if steps else []),
        *(f"Accepted ({w.accepted}): {w.words}" for w in accepted),
        *last,
    ]
    values = {
        "documents": report.documents,
        "analysed": report.analysed,
        "counts": report.counts,
        "written": list(report.written),
        "unchanged": report.unchanged,
        "deleted": list(report.deleted),
        "site": report.site,
        "seconds": dict(report.steps),
        "failed_gates": list(report.failed_gates),
        "accepted": [{"warning": w.words, "why": w.accepted} for w in accepted],
        "gates": to_builtins(report.gates),
        "failed_stages": list(report.failed_stages),
    }
    failed = (*report.failed_gates, *report.failed_stages)
    return Answer([*lines, *failed], values, report.warnings, 1 if failed else 0)


def run(manner: Manner, work: Callable[[Callback], Answer]) -> None:
    """Do the work with a progress bar, tell the answer, and end with its exit status."""
    if manner.debug:
        show_tracebacks()
    try:
        settle_date()
        answer = _worked(manner, work)
        _say(partial(_tell, answer, manner))
    except BriefingError as error:
        if manner.debug:
            traceback.print_exception(error)
        _tell_error(error, manner)
        sys.exit(error.exit_code)
    if answer.exit_code or (manner.strict and answer.warnings):
        sys.exit(answer.exit_code or 1)


def _worked(manner: Manner, work: Callable[[Callback], Answer]) -> Answer:
    """What the work answers; what the machine could not do is an error of our own.

    An error that nobody expected, and no fence before has met, is told like that of a stage.
    """
    fence = Fence(passes=(*MACHINE, sqlite3.Error, *CLICKS))
    command = f"briefing {click.get_current_context().info_name}"
    try:
        with _progress(manner) as callback:
            return fence.need(command, lambda: work(callback), left="")
    except (OSError, sqlite3.Error) as error:
        raise machine_error(error) from error


def _say(tell: Callable[[], None]) -> None:
    """Tell an answer; that nobody listens any more is no failure of what was done."""
    try:
        tell()
    except BrokenPipeError:
        _say_no_more()
    except OSError as error:
        _say_no_more()
        error.filename = "standard output"
        raise machine_error(error) from error


def _say_no_more() -> None:
    """Let what is still to be told go nowhere, for Python tells the rest as it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(answer: Answer, manner: Manner) -> None:
    if manner.as_json:
        values = {**answer.values, "warnings": list(answer.warnings)}
        click.echo(json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True))
        return
    for warning in answer.warnings:
        click.secho(f"Warning: {warning}", fg="yellow", err=True)
    if manner.strict and answer.warnings:
        count = len(answer.warnings)
        click.secho(f"Strict: {count} warning{'s'[: count > 1]}, so this failed.", err=True)
    if not manner.quiet or answer.exit_code:
        for line in answer.lines:
            click.echo(line)


def _tell_error(error: BriefingError, manner: Manner) -> None:
    if manner.as_json:
        values: dict[str, object] = {
            "error": error.message,
            "where": error.where,
            "hint": error.hint,
        }
        if isinstance(error, TemplateError):
            values |= {"line": error.line, "page": error.page}
        if isinstance(error, GateError):
            values |= {"failed_gates": list(error.failed)}
        with suppress(OSError):  # what cannot be told there is told below
            click.echo(json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True))
    with suppress(OSError):
        click.secho(f"Error: {error}", fg="red", err=True)


class Events:
    """Progress for programs: one JSON object a line on the error stream, at most one a second.

    The first and the last of a step are always told.
    """

    def __init__(self, tell: Callable[[str], None], clock: Callable[[], float]) -> None:
        self._tell = tell
        self._clock = clock
        self._begun: dict[str, float] = {}
        self._told = float("-inf")

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell how far a step is, how fast it goes, and how long it has still to go."""
        now = self._clock()
        first = step not in self._begun
        seconds = now - self._begun.setdefault(step, now)
        if not first and done < total and now - self._told < BETWEEN_EVENTS:
            return
        self._told = now
        event: dict[str, object] = {"event": "progress", "step": step, "done": done, "total": total}
        event["seconds"] = round(seconds, 1)
        if done and seconds > 0:
            event["a_second"] = round(done / seconds, 2)
            event["seconds_left"] = round((total - done) * seconds / done, 1)
        self._tell(json.dumps(event))


def _tell_event(line: str) -> None:
    with suppress(OSError):  # the work goes on where nobody listens
        click.echo(line, err=True)


@contextmanager
def _progress(manner: Manner) -> Iterator[Callback]:
    """A bar on the error stream of a terminal, events for programs; silence elsewhere."""
    if manner.as_json and not manner.quiet:
        yield Events(_tell_event, time.monotonic)
        return
    if manner.quiet or not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    from generator.commands.progress_bar import progress_bar  # noqa: PLC0415 a build with nothing to do has none

    with progress_bar() as tell:
        yield tell
