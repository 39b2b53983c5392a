"""The files that the documents were read from, as they came, for a reader who wants to look.

Of Markdown what is private (comments, front matter) is blank here as well.
"""

import io
import zipfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from generator.config.limits import LimitSettings
from generator.files.guarded import UnreadableError, read_guarded, shown_name
from generator.model.text import Document
from generator.read.formats import ENDINGS, MARKDOWN
from generator.read.seed_files import find_files

NAME = "originals.zip"


def pack_originals(
    folder: Path, documents: Sequence[Document], withheld: Collection[str], limits: LimitSettings
) -> bytes:
    """One zip of the files; `withheld` are paths of documents of which nothing may be shown."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _originals(folder, documents, withheld, limits):
            entry = zipfile.ZipInfo(name)  # a fixed day, so that the same files are the same bytes
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def _originals(
    folder: Path, documents: Sequence[Document], withheld: Collection[str], limits: LimitSettings
) -> Iterator[tuple[str, bytes]]:
    shown = {document.path: document for document in documents}
    files = {path.partition("#")[0] for path in shown} | set(shown)
    hidden = {path.partition("#")[0] for path in withheld} | set(withheld)
    for file in find_files(folder, frozenset(ENDINGS)):
        name = shown_name(file.path.relative_to(folder).as_posix())
        if file.problem or name not in files or name in hidden:
            continue
        document = shown.get(name)
        if document is not None and document.media_type == MARKDOWN:
            yield name, document.text.encode("utf-8")
            continue
        try:
            most = limits.seed_bytes
            yield name, read_guarded(file.path, within=folder, most=most, limit="seed_bytes")
        except (UnreadableError, OSError):
            continue  # it was changed since it was read
