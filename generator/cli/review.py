"""The command ``briefing review``: a desk for the editor, on this machine alone."""

from pathlib import Path

import click

from generator.cli.options import PORT, site_of, site_options
from generator.commands import build as journey
from generator.commands.build_warnings import find_warnings
from generator.commands.correct import CorrectionsFile
from generator.commands.outcome import Progress
from generator.commands.remote_seeds import refuse_remote
from generator.commands.review.doubts import Doubt, find_doubts
from generator.commands.review.server import open_review
from generator.console import Answer, Manner, run
from generator.i18n.catalogue import load_tool_catalogue
from generator.model.corpus import Corpus


@click.command(epilog="Example: briefing review --port 8002")
@click.option("--port", type=PORT, default=0, help="Port on localhost. [default: a free one]")
@site_options
def review(port: int, config: Path | None, *, manner: Manner) -> None:
    """Show what is doubtful in a browser, and write a correction at a click."""

    def work(progress: Progress) -> Answer:
        site = site_of(config)
        refuse_remote(site, "briefing review")
        words = load_tool_catalogue(site.settings.interface_language)

        def look() -> tuple[Corpus, tuple[Doubt, ...]]:
            gathered = journey.gather(
                site.seeds_dir, settings=site.settings, cache_dir=site.cache_dir, progress=progress
            )
            warnings = find_warnings(gathered.corpus)
            return gathered.corpus, find_doubts(gathered.corpus, warnings, words=words)

        file = CorrectionsFile(site.seeds_dir, yaml_bytes=site.settings.limits.yaml_bytes)
        with open_review(look, file, words=words, port=port) as server:
            click.echo(f"Review on {server.address} (stop with Ctrl+C)")
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                click.echo("Stopped.")
        return Answer([], {})

    run(manner, work)
