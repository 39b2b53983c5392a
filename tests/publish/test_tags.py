"""Start tags are found where browsers find them, and text is never touched."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.sanitize import sanitize
from generator.publish.tags import rewrite_tags, start_tags

PIECES = (
    *("<div>", "</div>", '<a href="x">', "</a>", '<p title="a > b">', "<p title='\"'>", "</p>"),
    *("&lt;b&gt;", "text", "\n", "<img alt='<a href=\"y\">'>", "<br/>", "“", " "),
)


class _Reader(HTMLParser):
    """The standard library's parser as a second opinion."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 the parser's own signature
        """Note a start tag as it is written."""
        self.tags.append(self.get_starttag_text() or "")


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join).map(sanitize))
def test_the_tags_of_a_clean_page_are_all_found(html: str) -> None:
    """Of what the sanitizer gives, a parser and the expression find the same tags."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert [tag for _, tag in start_tags(html)] == reader.tags


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <a href="x"> -->',
        '<!-- <a href="x">',
        "<script>var a = '<a href=\"x\">';</script>",
        '<textarea><a href="x"></TextArea >',
        "<p title='<a href=\"x\">'>",
        '&lt;a href="x"&gt;',
    ],
)
def test_what_only_looks_like_a_tag_is_none(html: str) -> None:
    """In a comment, a script, an attribute or as a text nothing is rewritten."""
    changed = rewrite_tags(html, lambda tag: tag.replace("x", "y") if tag[1] == "a" else tag)
    assert changed == html


def test_tags_behind_a_script_are_found() -> None:
    """A script ends where it ends."""
    html = '<script>if (a < b) { "<p>" }</script><p class="z">'
    assert [tag for _, tag in start_tags(html)] == ["<script>", '<p class="z">']
