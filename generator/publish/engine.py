"""The site engine: MkDocs, run as a library on the site's own settings file."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from msgspec import Struct

from generator.cache.fingerprint import (
    digest_of_files,
    digest_of_values,
    files_below,
    library_versions,
    rules_digest,
)
from generator.cache.made_files import ENDING
from generator.cache.store import recall, remember
from generator.config import EPOCH, NO_DAY, Site, packaged_templates
from generator.errors import SiteError, StageError, TemplateError
from generator.faults.fence import MACHINE, Fence
from generator.faults.traces import place_below
from generator.files.entries import list_files
from generator.publish.defaults import (
    EXTENSIONS,
    HUBS,
    SANITIZER,
    read_engine_settings,
    supplied,
)
from generator.publish.engine_log import engine_warnings
from generator.publish.forked_pages import Fork
from generator.publish.kept_pages import KEPT, KeptPages, is_asset
from generator.publish.offline import EarlierCopy, forget_offline, stand_in, write_offline
from generator.publish.other_engines import OtherEngine, other_config, run_other_engine
from generator.publish.policy import content_policy
from generator.publish.robots import write_robots
from generator.publish.search import has_pagefind, index_site
from generator.publish.swap import site_aside
from generator.publish.unused_theme_files import delete_unused_theme_files
from generator.publish.volumes import FRONT_HUBS, marks_of_volume, settings_of_volume

DONE = "briefing_generated"
"""Key of MkDocs' ``extra`` that says that the pages are made already."""
POLICY = "briefing_policy"
"""Key of MkDocs' ``extra`` under which the theme finds the policy for every page."""
MEND = "Mend what is named, or install it where the tool is, and run the command again."
LEFT = "The last good site is as it was."
STORIES = "stories/index.md"
T = TypeVar("T")


class Built(Struct, frozen=True):
    """What a run of the engine left behind."""

    pages: int


class Run(Protocol):
    """Runs a piece of work, here or in a process of its own, and gives what came of it."""

    def __call__(self, work: Callable[[], T], /) -> T:
        """What the work gives."""


def run_here(work: Callable[[], T], /) -> T:
    """What the work gives."""
    return work()


def build_site(
    site: Site,
    *,
    strict: bool = False,
    run: Run = run_here,
    fork: Fork | None = None,
    other: OtherEngine | None = None,
    fence: Fence | None = None,
) -> bool:
    """Build the site; False where its inputs and its files are as the last run left them.

    What an unexpected error leaves out is known to `fence`, and tried again by the next run.
    `run` is asked to run the engine, which holds every page that it makes; `fork` gives processes
    that make pages for it; `other` is the engine that takes the place of MkDocs.
    """
    inputs = digest_of_values(_inputs(site), other.name if other else "")
    if recall(site.cache_dir, "site", Built, inputs, _outputs(site)) is not None:
        return False
    ledger = site.cache_dir / f"site{ENDING}"
    kept = KeptPages(ledger, site.site_dir, common=common_of(site), fork=fork)
    fence = fence or publishing_fence()
    with site_aside(site.site_dir) as aside:
        if other:
            _needed(partial(_run_other, site, aside, other), site.root)
        else:
            make = partial(_run_engine, site, aside, kept, strict=strict)
            kept = run(partial(_needed, make, site.root))
        finish_site(aside, kept.earlier(), copied=site.volume != "", url=site.url, fence=fence)
        kept.save(aside)
    if not fence.failures:
        pages = sum(p.suffix == ".html" for p in files_below(site.site_dir))
        remember(site.cache_dir, "site", Built(pages), inputs, _outputs(site))
    return True


def publishing_fence() -> Fence:
    """The fence of the steps that follow the pages; what the machine refuses passes through it."""
    return Fence(passes=MACHINE)


def _needed(make: Callable[[], T], root: Path) -> T:
    """What the engine gives; without it there is no site."""
    try:
        return publishing_fence().need("publish.engine", make, left=LEFT)
    except StageError as error:
        told = explain_hook(error.__cause__, root)
        if told is None:
            raise
        raise told from error.__cause__


