"""What the templates mark for the scripts survives the sanitizer, which knows a closed list."""

import re
from pathlib import Path

from generator.pages.labels import FILTERS
from generator.publish.sanitize import GLOBAL

TEMPLATES = Path(__file__).parents[2] / "templates"
MARK = re.compile(r"[\s\"](data-[a-z-]+)(?==|[\s>{])")


def test_every_mark_of_a_template_is_on_the_list() -> None:
    """An attribute that is not on it is gone from the page, and its script finds nothing."""
    texts = [p.read_text("utf-8") for p in sorted(TEMPLATES.rglob("*.md.j2"))]
    marks = {mark for text in texts for mark in MARK.findall(text)}
    assert "data-src" in marks
    assert marks - set(GLOBAL.split()) == set()


def test_every_filter_is_on_the_list() -> None:
    """What an entry can be chosen by stands on it as an attribute."""
    assert {f"data-{name}" for name in FILTERS} - set(GLOBAL.split()) == set()
