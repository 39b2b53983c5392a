"""Every reason for which a file is not read has its words in each language."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from generator import read
from generator.i18n.catalogue import load_catalogue

MODULES = sorted(m.name for m in walk_packages(read.__path__, "generator.read."))


def reasons(module: str) -> Iterator[str]:
    """What a module raises as reasons, where its constants alone say it."""
    loaded = import_module(module)
    for node in ast.walk(ast.parse(Path(str(loaded.__file__)).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UnreadableError":
            said = node.args[0]
            for part in (said.body, said.orelse) if isinstance(said, ast.IfExp) else (said,):
                names = {n.id for n in ast.walk(part) if isinstance(n, ast.Name)}
                if not names - vars(loaded).keys() and not any(
                    isinstance(n, ast.Call | ast.Attribute) for n in ast.walk(part)
                ):
                    code = compile(ast.Expression(part), module, "eval")
                    yield str(eval(code, vars(loaded)))  # noqa: S307 - our own constants


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_reason_has_its_words(language: str) -> None:
    """A reason that the catalogue lacks is warned of, which is an error in tests."""
    catalogue = load_catalogue(language)
    told = [reason for module in MODULES for reason in reasons(module)]
    assert len(told) > len(MODULES) // 4
    assert all(catalogue.phrase(reason) for reason in told)
