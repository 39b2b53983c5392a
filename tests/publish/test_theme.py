"""The theme's overrides are plain Jinja, so that engines that are not in Python read them."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

WORD = re.compile(r"""lang\.t\(["'](.+?)["']\)""")
"""A word of the theme's own catalogue that one of our templates asks for."""
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


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_every_word_is_one_that_the_theme_has(path: Path) -> None:
    """For a word that it does not know the theme shows the name that it was asked by."""
    package = find_spec("material")
    assert package
    assert package.origin
    english = Path(package.origin).parent / "templates" / "partials" / "languages" / "en.html"
    known = set(re.findall(r'"([\w.]+)": "', english.read_text("utf-8")))
    assert set(WORD.findall(path.read_text("utf-8"))) <= known
