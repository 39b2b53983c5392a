"""The proof really fails: one changed character, one unknown word, one wrong citation."""

import zipfile
from pathlib import Path

import msgspec
import pytest
from handmade import make_corpus, make_document

from generator.commands.verify import OFFLINE, verify_site
from generator.i18n.catalogue import load_catalogue
from generator.provenance.audit import (
    Cited,
    ProofSources,
    audit_citation,
    audit_page,
    editor_words,
)
from generator.provenance.audit_rows import find_corpus_failures

ENGLISH = load_catalogue("en")
DOCUMENT = make_document(("The harbour will reopen on 19 May.", "Nobody objected."))
EVIDENCE = ProofSources(
    documents={DOCUMENT.id: DOCUMENT},
    catalogue=ENGLISH,
    editors=editor_words([DOCUMENT], "A briefing", {}),
    paths=frozenset({DOCUMENT.path}),
    labels={"A": ""},
)


def problems(inner: str) -> list[str]:
    """What the proof says of a page with this content."""
    page = f'<html><body><p>x</p><article class="md-content__inner">{inner}</article></body></html>'
    return [f.problem for f in audit_page("x.html", page, EVIDENCE).failures]


@pytest.mark.parametrize(
    "inner",
    [
        '<p data-src="one:0-34">The harbour will reopen on 19 May.</p>',
        '<p data-src="one:0-34">The  harbour <a href="x">will\nreopen</a> on 19 May.</p>',
        "<h2>Bottom line</h2>",
        '<h1 data-editor="mkdocs.yml">A briefing</h1>',
        '<p>2 documents <span class="bf-sep">·</span> 1 author</p>',
        '<time data-value="date">19 May [2025]</time>',
        '<code data-value="file">one.txt</code>',
        '<code data-value="hash">0123456789abcdef</code>',
        "<b>A ¶2</b>",
    ],
)
def test_what_is_proven_passes(inner: str) -> None:
    """Source words at their place, catalogue messages, an editor's words and typed values pass."""
    assert problems(inner) == []


@pytest.mark.parametrize(
    ("inner", "problem"),
    [
        ('<p data-src="one:0-34">The harbour will reopen on 18 May.</p>', "not what its source"),
        ('<p data-src="one:0-34">The harbour will reopen on 19 May</p>', "not what its source"),
        ('<p data-src="one:0-33">The harbour will reopen on 19 May.</p>', "not what its source"),
        ('<p data-src="one:0-34">The harbour <b>may</b> reopen on 19 May.</p>', "not what"),
        (
            '<p data-src="two:0-34">The harbour will reopen on 19 May.</p>',
            "a source that there is not",
        ),
        ('<p data-src="one:0-999">The harbour</p>', "outside of its source"),
        ('<p data-src="one:5-5"></p>', "outside of its source"),
        ('<p data-src="harbour">harbour</p>', "a source that there is not"),
        ("<p>The harbour will reopen on 19 May.</p>", "neither a source"),
        ('<p><span data-src="one:36-52">Nobody objected.</span> Everybody agreed.</p>', "neither"),
        ('<h1 data-editor="mkdocs.yml">A better briefing</h1>', "no editor wrote this"),
        ('<h1 data-editor="other.yml">A briefing</h1>', "no editor wrote this"),
        ('<time data-value="date">someday</time>', "this is no date"),
        ('<b data-value="count">many</b>', "this is no count"),
        ('<b data-value="harbour">harbour</b>', "this is no harbour"),
        ('<a title="Peace is near" href="x"></a>', "this attribute"),
        ('<img alt="The harbour, reopened">', "this attribute"),
        ("<b>USA</b>", "no source has this letter"),
        ("<b>B ¶2</b>", "no source has this letter"),
    ],
)
def test_what_is_not_proven_fails(inner: str, problem: str) -> None:
    """Each kind of unproven word is found and named."""
    found = problems(inner)
    assert len(found) == 1
    assert problem in found[0]


def test_words_outside_of_the_content_area_are_the_themes() -> None:
    """The navigation and the footer are not held against the seeds; the content area must exist."""
    page = '<nav>Anything</nav><article class="md-content__inner"><h2>Topics</h2></article><p>x</p>'
    assert audit_page("x.html", page, EVIDENCE).failures == ()
    (failure,) = audit_page("x.html", "<p>x</p>", EVIDENCE).failures
    assert failure.problem == "the page has no content area"


def test_a_failure_names_page_words_and_seed() -> None:
    """The message says where the words stand and which seed they cite."""
    page = '<article class="md-content__inner"><p data-src="one:0-34">Peace.</p></article>'
    (failure,) = audit_page("a/index.html", page, EVIDENCE).failures
    assert "a/index.html" in str(failure)
    assert "'Peace.'" in str(failure)
    assert "one.txt" in str(failure)


