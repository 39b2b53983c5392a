"""Folders that once stopped a build, lost a document or altered one: one of each class, by command.

What each class does inside its room is tested there; here it is a folder that somebody builds, with
a sound document beside the odd one, whose rows must be those that it has alone.
"""

import hashlib
import json
import time
import zipfile
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from commanding import briefing
from msgspec import Struct

from generator.publish.offline import NAME

pytestmark = [pytest.mark.journey, pytest.mark.slow]

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
OK = (
    "A fine gate opens\n\nThe lake rose on 6 May 2031, Ada Obi said. "
    "“We will paint it soon,” said Ada Obi.\n"
)
ODD = "A dull quay closes\n\nThe weir fell in June 2030, Li Wen said. “We mend it now,” he said.\n"
EDGE = "A title of it\n\n{head}\n\nThe weir rose last week, Li Wen said. It fell on 3 May {year}.\n"
MERGES = "a: &a {k: v}\n" + "".join(
    f"{new}: &{new} {{<<: [{', '.join([f'*{old}'] * 9)}]}}\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
SECONDS = 30
"""More than a folder of two short texts takes on any machine; each of these took a minute."""
OWN = ("quotations", "statements", "dates", "actions")


def forged() -> str:
    """The name of a file whose id is what `y.txt` gets beside `y.md`, if ids are not told apart."""
    return f"y-{hashlib.sha256(b'y.txt').hexdigest()[:6]}.txt"


class Folder(Struct, frozen=True):
    """Files beside `ok.txt`, how many documents they are, and what the command must say of them."""

    files: Mapping[str, str | bytes]
    documents: int = 1
    said: str = ""


FOLDERS = {
    "one page for two": Folder({"fog_log.txt": ODD, "fog-log.txt": ODD}, documents=2),
    "equal words": Folder(
        {"fog log.txt": ODD, "fog  log.txt": ODD, "fog\u00a0log.txt": ODD, "fog\nlog.txt": ODD},
        documents=4,
    ),
    "a forged id": Folder({"y.txt": ODD, "y.md": ODD, forged(): ODD}, documents=3),
    "no day of the calendar": Folder(
        {"a.md": f"---\npublished: 2024-02-30\n---\n{ODD}"}, said="'2024-02-30' is no date such as"
    ),
    "a tag of YAML": Folder(
        {"a.txt": ODD, "a.txt.yml": "title: !!int foo"}, said="a.txt.yml:1: title: this is no text"
    ),
    "half a character": Folder(
        {"a.txt": ODD, "a.txt.yml": 'title: "a\\ud800"'},
        said="title: characters that are no text were taken out",
    ),
    "deep YAML": Folder({"a.md": f"---\nx: {'[' * 5000}\n---\n{ODD}"}, said="levels of nesting"),
    "merges": Folder({"a.txt": ODD, "a.txt.yml": MERGES}, said="an alias stands inside"),
    "the year 0": Folder(
        {"a.txt": ODD, "a.txt.yml": 'published: "0000"'}, said="'0000' is no date such as"
    ),
    "the year 9999": Folder({"a.txt": EDGE.format(head="Published: 31 December 9999", year=9999)}),
    "the year 100": Folder({"a.txt": EDGE.format(head="Published: 1 May 0100", year=2024)}),
    "a line of dashes": Folder({"a.txt": f"A title of it\n\n{'A-' * 5000}\n\nThe weir rose.\n"}),
    "nothing but marks": Folder({"a.txt": '"' * 100_000}, said="a.txt: "),
    "a name that is no UTF-8": Folder({"caf\udce9.txt": ODD}),
    "a name of control codes": Folder({"x\x1b[31m.txt": ODD}),
}


def rows_of(folder: Path, *, out: str) -> tuple[list[dict[str, Any]], dict[str, Any], str]:
    """The documents, what `ok` has of its own, and what the command said."""
    done = briefing("data", "--out", out, cwd=folder)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    read = {p.stem: json.loads(p.read_bytes()) for p in (folder / out).glob("*.json")}
    own = {name: [r for r in read[name] if r["document"] == "ok"] for name in OWN}
    return read["documents"], own, done.stderr


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_an_odd_file_costs_itself_at_most(make_seeds: MakeSeeds, folder: Folder) -> None:
    """Every file is a document, soon; what is wrong is said, and the other's rows are its own."""
    root = make_seeds({"ok.txt": OK}).parent
    _, alone, _ = rows_of(root, out="alone")
    assert alone["quotations"]
    assert alone["dates"]
    make_seeds(folder.files)
    began = time.process_time()
    documents, own, said = rows_of(root, out="all")
    assert time.process_time() - began < SECONDS
    assert len({row["id"] for row in documents}) == len(documents) == folder.documents + 1
    assert [row["failures"] for row in documents] == [[]] * len(documents)
    assert own == alone
    assert folder.said in said
    assert said.isprintable() or "\x1b" not in said


@pytest.mark.parametrize("name", ["one page for two", "a forged id", "equal words"])
def test_each_file_has_its_page(make_seeds: MakeSeeds, name: str) -> None:
    """Names that ask for one page have one each, with their own words, and all is proven."""
    said = [f"We mend gate number {k} now" for k in range(len(FOLDERS[name].files))]
    told = (f"A dull quay closes\n\n“{words},” said Li Wen.\n" for words in said)
    texts = dict(zip(FOLDERS[name].files, told, strict=True))
    root = make_seeds({"ok.txt": OK, **texts}).parent
    assert briefing("build", cwd=root).returncode == 0
    pages = [p.read_text("utf-8") for p in (root / "site" / "sources").glob("*/index.html")]
    for words in said:
        assert sum(words in page for page in pages) == 1
    assert briefing("verify", cwd=root).returncode == 0


def test_marks_of_a_page_in_a_quotation(make_seeds: MakeSeeds) -> None:
    """What looks like a page's own marks is the same words on the site and in its offline copy."""
    marks = 'Write name="search" and href="guide/" in the form'
    root = make_seeds({"a.txt": f"A dull quay closes\n\n“{marks},” said Li Wen.\n"}).parent
    assert briefing("build", cwd=root).returncode == 0
    page = (root / "site" / "sources" / "a" / "index.html").read_text("utf-8")
    with zipfile.ZipFile(root / "site" / "data" / NAME) as archive:
        copy = archive.read("sources/a/index.html").decode("utf-8")
    assert unescape(page).count(marks) == unescape(copy).count(marks) >= 2


def test_a_correction_of_no_line(make_seeds: MakeSeeds) -> None:
    """A target that is no number of a line stops the command, with the line of the file."""
    text = '- {action: exclude, target: [ok, "²"], why: y}\n'
    root = make_seeds({"ok.txt": OK, "corrections.yml": text}).parent
    done = briefing("build", cwd=root)
    assert done.returncode not in (0, 1)
    assert "seeds/corrections.yml:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()
