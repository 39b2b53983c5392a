"""What a text's head says of it without a fence: Pandoc's per cent signs, or a field a line."""

import re
from collections.abc import Mapping
from itertools import takewhile

from generator.read.formats.key_lines import MOST_READ

HeadLines = tuple[int, Mapping[str, object]]
"""Where they end, and what they say by key."""
FIELD = re.compile(r"(?:#\+|:|[-*] )?(?P<key>[^\W\d_][\w ()-]{1,30})::?[ \t]+(?P<value>\S.*)")
"""*Title: …*, also as Org, AsciiDoc, reStructuredText and notes with properties write it."""
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
HEADING = re.compile(r"[#=] (?P<title>\S.{0,300})\n\n?(?=\S)")
PERCENT_LINES = 3


def find_percent_lines(text: str) -> HeadLines | None:
    """Pandoc's title, authors and date, each on a line after a per cent sign."""
    lines = [line[1:].strip() for line in takewhile(_is_percent, text.split("\n"))]
    names = [name.strip() for name in "".join(lines[1:2]).split(";") if name.strip()]
    table = {"title": lines[0], "authors": names, "date": "".join(lines[2:3])}
    end = len("\n".join(text.split("\n")[: len(lines)]))
    told = len(lines) <= PERCENT_LINES and end <= MOST_READ
    return (end, {k: v for k, v in table.items() if v}) if told else None


def _is_percent(line: str) -> bool:
    return line.startswith("%")


def find_fields(text: str) -> HeadLines | None:
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
        return None
    table = {match["key"]: match["value"] for match in fields}
    known = USUAL_FIELDS.intersection(key.lower() for key in table)
    if not (len(known) >= LEAST_FIELDS if heading else fields[0]["key"].lower() in FIRST_FIELDS):
        return None
    if len(fields[-1]["value"].split()) > MOST_FIELD_WORDS:
        end -= len(table.pop(fields[-1]["key"]))
    return end, {"title": heading["title"], **table} if heading else table
