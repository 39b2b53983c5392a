"""What is Markdown's and not the author's: never analysed, never shown, offsets unchanged."""

import pytest

from generator.model.visible_text import same_words, without_inline_markup, without_markup

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
    "It is <b>old</b>.": "It is old .",
    "<script>if (a) { b(); }</script>": "",
    '{{< film id="a" title="b" >}}': "",
    "# Bridge": "Bridge",
    "> **Bridge** and _pier_": "Bridge and pier",
}
KEPT = (
    "[interjection] (he laughs) a < b > c",
    "[sic](he said)",
    "2 * 3 * 4 and snake_case_name",
    "He wrote <mayor@a.example> and <no tag>.",
    "a script <scr",
    "[^1]: A note at the foot",
)


@pytest.mark.parametrize(("text", "seen"), HIDDEN.items())
def test_markup_becomes_spaces(text: str, seen: str) -> None:
    """Targets, titles, tags and marks are blank, and nothing moves."""
    blank = without_markup(text)
    assert len(blank) == len(text)
    assert same_words(blank, seen)


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_markup_stays(text: str) -> None:
    """Brackets, stars and angles that make no markup are the author's."""
    assert without_markup(text) == text


def test_what_a_line_begins_with_stays_for_the_zones() -> None:
    """Headings and quotations are still told by their marks."""
    assert without_inline_markup("## [Plan](/a.md)\n\n> no") == "##  Plan        \n\n> no"
