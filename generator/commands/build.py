"""The whole journey, told once: gather, prove, then write."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from generator import __version__
from generator.cache.fingerprint import (
    digest_of_values,
    model_digest,
    rules_digest,
)
from generator.cache.lock import build_lock
from generator.cache.made_files import ENDING, MadeFiles
from generator.cache.store import forget_all, recall, remember
from generator.cache.timings import Clock, write_timings
from generator.commands.analysis import kept_annotations, processes_of
from generator.commands.apart import at_once, quiet_run_of, run_of
from generator.commands.build_digests import (
    digest_of_common,
    digest_of_inputs,
    digest_of_outputs,
    digest_of_sources,
    digest_of_templates,
)
from generator.commands.build_report import report_build
from generator.commands.build_warnings import describe_failures
from generator.commands.gathered import Gathered, measured, report_of
from generator.commands.originals import NAME as ORIGINALS
from generator.commands.originals import pack_originals
from generator.commands.outcome import BuildReport, Progress
from generator.commands.own_pages import other_engine
from generator.commands.sources import kept_documents, read_sources
from generator.commands.templates import warn_of_upstream
from generator.commands.warm import Warm
from generator.commands.workers import forks
from generator.config import Settings, Site, settings_of_content
from generator.config.engines import ENGINES, Engine
from generator.errors import GateError, VerifyError
from generator.faults.fence import MACHINE, Fence
from generator.i18n.catalogue import load_catalogue
from generator.model.build_info import BuildInfo
from generator.model.changes import Changes
from generator.model.corpus import Corpus
from generator.model.failures import Failure
from generator.model.shown_corpus import with_shown_words
from generator.pages.exports.json_data import render_data
from generator.pages.files import RenderedFile, WriteReport
from generator.pages.page_files import KeptViews
from generator.pages.render import Rendering, render_pages
from generator.pages.writer import (
    MANIFEST,
    delete_pages,
    read_manifest,
    refuse_lost_pages,
    write_pages,
)
from generator.provenance.audit_rows import find_corpus_failures
from generator.provenance.changes import find_changes
from generator.provenance.exports import decode_export, read_export
from generator.provenance.unique_rows import find_repeated_ids
from generator.publish.engine import build_site, publishing_fence
from generator.resolve.assemble import assemble_corpus

T = TypeVar("T")
NO_CACHE = (
    "{folder}: what was found cannot be kept ({problem}), so every build analyses all documents; "
    "make the folder writable, or set `cache` in mkdocs.yml"
)


def gather(
    seeds_dir: Path, *, settings: Settings, cache_dir: Path | None, progress: Progress
) -> Gathered:
    """Read the seeds, analyse what is new, resolve the corpus, prove it verbatim."""
    kept = kept_documents(cache_dir) if cache_dir else None
    sources = read_sources(seeds_dir, settings.limits, kept)
    annotations, analysed, problem = kept_annotations(
        sources.documents, settings, cache_dir, progress
    )
    progress("resolve", 0, 1)
    corpus = with_shown_words(
        assemble_corpus(
            sources.documents,
            annotations,
            skipped=sources.skipped,
            corrections=sources.corrections,
            limits=settings.limits,
        )
    )
    _prove(corpus)
    progress("resolve", 1, 1)
    model = settings.nlp.model
    return Gathered(
        corpus,
        BuildInfo(
            __version__,
            rules_digest(),
            model,
            model_digest(model),
            settings=settings_of_content(settings),
        ),
        analysed,
        (NO_CACHE.format(folder=cache_dir, problem=problem),) if problem else (),
        tuple(document.path for document in sources.withdrawn),
        refused=sources.refused,
    )


def _gather_for(site: Site, progress: Progress) -> Gathered:
    found = gather(
        site.seeds_dir, settings=site.settings, cache_dir=site.cache_dir, progress=progress
    )
    return msgspec.structs.replace(found, views=KeptViews())


def write_data(gathered: Gathered, folder: Path, *, texts: bool = False) -> None:
    """Write the public data files into `folder`, without pages; reading texts where asked."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in render_data(gathered.corpus, gathered.build_info).items():
        (folder / name).write_bytes(content)
    if texts:
        (folder / "texts").mkdir(exist_ok=True)
        for document in (row.document for row in gathered.corpus.documents):
            (folder / "texts" / f"{document.id}.txt").write_bytes(document.text.encode("utf-8"))


