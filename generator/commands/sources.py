"""The sources of a site: what its folder holds, less what its editor has withdrawn."""

from pathlib import Path

from msgspec import Struct

from generator.cache.fingerprint import digest_of_values, library_versions, rules_digest
from generator.cache.store import DocumentStore
from generator.config.limits import LimitSettings
from generator.errors import SeedError
from generator.model.corpus import Correction, SkippedSeed
from generator.model.text import Document
from generator.model.withdrawal import WITHDRAW
from generator.read.corrections import read_corrections
from generator.read.seeds import read_seeds


class Sources(Struct, frozen=True):
    """What a site is made from."""

    documents: tuple[Document, ...]
    skipped: tuple[SkippedSeed, ...]
    corrections: tuple[Correction, ...]
    withdrawn: tuple[Document, ...]
    """Documents that lie in the folder still, of which nothing may be shown."""
    refused: bool = False
    """Whether the system refused something: another time the same folder may hold more."""


def kept_documents(cache_dir: Path) -> DocumentStore:
    """What a site's cache has of its sources as they were read by this code."""
    return DocumentStore(cache_dir, made_by=digest_of_values(rules_digest(), library_versions()))


def read_sources(
    seeds_dir: Path, limits: LimitSettings, kept: DocumentStore | None = None
) -> Sources:
    """Read the folder and the editor's file; what is withdrawn goes no further than here.

    A source that is `kept` as it was read before is not read again.
    """
    corrections = read_corrections(seeds_dir, yaml_bytes=limits.yaml_bytes)
    reading = read_seeds(seeds_dir, limits=limits, kept=kept)
    taken = {c.target[0] for c in corrections if c.action == WITHDRAW}
    withdrawn = tuple(d for d in reading.documents if {d.id, d.path} & taken)
    documents = tuple(d for d in reading.documents if d not in withdrawn)
    if kept:
        kept.keep_only(reading.keys[d.id] for d in documents if d.id in reading.keys)
    if not documents:
        raise SeedError(
            "every source is withdrawn",
            where=str(seeds_dir),
            hint="Put another into the folder, or take one back in corrections.yml.",
        )
    skipped = tuple(s for s in reading.skipped if s.path not in taken)
    return Sources(documents, skipped, corrections, withdrawn, reading.refused)
