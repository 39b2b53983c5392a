"""The door of the pages wing: a corpus in, every page and export of the site out.

It is pure: the same corpus and templates give the same bytes, however many processes make them.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from msgspec import Struct, structs

from generator.cache.made_files import MadeFiles
from generator.config import Site, packaged_templates
from generator.errors import TemplateError
from generator.faults.fence import MACHINE, Fence
from generator.files.entries import list_files, walk_files
from generator.i18n.catalogue import Catalogue
from generator.model.build_info import BuildInfo
from generator.model.changes import Changes
from generator.model.corpus import Corpus
from generator.pages.corpus_index import CorpusIndex
from generator.pages.environment import make_environment
from generator.pages.exports import render_exports
from generator.pages.files import RenderedFile
from generator.pages.own_words import find_own_templates
from generator.pages.page_files import Fork, KeptViews, PageFiles, render_files
from generator.pages.site_map import PageMaker, PageToRender, own_page, page_makers
from generator.pages.views.deprecated import (
    describe_deprecated,
)


class Rendering(Struct, frozen=True):
    """How pages are made: what need not be, where, and who hears of it."""

    made: MadeFiles | None = None
    """Pages that were made before: one of the same view is taken over. Who gives them answers for
    the templates, the words and the code being the same."""
    warnings: list[str] | None = None
    """Takes what a template's owner should know."""
    fork: Fork[PageFiles] | None = None
    """Gives processes that render; without it this one does."""
    kept: KeptViews | None = None
    """What came of the same corpus, site and code before; it learns what comes now."""


AT_ONCE = Rendering()


def render_pages(
    corpus: Corpus,
    site: Site,
    *,
    catalogue: Catalogue,
    changes: Changes | None = None,
    build_info: BuildInfo | None = None,
    fence: Fence | None = None,
    how: Rendering = AT_ONCE,
) -> tuple[RenderedFile, ...]:
    """Every page and export of the site, by path; `changes` since an earlier build, if known.

    An export that ends in an unexpected error is left out, and `fence` knows which; a page that
    does stops everything, for a link may lead there.
    """
    fence = fence or Fence(passes=MACHINE)
    index = fence.need("pages.pages", lambda: CorpusIndex(corpus, site, catalogue))
    refuse_unused(site.templates_dir)
    environment = make_environment(site.templates_dir, catalogue, name=site.name)
    made_by = build_info or BuildInfo()
    exports = how.kept.exports if how.kept else None
    if exports is None:
        exports = render_exports(index, made_by, fence=fence)
    if how.kept is not None and not fence.failures:
        how.kept.exports = exports
    if fence.failures:
        failed = (*corpus.failures, *fence.failures)
        index = CorpusIndex(structs.replace(corpus, failures=failed), site, catalogue)
    makers: list[PageMaker] = [
        *page_makers(index, made_by, changes),
    ]
    own = [partial(_own_pages, index, site)]  # an owner's templates say how many these are

    def render() -> list[RenderedFile]:
        kept = None if fence.failures or changes else how.kept
        made = render_files(environment, makers, how.made, how.fork, kept)
        return [*made, *render_files(environment, own, how.made, None)]

    pages = fence.need("pages.pages", render)
    if how.warnings is not None:
        how.warnings.extend(map(describe_deprecated, environment.outdated))
    return tuple(sorted([*pages, *exports], key=lambda f: f.path))


def _own_pages(index: CorpusIndex, site: Site) -> Iterable[PageToRender]:
    """The pages that the site's own templates are; none of them stands in for one of ours."""
    known = {p.name for p in list_files(packaged_templates() / "pages", ".j2")}
    for page in find_own_templates(site.templates_dir):
        if f"{page.name}.md.j2" not in known:
            yield own_page(index, page.url, page.name, page.title)


def refuse_unused(own: Path) -> None:
    """Stop at a file in the site's ``templates/pages/`` that no page is made with."""
    known = {p.name for p in list_files(packaged_templates() / "pages", ".j2")}
    known |= {f"{page.name}.md.j2" for page in find_own_templates(own)}
    mine = list(walk_files(own, ".j2"))
    text = "".join(p.read_text("utf-8", "replace") for p in mine)
    for path in mine:
        named = f"pages/{path.name}" in text  # included or extended by another
        if path.parent == own / "pages" and path.name not in known and not named:
            near = get_close_matches(path.name, sorted(known), n=1, cutoff=0.0)
            raise TemplateError(
                f"nothing uses this file; the nearest that a page is made with is {near[0]!r}",
                where=f"{own.name}/pages/{path.name}",
                hint="Rename it, include it from another template, or delete it; "
                "a page of your own begins with {# page: Its title #}.",
            )
