"""The door of the read wing: a folder of seeds in, documents out, nothing lost silently.

A file that cannot be read is named with the reason, and the others go on.
"""

import hashlib
import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from msgspec import Struct, msgpack
from msgspec.structs import replace

from generator.config.limits import LimitSettings
from generator.faults.fence import Fence
from generator.files.guarded import (
    UnreadableError,
    locate,
    read_guarded,
    refusal,
    shown_name,
)
from generator.language.identification import UNKNOWN, find_language, may_be_in
from generator.language.lexicons import Lexicon, lexicon_for_reading, load_lexicon
from generator.language.quotation_marks import find_quoted_runs
from generator.model.corpus import SkippedSeed
from generator.model.identifiers import content_id, number_repeats, path_ids
from generator.model.rules import ZoneRule
from generator.model.text import Document, Metadata, Offsets, Original, Sentence, Zone
from generator.model.visible_text import shown_metadata, without_markup
from generator.model.zones import UNSEEN
from generator.read.formats import ENDINGS, MARKDOWN, ReadText, ending_of, read_texts
from generator.read.formats.blocks import bounds_of
from generator.read.metadata import find_metadata
from generator.read.reference_lists import MODULES as LISTS
from generator.read.reference_lists import ReferenceLists, read_references
from generator.read.seed_files import (
    SIDECAR,
    SeedFile,
    find_files,
    nothing_to_read,
    refuse_no_folder,
)
from generator.read.sentences import find_sentences
from generator.read.sidecars import FRONT_MATTER, Sidecar, read_beside, read_sidecar
from generator.read.speakers import find_turns
from generator.read.stated_speakers import with_stated_speakers
from generator.read.text_forms import TextForm, find_form
from generator.read.unread_endings import advise
from generator.read.zones import find_zones

LIMITS = LimitSettings()


class SeedReading(Struct, frozen=True):
    """The documents, sorted by id, and what could not be read."""

    documents: tuple[Document, ...]
    skipped: tuple[SkippedSeed, ...]
    keys: Mapping[str, str] = {}
    """Under which each document is kept that was read as it should be, by its id."""
    refused: bool = False
    """Whether the system refused something: another time the same folder may hold more."""


class KeptDocuments(Protocol):
    """Documents that were read before."""

    def load(self, keys: Iterable[str], /) -> Mapping[str, Document]:
        """Those that are known, by key."""

    def save(self, found: Mapping[str, Document], /) -> None:
        """Keep documents by key."""


SeedText: TypeAlias = tuple[ReadText, Sidecar]


def read_seeds(
    folder: Path,
    *,
    limits: LimitSettings = LIMITS,
    kept: KeptDocuments | None = None,
    only: str = "",
) -> SeedReading:
    """Read every seed below `folder`; hidden files, sidecars and corrections are no seeds.

    A document that is `kept` is not made again; who gives them answers for the code being the same.
    `only` is the path of the one file that is wanted, readable or not.
    """
    refuse_no_folder(folder)
    texts: dict[str, SeedText] = {}
    fences: dict[str, Fence] = {}
    skipped: list[SkippedSeed] = []
    files, references = _files(folder, limits)
    skipped.extend(references.skipped)
    refused = references.refused
    for file in files:
        name = file.path.relative_to(folder).as_posix()
        if only not in {"", name}:
            continue
        fence = Fence(shown_name(name))
        read = _read_fenced(folder, file, limits, fence)
        refused = refused or _is_refused(file, read)
        if isinstance(read, OSError):
            read = refusal(read)
        if isinstance(read, str):
            skipped.append(SkippedSeed(shown_name(name), read))
            continue
        for inner, one in zip(_inner_names(name, read), read, strict=True):
            texts[inner] = _with_reference(inner, one, references)
            fences[inner] = Fence(shown_name(inner))
            fences[inner].failures = fence.failures
    if not texts and not only:
        raise nothing_to_read(folder, skipped)
    ids = path_ids(texts)
    languages = _languages(texts, fences)
    documents, keys = _documents(texts, ids, languages, fences, kept)
    return SeedReading(
        tuple(sorted(documents, key=lambda d: d.id)),
        tuple(sorted(skipped, key=lambda s: s.path)),
        keys,
        refused,
    )


def _is_refused(file: SeedFile, read: tuple[SeedText, ...] | str | OSError) -> bool:
    """Whether the system did not let us read a file or what an editor wrote beside it."""
    if isinstance(read, tuple):
        return any(sidecar.refused for _, sidecar in read)
    return file.refused or isinstance(read, OSError)


def _files(folder: Path, limits: LimitSettings) -> tuple[list[SeedFile], ReferenceLists]:
    """The files that may be seeds, and what the lists of references among the others say."""
    files = list(find_files(folder, frozenset(ENDINGS)))
    lists = {f.path for f in files if not f.problem and f.path.suffix.lower() in LISTS}
    references = read_references(folder, sorted(lists), most=limits.seed_bytes)
    seeds = {path for path in references.others if ending_of(path) in ENDINGS}
    return [f for f in files if f.path not in lists - seeds], references


