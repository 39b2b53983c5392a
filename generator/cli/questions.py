"""Commands that answer a question and write nothing into the site: proofs, reasons, differences."""

from pathlib import Path

import click
from msgspec import to_builtins

from generator.cli.options import manner_options, site_of, site_options
from generator.commands import build as journey
from generator.commands.build_report import make_report, write_changes
from generator.commands.explain import describe
from generator.commands.explain import explain as explain_rows
from generator.commands.outcome import Progress, counted
from generator.commands.report import write_report
from generator.commands.rules import list_rules
from generator.commands.verify import verify as verify_built
from generator.commands.verify_volumes import verify_volumes
from generator.commands.volumes import is_divided
from generator.console import Answer, Manner, run
from generator.provenance.change_words import describe_changes
from generator.provenance.changes import find_changes
from generator.provenance.exports import read_export


@click.command(epilog="Example: briefing verify")
@site_options
def verify(config: Path | None, *, manner: Manner) -> None:
    """Prove, from the built site and the seeds alone, that every statement is verbatim."""

    def work(_progress: Progress) -> Answer:
        site = site_of(config)
        proof = verify_volumes(site) if is_divided(site) else verify_built(site)
        lines = [f"{f.page}: {f.problem} [{f.source}]: {f.words}" for f in proof.failures]
        read = (
            counted(proof.pages, "pages"),
            counted(proof.statements, "statements"),
            counted(proof.citations, "citations"),
            f"{counted(proof.offline_pages, 'pages')} of the offline copy",
        )
        summary = f"{', '.join(read)}: {counted(len(proof.failures), 'failures')}"
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


@click.command(epilog="Example: briefing explain donald-trump")
@click.argument("wanted", metavar="ID")
@site_options
def explain(wanted: str, config: Path | None, *, manner: Manner) -> None:
    """Say why a quotation, actor, date, topic or takeaway (takeaway-3) is in the briefing."""

    def work(progress: Progress) -> Answer:
        site = site_of(config)
        gathered = journey.gather(
            site.seeds_dir, settings=site.settings, cache_dir=site.cache_dir, progress=progress
        )
        first, *others = (
            (describe(e), {"kind": e.kind, "row": e.row, "words": [list(w) for w in e.words]})
            for e in explain_rows(gathered.corpus, wanted)
        )
        lines = [*first[0], *(line for told, _ in others for line in ("", *told))]
        return Answer(lines, {**first[1], "also": [values for _, values in others]})

    run(manner, work)


@click.command(epilog="Example: briefing diff old/data docs/data --format markdown")
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
@click.option(
    "--report",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write report.json, report.md and notes for hosts into this folder, too.",
)
@manner_options
def diff(old: Path, new: Path, form: str, folder: Path | None, *, manner: Manner) -> None:
    """Say what changed between two exports of the data, and why."""

    def work(_progress: Progress) -> Answer:
        found = find_changes(read_export(old), read_export(new))
        if folder:
            write_changes(make_report(new, old), folder, Path())
        return Answer(describe_changes(found, markdown=form == "markdown"), to_builtins(found))

    run(manner, work)


@click.command(epilog="Example: briefing rules --json")
@manner_options
def rules(manner: Manner) -> None:
    """List the rules that decide, stage by stage, with an example of each."""

    def work(_progress: Progress) -> Answer:
        found = list_rules()
        lines = [f"{r.stage} {r.id} ({r.certainty}): {r.words}. {r.example}" for r in found]
        return Answer(lines, {"rules": to_builtins(found)})

    run(manner, work)


@click.command(epilog="Example: briefing report ferry-vote.txt")
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
        failures = write_report(site_of(config), seed, out, with_text=with_text)
        lines = [f"{f.stage}: {f.error} {f.digest}" for f in failures]
        values = {"failures": to_builtins(failures), "written": str(out)}
        return Answer(
            [*lines, f"{counted(len(failures), 'failures')}; the report is in {out}"], values
        )

    run(manner, work)
