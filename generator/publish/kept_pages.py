"""Pages of the last site that are as they would be built again: taken over, not built.

The engine's own way (`--dirty`) goes by the clocks of files. Here a page is known by the digest of
its Markdown, beside one digest of all else that a page is made from: settings, theme, navigation,
libraries, our code. Where a page could depend on anything more, everything is built.
"""

import re
import zlib
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils.meta import get_data

from generator.cache.fingerprint import digest_of_values
from generator.cache.made_files import MadeFiles, digest_of_bytes
from generator.config import packaged_templates
from generator.files.entries import walk_files
from generator.publish.forked_pages import Fork, ForkedPages, MadeElsewhere
from generator.publish.offline import COPY, EarlierCopy
from generator.publish.raw_html import find_anchors
from generator.publish.swap import link_file

KEPT = "briefing_kept"
"""Key of MkDocs' ``extra`` under which a build finds the pages that it need not make."""
OURS = frozenset({"briefing", "search", "material/search"})
"""Plugins of which we know what a page has from them."""
SEES_OTHER_PAGES = re.compile(r"\b(?:nav|pages|files)\b")
"""What a site's own override of the theme names if it may show other pages than its own."""
ASSETS = frozenset({".css", ".js", ".map", ".png", ".svg", ".woff2"})
"""Endings of files that are no templates."""


def is_asset(path: Path) -> bool:
    """Whether a file of the theme is given to browsers as it is, and is in no page.

    Icons are drawn into pages, so what lies in a hidden folder is none.
    """
    return path.suffix in ASSETS and not any(part.startswith(".") for part in path.parts)


HEADING = re.compile(r"^(?: {0,3}#.*|.*<h1.*|.*\n *=+ *$)", re.MULTILINE)
"""What a page that states no title may be called after."""
FRONT_MATTER_END = b"\n---\n"
MAY_LINK = b"["
"""In Markdown it may begin a link, whose address depends on other files."""


class KeptPages:
    """The pages of an earlier site, looked up while the engine builds another.

    `fork` gives processes that make the others; without it the engine does.
    """

    def __init__(
        self, ledger: Path, site_dir: Path, *, common: str, fork: Fork | None = None
    ) -> None:
        self._ledger = ledger
        self._site_dir = site_dir
        self.common = common
        """Digest of what every page is made from, beside its Markdown and the navigation."""
        self._made: MadeFiles | None = None
        self._files: Files | None = None
        self._nav: Navigation | None = None
        self._forked = ForkedPages(fork) if fork else None
        self.names: frozenset[str] = frozenset()
        """The files of the site that were taken over, by their paths in it."""

    def take_over(self, files: Files, nav: Navigation, config: MkDocsConfig) -> None:
        """Put what need not be built into the new site, and tell the engine so."""
        if not _is_known(config):
            return
        common = digest_of_values(self.common, zlib.ZLIB_RUNTIME_VERSION, *_navigation(nav))
        self._made = MadeFiles(self._ledger, self._site_dir, common=common)
        self._files, self._nav = files, nav
        taken: list[str] = []
        left: list[File] = []
        shown = {page.file.src_uri for page in nav.pages}
        for file in files.documentation_pages(inclusion=InclusionLevel.is_included):
            if file.src_uri in shown:
                continue  # in the navigation: it shows its neighbours
            source = file.content_bytes
            html = self._made.recall(file.dest_uri, digest_of_bytes(source))
            if html is not None:
                file.page = MadeElsewhere(None, file, config)
                file.page.anchors = find_anchors(html.decode("utf-8"))
                link_file(self._site_dir / file.dest_uri, Path(config.site_dir) / file.dest_uri)
                taken.append(file.dest_uri)
            elif not _may_link(source):
                left.append(file)
        self.names = frozenset(taken)
        if self._forked:
            self._forked.take(left, config)

    @property
    def is_known(self) -> bool:
        """Whether a page depends on nothing but its Markdown and what all pages have in common."""
        return self._made is not None

    def make_others(self, env: Environment, config: MkDocsConfig) -> None:
        """Let processes make the pages that were not taken over, once all titles are known."""
        if self._forked and self._files is not None and self._nav is not None:
            self._forked.make(self._files, self._nav, env, config)

    def earlier(self) -> EarlierCopy | None:
        """The offline copy of the earlier site, if pages of it were taken over."""
        whole = self._made is not None and self._made.holds(COPY, COPY)
        return EarlierCopy(self._site_dir / COPY, self.names) if self.names and whole else None

    def note(self, folder: Path) -> None:
        """Remember the pages that were built into a folder."""
        if self._made is None or self._files is None:
            return
        for file in self._files.documentation_pages(inclusion=InclusionLevel.is_included):
            source = file.content_bytes
            built = folder / file.dest_uri
            if file.dest_uri not in self.names and not _may_link(source) and built.is_file():
                self._made.note(file.dest_uri, digest_of_bytes(source), built.read_bytes())
        self._files = self._nav = self._forked = None

    def save(self, folder: Path) -> None:
        """Keep what is known of a folder's pages and of its offline copy."""
        if self._made is None:
            return
        if (folder / COPY).is_file():  # a server makes none
            self._made.note_file(COPY, COPY, folder / COPY)
        self._made.save()


def _may_link(source: bytes) -> bool:
    """Whether a page's Markdown may hold a link that the engine looks up."""
    return MAY_LINK in (source.partition(FRONT_MATTER_END)[2] or source)


def _is_known(config: MkDocsConfig) -> bool:
    """Whether all that makes a page is known, and no index is made from the pages' texts."""
    search = config.plugins.get("material/search") or config.plugins.get("search")
    searched = search is not None and search.config.get("enabled", True)
    return (
        set(config.plugins) <= OURS
        and not searched
        and not config.hooks
        and not any(SEES_OTHER_PAGES.search(text) for text in _own_overrides(config))
    )


def _own_overrides(config: MkDocsConfig) -> Iterable[str]:
    """The templates of the site's own theme folder that are not as they come with the tool."""
    packaged = packaged_templates() / "theme"
    folder = config.theme.custom_dir
    for path in walk_files(Path(folder)) if folder else ():
        if path.suffix in ASSETS:
            continue
        given = packaged / path.relative_to(folder or "")
        if not given.is_file() or given.read_bytes() != path.read_bytes():
            yield path.read_text("utf-8", "replace")


def _navigation(nav: Navigation) -> Iterable[str]:
    """What every page shows of the others: the pages of the navigation and their titles."""
    for page in nav.pages:
        text, meta = get_data(page.file.content_bytes.decode("utf-8", "replace"))
        title = meta.get("title") or "\n".join(HEADING.findall(text))
        yield f"{page.url}\0{page.file.src_uri}\0{title}"
    yield str(nav)
