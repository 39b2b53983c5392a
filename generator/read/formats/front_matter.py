"""Front matter: what a text's head says of it, as YAML, TOML, JSON or a field a line.

What opens with a fence and has keys behind it is hidden even where it cannot be read or is never
closed: what a source notes is not to be published for a slip. Prose between two rules is text.
"""

import json
import re
import tomllib
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.read.formats.head_lines import USUAL_FIELDS, find_fields, find_percent_lines
from generator.read.formats.key_lines import (
    MOST_READ,
    are_keys,
    are_remarks,
    end_of_keys,
    holds_keys,
    holds_prose,
    is_whole_value,
    look_like_keys,
    names_usual,
    starts_with_key,
)

LINE = "\n"
UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Characters that no editor shows, as in a class of an expression."""
LEAD = re.compile(
    rf"(?:[\s{UNSEEN}]++|<!--(?:(?!-->).)*+-->|%%(?:(?!%%).)*+%%"
    r"|%(?:YAML|TAG) [^\n]*+\n){0,50}+",
    re.DOTALL,
)
"""Blank lines, comments and what YAML says of itself, which may stand before it."""
LINE_ENDS = {0x85: LINE, 0x2028: LINE, 0x2029: LINE}
"""Unicode's other ends of a line: as many characters, so that places stay."""
BLANKS = rf"(?:[^\S\n]|[{UNSEEN}])*+"
"""White space of every width, without the end of the line."""
DASHES = r"(?:-{3}|(?=-?[–—])[-–—])[-–—]{0,80}+"
"""A rule as typed, or as an editor made dashes of it."""
FENCE = re.compile(
    rf"(?P<mark>{DASHES}|\+{{3,80}}+|;{{3,80}}+){BLANKS}(?P<form>[A-Za-z][A-Za-z0-9]{{0,11}}+)?"
    rf"{BLANKS}(?:#[^\n]*+)?\n"
)
LEAST_MARKS = 3
RULE = re.compile(
    rf"(?P<mark>(?P<sign>[-*=_~#`+;])(?:[ \t]?(?P=sign)){{2,79}}){BLANKS}"
    rf"(?P<form>[A-Za-z]{{1,12}}+|\{{[a-z]{{1,12}}\}})?{BLANKS}\n"
)
END_OF_RULED = re.compile(
    rf"\n[ \t]*+(?P<sign>[-*=_~#`+;–—])(?:[ \t]?(?P=sign)){{2,79}}{BLANKS}(?=\n|$)"
)
"""Rules of any sign, also with blanks between."""
FIRST_LINE = re.compile(
    rf"[^\s][^\n]{{0,300}}+\n(?:(?:={{3,}}|-{{3,}}){BLANKS}\n(?=\s))?(?:{BLANKS}\n)*+{BLANKS}(?=[-*=_~+;{{\[])"
)
"""A title or a picture that front matter stands below."""
CLOSING = {
    mark: re.compile(
        rf"\n[{UNSEEN}]*+(?P<indent>[ \t]*+)(?P<mark>{of}){BLANKS}(?:#[^\n]*+)?(?=\n|$)"
    )
    for mark, of in (
        *((dash, rf"{DASHES}|\.\.\.") for dash in "-–—"),
        ("+", r"\+{3,80}"),
        (";", ";{3,80}"),
    )
}
LINES_OF_TOML = re.compile(r"\"{3}|'{3}")
"""What a value of several lines stands between."""
BLANKS_AT = re.compile(BLANKS)
SPACES = re.compile(r"\s*+")
BLANK_LINES = re.compile(rf"(?:{BLANKS}\n)++")
GAP_INSIDE = re.compile(r"\n[ \t]*\n")
BRACE = re.compile(
    r"(?:\[\s*+)?\{(?:\s*+[\"']|\s*+/[/*]|[ \t]*+\n\s*+\w+\s*+:"
    r"|[ \t]*+\w{1,30}[ \t]*+:[^\n}]{0,400}+\})|\[[\s\[]{0,40}+[\"']"
)
"""An object, also as programs write it with bare keys and remarks, or a list of words."""
REST_OF_BRACE = re.compile(r"[ \t]*+[,;]?[ \t]*+(?=\n|$)|(?=[ \t])")
AT = re.compile(r"line \d{1,9},? column \d{1,9}")
"""Where a parser says that it stopped; what else it says may hold private keys."""
OBJECT = re.compile(r"\[\s*+\{")
CLOSING_BRACE = re.compile(r"\n[}\]][ \t]*+[,;]?[ \t]*+(?=\n|$)")
MEMBER = re.compile(r"\s*+(?:[\"'{}\[\]]|\w+\s*+:|//|/?\*)")


class FrontMatter(Struct, frozen=True):
    """Where it ends, 0 where there is none, its keys as YAML, and what is wrong with it.

    It begins with the text, or at `start` below a first line that stays.
    """

    end: int = 0
    keys: str = ""
    warnings: tuple[str, ...] = ()
    start: int = 0


