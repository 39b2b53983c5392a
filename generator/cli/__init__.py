"""The command ``briefing``: its sub-commands, options and exit statuses.

Exit status 0 done · 1 a gate, a proof or ``--strict`` failed · 2 usage or settings · 3 seeds ·
4 template · 5 site engine.
"""

from difflib import get_close_matches
from importlib import import_module

import click

from generator import __version__

EPILOG = (
    "Exit status: 0 done, 1 a gate, a proof or --strict failed, 2 usage or settings, 3 seeds, "
    "4 template, 5 site engine."
)
ROOMS = {
    "build": "build",
    **dict.fromkeys(("clean", "correct", "data", "doctor", "fetch", "generate"), "journeys"),
    **dict.fromkeys(("init", "serve"), "journeys"),
    **dict.fromkeys(("diff", "explain", "report", "rules", "verify"), "questions"),
    "review": "review",
    "templates": "templates",
    "volumes": "volumes",
}
"""The file in which each command lies."""


class Commands(click.Group):
    """Commands that are imported when they are asked for: one with nothing to do needs little."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """The names, sorted."""
        return sorted(ROOMS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 click's signature
        """A command by its name."""
        if cmd_name not in ROOMS:
            return None
        room = import_module(f"{__name__}.{ROOMS[cmd_name]}")
        command: click.Command = getattr(room, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As Click does, whose own hint looks only among commands that are already imported."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@click.version_option(__version__, "--version", "-V", prog_name="briefing")
def main() -> None:
    """Turn a folder of sources into a static, searchable briefing site.

    Every sentence on a page is verbatim and leads back to the characters of the source that it
    came from. Nothing is fetched (but by `fetch`) and nothing is made up.
    """
