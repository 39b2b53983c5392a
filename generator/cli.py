"""The command ``briefing``: its sub-commands, options and exit statuses.

Exit status 0 done · 1 a gate, a proof or ``--strict`` failed · 2 usage or settings · 3 seeds ·
4 template · 5 site engine.
"""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

import click
from msgspec import to_builtins

from generator import __version__
from generator.commands import build as journey
from generator.commands.correct import add_correction
from generator.commands.explain import describe
from generator.commands.explain import explain as explain_row
from generator.commands.parallel import Progress
from generator.commands.report import write_report
from generator.commands.rules import list_rules
from generator.commands.verify import verify as verify_built
from generator.config import Site, read_site
from generator.console import Answer, Manner, run
from generator.provenance.changes import describe_changes, find_changes, read_export
from generator.publish.engine import serve_site
from generator.publish.search import WITHOUT, has_pagefind
from generator.read.corrections import SHAPES

Command = Callable[..., None]

SETTINGS_FILE = "mkdocs.yml"
EPILOG = (
    "Exit status: 0 done, 1 a gate, a proof or --strict failed, 2 usage or settings, 3 seeds, "
    "4 template, 5 site engine."
)


def manner_options(command: Command) -> Command:
    """The options that every command has, given to it as one `Manner`."""

    @wraps(command)
    def spoken(*, strict: bool, as_json: bool, quiet: bool, debug: bool, **own: object) -> None:
        command(manner=Manner(strict=strict, as_json=as_json, quiet=quiet, debug=debug), **own)

    told: Command = spoken
    for option in (
        click.option("--strict", is_flag=True, help="Fail (exit status 1) on any warning."),
        click.option("--json", "as_json", is_flag=True, help="Answer as one JSON object."),
        click.option("--quiet", "-q", is_flag=True, help="Say nothing but warnings and errors."),
        click.option("--debug", is_flag=True, help="Show the traceback of each unexpected error."),
    ):
        told = option(told)
    return told


def site_options(command: Command) -> Command:
    """`manner_options`, and which settings file."""
    option = click.option(
        "--config",
        "-f",
        type=click.Path(path_type=Path, dir_okay=False),
        help=f"Settings file. [default: {SETTINGS_FILE} in this folder, else the defaults]",
    )
    return option(manner_options(command))


def _site(config: Path | None) -> Site:
    """The site of a settings file; without one in this folder, the defaults."""
    here = Path.cwd()
    if config is None and (here / SETTINGS_FILE).is_file():
        config = here / SETTINGS_FILE
    return read_site(config, working_dir=here)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@click.version_option(__version__, "--version", "-V", prog_name="briefing")
def main() -> None:
    """Turn a folder of sources into a static, searchable briefing site.

    Every sentence on a page is verbatim and leads back to the characters of the source that it
    came from. Nothing is fetched and nothing is made up.
    """


SINCE = click.option(
    "--since",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Data of an earlier build, for the page of what is new.",
)


@main.command(epilog="Example: briefing build --strict")
@SINCE
@site_options
def build(
    since: Path | None,
    config: Path | None,
    *,
    manner: Manner,
) -> None:
    """Write the pages and build the site."""

    def work(progress: Progress) -> Answer:
        site = _site(config)
        report = journey.build(site, progress=progress, strict=manner.strict, since=since)
        notes = [] if has_pagefind() else [WITHOUT]
        return _answer(report, [*notes, f"Open {site.site_dir / 'index.html'}"])

    run(manner, work)


@main.command(epilog="Example: briefing generate --json")
@SINCE
@site_options
def generate(
    since: Path | None,
    config: Path | None,
    *,
    manner: Manner,
) -> None:
    """Write the pages below docs/ without building the site."""

    def work(progress: Progress) -> Answer:
        site = _site(config)
        report = journey.generate(site, progress=progress, since=since)
        return _answer(report, [f"Pages are in {site.docs_dir}"])

    run(manner, work)


@main.command(epilog="Example: briefing data --seeds articles --out data")
@click.option(
    "--seeds",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the sources. [default: that of the settings]",
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Where to write."
)
@site_options
def data(
    seeds: Path | None,
    out: Path,
    config: Path | None,
    *,
    manner: Manner,
) -> None:
    """Write the data files (JSON with schemas) without pages."""

    def work(progress: Progress) -> Answer:
        site = _site(config)
        folder = seeds or site.seeds_dir
        gathered = journey.gather(folder, settings=site.settings, cache_dir=None, progress=progress)
        journey.write_data(gathered, out)
        count = len(gathered.corpus.documents)
        warnings = journey.find_warnings(gathered.corpus)
        failed = journey.find_failed_stages(gathered.corpus)
        lines = [f"Data of {count} documents is in {out}", *failed]
        values = {"documents": count, "failed_stages": list(failed)}
        return Answer(lines, values, warnings, 1 if failed else 0)

    run(manner, work)


@main.command(epilog="Example: briefing serve --port 8001")
@click.option("--port", default=8000, show_default=True, help="Port on localhost.")
@site_options
def serve(port: int, config: Path | None, *, manner: Manner) -> None:
    """Serve the site on localhost and build again when a seed or a template changes."""

    def work(_progress: Progress) -> Answer:
        serve_site(_site(config), port=port, strict=manner.strict)
        return Answer([], {})

    run(manner, work)


