"""Front matter: what a text's head says of it, as YAML, TOML, JSON or a field a line."""

import json
import re
import tomllib
from collections.abc import Mapping
from itertools import takewhile

from generator.files.yaml_tree import is_mapping

FENCE, TOML_FENCE = "---\n", "+++\n"
CLOSING = re.compile(r"\n(?:---|\.\.\.)(?=\n|$)")
MOST_FRONT_MATTER = 100_000
"""Characters; front matter that is longer is blanked all the same, and its keys are not read."""
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
MOST_FIELD_WORDS = 25
HEADING = re.compile(r"# (?P<title>\S.{0,300})\n\n")
PERCENT_LINES = 3


def find_front_matter(text: str) -> tuple[int, str]:
    """Where it ends, 0 where there is none, and its keys as YAML."""
    if text.startswith(TOML_FENCE):
        return _toml(text)
    if text.startswith(FENCE):
        return _yaml(text)
    if text.startswith("{"):
        return _json(text)
    return _percent(text) if text.startswith("% ") else _fields(text)


def blank(text: str) -> str:
    """As many spaces as there are characters, lines kept."""
    return "\n".join(" " * len(line) for line in text.split("\n"))


def _toml(text: str) -> tuple[int, str]:
    """Hugo's front matter between two ``+++`` lines."""
    closing = text.find("\n" + TOML_FENCE, len(TOML_FENCE) - 1)
    if not 0 < closing <= MOST_FRONT_MATTER:
        return 0, ""
    try:
        table = tomllib.loads(text[len(TOML_FENCE) : closing + 1])
    except (tomllib.TOMLDecodeError, RecursionError):
        return 0, ""
    return closing + len(TOML_FENCE), _as_yaml(table)


def _json(text: str) -> tuple[int, str]:
    """Hugo's front matter as a JSON object on the first lines."""
    try:
        table, end = json.JSONDecoder().raw_decode(text[:MOST_FRONT_MATTER])
    except (ValueError, RecursionError):
        return 0, ""
    alone = text[end : end + 1] == "\n" and isinstance(table, dict)
    return (end, _as_yaml(table)) if alone else (0, "")


def _percent(text: str) -> tuple[int, str]:
    """Pandoc's title, authors and date, each on a line after a per cent sign."""
    lines = [line[1:].strip() for line in takewhile(_is_percent, text.split("\n"))]
    names = [name.strip() for name in "".join(lines[1:2]).split(";") if name.strip()]
    table = {"title": lines[0], "authors": names, "date": "".join(lines[2:3])}
    end = len("\n".join(text.split("\n")[: len(lines)]))
    told = len(lines) <= PERCENT_LINES and end <= MOST_FRONT_MATTER
    return (end, _as_yaml({k: v for k, v in table.items() if v})) if told else (0, "")


def _is_percent(line: str) -> bool:
    return line.startswith("%")


def _fields(text: str) -> tuple[int, str]:
    """*Title: …*, *Author: …*, a field a line down to the first blank one.

    The title may be a heading above the fields. A last field of many words is the text itself,
    which an archive's label stands before.
    """
    heading = HEADING.match(text)
    start = heading.end() if heading else 0
    end = text.find("\n\n", start)
    lines = text[start : max(end, start)].split("\n") if end <= MOST_FRONT_MATTER else []
    fields = [match for line in lines if (match := FIELD.fullmatch(line.rstrip()))]
    if len(fields) != len(lines) or len(fields) < LEAST_FIELDS:
        return 0, ""
    table = {match["key"]: match["value"] for match in fields}
    known = USUAL_FIELDS.intersection(key.lower() for key in table)
    if not (len(known) >= LEAST_FIELDS if heading else fields[0]["key"].lower() in FIRST_FIELDS):
        return 0, ""
    if len(fields[-1]["value"].split()) > MOST_FIELD_WORDS:
        end -= len(table.pop(fields[-1]["key"]))
    return end, _as_yaml({"title": heading["title"], **table} if heading else table)


def _as_yaml(table: Mapping[str, object]) -> str:
    values = {k: [str(i) for i in v] if isinstance(v, list) else str(v) for k, v in table.items()}
    return "".join(f"{json.dumps(key)}: {json.dumps(value)}\n" for key, value in values.items())


def _yaml(text: str) -> tuple[int, str]:
    """The block between two ``---`` lines at the very start, or up to ``...``."""
    found = CLOSING.search(text, len(FENCE) - 1)
    if found is None:
        return 0, ""
    inside = text[len(FENCE) : found.start() + 1]
    if len(inside) <= MOST_FRONT_MATTER and not is_mapping(inside):
        return 0, ""
    return found.end(), inside
