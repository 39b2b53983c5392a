"""The journey of a site in volumes: each volume as a site, then the front, then one folder of all.

What each volume's build does is told in `build`; here only what lies between them.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.cache.fingerprint import digest_of_files, digest_of_values, rules_digest
from generator.cache.lock import build_lock
from generator.cache.store import recall, remember
from generator.commands import build as journey
from generator.commands.build_digests import (
    digest_of_outputs,
    digest_of_templates,
    settings_wherever_built,
)
from generator.commands.build_warnings import describe_failures
from generator.commands.outcome import BuildReport, Progress, Warned
from generator.commands.volumes import (
    SEEDS,
    Volume,
    divide,
    forget_others,
    label_of_volume,
    nothing_in,
    site_of_front,
    site_of_volume,
    stage,
)
from generator.config import Site
from generator.errors import SeedError
from generator.i18n.catalogue import load_catalogue
from generator.pages.files import WriteReport
from generator.pages.volume_rows import FILES, read_volume_rows
from generator.pages.volumes import render_front
from generator.pages.writer import MANIFEST, write_pages
from generator.publish.engine import build_site, publishing_fence
from generator.publish.volumes import put_together

FOR_ALL = ("seeds/corrections.yml", "mkdocs.yml")
"""Files that every volume reads, and that are right where one of them needs what they say."""


class Written(Struct, frozen=True):
    """How many files the front has."""

    files: int


def build_volumes(site: Site, *, progress: Progress, strict: bool = False) -> BuildReport:
    """Build what has changed: volumes, the front, and the one site of them all."""
    with build_lock(site.cache_dir):
        volumes = divide(site)
        forget_others(site, volumes)
        reports: dict[str, BuildReport] = {}
        lacking: list[str] = []
        for volume in volumes:
            part = stage(site, volume)
            try:
                reports[volume.id] = journey.build(part, progress=progress, strict=strict)
            except SeedError as error:
                lacking.append(nothing_in(volume, error))
        made = tuple(v for v in volumes if v.id in reports)
        if not made:
            raise SeedError("no volume has a source that can be read", where=str(site.seeds_dir))
        front = site_of_front(site)
        written = _write_front(site, front, made)
        fence = publishing_fence()
        built = build_site(front, strict=strict, fence=fence)
        sites = {v.id: site_of_volume(site, v).site_dir for v in made}
        put_together(site.site_dir, front.site_dir, sites)
    report = _report(site, reports, written, lacking, built=built)
    return report.lacking(describe_failures(fence.failures)) if fence.failures else report


def build_volume(
    site: Site,
    volume: Volume,
    *,
    progress: Progress,
    strict: bool = False,
    since: Path | None = None,
    report_dir: Path | None = None,
) -> BuildReport:
    """Build one volume where it lies in the cache, for whoever puts all of them together."""
    part = stage(site, volume)
    return journey.build(part, progress=progress, strict=strict, since=since, report_dir=report_dir)


def _write_front(site: Site, front: Site, volumes: tuple[Volume, ...]) -> WriteReport:
    """Write the front's pages where a volume's rows, a template or the code has changed."""
    inputs = _digest_of_rows(site, front, volumes)
    known = recall(front.cache_dir, "pages", Written, inputs, digest_of_outputs(front))
    if known is not None:
        return WriteReport((), ("",) * known.files, ())
    catalogue = load_catalogue(site.settings.interface_language)
    rows = [
        read_volume_rows(site_of_volume(site, v).docs_dir, v.id, label_of_volume(v), catalogue)
        for v in volumes
    ]
    files = render_front(rows, front, catalogue)
    report = write_pages(files, front.docs_dir, front.docs_dir / MANIFEST)
    remember(front.cache_dir, "pages", Written(len(files)), inputs, digest_of_outputs(front))
    return report


def _digest_of_rows(site: Site, front: Site, volumes: tuple[Volume, ...]) -> str:
    data = ((v, site_of_volume(site, v).docs_dir / "data") for v in volumes)
    read = [(v, digest_of_files(folder, (folder / n for n in FILES))) for v, folder in data]
    return digest_of_values(
        rules_digest(),
        digest_of_templates(front),
        front.name,
        settings_wherever_built(site.settings),
        *(f"{v.id} {v.name} {digest}" for v, digest in read),
    )


def _report(
    site: Site,
    reports: Mapping[str, BuildReport],
    front: WriteReport,
    lacking: list[str],
    *,
    built: bool,
) -> BuildReport:
    """What all the builds did, as one."""
    counts: Counter[str] = Counter()
    for report in reports.values():
        counts.update(report.counts)
    parts = reports.items()
    return BuildReport(
        documents=sum(r.documents for r in reports.values()),
        analysed=sum(r.analysed for r in reports.values()),
        counts=dict(counts),
        written=(*(f"{v}/{p}" for v, r in parts for p in r.written), *front.written),
        unchanged=sum(r.unchanged for r in reports.values()) + len(front.unchanged),
        deleted=(*(f"{v}/{p}" for v, r in parts for p in r.deleted), *front.deleted),
        warned=(*_warned(site, reports), *map(Warned, lacking)),
        gates=tuple(gate for r in reports.values() for gate in r.gates),
        failed_stages=tuple(f"{v}: {stage}" for v, r in parts for stage in r.failed_stages),
        site="built" if built or any(r.site == "built" for _, r in parts) else "unchanged",
        steps=tuple((f"{v}: {name}", seconds) for v, r in parts for name, seconds in r.steps),
    )


def _warned(site: Site, reports: Mapping[str, BuildReport]) -> list[Warned]:
    """Each warning once; one about a file that all volumes read only where all of them have it."""
    times = Counter(one for r in reports.values() for one in dict.fromkeys(r.warned))
    return [
        msgspec.structs.replace(one, file=_owners_path(site, one.file))
        for one, count in times.items()
        if not one.file.startswith(FOR_ALL) or count == len(reports)
    ]


def _owners_path(site: Site, file: str) -> str:
    """The path of a volume's file as the owner has it."""
    start = f"{SEEDS}/"
    return f"{site.settings.seeds}/{file.removeprefix(start)}" if file.startswith(start) else file
