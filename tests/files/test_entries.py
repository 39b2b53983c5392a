"""What lies in a folder: a folder that is closed is never taken for an empty one."""

import ast
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from refusing import refused

from generator.cache.fingerprint import digest_of_files, files_below
from generator.files.entries import (
    is_any_folder,
    is_file,
    lies_there,
    list_files,
    look_at,
    walk,
    walk_files,
)
from generator.files.guarded import digest_of_content

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
@pytest.mark.parametrize("look", [walk, files_below])
def test_a_closed_folder_ends_the_walk(
    folder: Path, closed: str, look: Callable[[Path], Iterable[Path]]
) -> None:
    """Whether the folder itself cannot be looked into, or one below it."""
    with refused(folder / closed), pytest.raises(PermissionError):
        list(look(folder))


@pytest.mark.parametrize("ask", [look_at, is_file, is_any_folder, lies_there])
def test_what_may_not_be_looked_at_is_not_nothing(
    folder: Path, ask: Callable[[Path], object]
) -> None:
    """The system's refusal to say what lies there is an error; what can lie nowhere is nothing."""
    with refused(folder / "a"), pytest.raises(PermissionError):
        ask(folder / "a" / "c.md")
    (folder / "loop").symlink_to("loop")
    nowhere = [
        "none",
        "a.md/below",
        "n" * 300,
        "nu\0l",
        *(["loop"] if ask is not lies_there else []),
    ]
    assert not any(ask(folder / name) for name in nowhere)


def test_a_file_that_may_not_be_opened_has_no_digest(folder: Path) -> None:
    """Pages made from it would have one that says something else; where it is told it counts."""
    files = list_files(folder)
    before = digest_of_files(folder, files), digest_of_content(folder / "a.md")
    with refused(folder / "a.md"):
        with pytest.raises(PermissionError):
            digest_of_files(folder, files)
        assert digest_of_content(folder / "a.md") != before[1]
    assert digest_of_files(folder, files) == before[0]


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
