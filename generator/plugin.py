"""The MkDocs plugin: ``mkdocs build`` and ``mkdocs serve`` make the same journey as the command."""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.cache.bytecode import THEME
from generator.cache.lock import build_lock
from generator.commands import build as journey
from generator.commands.build_warnings import describe_failures
from generator.commands.gathered import Gathered
from generator.commands.outcome import BuildReport
from generator.commands.own_pages import (
    find_own_documents,
    mark_own_page,
    pages_for_navigation,
)
from generator.commands.remote_seeds import bring_seeds
from generator.commands.volumes import refuse_divided
from generator.commands.warm import Warm
from generator.config import (
    Settings,
    Site,
    packaged_templates,
    read_settings,
    refuse_shared,
    settle_date,
    site_from,
)
from generator.errors import BriefingError, GateError, SettingsError, machine_error
from generator.faults.fence import MACHINE, Fence
from generator.faults.template_errors import (
    BROKEN,
    OVERRIDES,
    Folders,
    explain_template_error,
    passed_template,
)
from generator.publish.defaults import SUPPLIED, read_engine_settings, supplied
from generator.publish.engine import (
    DONE,
    explain_hook,
    finish_site,
    list_own_pages,
    list_stories,
    prepare,
    publishing_fence,
)
from generator.publish.frame import lean_frame
from generator.publish.kept_pages import KEPT, KeptPages
from generator.publish.passed_over import refuse_passed_over
from generator.publish.raw_html import find_anchors
from generator.publish.search import WITHOUT
from generator.publish.serve import HAND_WRITTEN

log = get_plugin_logger("briefing")
BEFORE_OTHERS = 100
"""A plugin of the owner's may leave files out on purpose."""


class BriefingPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # MkDocs' own untyped base
    """Generates the pages before MkDocs reads them."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.command: Literal["build", "gh-deploy", "serve"] = "build"
        self.held = ExitStack()
        """The lock of the site, from the pages on until the site is there."""
        self.warm: Warm[Gathered] | None = None
        """What a server keeps between two builds."""
        self.config: MkDocsConfig | None = None
        self.making: tuple[str, MkDocsConfig] | None = None
        self.own: tuple[str, ...] = ()
        """Pages that the owner wrote, by their paths below the docs folder."""
        self.failed: tuple[str, ...] = ()
        """What an unexpected error left out; the rest is built, and then the build fails."""

    def load_config(
        self,
        options: dict[str, object],
        config_file_path: str | None = None,  # noqa: ARG002  MkDocs' signature
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Check the options with the project's own types; a wrong one names the nearest key."""
        try:
            self.settings = read_settings(
                {key: value for key, value in options.items() if key != "enabled"}
            )
        except SettingsError as error:
            return [("briefing", error)], []
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a browser will reload by itself."""
        self.command = command
        if command == "serve" and self.warm is None:
            self.warm = Warm()
        try:
            settle_date()
        except SettingsError as error:
            raise PluginError(str(error)) from error
        if dirty:
            log.warning("--dirty leaves the search index incomplete; build without it.")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give the site what its settings are silent about, the theme's files and a fixed date."""
        self.config = config
        lacking = self._lacking(config)
        if not lacking or config.extra.get(SUPPLIED):
            prepare(config, serving=self.command == "serve")
            return config
        given = {name: config[name] for name in ("strict", "site_dir", "use_directory_urls")}
        whole = load_config(config.config_file_path, **given, **lacking)  # type: ignore[arg-type]  # its keywords are typed as one
        whole.site_url = config.site_url  # a server's own address
        whole.plugins.on_startup(command=self.command, dirty=False)
        return whole.plugins.on_config(whole)

    def _lacking(self, config: MkDocsConfig) -> dict[str, object]:
        """The settings of the engine that the owner's file does not name."""
        path = Path(config.config_file_path)
        return supplied(read_engine_settings(path), self._site(config))

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make the journey up to the pages, unless the command has just made it."""
        if not config.extra.get(DONE):
            self._generate(config)

    def _site(self, config: MkDocsConfig) -> Site:
        """The site as the command sees it."""
        root = _root_of(config)
        return site_from(
            {
                "site_name": config.site_name,
                "site_url": config.site_url,
                "docs_dir": config.docs_dir,
                "site_dir": config.site_dir,
            },
            {},
            root,
            Path(config.config_file_path) if config.config_file_path else None,
            settings=self.settings,
        )

    def _generate(self, config: MkDocsConfig) -> None:
        fence = Fence(passes=(*MACHINE, sqlite3.Error))
        report = fence.need("mkdocs build", partial(self._generated, self._site(config)))
        for warning in (*report.warnings, *report.failed_stages):
            log.warning(warning)
        self.failed = report.failed_stages

    def _generated(self, site: Site) -> BuildReport:
        """What the journey did, which holds the lock until the site is there."""
        refuse_shared(site)
        bring_seeds(site)
        refuse_divided(site, "mkdocs build")
        self.held.enter_context(build_lock(site.cache_dir))
        report = journey.generate_locked(
            site, progress=lambda _step, _done, _total: None, warm=self.warm
        )
        if report.failed_gates:
            raise GateError(report.failed_gates)
        return report

    @event_priority(BEFORE_OTHERS)
    def _refuse_passed_over(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Stop where the engine passed over a folder."""
        themes = [Path(folder) for folder in config.theme.dirs]
        refuse_passed_over(files, Path(config.docs_dir), themes)
        return files

    def _list_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Name the stories in the navigation once it is known whether there are several."""
        list_stories(config)
        self.own = find_own_documents(Path(config.docs_dir))
        list_own_pages(config, pages_for_navigation(self._site(config)))
        return files

    on_files = CombinedEvent(_refuse_passed_over, _list_pages)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take over what the last site has as it would be built again, once the names are known."""
        kept = config.extra.get(KEPT)
        if isinstance(kept, KeptPages):
            kept.take_over(files, nav, config)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002  MkDocs' signature
        """Let the theme's templates be compiled once in a process, and processes make pages."""
        env.bytecode_cache = THEME
        self.making = ("", config)  # a server's last build ended with another page
        kept = config.extra.get(KEPT)
        if isinstance(kept, KeptPages):
            kept.make_others(env, config)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the pages and pack the offline copy; the command does that itself."""
        with self.held:
            self._finish(config)

    def _finish(self, config: MkDocsConfig) -> None:
        if not config.extra.get(DONE) and self.command == "build":
            fence = publishing_fence()
            if not finish_site(Path(config.site_dir), url=config.site_url or "", fence=fence):
                log.info(WITHOUT)
            failed = (*self.failed, *describe_failures(fence.failures))
            if failed:
                raise PluginError("; ".join(failed))

    def on_page_content(
        self,
        html: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002  MkDocs' signature
        files: Files,  # noqa: ARG002  MkDocs' signature
    ) -> str:
        """Tell MkDocs the anchors of the HTML that it did not see, as it was set aside before."""
        page.present_anchor_ids = (page.present_anchor_ids or set()) | find_anchors(html)
        path = page.file.src_uri
        if path not in self.own:
            return html
        return mark_own_page(html, path, str(page.title), self.settings.interface_language)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002  MkDocs' signature
    ) -> TemplateContext:
        """Remember which page is made, and with what, for an error of the theme's."""
        self.making = (page.url, config)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002  MkDocs' signature
        """Leave out the white space of the theme's frame, which is a good part of a small page."""
        return lean_frame(output)

    def on_build_error(self, *, error: Exception) -> None:
        """Let another build begin; what its owner or the machine must mend is no traceback."""
        self.held.close()
        told = self._broken_template(error) or self._to_mend(error)
        if told is not None:
            raise PluginError(str(told)) from told

    def _broken_template(self, error: Exception) -> BriefingError | None:
        page, config = self.making or ("", None)
        if config is None or not isinstance(error, BROKEN) or not passed_template(error):
            return None
        return explain_template_error(
            error,
            folders=Folders(self._site(config).templates_dir, packaged_templates()),
            environment=config.theme.get_env(),
            page=page or "home",
            hint=OVERRIDES,
        )

    def _to_mend(self, error: Exception) -> BriefingError | None:
        """An error that is none of the tool's; the command tells it itself."""
        if self.config is None or self.config.extra.get(DONE):
            return None
        if isinstance(error, BriefingError):
            return error
        if isinstance(error, OSError | sqlite3.Error):
            return machine_error(error)
        return explain_hook(error, _root_of(self.config))

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., object],  # noqa: ARG002  MkDocs' signature
    ) -> LiveReloadServer:
        """Watch what people write; watching the generated pages would build for ever."""
        server.unwatch(config.docs_dir)
        root = _root_of(config)
        folders = [Path(config.docs_dir) / name for name in HAND_WRITTEN]
        folders += [root / self.settings.seeds, root / self.settings.templates]
        for folder in folders:
            if folder.is_dir():
                server.watch(str(folder))
        for page in find_own_documents(Path(config.docs_dir)):
            server.watch(str(Path(config.docs_dir) / page))
        return server


def _root_of(config: MkDocsConfig) -> Path:
    """The folder of the site."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
