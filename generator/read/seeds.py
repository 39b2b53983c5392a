"""The door of the read wing: a folder of seeds in, documents out, nothing lost silently."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.identifiers import content_id, number_repeats, short_hash, slug
from generator.marks import find_quoted_runs
from generator.model.corpus import SkippedSeed
from generator.model.text import Document, Metadata, Offsets, Sentence, Zone
from generator.sentences import find_sentences


class Reading(Struct, frozen=True):
    """The documents, sorted by id, and what could not be read."""

    documents: tuple[Document, ...]
    skipped: tuple[SkippedSeed, ...]


def read_seeds(folder: Path, *, seed_bytes: int = 20_000_000) -> Reading:
    """Read every ``.txt`` and ``.md`` file below `folder`."""
    docs = []
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text("utf-8")
        import re
        zones = tuple(Zone(m.start(), m.end(), "body", "", i + 1) for i, m in enumerate(re.finditer(r"[^\n]+", text)))
        runs = find_quoted_runs(text, [Offsets(z.start, z.end) for z in zones])
        spans = [(s, z) for z in zones for s in find_sentences(text, Offsets(z.start, z.end), runs)]
        ids = number_repeats(content_id("s", text[s.start:s.end]) for s, _ in spans)
        sentences = tuple(Sentence(i, s.start, s.end, z.paragraph, z.kind) for i, (s, z) in zip(ids, spans))
        docs.append(Document(path.stem.lower(), path.name, "text/plain", "", "", text, "en", Metadata(), zones, sentences))
    return Reading(tuple(docs), ())