def _documents(
    texts: Mapping[str, SeedText],
    ids: Mapping[str, str],
    languages: Mapping[str, str],
    fences: Mapping[str, Fence],
    kept: KeptDocuments | None,
) -> tuple[list[Document], dict[str, str]]:
    """The documents of all texts, taken over or made, and the keys of those that can be kept."""
    sound = [name for name in texts if not fences[name].failures] if kept else []
    keys: dict[str, str] = {}
    for name in sound:
        find = partial(_key, ids[name], name, *texts[name], languages[name])
        keys[name] = fences[name].run("read.key", find, "")
    known = kept.load(filter(None, keys.values())) if kept else {}
    documents = {
        name: known.get(keys.get(name, ""))
        or _document(ids[name], name, *texts[name], languages[name], fence=fences[name])
        for name in texts
    }
    if kept:
        fresh = {key: documents[name] for name, key in keys.items() if key not in known}
        kept.save({key: d for key, d in fresh.items() if not d.failures})
    return [*documents.values()], {ids[name]: key for name, key in keys.items() if key}


def _key(document_id: str, name: str, read: ReadText, sidecar: Sidecar, language: str) -> str:
    """A digest of all that a document is made from, beside the code."""
    parts = (document_id, os.fsencode(name), read, sidecar, language)  # a name need not be UTF-8
    return hashlib.sha256(msgpack.encode(parts, order="deterministic", enc_hook=dict)).hexdigest()


def _with_reference(name: str, text: SeedText, references: ReferenceLists) -> SeedText:
    """A text with what a list of references says of it, where nothing beside it says more."""
    read, sidecar = text
    head = f"{read.front_matter}\n{' '.join(read.stated.get('url', ()))}\n{read.text}"
    facts = {**references.facts_of(name, head), **sidecar.facts}
    return read, replace(sidecar, facts=facts)


def is_read(path: Path) -> bool:
    """Whether a file's content can change a build: a seed's ending, or that of what lies beside."""
    ending = ending_of(path)
    return ending in ENDINGS or ending in LISTS or path.suffix == SIDECAR


def _read_fenced(
    folder: Path, file: SeedFile, limits: LimitSettings, fence: Fence
) -> tuple[SeedText, ...] | str | OSError:
    """A file's texts and its editor's facts, or why there are none."""
    read = fence.run("read.text", lambda: _texts_or_reason(folder, file, limits), None)
    if read is None:
        last = fence.failures[-1]
        return f"it cannot be read: an unexpected error ({last.error} {last.digest})"
    if isinstance(read, str | OSError):
        return read
    nothing = Sidecar({}, ())
    found: list[SeedText] = []
    for one in read:
        find = partial(_sidecar, folder, file.path, one, limits)
        found.append((one, fence.run("read.sidecar", find, nothing)))
    return tuple(found)


def _inner_names(name: str, read: tuple[SeedText, ...]) -> list[str]:
    """The file's own name, or with what names each of its articles behind it."""
    if len(read) == 1 and not read[0][0].key:
        return [name]
    return [f"{name}#{key}" for key in number_repeats(one.key for one, _ in read)]


def _texts_or_reason(
    folder: Path, file: SeedFile, limits: LimitSettings
) -> tuple[ReadText, ...] | str | OSError:
    try:
        return _read_file(folder, file, limits)
    except UnreadableError as error:
        return str(error)
    except OSError as error:
        return error


def _read_file(folder: Path, file: SeedFile, limits: LimitSettings) -> tuple[ReadText, ...]:
    if file.problem:
        raise UnreadableError(file.problem)
    ending = ending_of(file.path)
    if ending not in ENDINGS:
        locate(file.path, within=folder)
        shown = shown_name(file.path.suffix)
        if not shown:
            raise UnreadableError(f"files without an ending are not read; {advise(ending)}")
        raise UnreadableError(f"files ending in {shown} are not read; {advise(ending)}")
    most, limit = limits.seed_bytes, "seed_bytes"
    content = read_guarded(file.path, within=folder, most=most, limit=limit)
    return read_texts(content, ending, bounds_of(limits))


def _sidecar(folder: Path, path: Path, read: ReadText, limits: LimitSettings) -> Sidecar:
    """The editor's facts: front matter, then the file beside the seed, which wins."""
    front = read_sidecar(read.front_matter, where=FRONT_MATTER, lines_before=1)
    beside = path.with_name(path.name + SIDECAR)
    own = read_beside(beside, within=folder, most=limits.yaml_bytes, limit="yaml_bytes")
    facts, warnings = {**front.facts, **own.facts}, (*front.warnings, *own.warnings)
    return Sidecar(facts, warnings, own.refused)


