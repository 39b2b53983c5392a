"""Which templates a page is made with, so that a change of one makes only its own pages anew."""

import re

from jinja2 import TemplateNotFound

from generator.cache.fingerprint import digest_of_values
from generator.errors import TemplateError
from generator.pages.environment import PageEnvironment

EVERYWHERE = ("partials/words.md.j2",)
"""What our own functions make words with on any page."""
LEADS = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(?P<to>.*?)[-+]?%\}", re.DOTALL)
OUTRIGHT = re.compile(
    r"""\s*(?P<mark>["'])(?P<name>[^"'\\]+)(?P=mark)\s*(?:$|(?:ignore|with|without|as|import)\b.*)""",
    re.DOTALL,
)
"""A template that is named; what else may stand there could lead to any."""


class TemplateDigests:
    """The digest of a page's template and of all that it leads to, worked out once each."""

    def __init__(self, environment: PageEnvironment) -> None:
        self._environment = environment
        self._known: dict[str, str] = {}

    def of_page(self, template: str) -> str:
        """The digest for a page's template, "" where what it is made from is not bounded."""
        if template not in self._known:
            self._known[template] = self._digest(f"pages/{template}.md.j2")
        return self._known[template]

    def _digest(self, first: str) -> str:
        sources: dict[str, str] = {}
        try:
            bounded = [self._reach(name, sources) for name in (first, *EVERYWHERE)]
        except TemplateError:
            return ""  # rendering tells it, with the page
        words = repr(self._environment.globals["editor"])
        found = (text for row in sorted(sources.items()) for text in row)
        return digest_of_values(words, *found) if all(bounded) else ""

    def _reach(self, name: str, sources: dict[str, str]) -> bool:
        """Add a template and all that it leads to, there or not; whether all of it is named."""
        if name in sources:
            return True
        loader = self._environment.loader
        try:
            sources[name] = loader.get_source(self._environment, name)[0] if loader else ""
        except TemplateNotFound:
            sources[name] = "\0"
        leads = [OUTRIGHT.fullmatch(lead["to"]) for lead in LEADS.finditer(sources[name])]
        return all(lead is not None and self._reach(lead["name"], sources) for lead in leads)
