"""The house has floors and wings: what may import what, read from the code itself."""

import ast
import statistics
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "generator"
WINGS = ("read", "extract", "resolve", "pages")
DOORS = {"read": "seeds", "extract": "annotate", "resolve": "assemble"}
FLOOR_5 = {"cli", "console", "plugin", "__main__"}
FLOOR_4 = {"build", "verify", "explain", "correct"}
FLOOR_3 = {*WINGS, "publish", "workers"}
FLOOR_1 = {"model", "errors"}
LONGEST_FUNCTION, USUAL_FUNCTION, LONGEST_FILE = 40, 10, 300
"""Lines of a body at most, of half of the bodies, and lines of code below which a file stays."""


def modules() -> list[tuple[str, ast.Module]]:
    """Every module of the package with its dotted name below the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(p for p in parts if p != "__init__")
        found.append((name, ast.parse(path.read_text("utf-8"))))
    return found


def imports(tree: ast.Module) -> set[str]:
    """The package's own modules that a module imports, those under TYPE_CHECKING included."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "generator":
                names |= {a.name for a in node.names}
            elif node.module.startswith("generator."):
                names.add(node.module.removeprefix("generator."))
        elif isinstance(node, ast.Import):
            names |= {
                a.name.removeprefix("generator.")
                for a in node.names
                if a.name.startswith("generator.")
            }
    return names - {"__version__"}


def floor(name: str) -> int:
    """The floor that a module lies on."""
    room = name.split(".", maxsplit=1)[0]
    for number, known in ((5, FLOOR_5), (4, FLOOR_4), (3, FLOOR_3), (1, FLOOR_1)):
        if room in known:
            return number
    return 2


ARROWS = [(name, target) for name, tree in modules() if name for target in sorted(imports(tree))]


def rooms(name: str) -> tuple[str, str]:
    """A module's wing and stage, "" for a stage where it is the wing itself."""
    wing, _, rest = name.partition(".")
    return wing, rest.partition(".")[0]


def test_arrows_point_down() -> None:
    """No module imports from a floor above its own, and no journey imports another."""
    up = [(a, b) for a, b in ARROWS if floor(b) > floor(a) or floor(a) == floor(b) == 4]
    assert up == []


def test_wings_do_not_know_each_other() -> None:
    """A wing imports nothing of another wing."""
    pairs = [(a, b, rooms(a)[0], rooms(b)[0]) for a, b in ARROWS]
    assert [(a, b) for a, b, x, y in pairs if x != y and x in WINGS and y in WINGS] == []


def test_stages_do_not_know_each_other() -> None:
    """In read, extract and resolve only the door imports the stages; rooms of one stage may."""
    crossed = []
    for name, target in ARROWS:
        (wing, stage), (other, there) = rooms(name), rooms(target)
        if wing == other and wing in DOORS and stage not in (DOORS[wing], there):
            crossed.append((name, target))
    assert crossed == []


def test_only_engines_imports_a_language_library() -> None:
    """SpaCy and YAKE are imported in one room."""
    for name, tree in modules():
        libraries = {
            (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        language = {x for x in libraries if x.split(".")[0] in ("spacy", "yake", "nltk")}
        assert not language or name == "engines"


def test_no_circles() -> None:
    """No module imports itself by way of others."""
    names = {name for name, _ in modules()}
    graph = {name: {t for t in imports(tree) if t in names} for name, tree in modules() if name}
    done: set[str] = set()

    def walk(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"a circle: {' → '.join((*path, name))}"
        if name in done:
            return
        for target in graph.get(name, ()):
            if not target.startswith(name + ".") and not name.startswith(target + "."):
                walk(target, (*path, name))
        done.add(name)

    for name in graph:
        walk(name, ())


def test_no_drawer_for_everything() -> None:
    """There is no room called utils or helpers."""
    names = {path.stem for path in PACKAGE.rglob("*.py")}
    assert not names & {"utils", "helpers", "common", "misc"}


def test_word_lists_name_their_source_and_licence() -> None:
    """Every word list begins with its source and its licence."""
    for path in sorted((PACKAGE / "lexicons").rglob("*.t*")):
        head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        assert any(line.startswith("# source:") for line in head), path
        assert any(line.startswith("# licence:") for line in head), path


def test_functions_fit_on_a_page() -> None:
    """No function's body has more than 40 lines, and half of them have fewer than 10."""
    lengths = {
        f"{name}.{node.name}:{node.lineno}": (node.end_lineno or 0) - node.body[0].lineno + 1
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}
    assert statistics.median(lengths.values()) < USUAL_FUNCTION


def test_files_can_be_read_at_once() -> None:
    """No file has 300 lines of code or more; docstrings, comments and empty lines do not count."""
    long = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        told = {
            line
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            for line in range(node.lineno, (node.end_lineno or 0) + 1)
        }
        code = [
            line
            for number, line in enumerate(text.splitlines(), start=1)
            if line.strip() and not line.strip().startswith("#") and number not in told
        ]
        if len(code) >= LONGEST_FILE:
            long[path.name] = len(code)
    assert long == {}
