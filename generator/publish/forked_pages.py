"""The engine's work on pages over several processes, which know the whole site without a copy.

A page is read and built in one place, once the titles of the navigation are known. What the engine
would say of it (a warning, an error) is for the process that runs it: such a page is made there.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from typing import TypeAlias

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.publish.engine_log import engine_warnings

NOTHING = "briefing/nothing.html"
"""A template of the theme that gives no output: MkDocs then writes no page."""
LEAST = 150
"""Below so many pages a process more costs what it saves."""
DAY = re.compile(rb"\A---\n(?:[^\n]+\n)*?date: '([0-9-]+)'\n")
"""In the head of a page that we wrote."""
Anchors: TypeAlias = frozenset[str] | set[str]
Fork: TypeAlias = Callable[[Callable[[int], "Anchors | None"]], Executor]
"""Gives an executor whose processes have inherited the work."""


class MadeElsewhere(Page):
    """A page that another build or process makes: MkDocs knows it, and makes nothing."""

    anchors: Anchors = frozenset()

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 MkDocs' signature
        """Nothing to read but the day that the site's map names."""
        self.markdown = ""
        self.meta = {"template": NOTHING}
        day = DAY.search(self.file.content_bytes)
        if day:
            self.meta["date"] = day[1].decode("ascii")

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 MkDocs' signature
        """Nothing to render; other pages may link to its anchors."""
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set(self.anchors)


class ForkedPages:
    """The pages of a site that processes make while the engine makes the others."""

    def __init__(self, fork: Fork) -> None:
        self._fork = fork
        self._files: Sequence[File] = ()

    def take(self, files: Sequence[File], config: MkDocsConfig) -> None:
        """Tell the engine to leave these pages alone, if they are worth it."""
        if len(files) < LEAST:
            return
        self._files = files
        for file in files:
            file.page = MadeElsewhere(None, file, config)

    def make(self, files: Files, nav: Navigation, env: Environment, config: MkDocsConfig) -> None:
        """Make what was taken; pages of which there is something to say go back to the engine."""
        listed = files.documentation_pages(inclusion=InclusionLevel.is_included)

        def work(number: int) -> Anchors | None:
            file = self._files[number]
            stand_in, page = file.page, Page(None, file, config)
            with engine_warnings() as said:
                try:
                    _populate_page(page, config, files)
                    _build_page(page, config, listed, nav, env)
                except Exception:  # noqa: BLE001 it is met again, and told, where the engine makes it
                    return None
            file.page = stand_in
            return None if said else page.present_anchor_ids or set()

        for file, anchors in zip(self._files, self._worked(work), strict=True):
            if anchors is None:
                _populate_page(Page(None, file, config), config, files)
            elif file.page is not None:
                file.page.present_anchor_ids = set(anchors)

    def _worked(self, work: Callable[[int], Anchors | None]) -> Iterator[Anchors | None]:
        """The first page is made here, so that every process has the theme's templates ready."""
        if self._files:
            yield work(0)
            with self._fork(work) as executor:
                yield from executor.map(work, range(1, len(self._files)))
