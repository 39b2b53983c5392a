"""Layer 1: text into Markdown shows exactly the text, in any position."""

import html
import json
import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.visible_text import shown
from generator.pages.escape import escape_markdown

PAYLOADS = json.loads((Path(__file__).parents[1] / "security" / "payloads.json").read_text("utf-8"))
TEXTS = [p.replace("J", "window.hit=1") for p in PAYLOADS["payloads"]]
EXTENSIONS = [
    "tables",
    "fenced_code",
    "def_list",
    "attr_list",
    "toc",
    "footnotes",
    "abbr",
    "admonition",
]
POSITIONS = {
    "paragraph": ("{}", "<p>", "</p>"),
    "after words": ("so {}", "<p>so ", "</p>"),
    "heading": ("# x\n\n## {}", "", ""),
    "list item": ("- {}", "<li>", "</li>"),
    "quotation": ("> {}", "<p>", "</p>"),
    "raw block": ('<p class="a">{}</p>', '<p class="a">', "</p>"),
    "inline": ('*a* <span id="b">{}</span>', '<span id="b">', "</span>"),
    "table cell": ("| a |\n|---|\n| {} |", "<td>", "</td>"),
    "in an emphasis": ("**so {}**", "<strong>so ", "</strong>"),
    "link text": ("[{}](a.md)", '<a href="a.md">', "</a>"),
    "attribute": ('<p title="{}">x</p>', "", ""),
}


def render(position: str, text: str) -> str:
    """The HTML of a page with the escaped text in a position, without the sanitizer."""
    source = POSITIONS[position][0].format(escape_markdown(text))
    return markdown.markdown(source, extensions=EXTENSIONS)


def visible(page: str) -> str:
    """The page's text, white space collapsed."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


@pytest.mark.parametrize("position", sorted(set(POSITIONS) - {"attribute", "heading"}))
@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_shows_as_it_is(text: str, position: str) -> None:
    """Every hostile text shows exactly, in every position of a page."""
    _, before, after = POSITIONS[position]
    page = render(position, text)
    start = page.index(before) + len(before)
    inner = page[start : page.index(after, start)]
    assert "<" not in inner
    assert " ".join(html.unescape(inner).split()) == shown(text).strip()


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_makes_no_element_in_a_heading(text: str) -> None:
    """A heading with hostile text holds the text and no element."""
    page = render("heading", text)
    inner = re.search(r"<h2[^>]*>(.*)</h2>", page, re.DOTALL)
    assert inner
    assert "<" not in inner.group(1)
    assert visible(inner.group(1)) == shown(text).strip()


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_stays_in_its_attribute(text: str) -> None:
    """An attribute with hostile text ends where the template ends it."""
    page = render("attribute", text)
    assert re.fullmatch(r'<p title="[^"<>]*">x</p>', page)


@given(st.text(max_size=80))
def test_any_text_shows_as_it_is(text: str) -> None:
    """Whatever the text, a paragraph shows exactly it."""
    page = markdown.markdown(f"<p>{escape_markdown(text)}</p>", extensions=EXTENSIONS)
    inner = page.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inner
    assert " ".join(html.unescape(inner).split()) == " ".join(shown(text).split())


@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_show_as_the_whole(one: str, other: str) -> None:
    """Text that is escaped in two pieces shows as the text in one piece."""
    pieces = html.unescape(str(escape_markdown(one)) + str(escape_markdown(other)))
    assert " ".join(pieces.split()) == " ".join(shown(one + other).split())
