"""What the command line knows of volumes: which build is asked for, and which volumes there are."""

from pathlib import Path

import click
from msgspec import to_builtins

from generator.cli.options import site_of, site_options
from generator.commands import build as journey
from generator.commands.build_volumes import build_volume, build_volumes
from generator.commands.outcome import PLACE, BuildReport, BuildRequest, Progress
from generator.commands.remote_seeds import bring_seeds
from generator.commands.volumes import (
    divide,
    find_volume,
    is_divided,
    site_of_volume,
)
from generator.config import Site
from generator.config.engines import ENGINES
from generator.console import Answer, Manner, run
from generator.errors import SettingsError


def build_as_asked(site: Site, asked: BuildRequest, progress: Progress) -> tuple[BuildReport, str]:
    """Build one volume, all of them, or the site that is whole; and say where it is."""
    bring_seeds(site)
    here = PLACE.format(page=site.site_dir / "index.html")
    if not asked.volume and not is_divided(site):
        report = journey.build(
            site,
            progress=progress,
            strict=asked.strict,
            since=asked.since,
            report_dir=asked.report_dir,
            engine=asked.engine,
        )
        return report, here
    if asked.engine != ENGINES[0]:
        raise SettingsError(
            f"a site in volumes is built by {ENGINES[0]} alone",
            where="--engine",
            hint="Leave --engine out, or `volumes` out of the settings.",
        )
    if not asked.volume:
        if asked.report_dir:
            raise SettingsError(
                "what changed is told of one volume at a time",
                where="--since, --report",
                hint="Name it with --volume, and its own earlier data.",
            )
        return build_volumes(site, progress=progress, strict=asked.strict), here
    volume = find_volume(site, asked.volume)
    report = build_volume(
        site,
        volume,
        progress=progress,
        strict=asked.strict,
        since=asked.since,
        report_dir=asked.report_dir,
    )
    root = site_of_volume(site, volume).root
    return report, f"The volume is in {root}; `briefing build` puts all of them together"


@click.command(epilog="Example: briefing volumes --json")
@site_options
def volumes(config: Path | None, *, manner: Manner) -> None:
    """List the volumes that the settings cut the site into, one a line, with their seeds."""

    def work(_progress: Progress) -> Answer:
        site = site_of(config)
        found = divide(site) if is_divided(site) else ()
        rows = [{"id": v.id, "name": v.name, "seeds": len(v.seeds)} for v in found]
        lines = [f"{v.id} {len(v.seeds)}" for v in found]
        return Answer(lines, to_builtins({"volumes": rows}))

    run(manner, work)
