"""Whether a build has nothing to do, told before anything is loaded that could do it.

Nobody has touched what the last build read and what it wrote: then it did what this one would do.
Where anybody has, the journey asks by the digests of contents whether anything has changed.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, json, structs

from generator import __version__
from generator.cache.fingerprint import find_model
from generator.cache.folder import UNTOUCHED
from generator.cache.store import recall, remember
from generator.cache.untouched import stamp_of
from generator.commands.outcome import BuildReport, BuildRequest
from generator.config import EPOCH, Site, packaged_templates
from generator.pages.writer import MANIFEST, read_manifest

LIBRARIES = frozenset({"site-packages", "dist-packages"})
"""Folders of installed libraries: their own time is that of the last that came or went."""


class Untouched(Struct, frozen=True):
    """What a build reads and writes, as it was before it began."""

    site: Site
    inputs: str
    """The stamp of what it reads; "" where it cannot be told."""

    def recall(self) -> BuildReport | None:
        """What the last build did, if neither its sources nor its site were touched since."""
        if not self.inputs:
            return None
        outputs = _stamp_of_outputs(self.site)
        return recall(self.site.cache_dir, UNTOUCHED, BuildReport, self.inputs, outputs)

    def remember(self, report: BuildReport) -> None:
        """Keep what a build did that a next one would not do again."""
        if self.inputs and report.lasting:
            done = structs.replace(report.done(), site="unchanged")
            outputs = _stamp_of_outputs(self.site)
            remember(self.site.cache_dir, UNTOUCHED, done, self.inputs, outputs)


def look_before(site: Site, asked: BuildRequest) -> Untouched:
    """What there is before a build; nothing is known of sources elsewhere and of a part of them."""
    if site.is_remote or asked.volume or asked.since or asked.report_dir:
        return Untouched(site, "")
    package = Path(__file__).parent.parent
    own = (site.seeds_dir, site.templates_dir, site.docs_dir)
    model = find_model(site.settings.nlp.model)
    places = [*own, package, packaged_templates(), *([model] if model else [])]
    if site.config_file:
        places.append(site.config_file)
    values = (
        __version__,
        sys.version,
        json.encode(site.settings, order="sorted").decode(),
        f"{site.name}\0{site.url}\0{site.docs_dir}\0{site.site_dir}",
        os.environ.get(EPOCH, ""),
        os.environ.get("PATH", ""),
        asked.engine,
        *_libraries(),
    )
    made = (MANIFEST, *read_manifest(site.docs_dir / MANIFEST))
    written = frozenset(os.path.join(site.docs_dir, path) for path in made)  # noqa: PTH118 see there
    return Untouched(site, stamp_of(places, values, without=written))


def _libraries() -> Iterator[str]:
    """Where libraries are installed, and when one last came or went."""
    for place in map(Path, sys.path):
        if place.name in LIBRARIES and place.is_dir():
            yield f"{place} {place.stat().st_mtime_ns}"


def _stamp_of_outputs(site: Site) -> str:
    """The stamp of the pages and of the site; "" where there is none."""
    return stamp_of((site.docs_dir, site.site_dir)) if site.site_dir.is_dir() else ""
