"""A picture for each story, which other places show beside a link to its page.

The picture says what the page's head says: the story's label, its newest sources and the site. It
is drawn by resvg from an SVG with the font of this package alone, so that it is the same bytes on
every machine; a label that the font cannot write, or that does not fit, has no picture.
"""

import importlib
import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import cast

from generator.errors import SettingsError
from generator.model.corpus import Story
from generator.pages.corpus_index import CorpusIndex

FONT = Path(__file__).parent.parent / "fonts" / "NotoSerif-Bold.ttf"
"""Noto Serif Bold, SIL Open Font License 1.1, cut down to the ranges of `WRITTEN`."""
WRITTEN = re.compile(r"[ -ɏͰ-ӿḀ-ỿ‐-…‰-›€№™]*")
"""Latin, Greek and Cyrillic letters and the marks of print."""
WIDTH, HEIGHT, MARGIN = 1200, 630, 70
"""Pixels; the size that previews of links are cut to."""
SIZES = ((62, 5), (48, 6), (38, 8))
"""Sizes of a label's letters, and how many lines of them fit."""
LETTER = 0.6
"""Width of a letter in its size, on the safe side of the font's mean of 0.56."""
SOURCES, SMALL = 3, 28
"""Most sources that are named, and the size of their letters."""
SETTING = "mkdocs.yml: briefing.story_pictures"
MISSING = "the pictures of stories need an extra"
HINT = "Install it with `pip install 'briefing-site[pictures]'`, or set `story_pictures: false`."


def picture_of(page: str) -> str:
    """The path of the picture beside a story's page."""
    return f"{page}picture.png"


def story_pictures(index: CorpusIndex) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of each picture, where the settings ask for them."""
    if not index.site.settings.story_pictures:
        return
    draw = load_drawer()
    for story in index.stories:
        drawing = drawing_of(index, story)
        if drawing:
            yield picture_of(index.addresses.story(story.id)), draw(drawing)


def load_drawer() -> Callable[[str], bytes]:
    """What turns an SVG into a PNG; raises `SettingsError` where the extra is missing."""
    try:
        library = importlib.import_module("resvg_py")
    except ImportError as error:
        raise SettingsError(MISSING, where=SETTING, hint=HINT) from error
    render = cast("Callable[..., bytes]", library.svg_to_bytes)
    fonts = [str(FONT)]
    return lambda drawing: bytes(
        render(svg_string=drawing, skip_system_fonts=True, font_files=fonts)
    )


def drawing_of(index: CorpusIndex, story: Story) -> str:
    """The SVG of a story's picture; empty where its words cannot be set."""
    label = index.story_label(story.id).text
    newest = list(reversed(story.documents))[:SOURCES]
    sources = " · ".join(index.labels[d].text for d in newest)
    if not all(WRITTEN.fullmatch(words) for words in (label, sources, index.site.name)):
        return ""
    for size, most in SIZES:
        lines = wrap(label, _letters(size))
        if len(lines) <= most:
            return _draw(size, lines, _shortened(sources), _shortened(index.site.name))
    return ""


def _letters(size: int) -> int:
    """How many letters of a size a line holds."""
    return int((WIDTH - 2 * MARGIN) / (size * LETTER))


def _shortened(words: str) -> str:
    most = _letters(SMALL)
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _draw(size: int, lines: list[str], sources: str, site: str) -> str:
    step = size * 1.3
    spans = "".join(
        f'<tspan x="{MARGIN}" y="{MARGIN + size + at * step:.1f}">{escape(line)}</tspan>'
        for at, line in enumerate(lines)
    )
    small = f'font-size="{SMALL}" x="{MARGIN}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fffefb"/>'
        f'<rect width="{WIDTH}" height="14" fill="#7a1f2b"/>'
        f'<g font-family="Noto Serif" font-weight="700" fill="#1a1a1a">'
        f'<text font-size="{size}">{spans}</text>'
        f'<text {small} y="{HEIGHT - 84}" fill="#555555">{escape(sources)}</text>'
        f'<text {small} y="{HEIGHT - 40}" fill="#7a1f2b">{escape(site)}</text></g></svg>'
    )
