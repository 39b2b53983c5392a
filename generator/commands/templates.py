"""A site's own templates over those that come with the tool: list, show, eject, tell them apart.

What was ejected is remembered in ``templates/.origins.json``, with its text as it was and the
digest of that, so that a later version of the tool can say what has changed since.
"""

import difflib
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from generator import __version__
from generator.config import packaged_templates
from generator.errors import SettingsError
from generator.files.entries import walk_files
from generator.files.guarded import UnreadableError, read_json

ORIGINS = ".origins.json"
FOLDERS = ("pages", "partials", "theme")
State = Literal["packaged", "own"]


class Origin(Struct, frozen=True):
    """What a template was when it was ejected."""

    version: str
    sha256: str
    text: str


class TemplateRow(Struct, frozen=True):
    """One template of the tool, and what the site makes of it."""

    name: str
    state: State
    changed: bool = False
    """Whether the site's own differs from the packaged one."""
    upstream: bool | None = None
    """Whether the packaged one has changed since it was ejected; None where nobody knows."""


class Difference(Struct, frozen=True):
    """How a site's own template differs, and what has changed in the tool since it was ejected."""

    name: str
    own: tuple[str, ...]
    """From the packaged one to the site's own, as a unified difference."""
    upstream: tuple[str, ...]
    """From the one that was ejected to today's packaged one."""
    since: str
    """The version that it was ejected from; empty where that is not known."""


def list_templates(own: Path) -> tuple[TemplateRow, ...]:
    """Every template of the tool by name."""
    origins = _read_origins(own)
    return tuple(_row(name, own, origins.get(name)) for name in template_names())


def template_names() -> tuple[str, ...]:
    """Names of all text files below the packaged templates."""
    root = packaged_templates()
    found = (p for folder in FOLDERS for p in walk_files(root / folder))
    return tuple(sorted(p.relative_to(root).as_posix() for p in found))


def name_of_template(wanted: str) -> str:
    """The template that is meant by its name or by a part of it: ``home`` is a page."""
    names = template_names()
    for name in names:
        if wanted in {name, Path(name).name, Path(name).name.partition(".")[0]}:
            return name
    stems = {Path(n).name.partition(".")[0]: n for n in names}
    near = difflib.get_close_matches(wanted, [*names, *stems], n=1, cutoff=0.0)
    raise SettingsError(
        f"there is no template {wanted!r}", hint=f"The nearest is {stems.get(near[0], near[0])!r}."
    )


def show_template(own: Path, name: str) -> str:
    """The text that pages are made with: the site's own where there is one."""
    mine = own / name
    return _text(mine if mine.is_file() else packaged_templates() / name)


def eject_template(own: Path, name: str) -> Path:
    """Copy a template into the site, to be changed there, and remember what it was."""
    target = own / name
    if target.exists():
        raise SettingsError(
            "this template is the site's own already; nothing was written",
            where=f"{own.name}/{name}",
            hint=f"`briefing templates diff {name}` says what differs.",
        )
    content = (packaged_templates() / name).read_bytes()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    origins = _read_origins(own) | {name: _origin(content)}
    encoded = msgspec.json.format(msgspec.json.encode(origins, order="sorted"), indent=1)
    (own / ORIGINS).write_bytes(encoded + b"\n")
    return target


def find_differences(own: Path, name: str | None = None) -> tuple[Difference, ...]:
    """What differs of the site's own templates, or of one of them."""
    origins = _read_origins(own)
    names = (name,) if name else tuple(n for n in template_names() if (own / n).is_file())
    return tuple(_difference(n, own, origins.get(n)) for n in names)


def describe_difference(found: Difference) -> Iterator[str]:
    """A difference in lines for people."""
    yield from found.own or (f"{found.name}: as packaged",)
    if not found.since:
        yield f"{found.name}: it was not ejected, so what has changed upstream is not known"
    elif found.upstream:
        yield f"{found.name}: changed upstream since it was ejected from {found.since}:"
        yield from found.upstream
    else:
        yield f"{found.name}: nothing has changed upstream since {found.since}"


def warn_of_upstream(own: Path) -> tuple[str, ...]:
    """A sentence for each ejected template that the tool has changed since."""
    rows = (row for row in list_templates(own) if row.upstream) if own.is_dir() else ()
    return tuple(
        f"{own.name}/{row.name}: the packaged template has changed since this was ejected; "
        f"`briefing templates diff {row.name}` says how"
        for row in rows
    )


def _row(name: str, own: Path, origin: Origin | None) -> TemplateRow:
    mine = own / name
    if not mine.is_file():
        return TemplateRow(name, "packaged")
    packaged = (packaged_templates() / name).read_bytes()
    upstream = None if origin is None else origin.sha256 != _digest(packaged)
    return TemplateRow(name, "own", mine.read_bytes() != packaged, upstream)


def _difference(name: str, own: Path, origin: Origin | None) -> Difference:
    packaged = _text(packaged_templates() / name)
    before = packaged if origin is None else origin.text
    return Difference(
        name,
        _unified(packaged, show_template(own, name), f"packaged/{name}", f"{own.name}/{name}"),
        _unified(before, packaged, f"ejected/{name}", f"packaged/{name}"),
        origin.version if origin else "",
    )


def _unified(old: str, new: str, one: str, other: str) -> tuple[str, ...]:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), one, other, lineterm="")
    return tuple(lines)


def _origin(content: bytes) -> Origin:
    return Origin(__version__, _digest(content), content.decode("utf-8", "replace"))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _text(path: Path) -> str:
    return path.read_text("utf-8", "replace")


def _read_origins(own: Path) -> dict[str, Origin]:
    path = own / ORIGINS
    if not path.is_file():
        return {}
    try:
        return read_json(path, dict[str, Origin])
    except UnreadableError as error:
        raise SettingsError(
            f"this is no record of ejected templates ({error})",
            where=f"{own.name}/{ORIGINS}",
            hint="Take the last good one from your history, or delete it.",
        ) from error
