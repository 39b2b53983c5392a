"""The journey of proof: a built site against the seeds, offline, with nothing else to rely on."""

import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from os import getpid
from pathlib import Path
from urllib.parse import urljoin

import msgspec
from msgspec import Struct

from generator.commands.analysis import processes_of
from generator.commands.own_pages import own_words
from generator.commands.sources import Sources, read_sources
from generator.commands.verify_files import find_wrong_files, is_generated, own_static_pages
from generator.commands.withdrawn import find_left
from generator.commands.workers import forks
from generator.config import Site
from generator.errors import SiteError
from generator.files.entries import walk_files
from generator.i18n.catalogue import Catalogue, load_catalogue
from generator.model.text import Documents
from generator.model.visible_text import shown
from generator.pages.own_words import find_own_templates
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
from generator.publish.offline import NAME, offline_page

CORRECTIONS = "corrections.yml"
OWN_SETTINGS = "settings"
"""What the settings file says, and the titles of own templates; no page names them so."""
OFFLINE = f"data/{NAME}"
DIFFERS = "the site and the offline copy differ in this page"


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
        without=own_static_pages(site),
        fork=forks(processes_of(site.settings.limits)),
    )
    beside = find_wrong_files(site, {d.id: d for d in sources.documents})
    left = find_left(site, sources)
    return msgspec.structs.replace(proof, failures=(*proof.failures, *beside, *left))


def written_words(site: Site, sources: Sources) -> dict[str, str]:
    """What editors wrote, by the file that a page names for it."""
    lines = sources.corrections
    written = (w for c in lines for w in (c.action, *c.target, c.value or "", c.why))
    files = {CORRECTIONS: " ".join(written)} if lines else {}
    if site.config_file is not None:  # a page's head may have the owner's description of the site
        files[OWN_SETTINGS] = site.config_file.read_text("utf-8", "replace")
    titles = (page.title for page in find_own_templates(site.templates_dir))
    files |= {f"{OWN_SETTINGS} {n}": title for n, title in enumerate(titles)}
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
    `without` are sites of their own, and pages are a person's, as they came, which claim nothing
    for a source. A page may name what was `skipped`.
    """
    labels = label_sources(documents, catalogue).values()
    evidence = ProofSources(
        documents={d.id: d for d in documents},
        catalogue=catalogue,
        editors=editor_words(documents, site_name, files or {}),
        paths=frozenset(shown(p).strip() for p in [*(d.path for d in documents), *skipped]),
        labels={n: known.headline for known in labels for n in (known.text, known.beside) if n},
    )
    pages = _pages(site_dir, without)
    if not pages:
        raise SiteError("there is no built site", where=str(site_dir), hint="Run `briefing build`.")
    prove = partial(_audited, evidence)
    proofs = _proofs(pages, lambda page: (site_dir / page).read_text("utf-8"), prove, fork)
    copied, failures = _copy_proofs(site_dir, proofs, without, evidence, fork)
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
    prove: Callable[[str, str], PageProof],
    fork: Fork[PageProof] | None,
) -> dict[str, PageProof]:
    """What was found on each page, which is read where it is proven."""

    def work(number: int) -> PageProof:
        return prove(pages[number], read(pages[number]))

    return dict(zip(pages, work_on(work, len(pages), fork), strict=True))


def _audited(evidence: ProofSources, page: str, html: str) -> PageProof:
    return audit_page(page, html, evidence)


def _copy_proofs(
    site_dir: Path,
    pages: Mapping[str, PageProof],
    without: frozenset[str],
    evidence: ProofSources,
    fork: Fork[PageProof] | None,
) -> tuple[dict[str, PageProof], list[ProofFailure]]:
    """The proofs of the offline copy's pages, and its failures; none where there is no copy.

    A page that is the site's with other links is proven with it; any other is proven by itself.
    """
    archive = site_dir / OFFLINE
    if not archive.is_file():
        return {}, []

    @cache
    def opened(_process: int) -> zipfile.ZipFile:
        return zipfile.ZipFile(archive)  # each process its own: two would share the place in it

    def prove(name: str, html: str) -> PageProof:
        if name in pages and html == offline_page((site_dir / name).read_text("utf-8"), name):
            return pages[name]
        proof = audit_page(name, html, evidence)
        odd = ProofFailure(name, DIFFERS, "")
        return proof if proof.failures else msgspec.structs.replace(proof, failures=(odd,))

    try:
        found = (n for n in opened(getpid()).namelist() if n.endswith(".html"))
        names = sorted(n for n in found if is_generated(n) and n not in without)
        proofs = _proofs(names, lambda n: opened(getpid()).read(n).decode("utf-8"), prove, fork)
    except (zipfile.BadZipFile, UnicodeDecodeError, OSError) as error:
        return {}, [ProofFailure(OFFLINE, f"the offline copy cannot be read ({error})", "")]
    lacking = [ProofFailure(n, DIFFERS, "") for n in sorted(set(pages) - set(names))]
    failed = (*_failures(proofs), *lacking)
    return proofs, [msgspec.structs.replace(f, page=f"{OFFLINE}: {f.page}") for f in failed]


def _pages(site_dir: Path, without: frozenset[str]) -> tuple[str, ...]:
    """The generated pages, by their paths below the site."""
    paths = (p.relative_to(site_dir) for p in walk_files(site_dir, ".html"))
    found = (p.as_posix() for p in paths if p.parts[0] not in without)
    return tuple(sorted(n for n in found if is_generated(n) and n not in without))


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
