"""The whole journey, told once: gather, prove, then write."""

from collections.abc import Sized
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

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
from generator.commands.accepted import accept_known
from generator.commands.analysis import kept_annotations, processes_of
from generator.commands.apart import at_once, quiet_run_of, run_of
from generator.commands.build_digests import (
    digest_of_common,
    digest_of_inputs,
    digest_of_outputs,
    digest_of_sources,
    digest_of_templates,
)
from generator.commands.build_report import make_report, write_changes
from generator.commands.build_warnings import (
    describe_failures,
    find_failed_stages,
    has_failures,
    locate_warnings,
    locate_words,
)
from generator.commands.gates import measure_gates
from generator.commands.originals import NAME as ORIGINALS
from generator.commands.originals import pack_originals
from generator.commands.outcome import REPORTED, BuildReport, Progress
from generator.commands.own_pages import other_engine
from generator.commands.site_name import warn_of_name
from generator.commands.sources import kept_documents, read_sources
from generator.commands.templates import warn_of_upstream
from generator.commands.warm import Warm
from generator.commands.workers import forks
from generator.config import Settings, Site, settings_of_content
from generator.config.engines import ENGINES, Engine
from generator.errors import GateError, VerifyError
from generator.faults.fence import Fence
from generator.i18n.catalogue import load_catalogue
from generator.model.build_info import BuildInfo
from generator.model.changes import Changes
from generator.model.corpus import Corpus
from generator.model.shown_corpus import with_shown_words
from generator.pages.exports.json_data import render_data
from generator.pages.files import RenderedFile, WriteReport
from generator.pages.following import warn_of_missing
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
from generator.publish.engine import LEFT, build_site, publishing_fence
from generator.resolve.assemble import assemble_corpus

T = TypeVar("T")
NO_CACHE = (
    "{folder}: what was found cannot be kept ({problem}), so every build analyses all documents; "
    "make the folder writable, or set `cache` in mkdocs.yml"
)


class Gathered(Struct, frozen=True):
    """All that is known of a folder of seeds, before anything is written."""

    corpus: Corpus
    build_info: BuildInfo
    analysed: int
    """How many documents had to be analysed anew."""
    warnings: tuple[str, ...] = ()
    """What is wrong with the machine and not with a source."""
    withheld: tuple[str, ...] = ()
    """Paths of the documents that are withdrawn."""
    views: KeptViews | None = None
    """What came of its pages before, in a process that goes on."""


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
    site: Site, *, progress: Progress, since: Path | None = None, warm: Warm[Gathered] | None = None
) -> BuildReport:
    """Write the pages and the data for a caller who holds the lock, and for longer than this.

    A server gives what stays `warm` between builds, which are then all made in its own process.
    """
    inputs = digest_of_inputs(site, since)
    before = recall(site.cache_dir, "pages", BuildReport, inputs, digest_of_outputs(site))
    if before is not None and (warm is None or warm.is_filled):
        made = read_manifest(site.docs_dir / MANIFEST)
        refuse_lost_pages(made, site.docs_dir, made)  # one may have come since
        return before
    run = at_once if warm else run_of(site)
    return run(partial(_generate_anew, site, inputs, since, warm or Warm[Gathered]()), progress)


def _generate_anew(
    site: Site, inputs: str, since: Path | None, warm: Warm[Gathered], progress: Progress
) -> BuildReport:
    clock = Clock()
    with clock.step("read and analyse"):
        gathered = warm.made(
            digest_of_values(digest_of_sources(site), site.name, site.url),
            lambda: _gather_for(site, progress),
        )
    with clock.step("write pages"):
        progress("pages", 0, 1)
        gathered, written = _write(site, gathered, since)
        progress("pages", 1, 1)
    report = _report(site, gathered, written)
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
        _tell(site, report, since, report_dir, fence)
        if report.failed_gates:
            raise GateError(report.failed_gates)
        with clock.step("build the site"):
            built = build_site(
                site,
                strict=strict,
                run=quiet_run_of(site),
                fork=forks(processes_of(site.settings.limits)),
                other=other_engine(site, engine),
                fence=fence,
            )
        if fence.failures:
            report = report.lacking(describe_failures(fence.failures))
            _tell(site, report, since, report_dir, fence)
        steps = (*report.steps, *clock.steps)
        write_timings(site.cache_dir, steps)
    return msgspec.structs.replace(report, site="built" if built else "unchanged", steps=steps)


def _tell(
    site: Site, report: BuildReport, since: Path | None, folder: Path | None, fence: Fence
) -> None:
    """Write the report that is asked for; a fault in it costs the report."""
    if folder:
        fence.run(REPORTED, partial(report_build, site, report, since, folder), None)


def report_build(site: Site, report: BuildReport, since: Path | None, folder: Path) -> None:
    """Write what a build changed, measured and warned of, in the forms that hosts show."""
    told = make_report(
        site.docs_dir / "data",
        since,
        gates=report.gates,
        warnings=report.warned,
        failed_stages=report.failed_stages,
    )
    write_changes(told, folder, site.root if site.volume is None else None)


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


def _write(site: Site, gathered: Gathered, since: Path | None) -> tuple[Gathered, WriteReport]:
    """Render and write everything; what was gathered comes back with the exports that failed."""
    catalogue = load_catalogue(site.settings.interface_language)
    build_info = msgspec.structs.replace(gathered.build_info, templates=digest_of_templates(site))
    fence, warned = Fence(passes=(OSError,)), list(warn_of_upstream(site.templates_dir))
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
        failed = (*gathered.corpus.failures, *fence.failures)
        corpus = msgspec.structs.replace(gathered.corpus, failures=failed)
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


def _report(site: Site, gathered: Gathered, written: WriteReport) -> BuildReport:
    corpus = gathered.corpus
    tables: dict[str, Sized] = {
        "actors": corpus.actors,
        "quotations": corpus.quotations,
        "statements": corpus.statements,
        "dates": corpus.dates,
        "timeline": corpus.timeline,
        "topics": corpus.topics,
        "takeaways": corpus.takeaways,
    }
    fence = Fence()
    follow = site.settings.follow
    others = (
        *fence.run("build.follow", lambda: tuple(warn_of_missing(corpus, follow)), ()),
        *fence.run("build.site_name", lambda: tuple(warn_of_name(site, corpus)), ()),
        *gathered.warnings,
    )
    gates = fence.need("build.gates", lambda: measure_gates(corpus, site.settings.gates), left=LEFT)
    return BuildReport(
        documents=len(corpus.documents),
        analysed=gathered.analysed,
        counts={name: len(rows) for name, rows in tables.items()},
        written=written.written,
        unchanged=len(written.unchanged),
        deleted=written.deleted,
        warned=accept_known(
            (
                *locate_warnings(corpus, site.settings),
                *(locate_words(words, site.settings) for words in others),
            ),
            site.settings,
        ),
        gates=gates,
        failed_stages=(*find_failed_stages(corpus), *describe_failures(fence.failures)),
        lasting=not has_failures(corpus) and not fence.failures,
    )
