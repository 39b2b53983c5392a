"""Layer 3 against hostile text: nh3 over the final HTML of every page, in whatever engine.

A closed list of elements and attributes: no script, no style, no form, no frame, no event handler,
and links to http, https and this site only.
"""

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

TEXT = """
a abbr article aside b blockquote br caption cite code col colgroup dd del details dfn div dl dt em
figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s
samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
DRAWING = "circle ellipse g line path polyline rect svg text title tspan"
TAGS = frozenset(TEXT.split()) | frozenset(DRAWING.split())
GLOBAL = """
aria-describedby aria-hidden aria-label aria-labelledby class data-about data-actor data-cites
data-clear data-confidence data-copy data-count data-day data-days data-difference data-editor
data-edtf data-facet data-facet-id data-hub data-item data-kind data-list data-month data-more
data-pagefind-filter data-pagefind-ignore data-pagefind-meta data-root data-rows data-say
data-search-exclude data-seen data-since data-source data-speaker data-src data-story data-table
data-type data-value dir hidden id lang role tabindex title
"""
PLACES = """
cx cy d fill height points preserveAspectRatio r rx ry stroke-width text-anchor transform viewBox
width x x1 x2 y y1 y2
"""
ATTRIBUTES: dict[str, set[str]] = {
    "*": set(GLOBAL.split()),
    "a": {"href", "rel", "download"},
    "img": {"src", "alt", "width", "height", "loading"},
    "details": {"open"},
    "ol": {"start", "reversed"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "scope", "headers"},
    "time": {"datetime"},
    "del": {"cite"},
    **{tag: set(PLACES.split()) for tag in DRAWING.split()},
}
SCHEMES = {"http", "https"}
AFTER_ALL_OTHERS = -100
"""Postprocessors run from the highest priority down; Python-Markdown's own lie between 30 and 0."""


def sanitize(html: str) -> str:
    """The HTML with everything removed that is not on the lists."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


class Sanitizer(Postprocessor):
    """Runs `sanitize` over the whole page, last of all."""

    def run(self, text: str) -> str:
        """The page's final HTML."""
        return sanitize(text)


class SanitizeExtension(Extension):
    """Python-Markdown extension ``briefing_sanitize``."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 Python-Markdown's own name
        """Put the sanitizer after every other postprocessor."""
        md.postprocessors.register(Sanitizer(md), "briefing_sanitize", AFTER_ALL_OTHERS)


def makeExtension(**options: object) -> SanitizeExtension:  # noqa: N802 Python-Markdown's own name
    """For configurations that name this module instead of the entry point."""
    return SanitizeExtension(**options)
