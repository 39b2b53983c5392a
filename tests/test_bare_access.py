"""What may raise or turn for ever on odd text: each such place is listed with why it cannot."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator

PACKAGE = Path(generator.__path__[0])
WINGS = ("extract", "resolve", "read", "language", "temporal", "pages")
LISTED = Path(__file__).with_name("bare_access.tsv")


def _has_one(node: ast.expr) -> bool:
    """Whether a sequence is written out with one member at least, or made of one that is."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return any(not isinstance(one, ast.Starred) for one in node.elts)
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        return all(_has_one(part.iter) and not part.ifs for part in node.generators)
    return False


def _of_call(node: ast.Call) -> str:
    """``next``, ``min`` or ``max`` that nothing makes safe, or a search that may find nothing."""
    named = {keyword.arg for keyword in node.keywords}
    if isinstance(node.func, ast.Name) and len(node.args) == 1:
        if node.func.id == "next":
            return "next"
        if node.func.id in {"min", "max"} and "default" not in named:
            return "" if _has_one(node.args[0]) else "min"
    if isinstance(node.func, ast.Attribute) and node.func.attr in {"index", "rindex"}:
        return "index"
    return ""


def _of_words(node: ast.Subscript) -> str:
    """``text.split()[0]``: a text of white space has no first word."""
    call = node.value
    if isinstance(node.slice, ast.Slice) or not isinstance(call, ast.Call):
        return ""
    plain = isinstance(call.func, ast.Attribute) and call.func.attr in {"split", "splitlines"}
    return "split" if plain and not call.args else ""


def _kind(node: ast.AST) -> str:
    if isinstance(node, ast.Call):
        return _of_call(node)
    if isinstance(node, ast.Subscript):
        return _of_words(node)
    return "while" if isinstance(node, ast.While) else ""


def bare_accesses(tree: ast.AST, where: str = "") -> Iterator[tuple[str, str]]:
    """The function, with the names around it, and the kind of each bare access."""
    for node in ast.iter_child_nodes(tree):
        inner = where
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            inner = f"{where}.{node.name}".strip(".")
        if kind := _kind(node):
            yield inner, kind
        yield from bare_accesses(node, inner)


def listed() -> dict[tuple[str, str], str]:
    """The reason of each place and kind that is known."""
    rows = [
        line.split("\t")
        for line in LISTED.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return {(place, kind): reason for place, kind, reason in rows}


def test_each_bare_access_is_known_with_why_it_cannot_fail() -> None:
    """A new one needs a default, or a reason in the list; a reason that nothing needs goes."""
    found = {
        (f"{path.relative_to(PACKAGE)}:{function}", kind)
        for wing in WINGS
        for path in sorted((PACKAGE / wing).rglob("*.py"))
        for function, kind in bare_accesses(ast.parse(path.read_text("utf-8")))
    }
    assert found == set(listed())


def test_each_reason_is_told() -> None:
    """A reason is words, and each place is listed once."""
    lines = [line for line in LISTED.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) == len(listed())
    assert all(len(reason.split()) >= 3 for reason in listed().values())


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("next(x)", "next"),
        ("next(x, None)", ""),
        ("min(x)", "min"),
        ("max(x, key=len)", "min"),
        ("max(x, default=0)", ""),
        ("min(x, y)", ""),
        ("min([*x, 1])", ""),
        ("min([*x])", "min"),
        ("min(f(d) for d in (x, y))", ""),
        ("min(d for d in (x, y) if d)", "min"),
        ("x.index(y)", "index"),
        ("x.split()[0]", "split"),
        ("x.split('/')[0]", ""),
        ("x.split()[:1]", ""),
        ("while x:\n  pass", "while"),
    ],
)
def test_a_bare_access_is_seen(code: str, kind: str) -> None:
    """What has a default, or one member at least, is none."""
    assert [k for _, k in bare_accesses(ast.parse(code))] == ([kind] if kind else [])
