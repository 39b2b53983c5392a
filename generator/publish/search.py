"""The index of ``/search/``: Pagefind over the built pages, where it is installed."""

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from subprocess import DEVNULL, PIPE

from generator.errors import HINTS, SiteError
from generator.files.entries import walk_files
from generator.publish.frame import PROOFS, without_frame
from generator.publish.settle import settle_index

FOLDER = "pagefind"
SEPARATOR = b","
UNUSED = ("pagefind-ui", "pagefind-component-ui", "pagefind-modular-ui", "pagefind-highlight")
"""Pagefind's own pages for a search, half a megabyte; ours does without them."""
CHUNK = 1 << 16
"""Bytes that are read at a time."""
FIRST_INDEX = 0
"""What the service calls the first index that it is asked for."""
LEFT_OUT = ("[data-search-exclude]", *sorted(f".{name}" for name in PROOFS))
INDEX = {"exclude_selectors": LEFT_OUT}
"""What stands on a page and is not searched, by the attribute that Material's index goes by too."""
WITHOUT = (
    "Pagefind is not installed: the page Search reads the index of the offline copy, without "
    "facets. Install it with `pip install 'briefing-site[search]'`."
)


def has_pagefind() -> bool:
    """Whether the Python package that carries Pagefind's program is installed."""
    return find_spec("pagefind") is not None and (
        find_spec("pagefind_bin") is not None or shutil.which("pagefind") is not None
    )


def index_site(site_dir: Path) -> bool:
    """Index the built site; False where Pagefind is not installed."""
    if not has_pagefind():
        return False
    try:
        problem = _index_pages(site_dir, list(walk_files(site_dir, ".html")))
        if not problem:
            settle_index(site_dir / FOLDER)
    except (OSError, ValueError, KeyError) as error:
        if isinstance(error, OSError) and error.errno in HINTS:
            raise  # the machine is at fault, and Pagefind is not
        problem = f"its answer is not understood ({error})"
    if problem:
        raise SiteError(
            f"Pagefind stopped: {problem}",
            where=str(site_dir),
            hint="Uninstall pagefind to build without the index.",
        )
    return True


def _index_pages(site_dir: Path, pages: Sequence[Path]) -> str:
    """Hand the pages over in order of path; gives what went wrong, "" where nothing did.

    Pagefind's own walk numbers them as the folder lists them, which differs between file systems.
    Its files are asked for and written here: those that it writes itself may be empty when it ends.
    """
    command = [sys.executable, "-m", "pagefind", "--service"]
    process = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)  # noqa: S603 our own arguments
    files: object = ()
    with process:
        for asked, message in enumerate(_messages(site_dir, pages)):
            answer = _ask(process, message)
            if answer is None:
                return f"it gave {asked} answers to {asked + 1} questions"
            if answer["type"] == "Error":
                return str(answer["message"])
            files = answer.get("files", ())
    _write_files(site_dir / FOLDER, files)
    return ""


def _write_files(folder: Path, files: object) -> None:
    """Write the files that the service gave, each with a path and its bytes in base 64."""
    for file in files if isinstance(files, list) else []:
        if str(file["path"]).startswith(UNUSED):
            continue
        target = folder / str(file["path"])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(base64.b64decode(file["content"]))


def _messages(site_dir: Path, pages: Sequence[Path]) -> Iterator[bytes]:
    """What is said to the service: one page at a time is read."""
    yield _message(1, type="NewIndex", config=INDEX)
    for number, page in enumerate(pages, start=2):
        yield _message(
            number,
            type="AddFile",
            index_id=FIRST_INDEX,
            file_path=page.relative_to(site_dir).as_posix(),
            file_contents=without_frame(page.read_text("utf-8")),
            url=None,
        )
    yield _message(len(pages) + 2, type="GetFiles", index_id=FIRST_INDEX)


def _ask(process: "subprocess.Popen[bytes]", message: bytes) -> dict[str, object] | None:
    """The answer to a message, None where the service has ended.

    One is read before the next is asked for, so neither side waits for the other to read.
    """
    asking, answering = process.stdin, process.stdout
    if asking is None or answering is None:
        return None
    with suppress(BrokenPipeError):
        asking.write(message)
        asking.flush()
    read: list[bytes] = []
    while not (read and read[-1].endswith(SEPARATOR)):
        chunk = os.read(answering.fileno(), CHUNK)
        if not chunk:
            return None
        read.append(chunk)
    answer: dict[str, object] = json.loads(base64.b64decode(b"".join(read)[:-1]))["payload"]
    return answer


def _message(number: int, **payload: object) -> bytes:
    """One message as Pagefind's service reads it."""
    text = json.dumps({"message_id": number, "payload": payload})
    return base64.b64encode(text.encode("utf-8")) + SEPARATOR
