"""BibTeX as Zotero, Better BibTeX, JabRef and Mendeley write it."""

import logging
import re
from collections.abc import Iterator

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import (
    LatexDecodingMiddleware,
    MergeNameParts,
    SeparateCoAuthors,
    SplitNameParts,
)
from bibtexparser.model import Entry

from generator.read.reference_lists.entries import (
    EntryProblem,
    ReferenceEntry,
    ReferenceList,
    day_of,
    make_reference,
)

PUBLISHERS = ("journaltitle", "journal", "shortjournal", "organization", "institution", "publisher")
BETWEEN_FILES = re.compile(r"(?<!\\);")
FILE = re.compile(r"(?:[^:;]*:)?(?P<path>[^:;]+?)(?::[\w/+.-]*)?")
"""*Description:path:application/pdf*, or the path alone."""
OTHERS = "others"
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # its problems are told by line below


def read(text: str) -> ReferenceList:
    """The entries; one that cannot be read is named, and the others go on."""
    middle = (
        LatexDecodingMiddleware(),
        SeparateCoAuthors(),
        SplitNameParts(),
        MergeNameParts(style="first"),
    )
    library = parse_string(text, append_middleware=middle)
    return ReferenceList(
        tuple(_reference(entry) for entry in library.entries), tuple(_problems(library))
    )


def _problems(library: Library) -> Iterator[EntryProblem]:
    for block in library.failed_blocks:
        yield EntryProblem((block.start_line or 0) + 1, "this entry cannot be read; it is not used")


def _reference(entry: Entry) -> ReferenceEntry:
    def texts_of(*names: str) -> str:
        values = (entry.fields_dict[name].value for name in names if name in entry.fields_dict)
        return next((v for v in values if isinstance(v, str) and v.strip()), "")

    authors = entry.fields_dict["author"].value if "author" in entry.fields_dict else ()
    names = [authors] if isinstance(authors, str) else list(authors)
    return make_reference(
        (entry.start_line or 0) + 1,
        names=(entry.key, *_files(texts_of("file"))),
        doi=texts_of("doi"),
        stated={
            "title": [texts_of("title")],
            "authors": [name for name in names if name != OTHERS],
            "publisher": [texts_of(*PUBLISHERS)],
            "published": day_of(
                texts_of("date"), texts_of("year"), month=texts_of("month"), day=texts_of("day")
            ),
            "url": [texts_of("url")],
        },
    )


def _files(value: str) -> Iterator[str]:
    for part in BETWEEN_FILES.split(value):
        match = FILE.fullmatch(part.replace("\\:", ":") if part.count(":") == 0 else part)
        if match:
            yield match["path"]
