"""The commands ``briefing templates …``: a site's own templates over those of the tool."""

from collections.abc import Callable
from pathlib import Path

import click
from msgspec import structs, to_builtins

from generator.cache.folder import SAMPLES
from generator.cli.options import site_of, site_options
from generator.commands import build as journey
from generator.commands.outcome import Progress, counted
from generator.commands.samples import (
    Checked,
    check_templates,
    preview_template,
    sample_folder,
    sample_names,
)
from generator.commands.templates import (
    TemplateRow,
    describe_difference,
    eject_template,
    find_differences,
    list_templates,
    name_of_template,
    show_template,
)
from generator.config import Site
from generator.console import Answer, Manner, run
from generator.model.corpus import Corpus

SAMPLE = "long_names"
MOST_LINES = 40
"""Lines of one page's difference that are shown; `--json` has all."""


@click.group(epilog="Example: briefing templates eject home")
def templates() -> None:
    """List, show, copy, compare, preview and check the templates that pages are made with."""


@templates.command("list", epilog="Example: briefing templates list")
@site_options
def list_all(config: Path | None, *, manner: Manner) -> None:
    """List every template, and which of them are the site's own."""

    def work(_progress: Progress) -> Answer:
        rows = list_templates(site_of(config).templates_dir)
        return Answer([_row(row) for row in rows], {"templates": to_builtins(rows)})

    run(manner, work)


@templates.command(epilog="Example: briefing templates show home")
@click.argument("name")
@site_options
def show(name: str, config: Path | None, *, manner: Manner) -> None:
    """Print a template as pages are made with it."""

    def work(_progress: Progress) -> Answer:
        found = name_of_template(name)
        text = show_template(site_of(config).templates_dir, found)
        return Answer(text.splitlines(), {"name": found, "text": text})

    run(manner, work)


@templates.command(epilog="Example: briefing templates eject home")
@click.argument("name")
@site_options
def eject(name: str, config: Path | None, *, manner: Manner) -> None:
    """Copy a template into the site, to change it there."""

    def work(_progress: Progress) -> Answer:
        target = eject_template(site_of(config).templates_dir, name_of_template(name))
        return Answer([f"{target} is yours to change"], {"written": str(target)})

    run(manner, work)


@templates.command(epilog="Example: briefing templates diff home")
@click.argument("name", required=False)
@site_options
def diff(name: str | None, config: Path | None, *, manner: Manner) -> None:
    """Say what differs in the site's own templates, and what changed upstream since ejection."""

    def work(_progress: Progress) -> Answer:
        own = site_of(config).templates_dir
        found = find_differences(own, name_of_template(name) if name else None)
        lines = [line for one in found for line in describe_difference(one)]
        none = ["The site has no templates of its own."]
        return Answer(lines or none, {"templates": to_builtins(found)})

    run(manner, work)


@templates.command(epilog="Example: briefing templates preview actor --sample rtl")
@click.argument("name")
@click.option("--sample", default=SAMPLE, show_default=True, help="Which sample.")
@click.option(
    "--site",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Build the whole sample as a site into this folder, to look at in a browser.",
)
@site_options
def preview(
    name: str, sample: str, folder: Path | None, config: Path | None, *, manner: Manner
) -> None:
    """Print a page that a template has a part in, made from a sample that comes with the tool."""

    def work(progress: Progress) -> Answer:
        site = site_of(config)
        url, text = preview_template(
            site, name_of_template(name), sample, gather=_gather(site, progress)
        )
        if folder is None:
            return Answer(text.splitlines(), {"page": url, "text": text})
        built = _sample_site(site, sample, folder)
        journey.build(built, progress=progress)
        page = built.site_dir / url / "index.html"
        return Answer([f"Open {page}"], {"page": url, "text": text, "file": str(page)})

    run(manner, work)


@templates.command(epilog="Example: briefing templates check --update")
@click.option("--update", is_flag=True, help="Keep what the templates give now.")
@site_options
def check(config: Path | None, *, update: bool, manner: Manner) -> None:
    """Render all templates with all samples, and compare with templates/snapshots/."""

    def work(progress: Progress) -> Answer:
        site = site_of(config)
        found = check_templates(site, gather=_gather(site, progress), update=update)
        differs = bool(found.kept and (found.new or found.gone or found.changed))
        code = 1 if differs and not update else 0
        return Answer(_checked(found, update=update), to_builtins(found), exit_code=code)

    run(manner, work)


def _row(row: TemplateRow) -> str:
    told: list[str] = [row.state]
    if row.state == "own":
        told.append("changed" if row.changed else "as packaged")
    if row.upstream:
        told.append("changed upstream since it was ejected")
    return f"{row.name} ({', '.join(told)})"


def _checked(found: Checked, *, update: bool) -> list[str]:
    lines = [
        f"{counted(found.pages, 'pages')} of {counted(len(sample_names()), 'samples')} rendered"
    ]
    if update:
        return [*lines, "The snapshots are in templates/snapshots/."]
    if not found.kept:
        return [*lines, "There are no snapshots yet; --update keeps them."]
    lines += [f"new: {path}" for path in found.new]
    lines += [f"gone: {path}" for path in found.gone]
    for path, difference in found.changed.items():
        lines += [f"changed: {path}", *difference[:MOST_LINES]]
    return lines


def _gather(site: Site, progress: Progress) -> Callable[[str, Path], Corpus]:
    """Reads a sample as a build would, with a cache of its own."""

    def gather(sample: str, folder: Path) -> Corpus:
        cache = site.cache_dir / SAMPLES / sample
        found = journey.gather(folder, settings=site.settings, cache_dir=cache, progress=progress)
        return found.corpus

    return gather


def _sample_site(site: Site, sample: str, folder: Path) -> Site:
    """The site with its own templates and the sample's texts, in a folder of its own."""
    own = structs.replace(
        site.settings,
        seeds=str(sample_folder(sample).resolve()),
        templates=str(site.templates_dir.resolve()),
        cache=str((folder / "cache").resolve()),
    )
    return structs.replace(
        site,
        settings=own,
        root=folder,
        config_file=None,
        docs_dir=folder / "docs",
        site_dir=folder / "site",
    )
