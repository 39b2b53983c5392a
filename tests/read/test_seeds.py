"""Reading a folder of seeds: what is read, what is skipped and why."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config.limits import LimitSettings
from generator.errors import SeedError
from generator.files.guarded import UnreadableError
from generator.read.formats import ALL_HIDDEN, Bounds, read_texts
from generator.read.seeds import read_seeds
from generator.read.unread_endings import advise

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
FILL = "put its text into it, or take it away"
RAISES = "(limits.seed_bytes in mkdocs.yml raises this)"
STORY = "The minister resigned on Monday after a long day of talks with her party in the capital.\n"


def test_seeds_of_this_repository(seeds_dir: Path) -> None:
    """The two seeds are read, sorted by id, and nothing is skipped."""
    reading = read_seeds(seeds_dir)
    assert [d.id for d in reading.documents] == ["000_00f6a6dc806e0733", "003_7112adcedfa7c1bb"]
    assert reading.skipped == ()


def test_byte_order_mark_and_line_ends(make_seeds: MakeSeeds) -> None:
    """A byte order mark is no text, and every line end becomes a newline."""
    folder = make_seeds(
        {"a.txt": b"\xef\xbb\xbf" + b"One line here.\r\nAnother line here.\rA third."}
    )
    (document,) = read_seeds(folder).documents
    assert document.text == "One line here.\nAnother line here.\nA third."
    assert document.sha256 != document.text_sha256


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        (
            "latin.txt",
            "café".encode("latin-1"),
            "it is not UTF-8 (byte 3, line 1): save it as UTF-8",
        ),
        ("empty.txt", b"", f"it is empty; {FILL}"),
        ("white.txt", b" \n\t\n", f"it is empty; {FILL}"),
        (
            "notes",
            b"The bridge is closed.",
            "files without an ending are not read; add .txt or .md to its name, if it is text",
        ),
        ("broken.txt", b'{"title": "The bridge", "text": "It is shut."', ALL_HIDDEN),
        ("keys.md", b"---\ntitle: The bridge\nnote: It is shut.\n", ALL_HIDDEN),
        ("picture.jpg", b"\xff\xd8\xff", f"files ending in .jpg are not read; {advise('.jpg')}"),
        (
            "large.txt",
            b"x" * 2001,
            f"it is larger than 2000 bytes {RAISES}",
        ),
    ],
)
def test_unreadable_file_is_named(
    make_seeds: MakeSeeds, name: str, content: bytes, reason: str
) -> None:
    """A file that cannot be read is named with the reason, and the others go on."""
    folder = make_seeds({name: content, "good.txt": STORY})
    reading = read_seeds(folder, limits=LimitSettings(seed_bytes=2000))
    assert [(s.path, s.reason) for s in reading.skipped] == [(name, reason)]
    assert [d.id for d in reading.documents] == ["good"]


@pytest.mark.parametrize("name", ["readme.md", "ReadMe.txt", "README"])
def test_what_says_what_a_folder_is_for_is_no_source(make_seeds: MakeSeeds, name: str) -> None:
    """In whatever capitals its name is written."""
    reading = read_seeds(make_seeds({"good.txt": STORY, name: STORY}))
    assert [d.id for d in reading.documents] == ["good"]
    assert not reading.skipped


def test_links_directories_and_pipes(make_seeds: MakeSeeds, tmp_path: Path) -> None:
    """A link out of the folder, a broken link, a directory and a pipe are skipped, each named."""
    folder = make_seeds({"good.txt": STORY})
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", "utf-8")
    (folder / "out.txt").symlink_to(secret)
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    (folder / "dir.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    reading = read_seeds(folder)
    assert {s.path: s.reason for s in reading.skipped} == {
        "out.txt": "it is a symbolic link out of the seeds folder",
        "nowhere.txt": "it is a symbolic link that leads nowhere",
        "dir.txt": "it is a directory, not a file",
        "pipe.txt": "it is no regular file; put a file in its place, or take it away",
    }
    assert len(reading.documents) == 1


def test_file_that_may_not_be_opened(
    make_seeds: MakeSeeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission to read is skipped with the system's own reason."""
    folder = make_seeds({"closed.txt": STORY, "good.txt": STORY})
    opened = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.name == "closed.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    reading = read_seeds(folder)
    assert [s.reason for s in reading.skipped] == ["it cannot be opened (Permission denied)"]


