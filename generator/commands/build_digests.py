"""Digests of what a build is made from and of what it wrote: equal ones leave nothing to do."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from generator import __version__
from generator.cache.fingerprint import (
    digest_of_files,
    digest_of_folder,
    digest_of_values,
    files_below,
    library_versions,
    model_digest,
    rules_digest,
)
from generator.config import Settings, Site, packaged_templates
from generator.model.build_info import BuildInfo
from generator.pages.writer import MANIFEST, read_manifest
from generator.provenance.quality import read_figures
from generator.publish.kept_pages import is_asset
from generator.read.seeds import is_read


def digest_of_inputs(site: Site, since: Path | None) -> str:
    """Digest of everything that the pages are made from."""
    return digest_of_values(
        __version__,
        rules_digest(),
        model_digest(site.settings.nlp.model),
        library_versions(),
        digest_of_values(*map(repr, read_figures())),
        digest_of_sources(site),
        site.name,
        site.url,
        digest_of_templates(site),
        digest_of_files(since, files_below(since)) if since else "",
    )


def digest_of_sources(site: Site) -> str:
    """Digest of the seeds and of the settings that they are read with."""
    return digest_of_values(
        settings_wherever_built(site.settings),
        digest_of_folder(site.seeds_dir, is_read=is_read),
    )


def settings_wherever_built(settings: Settings) -> str:
    """The settings as JSON, without what says which processes do the work, which leave no trace."""
    replace = msgspec.structs.replace
    kept = replace(settings, limits=replace(settings.limits, workers=0, scheduler=""))
    return msgspec.json.encode(kept, order="sorted").decode("utf-8")


def digest_of_common(site: Site, build_info: BuildInfo) -> str:
    """Digest of what every page is made from, beside what it shows."""
    language = site.settings.interface_language
    # what a page shows of the settings is in it, and each page knows its own templates
    made_by = msgspec.structs.replace(build_info, settings=(), templates="")
    return digest_of_values(repr(made_by), library_versions(), language, site.name)


def digest_of_templates(site: Site) -> str:
    """Digest of the templates, the site's own and those that come with the tool.

    Style sheets and scripts of the theme are in no page; the site engine looks at them.
    """
    folders = (site.templates_dir, packaged_templates())
    return digest_of_values(*(digest_of_files(f, _templates_in(f)) for f in folders))


def _templates_in(folder: Path) -> Iterator[Path]:
    for path in files_below(folder):
        below = path.relative_to(folder)
        if below.parts[0] != "theme" or not is_asset(Path(*below.parts[1:])):
            yield path


def digest_of_outputs(site: Site) -> str:
    """Digest of the generated files as they lie on disk, "" where one is missing."""
    paths = [site.docs_dir / p for p in read_manifest(site.docs_dir / MANIFEST)]
    if not paths or not all(p.is_file() for p in paths):
        return ""
    return digest_of_files(site.docs_dir, paths)
