"""What a build tells those who run it: ``report.json``, ``report.md``, and notes beside lines.

The words of sources that are gone stand in them, so they are written outside of the site.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.commands.annotations import Note, for_github, for_gitlab
from generator.commands.outcome import BuildReport, Gate, Warned, counted
from generator.commands.repository import find_repository
from generator.config import Site
from generator.model.changes import Changes
from generator.provenance.change_words import count_changes, describe_changes, escape_words
from generator.provenance.changes import find_changes
from generator.provenance.exports import read_export

SCHEMA_VERSION = 1
MOST = 50
"""Lines of each section of ``report.md``; a comment on a host has a longest length."""
SETTINGS = "mkdocs.yml"
FILES = ("report.json", "report.schema.json", "report.md", "annotations.txt", "code-quality.json")


class ReportedWarning(Struct, frozen=True):
    """A warning, with the file and line that it is about."""

    words: str
    file: str
    """"" where it is about no file."""
    line: int
    """0 where it is about no line."""
    accepted: str
    """Why the settings accept it; "" where they do not."""


class ReportedGate(Struct, frozen=True):
    """A gate of the settings, and what was measured."""

    name: str
    figure: float
    bound: float
    met: bool
    words: str


class BuildChanges(Struct, frozen=True):
    """The whole of ``report.json``."""

    schema_version: int
    generator_version: str
    compared: bool
    """Whether there was an earlier build to compare with."""
    counts: dict[str, int]
    """Rows of each table of the data."""
    changed: dict[str, dict[str, int]]
    """How many rows of each table were added, removed and changed; edited sentences count once."""
    changes: Changes
    gates: tuple[ReportedGate, ...]
    warnings: tuple[ReportedWarning, ...]
    failed_stages: tuple[str, ...]


NO_CHANGES = Changes((), (), (), (), rules_changed=False)


def make_report(
    data: Path,
    since: Path | None,
    *,
    gates: Sequence[Gate] = (),
    warnings: Sequence[Warned] = (),
    failed_stages: Sequence[str] = (),
) -> BuildChanges:
    """What a folder of data holds, and what changed in it since an earlier one."""
    new = read_export(data)
    changes = find_changes(read_export(since), new) if since else NO_CHANGES
    build = new.build
    counts = build.get("counts")
    return BuildChanges(
        schema_version=SCHEMA_VERSION,
        generator_version=str(build.get("generator_version", "")),
        compared=since is not None,
        counts={k: int(v) for k, v in counts.items()} if isinstance(counts, dict) else {},
        changed=count_changes(changes),
        changes=changes,
        gates=tuple(ReportedGate(g.name, g.figure, g.bound, g.met, g.words) for g in gates),
        warnings=tuple(ReportedWarning(w.words, w.file, w.line, w.accepted) for w in warnings),
        failed_stages=tuple(failed_stages),
    )


def report_build(
    site: Site, report: BuildReport, since: Path | None, folder: Path
) -> tuple[str, ...]:
    """Write what a build changed, measured and warned of; gives the names of the files."""
    told = make_report(
        site.docs_dir / "data",
        since,
        gates=report.gates,
        warnings=report.warned,
        failed_stages=report.failed_stages,
    )
    return write_changes(told, folder, site.root if site.volume is None else None)


def write_changes(report: BuildChanges, folder: Path, root: Path | None) -> tuple[str, ...]:
    """Write the report in all its forms; gives the names of the files.

    `root` is the site's folder, as hosts want paths from the top of the repository that it lies in;
    None for a volume, which lies in the cache.
    """
    way = find_repository(root)[1] if root else ""
    start = f"{way}/" if way else ""
    notes = [
        *(Note("error", g.words, f"{start}{SETTINGS}", 0) for g in report.gates if not g.met),
        *(
            Note("warning", w.words, f"{start}{w.file or SETTINGS}", w.line)
            for w in report.warnings
            if not w.accepted
        ),
    ]
    texts = (
        _json(msgspec.to_builtins(report)),
        _json(msgspec.json.schema(BuildChanges)),
        render_report(report),
        for_github(notes),
        for_gitlab(notes),
    )
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in zip(FILES, texts, strict=True):
        (folder / name).write_text(text, "utf-8")
    return FILES


def render_report(report: BuildChanges) -> str:
    """The report as Markdown, short enough for a comment."""
    lines = ["# Briefing", ""]
    if report.compared:
        lines += [*describe_changes(report.changes, markdown=True, most=MOST), ""]
        lines += _table(report)
    else:
        lines += ["There was no earlier build to compare with."]
    lines += ["", "## figures", "", *(f"- {counted(n, name)}" for name, n in report.counts.items())]
    lines += ["", "## gates", ""]
    lines += [
        f"- {'met' if g.met else '**not met**'}: {escape_words(g.words)}" for g in report.gates
    ]
    failed = [f"- **failed**: {escape_words(words)}" for words in report.failed_stages]
    told = [_warning(w) for w in report.warnings]
    if told or failed:
        lines += ["", f"## warnings ({len(told) + len(failed)})", "", *failed, *told[:MOST]]
        lines += [f"- … and {len(told) - MOST} more"] if len(told) > MOST else []
    return "\n".join(lines) + "\n"


def _table(report: BuildChanges) -> list[str]:
    rows = [
        f"| {name} | {n['added']} | {n['removed']} | {n['changed']} |"
        for name, n in report.changed.items()
        if any(n.values())
    ]
    return ["| | added | removed | changed |", "| --- | --- | --- | --- |", *rows] if rows else []


def _warning(warning: ReportedWarning) -> str:
    place = warning.file + (f":{warning.line}" if warning.line else "")
    known = f"accepted ({escape_words(warning.accepted)}): " if warning.accepted else ""
    return f"- {known}{escape_words(warning.words)}" + (f" (`{place}`)" if place else "")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
