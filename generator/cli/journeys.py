"""Commands that make, bring or take away: what each does is told in its journey."""

import time
from functools import partial
from pathlib import Path

import click
from msgspec import to_builtins

from generator.cli.options import (
    PORT,
    SCHEDULER,
    SINCE,
    WORKERS,
    manner_options,
    settings_file,
    site_of,
    site_options,
)
from generator.commands import build as journey
from generator.commands.accepted import accept_known
from generator.commands.build_warnings import find_failed_stages, locate_warnings
from generator.commands.correct import add_correction
from generator.commands.doctor import examine
from generator.commands.fetch import fetch as fetch_feeds
from generator.commands.init import PIPELINE, Ci, name_of, start_site
from generator.commands.outcome import Progress, counted
from generator.commands.remote_seeds import bring_seeds, refuse_remote
from generator.commands.volumes import refuse_divided
from generator.console import Answer, Manner, describe_build, run
from generator.errors import with_advice
from generator.pages.writer import MANIFEST, read_manifest
from generator.publish.serve import NOT_BUILT, serve_site
from generator.read.corrections import SHAPES


@click.command(epilog="Example: briefing generate --json")
@WORKERS
@SCHEDULER
@SINCE
@site_options
def generate(
    since: Path | None,
    config: Path | None,
    workers: int | None,
    scheduler: str | None,
    *,
    manner: Manner,
) -> None:
    """Write the pages below docs/ without building the site."""

    def work(progress: Progress) -> Answer:
        site = site_of(config, workers=workers, scheduler=scheduler)
        bring_seeds(site)
        refuse_divided(site, "briefing generate")
        report = journey.generate(site, progress=progress, since=since)
        return describe_build(report, [f"Pages are in {site.docs_dir}"])

    run(manner, work)


@click.command(epilog="Example: briefing data --seeds articles --out data")
@click.option(
    "--seeds",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the sources. [default: that of the settings]",
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Where to write."
)
@click.option("--texts", is_flag=True, help="Write each document's reading text into texts/, too.")
@site_options
def data(
    seeds: Path | None,
    out: Path,
    config: Path | None,
    *,
    texts: bool,
    manner: Manner,
) -> None:
    """Write the data files (JSON with schemas) without pages."""

    def work(progress: Progress) -> Answer:
        site = site_of(config)
        folder = seeds or site.seeds_dir
        gathered = journey.gather(folder, settings=site.settings, cache_dir=None, progress=progress)
        journey.write_data(gathered, out, texts=texts)
        count = len(gathered.corpus.documents)
        warned = accept_known(locate_warnings(gathered.corpus, site.settings), site.settings)
        warnings = (*(w.words for w in warned if not w.accepted), *gathered.warnings)
        failed = find_failed_stages(gathered.corpus)
        lines = [f"Data of {counted(count, 'documents')} is in {out}", *failed]
        values = {"documents": count, "failed_stages": list(failed)}
        return Answer(lines, values, warnings, 1 if failed else 0)

    run(manner, work)


def _line(words: str) -> None:
    """A line while a command goes on, with the time of day."""
    click.echo(f"{time.strftime('%H:%M:%S')} {words}")


def _quietly(words: str) -> None:
    """Of a command that is to be quiet only what stops a build is told."""
    if words.startswith(NOT_BUILT):
        click.echo(words, err=True)


@click.command(epilog="Example: briefing fetch feeds.yml")
@click.argument(
    "feeds", metavar="FEEDS.YML", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--allow-private", is_flag=True, help="Ask machines of a private network, and this one, too."
)
@site_options
def fetch(feeds: Path, config: Path | None, *, allow_private: bool, manner: Manner) -> None:
    """Fetch new articles of feeds into the seeds folder; no other command asks a machine."""

    def work(_progress: Progress) -> Answer:
        site = site_of(config)
        refuse_remote(site, "briefing fetch")
        folder = site.seeds_dir
        report = fetch_feeds(feeds, folder, allow_private=allow_private)
        told = f"{len(report.written)} new, {report.known} known"
        line = f"{told}, {counted(report.unchanged, 'feeds')} without a change"
        return Answer([*report.written, line], to_builtins(report), report.warnings)

    run(manner, work)


