"""What an editor says in own words: ``editor("…")`` in the site's templates, and pages of its own.

An own page is a template in ``templates/pages/`` that begins with ``{# page: Its title #}``.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes
from markupsafe import Markup
from msgspec import Struct

from generator.errors import TemplateError
from generator.files.entries import list_files, walk_files
from generator.pages.escape import escape_markdown

TITLED = re.compile(r"\{#-? *page: *(?P<title>[^#{}\n]+?) *-?#\}")
"""How the first line of an own page says what it is called."""
FOLDER = "pages"
"""Below ``docs/`` and in addresses: where pages made from own templates lie."""
CALL = "editor"
"""What a template calls with an editor's words."""
MAY_CALL = re.compile(rf"\b{CALL}\s*\(")
"""A template without it need not be parsed."""
STEM = re.compile(r"[a-z0-9][a-z0-9-]*")


class OwnTemplate(Struct, frozen=True):
    """A template that is a page of the site's own."""

    name: str
    title: str

    @property
    def url(self) -> str:
        """Its address below the site's root."""
        return f"{FOLDER}/{self.name}/"


def find_own_templates(own: Path) -> tuple[OwnTemplate, ...]:
    """The own pages among the site's templates, by name."""
    return tuple(_own_templates(own))


def find_own_words(own: Path) -> dict[str, str]:
    """The words of each call ``editor("…")`` in the site's templates, and the file it stands in."""
    found: dict[str, str] = {}
    for path in sorted(walk_files(own, ".j2"), reverse=True):
        words = _calls(path.read_text("utf-8", "replace"))
        found |= dict.fromkeys(words, f"{own.name}/{path.relative_to(own).as_posix()}")
    return found


class EditorWords:
    """``editor("…")`` as templates use it: words that are shown and proven as an editor's."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known

    def __repr__(self) -> str:
        """All words and their files: what a page may have from them."""
        return repr(self._known)

    def __call__(self, words: str) -> Markup:
        """The words with the file that they are written in; only words in quotation marks are."""
        file = self._known.get(words)
        if file is None:
            raise TemplateError(
                "editor(…) takes words in quotation marks, no value",
                where="templates",
                hint='Write the words themselves, such as {{ editor("About this site") }}.',
            )
        span = '<span data-editor="{}">{}</span>'
        return Markup(span).format(file, escape_markdown(words))  # noqa: S704 both are escaped


def _own_templates(own: Path) -> Iterator[OwnTemplate]:
    for path in list_files(own / "pages", ".md.j2"):
        titled = TITLED.match(path.read_text("utf-8", "replace"))
        if titled is None:
            continue
        name = path.name.removesuffix(".md.j2")
        if not STEM.fullmatch(name):
            raise TemplateError(
                "an own page's file is named with small letters, digits and hyphens",
                where=f"{own.name}/pages/{path.name}",
                hint="Rename it: its name is its address.",
            )
        yield OwnTemplate(name, titled["title"])


def _calls(source: str) -> Iterator[str]:
    if not MAY_CALL.search(source):
        return
    try:
        tree = Environment(autoescape=True).parse(source)
    except TemplateSyntaxError:
        return  # rendering says it, with the line
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == CALL:
            yield from (
                a.value
                for a in call.args
                if isinstance(a, nodes.Const) and isinstance(a.value, str)
            )
