"""Articles that a press database writes as text: each with its fields, one after another.

Fields stand behind codes of two letters (*HD*, *BY*, *LP*), or behind labels (*BYLINE:*) with a
line that counts the documents or ends one. What they say beside the text is kept and is no story.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.language.lexicons import ANY_LANGUAGE, load_rows
from generator.read.formats.blocks import (
    Article,
    Block,
    BlockKind,
    Bounds,
    alike,
    make_article,
    with_title,
)
from generator.read.formats.text import decode_lines
from generator.read.stated_values import plain, usable_values
from generator.temporal import find_full_date

PATTERNS, NONE = "database_patterns", "-"
CODED = {
    **dict.fromkeys(("HD",), "title"),
    **dict.fromkeys(("BY",), "authors"),
    **dict.fromkeys(("SN",), "publisher"),
    **dict.fromkeys(("PD",), "published"),
    **dict.fromkeys(("LP", "TD"), "text"),
    **dict.fromkeys(
        (
            *("SE", "CR", "WC", "ET", "SC", "ED", "PG", "VOL", "LA", "CY", "CX", "RF", "CO", "IN"),
            *("NS", "RE", "IPC", "IPD", "PUB", "AN", "ART", "CLM", "DE", "CT"),
        ),
        "",
    ),
}
"""Code → what it says of the article, "" for what is of the database alone."""
LABELS = load_rows("database_labels")
LABELLED = {label: field if field != NONE else "" for label, field, _ in LABELS}
"""Label → what it says of the article, as with codes."""
CODE = re.compile(
    r"(?P<name>[A-Z]{2,3})(?:[ \t]{2,}(?P<wide>\S.*)|(?<=[A-Z]{3})[ \t](?P<value>\S.*))?"
)
LABEL = re.compile(r"(?P<name>[A-Za-z][\w /-]{1,40}):(?:[ \t]+(?P<value>\S.*))?")
BARE = frozenset(label for label, _, place in LABELS if place != NONE)
"""Labels that stand on a line of their own."""
OF_TEXT = frozenset(name for name, field in LABELLED.items() if field == "text")
COUNTED = ANY_LANGUAGE.pattern(PATTERNS, "document_count")
"""A line that begins a document, or ends one."""
RULE = re.compile(r"[ \t]*[_=-]{20,}[ \t]*")
BESIDE_ARTICLE = ANY_LANGUAGE.pattern(PATTERNS, "beside_the_article")
ENDED = re.compile(r"Document [A-Z]{2,10}\d{6,}\w{0,20}")
"""An accession number on the last line of an article that has no fields."""
COUNT = ANY_LANGUAGE.pattern(PATTERNS, "word_count")
CENTRED = re.compile(r"[ \t]{5,}\S")
BEFORE_TITLE = re.compile(r"(?P<paper>[^;\n]{2,80}?) ?[;(\[]")
"""*The Norwick Herald ; Norwick [Norwick]12 May 2031: A3.*: the paper comes first."""
LEAST_FIELDS = 3
DAY_WORDS = 6
"""Words of a line that names a day and nothing else."""
MOST_NAMED, MOST_SHOWN = 5, 60
"""Parts without a text that a warning names, and characters of each."""
REQUIRED = frozenset({"HD", "SN", "PD"})
STARTS = ("SE", "HD")
"""A document's first code, and its headline's where it has none."""


class _Field(Struct):
    """What a field says of the article, and its lines."""

    name: str
    lines: list[str]

    @property
    def paragraphs(self) -> list[str]:
        """The lines between blank ones, put together."""
        return [p for p in re.split(r"\n[ \t]*\n", "\n".join(self.lines)) if p.strip()]

    @property
    def value(self) -> str:
        """All of it as one line."""
        return " ".join(" ".join(self.lines).split())


def is_export(text: str) -> bool:
    """Whether a text has the fields of a press database."""
    lines = text.split("\n")
    codes = {match["name"] for line in lines if (match := _code(line))}
    if codes >= REQUIRED and not codes.isdisjoint(("LP", "TD")):
        return True
    if _is_plain(lines):
        return True
    counted = any(COUNTED.fullmatch(line) for line in lines)
    return counted and len({name for line in lines if (name := _label(line)[0])}) >= LEAST_FIELDS


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The articles, each with what its fields state."""
    text, warnings = decode_lines(content, bounds)
    lines = text.split("\n")
    coded = {match["name"] for line in lines if (match := _code(line))} >= REQUIRED
    if not coded and _is_plain(lines):
        return _plain(lines, warnings)
    records = [fields for fields in (_coded(lines) if coded else _labelled(lines)) if fields]
    told = [fields for fields in records if _has_text(fields)]
    several = len(told) > 1
    warnings = (*warnings, *_left_out([fields for fields in records if not _has_text(fields)]))
    return tuple(
        _article(fields, str(number) if several else "", warnings if number == 1 else ())
        for number, fields in enumerate(told, start=1)
    )