NONE = FrontMatter()


def find_front_matter(text: str) -> FrontMatter:
    """What stands before a text's first words; of what is too long the keys are not read."""
    text = text.translate(LINE_ENDS)
    start = _start(text)
    fence = FENCE.match(text, start)
    if fence:
        found = _fenced(text, fence)
    elif BRACE.match(text, start):
        found = _braces(text, start)
    else:
        lines = find_percent_lines(text) if text.startswith("% ") else find_fields(text)
        found = FrontMatter(lines[0], _as_yaml(lines[1])) if lines else _odd(text, start)
    if len(found.keys) <= MOST_READ:
        return found
    warning = f"the front matter has more than {MOST_READ} characters; not used"
    return FrontMatter(found.end, "", (*found.warnings, warning))


def set_lower_aside(text: str, found: FrontMatter) -> tuple[str, FrontMatter]:
    """The text with front matter that stands below its first line blank, so that none is left."""
    if not found.start:
        return text, found
    hidden = blank(text[found.start : found.end])
    return text[: found.start] + hidden + text[found.end :], replace(found, start=0, end=0)


def _odd(text: str, start: int) -> FrontMatter:
    """Keys between two rules of another sign, or below the first line of the text.

    Such rules also stand in articles: every line between them must be one of keys.
    """
    found = _ruled(text, start)
    first = None if found.end else FIRST_LINE.match(text, start)
    if first is None:
        return found
    is_object = BRACE.match(text, first.end())
    below = (_braces if is_object else _ruled)(text, first.end())
    return replace(below, start=first.end()) if below.end else NONE


def _ruled(text: str, start: int) -> FrontMatter:
    rule = RULE.match(text, start)
    end = rule and END_OF_RULED.search(text, rule.end() - 1)
    if not rule or not end:
        return NONE
    inside = text[rule.end() : end.start() + 1]
    object_ = BRACE.match(inside.lstrip()) is not None
    named = rule["sign"] == "`" and not object_
    told = starts_with_key(inside, USUAL_FIELDS) and are_keys(inside) and not holds_prose(inside)
    if not (told and (not named or names_usual(inside, USUAL_FIELDS))) and not object_:
        return NONE
    form = (rule["form"] or "").lower() or {"+": "toml"}.get(rule["sign"], "")
    form = "json" if object_ else form if form == "toml" else "yaml"
    return _with_end(end.end(), _keys(inside, form, text.count(LINE, 0, rule.end())))


def _start(text: str) -> int:
    lead = LEAD.match(text)
    return lead.end() if lead else 0


def blank(text: str) -> str:
    """As many spaces as there are characters, lines kept."""
    return "\n".join(" " * len(line) for line in text.split("\n"))


def _fenced(text: str, fence: re.Match[str]) -> FrontMatter:
    """What stands between two fences, or down from one that is never closed."""
    start, line = fence.end(), text.count("\n", 0, fence.end())
    closing = _closing(text, start, fence)
    if closing:
        inside, end = text[start : closing.start() + 1], closing.end()
        more = _more(text, end)
        found = _told(inside, text[end : end + MOST_READ], fence, line)
        if found is None and (inside.strip() or more == end):
            return NONE
        second = f"line {line + text.count(LINE, start, end) + 1}: front matter stands here again"
        also = (f"{second}; it is hidden, and not used",) if more > end else ()
        found = found or NONE
        return FrontMatter(more, found.keys, (*found.warnings, *also))
    end = end_of_keys(text, start, USUAL_FIELDS)
    if not text[start:end].strip():
        return NONE
    found = _keys(text[start:end], _form(fence), line)
    warning = f"line {line}: the front matter is not closed; it is hidden down to its last key"
    return FrontMatter(end, found.keys, (warning, *found.warnings))


def _told(inside: str, behind: str, fence: re.Match[str], line: int) -> FrontMatter | None:
    """What stands between two fences: keys, or nothing but remarks."""
    if holds_keys(inside, USUAL_FIELDS) or BRACE.match(inside.lstrip()):
        return _keys(inside, _form(fence), line)
    if are_remarks(inside, behind):
        warning = f"line {line}: the front matter has remarks and no key; it is hidden"
        return FrontMatter(warnings=(warning,))
    return None


def _closing(text: str, start: int, fence: re.Match[str] | None) -> re.Match[str] | None:
    """The fence that closes what begins at `start`: no rule inside a value does.

    A value of several lines is indented in YAML, so that a fence stands no deeper than the one that
    opens, or close behind a value of one line; in TOML it stands between three quotation marks.
    """
    mark = fence["mark"] if fence else "-" * LEAST_MARKS
    column = _column(text, start, fence)
    at, is_open, first = start, False, None
    for found in CLOSING[mark[0]].finditer(text, start - 1):
        if mark[0] == "+":
            first = first or found
            is_open ^= len(LINES_OF_TOML.findall(text, at, found.start())) % 2 == 1
            at = found.start()
        slip = len(found["mark"]) < min(LEAST_MARKS, len(mark))
        deep = len(found["indent"]) > column and not _is_close(text, start, found)
        if not (is_open or slip or deep):
            return found
    return first


