"""What a server builds anew between two whole builds: the pages whose Markdown has changed.

MkDocs builds all of a site. Where a change leaves the list of files, the titles of the navigation
and the frame of the pages as they were, the engine of the last whole build makes those pages
again, by its own functions and the plugin's events. Anything else is for a whole build.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.cache.fingerprint import files_below
from generator.publish.engine_log import engine_warnings
from generator.publish.kept_pages import KeptPages

Seen: TypeAlias = dict[Path, tuple[int, int, int]]
"""Files by path, with what tells that one was written: its time, size and number."""


class LivePages(KeptPages):
    """The pages of a server's last whole build, and the engine as it stood then."""

    def __init__(self, ledger: Path, site_dir: Path, *, common: str) -> None:
        super().__init__(ledger, site_dir, common=common)
        self._live: tuple[MkDocsConfig, Files, Navigation, Environment] | None = None
        self._begun: tuple[MkDocsConfig, Files, Navigation] | None = None

    def take_over(self, files: Files, nav: Navigation, config: MkDocsConfig) -> None:
        """Remember the engine's files and navigation as well."""
        super().take_over(files, nav, config)
        if self.is_known:
            self._begun = config, files, nav

    def make_others(self, env: Environment, config: MkDocsConfig) -> None:
        """Remember the engine's templates as well."""
        super().make_others(env, config)
        if self._begun is not None:
            self._live = *self._begun, env

    def config_for(self, common: str) -> MkDocsConfig | None:
        """The engine's configuration, None where a page may have more than its Markdown anew."""
        return self._live[0] if self._live is not None and common == self.common else None

    def rebuild(self, changed: Iterable[Path]) -> bool:
        """Build the changed files below ``docs/`` into the last site; False asks for all of it."""
        if self._live is None:
            return False
        config, files, nav, env = self._live
        known = {Path(file.abs_src_path): file for file in files if file.abs_src_path}
        found = [known.get(path) for path in changed]
        given = [file for file in found if file is not None and _is_shown(file)]
        if len(given) < len(found):
            return False
        pages = [file for file in given if file.is_documentation_page()]
        listed = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        with engine_warnings() as said:
            if not _read(pages, files, nav, config) or said:
                return False
            for file in pages:
                if file.page is not None:
                    _build_page(file.page, config, listed, nav, env)
            for name in config.theme.static_templates:
                _build_theme_template(name, env, files, config, nav)
        for file in given:
            if file not in pages:
                file.copy_file()
        return not said


def _is_shown(file: File) -> bool:
    return bool(file.inclusion.value > InclusionLevel.DRAFT.value)


def _read(pages: Sequence[File], files: Files, nav: Navigation, config: MkDocsConfig) -> bool:
    """Read pages anew; False where the navigation, which stands on every page, has other titles."""
    shown = {page.file.src_uri for page in nav.pages}
    for file in pages:
        page, title = file.page, file.page.title if file.page else None
        if page is None or file.src_uri not in shown:
            page, title = Page(None, file, config), None
        _populate_page(page, config, files)
        if title is not None and page.title != title:
            return False
    return True


def look_at(folders: Iterable[Path]) -> Seen:
    """All files below some folders as they are now; a folder may be a file."""
    seen: Seen = {}
    for folder in folders:
        for path in (folder, *files_below(folder)):
            if path.is_file() and not path.name.startswith("."):
                found = path.stat()
                seen[path] = (found.st_mtime_ns, found.st_size, found.st_ino)
    return seen


def differing(before: Seen, now: Seen) -> frozenset[Path]:
    """The files that are new, gone or written again."""
    return frozenset(
        path for path in before.keys() | now.keys() if before.get(path) != now.get(path)
    )
