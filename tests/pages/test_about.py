"""The page about the briefing: what made it, how good it is, and what an editor changed."""

import json
from html import unescape
from pathlib import Path

import msgspec
from handmade import make_corpus, make_document, make_site

from generator.i18n.catalogue import load_catalogue
from generator.model.build_info import BuildInfo
from generator.model.corpus import Correction
from generator.pages.corpus_index import CorpusIndex
from generator.pages.labels import MEASURED
from generator.pages.presenters.about import MOST, view_about
from generator.pages.render import render_pages
from generator.provenance.quality import figures_file, read_figures

BUILD_INFO = BuildInfo("1.2.3", "ab" * 32, "some_model", "cd" * 32)
CORPUS = make_corpus(
    [make_document(("The harbour will reopen.", "Ms Marsh said “we are ready” on Monday."))],
    quoted="we are ready",
    actor="Ms Marsh",
)
MERGE = Correction("merge", ("Ade", "Ngozi Ade"), None, "one person", 2, applied=True)


def page(root: Path, *, language: str = "en") -> str:
    """The page as Markdown, its character references read."""
    corpus = msgspec.structs.replace(CORPUS, corrections=(MERGE,))
    files = render_pages(
        corpus, make_site(root), catalogue=load_catalogue(language), build_info=BUILD_INFO
    )
    return next(unescape(f.content.decode("utf-8")) for f in files if f.path == "about/index.md")


def test_versions_and_digests_are_named(tmp_path: Path) -> None:
    """Generator, rules, model and each seed with its digest."""
    text = page(tmp_path)
    for words in ("1.2.3", BUILD_INFO.rules, "some_model", BUILD_INFO.model_sha256, "0" * 64):
        assert words in text


def test_the_figures_are_those_of_the_floors(root: Path, tmp_path: Path) -> None:
    """The page shows what the tests hold the rules to: there is no second copy of a figure."""
    floors = json.loads((root / "tests" / "quality" / "floors.json").read_text("utf-8"))
    assert figures_file() == root / "tests" / "quality" / "floors.json"
    assert len(read_figures()) == sum(len(s["figures"]) for s in floors.values())
    text = page(tmp_path)
    for name, key in MEASURED:
        assert load_catalogue("en").percent(floors[name]["figures"][key]) in text


def test_shares_are_written_as_the_language_does(tmp_path: Path) -> None:
    """A comma and a space before the sign in German, one decimal in each."""
    assert load_catalogue("en").percent(85.0) == "85.0%"
    assert load_catalogue("en").percent(95.6) == "95.6%"
    assert load_catalogue("de").percent(95.6) == "95,6\xa0%"


def test_a_correction_stands_with_its_reason(tmp_path: Path) -> None:
    """The editor's line and why, as the editor's words."""
    text = page(tmp_path)
    assert "merge Ade Ngozi Ade" in text
    assert "one person" in text


def test_what_is_lacking_leads_to_its_list(tmp_path: Path) -> None:
    """Each count of the second table has an anchor on the page, or a file."""
    text = page(tmp_path)
    for anchor in ("unresolved", "undated", "inferred", "aside", "skipped"):
        assert f'href="../about/#{anchor}"' in text
        assert f'id="{anchor}"' in text


def test_of_many_sources_the_first_are_named_with_their_digests(tmp_path: Path) -> None:
    """With a thousand sources the page stays small: the others are on the page of sources."""
    documents = [
        make_document(("The harbour will reopen.",), path=f"d{n}.txt", identifier=f"d{n}")
        for n in range(MOST + 5)
    ]
    look = CorpusIndex(make_corpus(documents), make_site(tmp_path), load_catalogue("en"))
    about = view_about(look, BuildInfo())
    assert (len(about.sources), about.more_sources) == (MOST, MOST + 5)
    few = view_about(look.narrowed(["d0", "d1"]), BuildInfo())
    assert (len(few.sources), few.more_sources) == (2, 0)
