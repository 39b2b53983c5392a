"""Lines of data are told from articles by what most of them have in common."""

import json
import time
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from generator.read.formats import ReadText, read_texts
from generator.read.formats.blocks import Bounds
from generator.read.seeds import read_seeds
from generator.read.text_forms import find_form

MakeSeeds = Callable[[Mapping[str, str]], Path]

SAID = (
    "The mayor of Norwick said that the bridge will close",
    "Li Wei told the council that the toll will rise",
    "The ferry will run until midnight, a clerk said",
    "Nobody knows for how long it will stay shut",
    "The works begin in June and end in the spring",
    "Drivers were asked to leave their cars at home",
)
STORY = ". ".join(SAID) + "."


def lines(of: str, said: tuple[str, ...] = SAID) -> str:
    """A line for each of some sentences, with its number from 10."""
    return "\n".join(of.format(n=n, s=s) for n, s in enumerate(said, start=10))


HEX = "\n".join(f"{16 * n:08x}: {'44cb 204f ' * 4} The.brid" for n in range(9))
UU = "begin 644 x\n" + "\n".join(f"M{'%2DX_O:!I3QS' * 5}"[:61] for _ in range(9))
YAML = lines("- id: {n}\n  title: {s}")
DIFF = f"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n{lines('+{s}')}"
PYTHON = (
    "import os\nx = 1\ndef dam(y):\n    # the mayor said so\n    return y + 1\n\n"
    "for i in range(10):\n    print(dam(i))\n"
)
XML = f"<records>\n{lines('<record id={n}><text>{s}.</text></record>')}\n</records>"
THREE = "\n".join(
    f"{a[:26]:<30}{b[:26]:<30}{c[:26]}" for a, b, c in (SAID[:3], SAID[1:4], SAID[2:5], SAID[3:])
)
TIGHT = "\n".join(f"{a[:24]:<26}{b[:30]}" for a, b in zip(SAID, SAID[::-1], strict=True))
DATA = {
    "three columns": ("columns that stand side by side", THREE),
    "columns with a narrow gap": ("columns that stand side by side", TIGHT),
    "XML without its first line": ("XML", XML),
    "one element": ("XML", f"<fog id='1'>{STORY}</fog>"),
    "a log with a time and a level": ("a log", lines("12:00:{n} INFO  server: {s}")),
    "a web server's log": ("a log", lines("[Sun Mar 03 12:00:{n} 2031] [error] {s}")),
    "a log with the level first": ("a log", lines("INFO 2031/03/03 12:00:{n} {s}")),
    "a log with levels and colons": ("a log", lines("WARNING:root:{s}")),
    "a log with levels, colons and times": ("a log", lines("ERROR: 2031-03-03 12:00:{n} {s}")),
    "a system's log": ("a log", lines("<34>1 2031-03-03T12:00:{n}Z host app - - {s}")),
    "a log in seconds": ("a log", lines("19299672{n}.123 {s}")),
    "two columns of a sheet": ("a table", lines("{s}\t{n}")),
    "two columns of a sheet, again": ("a table", lines("{s}\t{n}", (*SAID, *SAID, *SAID))),
    "a sheet with a head": ("a table", "id\ttext\n" + lines("{n}\t{s}. {s}.")),
    "a sheet with long cells": ("a table", lines("{n}\t{s}. {s}.\tLi Wei")),
    "commas": ("a table", "day,title,amount\n" + lines('2031-05-{n},"{s}, too",{n}')),
    "semicolons": ("a table", "day;title;amount\n" + lines("2031-05-{n};{s};{n}")),
    "changes to a file": ("program code", DIFF),
    "settings": ("program code", "[main]\n" + lines("key{n}={s}")),
    "YAML": ("program code", YAML),
    "Python": ("program code", PYTHON),
    "uuencode": ("encoded data", UU),
    "base64 for addresses": ("encoded data", "QWRhIE9iaSBz_YWlkIHRoYXQgdGhl-IGJyaWRnZSB3\n" * 9),
    "hexadecimal": ("encoded data", HEX),
    "a part of a page": ("HTML", f"<p>{STORY}</p><p>{STORY}</p>"),
}


def only(text: str, ending: str = ".txt") -> ReadText:
    """The one reading text of a file."""
    (read,) = read_texts(text.encode(), ending, Bounds())
    return read


@pytest.mark.parametrize("name", DATA)
def test_data_are_told(name: str) -> None:
    """What most lines have in common tells what a text is."""
    form, text = DATA[name]
    read = only(text)
    assert not read.converted
    found = find_form(read.text, markdown=False)
    assert found
    assert found.name == form


