"""The house has floors and wings: what may import what, read from the code itself."""

import ast
import itertools
import re
import statistics
from collections import Counter
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from test_architecture_lines import lines_of_code

from generator.model.text import ZoneKind

PACKAGE = Path(__file__).parent.parent / "generator"
FLOORS = (
    {"model", "errors"},
    {"files"},
    {"language", "cache", "i18n", "config", "faults"},
    {"temporal", "provenance"},
    {"read", "extract", "resolve", "pages", "publish", "fetch"},
    {"commands"},
    {"console"},
    {"cli", "plugin"},
    {"__main__"},
)
"""Every room of the root, from the ground up; a room that is not listed here is refused."""
DOORS = {"read": "seeds", "extract": "annotate", "resolve": "assemble"}
GROUND_ROOMS = {
    "read": {"stated_values", "bylines", "transcripts", "data_forms", "stated_speakers"},
    "extract": {"reported_speech"},
    "resolve": {"informativeness"},
}
"""Rooms of a wing that its stages may stand on; they stand on no stage."""
MOST_FILES_AT_THE_ROOT = 6
LONGEST_FUNCTION, USUAL_FUNCTION, LONGEST_FILE = 40, 10, 300
"""Lines of a body at most, of half of the bodies, and lines of code below which a file stays."""


@cache
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
    """The floor that a module lies on; its room must be listed."""
    room = name.split(".", maxsplit=1)[0]
    numbers = [number for number, known in enumerate(FLOORS) if room in known]
    assert len(numbers) == 1, f"{name}: a room that FLOORS does not name"
    return numbers[0]


@cache
def arrows() -> list[tuple[str, str]]:
    """Each module with one that it imports."""
    return [(name, to) for name, tree in modules() if name for to in sorted(imports(tree))]


def rooms(name: str) -> tuple[str, str]:
    """A module's wing and stage, "" for a stage where it is the wing itself."""
    wing, _, rest = name.partition(".")
    return wing, rest.partition(".")[0]


def test_every_room_is_known() -> None:
    """Each module lies in a listed room, each listed room is there, and few files are loose."""
    names = [name for name, _ in modules() if name]
    found = {rooms(name)[0] for name in names}
    assert found == set().union(*FLOORS)
    assert len([p for p in PACKAGE.glob("*.py") if p.stem != "__init__"]) <= MOST_FILES_AT_THE_ROOT


def test_arrows_point_down() -> None:
    """No module imports from its own floor or one above, but inside its own room."""
    up = [(a, b) for a, b in arrows() if rooms(a)[0] != rooms(b)[0] and floor(b) >= floor(a)]
    assert up == []


def test_stages_do_not_know_each_other() -> None:
    """In read, extract and resolve only the door imports the stages; rooms of one stage may."""
    crossed = []
    for name, target in arrows():
        (wing, stage), (other, there) = rooms(name), rooms(target)
        if wing != other or wing not in DOORS or stage == there:
            continue
        from_door = stage == DOORS[wing]
        to_ground = there in GROUND_ROOMS[wing] and stage not in GROUND_ROOMS[wing]
        if not from_door and not to_ground:
            crossed.append((name, target))
    assert crossed == []


OLD_NAMES = {
    *("reporting", "standing", "callings", "above", "beside", "hints", "scene", "inheritance"),
    *("attribution", "sayers", "dates", "references", "memory", "grounds", "uses", "company"),
    *("evidence", "votes", "neighbours", "forms", "things", "states", "namesakes", "voices"),
    *("ground", "alone", "cast", "sayings", "identity", "telling", "desks", "shelf", "lookup"),
    *("maker", "furniture", "calendar", "untelling_verbs", "unsaying_verbs"),
    "telling_adjectives",
    *("told_once", "unasked", "told_clauses", "told_apart", "saying", "voice", "sayer"),
}
"""What rooms, files and lists were called in a private language; the field has other words."""
STILL_RIGHT = {"pages.dates"}
"""A presenter of dates, which is what it says; the old name was that of a stage of extraction."""


OURS = ("generator", "tests", "benchmarks")
"""Folders of the repository with code."""


