"""The site on localhost while it is written: built again on each change, and errors are pages.

What is wrong stands in the open page at once, with file, line and what is near; the page loads
again by itself when it is mended.
"""

import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from html import escape
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from msgspec import Struct
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generator.config import Site
from generator.errors import BriefingError, SiteError, TemplateError, machine_error
from generator.faults.fence import MACHINE, Fence
from generator.i18n.catalogue import Catalogue, load_tool_catalogue
from generator.publish.defaults import read_engine_settings, supplied
from generator.publish.engine import common_of, settings_file
from generator.publish.kept_pages import KEPT, is_asset
from generator.publish.live_pages import LivePages, Seen, differing, look_at

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HAND_WRITTEN = ("guide", "assets")
"""Folders of ``docs/`` that people write; the rest is generated and must not be watched."""
HOST = "127.0.0.1"
POLLING = 0.1
"""Seconds between two looks at the folders that people write in."""
QUIET = 0.05
"""Seconds without another change after which a build begins: an editor may save several files."""
LIVE = "/livereload/"
NOT_BUILT = "Not built: "
Tell = Callable[[str], None]
Made = Callable[[], Collection[str]]
"""Which files below ``docs/`` the tool wrote, as it stands now."""


class BuildProblem(Struct, frozen=True):
    """What stopped a build, as its page shows it."""

    message: str
    where: str = ""
    hint: str = ""
    line: str = ""
    page: str = ""


PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{heading}</title>
<style>body{{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:3rem auto;padding:0 1rem}}
pre{{background:#f4f4f4;color:#111;padding:1rem;overflow:auto;white-space:pre-wrap}}</style></head>
<body><main><h1>{heading}</h1>
{parts}
<p>{loads}</p></main>
<script>
(async function wait() {{
  try {{
    const answer = await fetch("/livereload/{epoch}/0");
    if (Number(await answer.text()) > {epoch}) return location.reload();
  }} catch {{
    await new Promise((done) => setTimeout(done, 1000));
  }}
  wait();
}})();
</script></body></html>
"""


class LiveServer(LiveReloadServer):
    """MkDocs' server; while the site cannot be built every request is answered with why."""

    def __init__(
        self, site: Site, folder: Path, port: int, *, strict: bool, tell: Tell, made: Made = tuple
    ) -> None:
        super().__init__(self.build, HOST, port, str(folder / "0"), polling_interval=POLLING)
        self.build_delay = QUIET
        self._site = site
        self._folder = folder
        self._turns = count(1)
        self._strict = strict
        self.tell = tell
        self._made = made
        self._own: set[Path] = set()
        self.problem: BuildProblem | None = None
        self.config: MkDocsConfig | None = None
        self._live: LivePages | None = None
        self._seen: Seen = {}
        self._docs: Seen = {}

    def build(self) -> None:
        """Build once; what goes wrong is remembered and told, never raised."""
        began = time.perf_counter()
        try:
            if not Fence(passes=(MkDocsException, *MACHINE)).need("briefing serve", self._build):
                return
        except (MkDocsException, BriefingError, OSError, SystemExit) as error:
            self.problem = find_problem(error)
            place = f"{self.problem.where}: " if self.problem.where else ""
            self.tell(f"{NOT_BUILT}{place}{self.problem.message}")
            return
        self.problem = None
        self.watch_own_pages()
        self.tell(f"Built in {time.perf_counter() - began:.1f} s")

    def watch_own_pages(self) -> None:
        """Look at the pages that people write among the generated ones, and at new ones."""
        docs = self._site.docs_dir
        made = {path.partition("/")[0] for path in self._made()}
        folders = [path for path in docs.iterdir() if path.is_dir() and path.name[0] != "."]
        own = {path for path in folders if path.name not in (*made, *HAND_WRITTEN)}
        for place in {docs, *own} - self._own:
            handler = FileSystemEventHandler()
            handler.on_any_event = self._hear  # type: ignore[method-assign]  # as MkDocs does
            self.observer.schedule(handler, str(place), recursive=place != docs)
            self._own.add(place)

    def _hear(self, event: FileSystemEvent) -> None:
        """Ask for a build where what was written is nothing that the tool writes itself."""
        path = Path(str(event.src_path))
        name = path.relative_to(self._site.docs_dir).as_posix()
        changed = event.event_type == "created" if event.is_directory else path.suffix == ".md"
        made = any(path == name or path.startswith(f"{name}/") for path in self._made())
        if changed and not made:
            with self._rebuild_cond:
                self._want_rebuild = True
                self._rebuild_cond.notify_all()

    def server_activate(self) -> None:
        """Listen, and say where."""
        super().server_activate()
        self.tell(f"Serving on {self.url} (stop with Ctrl+C)")

    def _build(self) -> bool:
        """Build what has changed; all of it where that could be on more pages than its own.

        False where nothing has: a save may be heard of twice.
        """
        last, self._seen = self._seen, look_at(_watched(self._site))
        written = differing(last, self._seen) if last else frozenset()
        docs = look_at([self._site.docs_dir])
        if last and not written and docs == self._docs:
            return False
        if self._give(written):
            return True
        if self._live is None or not self._build_changed(self._live):
            self._live = self._build_all()
        self._docs = look_at([self._site.docs_dir])
        return True

    def _give(self, written: frozenset[Path]) -> bool:
        """Give browsers a file of the theme that is in no page, where nothing else is written."""
        theme = self._site.templates_dir / "theme"
        if self._live is None or self.problem or not written:
            return False
        places = [
            (path, Path(self.root) / path.relative_to(theme))
            for path in written
            if path.is_relative_to(theme) and is_asset(path.relative_to(theme)) and path.is_file()
        ]
        if len(places) < len(written) or not all(place.is_file() for _, place in places):
            return False
        for path, place in places:
            place.unlink()  # it may be another name of the earlier site's file
            shutil.copyfile(path, place)
        return True

    def _build_changed(self, live: LivePages) -> bool:
        config = live.config_for(common_of(self._site))
        if config is None:
            return False
        try:
            config.plugins.on_pre_build(config=config)
            self._live = None  # a page that cannot be built leaves the site half new
            done = live.rebuild(differing(self._docs, look_at([self._site.docs_dir])))
            config.plugins.on_post_build(config=config)
        except Exception as error:
            config.plugins.on_build_error(error=error)
            raise
        self._live = live if done else None
        return done

    def _build_all(self) -> LivePages:
        with settings_file(self._site) as settings:
            given = supplied(read_engine_settings(settings), self._site)
            aside = self._folder / str(next(self._turns))
            given["site_dir"] = str(aside)
            config = load_config(str(settings), strict=self._strict, **given)  # type: ignore[arg-type]  # its keywords are typed as one
            kept = LivePages(self._folder / "kept", Path(self.root), common=common_of(self._site))
            config.extra[KEPT] = kept
            if self.config is None:
                config.plugins.on_startup(command="serve", dirty=False)
            self.config = config
            config.site_url = self.url
            build(config, serve_url=self.url)
            kept.note(aside)
            kept.save(aside)
            last, self.root = self.root, str(aside)
            threading.Thread(target=shutil.rmtree, args=(last, True), daemon=True).start()
        return kept

    def _serve_request(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes] | None:
        problem = self.problem
        if problem is None or environ["PATH_INFO"].startswith(LIVE):
            return super()._serve_request(environ, start_response)
        words = load_tool_catalogue(self._site.settings.interface_language)
        content = render_problem(problem, self._visible_epoch, words).encode("utf-8")
        start_response(
            "500 Internal Server Error",
            [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(content)))],
        )
        return [content]