def explain_hook(cause: BaseException | None, root: Path) -> SiteError | None:
    """An error of a hook that lies in the site's folder: it is its owner's to mend."""
    place = place_below(cause, root) if cause else ""
    if not place:
        return None
    return SiteError(
        f"this ended in an error ({type(cause).__name__}: {cause})",
        where=place,
        hint="Mend it, or take it out of `hooks` in mkdocs.yml.",
    )


def _run_engine(site: Site, folder: Path, kept: KeptPages, *, strict: bool) -> KeptPages:
    """Let MkDocs write the site into `folder`; gives what is known of its pages."""
    before = os.environ.get(EPOCH)
    try:
        with engine_warnings() as warnings, settings_file(site) as settings:
            given = supplied(read_engine_settings(settings), site)
            given |= {"site_dir": str(folder.resolve()), **settings_of_volume(site)}
            config = load_config(str(settings), strict=strict, **given)  # type: ignore[arg-type]  # its keywords are typed as one
            config.extra |= {DONE: True, KEPT: kept, **marks_of_volume(site)}
            config.plugins.on_startup(command="build", dirty=False)  # MkDocs keeps plugins
            build(config)
            kept.note(folder)
    except (MkDocsException, SystemExit) as error:
        if isinstance(error.__cause__, TemplateError):
            raise error.__cause__ from error
        raise _stopped(site, warnings, error) from error
    finally:
        _restore(before)
    return kept


def _stopped(site: Site, warnings: Sequence[str], error: BaseException) -> SiteError:
    """What MkDocs said before it stopped, and what to do."""
    said = [*warnings] if warnings and isinstance(error, Abort) else [*warnings, str(error)]
    told = "; ".join(said).rstrip(".")
    return SiteError(f"MkDocs stopped: {told}.", where=_where(site), hint=f"{MEND} {LEFT}")


def _run_other(site: Site, folder: Path, other: OtherEngine) -> None:
    """Let another engine write the site into `folder`, from what MkDocs would have been given."""
    before = os.environ.get(EPOCH)
    try:
        with settings_file(site) as settings:
            config = other_config(site, settings, folder)
            prepare(config, serving=False)
            list_stories(config)
            list_own_pages(config, other.listed)
            run_other_engine(site, config, folder, other, POLICY)
    except MkDocsException as error:
        raise SiteError(f"{other.name} stopped: {error}", where=_where(site)) from error
    finally:
        _restore(before)


def prepare(config: MkDocsConfig, *, serving: bool) -> None:
    """Give a MkDocs configuration the theme's files, the policy, and a date that is not today."""
    os.environ.setdefault(EPOCH, NO_DAY)
    own = packaged_theme()
    if not any(Path(d).resolve() == own.resolve() for d in config.theme.dirs):
        after_own = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(after_own, str(own))
    present = {
        SANITIZER if name == "briefing_sanitize" else name for name in config.markdown_extensions
    }
    config.markdown_extensions.extend(name for name in EXTENSIONS if name not in present)
    leave_out_search(config)
    if config.nav is None:
        config.nav = list(HUBS)
    config.extra[POLICY] = content_policy((Path(d) for d in config.theme.dirs), inline=serving)


def finish_site(
    site_dir: Path,
    earlier: EarlierCopy | None = None,
    *,
    copied: bool = True,
    url: str = "",
    fence: Fence | None = None,
) -> bool:
    """Make the offline copy and the search page's index from the pages; False without Pagefind.

    The front over volumes is not `copied`: each of them has a copy of its own. `url` is where the
    site will lie, "" if unknown. What an unexpected error leaves out is known to `fence`.
    """
    fence = fence or publishing_fence()
    fence.need(
        "publish.unused_theme_files", partial(delete_unused_theme_files, site_dir), left=LEFT
    )
    with ThreadPoolExecutor(1) as beside:  # Pagefind is a process of its own, and waited for
        indexed = beside.submit(index_site, site_dir)
        copy = partial(write_offline, site_dir, earlier)
        if copied and fence.run("publish.offline", copy, None) is None:
            forget_offline(site_dir)
    fence.run("publish.robots", partial(write_robots, site_dir, url), None)
    if not fence.run("publish.search", indexed.result, None):
        fence.run("publish.search", partial(stand_in, site_dir), None)
        return False
    return True