def test_no_seeds_at_all(make_seeds: MakeSeeds, tmp_path: Path) -> None:
    """Without a folder, or with nothing to read in it, the error says what to do."""
    with pytest.raises(SeedError, match="Make it and put"):
        read_seeds(tmp_path / "missing")
    with pytest.raises(SeedError, match="Put one or more"):
        read_seeds(make_seeds({"bad.txt": b"\xff"}))


def test_ids_that_would_be_equal(make_seeds: MakeSeeds) -> None:
    """Two paths that give one id both get a hash of their path, whatever the order."""
    folder = make_seeds({"a b.txt": STORY, "a-b.txt": STORY, "sub/c.md": STORY})
    ids = [d.id for d in read_seeds(folder).documents]
    assert len(set(ids)) == 3
    assert "sub-c" in ids
    assert sum(i.startswith("a-b-") for i in ids) == 2


def test_same_bytes_twice_are_two_documents(make_seeds: MakeSeeds) -> None:
    """Two files with the same bytes are two documents with the same hash."""
    one, two = read_seeds(make_seeds({"a.txt": STORY, "b.txt": STORY})).documents
    assert one.sha256 == two.sha256
    assert one.id != two.id


def test_sidecar_overrides_what_is_found(make_seeds: MakeSeeds) -> None:
    """What an editor wrote beside a seed wins and is marked as the editor's."""
    sidecar = (
        "title: The Day\nauthors: [Ada Obi, Li Wei]\npublished: 2024-05-06\nurl: https://a.b/c\n"
    )
    (document,) = read_seeds(make_seeds({"a.txt": STORY, "a.txt.yml": sidecar})).documents
    meta = document.metadata
    assert meta.title
    assert (meta.title.value, meta.title.how) == ("The Day", "editor")
    assert [a.value for a in meta.authors] == ["Ada Obi", "Li Wei"]
    assert meta.published
    assert meta.published.value == "2024-05-06"
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("sidecar", "warning"),
    [
        ("titel: X", "a.txt.yml:1: 'titel' is no key that is used; did you mean 'title'?"),
        ("url: javascript:x", "a.txt.yml:1: url: 'javascript:x' is no http or https address"),
        ("published: May", "a.txt.yml:1: published: 'May' is no date such as 2025-05-19"),
        ("title: [a", "a.txt.yml:1: expected ',' or ']', but got '<stream end>'"),
        ("- a", "a.txt.yml:1: this is no mapping of keys; it is not used"),
        ("title: {a: b}", "a.txt.yml:1: title: this is no text"),
    ],
)
def test_sidecar_that_is_wrong(make_seeds: MakeSeeds, sidecar: str, warning: str) -> None:
    """A wrong line in a sidecar is a warning that names the file, and the seed is still read."""
    (document,) = read_seeds(make_seeds({"a.txt": STORY, "a.txt.yml": sidecar})).documents
    assert len(document.warnings) == 1
    assert document.warnings[0].startswith(warning)


def test_front_matter_is_no_text_and_moves_nothing(make_seeds: MakeSeeds) -> None:
    """Front matter gives facts, is blank in the reading text, and offsets count from the start."""
    text = f"---\ntitle: Hello\n---\n\n# Big news\n\n{STORY}"
    (document,) = read_seeds(make_seeds({"a.md": text})).documents
    front = len("---\ntitle: Hello\n---")
    assert document.text == "   \n            \n   " + text[front:]
    assert document.metadata.title
    assert document.metadata.title.value == "Hello"
    assert [z.kind for z in document.zones] == ["front_matter", "headline", "body"]
    assert document.text[document.zones[1].start : document.zones[1].end] == "Big news"


@settings(deadline=None)  # the first text in another encoding loads the tables of all
@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_reason(content: bytes) -> None:
    """Whatever the bytes, a seed is read or refused with a reason, never anything else."""
    for ending in (".txt", ".md", ".html", ".eml", ".mhtml"):
        with suppress(UnreadableError):
            for read in read_texts(content, ending, Bounds()):
                assert read.text.strip()
                assert "\r" not in read.text
