"""The fast way of setting HTML blocks aside gives what Python-Markdown's own way gives."""

import json
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config

from generator.publish.engine import prepare
from generator.publish.raw_html import RawHtmlExtension, find_anchors, find_blocks

EXTENSIONS = ["tables", "fenced_code", "def_list", "attr_list", "toc"]
TESTS = Path(__file__).parents[1]
GOLDEN = TESTS / "pages" / "golden"
PAGES = sorted(p for p in GOLDEN.rglob("*.md") if "seeds" not in p.parts)
TEXTS = json.loads((TESTS / "security" / "payloads.json").read_text("utf-8"))["payloads"]
PIECES = (
    *("<div>", "</div>", "<p class='x'>", '<p id="a">', "</p>", "<span>", "</span>", "<br>"),
    *("<hr>", "<svg>", "</svg>", '<path d="m0"/>', "<script>", "</script>", "<!-- x -->", "<"),
    *("&", "&#45;", "\n", "\n\n", "   ", "word ", "*x*", "# ", "- ", "`", "```\n", "&amp;"),
    *("<?x?>", '"', ">"),
)


def both_ways(text: str) -> tuple[str, str]:
    """A text as Python-Markdown alone makes it, and as it is made here."""
    slow = markdown.markdown(text, extensions=EXTENSIONS)
    return slow, markdown.markdown(text, extensions=[*EXTENSIONS, RawHtmlExtension()])


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_any_mixture_of_tags_and_text_is_the_same_page(text: str) -> None:
    """Open, closed, void and broken tags, comments, code and Markdown in any order."""
    slow, fast = both_ways(text)
    assert fast == slow


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_is_the_same_page(text: str) -> None:
    """What must not run takes no other way than before."""
    for source in (text, f"<div>{text}</div>", f"\n<p>\n{text}\n</p>\n\n{text}"):
        slow, fast = both_ways(source)
        assert fast == slow


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_the_pages_are_read_the_fast_way(page: Path) -> None:
    """Every page of our templates is the same both ways, and none of them needs the slow one."""
    body = page.read_text("utf-8").split("\n---\n", 1)[1]
    slow, fast = both_ways(body)
    assert fast == slow
    assert find_blocks(body, markdown.Markdown(extensions=EXTENSIONS))


def test_anchors_inside_the_blocks_are_found() -> None:
    """Ids of elements, and nothing that only looks like one."""
    html = '<h2 id="said">x</h2><p title="id">id="no"</p><a class="b" id="s-1">y</a>'
    assert find_anchors(html) == {"said", "s-1"}


def test_every_site_reads_its_pages_so(tmp_path: Path) -> None:
    """The plugin puts the extension into whatever settings the owner has."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (tmp_path / "docs").mkdir()
    config = load_config(str(tmp_path / "mkdocs.yml"))
    prepare(config, serving=False)
    assert "generator.publish.raw_html" in config.markdown_extensions
