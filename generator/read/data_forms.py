"""Lines of data and of programs: logs, rows of cells, settings, encoded bytes, columns.

Each is told from what most lines have in common, never from what one of them says.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import yaml

from generator.files.yaml_tree import YamlError, compose_yaml

Lines = Sequence[str]

FEW_LINES = 4
MOST_OF = 0.5
"""At least this share of the lines must look alike."""
SAME_CELLS = 0.7
"""At least this share of the lines has as many cells as each other."""
LEVEL = r"(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL)"
"""How much a line of a log matters, as all programs write it."""
CLOCK = r"\d\d:\d\d:\d\d(?:[.,]\d{1,9})?"
LOG_LINE = re.compile(
    rf"\[?(?:\d{{4}}[-/]\d\d[-/]\d\d[T ]|(?:[A-Z][a-z]{{2}} )?[A-Z][a-z]{{2}} [ \d]\d ){CLOCK}"
    rf"|\S{{1,60}} - - \[\d\d/[A-Z]"
    rf"|\[?{CLOCK}\]?[ \t]+\W{{0,3}}{LEVEL}\b"
    rf"|\[?{LEVEL}\]?(?::(?:[\w.-]{{1,60}}:|[ ]{{4}})|:?[ \t]+\[?(?:\d{{4}}[-/]|{CLOCK}))"
    r"|<\d{1,3}>(?:\d |[A-Z][a-z]{2} [ \d]\d )"
    r"|\[?\d{10}(?:\d{3}|[.]\d{1,9})?\]?[ \t]"
)
"""A moment, or a level with a name or a moment: a time of day alone is what somebody said then."""
ENCODED_LINE = re.compile(r"[A-Za-z0-9+/_-]{40,}+={0,2}")
UU_LINE = re.compile(r"M[ -`]{60}")
HEX_LINE = re.compile(
    r"(?:[0-9A-Fa-f]{6,16}:?[ \t]+)?(?:(?:[0-9A-Fa-f]{2}){1,4}[ :]{1,2}){7,}.{0,40}"
    r"|[0-9A-Fa-f]{40,}+"
)
CHANGE = r"\d{1,9}(?:,\d{1,9})?[acd]\d{1,9}(?:,\d{1,9})?$"
CHANGED_LINE = re.compile(rf"[-+ @\\<>!*]|diff |index [0-9a-f]|{CHANGE}")
HUNK = re.compile(rf"@@ -\d{{1,9}}(?:,\d{{1,9}})? \+\d{{1,9}}|\*{{15}}$|{CHANGE}")
"""Where lines were changed, in the three ways in which that is told."""
SETTING_LINE = re.compile(r"\[[\w.:\" -]{1,60}\]$|[\w.-]{1,60}[ \t]{0,9}=|[;#]")
SETTING = re.compile(r"[\w.-]{1,60}[ \t]{0,9}=")
YAML_LINE = re.compile(r"\s*+(?:- )*+(?:[\w.\"'-]{1,60}:(?:\s|$)|#|-\s)")
MOST_YAML = 100_000
CODE_LINE = re.compile(
    r"(?=.*[=(){}\[\]]).*(?:[;{}]|(?<!:\d\d)\)\s?:|=>|\*/)$|\s*+(?://|/\*|#include|#!|"
    r"import [\w.{}, ]+$|from [\w.]+ import |def \w+\(|class \w+[:({]|function\b.*\{|return\b.*;|"
    r"(?:if|elif|while|for|with|except)\b.*:$|(?:try|else|finally):$|@\w+(?:\(.*\))?$|"
    r"[\w.]{1,60}(?:\[[^\]]{0,60}\])? (?:[-+*/|&]?=|:=) \S|[\w.]{1,60}\([^()]{0,200}\)$|"
    r"return(?: [^ ]+| .*[=()\[\]+*/<>].*)?(?<![.,!?…])$)"
)
CODE_SIGN = re.compile(r"[=(){}\[\]<>_;]|\w[.:]\w")
SIGNED = 0.25
"""At least this share of the lines has a sign that prose seldom has; poems have *if …:* as well."""
LONGEST_CODE = 160
PARAGRAPHS, PARAGRAPH_WORDS, PROSE_SHARE = 3, 12, 0.3
PARAGRAPH_END = re.compile(r"[.!?…][\"'”’»)\]]{0,2}$")
TAGGED = re.compile(r"\s*+<")
TIGHT_MARK = re.compile(r"\t|[,;|](?=[\"“]?[^\s\d\"'”’»)])")
"""A mark with no blank behind it, as between cells; the comma of *“…,” she said* is none."""
QUOTED_CELL = re.compile(r'"[^"]{0,400}"')
MARK_OF_LIST = re.compile(r"\W*\w{1,3}[.)]|\W+|.*[:.]", re.DOTALL)
"""A number with its point, a bullet or a speaker's label before a tab: a list or a talk."""
MOST_CELL_WORDS = 12
GAP = re.compile(r"(?<=\S)(?:(?<![.?!:]) {2,3}| {4,}+)(?=\S)")
"""White space inside a line that is wider than between words, or than between sentences."""
SENTENCE_END = re.compile(r"(?<=[^\W\d_])[.!?…][\"”’»)\]]{0,2}$")
FEW_SENTENCES = 0.3
"""At least this share of the lines ends as sentences do: they tell something."""
WIDE_GAP = 4
"""More than any sentence has: fewer lines tell."""
COLUMN_LINES = 4
COLUMN_SPREAD = 2
"""Characters by which a column's beginning may differ from line to line."""
COLUMN_WORDS = 3
"""Words on both sides of the gap: prose stands there, and no label or number of a table."""
COLUMN_SHARES = ((WIDE_GAP, 0.3), (2, 0.6))
"""So many of all lines have such a gap at one place."""


