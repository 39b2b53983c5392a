"""The journey of proof: a built site against the seeds, offline, with nothing else to rely on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urljoin

from msgspec import Struct

from generator.config import Site
from generator.errors import SiteError
from generator.i18n.catalogue import Catalogue, load_catalogue
from generator.model.text import Document
from generator.model.visible_text import shown
from generator.pages.corpus_index import letter
from generator.provenance.audit import (
    Evidence,
    Failure,
    PageProof,
    audit_citation,
    audit_page,
    editor_words,
)
from generator.read.corrections import read_corrections
from generator.read.seeds import read_seeds

HAND_WRITTEN = ("guide/", "404.html", "assets/", "pagefind/")
"""What people or other programs wrote; it claims nothing about a source."""
CORRECTIONS = "corrections.yml"


class Verification(Struct, frozen=True):
    """What the proof of a whole site found."""

    pages: int
    statements: int
    citations: int
    failures: tuple[Failure, ...]


def verify(site: Site) -> Verification:
    """Prove the built site against the seeds folder of the settings."""
    reading = read_seeds(site.seeds_dir, seed_bytes=site.settings.limits.seed_bytes)
    lines = read_corrections(site.seeds_dir)
    written = (w for c in lines for w in (c.action, *c.target, c.value or "", c.why))
    files = {CORRECTIONS: " ".join(written)} if lines else {}
    return verify_site(
        site.site_dir,
        reading.documents,
        catalogue=load_catalogue(site.settings.interface_language),
        site_name=site.name,
        files=files,
        skipped=[s.path for s in reading.skipped],
    )


def verify_site(
    site_dir: Path,
    documents: Sequence[Document],
    *,
    catalogue: Catalogue,
    site_name: str,
    files: Mapping[str, str] | None = None,
    skipped: Iterable[str] = (),
) -> Verification:
    """Prove every generated page below `site_dir`; `documents` are the seeds, read anew."""
    evidence = Evidence(
        documents={d.id: d for d in documents},
        catalogue=catalogue,
        editors=editor_words(documents, site_name, files or {}),
        paths=frozenset(shown(p).strip() for p in [*(d.path for d in documents), *skipped]),
        letters=frozenset(letter(i) for i in range(len(documents))),
    )
    proofs = {
        p: audit_page(p, (site_dir / p).read_text("utf-8"), evidence) for p in _pages(site_dir)
    }
    if not proofs:
        raise SiteError("there is no built site", where=str(site_dir), hint="Run `briefing build`.")
    return Verification(
        pages=len(proofs),
        statements=sum(p.statements for p in proofs.values()),
        citations=sum(len(p.citations) for p in proofs.values()),
        failures=tuple(_failures(proofs)),
    )


def _pages(site_dir: Path) -> list[str]:
    found = (p.relative_to(site_dir).as_posix() for p in site_dir.rglob("*.html"))
    return sorted(p for p in found if not p.startswith(HAND_WRITTEN))


def _failures(proofs: Mapping[str, PageProof]) -> list[Failure]:
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
                    Failure(cited.page, "the citation leads nowhere", cited.href, cited.src)
                )
                continue
            failure = audit_citation(cited, anchors[page])
            if failure:
                found.append(failure)
    return found