@main.command(epilog="Example: briefing verify")
@site_options
def verify(config: Path | None, *, manner: Manner) -> None:
    """Prove, from the built site and the seeds alone, that every statement is verbatim."""

    def work(_progress: Progress) -> Answer:
        proof = verify_built(_site(config))
        lines = [f"{f.page}: {f.problem} [{f.source}]: {f.words}" for f in proof.failures]
        summary = (
            f"{proof.pages} pages, {proof.statements} statements, {proof.citations} citations, "
            f"{proof.offline_pages} pages of the offline copy: {len(proof.failures)} failures"
        )
        values = {
            "pages": proof.pages,
            "statements": proof.statements,
            "citations": proof.citations,
            "offline_pages": proof.offline_pages,
            "failures": [
                {"page": f.page, "problem": f.problem, "source": f.source, "words": f.words}
                for f in proof.failures
            ],
        }
        return Answer([*lines, summary], values, exit_code=1 if proof.failures else 0)

    run(manner, work)


@main.command(epilog="Example: briefing explain donald-trump")
@click.argument("wanted", metavar="ID")
@site_options
def explain(wanted: str, config: Path | None, *, manner: Manner) -> None:
    """Say why a quotation, actor, date, topic or takeaway (takeaway-3) is in the briefing."""

    def work(progress: Progress) -> Answer:
        site = _site(config)
        gathered = journey.gather(
            site.seeds_dir, settings=site.settings, cache_dir=site.cache_dir, progress=progress
        )
        found = explain_row(gathered.corpus, wanted)
        values = {"kind": found.kind, "row": found.row, "words": [list(w) for w in found.words]}
        return Answer(describe(found), values)

    run(manner, work)


@main.command(epilog='Example: briefing correct merge Ade "Ngozi Ade" --why "one person"')
@click.argument("action", type=click.Choice(sorted(SHAPES)))
@click.argument("targets", metavar="TARGET...", nargs=-1, required=True)
@click.option(
    "--value", help="The new name, type, role, date or speaker, where the action has one."
)
@click.option("--why", required=True, help="The reason; it is shown on the page About.")
@site_options
def correct(
    action: str,
    targets: tuple[str, ...],
    value: str | None,
    why: str,
    config: Path | None,
    *,
    manner: Manner,
) -> None:
    """Write a correction into seeds/corrections.yml; an actor may be given by id or name."""

    def work(progress: Progress) -> Answer:
        site = _site(config)
        gathered = journey.gather(
            site.seeds_dir, settings=site.settings, cache_dir=site.cache_dir, progress=progress
        )
        lines = add_correction(
            site.seeds_dir, gathered.corpus, action, targets, value=value, why=why
        )
        return Answer(lines.splitlines(), {"written": lines})

    run(manner, work)


@main.command(epilog="Example: briefing diff old/data docs/data --format markdown")
@click.argument("old", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("new", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="Form of the answer; --json gives JSON.",
)
@manner_options
def diff(old: Path, new: Path, form: str, *, manner: Manner) -> None:
    """Say what changed between two exports of the data, and why."""

    def work(_progress: Progress) -> Answer:
        found = find_changes(read_export(old), read_export(new))
        return Answer(describe_changes(found, markdown=form == "markdown"), to_builtins(found))

    run(manner, work)


@main.command(epilog="Example: briefing rules --json")
@manner_options
def rules(manner: Manner) -> None:
    """List the rules that decide, stage by stage, with an example of each."""

    def work(_progress: Progress) -> Answer:
        found = list_rules()
        lines = [f"{r.stage} {r.id} ({r.certainty}): {r.words}. {r.example}" for r in found]
        return Answer(lines, {"rules": to_builtins(found)})

    run(manner, work)


@main.command(epilog="Example: briefing report bridge.txt")
@click.argument("seed", metavar="FILE")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default="briefing-report.zip",
    show_default=True,
    help="The archive.",
)
@click.option("--with-text", is_flag=True, help="Put the document and the errors' words into it.")
@site_options
def report(seed: str, out: Path, config: Path | None, *, with_text: bool, manner: Manner) -> None:
    """Write an archive for a bug report on one seed: versions, settings and where it failed."""

    def work(_progress: Progress) -> Answer:
        failures = write_report(_site(config), seed, out, with_text=with_text)
        lines = [f"{f.stage}: {f.error} {f.digest}" for f in failures]
        values = {"failures": to_builtins(failures), "written": str(out)}
        return Answer([*lines, f"{len(failures)} failures; the report is in {out}"], values)

    run(manner, work)


@main.command(epilog="Example: briefing clean")
@site_options
def clean(config: Path | None, *, manner: Manner) -> None:
    """Delete the generated pages and the cache; what a person wrote stays."""

    def work(_progress: Progress) -> Answer:
        deleted = journey.clean(_site(config)).deleted
        return Answer([f"{len(deleted)} generated files deleted"], {"deleted": list(deleted)})

    run(manner, work)


def _answer(report: journey.BuildReport, last: list[str]) -> Answer:
    """A report in lines for people and values for programs."""
    found = ", ".join(f"{n} {name}" for name, n in report.counts.items())
    pages = (
        f"{len(report.written)} files written, {report.unchanged} unchanged, "
        f"{len(report.deleted)} deleted"
    )
    steps = [f"{name}: {seconds:.1f} s" for name, seconds in report.steps]
    site = {"built": "site built", "unchanged": "site unchanged"}.get(report.site, "")
    lines = [
        f"{report.documents} documents ({report.analysed} analysed anew): {found}",
        "; ".join(part for part in (pages, site) if part),
        *([" · ".join(steps)] if steps else []),
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
        "failed_stages": list(report.failed_stages),
    }
    failed = (*report.failed_gates, *report.failed_stages)
    return Answer([*lines, *failed], values, report.warnings, 1 if failed else 0)
