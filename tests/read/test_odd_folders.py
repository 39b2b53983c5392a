"""Folders that a build must bear: every file is a document or named, and none costs another."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config.limits import LimitSettings
from generator.errors import CorrectionError
from generator.model.identifiers import number_repeats, path_ids
from generator.model.text import Document
from generator.read.corrections import read_corrections
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
STORY = "A grey tunnel closes\n\nThe canal fell on Tuesday, Ada Obi said. She did not say why.\n"
ALIKE = ("fog log.txt", "fog  log.txt", "fog\u00a0log.txt", "fog\nlog.txt", "fog_log.txt")
FORGED = "y-" + path_ids(["y.txt", "y.md"])["y.txt"].removeprefix("y-") + ".txt"


def read_one(make_seeds: MakeSeeds, files: Mapping[str, str | bytes]) -> Document:
    """The document `a`, whose files are `files`, beside one that must come out as if alone."""
    folder = make_seeds({"ok.txt": STORY})
    (alone,) = read_seeds(folder).documents
    make_seeds(files)
    documents = {d.id: d for d in read_seeds(folder).documents}
    assert documents["ok"] == alone
    json.dumps(str(documents)).encode("utf-8")
    return documents["a"]


@pytest.mark.parametrize(
    ("sidecar", "warnings"),
    [
        ("published: 2024-02-30", ["a.txt.yml:1: published: '2024-02-30' is no date such as"]),
        ('published: "0000"', ["a.txt.yml:1: published: '0000' is no date such as"]),
        ("published: 2024-05/2023", ["a.txt.yml:1: published: '2024-05/2023' is no date"]),
        ("genre: report\ntitle: !!int foo", ["a.txt.yml:2: title: this is no text"]),
        ('title: "a\\ud800"', ["a.txt.yml:1: title: characters that are no text were taken out"]),
        ("x: " + "[" * 600, ["a.txt.yml:1: there are more than 20 levels of nesting; it is"]),
        ("a: &a {k: v}\nb: &b {<<: [*a]}", ["a.txt.yml:2: an alias stands inside what has"]),
        ("title: a\ntitle: b", ["a.txt.yml:2: 'title' stands twice; the first is used"]),
        (b"title: caf\xe9", ["a.txt.yml: it is not UTF-8 (byte 10, line 1): save it as UTF-8; it"]),
        (b"\xef\xbb\xbftitle: b", []),
        (
            "title: b" + " " * 1000,
            ["a.txt.yml: it is larger than 900 bytes (limits.yaml_bytes"],
        ),
    ],
)
def test_a_value_that_cannot_be_used_costs_itself(
    make_seeds: MakeSeeds, sidecar: str | bytes, warnings: list[str]
) -> None:
    """A wrong value beside a seed is a warning with its line; the seed is read all the same."""
    folder = make_seeds({"ok.txt": STORY, "a.txt": STORY, "a.txt.yml": sidecar})
    (document, _) = read_seeds(folder, limits=LimitSettings(yaml_bytes=900)).documents
    assert len(document.warnings) == len(warnings)
    for told, words in zip(document.warnings, warnings, strict=True):
        assert told.startswith(words)


def test_what_can_be_read_of_broken_front_matter_is_used(make_seeds: MakeSeeds) -> None:
    """A line that is no YAML is named, and the keys around it count."""
    front = "---\ntitle: The fog\nauthors:\n\t- Ada Obi\npublished: 2031-05-12\n---\n"
    document = read_one(make_seeds, {"a.md": front + STORY})
    assert document.metadata.title
    assert document.metadata.title.value == "The fog"
    assert document.metadata.published
    assert document.metadata.published.value == "2031-05-12"
    assert [w.split(";")[0] for w in document.warnings] == [
        "front matter:4: found character '\\t' that cannot start any token (indent with spaces)"
    ]


def test_keys_of_other_programs(make_seeds: MakeSeeds) -> None:
    """The date and the address as other programs name them are used, their layout passed over."""
    front = "---\ndate: 2031-5-12T10:00:00Z\nsource: https://a.example/b\nlayout: post\n---\n"
    meta = (document := read_one(make_seeds, {"a.md": front + STORY})).metadata
    assert meta.published
    assert meta.url
    assert (meta.published.value, meta.url.value) == ("2031-05-12", "https://a.example/b")
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("front", "tags", "series"),
    [
        (
            "tags:\n- fog\n- Fenland ferry\n- fog\nseries: The fen\n",
            ["fog", "Fenland ferry"],
            "The fen",
        ),
        ("tags: '#fog, #ferry'\n", ["fog", "ferry"], None),
        ("tag: fog\n", ["fog"], None),
        ("tags: []\nseries:\n", [], None),
        ("tags:\n", [], None),
    ],
)
def test_tags_and_series_are_the_editors(
    make_seeds: MakeSeeds, front: str, tags: list[str], series: str | None
) -> None:
    """In a list or in one line, each once; keys that a program left empty say nothing."""
    document = read_one(make_seeds, {"a.md": f"---\n{front}---\n{STORY}"})
    meta = document.metadata
    assert [tag.value for tag in meta.tags] == tags
    assert (meta.series.value if meta.series else None) == series
    assert {tag.how for tag in meta.tags} <= {"editor"}
    assert document.warnings == ()


def test_a_sidecar_may_not_be_a_link_out(make_seeds: MakeSeeds, tmp_path: Path) -> None:
    """What lies outside the folder is never read by way of a sidecar or the corrections."""
    secret = tmp_path / "secret.yml"
    secret.write_text("title: secret", "utf-8")
    folder = make_seeds({"a.txt": STORY})
    (folder / "a.txt.yml").symlink_to(secret)
    (document,) = read_seeds(folder).documents
    assert document.warnings == (
        "a.txt.yml: it is a symbolic link out of the seeds folder; it is not used",
    )
    (folder / "corrections.yml").symlink_to(secret)
    with pytest.raises(CorrectionError, match="symbolic link out of"):
        read_corrections(folder)


def test_a_sidecar_without_its_seed_is_told(make_seeds: MakeSeeds) -> None:
    """A name that does not fit is named, so that no editor's word is lost unseen."""
    names = {"a.txt": STORY, "a.txt.yml": "title: A", "b.yml": "title: B", "in/c.txt.yml": "x: y"}
    reading = read_seeds(make_seeds({**names, "corrections.yml": "[]"}))
    assert [(s.path, s.reason.rpartition(" no ")[2]) for s in reading.skipped] == [
        ("b.yml", "b"),
        ("in/c.txt.yml", "c.txt"),
    ]


