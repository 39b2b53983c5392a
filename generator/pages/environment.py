"""The environment that pages are rendered in: Jinja, strict, sandboxed in what it can reach.

It is made once, and in a process that renders pages it is there from the beginning. Every value
that a template prints goes through layer 1 (`generator.pages.escape`) unless it is markup that was
made here; a template cannot forget it.
"""

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from stat import S_ISREG

from jinja2 import Environment, StrictUndefined, TemplateNotFound, pass_context
from jinja2.environment import TemplateModule
from jinja2.filters import sync_do_map
from jinja2.loaders import BaseLoader, ChoiceLoader, FileSystemLoader, split_template_path
from jinja2.runtime import Context
from jinja2.sandbox import safe_range
from markupsafe import Markup

from generator.cache.bytecode import PAGES
from generator.config import packaged_templates
from generator.faults.template_errors import (
    Folders,
    TeachingUndefined,
    not_utf8,
    refuse_undefined,
    refuse_unprintable,
)
from generator.files.entries import look_at
from generator.i18n.catalogue import PLACEHOLDER, Catalogue
from generator.pages.escape import escape_markdown
from generator.pages.labels import HUB_TITLES
from generator.pages.own_words import EditorWords, find_own_words
from generator.pages.views import Citation
from generator.pages.views.deprecated import Deprecated, find_deprecated


class PageEnvironment(Environment):
    """Jinja's environment; a field's earlier name still gives its value, and is remembered."""

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            undefined=TeachingUndefined,
            finalize=_finalize,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=PAGES,
        )
        self.outdated: list[Deprecated] = []

    def getattr(self, obj: object, attribute: str) -> object:
        """A field of a view, as a template asks for it."""
        found = super().getattr(obj, attribute)
        if isinstance(found, StrictUndefined) and (row := find_deprecated(obj, attribute)):
            if row not in self.outdated:
                self.outdated.append(row)
            return super().getattr(obj, row.successor)
        return found


def make_environment(own: Path, catalogue: Catalogue, *, name: str) -> PageEnvironment:
    """Jinja with the site's own templates before the packaged ones, strict, and with layer 1 on."""
    environment = PageEnvironment(_loader(own))
    say = _Messages(catalogue)
    environment.globals.update(
        t=say.message,
        tn=say.counted,
        site_name=name,
        hubs=HUB_TITLES,
        direction=catalogue.direction,
    )
    environment.globals["own_templates"] = own
    environment.globals["editor"] = EditorWords(find_own_words(own))
    environment.globals["context"] = _Contexts(environment)
    environment.globals["to"] = _to
    environment.globals["is_here"] = _is_here
    environment.globals["range"] = safe_range
    environment.filters["map"] = _map
    environment.globals["tongue"] = partial(_tongue, catalogue.language)
    environment.filters["count"] = _count
    environment.filters["join_html"] = _join
    return environment


def _loader(own: Path) -> BaseLoader:
    folders = Folders(own, packaged_templates())
    return ChoiceLoader([_Folder(own, folders), _Folder(folders.packaged, folders)])


def own_folder(environment: Environment) -> Path:
    """The folder of the site's own templates, which an environment looks into first."""
    return Path(str(environment.globals["own_templates"]))


class _Folder(FileSystemLoader):
    """A folder of templates; one that is no UTF-8 is told with its line."""

    def __init__(self, folder: Path, folders: Folders) -> None:
        super().__init__(folder)
        self._folder = folder
        self._folders = folders

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002  Jinja's signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, as Jinja asks for it.

        One that the system refuses to look at is an `OSError`: Jinja's own loader takes it for
        none, and the next folder's for it.
        """
        path = self._folder.joinpath(*split_template_path(template))
        told = look_at(path)
        if told is None or not S_ISREG(told.st_mode):
            raise TemplateNotFound(template)
        try:
            return path.read_text("utf-8"), str(path), lambda: _is_as_it_was(path, told)
        except UnicodeDecodeError as error:
            raise not_utf8(self._folder / template, self._folders) from error


def _is_as_it_was(path: Path, told: os.stat_result) -> bool:
    now = look_at(path)
    return now is not None and now.st_mtime_ns == told.st_mtime_ns


@pass_context
def _map(context: Context, values: Iterable[object], *how: object, **named: object) -> list[object]:
    """Jinja's filter, but what a value does not have is an error and no word on the page."""
    mapped = list(sync_do_map(context, values, *how, **named))  # type: ignore[call-overload]  # Jinja's overloads
    refuse_undefined(mapped)
    return mapped


@pass_context
def _to(context: Context, url: str) -> str:
    """The way from a page to a place of the site; to a place on the page itself its anchor."""
    _, mark, anchor = url.partition("#")
    if mark and _is_here(context, url):
        return f"#{anchor}"
    return f"{context['root']}{url}"


@pass_context
def _is_here(context: Context, url: str) -> bool:
    """Whether a place lies on the page that is made."""
    return url.startswith("#") or url.partition("#")[0] == str(context["here"])


class _Contexts:
    """The sentence in context of a citation, made once: without links it suits every page."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._macros: TemplateModule | None = None
        self._made: dict[tuple[str, bool, bool], Markup] = {}

    def __call__(self, citation: Citation, src: str = "", known: bool = False) -> Markup:  # noqa: FBT001, FBT002 as a macro is called
        """What the macro ``context_of`` gives for a citation behind the words of a place."""
        shown = src == citation.sentence.src
        key = citation.sentence.src, shown, known
        if key not in self._made:
            if self._macros is None:
                self._macros = self._environment.get_template("partials/words.md.j2").module
            macro = vars(self._macros)["context_of"]
            self._made[key] = Markup(macro(citation, shown, known))  # noqa: S704 the macro escapes
        return self._made[key]


class _Messages:
    """The catalogue as templates use it: ``t("Said by {name}", name=…)``."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def message(self, message: str, **values: object) -> Markup:
        """A message with its placeholders filled in; nothing for no message."""
        return _fill(self._catalogue.form(message), values) if message else Markup()

    def counted(self, one: str, _many: str, count: int, **values: object) -> Markup:
        """A message in the plural form that `count` asks for."""
        return _fill(self._catalogue.form(one, count), {"count": count, **values})


def _fill(form: str, values: dict[str, object]) -> Markup:
    out: list[str] = []
    at = 0
    for match in PLACEHOLDER.finditer(form):
        out.append(escape_markdown(form[at : match.start()]))
        out.append(str(_finalize(values[match.group(1)])))
        at = match.end()
    return Markup("".join([*out, escape_markdown(form[at:])]))  # noqa: S704 each piece is escaped


def _finalize(value: object) -> object:
    if isinstance(value, StrictUndefined):
        return str(value)
    refuse_undefined(value)
    refuse_unprintable(value)
    return value if hasattr(value, "__html__") else escape_markdown(str(value))


def _tongue(own: str, language: str) -> Markup:
    """The attribute for words in a language that is not the page's own, which its root names."""
    foreign = language and language != own
    return Markup(' lang="{}"').format(language) if foreign else Markup()


def _count(value: int) -> Markup:
    return Markup('<span data-value="count">{}</span>').format(value)


def _join(values: list[Markup], between: str) -> Markup:
    return escape_markdown(between).join(values)
