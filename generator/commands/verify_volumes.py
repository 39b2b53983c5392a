"""The proof of a site in volumes: each volume like a site, then the front against all of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from generator.cache.lock import build_lock
from generator.commands.sources import read_sources
from generator.commands.verify import Verification, verify, verify_site, written_words
from generator.commands.verify_files import find_altered_copies, own_static_pages
from generator.commands.volumes import (
    Volume,
    divide,
    name_of_volume,
    site_of_front,
    stage,
)
from generator.commands.withdrawn import find_left
from generator.config import Site
from generator.errors import SeedError
from generator.files.entries import walk_files
from generator.i18n.catalogue import load_catalogue
from generator.model.text import Document
from generator.provenance.audit import ProofFailure
from generator.publish.swap import asides_of

NAMED_WITH_VOLUME = re.compile(r'data-src="(?P<volume>[^/"]+)/(?P<document>[^"]+):\d+-\d+"')
"""A place as the front names it: the volume before the document."""


def verify_volumes(site: Site) -> Verification:
    """Prove every volume of the built site, and the front, against the seeds of the settings."""
    proofs: list[Verification] = []
    with build_lock(site.cache_dir):
        volumes = tuple(v for v in divide(site) if (site.site_dir / v.id).is_dir())
        for volume in volumes:
            part = msgspec.structs.replace(stage(site, volume), site_dir=site.site_dir / volume.id)
            proofs.append(_named(verify(part), volume.id))
        proofs.append(_verify_front(site, volumes))
    return Verification(
        pages=sum(p.pages for p in proofs),
        statements=sum(p.statements for p in proofs),
        citations=sum(p.citations for p in proofs),
        failures=tuple(f for p in proofs for f in p.failures),
        offline_pages=sum(p.offline_pages for p in proofs),
    )


def _verify_front(site: Site, volumes: tuple[Volume, ...]) -> Verification:
    """Prove the front's pages; only the sources that they cite are kept in memory."""
    front = site_of_front(site)
    front_as_built = msgspec.structs.replace(front, site_dir=site.site_dir)
    cited = _cited(site.site_dir, {v.id for v in volumes})
    documents: list[Document] = []
    left: list[ProofFailure] = []
    files: dict[str, str] = {}
    for volume in volumes:
        try:
            sources = read_sources(stage(site, volume).seeds_dir, site.settings.limits)
        except SeedError:
            continue  # the volume's own proof has said it
        documents += _renamed(sources.documents, volume.id, cited)
        files |= written_words(front, sources)
        left += find_left(front, sources, beside=asides_of(site.site_dir))
    proof = verify_site(
        site.site_dir,
        documents,
        catalogue=load_catalogue(site.settings.interface_language),
        site_name=site.name,
        files=files,
        skipped=[name_of_volume(site, v) for v in volumes],
        without=frozenset(v.id for v in volumes) | own_static_pages(front_as_built),
    )
    copied = find_altered_copies(front_as_built)
    return msgspec.structs.replace(proof, failures=(*proof.failures, *copied, *left))


def _cited(site_dir: Path, volumes: set[str]) -> Mapping[str, frozenset[str]]:
    """The documents that the front's pages cite, by volume."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in walk_files(site_dir, ".html"):
        if path.relative_to(site_dir).parts[0] not in volumes:
            for match in NAMED_WITH_VOLUME.finditer(path.read_text("utf-8")):
                found[match["volume"]].add(match["document"])
    return {volume: frozenset(documents) for volume, documents in found.items()}


def _renamed(
    documents: Iterable[Document], volume: str, cited: Mapping[str, frozenset[str]]
) -> Iterator[Document]:
    """The cited documents of a volume, named as the front names them."""
    for document in documents:
        if document.id in cited.get(volume, ()):
            yield msgspec.structs.replace(document, id=f"{volume}/{document.id}")


def _named(proof: Verification, volume: str) -> Verification:
    """A volume's proof whose failures say which volume it is."""
    failures = (msgspec.structs.replace(f, page=f"{volume}/{f.page}") for f in proof.failures)
    return msgspec.structs.replace(proof, failures=tuple(failures))