def generate(site: Site, *, progress: Progress, since: Path | None = None) -> BuildReport:
    """Write the pages and the data below ``docs/``; nothing at all where nothing has changed.

    `since` is a folder of an earlier build's data, for the page of what is new.
    """
    with build_lock(site.cache_dir):
        return generate_locked(site, progress=progress, since=since)


def generate_locked(
    site: Site,
    *,
    progress: Progress,
    since: Path | None = None,
    warm: Warm[Gathered] | None = None,
    failed: tuple[Failure, ...] = (),
) -> BuildReport:
    """Write the pages and the data for a caller who holds the lock, and for longer than this.

    Steps that follow the pages and `failed` are told on them, and what these would have made is
    offered nowhere.
    A server gives what stays `warm` between builds, which are then all made in its own process.
    """
    inputs = digest_of_inputs(site, since)
    before = recall(site.cache_dir, "pages", BuildReport, inputs, digest_of_outputs(site))
    if before is not None and not failed and (warm is None or warm.is_filled):
        made = read_manifest(site.docs_dir / MANIFEST)
        refuse_lost_pages(made, site.docs_dir, made)  # one may have come since
        return before
    run = at_once if warm else run_of(site)
    return run(
        partial(_generate_anew, site, inputs, since, warm or Warm[Gathered](), failed), progress
    )


def _generate_anew(
    site: Site,
    inputs: str,
    since: Path | None,
    warm: Warm[Gathered],
    failed: tuple[Failure, ...],
    progress: Progress,
) -> BuildReport:
    clock = Clock()
    with clock.step("read and analyse"):
        gathered = warm.made(
            digest_of_values(digest_of_sources(site), site.name, site.url),
            lambda: _gather_for(site, progress),
            keep=lambda found: not found.refused,
        )
    with clock.step("write pages"):
        progress("pages", 0, 1)
        gathered, written = _write(site, gathered, since, failed)
        progress("pages", 1, 1)
    report = report_of(site, gathered, written)
    if report.lasting:
        remember(site.cache_dir, "pages", report.done(), inputs, digest_of_outputs(site))
    return msgspec.structs.replace(report, steps=clock.steps)


def build(
    site: Site,
    *,
    progress: Progress,
    strict: bool = False,
    since: Path | None = None,
    report_dir: Path | None = None,
    engine: Engine = ENGINES[0],
) -> BuildReport:
    """Generate, then run the site engine unless its inputs are the same as last time.

    What is told to those who run it is written into `report_dir`, also where a gate is not met.
    """
    clock = Clock()
    with build_lock(site.cache_dir):
        fence = publishing_fence()
        report = generate_locked(site, progress=progress, since=since)
        report = _told(site, report, since, report_dir, fence)
        if report.failed_gates:
            raise GateError(report.failed_gates)
        with clock.step("build the site"):
            make = partial(
                build_site,
                site,
                strict=strict,
                run=quiet_run_of(site),
                fork=forks(processes_of(site.settings.limits)),
                other=other_engine(site, engine),
                fence=fence,
            )
            tell = partial(generate_locked, site, progress=progress, since=since)
            built = _build_and_tell(make, lambda failed: tell(failed=failed), fence)
        if fence.failures:
            report = report.lacking(describe_failures(fence.failures))
            report = _told(site, report, since, report_dir, fence)
        steps = (*report.steps, *clock.steps)
        write_timings(site.cache_dir, steps)
    return msgspec.structs.replace(report, site="built" if built else "unchanged", steps=steps)