def share(lines: Lines, test: Callable[[str], object]) -> float:
    """How many of the lines pass a test."""
    return sum(bool(test(line)) for line in lines) / len(lines) if lines else 0.0


def is_told(lines: Lines) -> bool:
    """Many of the lines end as sentences do."""
    return share(lines, SENTENCE_END.search) >= FEW_SENTENCES


def is_article(lines: Lines) -> bool:
    """Paragraphs of prose make up most of the text: what else stands in it is its table or log.

    Lines are taken whole, and weighed by their length: a paragraph is often one line.
    """
    prose = [line for line in lines if is_paragraph(line)]
    return len(prose) >= PARAGRAPHS and sum(map(len, prose)) >= PROSE_SHARE * sum(map(len, lines))


def is_paragraph(line: str) -> bool:
    """A sentence or more, and no row of cells, no line of a log, no setting."""
    if len(line.split()) < PARAGRAPH_WORDS or PARAGRAPH_END.search(line[-4:].rstrip()) is None:
        return False
    data = any(form.match(line[:LONGEST_CODE]) for form in (LOG_LINE, YAML_LINE, SETTING, TAGGED))
    return not data and TIGHT_MARK.search(line) is None


def is_log(lines: Lines) -> bool:
    """A moment or a level at the start of at least half of the lines."""
    return len(lines) >= FEW_LINES and share(lines, LOG_LINE.match) >= MOST_OF


def is_encoded(lines: Lines) -> bool:
    """Letters and numbers without words: base64 in its two alphabets, uuencode, hexadecimal."""
    if len(lines) >= FEW_LINES and any(
        share(lines, form.fullmatch) >= MOST_OF for form in (UU_LINE, HEX_LINE)
    ):
        return True
    long = [line for line in lines if ENCODED_LINE.fullmatch(line)]
    mixed = [line for line in long if re.search("[0-9+/]", line) and re.search("[a-z]", line)]
    mixed = [line for line in mixed if re.search("[A-Z]", line)]
    return bool(mixed) and sum(map(len, mixed)) >= MOST_OF * sum(map(len, lines))


def is_code(lines: Lines) -> bool:
    """Program code, a list of changes to it, or settings."""
    if len(lines) < FEW_LINES:
        return False
    changed = any(map(HUNK.match, lines)) and share(lines, CHANGED_LINE.match) >= SAME_CELLS
    set_up = share(lines, SETTING_LINE.match) >= SAME_CELLS and not is_told(lines)
    set_up = set_up and share(lines, SETTING.match) >= MOST_OF
    program = share(lines, CODE_SIGN.search) >= SIGNED and not is_told(lines)
    program = program and share(lines, _looks_like_code) >= MOST_OF
    return changed or set_up or program or _is_yaml(lines)


def _looks_like_code(line: str) -> bool:
    return len(line) <= LONGEST_CODE and CODE_LINE.match(line) is not None


