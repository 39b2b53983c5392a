"""The command that is given most often, and mostly where nothing has changed."""

from pathlib import Path

import click

from generator.cache.folder import REPORTS
from generator.cli.options import SCHEDULER, SINCE, WORKERS, site_of, site_options
from generator.commands.outcome import PLACE, BuildReport, BuildRequest, Progress
from generator.commands.untouched import look_before
from generator.config import Site
from generator.config.engines import ENGINES, Engine
from generator.console import Answer, Manner, describe_build, run
from generator.publish.search import WITHOUT, has_pagefind

UNNAMED = "The site is named {name!r} after its folder: set site_name in mkdocs.yml."

REPORT = click.option(
    "--report",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for report.json, report.md and notes for hosts. [default with --since: "
    "report/ in the cache]",
)


VOLUME = click.option(
    "--volume",
    metavar="ID",
    default="",
    help="Build only this volume of a site in volumes; `briefing volumes` lists them.",
)
ENGINE = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=ENGINES[0],
    show_default=True,
    help="What turns the pages into a site.",
)


@click.command(epilog="Example: briefing build --strict")
@WORKERS
@SCHEDULER
@SINCE
@REPORT
@VOLUME
@ENGINE
@site_options
def build(
    since: Path | None,
    report: Path | None,
    volume: str,
    engine: Engine,
    config: Path | None,
    workers: int | None,
    scheduler: str | None,
    *,
    manner: Manner,
) -> None:
    """Write the pages and build the site."""

    def work(progress: Progress) -> Answer:
        site = site_of(config, workers=workers, scheduler=scheduler)
        folder = report or (site.cache_dir / REPORTS if since else None)
        asked = BuildRequest(volume, since, folder, manner.strict, engine)
        done, where = _built(site, asked, progress)
        notes = [] if has_pagefind() else [WITHOUT]
        if folder and done.reported:
            notes.append(f"What changed is in {folder / 'report.md'}")
        if not site.named:
            notes.append(UNNAMED.format(name=site.name))
        return describe_build(done, [*notes, where])

    run(manner, work)


def _built(site: Site, asked: BuildRequest, progress: Progress) -> tuple[BuildReport, str]:
    """What a build did, and where a reader finds it; what builds is loaded where it is needed."""
    before = look_before(site, asked)
    done = before.recall()
    if done is not None:
        return done, PLACE.format(page=site.site_dir / "index.html")
    from generator.cli.volumes import build_as_asked  # noqa: PLC0415 see above

    done, where = build_as_asked(site, asked, progress)
    before.remember(done)
    return done, where
