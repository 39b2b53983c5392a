"""The door of the read wing: a folder of seeds in, documents out, nothing lost silently.

A file that cannot be read is named with the reason, and the others go on.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from generator.errors import SeedError
from generator.language.lexicons import load_lexicon
from generator.language.quotation_marks import find_quoted_runs
from generator.model.corpus import SkippedSeed
from generator.model.identifiers import content_id, number_repeats, short_hash
from generator.model.text import Document, Offsets, Sentence, Zone
from generator.read.formats import ReadText, UnreadableError, media_type_of, read_text
from generator.read.language import find_language
from generator.read.metadata import find_metadata
from generator.read.sentences import find_sentences
from generator.read.sidecars import Sidecar, read_sidecar
from generator.read.zones import find_zones

SIDECAR = ".yml"
CORRECTIONS = "corrections.yml"
UNSEEN = frozenset({"boilerplate", "credit", "front_matter"})
"""Zones without sentences: nothing of them is ever shown as said by the document."""
LONG_ID = 80


class Reading(Struct, frozen=True):
    """The documents, sorted by id, and what could not be read."""

    documents: tuple[Document, ...]
    skipped: tuple[SkippedSeed, ...]


def read_seeds(folder: Path, *, seed_bytes: int = 20_000_000) -> Reading:
    """Read every seed below `folder`; hidden files, sidecars and corrections are no seeds."""
    if not folder.is_dir():
        raise SeedError(
            "there is no such folder of seeds",
            where=str(folder),
            hint="Make it and put .txt or .md files into it, or set `seeds` in mkdocs.yml.",
        )
    texts: dict[str, tuple[ReadText, Sidecar]] = {}
    skipped: list[SkippedSeed] = []
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            texts[name] = _read_file(folder, path, seed_bytes)
        except UnreadableError as error:
            skipped.append(SkippedSeed(name, str(error)))
        except OSError as error:
            skipped.append(SkippedSeed(name, f"it cannot be opened ({error.strerror})"))
    if not texts:
        raise _nothing_to_read(folder, skipped)
    ids = _document_ids(list(texts))
    languages = _languages(texts)
    documents = (_document(ids[name], name, *texts[name], languages[name]) for name in texts)
    return Reading(
        tuple(sorted(documents, key=lambda d: d.id)),
        tuple(sorted(skipped, key=lambda s: s.path)),
    )


def _nothing_to_read(folder: Path, skipped: list[SkippedSeed]) -> SeedError:
    reasons = "; ".join(f"{s.path}: {s.reason}" for s in skipped)
    return SeedError(
        f"there is no seed that can be read{f' ({reasons})' if reasons else ''}",
        where=str(folder),
        hint="Put one or more .txt or .md files (UTF-8) into it.",
    )


def _files(folder: Path) -> Iterator[Path]:
    """What may be a seed, in order of path; nothing behind a link out of the folder."""
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink() and media_type_of(PurePosixPath(path)) is None:
            yield from _files(path)
        elif path.suffix != SIDECAR:
            yield path


def _read_file(folder: Path, path: Path, seed_bytes: int) -> tuple[ReadText, Sidecar]:
    media_type = media_type_of(PurePosixPath(path))
    if path.is_symlink() and not path.exists():
        raise UnreadableError("it is a symbolic link that leads nowhere")
    if not path.resolve().is_relative_to(folder.resolve()):
        raise UnreadableError("it is a symbolic link out of the seeds folder")
    if path.is_dir():
        raise UnreadableError("it is a directory, not a file")
    if not path.is_file():
        raise UnreadableError("it is no regular file")
    if media_type is None:
        raise UnreadableError(f"files ending in {path.suffix or 'nothing'} are not read")
    if path.stat().st_size > seed_bytes:
        raise UnreadableError(f"it is larger than {seed_bytes} bytes (limits.seed_bytes)")
    read = read_text(path.read_bytes(), media_type)
    return read, _sidecar(path, read)


def _sidecar(path: Path, read: ReadText) -> Sidecar:
    """The editor's facts: front matter, then the file beside the seed, which wins."""
    front = Sidecar({}, ())
    if read.front_matter_end:
        lines = read.text[: read.front_matter_end].strip().splitlines()[1:-1]
        front = read_sidecar("\n".join(lines), where=path.name, first_line=2)
    beside = path.with_name(path.name + SIDECAR)
    if not beside.is_file():
        return front
    try:
        own = read_sidecar(beside.read_text("utf-8"), where=beside.name)
    except (UnicodeDecodeError, OSError):
        own = Sidecar({}, (f"{beside.name}: it cannot be read as UTF-8; it is not used",))
    return Sidecar({**front.facts, **own.facts}, (*front.warnings, *own.warnings))


def _document_ids(names: list[str]) -> dict[str, str]:
    """Ids from the paths; where two would be one, each gets a short hash of its path."""
    plain = {name: _plain_id(name) for name in names}
    times = Counter(plain.values())
    return {
        name: one if one and times[one] == 1 else "-".join(filter(None, (one, short_hash(name))))
        for name, one in plain.items()
    }


def _plain_id(name: str) -> str:
    stem = name.rsplit(".", 1)[0].lower()
    return re.sub(r"[^a-z0-9_]+", "-", stem).strip("-")[:LONG_ID].strip("-")


def _languages(texts: Mapping[str, tuple[ReadText, Sidecar]]) -> dict[str, str]:
    """Each document's language; one that cannot be told (a table, a list) takes the commonest."""
    found: dict[str, str] = {}
    for name, (read, sidecar) in texts.items():
        stated = sidecar.facts.get("language")
        found[name] = stated[0].value.split("-")[0] if stated else find_language(read.text)
    told = Counter(language for language in found.values() if language != "und")
    if not told:
        return found
    common = min(told, key=lambda language: (-told[language], language))
    return {name: common if code == "und" else code for name, code in found.items()}


def _document(
    document_id: str, name: str, read: ReadText, sidecar: Sidecar, language: str
) -> Document:
    lexicon = load_lexicon(language)
    zones = find_zones(
        read.text,
        markdown=read.media_type == "text/markdown",
        front_matter_end=read.front_matter_end,
        lexicon=lexicon,
    )
    return Document(
        id=document_id,
        path=name,
        media_type=read.media_type,
        sha256=read.sha256,
        text_sha256=read.text_sha256,
        text=read.text,
        language=language,
        metadata=find_metadata(read.text, zones, editor=sidecar.facts, lexicon=lexicon),
        zones=zones,
        sentences=_sentences(read.text, zones),
        warnings=sidecar.warnings,
    )


def _sentences(text: str, zones: tuple[Zone, ...]) -> tuple[Sentence, ...]:
    seen = [z for z in zones if z.kind not in UNSEEN]
    runs = find_quoted_runs(text, [Offsets(z.start, z.end) for z in seen])
    found: list[tuple[Offsets, Zone]] = []
    for zone in seen:
        inside = [r for r in runs if zone.start <= r.outer_start and r.outer_end <= zone.end]
        spans = find_sentences(text, Offsets(zone.start, zone.end), inside)
        found.extend((span, zone) for span in spans)
    ids = number_repeats(content_id("s", text[s.start : s.end]) for s, _ in found)
    return tuple(
        Sentence(one, s.start, s.end, z.paragraph, z.kind)
        for one, (s, z) in zip(ids, found, strict=True)
    )