def _build_and_tell(
    make: Callable[[], bool], tell: Callable[[tuple[Failure, ...]], object], fence: Fence
) -> bool:
    """Build the site; where a step beside or after the pages failed, pages that tell it come first.

    A stage fails once for a fence, so this ends. True where anything was built.
    """
    told: tuple[Failure, ...] = ()
    built = False
    while True:
        if fence.failures != told:
            told = fence.failures
            tell(told)
        built = make() or built
        if fence.failures == told:
            return built


def _told(
    site: Site, report: BuildReport, since: Path | None, folder: Path | None, fence: Fence
) -> BuildReport:
    """Write the report that is asked for; a fault in it costs the report."""
    if folder is None:
        return report
    write = partial(report_build, site, report, since, folder)
    written = fence.run("build.report", write, ())
    return msgspec.structs.replace(report, reported=bool(written))


def clean(site: Site) -> WriteReport:
    """Delete the generated pages and the cache; what a person wrote stays."""
    with build_lock(site.cache_dir):
        report = delete_pages(site.docs_dir, site.docs_dir / MANIFEST)
        forget_all(site.cache_dir)
    return report


def _prove(corpus: Corpus) -> None:
    repeated = Fence().need("provenance.ids", partial(find_repeated_ids, corpus))
    if repeated:
        raise VerifyError(
            f"{len(repeated)} ids stand for several rows, the first: {repeated[0]}",
            hint="Nothing was written. This is a defect of the tool: please report it.",
        )
    failures = Fence().need("provenance.audit", partial(find_corpus_failures, corpus))
    if failures:
        raise VerifyError(
            f"{len(failures)} rows are not verbatim, the first: {failures[0]}",
            hint="Nothing was written. This is a defect of the tool: please report it.",
        )


def _write(
    site: Site, gathered: Gathered, since: Path | None, failed: tuple[Failure, ...]
) -> tuple[Gathered, WriteReport]:
    """Render and write everything; what was gathered comes back with what failed."""
    catalogue = load_catalogue(site.settings.interface_language)
    build_info = msgspec.structs.replace(gathered.build_info, templates=digest_of_templates(site))
    fence, warned = Fence(passes=MACHINE), list(warn_of_upstream(site.templates_dir))
    fence.failures = failed
    gathered = measured(site, gathered, fence)
    data = fence.need("pages.data", lambda: render_data(gathered.corpus, build_info))
    changes = fence.run("provenance.changes", partial(_changes, since, data), None)
    originals = fence.run(f"pages.data/{ORIGINALS}", partial(_originals, site, gathered), {})
    made = MadeFiles(
        site.cache_dir / f"pages{ENDING}", site.docs_dir, common=digest_of_common(site, build_info)
    )
    pages = render_pages(
        gathered.corpus,
        site,
        catalogue=catalogue,
        changes=changes,
        build_info=build_info,
        fence=fence,
        how=Rendering(made, warned, forks(processes_of(site.settings.limits)), gathered.views),
    )
    made.save()
    gathered = msgspec.structs.replace(gathered, warnings=(*gathered.warnings, *warned))
    if fence.failures:
        lacking = (*gathered.corpus.failures, *fence.failures)
        corpus = msgspec.structs.replace(gathered.corpus, failures=lacking)
        gathered = msgspec.structs.replace(gathered, corpus=corpus)
        data = fence.need("pages.data", lambda: render_data(corpus, build_info))
    data |= originals
    files = (*pages, *(RenderedFile(f"data/{name}", content) for name, content in data.items()))
    return gathered, write_pages(files, site.docs_dir, site.docs_dir / MANIFEST)


def _changes(since: Path | None, data: dict[str, bytes]) -> Changes | None:
    """What is new since an earlier build, if one is named."""
    return find_changes(read_export(since), decode_export(data)) if since else None


def _originals(site: Site, gathered: Gathered) -> dict[str, bytes]:
    """The sources as they came, by the name of the zip, where the settings ask for it."""
    if not site.settings.publish_originals:
        return {}
    documents = [row.document for row in gathered.corpus.documents]
    limits, withheld = site.settings.limits, gathered.withheld
    return {ORIGINALS: pack_originals(site.seeds_dir, documents, withheld, limits)}
