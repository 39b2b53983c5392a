"""Views and templates to Markdown files; pure: the same corpus and templates give the same bytes.

Every value that a template prints goes through layer 1 (`generator.pages.escape`) unless it is
markup that was made here; a template cannot forget it.
"""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path

import yaml
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.environment import TemplateModule
from jinja2.filters import sync_do_map
from jinja2.loaders import BaseLoader, ChoiceLoader, FileSystemLoader
from jinja2.runtime import Context
from jinja2.sandbox import safe_range
from markupsafe import Markup, escape
from msgspec import msgpack, structs

from generator.cache.bytecode import PAGES
from generator.cache.made_files import MadeFiles, digest_of_bytes
from generator.config import Site, packaged_templates
from generator.errors import TemplateError
from generator.faults.fence import Fence
from generator.faults.template_errors import (
    BROKEN,
    SECONDS,
    Folders,
    TeachingUndefined,
    explain_template_error,
    not_utf8,
    refuse_undefined,
    refuse_unprintable,
)
from generator.faults.time_limit import time_limit
from generator.i18n.catalogue import PLACEHOLDER, Catalogue
from generator.model.build_info import BuildInfo
from generator.model.changes import Changes
from generator.model.corpus import Corpus
from generator.model.visible_text import shown
from generator.pages.corpus_index import CorpusIndex
from generator.pages.escape import escape_markdown
from generator.pages.exports import render_exports
from generator.pages.files import RenderedFile
from generator.pages.labels import HUB_TITLES
from generator.pages.links import file_of, root_of
from generator.pages.own_words import EditorWords, find_own_templates, find_own_words
from generator.pages.site_map import PageToRender, list_pages, own_page
from generator.pages.views import Citation
from generator.pages.views.deprecated import (
    Deprecated,
    describe_deprecated,
    find_deprecated,
)

FRONT_MATTER = (
    *("title", "description", "date", "hide", "search", "searching", "filtered", "filters"),
    *("linked", "picture"),
)
"""The closed list of keys that a generated page's front matter may have."""


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


def render_pages(
    corpus: Corpus,
    site: Site,
    *,
    catalogue: Catalogue,
    changes: Changes | None = None,
    build_info: BuildInfo | None = None,
    fence: Fence | None = None,
    made: MadeFiles | None = None,
    warnings: list[str] | None = None,
) -> tuple[RenderedFile, ...]:
    """Every page and export of the site, by path; `changes` since an earlier build, if known.

    A page that was `made` before from the same view is taken over; who gives it answers for the
    templates, the words and the code being the same.

    An export that ends in an unexpected error is left out, and `fence` knows which; a page that
    does stops everything, for a link may lead there. `warnings` takes what a template's owner
    should know.
    """
    fence = fence or Fence()
    index = CorpusIndex(corpus, site, catalogue)
    refuse_unused(site.templates_dir)
    environment = make_environment(site.templates_dir, catalogue, name=site.name)
    made_by = build_info or BuildInfo()
    exports = render_exports(index, made_by, fence=fence)
    if fence.failures:
        failed = (*corpus.failures, *fence.failures)
        index = CorpusIndex(structs.replace(corpus, failures=failed), site, catalogue)
    pages = fence.need(
        "pages.pages",
        lambda: [
            _page(environment, p, made)
            for p in (*list_pages(index, made_by, changes), *_own_pages(index, site))
        ],
    )
    if warnings is not None:
        warnings += map(describe_deprecated, environment.outdated)
    return tuple(sorted([*pages, *exports], key=lambda f: f.path))


def _own_pages(index: CorpusIndex, site: Site) -> Iterable[PageToRender]:
    """The pages that the site's own templates are; none of them stands in for one of ours."""
    known = {p.name for p in (packaged_templates() / "pages").glob("*.j2")}
    for page in find_own_templates(site.templates_dir):
        if f"{page.name}.md.j2" not in known:
            yield own_page(index, page.url, page.name, page.title)


def _page(environment: PageEnvironment, page: PageToRender, made: MadeFiles | None) -> RenderedFile:
    """One page, rendered anew only where what it shows has changed."""
    if made is None:
        return render_page(environment, page)
    path, origin = file_of(page.url), digest_of_bytes(msgpack.encode(page, order="deterministic"))
    known = made.recall(path, origin)
    if known is not None:
        return RenderedFile(path, known)
    rendered = render_page(environment, page)
    if not environment.outdated:  # what a build has to warn of is made again
        made.note(path, origin, rendered.content)
    return rendered


