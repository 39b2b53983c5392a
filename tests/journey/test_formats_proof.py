"""A folder with a file of every format: what its site shows stands in the files."""

from pathlib import Path

import pytest
from intake import write_files
from made_formats import FORMATS
from made_layouts import STORIES, LaidOutStory
from seeds_site import make_seeds_site

from generator.commands.verify import verify_site
from generator.i18n.catalogue import load_catalogue
from generator.read.seeds import read_seeds

DAMAGED = {
    **{f"damaged{ending}": b"PK\x03\x04 no archive" for ending in (".docx", ".odt", ".epub")},
    "damaged.pdf": b"%PDF-1.4 nothing",
    "damaged.rtf": b"{\\rtx",
    "damaged.warc": b"WARC/9",
    "damaged.jsonl": b"{",
    "damaged.mhtml": b"MIME-Version: 1.0\n\n",
    "deep.html": b"<html><body>" + b"<div>" * 3000 + b"x",
    "empty.html": b"<html><body></body></html>",
    "empty.eml": b"Subject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nx",
    "no_feed.rss": b'<?xml version="1.0"?><a/>',
    "no_text.md": b"",
    "film.mp4": b"x",
}
"""Files that are not read: what the site says of them is the catalogue's."""


def _own_story(number: int) -> LaidOutStory:
    """A story with sentences of its own: what stands in several copies of a text is shown once."""
    story = STORIES[0]
    own = [f"{words.removesuffix('.')}, as notice {number} says." for words in story.paragraphs]
    return story._replace(paragraphs=tuple(own))


@pytest.mark.slow
@pytest.mark.journey
def test_a_site_of_every_format_is_proven(tmp_path: Path) -> None:
    """Each claim of each page is verbatim in the reading text that is made anew of its file."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    made: dict[str, LaidOutStory] = {}
    for number, name in enumerate(FORMATS):
        made |= write_files(seeds, [name], [_own_story(number)])
    for name, content in DAMAGED.items():
        (seeds / name).write_bytes(content)
    site = make_seeds_site(tmp_path, seeds=seeds)
    read = read_seeds(seeds)
    documents = read.documents
    assert {s.path for s in read.skipped} == set(DAMAGED)
    assert len(documents) == len(made)
    proven = verify_site(
        site.site_dir, documents, catalogue=load_catalogue("en"), site_name=site.name
    )
    assert proven.failures == ()
    assert proven.statements > 100 * len(made)
