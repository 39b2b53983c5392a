"""What is wrong with a template, told as its writer needs it: file, line, the line, what is near.

Errors of Jinja's, of Python's inside a template, and those of a theme's override are told alike.
"""

import difflib
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.runtime import StrictUndefined
from jinja2.utils import missing
from msgspec import Struct

from generator import errors
from generator.faults.time_limit import TimeLimitError

SECONDS = 10
"""Processor time after which a template is taken to have no end."""
BROKEN = (
    JinjaError,
    errors.SettingsError,
    TypeError,
    AttributeError,
    LookupError,
    ValueError,
    ArithmeticError,
    RecursionError,
    TimeLimitError,
)
"""What a template can end in by itself."""
ENDINGS = (".j2", ".html", ".xml")
MACRO = "template"
"""What Jinja calls the frame of a macro in a traceback."""
OPENING = frozenset(
    ("if", "for", "macro", "block", "call", "filter", "with", "autoescape", "trans")
)
SAYINGS = {
    KeyError: "a value of the message is not given: {}",
    RecursionError: "this calls or includes itself without end",
    TimeLimitError: f"this has no end: it was stopped after {SECONDS} seconds",
}
VIEWS = "docs/guide/reference/views.md lists the fields of every view."
OVERRIDES = (
    "A file below templates/theme/ wins over the theme's own; docs/guide/how-to/templates.md."
)
NAMES = ("page", "root", "here", "lacking", "t", "tn", "site_name", "hubs", "direction", "context")
"""What every page's template can name."""


class Folders(Struct, frozen=True):
    """Where templates lie: the site's own, and those that come with the tool."""

    own: Path
    packaged: Path


class TemplateLine(Struct, frozen=True):
    """A line of a template's file; 0 where the file has no certain line."""

    file: Path
    line: int


class TeachingUndefined(StrictUndefined):
    """Says which field a view lacks, and which of its fields is nearest."""

    @property
    def _undefined_message(self) -> str:
        name, owner = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if owner is missing:
            return f"there is no {name!r} here{_near(name, NAMES, cutoff=0.6)}"
        fields = getattr(type(owner), "__struct_fields__", ())
        if fields:
            view = type(owner).__name__
            return f"the view {view} has no field {name!r}{_near(name, fields)}"
        macros = [n for n in vars(owner) if not n.startswith("_")] if _is_module(owner) else []
        if macros:
            return f"{owner.__name__} has no macro {name!r}{_near(name, macros)}"
        return f"a value of the kind {type(owner).__name__} has no {name!r}"


def refuse_undefined(values: object) -> None:
    """Stop where a list that is printed holds what is not there: Jinja would print its class."""
    for value in values if isinstance(values, list | tuple) else ():
        if isinstance(value, StrictUndefined):
            str(value)  # raises what it has to say


def refuse_unprintable(value: object) -> None:
    """Stop where a whole view, a method or a macro is printed: it would be code on the page."""
    if isinstance(value, Struct):
        kind, fields = type(value).__name__, ", ".join(value.__struct_fields__)
        raise TypeError(f"the view {kind} is no text; print one of its fields: {fields}")
    if callable(value) and not hasattr(value, "__html__"):
        name = getattr(value, "__name__", None) or getattr(value, "name", "this")
        raise TypeError(f"{name!r} is no text; it has to be called")


def explain_template_error(
    error: Exception, *, folders: Folders, environment: Environment, page: str, hint: str = ""
) -> errors.TemplateError:
    """Any error of `BROKEN` as one that names the place."""
    own, frames = folders.own, list(_frames(error))
    place = _place(error, frames, own)
    message = _message(error, environment)
    if isinstance(error, UndefinedError) and (lacked := _not_exported(error, own)):
        place, message = lacked
    return errors.TemplateError(
        message,
        where=_shown(place, folders) if place else "templates",
        hint=error.hint if isinstance(error, errors.SettingsError) else _advice(message, hint),
        line=_line(place) if place else "",
        page=page,
    )


def passed_template(error: Exception) -> bool:
    """Whether an error comes from a template at all."""
    return isinstance(error, JinjaError) or any(_frames(error))


def not_utf8(path: Path, folders: Folders) -> errors.TemplateError:
    """A template whose bytes are no UTF-8, with the line of the first that is not."""
    content = path.read_bytes()
    try:
        content.decode("utf-8")
        at = 0
    except UnicodeDecodeError as error:
        at = error.start
    line = content.count(b"\n", 0, at) + 1
    return errors.TemplateError(
        f"the byte 0x{content[at]:02x} is no UTF-8",
        where=_shown(TemplateLine(path, line), folders),
        hint="Save the file as UTF-8.",
        line=content.split(b"\n")[line - 1].decode("utf-8", "backslashreplace").strip(),
    )


