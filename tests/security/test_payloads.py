"""Hostile texts in every position that a seed controls: the whole site, in a real browser."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest
import yaml
from browser import missing_browser, open_browser, serve, show
from handmade import make_corpus, make_document, make_site
from mkdocs.commands.build import build
from mkdocs.config import load_config
from selenium.webdriver import Chrome

from generator.commands.verify import verify_site
from generator.i18n.catalogue import load_catalogue
from generator.model.text import Document
from generator.model.visible_text import shown
from generator.pages.render import render_pages
from generator.pages.writer import write_pages
from generator.publish.engine import POLICY, prepare
from generator.publish.sanitize import SanitizeExtension
from generator.publish.search import index_site

PAYLOADS = json.loads((Path(__file__).parent / "payloads.json").read_text("utf-8"))["payloads"]
TEXTS = [p.replace("J", "window.hit=1") for p in PAYLOADS]
FOREIGN = "script,style,iframe,textarea,meta,form,input,object,embed,[onclick],[onerror],[onload]"
"""What no content area may hold."""
COUNT = "return document.querySelectorAll(arguments[0]).length"
HOSTS = "return performance.getEntriesByType('resource').map(e => new URL(e.name).origin)"

NEEDS_BROWSER = pytest.mark.skipif(
    bool(missing_browser()), reason=missing_browser() or "there is a browser"
)


def hostile_documents() -> list[Document]:
    """One document a payload: as title, author, publisher, genre, paragraph, quotation and path."""
    return [
        make_document(
            (text, f"Somebody said “{text}” today."),
            identifier=f"seed-{n:02d}",
            path=f"{n:02d}-{text.replace('/', '∕')[:80]}.txt",
            facts=text,
        )
        for n, text in enumerate(TEXTS)
    ]


def build_hostile_site(root: Path, *, layers: tuple[str, ...]) -> Path:
    """A built site of all payloads with the named layers of the defence switched on."""
    documents = hostile_documents()
    corpus = make_corpus(documents, quoted=TEXTS[0], actor=TEXTS[1])
    site = make_site(root, name="Hostile")
    write_pages(
        render_pages(corpus, site, catalogue=load_catalogue("en")), site.docs_dir, root / ".list"
    )
    extensions = ["tables", "attr_list"]
    settings = {
        "site_name": "Hostile",
        "theme": {"name": "material", "font": False},
        "plugins": [{"search": {"separator": r"[\s\"“”()<>=.;:/\[\]-]+"}}],
        "markdown_extensions": extensions,
        "validation": {"nav": {"omitted_files": "ignore"}},
        "nav": ["index.md", "sources/index.md"],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    prepare(config, serving=False)
    if "sanitizer" not in layers:
        config.markdown_extensions[:] = [e for e in config.markdown_extensions if "sanit" not in e]
    if "policy" not in layers:
        del config.extra[POLICY]
    build(config)
    index_site(site.site_dir)
    return site.site_dir


@pytest.fixture(scope="module")
def escaped_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile site with layers 1 and 2 alone."""
    return build_hostile_site(tmp_path_factory.mktemp("escaped"), layers=())


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    """One browser for the module."""
    with open_browser() as chrome:
        yield chrome


@pytest.mark.journey
def test_every_page_of_the_hostile_site_is_proven(escaped_only: Path) -> None:
    """The proof finds each payload verbatim, on every page, in every position."""
    proven = verify_site(
        escaped_only, hostile_documents(), catalogue=load_catalogue("en"), site_name="Hostile"
    )
    assert proven.failures == ()
    assert proven.statements > 14 * len(TEXTS)


@pytest.mark.journey
def test_titles_are_the_exact_text(escaped_only: Path) -> None:
    """The head of a page shows a hostile title as text, whatever the theme does with it."""
    for n, text in enumerate(TEXTS):
        page = (escaped_only / "sources" / f"seed-{n:02d}" / "index.html").read_text("utf-8")
        title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
        assert title
        assert " ".join(html.unescape(title[1]).split()).startswith(shown(text).strip()[:60])
        assert page.count("<title") == 1
        linked = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
        assert linked
        headline = json.loads(linked[1])["headline"]
        assert " ".join(headline.split()) == " ".join(shown(text).split())


@pytest.mark.journey
@pytest.mark.browser
@NEEDS_BROWSER
def test_escaped_text_runs_nothing_in_a_browser(escaped_only: Path, browser: Chrome) -> None:
    """With layers 1 and 2 alone no payload runs, adds an element or sends a request."""
    pages = ["", "quotations/", "sources/", "topics/", "timeline/", "print/", "actors/somebody/"]
    pages += [f"sources/seed-{n:02d}/" for n in range(len(TEXTS))]
    with serve(escaped_only) as base:
        for page in pages:
            browser.get(base + page)
            assert browser.execute_script("return window.hit") is None, page
            assert browser.execute_script(COUNT, f".md-content :is({FOREIGN})") == 0, page
            assert set(browser.execute_script(HOSTS)) <= {base.rstrip("/")}, page


@pytest.mark.journey
@pytest.mark.browser
@NEEDS_BROWSER
def test_search_results_show_hostile_titles_as_text(escaped_only: Path, browser: Chrome) -> None:
    """A search that finds hostile titles shows them and runs nothing."""
    pytest.importorskip("pagefind", reason="Pagefind is not installed")
    with serve(escaped_only) as base:
        for word in ("window", "clickme", "script", "danger"):
            show(browser, f"{base}search/?q={word}")
            browser.implicitly_wait(5)
            assert browser.find_elements("css selector", ".bf-results__title a")
            assert browser.execute_script("return window.hit") is None
            assert browser.execute_script(COUNT, f".bf-results :is({FOREIGN},img)") == 0


@pytest.mark.journey
@pytest.mark.browser
@NEEDS_BROWSER
def test_the_sanitizer_alone_runs_nothing(tmp_path: Path, browser: Chrome) -> None:
    """Raw payloads through Markdown and layer 3 alone run nothing in a browser."""
    for n, text in enumerate(TEXTS):
        body = markdown.markdown(
            f"# {text}\n\n{text}\n\n<div>{text}</div>\n\n> {text}\n",
            extensions=["tables", "attr_list", "toc", SanitizeExtension()],
        )
        (tmp_path / f"{n}.html").write_text(f"<meta charset=utf-8><body>{body}</body>", "utf-8")
    with serve(tmp_path) as base:
        for n in range(len(TEXTS)):
            browser.get(f"{base}{n}.html")
            assert browser.execute_script("return window.hit") is None, TEXTS[n]


@pytest.mark.journey
@pytest.mark.browser
@NEEDS_BROWSER
def test_the_policy_alone_runs_nothing(tmp_path: Path, browser: Chrome) -> None:
    """Raw payloads in a page whose only defence is the policy run nothing."""
    config = load_config(None, site_name="x", theme={"name": "material"}, docs_dir=str(tmp_path))
    prepare(config, serving=False)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{config.extra[POLICY]}">'
    for n, text in enumerate(TEXTS):
        (tmp_path / f"{n}.html").write_text(
            f"<meta charset=utf-8>{meta}<body>{text}</body>", "utf-8"
        )
    with serve(tmp_path) as base:
        for n in range(len(TEXTS)):
            browser.get(f"{base}{n}.html")
            assert browser.execute_script("return window.hit") is None, TEXTS[n]