def _column(text: str, start: int, fence: re.Match[str] | None) -> int:
    """How deep a fence stands, or the first line below it where that is less deep."""
    lead = text[text.rfind(LINE, 0, fence.start()) + 1 : fence.start()] if fence else ""
    first = BLANKS_AT.match(text, start)
    return min(len(lead), first.end() - start) if lead.isspace() and first else 0


def _is_close(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether an indented rule stands between two lines at the margin, and in no open value."""
    above = text[max(start, text.rfind(LINE, 0, found.start()) + 1) : found.start()]
    below = SPACES.match(text, found.end())
    margin = below is None or not below.group() or below.group().endswith(LINE)
    return margin and is_whole_value(above)


def _form(fence: re.Match[str]) -> str:
    """In which language it is: as its fence names it, else as its fence is drawn."""
    usual = {"+": "toml", ";": "json"}.get(fence["mark"][0], "yaml")
    named = (fence["form"] or "").lower()
    return named if named in ("toml", "json") else usual


def _more(text: str, end: int) -> int:
    """The end of all that stands as keys behind the first; its keys are not read."""
    while (after := _block_after(text, end)) > end:
        end = after
    return end


def _block_after(text: str, end: int) -> int:
    """The end of another block of keys: between fences of its own, or as YAML's next document.

    Behind a blank line, or without a fence above it, its first key is `starts_with_key`'s. Where
    paragraphs of prose stand in it, its fence is never closed, and the next rule is the article's.
    """
    gap = BLANK_LINES.match(text, end)
    start = gap.end() if gap else end
    fence = FENCE.match(text, start)
    inner = fence.end() if fence else start
    closing = _closing(text, inner, fence)
    inside = text[inner : closing.start() + 1] if closing else ""
    if fence and (closing is None or holds_prose(inside)):
        goes_on = end_of_keys(text, inner, USUAL_FIELDS)
        return goes_on if text[inner:goes_on].strip() else end
    if closing is None:
        return end
    at_once = fence is not None and start == end + 1
    meant = at_once or starts_with_key(inside, USUAL_FIELDS)
    alone = start == end + 1 and not GAP_INSIDE.search(inside) and are_keys(inside)
    return closing.end() if meant and (fence or alone) and look_like_keys(inside) else end


def _keys(inside: str, form: str, line: int) -> FrontMatter:
    """What is said in one of the three languages; `line` is that of the fence."""
    if form == "yaml":
        return FrontMatter(keys="\n" * (line - 1) + inside)
    if len(inside) > MOST_READ:
        return FrontMatter(keys=inside)
    placed = "\n" * line + inside
    try:
        table = tomllib.loads(placed) if form == "toml" else json.loads(placed)
        keys = _as_yaml(table) if isinstance(table, dict) else ""
    except (ValueError, RecursionError) as error:
        at = AT.search(str(error))
        wrong = f"the front matter is no valid {form.upper()}{f' ({at.group()})' if at else ''}"
        return FrontMatter(warnings=(f"{wrong}; it is hidden, and nothing of it is used",))
    return FrontMatter(keys=keys)


def _braces(text: str, start: int) -> FrontMatter:
    """Hugo's front matter as a JSON object on the first lines."""
    try:
        table, end = json.JSONDecoder().raw_decode(text[: start + MOST_READ], start)
    except (ValueError, RecursionError):
        end = _end_of_braces(text, start)
        if not end:
            return NONE
        return _with_end(end, _keys(text[start:end], "json", text.count("\n", 0, start)))
    rest = REST_OF_BRACE.match(text, end)
    if rest is None:
        return NONE
    if isinstance(table, dict):
        return FrontMatter(rest.end(), _as_yaml(table))
    wrong = "the front matter is no JSON object; it is hidden, and nothing of it is used"
    return FrontMatter(rest.end(), "", (wrong,))


def _with_end(end: int, found: FrontMatter) -> FrontMatter:
    return replace(found, end=end)


def _end_of_braces(text: str, start: int) -> int:
    """Where an object ends that is none: at a brace of its own, if members stand before it."""
    closing = CLOSING_BRACE.search(text, start)
    lines = text[start : closing.start()].split("\n") if closing else []
    if closing and 2 * sum(bool(MEMBER.match(line)) for line in lines) > len(lines):
        return closing.end()
    if text[start] != "{" and OBJECT.match(text, start) is None:
        return 0
    blank_line = text.find("\n\n", start)
    return len(text) if blank_line < 0 else blank_line


def _as_yaml(table: Mapping[str, object]) -> str:
    values = {k: [str(i) for i in v] if isinstance(v, list) else str(v) for k, v in table.items()}
    return "".join(f"{json.dumps(key)}: {json.dumps(value)}\n" for key, value in values.items())
