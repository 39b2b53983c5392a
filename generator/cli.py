"""The command ``briefing``."""

from pathlib import Path

import click

from generator.build import gather, write_data
from generator.config import read_site


@click.group()
def main() -> None:
    """Turn a folder of sources into a briefing site."""


@main.command()
@click.option("--seeds", type=click.Path(path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
def data(seeds: Path, out: Path) -> None:
    """Write the data files without pages."""
    site = read_site(None, working_dir=Path.cwd())
    gathered = gather(seeds, settings=site.settings, cache_dir=None, progress=lambda *_: None)
    write_data(gathered, out)
