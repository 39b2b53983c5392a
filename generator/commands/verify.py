"""The journey of proof: a built site against the seeds, offline, with nothing else to rely on."""

import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from os import getpid
from pathlib import Path
from urllib.parse import urljoin

import msgspec
from msgspec import Struct

from generator.commands.analysis import processes_of
from generator.commands.own_pages import own_words
from generator.commands.sources import Sources, read_sources
from generator.commands.withdrawn import find_left
from generator.commands.workers import forks
from generator.config import Site
from generator.errors import SiteError
from generator.i18n.catalogue import Catalogue, load_catalogue
from generator.model.text import Documents
from generator.model.visible_text import shown
from generator.pages.page_files import Fork, work_on
from generator.pages.source_labels import label_sources
from generator.provenance.audit import (
    PageProof,
    ProofFailure,
    ProofSources,
    audit_citation,
    audit_page,
    editor_words,
)
from generator.publish.offline import NAME

HAND_WRITTEN = ("guide/", "404.html", "assets/", "pagefind/")
"""What people or other programs wrote; it claims nothing about a source."""
CORRECTIONS = "corrections.yml"
OFFLINE = f"data/{NAME}"


class Verification(Struct, frozen=True):
    """What the proof of a whole site found."""

    pages: int
    statements: int
    citations: int
    failures: tuple[ProofFailure, ...]
    offline_pages: int = 0
    """Pages of the offline copy, which are proven like the site's."""


def verify(site: Site) -> Verification:
    """Prove the built site against the seeds folder of the settings."""
    sources = read_sources(site.seeds_dir, site.settings.limits)
    proof = verify_site(
        site.site_dir,
        sources.documents,
        catalogue=load_catalogue(site.settings.interface_language),
        site_name=site.name,
        files=written_words(site, sources),
        skipped=[s.path for s in sources.skipped],
        fork=forks(processes_of(site.settings.limits)),
    )
    left = find_left(site, sources)
    return msgspec.structs.replace(proof, failures=(*proof.failures, *left))


def written_words(site: Site, sources: Sources) -> dict[str, str]:
    """What editors wrote, by the file that a page names for it."""
    lines = sources.corrections
    written = (w for c in lines for w in (c.action, *c.target, c.value or "", c.why))
    files = {CORRECTIONS: " ".join(written)} if lines else {}
    return files | own_words(site)


def verify_site(
    site_dir: Path,
    documents: Documents,
    *,
    catalogue: Catalogue,
    site_name: str,
    files: Mapping[str, str] | None = None,
    skipped: Iterable[str] = (),
    without: frozenset[str] = frozenset(),
    fork: Fork[PageProof] | None = None,
) -> Verification:
    """Prove every generated page below `site_dir`; `documents` are the seeds, read anew.

    Pages are read one at a time, and only what was found on each stays in memory. Folders
    `without` are sites of their own. A page may name what was `skipped`.
    """
    labels = label_sources(documents, catalogue).values()
    evidence = ProofSources(
        documents={d.id: d for d in documents},
        catalogue=catalogue,
        editors=editor_words(documents, site_name, files or {}),
        paths=frozenset(shown(p).strip() for p in [*(d.path for d in documents), *skipped]),
        labels={label.text: label.headline for label in labels},
    )
    pages = _pages(site_dir, without)
    if not pages:
        raise SiteError("there is no built site", where=str(site_dir), hint="Run `briefing build`.")
    proofs = _proofs(pages, lambda page: (site_dir / page).read_text("utf-8"), evidence, fork)
    copied, failures = _copy_proofs(site_dir / OFFLINE, pages, evidence, fork)
    return Verification(
        pages=len(proofs),
        statements=sum(p.statements for p in proofs.values()),
        citations=sum(len(p.citations) for p in proofs.values()),
        failures=(*_failures(proofs), *failures),
        offline_pages=len(copied),
    )


def _proofs(
    pages: Sequence[str],
    read: Callable[[str], str],
    evidence: ProofSources,
    fork: Fork[PageProof] | None,
) -> dict[str, PageProof]:
    """What was found on each page, which is read where it is proven."""

    def work(number: int) -> PageProof:
        return audit_page(pages[number], read(pages[number]), evidence)

    return dict(zip(pages, work_on(work, len(pages), fork), strict=True))


def _copy_proofs(
    archive: Path, pages: Iterable[str], evidence: ProofSources, fork: Fork[PageProof] | None
) -> tuple[dict[str, PageProof], list[ProofFailure]]:
    """The proofs of the offline copy's pages, and its failures; none where there is no copy."""
    if not archive.is_file():
        return {}, []

    @cache
    def opened(_process: int) -> zipfile.ZipFile:
        return zipfile.ZipFile(archive)  # each process its own: two would share the place in it

    try:
        names = [n for n in opened(getpid()).namelist() if n.endswith(".html") and _is_generated(n)]
        proofs = _proofs(
            sorted(names), lambda n: opened(getpid()).read(n).decode("utf-8"), evidence, fork
        )
    except (zipfile.BadZipFile, UnicodeDecodeError, OSError) as error:
        return {}, [ProofFailure(OFFLINE, f"the offline copy cannot be read ({error})", "")]
    found = [msgspec.structs.replace(f, page=f"{OFFLINE}: {f.page}") for f in _failures(proofs)]
    lacking = sorted(set(pages) ^ set(names))
    found += [
        ProofFailure(f"{OFFLINE}: {n}", "the site and the offline copy differ in this page", "")
        for n in lacking
    ]
    return proofs, found


def _is_generated(page: str) -> bool:
    return not page.startswith(HAND_WRITTEN)


def _pages(site_dir: Path, without: frozenset[str]) -> tuple[str, ...]:
    """The generated pages, by their paths below the site."""
    paths = (p.relative_to(site_dir) for p in site_dir.rglob("*.html"))
    found = (p.as_posix() for p in paths if p.parts[0] not in without)
    return tuple(sorted(n for n in found if _is_generated(n)))


def _failures(proofs: Mapping[str, PageProof]) -> list[ProofFailure]:
    anchors: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for page, proof in proofs.items():
        anchors[page].update(proof.anchors)
    found = [f for proof in proofs.values() for f in proof.failures]
    for proof in proofs.values():
        for cited in proof.citations:
            target = urljoin(f"/{cited.page}", cited.href).partition("#")[0].lstrip("/")
            page = f"{target}index.html" if target.endswith("/") or not target else target
            if page not in proofs:
                found.append(
                    ProofFailure(cited.page, "the citation leads nowhere", cited.href, cited.src)
                )
                continue
            failure = audit_citation(cited, anchors[page])
            if failure:
                found.append(failure)
    return found
