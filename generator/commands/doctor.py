"""What a build needs of the machine and the folder: what is missing, and how to get it."""

import platform
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from generator.cache.fingerprint import find_model
from generator.config import Site, packaged_templates, read_site, settle_date, shown_address
from generator.errors import BriefingError
from generator.publish.search import has_pagefind
from generator.read.formats import ENDINGS, ending_of
from generator.read.seed_files import find_files
from generator.read.seeds import is_read

SEARCH = "pip install 'briefing-site[search]'"


class Check(Struct, frozen=True):
    """One thing that was looked at."""

    name: str
    state: Literal["ok", "poorer", "missing"]
    """``poorer``: the site is built, but lacks something; ``missing``: it cannot be built."""
    found: str
    advice: str = ""
    """How to get what is missing, "" where nothing is."""


def examine(config_file: Path | None, working_dir: Path) -> tuple[Check, ...]:
    """Look at all that a build needs, in the order in which a build needs it."""
    return tuple(_checks(config_file, working_dir))


def _checks(config_file: Path | None, working_dir: Path) -> Iterator[Check]:
    yield Check("Python", "ok", platform.python_version())
    yield _templates()
    yield _pagefind()
    try:
        settle_date()
        site = read_site(config_file, working_dir=working_dir)
    except BriefingError as error:
        yield Check("settings", "missing", f"{error.where}: {error.message}", error.hint)
        return
    yield Check("settings", "ok", str(config_file or "none; the defaults hold"))
    yield _model(site.settings.nlp.model)
    yield _seeds(site)


def _templates() -> Check:
    folder = packaged_templates()
    if (folder / "pages" / "home.md.j2").is_file():
        return Check("templates", "ok", str(folder))
    advice = "Install the package again: pip install --force-reinstall briefing-site"
    return Check("templates", "missing", f"none in {folder}", advice)


def _pagefind() -> Check:
    if has_pagefind():
        return Check("Pagefind", "ok", "installed")
    found = "not installed; the page Search has no facets"
    return Check("Pagefind", "poorer", found, f"Install it: {SEARCH}")


def _model(name: str) -> Check:
    if find_model(name):
        return Check("language model", "ok", name)
    advice = "Install the package of that name, or name another under nlp: model: in mkdocs.yml."
    return Check("language model", "missing", f"{name} is not installed", advice)


def _seeds(site: Site) -> Check:
    if site.is_remote:
        return Check(
            "sources", "ok", f"in a store, which a build asks: {shown_address(site.settings.seeds)}"
        )
    folder = site.seeds_dir
    files = list(find_files(folder, frozenset(ENDINGS)))
    closed = [file for file in files if file.problem and not is_read(file.path)]
    count = sum(ending_of(f.path) in ENDINGS and not f.problem for f in files)
    if count:
        return Check("sources", "ok", f"{count} in {folder}")
    if closed:
        advice = "Make it, or give this user the right to read it."
        return Check("sources", "missing", f"none: {folder}: {closed[0].problem}", advice)
    endings = ", ".join(sorted(ENDINGS))
    advice = f"Put articles there, one a file ({endings})."
    return Check("sources", "missing", f"none in {folder}", advice)