def serve_site(site: Site, *, port: int, strict: bool = False, tell: Tell, made: Made) -> None:
    """Serve on localhost until interrupted; the plugin generates before each build."""
    site.docs_dir.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="briefing_") as folder:
            server = LiveServer(site, Path(folder), port, strict=strict, tell=tell, made=made)
            _serve(server, site)
    except OSError as error:
        raise SiteError(
            f"port {port} cannot be used ({error.strerror})", hint="Try another with --port."
        ) from error


def _serve(server: LiveServer, site: Site) -> None:
    server.build()
    for path in _watched(site):
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs' own
    except KeyboardInterrupt:
        server.tell("Stopped.")
    finally:
        server.shutdown()
        if server.config is not None:
            server.config.plugins.on_shutdown()


def _watched(site: Site) -> list[Path]:
    """What people write; watching the generated pages would build for ever."""
    places = [site.seeds_dir, site.templates_dir]
    places += [site.docs_dir / name for name in HAND_WRITTEN]
    if site.config_file is not None:
        places.append(site.config_file)
    return [path for path in places if path.exists()]


def find_problem(error: BaseException) -> BuildProblem:
    """The error of ours that an engine's failure goes back to, else its own words."""
    for cause in _causes(error):
        told = machine_error(cause) if isinstance(cause, OSError) else cause
        if isinstance(told, TemplateError):
            return BuildProblem(told.message, told.where, told.hint, told.line, told.page or "home")
        if isinstance(told, BriefingError):
            return BuildProblem(told.message, told.where, told.hint)
    first = next(_causes(error.__context__), error) if error.__context__ else error
    return BuildProblem(str(first) or type(first).__name__)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what it was raised from, outermost first."""
    if error is not None:
        yield error
        yield from _causes(error.__cause__ or error.__context__)


def render_problem(problem: BuildProblem, epoch: int, words: Catalogue) -> str:
    """The page that stands in for every other while the site cannot be built."""
    met = words.form("Met on the page {name}.")
    page = met.format(name=problem.page) if problem.page else ""
    parts = [
        f"<p><strong>{escape(problem.where)}</strong></p>" if problem.where else "",
        f"<p>{escape(problem.message)}</p>",
        f"<pre>{escape(problem.line)}</pre>" if problem.line else "",
        *(f"<p>{escape(words)}</p>" for words in (page, problem.hint) if words),
    ]
    return PAGE.format(
        language=words.language,
        direction=words.direction,
        heading=escape(words.form("This cannot be built yet")),
        loads=escape(words.form("This page loads again by itself when it is mended.")),
        parts="\n".join(filter(None, parts)),
        epoch=epoch,
    )
