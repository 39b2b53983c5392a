"""The page of changes: words of what is there, only the id of what is gone."""

from pathlib import Path

from handmade import make_corpus, make_document, make_site
from markdown import markdown

from generator.i18n.catalogue import load_catalogue
from generator.model.changes import Change, Changes
from generator.pages.corpus_index import CorpusIndex
from generator.pages.labels import CHANGE_FIELDS
from generator.pages.presenters.changes import view_changes
from generator.pages.render import render_pages
from generator.provenance.audit import ProofSources, audit_page, editor_words

DOCUMENT = make_document(("The harbour will reopen.", "Ms Marsh said “we are ready” on Monday."))
CORPUS = make_corpus([DOCUMENT], quoted="we are ready", actor="Ms Marsh")


def page(root: Path, *changes: Change) -> str:
    """The page of changes."""
    found = Changes(changes, ("one.txt",), ("gone.txt",), (), rules_changed=True)
    files = render_pages(
        CORPUS, make_site(root), catalogue=load_catalogue("en"), changes=found if changes else None
    )
    return next(f.content.decode("utf-8") for f in files if f.path == "changes/index.md")


def test_without_an_earlier_build_the_page_says_so(tmp_path: Path) -> None:
    """The hub page exists, with the reason why it is empty."""
    assert "This build was not given an earlier one" in page(tmp_path)


def test_an_added_row_shows_its_words_and_leads_to_them(tmp_path: Path) -> None:
    """A new quotation stands on the page as a source's words, with a link."""
    text = page(tmp_path, Change("quotations", "added", "q-one", "we are ready", "one", "seed"))
    assert "quotations/&#35;q&#45;one" in text
    assert 'data-src="one&#58;' in text
    assert "a source was added, edited or removed" in text


def test_one_reason_for_all_is_said_once(tmp_path: Path) -> None:
    """Where all changes have the same reason the page says it at its top, not on each line."""
    one = Change("quotations", "added", "q-one", "we are ready", "one", "seed")
    gone = Change("quotations", "removed", "q-old", "", "two", "seed")
    text = page(tmp_path, gone, one)
    assert text.count("a source was added, edited or removed") == 1
    assert text.index("we are ready") < text.index("q&#45;old")
    text = page(tmp_path, one, Change("actors", "removed", "x", "", "", "rule"))
    assert text.count("a source was added, edited or removed") == 1
    assert text.count("the rules or the language model changed") == 2


def test_a_changed_row_says_what_is_different(tmp_path: Path) -> None:
    """The fields that differ are named in the catalogue's words, their values are not shown."""
    fields = (("speaker", '"ada"', '"li"'), ("unknown", "1", "2"))
    row = Change("quotations", "changed", "q-one", "we are ready", "one", "rule", fields)
    text = page(tmp_path, row)
    assert "speaker</span>" in text
    assert "unknown" not in text
    assert "ada" not in text


def test_the_page_is_proven(tmp_path: Path) -> None:
    """Whatever changed, the page holds only the catalogue's words, the sources' and ids."""
    fields = tuple((name, "1", "2") for name in CHANGE_FIELDS)
    rows = (
        Change("quotations", "changed", "q-one", "we are ready", "one", "seed", fields),
        Change("quotations", "removed", "q-old", "the old words", "two", "seed"),
        Change("documents", "added", "one", "one.txt", "one", "seed"),
    )
    for changes in (rows, (*rows, Change("actors", "removed", "x", "", "", "rule"))):
        body = page(tmp_path, *changes).split("---\n", 2)[2]
        evidence = ProofSources(
            {DOCUMENT.id: DOCUMENT},
            load_catalogue("en"),
            editor_words([DOCUMENT], "A briefing", {}),
            frozenset({DOCUMENT.path}),
            {"A": ""},
        )
        html = f'<article class="md-content__inner">{markdown(body)}</article>'
        assert audit_page("changes/index.html", html, evidence).failures == ()


def test_of_a_removed_row_only_the_id_is_shown(tmp_path: Path) -> None:
    """Words that no seed of this build holds cannot be proven, so they are not shown."""
    text = page(tmp_path, Change("quotations", "removed", "q-old", "the old words", "two", "rule"))
    assert "the old words" not in text
    assert '<code data-value="id">q&#45;old</code>' in text


def test_of_many_seeds_the_first_are_named(tmp_path: Path) -> None:
    """As many as a list has rows; the others are counted."""
    seeds = tuple(f"{n:03}.txt" for n in range(103))
    index = CorpusIndex(CORPUS, make_site(tmp_path), load_catalogue("en"))
    seen = view_changes(index, Changes((), seeds, ("gone.txt",), (), rules_changed=False))
    assert (len(seen.seeds_added), seen.more_seeds) == (100, 3)
