"""Rendering: strict, safe by default, the same bytes each time."""

import os
from pathlib import Path

import msgspec
import pytest
import yaml
from handmade import make_corpus, make_document, make_site

from generator.commands.workers import forks
from generator.errors import StageError, TemplateError
from generator.i18n.catalogue import load_catalogue
from generator.model.corpus import Corpus
from generator.pages import page_files
from generator.pages.labels import HUB_TITLES
from generator.pages.render import Rendering, render_pages
from generator.pages.render_page import FRONT_MATTER

PARAGRAPHS = ("The harbour will reopen.", "Ms Marsh said “we are *ready* now” on Monday.")
ENGLISH = load_catalogue("en")
HUBS = ["index", *(f"{url}index" for url in HUB_TITLES if url)]


def corpus_of_one() -> Corpus:
    """One document with one quotation."""
    return make_corpus([make_document(PARAGRAPHS)], quoted="we are *ready* now", actor="Ms Marsh")


def render(root: Path, *, source_text: str = "full") -> dict[str, str]:
    """The pages of the corpus of one document, by path."""
    site = make_site(root, source_text=source_text)
    files = render_pages(corpus_of_one(), site, catalogue=ENGLISH)
    return {f.path: f.content.decode("utf-8") for f in files if f.path.endswith(".md")}


def test_every_hub_page_always_exists(tmp_path: Path) -> None:
    """A corpus with next to nothing in it still gives every hub page."""
    empty = make_corpus([])
    files = {f.path for f in render_pages(empty, make_site(tmp_path), catalogue=ENGLISH)}
    assert {f"{hub}.md" for hub in HUBS} <= files


def test_documents_of_one_address_have_a_page_each(tmp_path: Path) -> None:
    """Ids that differ in what an address cannot show are pages of their own, with their words."""
    documents = [
        make_document((f"It is number {i}.",), identifier=one, path=f"{one}.txt")
        for i, one in enumerate(("rain-log", "rain_log", "Rain-log"))
    ]
    site = make_site(tmp_path)
    files = render_pages(make_corpus(documents), site, catalogue=ENGLISH)
    pages = [f for f in files if f.path.startswith("sources/rain")]
    assert len({f.path for f in pages}) == len(documents)
    text = "\n".join(f.content.decode("utf-8") for f in pages)
    assert all(f"number {i}" in text for i in range(len(documents)))


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two renderings are equal, byte for byte."""
    assert render(tmp_path) == render(tmp_path)


def test_a_date_that_the_editor_set_says_so(tmp_path: Path) -> None:
    """A correction of a date is a rule with words of its own, on the timeline's page too."""
    corpus = make_corpus([make_document(PARAGRAPHS)])
    dates = tuple(msgspec.structs.replace(d, rule="editor") for d in corpus.dates)
    corrected = msgspec.structs.replace(corpus, dates=dates)
    files = render_pages(corrected, make_site(tmp_path), catalogue=ENGLISH)
    pages = "\n".join(f.content.decode("utf-8") for f in files if f.path.startswith("timeline"))
    assert "by the editor" in pages


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> Rendering:
    """A rendering in which a handful of pages goes to two processes."""
    monkeypatch.setattr(page_files, "LEAST_FOR_PROCESSES", 2)
    return Rendering(fork=forks(2))


def test_two_processes_give_the_same_bytes(tmp_path: Path, two_processes: Rendering) -> None:
    """Pages that others render are those that this process renders, in their order."""
    corpus, site = corpus_of_one(), make_site(tmp_path)
    alone = render_pages(corpus, site, catalogue=ENGLISH)
    shared = render_pages(corpus, site, catalogue=ENGLISH, how=two_processes)
    assert shared == alone


def test_a_template_that_is_wrong_in_a_process_is_told_as_here(
    tmp_path: Path, two_processes: Rendering
) -> None:
    """File, line and page of the error come back from the process that met it."""
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "about.md.j2").write_text("\n{{ page.nothing }}\n", "utf-8")
    told = []
    for how in (Rendering(), two_processes):
        with pytest.raises(TemplateError) as caught:
            render_pages(corpus_of_one(), make_site(tmp_path), catalogue=ENGLISH, how=how)
        told.append(str(caught.value))
    assert told[0] == told[1]
    assert "templates/pages/about.md.j2:2" in told[0]


def test_a_process_that_dies_at_a_page_stops_the_build(
    tmp_path: Path, two_processes: Rendering, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page is left out in silence: the call that cost two processes their lives is an error."""
    monkeypatch.setattr(page_files, "render_page", lambda *_page: os._exit(1))
    with pytest.raises(StageError, match="WorkerDiedError"):
        render_pages(corpus_of_one(), make_site(tmp_path), catalogue=ENGLISH, how=two_processes)


def test_markdown_in_a_source_is_text(tmp_path: Path) -> None:
    """Asterisks in a quotation reach the page as characters, not as emphasis."""
    page = render(tmp_path)["quotations/index.md"]
    assert "&#42;ready&#42;" in page
    assert "*ready*" not in page


def test_front_matter_is_a_closed_list(tmp_path: Path) -> None:
    """Each page's head is valid YAML with known keys only."""
    for path, text in render(tmp_path).items():
        if path.endswith(".md"):
            head = yaml.safe_load(text.split("---\n")[1])
            assert set(head) <= set(FRONT_MATTER)
            assert set(head).isdisjoint({"template", "icon"})


@pytest.mark.parametrize(("extent", "published"), [("full", 2), ("cited", 2), ("none", 0)])
def test_source_text_is_published_as_far_as_the_settings_say(
    tmp_path: Path, extent: str, published: int
) -> None:
    """With ``none`` no sentence stands on the source's page; with ``cited`` those that are used."""
    page = render(tmp_path, source_text=extent)["sources/one.md"]
    assert page.count('class="bf-sentence"') == published


def test_a_misspelt_field_is_named_with_its_place_and_the_nearest(tmp_path: Path) -> None:
    """The error of a template says file, line, field and the nearest known field."""
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "topics.md.j2").write_text("# x\n\n{{ page.crads }}\n", "utf-8")
    with pytest.raises(TemplateError) as caught:
        render(tmp_path)
    message = str(caught.value)
    assert "topics.md.j2:3" in message
    assert "'crads'" in message
    assert "'cards'" in message


def test_a_template_that_does_not_parse_is_named_with_its_line(tmp_path: Path) -> None:
    """The error of a template that does not parse says file and line."""
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "topics.md.j2").write_text("# x\n{% if %}\n", "utf-8")
    with pytest.raises(TemplateError, match=r"topics\.md\.j2:2"):
        render(tmp_path)


def test_a_message_that_the_catalogue_lacks_is_named(tmp_path: Path) -> None:
    """A template cannot say words of its own through the catalogue."""
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "topics.md.j2").write_text('# {{ t("Peace is near") }}\n', "utf-8")
    with pytest.raises(TemplateError, match="Peace is near"):
        render(tmp_path)


def test_the_sites_own_template_wins_file_by_file(tmp_path: Path) -> None:
    """One own template replaces the packaged one; all others stay."""
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "topics.md.j2").write_text('# {{ t("Topics") }}\n', "utf-8")
    pages = render(tmp_path)
    assert pages["topics/index.md"].endswith("# Topics\n")
    assert "bf-masthead" in pages["index.md"]
