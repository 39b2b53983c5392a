"""Expressions that are made or written inside functions are linear too, to 100 KB of any text.

`test_patterns` has those that a module holds. Here are those that are written where they are used,
and those that are made of word lists and rules, as a build of texts of many kinds makes them.
"""

import ast
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from recorded_patterns import PACKAGE
from test_patterns import ANCHORED, NOISE, UNITS, patterns

SIZES = (400, 2_000, 100_000)
METHODS = ("compile", "match", "search", "sub", "split", "findall", "finditer", "fullmatch")
TIMES = 2.5
"""How much more than in proportion a longer text may take: machines are noisy."""
OWN_WORDS = "i18n/"
"""Expressions of the catalogue are tried on the tool's own messages alone."""
NOT_MADE_OF_TEXTS = {
    ("pages/corpus_index.py", "_find_text"): "a stretch of a text, letter by letter",
    ("read/data_forms.py", "is_element"): "the name of a text's first element, letter by letter",
    ("read/formats/markdown_hidden.py", "_tags_named"): "an element's name, letter by letter",
    ("read/zones/splits.py", "find_site_name"): "a title, word by word, as a line of its own",
    ("resolve/coreference/documents.py", "_author"): "a noun, letter by letter",
}
"""Expressions that no build of texts makes, and of what they are made."""
TRIED_AT_ONE_PLACE = {"extract/quotations/transcript_labels.py": "_signed"}
"""Functions that make an expression which is only ever matched where a paragraph is at."""
Found = dict[tuple[str, int], set[str]]
"""The methods that an expression with these flags is used by."""


def written() -> Iterator[tuple[str, str, str, str | None]]:
    """File, function, method and expression, if it is written out, of each call of `re`."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from _written(ast.parse(path.read_text("utf-8")), str(path.relative_to(PACKAGE)), "")


def _written(tree: ast.AST, file: str, within: str) -> Iterator[tuple[str, str, str, str | None]]:
    for node in ast.iter_child_nodes(tree):
        inner = node.name if isinstance(node, ast.FunctionDef) else within
        yield from _written(node, file, inner)
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        asked, method = node.func.value, node.func.attr
        if isinstance(asked, ast.Name) and asked.id == "re" and method in METHODS and within:
            first = node.args[0]
            if not isinstance(first, ast.Constant):
                yield file, within, method, None
            elif isinstance(first.value, str):
                yield file, within, method, first.value


@pytest.fixture(scope="module")
def recorded() -> list[tuple[str, int, str, str, str]]:
    """What a build in a process of its own has made."""
    script = Path(__file__).with_name("recorded_patterns.py")
    done = subprocess.run([sys.executable, script], capture_output=True, check=True)
    return [tuple(row) for row in json.loads(done.stdout)]


def seconds(pattern: re.Pattern[str], methods: set[str], text: str) -> float:
    """How long it takes, at the start alone where it is only ever tried there."""
    began = time.process_time()
    if methods <= ANCHORED:
        pattern.match(text)
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - began


def slow_on(pattern: re.Pattern[str], methods: set[str]) -> str:
    """The text for which a longer one takes more than in proportion, "" for none.

    Each text is tried at two lengths, and the one that takes longest at 100 KB.
    """
    worst, most = "", 0.0
    for unit in UNITS:
        small, middle = (seconds(pattern, methods, repeated(unit, size)) for size in SIZES[:2])
        if middle > SIZES[1] / SIZES[0] * TIMES * max(small, NOISE):
            return f"{unit!r}: {small:.3f} s, then {middle:.3f} s"
        if middle >= most:
            worst, most = unit, middle
    large = seconds(pattern, methods, repeated(worst, SIZES[2]))
    limit = SIZES[2] / SIZES[1] * TIMES * max(most, NOISE)
    return f"{worst!r}: {most:.3f} s, then {large:.3f} s" if large > limit else ""


def repeated(unit: str, size: int) -> str:
    """About so many characters of it, and one at the end that fits nothing."""
    return unit * (size // len(unit)) + "\0"


@pytest.mark.slow
def test_what_is_made_on_the_way_is_linear(
    recorded: list[tuple[str, int, str, str, str]],
) -> None:
    """Each expression, once, by the methods that it is used with."""
    found: Found = {}
    for pattern, flags, file, function, method in recorded:
        if not file.startswith(OWN_WORDS):
            how = "match" if TRIED_AT_ONE_PLACE.get(file) == function else method
            found.setdefault((pattern, flags), set()).add(how)
    for file, _, method, literal in written():
        if literal is not None and not file.startswith(OWN_WORDS):
            found.setdefault((literal, 0), set()).add(method)
    held = {p.pattern for p in patterns().values()}
    slow = {
        pattern: why
        for (pattern, flags), methods in found.items()
        if pattern not in held and (why := slow_on(re.compile(pattern, flags), methods))
    }
    assert slow == {}


@pytest.mark.slow
def test_every_expression_that_is_made_is_tried(
    recorded: list[tuple[str, int, str, str, str]],
) -> None:
    """A place that makes one, and that the build does not come to, is told by name."""
    seen = {(file, function) for _, _, file, function, _ in recorded}
    made = {(f, function) for f, function, _, literal in written() if literal is None}
    missed = {
        (f, function)
        for f, function in made - seen
        if not {(f, "<genexpr>"), (f, "<dictcomp>")} & seen
    }
    assert missed == set(NOT_MADE_OF_TEXTS)