@pytest.mark.parametrize(
    ("href", "fails"),
    [("../#s-1", False), ("../#s-2", True), ("../#s-3", True), ("../", False)],
)
def test_a_citation_must_lead_to_its_sentence(href: str, fails: bool) -> None:
    """A chip that leads to another sentence, or to none, is found."""
    anchors = {"s-1": "one:0-34", "s-2": "one:36-52"}
    failure = audit_citation(Cited("x.html", "one:4-11", href), anchors)
    assert (failure is not None) == fails


def test_a_seed_changed_behind_the_sites_back_is_found(tmp_path: Path) -> None:
    """A site that was built from other bytes than the seeds' fails, page by page."""
    page = (
        '<article class="md-content__inner"><p data-src="one:36-52">Nobody objected.</p></article>'
    )
    (tmp_path / "index.html").write_text(page, "utf-8")
    changed = make_document(("The harbour will reopen on 19 May.", "Nobody objects.."))
    proven = verify_site(tmp_path, [DOCUMENT], catalogue=ENGLISH, site_name="A briefing")
    assert proven.failures == ()
    assert proven.statements == 1
    (failure,) = verify_site(
        tmp_path, [changed], catalogue=ENGLISH, site_name="A briefing"
    ).failures
    assert failure.page == "index.html"


def offline_site(folder: Path, html: str) -> Path:
    """A site of one proven page, and an offline copy of it with this page."""
    page = (
        '<article class="md-content__inner"><p data-src="one:36-52">Nobody objected.</p></article>'
    )
    (folder / "index.html").write_text(page, "utf-8")
    (folder / "data").mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / OFFLINE, "w") as archive:
        archive.writestr("index.html", html.format(page=page))
    return folder


@pytest.mark.parametrize(
    ("html", "problems"),
    [
        ("{page}", []),
        ('<article class="md-content__inner">Anybody</article>', ["neither a source"]),
    ],
)
def test_the_offline_copy_is_proven(tmp_path: Path, html: str, problems: list[str]) -> None:
    """A word that was altered in the zip alone is found, and named with the zip."""
    site = offline_site(tmp_path, html)
    proven = verify_site(site, [DOCUMENT], catalogue=ENGLISH, site_name="A briefing")
    assert [f.problem[:16] for f in proven.failures] == problems
    assert all(f.page == f"{OFFLINE}: index.html" for f in proven.failures)
    assert proven.offline_pages == 1


def test_an_offline_copy_without_a_page_is_no_copy(tmp_path: Path) -> None:
    """A page that only the site has is a failure, and so is a zip that cannot be read."""
    site = offline_site(tmp_path, "{page}")
    (site / "more.html").write_text((site / "index.html").read_text("utf-8"), "utf-8")
    proven = verify_site(site, [DOCUMENT], catalogue=ENGLISH, site_name="A briefing")
    assert [f.page for f in proven.failures] == [f"{OFFLINE}: more.html"]
    (site / OFFLINE).write_bytes(b"no zip")
    proven = verify_site(site, [DOCUMENT], catalogue=ENGLISH, site_name="A briefing")
    assert "cannot be read" in proven.failures[0].problem


def test_rows_that_are_not_verbatim_are_found() -> None:
    """A corpus whose words are not at their offsets does not reach a page."""
    corpus = make_corpus([DOCUMENT], quoted="Nobody", actor="Nobody")
    assert find_corpus_failures(corpus) == ()
    other = make_document(("The harbour will reopen on 19 May.", "Anybody objected."))
    rows = tuple(type(r)(other, r.keyphrases, "en", ()) for r in corpus.documents)
    moved = type(corpus)(
        **{f: getattr(corpus, f) for f in corpus.__struct_fields__} | {"documents": rows}
    )
    assert any("quotation q-one" in failure for failure in find_corpus_failures(moved))


@pytest.mark.parametrize("target", ["two 9", "no", "it's over"])
def test_words_that_the_file_must_quote_are_still_the_editors(target: str) -> None:
    """What YAML writes between quotation marks or brackets is the editor's word all the same."""
    file = "- action: exclude\n  target: [two, '9']\n  why: 'no, it''s over'\n"
    evidence = msgspec.structs.replace(
        EVIDENCE, editors=editor_words([DOCUMENT], "A briefing", {"corrections.yml": file})
    )
    inner = f'<b data-editor="corrections.yml">{target}</b>'
    page = f'<html><body><p>x</p><article class="md-content__inner">{inner}</article></body></html>'
    assert audit_page("x.html", page, evidence).failures == ()


def test_the_same_words_elsewhere_are_cited_there() -> None:
    """A chip that names its own place must lead to it, and not to the words before it."""
    told = '<p><span data-src="one:0-34">The harbour will reopen on 19 May.</span>'
    chip = '<a class="bf-cite" href="b/#s-1" data-cites="{}">B</a></p></article>'
    for place, fails in (("two:0-34", False), ("one:0-34", True)):
        page = f'<article class="md-content__inner">{told}{chip.format(place)}'
        proof = audit_page("x.html", page, EVIDENCE)
        failures = [audit_citation(c, {"s-1": "two:0-34"}) for c in proof.citations]
        assert [failure is not None for failure in failures] == [fails]