def test_names_are_the_fields() -> None:
    """No module, function, class or word list has one of the old names."""
    found = {n for n, _ in modules() if n.rpartition(".")[2] in OLD_NAMES} - STILL_RIGHT
    assert found == set()
    lists = {path.stem for path in (PACKAGE / "lexicons").rglob("*.t*")}
    assert not lists & OLD_NAMES
    private = OLD_NAMES | {"desk", "untelling", "standings"}
    named = [
        f"{name}.{node.name}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and node.name.lower().strip("_") in private
    ]
    assert named == []
    assert [n for n, tree in modules() if "furniture" in ast.unparse(tree).lower()] == []


def test_a_class_name_says_one_thing() -> None:
    """No two classes of the package, its tests and its benchmarks have one name."""
    root = PACKAGE.parent
    paths = [path for path in root.glob("*/**/*.py") if path.relative_to(root).parts[0] in OURS]
    named = Counter(
        node.name
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert {name: count for name, count in named.items() if count > 1} == {}
    assert {"Document", "DatePhrase", "GuideReader"} <= set(named)


def test_only_the_pipeline_imports_a_language_library() -> None:
    """SpaCy and YAKE are imported in one room."""
    for name, tree in modules():
        libraries = {
            (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        language = {x for x in libraries if x.split(".")[0] in ("spacy", "yake", "nltk")}
        assert not language or name == "language.pipeline"


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


def test_the_language_is_an_argument() -> None:
    """No stage asks for English by name: it takes its document's lexicon."""
    found = {
        name
        for name, tree in modules()
        if name.partition(".")[0] in {"read", "extract", "resolve", "temporal", "language"}
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value == "en"
    }
    assert found == set()


ASKS_A_TEXT = frozenset(
    {
        *("startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition"),
        *("split", "rsplit", "replace", "find", "rfind", "index", "count"),
        *("compile", "match", "fullmatch", "search", "finditer", "findall", "sub"),
    }
)
"""Methods that are asked whether, or where, a text has their argument."""
AFFIXES = frozenset({"endswith", "removesuffix"})
"""Of these a single letter is a word of English too: the *s* of a plural."""


def small_words() -> set[str]:
    """The personal pronouns, and the words of the groups, of English."""
    lexicon = PACKAGE / "lexicons" / "en"
    rows = [
        line.split("\t")
        for name in ("pronouns.tsv", "word_groups.tsv")
        for line in (lexicon / name).read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    return {row[0] for row in rows if len(row) > 2} | {
        word for row in rows if len(row) == 2 for word in row[1].split()
    }


def strings_in(node: ast.AST) -> list[str]:
    """What a literal, or the parts of a literal tuple or formatted string, say."""
    parts = getattr(node, "elts", None) or getattr(node, "values", None) or [node]
    return [p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)]


def words_in(pattern: str) -> set[str]:
    """The lower-case words of an expression, without classes, names of groups and escapes."""
    bare = re.sub(
        r"\[[^\]]*\]|\(\?P[<=]\w+[>)]|\(\?[a-zA-Z-]+[:)]|\\[a-zA-Z]|\{\w*\}", " ", pattern
    )
    return set(re.findall(r"(?<![\w’'])[a-z]+(?!\w)", bare))


POSSESSIVE = re.compile(r"(?:['’]|\[['’]{2}\])s(?![a-z])")
"""The ending of an owner's name, in an expression or bare."""


def owners_in(words: set[str]) -> set[str]:
    """Of what was found, the endings of owners, however their apostrophe is written."""
    return {word for word in words if POSSESSIVE.fullmatch(word)}


def words_written_in(node: ast.AST, small: set[str]) -> set[str]:
    """Words of English in a set, a tuple, a comparison, or in what a text is asked for.

    Alternatives are looked at wherever they stand: what a constant holds is compiled elsewhere.
    """
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        return set(strings_in(node)) & small
    if isinstance(node, ast.Compare):
        return {s for part in (node.left, *node.comparators) for s in strings_in(part)} & small
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value:
        return words_in(node.value) & small
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return set()
    asked = {s for argument in node.args for s in strings_in(argument)}
    words = {word for s in asked for word in {*words_in(s), *POSSESSIVE.findall(s)}}
    if node.func.attr in AFFIXES:
        return {s for s in asked if s.isalpha() and s.islower()} | (words & small)
    return words & (small | owners_in(words)) if node.func.attr in ASKS_A_TEXT else set()


NAMES_OF_FORMATS = {
    "read.data_forms": {"for", "from", "if", "while", "with"},
    "read.corrections": {"why"},
    "read.formats.blocks": {"quote"},
    "read.formats.elements": {"quote"},
    "read.formats.epub": {"no"},
    "read.formats.feeds": {"updated"},
    "read.formats.html_values": {"a"},
    "read.formats.mail": {"cite", "quote"},
    "read.formats.markdown_blocks": {"a", "cite", "i", "q", "quote"},
    "read.formats.media_types": {"from", "to"},
    "read.formats.page_styles": {"all"},
    "read.formats.word": {"quote"},
    "read.reference_lists.entries": {"may"},
    "read.sidecars": {"by", "modified", "updated"},
    "read.text_forms": {"a", "from", "i", "to"},
}
"""What looks like a small word of English and names something of a format: a tag, a field of a
mail's head, a key, a month of BibTeX, a language's code, a kind of block."""


def test_small_words_lie_in_lists() -> None:
    """No stage compares a text with small words or endings of English: they lie in its lists."""
    small = small_words() - {"name", "time", "place", "point", "season", "one", "turn"}
    found = {
        f"{name}:{getattr(node, 'lineno', 0)}": sorted(words)
        for name, tree in modules()
        if name.partition(".")[0] in {"read", "extract", "resolve", "temporal", "language"}
        for node in ast.walk(tree)
        if (words := words_written_in(node, small) - NAMES_OF_FORMATS.get(name, set()))
    }
    assert found == {}
    needed = {
        name: {word for node in ast.walk(tree) for word in words_written_in(node, small)}
        for name, tree in modules()
        if name in NAMES_OF_FORMATS
    }
    assert needed == NAMES_OF_FORMATS


@pytest.mark.parametrize(
    "code",
    [
        'FULL = r"""(?P<day>\\d+) (?:of|{article})"""',
        'FULL = rf"(?:{NUMBER}|of)"',
        're.compile(r"\\bof\\b")',
        'word in {"of"}',
        'word == "of"',
        'word.startswith("of")',
        'word.endswith("s")',
    ],
)
def test_a_small_word_in_code_is_seen(code: str) -> None:
    """In each shape in which a rule could hold one, an expression that is compiled later too."""
    assert any(words_written_in(node, {"of"}) for node in ast.walk(ast.parse(code)))
    bare = code.replace("of", "{of}").replace('"s"', '"{ending}"')
    assert not any(words_written_in(node, {"of"}) for node in ast.walk(ast.parse(bare)))


@pytest.mark.parametrize(
    "code", ['re.compile(r"[’\']s$")', 're.sub(r"\'s?$", "", text)', 'text.replace("’s", "")']
)
def test_an_ending_of_owners_in_code_is_seen(code: str) -> None:
    """However its apostrophe is written: each language lists its own."""
    assert any(words_written_in(node, set()) for node in ast.walk(ast.parse(code)))


MAY_LOOP = {
    "language.dependencies",
    "language.quotation_marks",
    "language.quotation_marks.regions",
    "language.quotation_marks.single_marks",
}
"""Rooms in which a loop runs until something is so; a law feeds each with any marks or heads."""
STILL_LOOPING = {
    "extract.mentions.name_segmentation": "a country is a word or more, so is a name",
    "extract.mentions.name_spans": "a run ends behind its first word, a link is a word or more",
    "extract.mentions.role_phrases": "each turn begins behind the *and* or preposition of the last",
    "extract.mentions.titles": "each turn is a word further, an office ends behind its *of*",
    "resolve.assemble": "each turn sets a document more aside, of which there are so many",
    "resolve.keyphrases": "each turn takes one off the list",
    "resolve.roles": "each turn ends before the last, at a word or mark that it takes off",
    "resolve.takeaways": "each turn takes one, up to the limit",
    "resolve.topics": "a parent has fewer words",
}
"""Rooms of extraction and resolution with loops until something is so, and why each ends.

How far a stretch reaches is asked of `model.reading_order`, so the list only shrinks.
"""
WINGS_ON_PARSES = ("extract", "resolve", "language")


def test_no_walk_is_written_by_hand() -> None:
    """No `while` outside the rooms that may have one, and none at all that climbs by `.head`."""
    looping, climbing = set(), set()
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.While) and name.partition(".")[0] in WINGS_ON_PARSES:
                looping.add(name)
                attributes = {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
                climbing |= {name} if "head" in attributes else set()
    assert looping <= MAY_LOOP | set(STILL_LOOPING)
    assert set(STILL_LOOPING) <= looping
    assert climbing == set()


def test_what_may_be_missing_has_a_default() -> None:
    """In extraction and resolution no `next` is left without a default."""
    bare = [
        f"{name}:{node.lineno}"
        for name, tree in modules()
        if name.partition(".")[0] in {"extract", "resolve"}
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "next"
        and len(node.args) < 2
    ]
    assert bare == []


def test_every_list_that_is_asked_for_is_there() -> None:
    """A word list that code names is a file, because a missing one is empty and says nothing."""
    lists = {path.stem for path in (PACKAGE / "lexicons").rglob("*.t*")}
    calls = [
        (getattr(node.func, "attr", "") or getattr(node.func, "id", ""), node.args)
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    ]
    asked = {
        argument.value
        for name, arguments in calls
        if name in {"words", "rows", "keys", "load_words", "load_rows"}
        for argument in (arguments if name == "words" else arguments[:1])
        if isinstance(argument, ast.Constant)
    }
    assert asked - lists == set()


def test_every_group_that_is_asked_for_has_words() -> None:
    """A group of small words that code names by a literal stands in a language's list of groups."""
    lists = sorted((PACKAGE / "lexicons").glob("*/word_groups.tsv"))
    rows = [row for path in lists for row in path.read_text("utf-8").splitlines()]
    groups = {row.partition("\t")[0] for row in rows if not row.startswith("#")}
    asked = {
        argument.value
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"group", "is_in"}
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        if "_" in argument.value or argument.value == "complementisers"
    }
    assert asked - groups == set()


WRITTEN_ONLY = {
    *("speaker_rule", "rule_id", "text_differs", "schema_version"),
}
"""Fields of the published data that no code of ours reads."""
CONTRACTS = {"CORPUS_FEATURES", "SCHEMA_STEPS"}
"""Constants that say what must hold, which only a test asks."""
TEMPLATES = PACKAGE.parent / "templates"


def test_nothing_is_there_that_nobody_reads() -> None:
    """Each field of a type is read in code or in a template, each constant is named elsewhere."""
    read, named, fields, constants = set[str](), Counter[str](), set[str](), set[str]()
    for path in [*TEMPLATES.rglob("*.j2"), *TEMPLATES.rglob("*.html")]:
        read |= set(re.findall(r"\.(\w+)", path.read_text("utf-8")))
    for _, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                read.add(node.attr)
                named[node.attr] += 1
            elif isinstance(node, ast.Name | ast.alias):
                named[node.id if isinstance(node, ast.Name) else node.name] += 1
            elif isinstance(node, ast.ClassDef) and "Struct" in map(ast.unparse, node.bases):
                rows = (b.target for b in node.body if isinstance(b, ast.AnnAssign))
                fields |= {row.id for row in rows if isinstance(row, ast.Name)}
        for one in tree.body:
            targets = one.targets if isinstance(one, ast.Assign) else ()
            names = (n for target in targets for n in ast.walk(target))
            constants |= {n.id for n in names if isinstance(n, ast.Name) and n.id.isupper()}
    assert fields - read == WRITTEN_ONLY
    assert {name for name in constants if named[name] < 2} == CONTRACTS


def zone_kinds(node: ast.AST) -> list[str]:
    """The kinds of zones of a set or tuple that holds nothing else, where it holds several."""
    found = strings_in(node) if isinstance(node, ast.Set | ast.Tuple | ast.List) else []
    several = len(set(found)) > 1 and len(found) == len(getattr(node, "elts", ()))
    return found if several and set(found) <= set(get_args(ZoneKind)) else []


def test_what_zones_are_is_said_once() -> None:
    """Which zones are running text, headings or set aside is asked of one room of the model."""
    own = {"model.zones", "model.text"}
    found = {
        f"{name}:{getattr(node, 'lineno', 0)}": kinds
        for name, tree in modules()
        if name not in own
        for node in ast.walk(tree)
        if (kinds := zone_kinds(node))
    }
    assert found == {}
    assert zone_kinds(ast.parse('{"body", "standfirst"}', mode="eval").body)


def test_word_lists_name_their_source_and_licence() -> None:
    """Every word list begins with its source and its licence."""
    for path in sorted((PACKAGE / "lexicons").rglob("*.t*")):
        head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        assert any(line.startswith("# source:") for line in head), path
        assert any(line.startswith("# licence:") for line in head), path


NO_WEIGHTS = {"resolve.comparison.pairs": "more than any likeness can be"}
"""Rooms with a fraction of their own, and what it is."""
HALVES = 2
"""*Twice as many* is *most of them*: a definition."""


def bare_numbers(tree: ast.AST) -> set[float]:
    """Numbers that weigh something where they stand, and not in a table.

    Fractions, wherever they stand; whole numbers that something is multiplied with or divided by,
    and those that a name for a share or a weight holds.
    """
    found: set[float] = set()
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            found |= {node.value} - {0.0, 1.0}
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div | ast.FloorDiv):
            parts = [node.left, node.right]
        elif isinstance(node, ast.Assign) and WEIGHT_NAME.search(ast.unparse(node.targets[0])):
            parts = [node.value, *getattr(node.value, "elts", [])]
        values = [p.value for p in parts if isinstance(p, ast.Constant)]
        found |= {v for v in values if isinstance(v, int) and v > HALVES}
    return found


WEIGHT_NAME = re.compile(r"SHARE\b|WEIGHT|STEADY|MAIN|SURE|DOUBT|LEAST_VOTES")


def test_numbers_that_decide_lie_in_tables() -> None:
    """A number that is weighed in extraction or resolution is a row of a table."""
    found = {
        n for n, tree in modules() if n.startswith(("extract", "resolve")) and bare_numbers(tree)
    }
    assert found == set(NO_WEIGHTS)


@pytest.mark.parametrize(
    "code",
    [
        "LEAST = 0.7",
        "def f(x):\n    return x < 0.5",
        "LEAD, LATE = 2.5, 3",
        "def f(rank):\n    return 1 / (1 + rank / 10)",
        "def f(place):\n    return 1 - 3 * place",
        "PARTY_SHARE = 6",
        "CENTRAL = 1 / 3",
        "STEADY = 5",
    ],
    ids=["threshold", "inside", "pair", "rank", "place", "share", "third", "name"],
)
def test_a_bare_number_in_a_vote_is_seen(code: str) -> None:
    """What the test above looks for is seen in each of its forms."""
    assert bare_numbers(ast.parse(code))


EXEMPT = re.compile(r"# (?:noqa: [A-Z\d, ]*\d|type: ignore\[[\w, -]+\])(.*)")


def bare_exemptions(code: str) -> list[str]:
    """Lines that tell a linter or mypy to pass over them, with no reason beside or above."""
    bare = []
    for above, line in itertools.pairwise(["", *code.splitlines()]):
        told = EXEMPT.search(line)
        if told and not re.search(r"[a-z]", told[1]) and not above.strip().startswith("#"):
            bare.append(line.strip())
    return bare


def test_an_exemption_says_why() -> None:
    """What a linter or mypy is told to pass over in any code has its reason beside or above."""
    assert bare_exemptions("x = 1  # noqa: S101") == ["x = 1  # noqa: S101"]
    assert not bare_exemptions("x = 1  # noqa: S101 a test asserts")
    bare = [
        f"{path.name}: {line}"
        for folder in OURS
        for path in sorted((PACKAGE.parent / folder).rglob("*.py"))
        if "gold" not in path.parts
        for line in bare_exemptions(path.read_text("utf-8"))
    ]
    assert bare == []


def test_no_list_says_a_word_twice() -> None:
    """A line that stands twice in a list of words is a slip: the second decides nothing."""
    for path in sorted((PACKAGE / "lexicons").rglob("*.txt")):
        lines = [line for line in path.read_text("utf-8").splitlines() if line[:1] not in {"", "#"}]
        assert [line for line, count in Counter(lines).items() if count > 1] == [], path


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
        if (lines := lines_of_code(path)) >= LONGEST_FILE:
            long[path.name] = lines
    assert long == {}
