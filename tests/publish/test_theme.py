"""The theme's overrides are plain Jinja, so that engines that are not in Python read them."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "templates" / "theme"
TEMPLATES = sorted(p for p in THEME.rglob("*") if p.suffix in {".html", ".xml"})
METHOD = re.compile(r"(?<![\w\"'])([\w.\]]+\.\w+)\(")
"""A method that is called, as in ``page.url.split("/")``: other engines have filters only."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_no_template_calls_a_method_of_python(path: Path) -> None:
    """What a template asks of a value is a filter or a slice; ``lang.t`` is the theme's own."""
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    tags = re.findall(r"\{[{%].*?[%}]\}", text, re.DOTALL)
    called = {m for tag in tags for m in METHOD.findall(tag)}
    assert called - {"lang.t"} == set()
