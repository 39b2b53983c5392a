"""The sources as they came, in one zip: those that are shown, and nothing private or withdrawn."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.commands.originals import pack_originals
from generator.config.limits import LimitSettings
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
STORY = "The council of Norwick voted late on Tuesday to close the old bridge until the spring."
PAGE = (
    f"<html lang=en><body><article><h1>The bridge</h1><p>{STORY}</p><p>{STORY}</p></article></body>"
)
ITEM = "<item><title>{0}</title><description>" + STORY + "</description></item>"
ITEMS = ITEM.format("A") + ITEM.format("B")
FEED = f"<rss version='2.0'><channel><title>F</title>{ITEMS}</channel></rss>"
PRIVATE = "Ask the treasurer."
FILES: Mapping[str, str | bytes] = {
    "a.html": PAGE,
    "inner/b.txt": STORY.encode("cp1252"),
    "c.md": f"---\nmy_source: {PRIVATE}\n---\n{STORY} <!-- {PRIVATE} -->\n",
    "d.rss": FEED,
    "a.html.yml": "title: The bridge\n",
    "e.pdf": b"no pdf",
}


def packed(make_seeds: MakeSeeds, withheld: tuple[str, ...] = ()) -> dict[str, bytes]:
    """The files of the zip by name."""
    pytest.importorskip("feedparser")
    folder = make_seeds(FILES)
    documents = [d for d in read_seeds(folder).documents if d.path not in withheld]
    content = pack_originals(folder, documents, withheld, LimitSettings())
    assert content == pack_originals(folder, documents, withheld, LimitSettings())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_is_read_is_there_as_it_came(make_seeds: MakeSeeds) -> None:
    """Byte for byte; what is no seed, or was not read, is not, and equal files make equal zips."""
    found = packed(make_seeds)
    assert sorted(found) == ["a.html", "c.md", "d.rss", "inner/b.txt"]
    assert found["a.html"] == PAGE.encode()
    assert found["inner/b.txt"] == FILES["inner/b.txt"]


def test_what_is_private_in_markdown_is_blank(make_seeds: MakeSeeds) -> None:
    """Neither a comment nor front matter is published by this way."""
    text = packed(make_seeds)["c.md"].decode()
    assert STORY in text
    assert PRIVATE not in text


@pytest.mark.parametrize("path", ["a.html", "d.rss#b"])
def test_a_file_with_a_withdrawn_document_is_not_there(make_seeds: MakeSeeds, path: str) -> None:
    """Not even where other articles of the file are shown."""
    assert path.partition("#")[0] not in packed(make_seeds, (path,))