def list_stories(config: MkDocsConfig) -> None:
    """Put the stories into the navigation, behind the home page, where there are several."""
    pages = Path(config.docs_dir) / "stories"
    several = any(p.name != "index.md" for p in list_files(pages, ".md"))
    nav = config.nav
    if several and isinstance(nav, list) and nav[:1] == ["index.md"] and STORIES not in nav:
        config.nav = [nav[0], STORIES, *nav[1:]]


def list_own_pages(config: MkDocsConfig, paths: Sequence[str]) -> None:
    """Put an owner's pages behind ours, unless the settings name a navigation of their own."""
    nav = config.nav
    ours = [page for page in nav if page != STORIES] if isinstance(nav, list) else None
    if nav is not None and ours in (list(HUBS), list(FRONT_HUBS)):
        config.nav = [*nav, *paths]


def leave_out_search(config: MkDocsConfig) -> None:
    """Let Material make no index: the header's field asks the search page, on every engine."""
    plugin = config.plugins.get("material/search")
    if plugin is not None:
        plugin.config.enabled = False


def packaged_theme() -> Path:
    """The theme's overrides that come with the tool."""
    return packaged_templates() / "theme"


def _restore(epoch: str | None) -> None:
    if epoch is None:
        os.environ.pop(EPOCH, None)
    else:
        os.environ[EPOCH] = epoch


def _where(site: Site) -> str:
    return site.config_file.name if site.config_file else "the default settings"


@contextmanager
def settings_file(site: Site) -> Iterator[Path]:
    """The site's settings file; for a folder that has none, a passing one with the defaults."""
    if site.config_file is not None:
        yield site.config_file
        return
    site.docs_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mkdocs.yml"
        path.write_text(yaml.safe_dump(_default_settings(site), sort_keys=True), "utf-8")
        yield path


def _default_settings(site: Site) -> dict[str, object]:
    """The settings of MkDocs for a folder that has none, every path absolute."""
    options = {
        "seeds": str(site.seeds_dir.resolve()),
        "templates": str(site.templates_dir.resolve()),
        "cache": str(site.cache_dir.resolve()),
    }
    return {
        "site_name": site.name,
        "docs_dir": str(site.docs_dir.resolve()),
        "site_dir": str(site.site_dir.resolve()),
        "plugins": [{"briefing": options}],
    }


def _inputs(site: Site) -> str:
    """Digest of everything that the engine reads."""
    folders = (site.docs_dir, site.templates_dir / "theme", packaged_theme())
    read = (digest_of_files(folder, files_below(folder)) for folder in folders)
    return digest_of_values(common_of(site), str(has_pagefind()), *read)


def common_of(site: Site) -> str:
    """Digest of what the engine makes every page from, beside the page's own Markdown."""
    return digest_of_values(
        library_versions(),
        site.config_file.read_text("utf-8") if site.config_file else "",
        site.name,
        os.environ.get(EPOCH, NO_DAY),
        *map(_digest_of_frame, (site.templates_dir / "theme", packaged_theme())),
        rules_digest(),
    )


def _digest_of_frame(theme: Path) -> str:
    """Digest of what a theme puts into pages; style sheets and scripts lie beside them."""
    files = (p for p in files_below(theme) if not is_asset(p.relative_to(theme)))
    return digest_of_files(theme, files)


def _outputs(site: Site) -> str:
    """Digest of the built site as it lies on disk, "" where there is none."""
    built = files_below(site.site_dir)
    return digest_of_files(site.site_dir, built) if built else ""
