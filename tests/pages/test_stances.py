"""A denial is shown as a denial; what several say together is shown as all of theirs."""

import csv
import io
import sqlite3
from pathlib import Path

import pytest
from handmade import make_site

from generator.commands.build import gather
from generator.config import Settings
from generator.faults.fence import Fence
from generator.i18n.catalogue import load_catalogue
from generator.model.build_info import BuildInfo
from generator.model.corpus import Corpus
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports import render_exports
from generator.pages.render import render_pages

TEXT = """Inquiry in Norwick

12 May 2031

The inquiry met in Norwick on Monday. Joan Marlow has denied she knew the harbour was paying bribes.
Joan Marlow said the ferry was safe.

“We shall stay in this town,” said Joan Marlow and Eric Halvorsen. Eric Halvorsen runs the port.
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """An inquiry with a denial, a statement and words that two people say."""
    seeds = tmp_path_factory.mktemp("stances") / "seeds"
    seeds.mkdir()
    (seeds / "inquiry.txt").write_text(TEXT, "utf-8")
    return gather(
        seeds, settings=Settings(), cache_dir=None, progress=lambda _step, _done, _total: None
    ).corpus


def test_a_denial_stands_apart_and_is_named(corpus: Corpus, tmp_path: Path) -> None:
    """It stands in a list of its own, marked and called so, and not among what she says."""
    files = render_pages(corpus, make_site(tmp_path), catalogue=load_catalogue("en"))
    page = next(f for f in files if f.path.endswith("actors/joan-marlow.md")).content.decode()
    said, denied = page.split('id="denied"')
    assert "bf-denial" in denied
    assert "Denied or rejected" in denied
    assert "bf-denial" not in said
    assert "the ferry was safe</mark>" in said


def test_what_two_say_is_shown_as_both_ones(corpus: Corpus, tmp_path: Path) -> None:
    """The card names both, the words stand on the page of each, and the table has both."""
    site = make_site(tmp_path)
    files = render_pages(corpus, site, catalogue=load_catalogue("en"))
    pages = {f.path: f.content.decode() for f in files if f.path.endswith(".md")}
    quoted = next(text for path, text in pages.items() if path.endswith("quotations/index.md"))
    assert 'data-speaker="joan&#45;marlow eric&#45;halvorsen"' in quoted
    for who in ("joan-marlow", "eric-halvorsen"):
        page = next(text for path, text in pages.items() if path.endswith(f"actors/{who}.md"))
        assert "We shall stay in this town," in page.split('id="said"')[1].split("<h2")[0]
    made = render_exports(
        CorpusIndex(corpus, site, load_catalogue("en")), BuildInfo(), fence=Fence()
    )
    tables = {f.path: f.content for f in made}
    rows = csv.DictReader(io.StringIO(tables["data/quotations.csv"].decode("utf-8-sig")))
    assert [row["speaker"] for row in rows] == ["Joan Marlow; Eric Halvorsen"]
    stances = csv.DictReader(io.StringIO(tables["data/statements.csv"].decode("utf-8-sig")))
    assert [row["stance"] for row in stances] == ["denied", "asserted"]


def test_the_database_has_every_speaker(corpus: Corpus, tmp_path: Path) -> None:
    """`who_said_what` has a row for each of them, and statements have their stance."""
    index = CorpusIndex(corpus, make_site(tmp_path), load_catalogue("en"))
    made = render_exports(index, BuildInfo(), fence=Fence())
    path = tmp_path / "briefing.db"
    path.write_bytes(next(f.content for f in made if f.path.endswith(".db")))
    with sqlite3.connect(path) as database:
        names = database.execute("SELECT speaker FROM who_said_what ORDER BY speaker").fetchall()
        stances = database.execute("SELECT stance FROM statements ORDER BY start").fetchall()
    assert names == [("Eric Halvorsen",), ("Joan Marlow",)]
    assert stances == [("denied",), ("asserted",)]