def _is_yaml(lines: Lines) -> bool:
    """Keys inside keys or lists of keys; turns of talk and lists of words lie in nothing."""
    text = "\n".join(lines)
    if len(text) > MOST_YAML or share(lines, YAML_LINE.match) < SAME_CELLS:
        return False
    try:
        root = compose_yaml(text)
    except YamlError:
        return False
    if isinstance(root, yaml.MappingNode):
        return any(isinstance(value, yaml.CollectionNode) for _, value in root.value)
    return isinstance(root, yaml.SequenceNode) and all(
        isinstance(item, yaml.MappingNode) and len(item.value) > 1 for item in root.value
    )


def is_rows(lines: Lines) -> bool:
    """Most lines have the same number of tabs, or of semicolons or commas without a blank."""
    if len(lines) < FEW_LINES:
        return False
    return _is_tabbed([line.strip("\t") for line in lines]) or any(
        _is_separated(lines, mark) for mark in ";,"
    )


def _is_tabbed(lines: Lines) -> bool:
    rows = [line.split("\t") for line in lines]
    cells, count = most_common(len(row) - 1 for row in rows)
    if not cells or count < SAME_CELLS * len(lines):
        return False
    whole = [row for row in rows if len(row) == cells + 1]
    said = share([row[-1] for row in whole], _has_words) >= MOST_OF
    who = [row[-2].strip() for row in whole]
    if said and len(set(who)) * 2 <= len(who):
        return False  # the same few again are who speaks
    if cells > 1:
        return True
    first = [row[0].strip() for row in whole]
    numbered = all(cell.isdigit() for cell in first[1:])
    listed = any(map(MARK_OF_LIST.fullmatch, first)) or (numbered and first[0].isdigit())
    return not listed


def _has_words(cell: str) -> bool:
    return sum(word[:1].isalpha() for word in cell.split()) >= COLUMN_WORDS


def _is_separated(lines: Lines, mark: str) -> bool:
    """Two marks or more in each line, nothing blank behind them, and short cells."""
    rows = [QUOTED_CELL.sub("x", line).split(mark) for line in lines]
    marks, count = most_common(len(row) - 1 for row in rows)
    if marks < 2 or count < SAME_CELLS * len(lines):
        return False
    cells = [cell for row in rows for cell in row]
    if is_told(lines) and not any(cell.strip().isdigit() for cell in cells):
        return False
    close = sum(not cell[:1].isspace() for cell in cells)
    short = sum(len(cell.split()) <= MOST_CELL_WORDS for cell in cells)
    return min(close, short) >= 0.9 * len(cells)


def most_common(counts: Iterable[int]) -> tuple[int, int]:
    """The commonest of some counts, and how often it is there."""
    found = Counter(counts)
    return max(found.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))


def is_columns(lines: Lines) -> bool:
    """Many lines with prose on both sides of a gap that stands at one place."""
    return any(_has_columns(lines, least, part) for least, part in COLUMN_SHARES)


def _has_columns(lines: Lines, least: int, part: float) -> bool:
    places: list[int] = []
    for line in lines:
        gaps = [g for g in GAP.finditer(line) if g.end() - g.start() >= least]
        if not gaps or line[:1].isspace():
            continue
        edges = [0, *(gap.end() for gap in gaps), len(line)]
        cells = [is_prose(line[a:b]) for a, b in pairwise(edges)]
        places += [gap.end() for gap, a, b in zip(gaps, cells, cells[1:], strict=False) if a and b]
    if not places:
        return False
    near = Counter(p + d for p in places for d in range(-COLUMN_SPREAD, COLUMN_SPREAD + 1))
    together = min(len(lines), near.most_common(1)[0][1])
    return together >= COLUMN_LINES and together >= part * len(lines)


def is_prose(words: str) -> bool:
    """Some words, not all of them with capitals."""
    found = [w for w in words.split() if w[:1].isalpha()]
    return len(found) >= COLUMN_WORDS and sum(w[:1].islower() for w in found) >= len(found) / 3


ROOT = re.compile(r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)?<([A-Za-z_][\w:.-]{0,60})", re.DOTALL)


def is_element(text: str) -> bool:
    """The whole is one element that begins with the text and ends with it."""
    root = ROOT.match(text)
    if root is None or not text.rstrip().endswith(f"</{root[1]}>"):
        return False
    depth = 0
    tags = re.compile(rf"<(/?){re.escape(root[1])}(?=[\s/>])[^<>]{{0,1000}}>")
    last = text.rstrip()
    for tag in tags.finditer(last):
        depth += -1 if tag[1] else 0 if tag.group().endswith("/>") else 1
        if depth == 0:
            return tag.end() == len(last)
    return False
