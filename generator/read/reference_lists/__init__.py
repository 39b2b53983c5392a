"""Lists of references beside the seeds: what a BibTeX, RIS or CSL-JSON file says of a document.

A reference belongs to the document whose file it names, in a field of its own or by its key, or to
the one that has its DOI. What stands beside a document itself wins.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import cast

from msgspec import Struct

from generator.faults.fence import Fence
from generator.files.guarded import (
    UnreadableError,
    decode_utf8,
    read_guarded,
    refusal,
    shown_name,
)
from generator.model.corpus import SkippedSeed
from generator.model.text import Fact
from generator.read.reference_lists.entries import (
    DOI,
    NO_LIST,
    EntryProblem,
    Reader,
    ReferenceEntry,
    ReferenceList,
)

MODULES = {
    ".bib": ("bibtex", "references"),
    ".ris": ("ris", "references"),
    ".json": ("csl_json", ""),
}
"""File name ending → the module that reads it and the extra that its library is in, or ""."""
SHARED = frozenset({".json"})
"""Endings that articles have too."""
HEAD = 5_000
"""Characters of a text in which its own DOI stands."""
UNEXPECTED = "it cannot be read: an unexpected error"
MOST_PROBLEMS = 20
"""Problems of one list that are told; a file of another kind has one in each line."""


class ReferenceLists(Struct, frozen=True):
    """What the lists say, by file name and by DOI, and what of them is not used."""

    by_name: Mapping[str, tuple[ReferenceEntry, ...]]
    by_doi: Mapping[str, tuple[ReferenceEntry, ...]]
    skipped: tuple[SkippedSeed, ...]
    others: frozenset[Path] = frozenset()
    """Files of such an ending that hold something else."""
    refused: bool = False
    """Whether the system did not let us read one, which it may another time."""

    def facts_of(self, name: str, head: str) -> dict[str, tuple[Fact, ...]]:
        """What the one reference of a document says of it; nothing where several fit.

        `name` is its path, `head` what stands before and at the beginning of its text.
        """
        file = name.rpartition("/")[2].partition("#")[0]
        found = self.by_name.get(file) or self.by_name.get(file.rpartition(".")[0]) or ()
        if not found and self.by_doi:
            numbers = {m.group().rstrip(".,;)").lower() for m in DOI.finditer(head[:HEAD])}
            found = tuple(r for n in sorted(numbers) for r in self.by_doi.get(n, ()))
        if len({tuple(sorted(r.stated.items())) for r in found}) != 1:
            return {}
        stated = found[0].stated.items()
        return {
            k: tuple(Fact(v, "editor", None, "reference_manager") for v in values)
            for k, values in stated
        }


def read_references(folder: Path, files: Iterable[Path], *, most: int) -> ReferenceLists:
    """Read the lists among a folder's files; one that cannot be read costs itself alone."""
    by_name: defaultdict[str, list[ReferenceEntry]] = defaultdict(list)
    by_doi: defaultdict[str, list[ReferenceEntry]] = defaultdict(list)
    skipped: list[SkippedSeed] = []
    others: set[Path] = set()
    refused = False
    for path in files:
        shown = shown_name(path.relative_to(folder).as_posix())
        fence = Fence(shown)
        found = fence.run(
            "read.reference_lists", partial(_read_or_reason, folder, path, most), None
        )
        if isinstance(found, OSError):
            refused, found = True, refusal(found)
        if not isinstance(found, ReferenceList):
            skipped.append(
                SkippedSeed(shown, found or f"{UNEXPECTED} ({fence.failures[-1].error})")
            )
            continue
        if found == NO_LIST:
            others.add(path)
        for one in found.references:
            for name in one.names:
                by_name[name].append(one)
            if one.doi:
                by_doi[one.doi].append(one)
        skipped.extend(_told(shown, found))
    return ReferenceLists(
        _frozen(by_name), _frozen(by_doi), tuple(skipped), frozenset(others), refused
    )


def _read_or_reason(folder: Path, path: Path, most: int) -> ReferenceList | str | OSError:
    try:
        return _read(folder, path, most)
    except UnreadableError as error:
        return str(error)
    except OSError as error:
        return error


def _read(folder: Path, path: Path, most: int) -> ReferenceList:
    content = read_guarded(path, within=folder, most=most, limit="seed_bytes")
    module, extra = MODULES[path.suffix.lower()]
    try:
        read = cast("Reader", import_module(f"{__name__}.{module}").read)
    except ModuleNotFoundError as error:
        if not extra:
            raise
        needed = f"reading it needs an extra: pip install 'briefing-site[{extra}]'"
        raise UnreadableError(needed) from error
    try:
        text = decode_utf8(content)
    except UnreadableError:
        if path.suffix.lower() in SHARED:
            return NO_LIST  # the reader of articles knows other encodings
        raise
    found = read(text.replace("\r\n", "\n").replace("\r", "\n"))
    unused = (EntryProblem(one.line, told) for one in found.references for told in one.problems)
    return ReferenceList(found.references, (*found.problems, *unused))


def _told(shown: str, found: ReferenceList) -> list[SkippedSeed]:
    """What could not be read, with file and line."""
    told = [SkippedSeed(f"{shown}:{p.line}", p.message) for p in found.problems[:MOST_PROBLEMS]]
    more = len(found.problems) - len(told)
    return [*told, SkippedSeed(shown, f"so it is in {more} more places")] if more else told


def _frozen(found: Mapping[str, Sequence[ReferenceEntry]]) -> dict[str, tuple[ReferenceEntry, ...]]:
    return {key: tuple(several) for key, several in found.items()}