def _message(error: Exception, environment: Environment) -> str:
    text = error.message if isinstance(error, errors.SettingsError) else str(error)
    if isinstance(error, TemplateNotFound):
        known = environment.list_templates([e[1:] for e in ENDINGS])
        return f"there is no template {error.name!r}{_near(str(error.name), known)}"
    for kind, saying in SAYINGS.items():
        if isinstance(error, kind):
            return saying.format(text)
    return _unknown(text, environment) or text[:1].lower() + text[1:].rstrip(".")


def _unknown(text: str, environment: Environment) -> str:
    """What Jinja says of a name that it does not know, with what is near; "" for all else."""
    if lacks := re.match(r"parameter ('\w+') was", text):
        return f"this call gives no {lacks[1]}, which the macro needs"
    if unknown := re.match(r"No (filter|test) named '([^']*)'", text):
        known: Collection[str] = {*environment.filters}
        if unknown[1] == "test":
            known = {*environment.tests}
        return f"there is no {unknown[1]} {unknown[2]!r}{_near(unknown[2], known)}"
    if tag := re.match(r"Encountered unknown tag '([^']*)'", text):
        near = "" if tag[1].startswith("end") else _near(tag[1], OPENING, cutoff=0.6)
        return f"no tag {tag[1]!r} can stand here{near}"
    if "needs to be closed" in text:
        return f"the block {text.rpartition('closed is ')[2].rstrip('.')} is never closed"
    return ""


def _advice(message: str, hint: str) -> str:
    return VIEWS if message.startswith("the view ") else hint


def _place(
    error: Exception, frames: list[tuple[TemplateLine, str]], own: Path
) -> TemplateLine | None:
    """Where the error is to be mended: of a call that lacks something, where it is called."""
    if isinstance(error, TemplateSyntaxError):
        file = Path(error.filename) if error.filename else own / str(error.name)
        opened = _unclosed(error) if "needs to be closed" in str(error) else 0
        return TemplateLine(file, opened or error.lineno)
    if not frames:
        return None
    if isinstance(error, UndefinedError) and str(error).startswith("parameter "):
        return frames[-2 if len(frames) > 1 and frames[-1][1] == MACRO else -1][0]
    return frames[-1][0]


def _unclosed(error: TemplateSyntaxError) -> int:
    """The line of the innermost block that is still open at a template's end."""
    opened: list[tuple[str, int]] = []
    tag = re.compile(r"\{%[-+]?\s*(\w+)")
    for number, line in enumerate((error.source or "").splitlines(), start=1):
        for name in tag.findall(line):
            if name in OPENING:
                opened.append((name, number))
            elif name.startswith("end") and opened:
                opened.pop()
    return opened[-1][1] if opened else 0


def _not_exported(error: UndefinedError, own: Path) -> tuple[TemplateLine, str] | None:
    """An own file without a macro that others take from it is to blame, not those others."""
    said = re.match(r"the template '(.*?)' .*export the requested name '(\w+)'", str(error))
    if said is None or not (own / said[1]).is_file():
        return None
    path = own / said[1]
    macros = re.findall(r"\{%-?\s*macro\s+(\w+)", path.read_text("utf-8"))
    lacks = f"this file has no macro {said[2]!r}, which others take from it"
    return TemplateLine(path, 0), f"{lacks}{_near(said[2], macros)}"


def _frames(error: Exception) -> Iterator[tuple[TemplateLine, str]]:
    """The lines of templates that an error passed, the innermost last."""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.endswith(ENDINGS):
            yield TemplateLine(Path(code.co_filename), trace.tb_lineno), code.co_name
        trace = trace.tb_next


def _shown(place: TemplateLine, folders: Folders) -> str:
    """A place as a person finds it: below the site's templates, or below those of the tool."""
    line = f":{place.line}" if place.line else ""
    own, packaged = folders.own, folders.packaged
    if place.file.is_relative_to(own):
        return f"{own.name}/{place.file.relative_to(own).as_posix()}{line}"
    if place.file.is_relative_to(packaged):
        return f"templates/{place.file.relative_to(packaged).as_posix()}{line} (packaged)"
    return f"{place.file}{line}"


def _line(place: TemplateLine) -> str:
    """The line itself, without its indentation."""
    if not place.line or not place.file.is_file():
        return ""
    lines = place.file.read_text("utf-8", "replace").splitlines()
    return lines[place.line - 1].strip()[:200] if place.line <= len(lines) else ""


def _near(name: str, known: Collection[str], *, cutoff: float = 0.0) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=cutoff)
    return f"; the nearest is {near[0]!r}" if near else ""


def _is_module(owner: object) -> bool:
    return type(owner).__name__ == "TemplateModule"