def _has_text(fields: Sequence[_Field]) -> bool:
    return any(field.name == "text" and field.paragraphs for field in fields)


def _left_out(records: Sequence[Sequence[_Field]]) -> Iterator[str]:
    """What is said of parts that hold no text of an article."""
    begun = [next((f.value for f in fields if f.value), "")[:MOST_SHOWN] for fields in records]
    begun = [words for words in begun if words]
    if begun:
        named = "; ".join(plain(words) for words in begun[:MOST_NAMED])
        more = "; …" if len(begun) > MOST_NAMED else ""
        yield f"parts of the file that hold no text of an article are left out: {named}{more}"


def _ended(lines: Sequence[str]) -> list[int]:
    """The lines that end an article without fields."""
    return [i for i, line in enumerate(lines) if ENDED.fullmatch(line.strip())]


def _is_plain(lines: Sequence[str]) -> bool:
    return bool(_ended(lines)) and any(COUNT.fullmatch(line.strip()) for line in lines)


def _plain(lines: Sequence[str], warnings: tuple[str, ...]) -> tuple[Article, ...]:
    """Articles without fields, each with the line that ends it, and the paper below its day."""
    ends = _ended(lines)
    parts = zip([0, *(end + 1 for end in ends)], [*(end + 1 for end in ends), None], strict=True)
    told = [part for first, end in parts if any(map(str.strip, part := lines[first:end]))]
    return tuple(
        Article(
            text="\n".join(part).strip("\n"),
            key=str(number) if len(told) > 1 else "",
            warnings=warnings if number == 1 else (),
            stated=usable_values({"publisher": _paper(part)}),
        )
        for number, part in enumerate(told, start=1)
    )


def _paper(lines: Sequence[str]) -> Iterator[str]:
    """The line below the day, which stands below how many words there are."""
    for count, day, paper in zip(lines, lines[1:], lines[2:], strict=False):
        if COUNT.fullmatch(count.strip()) and _day(day):
            yield paper


def _article(fields: Sequence[_Field], key: str, warnings: tuple[str, ...]) -> Article:
    said: dict[str, list[str]] = {}
    blocks: list[Block] = []
    title = next((field.value for field in fields if field.name == "title"), "")
    for field in fields:
        said.setdefault(field.name, []).append(field.value)
        kind: BlockKind = "paragraph" if field.name == "text" else "boilerplate"
        parts = field.paragraphs if kind == "paragraph" else [field.value]
        if field.name != "title" or alike(field.value) != alike(title):
            blocks.extend(Block(kind, part) for part in parts)
    source = next(iter(said.get("source", ())), "")
    paper = BEFORE_TITLE.match(source)
    return make_article(
        with_title(blocks, title),
        stated={
            "title": [title],
            "authors": [n for one in said.get("authors", ()) for n in one.split(";")],
            "publisher": [*said.get("publisher", ()), *([paper["paper"]] if paper else ())],
            "published": [
                day for one in (*said.get("published", ()), source) if (day := _day(one))
            ],
        },
        key=key,
        warnings=warnings,
    )


def _day(words: str) -> str:
    found = find_full_date(words, 0, len(words))
    return found[2] if found else ""


def _code(line: str) -> re.Match[str] | None:
    match = CODE.fullmatch(line.rstrip())
    return match if match and match["name"] in CODED else None


