"""Every regular expression of the package takes time in proportion to what it is given."""

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec
import pytest

import generator

UNITS = (
    *("a", "A", "A-", "Aa ", "A.", "1", "1,", "1 ", " ", "\n", "\n ", "\t", '" ', "’", "“", "("),
    *("[", "<", "<a ", "<!--", "*", "_", "-", ". ", ".", "http://", "&a", "|", "a@", "A, ", "="),
    *("12 May ", "of ", "Mr ", "By ", "/", "$1", ":", "a: ", "**a ", "[a](", "%%"),
)
"""Repeated, they are the texts that make an expression try again and again."""
SMALL, LARGE = 3_000, 30_000
LINEAR = (LARGE / SMALL) * 2.5
NOISE = 0.002
"""Seconds below which nothing is measured."""
SEARCHING = frozenset({"search", "finditer", "findall", "sub", "split"})
ANCHORED = frozenset({"match", "fullmatch"})


def patterns_in(value: object, name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The expressions that a value is or holds."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield name, value
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from patterns_in(one, name)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from patterns_in(one, f"{name}[{key}]")
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from patterns_in(getattr(value, field), f"{name}.{field}")


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Every expression that a module of the package holds, by one of its names."""
    found: dict[re.Pattern[str], str] = {}
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for where, pattern in patterns_in(value, f"{module.name}.{name}"):
                found.setdefault(pattern, where)
    return {f"{where} {n}": pattern for n, (pattern, where) in enumerate(found.items())}


@cache
def names_called() -> dict[str, set[str]]:
    """The methods that the package's code calls, by the last name of what they are called on."""
    called: dict[str, set[str]] = {}
    for path in sorted(Path(generator.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                called.setdefault(node.value.id, set()).add(node.attr)
    return called


def seconds(name: str, text: str) -> float:
    """How long an expression takes, tried as the code tries it: at the start, or at every place."""
    pattern = patterns()[name]
    methods = names_called().get(name.split(maxsplit=1)[0].rpartition(".")[2], SEARCHING)
    began = time.process_time()
    if methods & SEARCHING or not methods & ANCHORED:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.match(text)
        pattern.fullmatch(text)
    return time.process_time() - began


@pytest.mark.parametrize("name", patterns())
def test_an_expression_is_linear(name: str) -> None:
    """Ten times the text takes about ten times as long, whatever the text repeats."""
    for unit in UNITS:
        small, large = (unit * (size // len(unit)) + "\0" for size in (SMALL, LARGE))
        before = seconds(name, small)
        assert before < 1, f"{unit!r}: {SMALL} characters take {before:.1f} s"
        after = seconds(name, large)
        assert after < LINEAR * max(before, NOISE), f"{unit!r}: {before:.3f} s, then {after:.3f} s"
