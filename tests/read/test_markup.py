"""What is Markdown's and not the author's: never analysed, never shown, offsets unchanged."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.visible_text import same_words, shown_words, without_markup
from generator.read.formats.markdown import read_markdown

STORY = "The mayor said on Monday that the bridge will close until the next spring."
HIDDEN = {
    "[bridge](https://a.example/b)": "bridge",
    '[bridge](https://a.example/b "a title")': "bridge",
    "[bridge](https://a.example/b_(c) 'a title')": "bridge",
    "[the\nbridge](/b.html)": "the bridge",
    "[bridge](<a b.md>)": "bridge",
    "![dusk](/img/dusk.jpg 'a title')": "",
    "> [!quote] Ada Obi": "Ada Obi",
    "Bridge\n======": "Bridge",
    "[bridge][plan]": "bridge",
    '[plan]: https://a.example/b "a title"': "",
    "[[Bridges|bridge]]": "bridge",
    "[[bridge]]": "bridge",
    "![[dusk.png]]": "",
    '<figure class="wide"><img src="/a.jpg" alt="dusk"></figure>': "",
    "It is <b>old</b>.": "It is old.",
    "<script>if (a) { b(); }</script>": "",
    '{{< film id="a" title="b" >}}': "",
    "# Bridge": "Bridge",
    "> **Bridge** and _pier_": "Bridge and pier",
    "*Bridge with **a [pier](/p 'of *stone*')** and `co*de`*": "Bridge with a pier and co*de",
    "[![dusk](/a.jpg)](https://a.example 'a title') bridge": "bridge",
    "a \\*bridge\\* of R&amp;D[^1]\n\n[^1]: See": "a *bridge* of R&D See",
    "[^1]: A note at the foot": "A note at the foot",
    "[bridge](/b.md\n 'a [title] (with) marks')": "bridge",
    "- [x] > **bridge**": "> bridge",
    "# Bridge {#b .wide}": "Bridge",
    "~~old~~ <https://a.example>": "old https://a.example",
}
DEEP = ("[", "![", "*a", "_a", "`a", "> ", "- ", "[a](", "**a _b ", "<a ", "<script>", "![[", "{{<")
KEPT = (
    "[interjection] (he laughs) a < b > c",
    "[sic](he said)",
    "2 * 3 * 4 and snake_case_name",
    "He wrote <mayor> and <no tag>.",
    "a script <scr",
)


def seen_of(text: str) -> str:
    """A Markdown text with spaces in place of its marks."""
    article = read_markdown(text, nesting=len(text))
    return without_markup(article.text, article.markup)


@pytest.mark.parametrize(("text", "seen"), HIDDEN.items())
def test_markup_becomes_spaces(text: str, seen: str) -> None:
    """Targets, titles, tags and marks are blank, and nothing moves."""
    article = read_markdown(text)
    assert len(seen_of(text)) == len(text) == len(article.text)
    assert same_words(shown_words(article.text, article.markup, 0, len(text)), seen)


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_markup_stays(text: str) -> None:
    """Brackets, stars and angles that make no markup are the author's."""
    assert seen_of(text) == text


@pytest.mark.parametrize("mark", DEEP)
def test_marks_in_marks_without_end_cost_time_that_grows_with_the_text(mark: str) -> None:
    """Marks that open and never close, a hundred thousand deep, are read in seconds."""
    began = process_time()
    text = mark * (100_000 // len(mark)) + STORY
    assert len(seen_of(text)) == len(text)
    assert process_time() - began < 20


@given(st.text(alphabet="ab *_`[]()<>!#-|>\n\t\\&;:\"'/é“{}%^~.0", max_size=80))
def test_any_marks_hide_marks_only(text: str) -> None:
    """Paragraphs are in order and inside the text, and every letter shown stands in it."""
    article = read_markdown(text)
    ends = [0, *(b.end for b in article.blocks)]
    assert all(end <= b.start < b.end for end, b in zip(ends, article.blocks, strict=False))
    assert ends[-1] <= len(text)
    for one in article.blocks:
        assert shown_words(article.text, article.markup, one.start, one.end).strip()
