"""Programs that no braces tell: in columns, with numbered lines, of a processor, rules that build.

Each family is told from the shape of most lines; what tells in sentences has none of these shapes.
"""

import re
from itertools import pairwise

from generator.read.data_forms import FEW_LINES, MOST_OF, SIGNED, Lines, is_told, share

NEARLY_ALL = 0.8
FEW_WORDS = 8
"""A statement has fewer words than a line of prose, also of prose all in capitals."""
QUOTED = re.compile(r"'[^'\n]{0,200}'|\"[^\"\n]{0,200}\"")
SMALL = re.compile(r"[a-z]")
IN_COLUMNS = re.compile(r" {6,80}\S| {0,4}\d{1,5} {1,5}\S|[C*](?: |$)")
"""Statements begin in the seventh column; before it are labels, and the mark of a remark."""
NUMBERED = re.compile(r"(\d{1,6}) [A-Z]{2,12}\b")
CAPITAL_SIGN = re.compile(r"[=(*+]|\w-\w|'[^'\n]{0,200}'|\"[^\"\n]{0,200}\"")
ASSIGNS_OR_CALLS = re.compile(r"=|\w\(")
"""What a poem or a table of results in capitals has none of."""
LEAST_SIGNS = 2
SIGNS = 0.4
OPERANDS = re.compile(
    r"\s*+(?:[.\w$]{1,40}:\s{0,20})?\.?[A-Za-z]{1,8}\s{1,20}[-\w$%#\[\]()*+@.]{1,40}"
    r"(?:,\s{0,8}[-\w$%#=\[\]()*+@.]{1,40}){1,3}\s{0,20}(?:[;#@].{0,400})?$"
)
"""What a processor does, and with what: ``mov rax, 1``."""
OPERAND = re.compile(r"[\s,][%$#=\[]\w|\d|\(")
OPERATION = re.compile(
    r"\s*+(?:[.\w$@]{1,40}:)?\s*+(?:\.?[A-Za-z]{1,10}(?:\s{1,20}\S{1,80}){0,4})?\s{0,20}(?:[;#@].{0,400})?$"
)
TARGET = re.compile(r"[^\s:=#][^:=#\n]{0,200}:(?!=)")
VARIABLE = re.compile(r"\$(?:[@<^*?]|[({]\w)")


def is_capital_program(lines: Lines) -> bool:
    """Short lines all in capitals, in columns or numbered, with the signs of statements."""
    if len(lines) < FEW_LINES or share(lines, _is_short_in_capitals) < NEARLY_ALL:
        return False
    if sum(ASSIGNS_OR_CALLS.search(line) is not None for line in lines) < LEAST_SIGNS:
        return False
    signed = share(lines, CAPITAL_SIGN.search)
    if share(lines, IN_COLUMNS.match) >= NEARLY_ALL and signed >= SIGNS:
        return True
    numbers = [int(found[1]) for line in lines if (found := NUMBERED.match(line))]
    ordered = all(one < other for one, other in pairwise(numbers))
    return ordered and signed >= SIGNED and len(numbers) >= NEARLY_ALL * len(lines)


def _is_short_in_capitals(line: str) -> bool:
    return len(line.split()) <= FEW_WORDS and SMALL.search(QUOTED.sub("", line)) is None


def is_assembly(lines: Lines) -> bool:
    """Operations of a processor, many with several operands, most of them indented."""
    if len(lines) < FEW_LINES or is_told(lines):
        return False
    found = [line for line in lines if OPERANDS.match(line)]
    operands = len(found) >= SIGNED * len(lines) and share(found, OPERAND.search) >= MOST_OF
    indented = share(lines, lambda line: line[:1].isspace()) >= MOST_OF
    return operands and indented and share(lines, OPERATION.match) >= NEARLY_ALL


def is_build_rules(lines: Lines) -> bool:
    """Targets with what is done for them below, behind a tab, and names of variables."""
    rules = sum(
        bool(TARGET.match(above)) and below.startswith("\t") for above, below in pairwise(lines)
    )
    return rules > 1 and share(lines, VARIABLE.search) >= SIGNED and not is_told(lines)
