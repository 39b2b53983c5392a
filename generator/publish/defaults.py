"""What a site is given where its settings file is silent: theme, search, navigation, extensions.

So the full file, a minimal one and none give the same look.
"""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.config import THEME, Site, named_plugins, refuse_other_theme

SEARCH_PAGE = "search/index.md"
HUBS = (
    "index.md",
    "timeline/index.md",
    "actors/index.md",
    "quotations/index.md",
    "topics/index.md",
    "compare/index.md",
    "sources/index.md",
    SEARCH_PAGE,
    "changes/index.md",
    "data/index.md",
    "about/index.md",
)
"""The navigation of a site that names none; with every page in it, it would be copied into each."""
SEPARATOR = r"""[\s\u00a0"“”„‟«»‘’‚‛'`()\[\]{}<>,;:!?¿¡…/|·—–\-]+|\.(?!\d)"""
"""Where words end for the search index: beside quotation marks and hyphens as well."""
SANITIZER = "generator.publish.sanitize"
RAW_HTML = "generator.publish.raw_html"
EXTENSIONS = ("tables", "fenced_code", "def_list", "attr_list", RAW_HTML, SANITIZER)
"""What the pages need of Python-Markdown; the last is a layer of the defence, never left out."""

SUPPLIED = "briefing_supplied"
"""Key of MkDocs' ``extra`` that says that nothing is lacking any more."""


def read_engine_settings(config_file: Path) -> dict[str, object]:
    """What the owner wrote, as the engine reads it (with its tags and ``INHERIT``), unchecked."""
    config = MkDocsConfig(config_file_path=str(config_file))
    with config_file.open("rb") as stream:
        return yaml_load(stream, get_yaml_loader(config=config)) or {}


def supplied(values: Mapping[str, object], site: Site) -> dict[str, object]:
    """The settings of the engine that the owner's `values` lack; none where they have all."""
    refuse_other_theme(values, site.config_file)
    language = site.settings.interface_language
    wanted: dict[str, object] = {
        "site_name": values.get("site_name") or site.name,
        "theme": _theme(values.get("theme"), language, site.templates_dir / "theme"),
        "plugins": _plugins(values.get("plugins"), language),
        "validation": values.get("validation") or {"nav": {"omitted_files": "ignore"}},
    }
    lacking = {key: value for key, value in wanted.items() if value != values.get(key)}
    extra = values.get("extra")
    marked = {**(extra if isinstance(extra, dict) else {}), SUPPLIED: True}
    return {**lacking, "extra": marked} if lacking else {}


def _theme(named: object, language: str, own: Path) -> dict[str, object]:
    """The theme with all that the owner did not say of it."""
    said = named if isinstance(named, dict) else {}
    theme: dict[str, object] = {
        "name": THEME,
        "language": language,
        "font": False,  # system fonts: no request to another host
        "features": ["navigation.tabs", "search.highlight"],
        "favicon": "assets/briefing/favicon.svg",
        "icon": {"logo": "material/text-box-outline"},
        "palette": [
            _palette("light", "default", "moon-waning-crescent"),
            _palette("dark", "slate", "white-balance-sunny"),
        ],
    }
    if own.is_dir():
        theme["custom_dir"] = str(own.resolve())
    return {**theme, **said}


def _plugins(named: object, language: str) -> object:
    """The owner's plugins, and the two that every briefing has.

    What is added to is given by name: MkDocs empties the entries of a list when it reads them.
    """
    plugins: dict[str, object] = {}
    for entry in named.items() if isinstance(named, dict) else named_plugins(named):
        plugins[str(entry[0])] = entry[1]
    if f"{THEME}/search" in plugins or plugins.get("search"):
        return named if "briefing" in plugins else {**plugins, "briefing": {}}
    search = {"lang": language, "separator": SEPARATOR}
    return {"briefing": {}, **plugins, "search": search}


def _palette(wanted: str, scheme: str, icon: str) -> dict[str, object]:
    """One of the two colour schemes, which the reader's system chooses and a button changes."""
    other = {"light": "dark", "dark": "light"}[wanted]
    return {
        "media": f"(prefers-color-scheme: {wanted})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": f"material/{icon}", "name": f"Switch to {other}"},
    }