@click.command(epilog="Example: briefing serve --port 8001")
@click.option("--port", type=PORT, default=8000, show_default=True, help="Port on localhost.")
@site_options
def serve(port: int, config: Path | None, *, manner: Manner) -> None:
    """Serve the site on localhost and build again when a seed or a template changes."""

    def work(_progress: Progress) -> Answer:
        site = site_of(config)
        bring_seeds(site)
        refuse_divided(site, "briefing serve")
        serve_site(
            site,
            port=port,
            strict=manner.strict,
            tell=_quietly if manner.quiet else _line,
            made=partial(read_manifest, site.docs_dir / MANIFEST),
        )
        return Answer([], {})

    run(manner, work)


@click.command(epilog='Example: briefing correct merge Ade "Ngozi Ade" --why "one person"')
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
        site = site_of(config)
        refuse_remote(site, "briefing correct")
        gathered = journey.gather(
            site.seeds_dir, settings=site.settings, cache_dir=site.cache_dir, progress=progress
        )
        lines = add_correction(
            site.seeds_dir,
            gathered.corpus,
            action,
            targets,
            value=value,
            why=why,
            yaml_bytes=site.settings.limits.yaml_bytes,
        )
        return Answer(lines.splitlines(), {"written": lines})

    run(manner, work)


@click.command(epilog='Example: briefing init bridges --name "Bridges" --demo --ci github')
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="Name of the site. [default: from that of the folder]")
@click.option("--demo", is_flag=True, help="Two made-up articles, to look at a briefing at once.")
@click.option("--ci", type=click.Choice(["github", "gitlab"]), help="A workflow that publishes.")
@click.option("--templates", is_flag=True, help="All templates, to change them.")
@manner_options
def init(
    folder: Path,
    name: str | None,
    ci: Ci | None,
    *,
    demo: bool,
    templates: bool,
    manner: Manner,
) -> None:
    """Make a new site in an empty folder; asks nothing."""

    def work(_progress: Progress) -> Answer:
        called = name or name_of(folder)
        written = start_site(folder, name=called, demo=demo, ci=ci, templates=templates)
        steps = f"Next: put articles into {folder / 'seeds'}, then in {folder}: briefing build"
        kept = ci == "gitlab" and not any(place.endswith(PIPELINE) for place in written)
        include = [f"{PIPELINE} is as it was: add to it what the guide says (Host the site)"]
        told = [*written, *(include if kept else []), steps]
        return Answer(told, {"name": called, "written": list(written)})

    run(manner, work)


@click.command(epilog="Example: briefing doctor --json")
@site_options
def doctor(config: Path | None, *, manner: Manner) -> None:
    """Say what a build needs, what of it is missing, and how to get it."""

    def work(_progress: Progress) -> Answer:
        checks = examine(settings_file(config), Path.cwd())
        told = (with_advice(f"{c.state}: {c.name}: {c.found}", c.advice) for c in checks)
        lines = [" ".join(line.split()) for line in told]
        missing = any(c.state == "missing" for c in checks)
        return Answer(lines, {"checks": to_builtins(checks)}, exit_code=1 if missing else 0)

    run(manner, work)


@click.command(epilog="Example: briefing clean")
@site_options
def clean(config: Path | None, *, manner: Manner) -> None:
    """Delete the generated pages and the cache; what a person wrote stays."""

    def work(_progress: Progress) -> Answer:
        deleted = journey.clean(site_of(config)).deleted
        return Answer([f"{len(deleted)} generated files deleted"], {"deleted": list(deleted)})

    run(manner, work)
