"""Pages as files: made here, or in processes that were forked off with all that makers need.

A view, its template and its front matter are made in one place, so that only bytes come back.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from typing import TypeAlias, TypeVar

from msgspec import Struct, msgpack

from generator.cache.fingerprint import digest_of_values
from generator.cache.made_files import MadeFiles, digest_of_bytes
from generator.faults.fence import MACHINE, Fence
from generator.pages.environment import PageEnvironment
from generator.pages.files import RenderedFile
from generator.pages.links import file_of
from generator.pages.render_page import render_page
from generator.pages.site_map import PageMaker, PageToRender
from generator.pages.template_digests import TemplateDigests
from generator.pages.views.deprecated import Deprecated

STAGE = "pages.pages"
LEAST_FOR_PROCESSES = 150
"""Below this many calls on pages, a process more costs what it saves."""
T = TypeVar("T")
Fork: TypeAlias = Callable[[Callable[[int], T]], Executor]
"""Gives an executor whose processes have inherited the work."""


class PageFile(Struct, frozen=True):
    """A page's file, and what it was made from."""

    file: RenderedFile
    origin: str
    """Digest of what it shows; "" where it has to be made again each time."""
    seen: "SeenPage"


class SeenPage(Struct, frozen=True):
    """A page's view, known by its digest, so that it need not be made to be compared."""

    path: str
    template: str
    view: str


class KeptViews:
    """What came of the makers and exports of one corpus, for the next build of the same."""

    def __init__(self) -> None:
        self.pages: dict[int, tuple[SeenPage, ...]] = {}
        """By the number of their maker."""
        self.exports: tuple[RenderedFile, ...] | None = None


class Known(Struct, frozen=True):
    """What is known of pages before they are made."""

    made: MadeFiles
    templates: TemplateDigests

    def origin_of(self, seen: SeenPage) -> str:
        """Digest of what a page shows and of its templates; "" where these are not bounded."""
        templates = self.templates.of_page(seen.template)
        return digest_of_values(seen.view, templates) if templates else ""

    def page_of(self, seen: SeenPage) -> PageFile | None:
        """A page as it lies there; None where it has to be made."""
        origin = self.origin_of(seen)
        content = self.made.recall(seen.path, origin) if origin else None
        if content is None:
            return None
        return PageFile(RenderedFile(seen.path, content), origin, seen)

    def pages_of(self, seen: Sequence[SeenPage]) -> list[PageFile] | None:
        """All pages of a maker as they lie there; None where one of them has to be made."""
        pages = [page for one in seen if (page := self.page_of(one)) is not None]
        return pages if seen and len(pages) == len(seen) else None


PageFiles: TypeAlias = tuple[list[PageFile], list[Deprecated]]
"""The files of one maker, and the earlier names that templates used up to then."""


def render_files(
    environment: PageEnvironment,
    makers: Sequence[PageMaker],
    made: MadeFiles | None,
    fork: Fork[PageFiles] | None,
    kept: KeptViews | None = None,
) -> Iterator[RenderedFile]:
    """The files of all makers, in their order; `made` and `kept` learn of what is new."""
    known = Known(made, TemplateDigests(environment)) if made else None
    kept = kept or KeptViews()
    there = {n: known.pages_of(seen) for n, seen in kept.pages.items()} if known else {}
    left = [n for n in range(len(makers)) if there.get(n) is None]

    def work(place: int) -> PageFiles:
        make = partial(_files_of, environment, makers[left[place]], known)
        return Fence(passes=MACHINE).need(STAGE, make)

    worked = dict(zip(left, work_on(work, len(left), fork), strict=True))
    for number in range(len(makers)):
        files = there.get(number)
        if files is None:
            files, outdated = worked[number]
            environment.outdated += [row for row in outdated if row not in environment.outdated]
            kept.pages[number] = tuple(page.seen for page in files)
        for page in files:
            if made is not None and page.origin:
                made.note(page.file.path, page.origin, page.file.content)
            yield page.file


def work_on(work: Callable[[int], T], count: int, fork: Fork[T] | None) -> Iterator[T]:
    """What the work gives for each number below the count, here or in processes, in order."""
    if fork is None or count < LEAST_FOR_PROCESSES:
        yield from map(work, range(count))
        return
    with fork(work) as executor:
        yield from executor.map(work, range(count))


def _files_of(environment: PageEnvironment, maker: PageMaker, known: Known | None) -> PageFiles:
    files = [_file_of(environment, page, known) for page in maker()]
    return files, list(environment.outdated)


def _file_of(environment: PageEnvironment, page: PageToRender, known: Known | None) -> PageFile:
    """One page, rendered anew only where what it shows, or its template, has changed."""
    if known is None:
        return PageFile(render_page(environment, page), "", SeenPage("", page.template, ""))
    view = digest_of_bytes(msgpack.encode(page, order="deterministic"))
    seen = SeenPage(file_of(page.url), page.template, view)
    there = known.page_of(seen)
    if there is not None:
        return there
    rendered = render_page(environment, page)
    # what a build has to warn of is made again
    return PageFile(rendered, "" if environment.outdated else known.origin_of(seen), seen)
