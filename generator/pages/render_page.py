"""One page: its front matter from a closed list, and what its template gives."""

import re

import yaml
from jinja2 import Environment
from markupsafe import escape

from generator.config import packaged_templates
from generator.errors import TemplateError
from generator.faults.template_errors import BROKEN, SECONDS, Folders, explain_template_error
from generator.faults.time_limit import time_limit
from generator.model.visible_text import shown
from generator.pages.environment import own_folder
from generator.pages.files import RenderedFile
from generator.pages.links import file_of, root_of
from generator.pages.site_map import PageToRender

FRONT_MATTER = (
    *("title", "description", "date", "hide", "search", "searching", "filtered", "filters"),
    *("linked", "picture"),
)
"""The closed list of keys that a generated page's front matter may have."""


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
            folders=Folders(own_folder(environment), packaged_templates()),
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


def _tidy(text: str) -> str:
    """Blank lines at most one in a row, no white space at line ends, one newline last."""
    lines = [line.strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
