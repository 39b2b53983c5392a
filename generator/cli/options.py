"""Options that several commands share, and the site that they mean."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

import click
from msgspec.structs import replace

from generator.config import Site, read_site
from generator.console import Manner
from generator.files.entries import lies_there

Command = Callable[..., None]

SETTINGS_FILE = "mkdocs.yml"


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


PORT = click.IntRange(0, 65535)
"""What a machine has of ports; 0 is a free one."""

WORKERS = click.option(
    "--workers",
    type=click.IntRange(min=0),
    help="Processes that do the work; 0 means one a processor. [default: limits.workers]",
)


SCHEDULER = click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Dask scheduler (tcp://host:8786) whose workers analyse. [default: limits.scheduler]",
)


SINCE = click.option(
    "--since",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Data of an earlier build, for the page of what is new.",
)


def site_of(
    config: Path | None, *, workers: int | None = None, scheduler: str | None = None
) -> Site:
    """The site of a settings file; without one in this folder, the defaults."""
    site = read_site(settings_file(config), working_dir=Path.cwd())
    limits = site.settings.limits
    if workers is not None:
        limits = replace(limits, workers=workers)
    if scheduler is not None:
        limits = replace(limits, scheduler=scheduler)
    return replace(site, settings=replace(site.settings, limits=limits))


def settings_file(config: Path | None) -> Path | None:
    """The settings file that is named, else the one in this folder, if there is one."""
    here = Path.cwd() / SETTINGS_FILE
    return here if config is None and lies_there(here) else config
