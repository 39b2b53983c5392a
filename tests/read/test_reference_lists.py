"""Lists of references beside the seeds: BibTeX, RIS and CSL-JSON say what a document is."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document
from generator.read import reference_lists
from generator.read.seeds import SeedReading, read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
STORY = "The mayor of Norwick said on Monday that the old bridge will close until the next spring."
KNOWN = {
    "title": "The old bridge & the ferry",
    "publisher": "The Ferry",
    "published": "2031-05-12",
    "url": "https://ferry.example/a",
    "authors": ["Ada Obi", "José Müller", "Ferry Desk"],
}
ZOTERO = r"""@article{obi2031,
  title = {The old {bridge} \& the ferry},
  author = {Obi, Ada and M{\"u}ller, Jos\'e and {Ferry Desk}},
  date = {2031-05-12},
  journaltitle = {The Ferry},
  doi = {10.1000/FERRY.7},
  url = {https://ferry.example/a},
  urldate = {2032-01-01},
  langid = {english},
  file = {Full Text:files/12/bridge.txt:text/plain;Snapshot:files/13/bridge.html:text/html}
}
"""
MENDELEY = r"""@article{obi, title = {The old bridge \& the ferry},
  year = 2031, month = may, day = 12,
  author = "Ada Obi and Jos{\'e} M{\"u}ller and Ferry Desk", journal = {The Ferry},
  url = {https://ferry.example/a}, file = {:C\:/papers/bridge.txt:text/plain}}
"""
RIS = """TY  - NEWS
TI  - The old bridge & the ferry
AU  - Obi, Ada
AU  - Müller, José
AU  - Ferry Desk
T2  - The Ferry
PY  - 2031
DA  - 2031/05/12/
DO  - 10.1000/ferry.7
UR  - https://ferry.example/a
L1  - files/12/bridge.txt
ER  -
"""
ITEM = {
    "id": "bridge",
    "type": "article-newspaper",
    "title": "The old bridge & the ferry",
    "author": [
        {"family": "Obi", "given": "Ada"},
        {"family": "Müller", "given": "José"},
        {"literal": "Ferry Desk"},
    ],
    "container-title": "The Ferry",
    "issued": {"date-parts": [[2031, 5, 12]]},
    "URL": "https://ferry.example/a",
    "DOI": "10.1000/ferry.7",
}
LISTS = {
    "Zotero.bib": ZOTERO,
    "mendeley.bib": MENDELEY,
    "list.ris": RIS,
    "list.json": json.dumps([ITEM]),
    "better.json": json.dumps({"config": [], "items": [ITEM]}),
}


def facts(document: Document) -> dict[str, object]:
    """The values of what is known of a document, without what is not."""
    meta = document.metadata
    one = {k: getattr(meta, k) for k in ("title", "publisher", "published", "url")}
    found: dict[str, object] = {k: fact.value for k, fact in one.items() if fact}
    return {**found, "authors": [a.value for a in meta.authors]}


def read(make_seeds: MakeSeeds, files: Mapping[str, str | bytes]) -> SeedReading:
    """What is read of a folder."""
    return read_seeds(make_seeds(files))


@pytest.mark.parametrize("name", LISTS)
def test_a_reference_says_what_the_file_that_it_names_is(make_seeds: MakeSeeds, name: str) -> None:
    """By an attached file, or by a key that is the file's name."""
    found = read(make_seeds, {"bridge.txt": STORY, name: LISTS[name]})
    assert facts(found.documents[0]) == KNOWN
    assert found.skipped == ()


@pytest.mark.parametrize("name", ["Zotero.bib", "list.ris", "list.json"])
def test_a_reference_is_found_by_its_doi(make_seeds: MakeSeeds, name: str) -> None:
    """A DOI at the head of a text, or in its front matter, is the document's own."""
    files = {
        "one.txt": f"{STORY}\n\nhttps://doi.org/10.1000/FERRY.7.\n",
        "two.md": f"---\ndoi: 10.1000/ferry.7\n---\n{STORY}",
        "three.txt": f"{STORY} No number.",
        name: LISTS[name].replace("bridge.", "other.").replace('"bridge"', '"other"'),
    }
    found = {d.path: facts(d) for d in read(make_seeds, files).documents}
    assert (found["one.txt"], found["two.md"]) == (KNOWN, KNOWN)
    assert found["three.txt"] == {"authors": []}


def test_what_stands_beside_a_document_wins(make_seeds: MakeSeeds) -> None:
    """A sidecar's title is the title; the list says the rest."""
    files = {"bridge.txt": STORY, "bridge.txt.yml": "title: Mine\n", "list.ris": RIS}
    assert facts(read(make_seeds, files).documents[0]) == {**KNOWN, "title": "Mine"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_articles_beside_the_lists_may_be_in_any_encoding(
    make_seeds: MakeSeeds, encoding: str
) -> None:
    """Only a list of references must be UTF-8; what is none is read as articles are."""
    story = "Das Café am Hafen wird geschlossen, sagte die Bürgermeisterin am Montag in Norwick."
    rows = json.dumps([{"title": "Das Café schließt", "text": story}], ensure_ascii=False)
    found = read(make_seeds, {"bridge.txt": STORY, "a.json": rows.encode(encoding)})
    assert found.skipped == ()
    assert story in found.documents[0].text


def test_two_references_that_differ_say_nothing(make_seeds: MakeSeeds) -> None:
    """Where two lists say different things of one file, neither is believed; equal ones are."""
    same = {"bridge.txt": STORY, "list.ris": RIS, "list.json": LISTS["list.json"]}
    assert facts(read(make_seeds, same).documents[0]) == KNOWN
    other = RIS.replace("Obi, Ada", "Wei, Li")
    found = read(make_seeds, {"bridge.txt": STORY, "list.ris": RIS, "other.ris": other})
    assert facts(found.documents[0]) == {"authors": []}


NO_ARTICLES = (
    "no object of it comes with a field such as text or body, nor is it a list of references"
)
NO_ITEM = "this is no reference; it is not used"
BAD: dict[str, tuple[str | bytes, list[tuple[str, str]]]] = {
    "a.bib": (
        f"% mine\n{MENDELEY}\n@article{{lost, title = {{Half\n@misc{{two, title={{Two}}}}\n",
        [("a.bib:7", "this entry cannot be read; it is not used")],
    ),
    "a.ris": (
        f"{RIS}\nno tag\nTY  - NEWS\nTI  - Half\n{RIS}",
        [
            ("a.ris:14", "this is no line of a reference (TY begins one); it is not used"),
            ("a.ris:15", "this reference has no end (ER); it is not used"),
        ],
    ),
    "a.json": (
        json.dumps([ITEM, 7, {"type": "x"}], indent=0),
        [
            (f"a.json:{json.dumps([ITEM], indent=0).count(chr(10)) + 1 + n}", NO_ITEM)
            for n in range(2)
        ],
    ),
    "b.json": (
        "[\n{]",
        [
            (
                "b.json:2",
                "this is no JSON (Expecting property name enclosed in double quotes)",
            )
        ],
    ),
    "c.json": ('{"a": 1}', [("c.json", NO_ARTICLES)]),
    "d.json": ("[" * 100_000, [("d.json", "its parts nest too deeply, or a number is too long")]),
    "e.bib": (b"\xff\xfe\x00@", [("e.bib", "it is not UTF-8 (byte 0, line 1): save it as UTF-8")]),
    "f.bib": ("", []),
    "g.bib": (
        "@misc{bridge, title={A bridge}, date={2031-02-30}}\n",
        [("g.bib:1", "published: '2031-02-30' is no day of the calendar; it is not used")],
    ),
    "g.ris": (
        "TY  - NEWS\nTI  - A bridge\nDA  - 2031/13/01\nER  - \n",
        [("g.ris:1", "published: '2031-13-01' is no day of the calendar; it is not used")],
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_entry_is_named_with_its_line_and_costs_itself(
    make_seeds: MakeSeeds, name: str
) -> None:
    """The file and the line are named; the seeds and the other entries are read."""
    content, told = BAD[name]
    found = read(make_seeds, {"bridge.txt": STORY, name: content})
    assert [(s.path, s.reason) for s in found.skipped[: len(told)]] == told
    assert len(found.documents) == 1


def test_a_list_whose_library_is_missing_names_the_command(
    make_seeds: MakeSeeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is named, and the seed is read all the same."""

    def missing(_name: str) -> object:
        raise ModuleNotFoundError(name="rispy")

    monkeypatch.setattr(reference_lists, "import_module", missing)
    found = read(make_seeds, {"bridge.txt": STORY, "list.ris": RIS})
    (skipped,) = found.skipped
    expected = "reading it needs an extra: pip install 'briefing-site[references]'"
    assert (skipped.path, skipped.reason) == ("list.ris", expected)
    assert len(found.documents) == 1