def render_page(environment: Environment, page: PageToRender) -> RenderedFile:
    """One page: front matter from a closed list, then what its template gives."""
    try:
        with time_limit(SECONDS):
            template = environment.get_template(f"pages/{page.template}.md.j2")
            body = template.render(
                page=page.view, root=root_of(page.url), here=page.url, lacking=page.lacking
            )
    except TemplateError as error:
        error.page = page.url or "home"
        raise
    except BROKEN as error:
        shown_as = page.url or "home"
        raise explain_template_error(
            error,
            folders=Folders(_own(environment), packaged_templates()),
            environment=environment,
            page=shown_as,
        ) from error
    text = f"{front_matter(page)}\n{_tidy(body)}"
    return RenderedFile(file_of(page.url), text.encode("utf-8"))


def front_matter(page: PageToRender) -> str:
    """The YAML head of a page; titles may be source words, so they are escaped for HTML."""
    values: dict[str, object] = {"title": str(escape(page.title))}
    if page.description:
        values["description"] = str(escape(page.description))
    if page.hide:
        values["hide"] = list(page.hide)
    if not page.searched:
        values["search"] = {"exclude": True}
    values |= dict.fromkeys(page.needs, True)
    if page.date:
        values["date"] = page.date
    if page.filters and page.searched:
        pairs = (f"{name}:{value}".replace(",", " ") for name, value in page.filters)
        values["filters"] = [str(escape(shown(pair).strip())) for pair in pairs]
    if page.linked:
        values["linked"] = page.linked
    if page.picture:
        values["picture"] = page.picture
    known = {key: values[key] for key in FRONT_MATTER if key in values}
    head = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{head}---\n"


def refuse_unused(own: Path) -> None:
    """Stop at a file in the site's ``templates/pages/`` that no page is made with."""
    known = {p.name for p in (packaged_templates() / "pages").glob("*.j2")}
    known |= {f"{page.name}.md.j2" for page in find_own_templates(own)}
    mine = sorted(own.rglob("*.j2"))
    text = "".join(p.read_text("utf-8", "replace") for p in mine)
    for path in mine:
        named = f"pages/{path.name}" in text  # included or extended by another
        if path.parent == own / "pages" and path.name not in known and not named:
            near = get_close_matches(path.name, sorted(known), n=1, cutoff=0.0)
            raise TemplateError(
                f"nothing uses this file; the nearest that a page is made with is {near[0]!r}",
                where=f"{own.name}/pages/{path.name}",
                hint="Rename it, include it from another template, or delete it; "
                "a page of your own begins with {# page: Its title #}.",
            )


def make_environment(own: Path, catalogue: Catalogue, *, name: str) -> PageEnvironment:
    """Jinja with the site's own templates before the packaged ones, strict, and with layer 1 on."""
    environment = PageEnvironment(_loader(own))
    say = _Sayer(catalogue)
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
    environment.globals["range"] = safe_range
    environment.filters["map"] = _map
    environment.filters["count"] = _count
    environment.filters["join_html"] = _join
    return environment


def _loader(own: Path) -> BaseLoader:
    folders = Folders(own, packaged_templates())
    return ChoiceLoader([_Folder(own, folders), _Folder(folders.packaged, folders)])


def _own(environment: Environment) -> Path:
    """The folder of the site's own templates, which an environment looks into first."""
    return Path(str(environment.globals["own_templates"]))


class _Folder(FileSystemLoader):
    """A folder of templates; one that is no UTF-8 is told with its line."""

    def __init__(self, folder: Path, folders: Folders) -> None:
        super().__init__(folder)
        self._folder = folder
        self._folders = folders

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, as Jinja asks for it."""
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise not_utf8(self._folder / template, self._folders) from error


@pass_context
def _map(context: Context, values: Iterable[object], *how: object, **named: object) -> list[object]:
    """Jinja's filter, but what a value does not have is an error and no word on the page."""
    mapped = list(sync_do_map(context, values, *how, **named))  # type: ignore[call-overload]
    refuse_undefined(mapped)
    return mapped


class _Contexts:
    """The sentence in context of a citation, made once: without links it suits every page."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._macros: TemplateModule | None = None
        self._made: dict[str, Markup] = {}

    def __call__(self, citation: Citation) -> Markup:
        """What the macro ``context_of`` gives for a citation."""
        key = citation.sentence.src
        if key not in self._made:
            if self._macros is None:
                self._macros = self._environment.get_template("partials/words.md.j2").module
            macro = getattr(self._macros, "context_of")  # noqa: B009 a macro is no typed attribute
            self._made[key] = Markup(macro(citation))  # noqa: S704 the macro escapes
        return self._made[key]


class _Sayer:
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


def _count(value: int) -> Markup:
    return Markup('<span data-value="count">{}</span>').format(value)


def _join(values: list[Markup], between: str) -> Markup:
    return escape_markdown(between).join(values)


def _tidy(text: str) -> str:
    """Blank lines at most one in a row, no white space at line ends, one newline last."""
    lines = [line.strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