@pytest.mark.parametrize("line", ["²", "0", "-1", "1.5", "9" * 5000])
def test_a_line_to_exclude_is_a_number(make_seeds: MakeSeeds, line: str) -> None:
    """What is no number of a line is refused with the line of the file that it stands in."""
    text = f'- action: exclude\n  target: [ok, "{line}"]\n  why: y\n'
    with pytest.raises(CorrectionError, match="is no number of a line") as caught:
        read_corrections(make_seeds({"corrections.yml": text}))
    assert caught.value.where == "seeds/corrections.yml:2"


def test_names_of_every_kind(make_seeds: MakeSeeds) -> None:
    """Names of equal words, forged and broken ones are as many documents, each with its page."""
    folder = make_seeds(dict.fromkeys((*ALIKE, "y.txt", "y.md", FORGED, "Y.TXT"), STORY))
    for name in (b"caf\xe9.txt", b"x\x1b[31m.txt", b"n" * 251 + b".txt"):
        (folder / os.fsdecode(name)).write_text(STORY, "utf-8")
    documents = read_seeds(folder).documents
    assert len(documents) == len(ALIKE) + 4 + 3
    assert len({d.id.replace("_", "-").lower() for d in documents}) == len(documents)
    assert {"caf\\xe9.txt", "x\\u001b[31m.txt", "fog\\u000alog.txt"} <= {d.path for d in documents}
    assert all(d.path.encode("utf-8") for d in documents)


def test_a_folder_that_may_not_be_looked_into(
    make_seeds: MakeSeeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closed folder is named, and what lies beside it is read."""
    folder = make_seeds({"ok.txt": STORY, "closed/a.txt": STORY})
    scan = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    reading = read_seeds(folder)
    assert [(s.path, s.reason) for s in reading.skipped] == [
        ("closed", "it cannot be opened (Permission denied)")
    ]
    assert [d.id for d in reading.documents] == ["ok"]


@given(st.lists(st.text(alphabet="ab_- .é\u0301A", min_size=1, max_size=6), unique=True))
def test_ids_differ_whatever_the_paths(paths: list[str]) -> None:
    """No two paths share a page, and what a path gets does not depend on the order."""
    ids = path_ids(paths)
    assert len({i.replace("_", "-").lower() for i in ids.values()}) == len(paths)
    assert path_ids(reversed(paths)) == ids


@given(st.lists(st.sampled_from(["a", "b", "a-2", "a-3", "b-2", "a-2-2"])))
def test_numbered_ids_differ(ids: list[str]) -> None:
    """A number never makes an id that is there already, and the first of each keeps its own."""
    numbered = number_repeats(ids)
    assert len(set(numbered)) == len(ids)
    assert set(ids) <= set(numbered)


NAMES = st.binary(min_size=1, max_size=12).filter(
    lambda n: not set(n) & {0, ord("/")} and not n.startswith(b".")
)


@settings(max_examples=60, deadline=None)
@given(NAMES, st.binary(max_size=80), st.binary(max_size=60), st.sampled_from([b".txt", b".md"]))
def test_any_file_is_a_document_or_named(
    tmp_path_factory: pytest.TempPathFactory, name: bytes, content: bytes, front: bytes, end: bytes
) -> None:
    """Any name, bytes, front matter and sidecar: a document or a skipped seed, the other whole."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "ok.txt").write_text(STORY, "utf-8")
    path = os.fsdecode(name + end)
    (folder / path).write_bytes(b"---\n" + front + b"\n---\n" + content)
    (folder / f"{path}.yml").write_bytes(front)
    reading = read_seeds(folder)
    assert len(reading.documents) + len(reading.skipped) == 2
    assert any(d.path == "ok.txt" and d.text == STORY for d in reading.documents)
    assert json.dumps([(d.path, d.warnings) for d in reading.documents]).encode("utf-8")
