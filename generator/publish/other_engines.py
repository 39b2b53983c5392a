"""The engines that can follow MkDocs: the same folder and theme, and then the steps that are ours.

ProperDocs is a fork of MkDocs; Zensical is by the makers of Material. Neither runs our plugin, so
what it adds while MkDocs works is given to them before, in a passing settings file and one theme
folder.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from msgspec import Struct

from generator.config import EPOCH, NO_DAY, THEME, Site, named_plugins
from generator.config.engines import Engine
from generator.errors import SiteError
from generator.files.entries import walk_files
from generator.publish.defaults import SANITIZER, read_engine_settings, supplied
from generator.publish.frame import lean_frame
from generator.publish.policy import content_policy

ZENSICAL = ("zensical", "zensical_ui")
"""Packages that may hold the templates of Zensical's theme."""
OURS = frozenset({"briefing", "search", f"{THEME}/search"})
"""Plugins that other engines are not given: we do what they would."""
THEME_FILE = "mkdocs_theme.yml"
"""Stands in the folder of a theme that is a package, and in no folder of overrides."""
BASE = "base.html"
"""Stands in every folder of templates of Zensical's."""
UNREAD = "search.json"
"""Zensical's own index, which it makes unasked; the header's field asks the search page."""
WORDS = 400
"""Letters of an engine's last words that are told."""
PATIENCE = 3600
"""Seconds after which a build by another engine is given up."""


class OtherEngine(Struct, frozen=True):
    """Another engine than MkDocs, and what the plugin would have done for the owner's pages."""

    name: Engine
    listed: tuple[str, ...] = ()
    """Paths of the owner's pages that go into the navigation."""
    own_pages: tuple[str, ...] = ()
    """Those among them that no template made and that have no mark yet."""
    mark: Callable[[str, str], str] = lambda html, _path: html
    """Gives a built page of the owner's, by its path, the mark that is proven."""


def run_other_engine(
    site: Site, config: MkDocsConfig, folder: Path, other: OtherEngine, policy_key: str
) -> None:
    """Let the engine write the site into `folder`; `config` is the one that MkDocs would get."""
    engine = other.name
    if find_spec(engine) is None:
        raise SiteError(
            f"the engine {engine} is not installed",
            where=sys.prefix,
            hint=f"Install it beside this command: pip install {engine}",
        )
    with tempfile.TemporaryDirectory(prefix=".theme-", dir=site.root) as theme:
        dirs = _merge_theme(config, Path(theme), engine)
        values = _values(site, config, engine)
        values["site_dir"] = _below(folder, site.root)
        values["theme"] = _theme(values.get("theme"), _below(Path(theme), site.root), engine)
        values["extra"] = {**config.extra, policy_key: content_policy(dirs)}
        with _passing_settings(site, values, engine) as settings:
            _run(engine, settings, site.root)
    if not (folder / "index.html").is_file():
        raise SiteError(f"{engine} stopped without a word", where=str(folder))
    (folder / UNREAD).unlink(missing_ok=True)
    _mark_own_pages(folder, other)
    for page in walk_files(folder, ".html"):
        page.write_text(lean_frame(page.read_text("utf-8")), "utf-8")


def _mark_own_pages(folder: Path, other: OtherEngine) -> None:
    """Show the owner's pages as the owner's, wherever the engine wrote them."""
    for path in other.own_pages:
        stem = path.removesuffix(".md")
        for name in (f"{stem}/index.html", f"{stem}.html"):
            page = folder / name
            if page.is_file():
                page.write_text(other.mark(page.read_text("utf-8"), path), "utf-8")


def _merge_theme(config: MkDocsConfig, folder: Path, engine: Engine) -> tuple[Path, ...]:
    """Our overrides and the site's own over them in one folder, as these engines take only one."""
    dirs = [Path(d) for d in config.theme.dirs if Path(d).is_dir()]
    own = list(takewhile(lambda d: not (d / THEME_FILE).is_file(), dirs))
    for layer in reversed(own):
        shutil.copytree(layer, folder, dirs_exist_ok=True)
    return (folder, *(_templates_of_zensical() if engine == "zensical" else dirs[len(own) :]))


def _templates_of_zensical() -> Iterator[Path]:
    """The folders of Zensical's own theme, whose scripts the policy names as well."""
    for package in ZENSICAL:
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            yield from (
                p.parent for p in walk_files(Path(place), "base.html") if p.name == "base.html"
            )


def _values(site: Site, config: MkDocsConfig, engine: Engine) -> dict[str, object]:
    """The owner's settings with what they lack, less what only MkDocs can use."""
    path = Path(config.config_file_path)
    said = read_engine_settings(path)
    values = {**said, **supplied(said, site)}
    values["plugins"] = _plugins(values.get("plugins"), engine)
    values["docs_dir"] = _below(site.docs_dir, site.root)
    values["nav"] = config.nav
    names = (SANITIZER if n == "briefing_sanitize" else n for n in config.markdown_extensions)
    values["markdown_extensions"] = [{n: dict(config.mdx_configs.get(n, {}))} for n in names]
    return values


def _plugins(named: object, engine: Engine) -> dict[str, object]:
    entries: Sequence[tuple[object, object]]
    entries = list(named.items()) if isinstance(named, dict) else named_plugins(named)
    others: dict[str, object] = {str(k): v for k, v in entries if k not in OURS}
    return others if engine == "properdocs" else {**others, "search": {"enabled": False}}


def _below(folder: Path, root: Path) -> str:
    """A folder by its path from the site's, as Zensical reads no other."""
    return Path(os.path.relpath(folder.resolve(), root.resolve())).as_posix()


def _theme(named: object, folder: str, engine: Engine) -> dict[str, object]:
    said = named if isinstance(named, Mapping) else {"name": THEME}
    theme = {**said, "custom_dir": folder}
    return {**theme, "variant": "classic"} if engine == "zensical" else theme


@contextmanager
def _passing_settings(site: Site, values: Mapping[str, object], engine: Engine) -> Iterator[Path]:
    """A settings file in the site's folder, as engines want everything to lie below it."""
    path = site.root / f".{engine}.yml"
    # What the owner names by a tag, such as a function of an icon set, keeps its tag.
    path.write_text(yaml.dump(dict(values), allow_unicode=True, sort_keys=True), "utf-8")
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _run(engine: Engine, settings: Path, root: Path) -> None:
    command = [sys.executable, "-m", engine, "build", "-f", settings.name]
    env = {**os.environ, EPOCH: os.environ.get(EPOCH, NO_DAY), "NO_COLOR": "1"}
    try:
        done = subprocess.run(  # noqa: S603 our own arguments
            command, cwd=root, env=env, capture_output=True, check=False, timeout=PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SiteError(f"{engine} did not end: {error}", where=str(settings)) from error
    if done.returncode:
        said = b"\n".join((done.stderr, done.stdout)).decode("utf-8", "replace").split()
        raise SiteError(f"{engine} stopped: {' '.join(said)[-WORDS:]}", where=str(settings))


def other_config(site: Site, settings: Path, folder: Path) -> MkDocsConfig:
    """The configuration as MkDocs would have it, of which the others are given what they need."""
    given = supplied(read_engine_settings(settings), site)
    given["site_dir"] = str(folder.resolve())
    return load_config(str(settings), **given)  # type: ignore[arg-type]  # its keywords are typed as one