def _coded(lines: Sequence[str]) -> Iterator[list[_Field]]:
    """The fields of each document: a code's words go on to the next code."""
    fields = [_Field("", [])]  # what stands above the first code
    coded = titled = False
    for line in lines:
        match = _code(line)
        if match is None:
            fields[-1].lines.append(line.strip())
            continue
        if not coded or (titled and match["name"] in STARTS):
            yield fields
            fields, coded, titled = [], True, False
        value = match["wide"] or match["value"] or ""
        fields.append(_Field(CODED[match["name"]], [value]))
        titled = titled or fields[-1].name == "title"
    yield fields


def _label(line: str) -> tuple[str, str]:
    """The label of a field in small letters, and what stands behind it; "" for none."""
    bare = line.strip()
    if bare.lower() in BARE:
        return bare.lower(), ""
    match = LABEL.fullmatch(bare)
    name = match["name"].lower() if match else ""
    return (name, (match["value"] or "") if match else "") if name in LABELLED else ("", "")


def _labelled(lines: Sequence[str]) -> Iterator[list[_Field]]:
    """The fields of each document between lines that count them, or rule them off."""
    record: list[str] = []
    part: list[str] = []
    ruled = False
    counts = [(line, COUNTED.fullmatch(line) is not None) for line in lines]
    for line, counted in [*counts, ("", True)]:
        if not counted and not RULE.fullmatch(line):
            part.append(line)
            continue
        if ruled and _begins(part):
            yield _fields(record)
            record = []
        record.extend(["", *part])
        part, ruled = [], not counted
        if counted:
            yield _fields(record)
            record = []


def _begins(part: Sequence[str]) -> bool:
    """Whether what stands below a rule is another document, and no further part of one."""
    first = next((line for line in part if line.strip()), "")
    return _label(first)[0] != "" or any(_label(line)[0] in OF_TEXT for line in part)


def _fields(lines: Sequence[str]) -> list[_Field]:
    """A document's head, and its fields; what follows the last field above the text is text."""
    first = next((i for i, line in enumerate(lines) if _label(line)[0]), None)
    if first is None:
        return [_Field("", [line]) for line in lines if line.strip()]
    fields = list(_head(lines[:first]))
    seen_text = any(_label(line)[0] in OF_TEXT for line in lines)
    blank = True
    for line in lines[first:]:
        name, value = _label(line)
        if name and not (fields and fields[-1].name == "text" and not blank):
            fields.append(_Field(LABELLED[name], [value]))
        elif not seen_text and blank and line.strip():
            fields.append(_Field("text", [line]))  # a paragraph without a label is its first
            seen_text = True
        elif blank and CENTRED.match(line):
            fields.append(_Field("", [line]))
        elif fields:
            fields[-1].lines.append(line.strip())
        blank = not line.strip()
    return fields


def _head(lines: Sequence[str]) -> Iterator[_Field]:
    """Title, paper and day above the first field, by where they stand.

    What is set in the middle of the page is the paper; else it stands right above the day, or
    below the title. A title goes on over the lines that follow it without a blank one.
    """
    told = [i for i, line in enumerate(lines) if line.strip()]
    days = frozenset(i for i in told if _day(lines[i]))
    words = [i for i in told if i not in days and not BESIDE_ARTICLE.fullmatch(lines[i].strip())]
    middle = [i for i in words if CENTRED.match(lines[i])]
    left = [i for i in words if not CENTRED.match(lines[i])]
    papers = frozenset(middle or _papers(left, min(days, default=0)))
    rest = [i for i in left if i not in papers]
    title = [i for at, i in enumerate(rest) if i == rest[0] + at]
    if title:
        yield _Field("title", [lines[i].strip() for i in title])
    titled = frozenset(title)
    for i in (i for i in told if i not in titled):
        line = lines[i].strip()
        if i in papers:
            yield _Field("publisher", [line.partition(" (")[0]])
        elif i in days and len(line.split()) <= DAY_WORDS:
            yield _Field("published", [line])
        else:
            yield _Field("", [line])


def _papers(left: Sequence[int], day: int) -> Sequence[int]:
    """The line right above the day, or the second where it stands apart from the first."""
    above = [i for i in left[1:] if i < day][-1:]
    return above or [i for i in left[1:2] if i != left[0] + 1]
