"""Pages that an editor wrote: in the navigation, shown as the editor's, and proven to be that."""

from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path

from generator.config import Site
from generator.config.engines import ENGINES, Engine
from generator.errors import SiteError
from generator.files.entries import walk
from generator.files.guarded import UnreadableError, decode_utf8, locate
from generator.i18n.catalogue import load_catalogue
from generator.pages.labels import OWN
from generator.pages.own_words import FOLDER, find_own_templates, find_own_words
from generator.pages.writer import MANIFEST, read_manifest
from generator.publish.other_engines import OtherEngine

DOCS = "docs"
"""How a page names the folder of an own page, whatever the settings call it."""
ARTICLE = '<article class="md-content__inner'
"""Begins a page's content in the theme."""
NOT_PAGES = ("guide/", "assets/")
"""What a reader of a briefing does not come for; nobody proves it."""

GUIDE = "guide/index.md"
"""The first page of a guide, if a site has one; it leads to the others."""


def find_own_documents(docs_dir: Path) -> tuple[str, ...]:
    """The Markdown files below the folder that the tool did not write, by path."""
    made = read_manifest(docs_dir / MANIFEST)
    pages = (p for p in walk(docs_dir, hidden=False) if p.suffix == ".md" and not p.is_dir())
    paths = (p.relative_to(docs_dir).as_posix() for p in pages)
    found = [p for p in paths if p not in made]
    for path in found:
        _refuse_unreadable(docs_dir / path)
    return tuple(sorted(p for p in found if not p.startswith(NOT_PAGES)))


def _refuse_unreadable(page: Path) -> None:
    """Stop where the engine would wait, as at a pipe, or end in an error of its own."""
    try:
        locate(page, within=None)
        decode_utf8(page.read_bytes())
    except (UnreadableError, OSError) as error:
        raise SiteError(
            f"this page cannot be read: {error}",
            where=str(page),
            hint="Mend it, move it away, or put a file into its place.",
        ) from error


def pages_for_navigation(site: Site) -> tuple[str, ...]:
    """The files of own pages, written by hand or made from own templates, and the guide."""
    made = read_manifest(site.docs_dir / MANIFEST)
    named = [f"{FOLDER}/{page.name}.md" for page in find_own_templates(site.templates_dir)]
    guide = [GUIDE] if (site.docs_dir / GUIDE).is_file() else []
    return (*find_own_documents(site.docs_dir), *(path for path in named if path in made), *guide)


def mark_own_page(html: str, path: str, title: str, language: str) -> str:
    """An own page's content with a line that says whose it is, and the mark that is proven."""
    said = escape(load_catalogue(language).form(OWN["page"]))
    head = "" if "<h1" in html else f"<h1>{escape(title)}</h1>\n"
    file = escape(f"{DOCS}/{path}", quote=True)
    return f'<p class="bf-intro">{said}</p>\n<div data-editor="{file}">\n{head}{html}\n</div>'


def mark_built_page(html: str, path: str, *, language: str) -> str:
    """A whole built page of the owner's with its content marked, for engines without our plugin."""
    head, article, rest = html.partition(ARTICLE)
    opening, end, inner = rest.partition(">")
    content, close, tail = inner.rpartition("</article>")
    if not (article and end and close):
        return html
    title = Path(path).stem
    return (
        f"{head}{article}{opening}>{mark_own_page(content, path, title, language)}</article>{tail}"
    )


def other_engine(site: Site, engine: Engine) -> OtherEngine | None:
    """Another engine with what our plugin would do in MkDocs; None for MkDocs itself."""
    if engine == ENGINES[0]:
        return None
    mark = partial(mark_built_page, language=site.settings.interface_language)
    return OtherEngine(engine, pages_for_navigation(site), find_own_documents(site.docs_dir), mark)


def own_words(site: Site) -> dict[str, str]:
    """What the editor wrote, by the file that a page names for it."""
    words: dict[str, str] = {}
    for text, file in find_own_words(site.templates_dir).items():
        words[file] = f"{words.get(file, '')} {text}".strip()
    return words | dict(_own_texts(site.docs_dir))


def _own_texts(docs_dir: Path) -> Iterator[tuple[str, str]]:
    """An own page may say what its file says, and the name of its file as its title."""
    for path in find_own_documents(docs_dir):
        text = (docs_dir / path).read_text("utf-8", "replace")
        yield f"{DOCS}/{path}", f"{Path(path).stem} {text}"
