"""Layer 3: nh3 over the final HTML, alone, with nothing escaped before it."""

import json
import re
from pathlib import Path

import markdown
import pytest

from generator.publish.sanitize import TAGS, SanitizeExtension, sanitize

PAYLOADS = json.loads((Path(__file__).parents[1] / "security" / "payloads.json").read_text("utf-8"))
TEXTS = [p.replace("J", "window.hit=1") for p in PAYLOADS["payloads"]]
EXTENSIONS = ["tables", "fenced_code", "def_list", "attr_list", "toc"]
SOURCES = ("{}", "# {}\n\n{}", "- {}", "> {}", "<div>{}</div>", '<p title="{}">x</p>', "x {: {} }")


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("text", TEXTS)
def test_raw_hostile_markdown_runs_nothing(text: str, source: str) -> None:
    """Hostile text that reached a page unescaped leaves no element, attribute or link that acts."""
    page = markdown.markdown(
        source.replace("{}", text), extensions=[*EXTENSIONS, SanitizeExtension()]
    )
    for tag, attributes in re.findall(
        r"<([a-zA-Z][\w-]*)((?:\s+[^\s=>]+(?:=\"[^\"]*\")?)*)\s*/?>", page
    ):
        assert tag in TAGS
        for name, value in re.findall(r"([^\s=]+)=\"([^\"]*)\"", attributes):
            assert not name.startswith("on")
            assert name not in {"style", "srcdoc", "formaction"}
            if name in {"href", "src"}:
                assert re.match(r"(?:https?:|[^:]*$)", value)


def test_the_pages_own_markup_stays() -> None:
    """What the templates need passes unchanged."""
    own = (
        '<figure><svg viewBox="0 0 9 9" width="9" height="9" role="group" aria-label="Events">'
        '<a href="x/"><circle class="bf-dot" cx="1" cy="2" r="3"></circle></a></svg></figure>'
        '<p><span data-src="a:1-2" lang="en">x</span> <time data-value="date">2025</time>'
        '<a class="bf-cite" href="../b/#s-1">A ¶2</a></p><details><summary>x</summary></details>'
    )
    assert sanitize(own) == own


@pytest.mark.parametrize(
    "address",
    ["javascript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "JaVaScRiPt:x"],
)
def test_only_http_links_stay(address: str) -> None:
    """A link to anything but http, https or this site loses its address."""
    assert sanitize(f'<a href="{address}">x</a>') == "<a>x</a>"
