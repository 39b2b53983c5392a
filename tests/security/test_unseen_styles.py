"""Words that nobody sees are private, and those that are crossed out are said no more."""

import pytest

from generator.read.formats.blocks import Bounds
from generator.read.formats.elements import read_fragment
from generator.read.formats.html import read_page
from generator.read.formats.markdown import read_markdown

STORY = "The bridge will close, Li Wei said, and nobody knows for how long it will stay."
UNSEEN = (
    "opacity:0",
    "Opacity : 0.0 !important; color: red",
    "filter: blur(1px) opacity(0)",
    "font-size:0",
    "font-size: .1px",
    "font-size:1px;color:red",
    "font:0/0 a",
    "color:#fff;background:#ffffff",
    "color: red; background-color: red",
    "color:transparent",
    "color:rgba(0, 0, 0, 0)",
    "color:#00000000",
    "color:white",
    "position:absolute;left:-9999px",
    "position:absolute; top: -1000em",
    "text-indent:-9999px",
    "margin-left:-5000px",
    "position:absolute;clip:rect(0,0,0,0)",
    "clip: rect(1px, 1px, 1px, 1px)",
    "clip-path:inset(50%)",
    "clip-path:circle(0)",
    "height:0;overflow:hidden",
    "width:1px;height:1px;overflow:hidden",
    "max-height:0px; overflow-y:hidden",
    "transform:rotate(4deg) scale(0)",
    "zoom:0",
    "mso-hide:all",
    "text-decoration: line-through",
    "text-decoration-line:underline line-through",
)
SEEN = (
    "opacity:0.5",
    "opacity:0;transform:translateY(20px);transition:all 1s",
    "opacity:00.1",
    "font-size:0.9em",
    "font-size:10px",
    "font:12px/1 a",
    "font-size-adjust:0",
    "color:#fff;background:#000",
    "color:#ffeeee",
    "color:rgba(0,0,0,.7)",
    "left:-10px",
    "right:9999px",
    "text-indent:-2em",
    "height:0",
    "overflow:hidden",
    "height:100px;overflow:hidden",
    "line-height:0;overflow:hidden",
    "clip:rect(0,100px,100px,0)",
    "clip-path:inset(10%)",
    "transform:scale(0.5)",
    "transform:scale(1.0)",
    "text-decoration:underline",
    "border-color:transparent",
    "background-color:white",
)
ELEMENTS = (
    "<del>Zq</del>",
    "<s>Zq</s>",
    "<strike>Zq <b>zq</b></strike>",
    "<div popover>Zq</div>",
    '<font color="white">Zq</font>',
    '<div style="opacity:0"><p style="opacity:1">Zq</p></div>',
)
SHOWN = (
    '<div style="font-size:0px"><p style="font-size:13px">Seen.</p></div>',
    '<div style="color:#fff"><p style="color:#000">Seen.</p></div>',
    '<div style="background:#000"><p style="color:#fff">Seen.</p></div>',
    '<table bgcolor="#000000"><tr><td><font color="#ffffff">Seen.</font></td></tr></table>',
    '<div style="color:#fff"><font color="red">Seen.</font></div>',
    "<style>body { background: black }</style><p style='color:white'>Seen.</p>",
    "<link rel='stylesheet' href='a.css'><p style='color:white'>Seen.</p>",
    "<details><summary>More</summary>Seen.</details>",
    "<ins>Seen.</ins>",
)


def words_of(html: str) -> str:
    """What is read of a fragment of HTML."""
    return " ".join(block.text for block in read_fragment(html))


@pytest.mark.parametrize("style", UNSEEN)
def test_what_a_style_makes_invisible_is_no_text(style: str) -> None:
    """In a page, a feed's or a mail's part, and a Markdown file, with the words around it kept."""
    hidden = f'<p style="{style}">Zq is a source of ours, and this is long enough to be kept.</p>'
    html = f"<p>{STORY}</p>{hidden}<p>{STORY}</p>"
    assert words_of(html).count("Li Wei") == 2
    assert "Zq" not in words_of(html)
    article = f"<html><body><article><h1>The bridge</h1>{html}</article></body></html>"
    assert "Zq" not in read_page(article, Bounds()).text


@pytest.mark.parametrize("style", SEEN)
def test_what_is_seen_stays(style: str) -> None:
    """A declaration that is near to one that hides, or that something takes back, hides nothing."""
    assert "Seen" in words_of(f'<p>{STORY}</p><p style="{style}">Seen.</p>')


@pytest.mark.parametrize("element", ELEMENTS)
def test_elements_that_show_nothing(element: str) -> None:
    """What is crossed out, waits to be opened by a script, or has the ground's colour."""
    assert words_of(f"<p>{STORY} {element} It is late.</p>").count("Zq") == 0


@pytest.mark.parametrize("element", SHOWN)
def test_what_lies_inside_may_be_seen(element: str) -> None:
    """Letters have the size and the colour that the innermost element gives, on its ground."""
    assert "Seen." in words_of(f"<p>{STORY}</p>{element}")


MARKDOWN = {
    "crossed out": "It is ~~Zq and *zq*~~ late.",
    "crossed out over lines": "It is ~~Zq\nand zq~~ late.",
    "crossed out by a tag": "It is <del>Zq</del><s>Zq</s> late.",
    "an unseen part of a line": 'It is <span style="opacity:0">Zq</span>late.',
    "a part far away": '<div style="left:-9999px">\n\nZq\n\n</div>\n\nIt is late.',
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown_has_none_of_it(name: str) -> None:
    """It is blank, and every letter stays in its place."""
    text = f"# The bridge\n\n{STORY}\n\n{MARKDOWN[name]}\n\n{STORY}\n"
    seen = read_markdown(text).text
    assert "zq" not in seen.lower()
    assert (len(seen), seen.count("late"), seen.count("Li Wei")) == (len(text), 1, 2)


@pytest.mark.parametrize("text", ["`~~x~~` in code", "about ~5 and ~~ 6", "a~~b", "H~2~O"])
def test_marks_that_cross_nothing_out(text: str) -> None:
    """Code, signs with a blank behind them, and one sign alone are what they are."""
    seen = read_markdown(f"# The bridge\n\n{STORY} {text}\n").text
    assert all(word in seen for word in text.replace("~", " ").replace("`", " ").split())
