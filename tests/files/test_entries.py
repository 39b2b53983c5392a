"""What lies in a folder: a folder that is closed is never taken for an empty one."""

import ast
import os
from pathlib import Path

import pytest

from generator.files.entries import list_files, walk, walk_files

PACKAGE = Path(__file__).parents[2] / "generator"
PASS_OVER = {"rglob", "glob"}
"""Methods of paths that say nothing of a folder that cannot be looked into."""
LEAVE = {"publish/swap.py"}
"""Files that may leave what cannot be deleted: the next build deletes it first, or stops."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of pages with a hidden one and one that lies deeper."""
    for name in ("b.md", "a/c.md", "a.md", ".git/d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    return tmp_path


def test_the_walk_gives_all_in_order(folder: Path) -> None:
    """The order is that of the paths' parts, as `sorted` has it; what is hidden only if asked."""
    assert list(walk(folder)) == sorted(folder.rglob("*"))
    names = [p.relative_to(folder).as_posix() for p in walk_files(folder, ".md", hidden=False)]
    assert names == ["a/c.md", "a.md", "b.md"]
    assert [p.name for p in list_files(folder, ".md")] == ["a.md", "b.md"]
    assert not list(walk(folder / "none"))
    assert not list_files(folder / "none")


@pytest.mark.parametrize("closed", ["", "a"])
def test_a_closed_folder_ends_the_walk(
    folder: Path, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the folder itself cannot be looked into, or one below it."""
    there = os.scandir

    def look(path: str | Path) -> object:
        if Path(path) == folder / closed:
            raise PermissionError(13, "closed", os.fspath(path))
        return there(path)

    monkeypatch.setattr(os, "scandir", look)
    with pytest.raises(PermissionError):
        list(walk(folder))


def passes_over(node: ast.AST) -> bool:
    """Whether a call walks past what is closed, or deletes only what can be deleted."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    of = node.func.value if isinstance(node.func, ast.Attribute) else None
    walks = name == "walk" and isinstance(of, ast.Name) and of.id == "os"
    return name in PASS_OVER or walks or any(k.arg == "ignore_errors" for k in node.keywords)


def test_nothing_else_walks() -> None:
    """Every other walk would have to say itself what becomes of a folder that is closed."""
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(map(passes_over, ast.walk(ast.parse(path.read_text("utf-8")))))
    }
    assert found == LEAVE
