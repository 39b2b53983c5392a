"""Programs in any language, histories of versions, dumps of databases, typesetting code.

A program is told from its lines: they begin with no capital, end as no sentence does, and have
signs between or inside their words as no prose has, or are one small word.
"""

import re

from generator.read.data_forms import (
    FEW_LINES,
    LONGEST_CODE,
    MOST_OF,
    SENTENCE_END,
    SIGNED,
    Lines,
    is_told,
    share,
)

NEARLY_ALL = 0.8
SIGN = re.compile(
    r"\w[?!]?\(|\w_\w|\w::|[-=]>|\S <- \S|:=|[=!<>]=|&&|\|\||(?<!\S)[@$&]\w|\w\[|[{}]"
    r"|[\w)]\s?;$|\S (?:[=<>|+*]|::) \S|\s{0,200}(?:\|\s|# |//|\(\*)|\|\w{1,60}\|"
    r"|\b[a-z]{1,60}[A-Z]|,\s?:\w|(?<!\S):\w|^\s{0,200}[a-z]\w{0,60}:$|\w\.[a-z]\w{0,60}[?!]?(?:$|\s[a-z:'\"])"
)
"""A call, an operator, a name of several parts, a symbol, a label, or the end of a statement."""
KEYWORD = re.compile(r"\s*+[a-z]{2,12}[?!]?$")
"""A line of one small word, which opens or ends a block."""
LINK = re.compile(r"\[[^\[\]\n]{1,300}\]\([^()\s]{1,2000}(?: \"[^\"\n]{0,300}\")?\)")
"""A link as Markdown and converted pages write it; what is a sign in it is none of a program."""
REVISION_LINE = re.compile(r"[a-z]{2,20} (?:[0-9a-f]{40}|[0-9a-f]{64})(?: \([^()]{1,200}\))?$")
"""A history's first line: what stands below is that version's."""
STATEMENT_END = re.compile(r";[ \t]*+(?:\n|$)")
REMARK = re.compile(r"(?m)^(?:--|/\*|#)[^\n]*+\n?")
STATEMENT = re.compile(
    r"\s*+[A-Z]{3,12}\s+(?:[A-Z]{2,20}\b|[\w.*]{1,60}(?:\s?[=(,]|\s{1,20}[A-Z]{2,12}\b))"
)
IN_STATEMENT = re.compile(r"[`(=*]|'[^']{0,400}'|\s[a-z]{1,60}(?:\.[a-z]|_[a-z])")
LEAST_STATEMENTS = 3
CONTROL = re.compile(r"\\[A-Za-z]{2,40}\*?(?:\[[^\]\n]{0,200}\])?\{")
ENVIRONMENT = re.compile(r"\\begin\{([A-Za-z]{1,30}\*?)\}")
TYPESET_START = re.compile(r"(?:%[^\n]{0,400}\n|\s)*+\\document(?:class|style)\b")
"""What a document that is typeset begins with, behind its remarks."""
REQUEST = re.compile(r"\.[A-Z]{2}\b|\.[A-Z]$|\.[A-Z] \S")
"""What a manual's source says to its formatter, at the start of a line."""
REQUESTS = 0.3


def is_program(lines: Lines) -> bool:
    """More than half of the lines are a program's, some for their signs, and few are told."""
    if len(lines) < FEW_LINES or is_told(lines):
        return False
    lines = [LINK.sub("Link", line) for line in lines]
    signed = sum(bool(SIGN.search(line)) for line in lines)
    return signed >= max(FEW_LINES, SIGNED * len(lines)) and share(lines, _is_of_program) > MOST_OF


def _is_of_program(line: str) -> bool:
    first = line.lstrip()[:1]
    if len(line) > LONGEST_CODE or first.isupper() or SENTENCE_END.search(line):
        return False
    return SIGN.search(line) is not None or KEYWORD.match(line) is not None


def is_history(lines: Lines) -> bool:
    """The text begins with the line that names a version by its digest."""
    return bool(lines) and REVISION_LINE.match(lines[0]) is not None


def is_dump(lines: Lines) -> bool:
    """Statements to a database, each ended by a semicolon, whatever stands in their values."""
    text = REMARK.sub("", "\n".join(lines))
    found = [part for part in STATEMENT_END.split(text) if part.strip()]
    if len(found) <= LEAST_STATEMENTS:
        return False
    return share(found, _is_statement) >= NEARLY_ALL


def _is_statement(part: str) -> bool:
    starts = STATEMENT.match(part)
    return starts is not None and IN_STATEMENT.search(part) is not None


def is_typeset(lines: Lines) -> bool:
    """Most of it stands in one environment, or most lines begin with what a formatter is told."""
    text = "\n".join(lines)
    if share(lines, REQUEST.match) >= REQUESTS and len(lines) >= FEW_LINES:
        return True
    if TYPESET_START.match(text):
        return True
    if len(CONTROL.findall(text)) < FEW_LINES:
        return False
    if share(lines, CONTROL.match) >= MOST_OF:
        return True
    first = ENVIRONMENT.search(text)
    end = text.rfind(f"\\end{{{first[1]}}}") if first else -1
    return first is not None and end - first.end() >= MOST_OF * len(text)
