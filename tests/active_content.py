"""What a hostile text may not bring to a page: elements, handlers, hosts, a script that ran."""

import pytest
from browser import missing_browser

from generator.model.visible_text import shown

FOREIGN = "script,style,iframe,textarea,meta,form,object,embed,[onclick],[onerror],[onload]"
"""What no content area may hold; the search page's own script makes a form."""
NEEDS_BROWSER = pytest.mark.skipif(
    bool(missing_browser()), reason=missing_browser() or "there is a browser"
)
CHECK = """
const content = document.querySelector(".md-content");
return {
  hit: window.hit ?? null,
  foreign: [...content.querySelectorAll(arguments[0])].filter(
    (e) => !e.closest("#bf-search")).length,
  handlers: [...document.querySelectorAll("*")].filter((e) =>
    [...e.attributes].some((a) => a.name.startsWith("on"))).length,
  hosts: performance.getEntriesByType("resource").map((e) => new URL(e.name).host),
  heading: document.querySelector("h1")?.textContent ?? "",
  text: content.textContent,
};
"""


def plain(text: str) -> str:
    """A text as every exit shows it: white space, control and bidi characters are one space."""
    return shown(text).strip()
