"""Front matter: what a text's head says of it, as YAML, TOML, JSON or a field a line.

What opens with a fence and has keys behind it is hidden even where it cannot be read or is never
closed: what a source notes is not to be published for a slip. Prose between two rules is text.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from itertools import takewhile

from msgspec import Struct

from generator.read.formats.key_lines import (
    MOST_READ,
    are_keys,
    are_remarks,
    end_of_keys,
    holds_keys,
    holds_prose,
    is_whole_value,
    look_like_keys,
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
    rf"(?P<mark>{DASHES}|\+{{3,80}}+|;{{3,80}}+){BLANKS}(?P<form>[A-Za-z]{{1,12}}+)?"
    rf"{BLANKS}(?:#[^\n]*+)?\n"
)
LEAST_MARKS = 3
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
BRACE = re.compile(r"(?:\[\s*+)?\{(?:\s*+[\"']|[ \t]*+\n\s*+\w+\s*+:)")
REST_OF_BRACE = re.compile(r"[ \t]*+[,;]?[ \t]*+(?=\n|$)|(?=[ \t])")
AT = re.compile(r"line \d{1,9},? column \d{1,9}")
"""Where a parser says that it stopped; what else it says may hold private keys."""
CLOSING_BRACE = re.compile(r"\n\}[ \t]*+[,;]?[ \t]*+(?=\n|$)")
MEMBER = re.compile(r"\s*+(?:[\"'{}\[\]]|\w+\s*+:|//)")
FIELD = re.compile(r"(?P<key>[^\W\d_][\w ()-]{1,30}):[ \t]+(?P<value>\S.*)")
FIRST_FIELDS = frozenset({"title", "headline"})
LEAST_FIELDS = 2
USUAL_FIELDS = frozenset(
    {
        *("author", "authors", "byline", "created", "date", "publication", "publisher"),
        *("published", "source", "tags", "title", "url"),
    }
)
"""Keys that tell that the lines below a heading are a page's properties, as Notion exports them."""
KNOWN = USUAL_FIELDS | FIRST_FIELDS
MOST_FIELD_WORDS = 25
HEADING = re.compile(r"# (?P<title>\S.{0,300})\n\n")
PERCENT_LINES = 3


class FrontMatter(Struct, frozen=True):
    """Where it ends, 0 where there is none, its keys as YAML, and what is wrong with it."""

    end: int = 0
    keys: str = ""
    warnings: tuple[str, ...] = ()


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
        found = _percent(text) if text.startswith("% ") else _fields(text)
    if len(found.keys) <= MOST_READ:
        return found
    warning = f"the front matter has more than {MOST_READ} characters; not used"
    return FrontMatter(found.end, "", (*found.warnings, warning))


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
    if holds_keys(inside, KNOWN) or BRACE.match(inside.lstrip()):
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
        return _with_end(end, _keys(text[start:end], "json", text.count("\n", 0, start)))
    rest = REST_OF_BRACE.match(text, end)
    if rest is None:
        return NONE
    if isinstance(table, dict):
        return FrontMatter(rest.end(), _as_yaml(table))
    wrong = "the front matter is no JSON object; it is hidden, and nothing of it is used"
    return FrontMatter(rest.end(), "", (wrong,))


def _with_end(end: int, found: FrontMatter) -> FrontMatter:
    return FrontMatter(end, found.keys, found.warnings)


def _end_of_braces(text: str, start: int) -> int:
    """Where an object ends that is none: at a brace of its own, if members stand before it."""
    closing = CLOSING_BRACE.search(text, start)
    lines = text[start : closing.start()].split("\n") if closing else []
    if closing and 2 * sum(bool(MEMBER.match(line)) for line in lines) > len(lines):
        return closing.end()
    blank_line = text.find("\n\n", start)
    return len(text) if blank_line < 0 else blank_line


def _percent(text: str) -> FrontMatter:
    """Pandoc's title, authors and date, each on a line after a per cent sign."""
    lines = [line[1:].strip() for line in takewhile(_is_percent, text.split("\n"))]
    names = [name.strip() for name in "".join(lines[1:2]).split(";") if name.strip()]
    table = {"title": lines[0], "authors": names, "date": "".join(lines[2:3])}
    end = len("\n".join(text.split("\n")[: len(lines)]))
    told = len(lines) <= PERCENT_LINES and end <= MOST_READ
    return FrontMatter(end, _as_yaml({k: v for k, v in table.items() if v})) if told else NONE


def _is_percent(line: str) -> bool:
    return line.startswith("%")


def _fields(text: str) -> FrontMatter:
    """*Title: …*, *Author: …*, a field a line down to the first blank one.

    The title may be a heading above the fields. A last field of many words is the text itself,
    which an archive's label stands before.
    """
    heading = HEADING.match(text)
    start = heading.end() if heading else 0
    end = text.find("\n\n", start)
    lines = text[start : max(end, start)].split("\n") if end <= MOST_READ else []
    fields = [match for line in lines if (match := FIELD.fullmatch(line.rstrip()))]
    if len(fields) != len(lines) or len(fields) < LEAST_FIELDS:
        return NONE
    table = {match["key"]: match["value"] for match in fields}
    known = USUAL_FIELDS.intersection(key.lower() for key in table)
    if not (len(known) >= LEAST_FIELDS if heading else fields[0]["key"].lower() in FIRST_FIELDS):
        return NONE
    if len(fields[-1]["value"].split()) > MOST_FIELD_WORDS:
        end -= len(table.pop(fields[-1]["key"]))
    return FrontMatter(end, _as_yaml({"title": heading["title"], **table} if heading else table))


def _as_yaml(table: Mapping[str, object]) -> str:
    values = {k: [str(i) for i in v] if isinstance(v, list) else str(v) for k, v in table.items()}
    return "".join(f"{json.dumps(key)}: {json.dumps(value)}\n" for key, value in values.items())
