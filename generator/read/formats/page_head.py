"""What stands on a page between its headline and its story: who wrote it, and when.

What finds the article leaves it out with the boilerplate. A page that states nothing of itself says
it nowhere else, so its lines go into the reading text, where the passes look for bylines and days.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.utils import load_html

from generator.read.formats.blocks import Block, alike
from generator.read.formats.elements import BREAKS, CONTAINERS, UNSEEN, drop_hidden
from generator.read.stated_values import plain

NO_TEXT = (
    "//*[contains(@class, 'mw-editsection') or contains(@class, 'mw-jump-link')]",
    "//sup[contains(@class, 'reference')]",
    "//ol[contains(@class, 'references')]",
)
"""What MediaWiki, which most wikis run on, adds to a text: links to edit it, marks of notes."""
HOME = re.compile(r"/|\./?|(?:https?:)?//[^/]+/?|(?:\./|/)?index\.html?")
"""Where a site's own name leads."""
LINE_WORDS, MOST_LINES = 16, 12
BOLD = frozenset({"b", "strong"})
QUESTION = ("?", "？", "؟")
STORY_WORDS, STORY_PARAGRAPHS = 8, 2
"""The head is over with the second paragraph of the story: a standfirst may stand in it."""


def with_page_head(blocks: Sequence[Block], lines: Sequence[str]) -> list[Block]:
    """The article's blocks with those of the page's lines that are its head behind the title."""
    if not blocks or blocks[0].kind != "title":
        return list(blocks)
    known = {alike(b.text) for b in blocks}
    told = [alike(b.text) for b in blocks[1:] if len(b.text.split()) >= STORY_WORDS]
    head = [
        Block("beside_title", line)
        for line in _between(lines, alike(blocks[0].text), told[:STORY_PARAGRAPHS])
        if alike(line) not in known and len(line.split()) <= LINE_WORDS
    ]
    return [blocks[0], *head[:MOST_LINES], *blocks[1:]]


def _between(lines: Sequence[str], title: str, story: Sequence[str]) -> Sequence[str]:
    """The lines from the last headline above the story to the story's last paragraph given."""
    seen = [alike(line) for line in lines]
    ends = [i for i, line in enumerate(seen) if line in story]
    begins = next(iter(ends), 0)
    starts = [i for i, line in enumerate(seen[:begins]) if line == title]
    last = next((i for i in ends if seen[i] == next(reversed(story), "")), begins)
    return next((lines[first + 1 : last] for first in reversed(starts)), ())


def bold_questions(tree: HtmlElement) -> frozenset[str]:
    """The questions that a page prints in bold, each a line of its own, by their letters."""
    parents = {element.getparent() for element in tree.iter(*BOLD)}
    runs = (plain(run) for parent in parents if parent is not None for run in _bold_runs(parent))
    return frozenset(alike(words) for words in runs if words.endswith(QUESTION))


def lone_heading(tree: HtmlElement) -> tuple[str, str]:
    """The only heading of the second rank on a page that has none of the first, "" otherwise.

    And the site's name, where the first rank's only heading leads to the site's own front page.
    """
    first = [h for h in tree.iter("h1") if plain(h.text_content())]
    second = [plain(h.text_content()) for h in tree.iter("h2")]
    site = plain(first[0].text_content()) if len(first) == 1 and _leads_home(first[0]) else ""
    alone = len(second) == 1 and (not first or site)
    return (second[0], site) if alone else ("", "")


def _leads_home(heading: HtmlElement) -> bool:
    targets = [a.get("href") or "" for a in (*heading.iter("a"), *heading.iterancestors("a"))]
    return any(HOME.fullmatch(target) for target in targets)


def _bold_runs(parent: HtmlElement) -> Iterator[str]:
    """What stands in bold parts one behind the other, nothing between them."""
    run = ""
    for child in parent:
        if child.tag in BOLD:
            run += child.text_content()
        if child.tag not in BOLD or (child.tail or "").strip():
            yield run
            run = ""
        else:
            run += child.tail or ""
    yield run


def parse_page(html: str, *, deep: bool = False) -> HtmlElement | None:
    """The tree of a page without what a wiki adds to its text; None where there is no page.

    `deep` is asked for where its parts lie deeper in each other than the parser follows by itself.
    """
    tree = document_fromstring(html.encode(), parser=_deep_parser()) if deep else load_html(html)
    if tree is None:
        return None
    for path in NO_TEXT:
        for element in tree.xpath(path):
            element.drop_tree()
    drop_hidden(tree)
    return tree


def _deep_parser() -> HTMLParser:
    return HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)


def page_lines(tree: HtmlElement) -> list[str]:
    """The lines that a reader of the page sees."""
    lines: list[str] = []
    for _, pieces in groupby(_pieces(tree), key=lambda piece: piece[0]):
        lines.extend(_joined([text for _, text in pieces]))
    return [line for line in lines if line]


def _pieces(tree: HtmlElement) -> Iterator[tuple[int, str]]:
    """Each piece of text with the number of the line that it stands in."""
    number = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        ends = event == "end"
        if element.tag in CONTAINERS or element.tag in BREAKS:
            number += 1
        text = element.tail if ends else element.text
        owner = element.getparent() if ends else element
        if text and owner is not None and _is_seen(owner):
            yield number, text


def _is_seen(element: HtmlElement) -> bool:
    tags = (element.tag, *(one.tag for one in element.iterancestors()))
    return all(isinstance(tag, str) and tag not in UNSEEN and tag != "head" for tag in tags)


def _joined(pieces: Sequence[str]) -> Iterator[str]:
    """Pieces of a line together; a capital that stands at a word without a space begins another.

    *<span>Ada Obi</span><span>Transport correspondent</span>* is shown as two lines.
    """
    line = ""
    for piece in pieces:
        apart = piece[:1].isupper() or (line[-1:].islower() and piece[:1].isdigit())
        if line[-1:].isalpha() and len(line) > 1 and apart:
            yield plain(line)
            line = ""
        line += piece
    yield plain(line)