POEM = "\n".join(f"{word}, wind, and snow," for word in ("Rain", "Ice", "Hail", "Fog", "Sun"))
WHO = ("Ada Obi", "Li Wei")
ARTICLES = {
    "turns of talk behind tabs": lines("ADA OBI:\t{s}."),
    "turns of talk without colons": "\n".join(
        f"{who}\t{s}." for who, s in zip(("ADA OBI", "LI WEI") * 3, SAID, strict=True)
    ),
    "turns of talk with times": lines("12:00:{n} ADA OBI: {s}."),
    "a ticker": lines("12:{n} {s}."),
    "a numbered list": lines("{n}.\t{s}."),
    "bullets": lines("•\t{s}."),
    "paragraphs behind tabs": lines("\t{s}."),
    "a poem with commas": POEM,
    "two blanks between sentences": "\n".join(
        f"{a}.  {b}." for a, b in zip(SAID, SAID[::-1], strict=True)
    ),
    "justified lines": "\n".join(s.replace(" ", "  ", n) for n, s in enumerate(SAID)),
    "turns of talk": lines("MAYOR: {s}."),
    "a list": lines("- {s}."),
    "a wire table": f"{STORY}\n\n{STORY}\n\n{STORY}\n\n{STORY}\n\n{STORY}\n\nPier\t40\nDock\t12",
    "results": f"{STORY}\n\n{STORY}\n\nAde    3    Obi    1\nLi    2    Wei    2",
    "italics at both ends": f"<i>Norwick</i> {STORY} <i>Ends</i>",
    "an address in a text": f"{STORY}\n\nhttps://a.example/a-very-long-name-of-a-page-2031\n",
    "what was shouted": lines("ALERT: {s}."),
    "warnings": lines("WARNING: {s}."),
    "a tabbed transcript": "\n".join(
        f"12:{n}\t{who}\t{s}." for n, (who, s) in enumerate(zip(WHO * 3, SAID, strict=True), 10)
    ),
    "a poem with conditions": (
        "if the tide is low:\nfor those who wait:\nreturn to the quay\nwhile it rains:\n"
        "the boats come home\n"
    ),
    "returns": "return home.\nreturn to the quay.\nreturn to me.\nreturn when you can.\n(Fog)\n",
    "a bracket": f"[Norwick, 12 May] {STORY}",
}


@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES.keys())
def test_articles_stay(text: str) -> None:
    """Talk, lists, poems and tables at the end of an article are no data."""
    assert find_form(text, markdown=False) is None
    assert only(text).media_type == "text/plain"


PARAGRAPHS = "\n\n".join(f"{a}. {b}." for a, b in pairwise(SAID))
HELD = {
    "rows with tabs": lines("{n}\t{s:.9}\t12\tNorway", SAID * 4),
    "rows with commas": lines("{s:.9},{n},1968,open", SAID * 4),
    "a log": lines("2031-05-12 10:00:{n} WARN pump {n} hot", SAID * 4),
    "code": f"```\n{PYTHON}{PYTHON}```",
}


@pytest.mark.parametrize("data", HELD.values(), ids=HELD.keys())
@pytest.mark.parametrize("behind", [True, False])
def test_an_article_with_data_in_it_stays(data: str, *, behind: bool) -> None:
    """Paragraphs of prose are weighed by their length, though the rows have more lines."""
    parts = [PARAGRAPHS, data] if behind else [PARAGRAPHS, data, PARAGRAPHS]
    assert find_form("\n\n".join(["How the pumps failed", *parts]), markdown=False) is None
    assert find_form(data, markdown=False) is not None


def test_a_log_in_an_article_is_set_aside(make_seeds: MakeSeeds) -> None:
    """Nothing of it is read; a line alone is what somebody quotes."""
    line = "2031-05-12 10:00:07 WARN pump 7 hot"
    text = "\n\n".join(["How the pumps failed", PARAGRAPHS, HELD["a log"], STORY, line, STORY])
    (document,) = read_seeds(make_seeds({"a.txt": text})).documents
    kinds = {z.kind for z in document.zones if "pump" in document.text[z.start : z.end][20:]}
    assert "boilerplate" in kinds
    read = [document.text[s.start : s.end] for s in document.sentences]
    assert not any("pump 10" in words for words in read)
    assert any("pump 7" in words for words in read)


@pytest.mark.parametrize("form", ["a line each", "a list"])
def test_json_in_a_text_file_is_read_by_its_reader(form: str) -> None:
    """A list of articles, or one a line, gives articles, whatever the file is called."""
    rows = [{"id": n, "text": f"{s}. {s}."} for n, s in enumerate(SAID)]
    whole = "\n".join(map(json.dumps, rows)) if form == "a line each" else json.dumps(rows)
    read = read_texts(whole.encode(), ".txt", Bounds())
    assert [r.text for r in read] == [f"{s}. {s}." for s in SAID]


def test_a_mail_without_a_line_of_its_program_is_a_mail() -> None:
    """Sender, subject and date at the top are a mail's."""
    head = "From: Ada Obi <a@b.example>\nTo: Li Wei\nSubject: The fog\nDate: 3 Mar 2031 12:00 +0000"
    read = only(f"{head}\n\n{STORY}")
    assert read.media_type == "message/rfc822"
    assert read.text == f"The fog\n\n{STORY}"


@pytest.mark.parametrize(
    "text",
    ["a  " * 60_000, "<a>" * 60_000 + "</a>", "a,b\n" * 60_000, "- " * 60_000, "a: \n" * 60_000],
)
def test_a_long_text_is_told_in_linear_time(text: str) -> None:
    """No form takes long on what it is not."""
    start = time.process_time()
    find_form(text, markdown=False)
    assert time.process_time() - start < 5


def test_the_folder_of_hard_cases_stays(root: Path) -> None:
    """No article of the repository's own folders is taken for data."""
    for path in sorted((root / "tests" / "intake" / "transcripts").glob("*.txt")):
        assert find_form(path.read_text("utf-8"), markdown=False) is None, path.name