def _languages(texts: Mapping[str, SeedText], fences: Mapping[str, Fence]) -> dict[str, str]:
    """Each document's language; a table or a list, which have none, take the commonest."""
    found: dict[str, str] = {}
    for name, (read, sidecar) in texts.items():
        find = partial(_language, read, sidecar)
        found[name] = fences[name].run("read.language", find, UNKNOWN)
    told = Counter(language for language in found.values() if language != UNKNOWN)
    if not told:
        return found
    common = min(told, key=lambda language: (-told[language], language))
    return {
        name: common if code == UNKNOWN and may_be_in(common, _seen(texts[name][0])) else code
        for name, code in found.items()
    }


def _seen(read: ReadText) -> str:
    return without_markup(read.text, read.markup)


def _language(read: ReadText, sidecar: Sidecar) -> str:
    """What the editor says, what the words tell, or what the original states."""
    stated = sidecar.facts.get("language")
    if stated:
        return stated[0].value.split("-")[0]
    found = find_language(_seen(read)[read.front_matter_end :])
    return read.stated.get("language", (UNKNOWN,))[0] if found == UNKNOWN else found


def _document(
    document_id: str,
    name: str,
    read: ReadText,
    sidecar: Sidecar,
    language: str,
    *,
    fence: Fence,
) -> Document:
    lexicon = fence.run("read.word_lists", lambda: load_lexicon(language), None)
    form = fence.run("read.form", lambda: _form(read), None)
    seen = _seen(read)
    find = partial(_zones, read, seen, lexicon=lexicon, set_aside=form.rule if form else None)
    zones = fence.run("read.zones", find, ())
    told = () if form else zones
    metadata = fence.run(
        "read.metadata",
        lambda: _metadata(name, read, seen, told, sidecar, lexicon),
        Metadata(),
    )
    words = lexicon_for_reading(language)
    sentences = fence.run("read.sentences", lambda: _sentences(seen, zones, words), ())
    turns = fence.run(
        "read.speakers",
        lambda: with_stated_speakers(find_turns(seen, zones, lexicon), seen, read.front_matter_end),
        (),
    )
    warnings = (*read.warnings, *sidecar.warnings)
    return Document(
        id=document_id,
        path=shown_name(name),
        media_type=read.media_type,
        sha256=read.sha256,
        text_sha256=read.text_sha256,
        text=read.text,
        language=language,
        metadata=metadata,
        zones=zones,
        sentences=sentences,
        warnings=(*warnings, form.warning) if form else warnings,
        failures=fence.failures,
        original=Original(read.media_type, read.sha256, read.pages) if read.converted else None,
        turns=turns,
        markup=read.markup,
    )


def _metadata(
    name: str,
    read: ReadText,
    seen: str,
    zones: tuple[Zone, ...],
    sidecar: Sidecar,
    lexicon: Lexicon | None,
) -> Metadata:
    named = name if read.media_type == MARKDOWN else ""
    facts, stated = sidecar.facts, read.stated
    found = find_metadata(seen, zones, editor=facts, lexicon=lexicon, original=stated, name=named)
    return shown_metadata(found, read.text, read.markup)


def _zones(
    read: ReadText, seen: str, *, lexicon: Lexicon | None, set_aside: ZoneRule | None
) -> tuple[Zone, ...]:
    return find_zones(
        seen,
        front_matter_end=read.front_matter_end,
        lexicon=lexicon,
        set_aside=set_aside,
        original=[(b.start, b.end, b.kind, b.marker) for b in read.blocks],
    )


def _form(read: ReadText) -> TextForm | None:
    """What a text is instead of an article; what a reader of another format made is one."""
    return None if read.converted else find_form(read.text, markdown=read.media_type == MARKDOWN)


def _sentences(text: str, zones: tuple[Zone, ...], lexicon: Lexicon) -> tuple[Sentence, ...]:
    seen = [z for z in zones if z.kind not in UNSEEN]
    runs = find_quoted_runs(text, [Offsets(z.start, z.end) for z in seen], lexicon)
    runs = tuple(sorted(runs, key=lambda r: r.outer_start))
    starts = [r.outer_start for r in runs]
    found: list[tuple[Offsets, Zone]] = []
    for zone in seen:
        first, last = bisect_left(starts, zone.start), bisect_left(starts, zone.end)
        inside = [r for r in runs[first:last] if r.outer_end <= zone.end]
        spans = find_sentences(text, Offsets(zone.start, zone.end), inside, lexicon=lexicon)
        found.extend((span, zone) for span in spans)
    ids = number_repeats(content_id("s", text[s.start : s.end]) for s, _ in found)
    return tuple(
        Sentence(one, s.start, s.end, z.paragraph, z.kind)
        for one, (s, z) in zip(ids, found, strict=True)
    )
