"""What an editor wrote about a seed: YAML front matter, or a file ``NAME.txt.yml`` beside it.

It overrides what is found in the text. A key that is not known, or a value that cannot be used, is
a warning with its line and costs nothing else.
"""

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import yaml
from msgspec import Struct

from generator.files.entries import lies_there
from generator.files.guarded import (
    UnreadableError,
    decode_utf8,
    read_guarded,
    refusal,
    shown_name,
)
from generator.files.yaml_tree import (
    Scalar,
    YamlError,
    compose_yaml,
    is_tagged,
    line_of,
    top_level_blocks,
    words_of,
)
from generator.model.text import Fact
from generator.read.bylines import turned
from generator.read.stated_values import is_no_title, stated_pattern
from generator.temporal import find_full_date
from generator.temporal.edtf import is_of_the_calendar

KEYS = (
    "title",
    "authors",
    "publisher",
    "published",
    "genre",
    "licence",
    "url",
    "language",
    "tags",
    "series",
)
SEVERAL = frozenset({"authors", "tags"})
"""Keys that may have several values."""
SPELLINGS = {
    **dict.fromkeys(("author", "byline", "by", "creator", "creators", "writer"), "authors"),
    **dict.fromkeys(("authorname", "authornames"), "authors"),
    **dict.fromkeys(("date", "created", "pubdate", "publishdate", "issued", "posted"), "published"),
    **dict.fromkeys(("datepublished", "publicationdate", "publishedat", "year"), "published"),
    **dict.fromkeys(("publisheddate", "datecreated"), "published"),
    **dict.fromkeys(("source", "link", "permalink", "canonicalurl", "sourceurl"), "url"),
    **dict.fromkeys(("publication", "outlet", "site", "website", "containertitle"), "publisher"),
    **dict.fromkeys(("publicationtitle", "sitename", "newspaper", "journal"), "publisher"),
    "license": "licence",
    "lang": "language",
    "headline": "title",
    "tag": "tags",
}
"""Other names of a key, as Hugo, Jekyll, Obsidian and Zotero write them; the own name wins.

Lines and spaces between the words of a name are left out: *date_published*, *container-title*.
"""
SPEAKERS = "speakers"
"""Whose names must stand in the text: `generator.read.stated_speakers` reads them there."""
FRONT_MATTER = "front matter"
LEAST_SURE = frozenset({"year"})
"""Names of a key that count where no other name of it stands."""
OTHER_PROGRAMS = frozenset(
    {
        *("abstract", "aliases", "alias", "archived", "categories", "category", "citekey"),
        *("comments", "cssclass", "cssclasses", "description", "doi", "draft", "excerpt"),
        *("fetched", "hash"),
        *("expirydate", "id", "image", "images", "isbn", "issn", "issue", "keywords", "lastmod"),
        *("layout", "linktitle", "location", "modified", "pages", "pin", "publish", "rating"),
        *("related", "reviewed", "slug", SPEAKERS, "status", "subtitle", "summary"),
        *("toc", "topics", "type", "uid", "updated", "volume", "weight"),
        *("accessed", "accessdate", "banner", "citationkey", "collections", "cover", "coverimage"),
        *("dateadded", "datemodified", "featured", "featuredimage", "heroimage", "itemkey"),
        *("itemtype", "libraries", "menu", "note", "notes", "readingtime", "template"),
        *("extra", "params", "taxonomies"),
        *("thumbnail", "wordcount"),
    }
)
"""Keys of those programs that say nothing that is used: passed over without a warning."""
BY_HABIT = frozenset({"tags", "series"})
"""Keys that those programs write into a new note, with nothing behind them."""
PATHS = frozenset({"permalink", "link", "url"})
BY = stated_pattern("by_before_authors")
WIKI = re.compile(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]")
BETWEEN = stated_pattern("between_authors")
NAME = re.compile(r"[^\W\d_][^<>&;$\\{}\[\]|]*")
"""What may be a name: it begins with a letter and has no mark of another language in it."""
DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[Tt ].*)?", re.ASCII)
EDTF = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d)?)?(/(?!0000)\d{4}(-\d\d){0,2})?", re.ASCII)
ADDRESS = re.compile(r"https?://[^\s]+")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")

UNQUOTED = re.compile(r"(?P<key>[A-Za-z_][\w-]{0,60}):[ \t]+(?P<value>[^\W_][^\n]*)")
"""A key and words on one line."""

Entry: TypeAlias = tuple[yaml.Node, yaml.Node, int]
"""A key, its value, and how many lines stand before what they were read from."""


class Sidecar(Struct, frozen=True):
    """The editor's facts by key (`authors` has several), and what was wrong with the rest."""

    facts: Mapping[str, tuple[Fact, ...]]
    warnings: tuple[str, ...]
    refused: bool = False
    """Whether the system did not let us read it, which it may another time."""


def read_beside(beside: Path, *, within: Path, most: int, limit: str) -> Sidecar:
    """The facts of the file beside a seed; one that cannot be read costs itself, with a warning."""
    where = shown_name(beside.name)
    try:
        if not lies_there(beside):
            return Sidecar({}, ())
        content = read_guarded(beside, within=within, most=most, limit=limit)
        return read_sidecar(decode_utf8(content), where=where)
    except UnreadableError as error:
        return Sidecar({}, (f"{where}: {error}; it is not used",))
    except OSError as error:
        return Sidecar({}, (f"{where}: {refusal(error)}; it is not used",), refused=True)


def read_sidecar(content: str, *, where: str, lines_before: int = 0) -> Sidecar:
    """Read the editor's facts from YAML; `where` is the file's name, for warnings."""
    try:
        root = compose_yaml(content)
    except YamlError as problem:
        return _by_blocks(content, where, lines_before, problem)
    if root is None:
        return Sidecar({}, ())
    if not isinstance(root, yaml.MappingNode):
        line = lines_before + 1
        return Sidecar({}, (f"{where}:{line}: this is no mapping of keys; it is not used",))
    return _facts([(key, value, lines_before) for key, value in root.value], where)


def _by_blocks(content: str, where: str, lines_before: int, whole: YamlError) -> Sidecar:
    """The keys that can be read by themselves; nothing where a limit was passed."""
    entries: list[Entry] = []
    warnings: list[str] = []
    for first, block in () if whole.bound else top_level_blocks(content):
        before = lines_before + first - 1
        try:
            root = compose_yaml(block)
        except YamlError as problem:
            root = _as_written(block)
            done = "the line is read as it stands" if root else "it is not used"
            warnings.append(f"{where}:{before + problem.line}: {problem.message}; {done}")
            root = root or _before(block, problem)
        if isinstance(root, yaml.MappingNode):
            entries.extend((key, value, before) for key, value in root.value)
    if not warnings:
        warnings = [f"{where}:{lines_before + whole.line}: {whole.message}; it is not used"]
    found = _facts(entries, where)
    return Sidecar(found.facts, (*warnings, *found.warnings))


def _as_written(block: str) -> yaml.Node | None:
    """*title: The bridge: what now*: a line of words that only lacks quotation marks."""
    found = UNQUOTED.fullmatch(block.rstrip())
    return compose_yaml(f"{found['key']}: {json.dumps(found['value'])}") if found else None


def _before(block: str, problem: YamlError) -> yaml.Node | None:
    """What stands in a block above the line that is wrong."""
    try:
        root = compose_yaml("\n".join(block.split("\n")[: problem.line - 1]))
    except YamlError:
        return None
    told = isinstance(root, yaml.MappingNode) and all(words_of(v).text for _, v in root.value)
    return root if told else None


def _facts(entries: list[Entry], where: str) -> Sidecar:
    facts: dict[str, tuple[Fact, ...]] = {}
    own: set[str] = set()
    warnings: list[str] = []
    for key, value, before in sorted(entries, key=lambda entry: _name(entry[0]) in LEAST_SURE):
        name = _name(key)
        words = [words_of(v) for v in _items(value)]
        problems = list(_problems(name, words, own))
        place = f"{where}:{before + line_of(key)}"
        if name == SPEAKERS and where != FRONT_MATTER:
            warnings.append(f"{place}: speakers are read in the front matter of the text itself")
        warnings.extend(f"{place}: {problem}" for problem in problems)
        known = _known(name, words)
        if _passed_over(name, words) or any(not p.endswith(CLEANED) for p in problems):
            continue
        own.add(name)
        if name == known or known not in facts:
            values = (v for w in words for v in _values(known, w))
            facts[known] = tuple(Fact(v, "editor", None, "editor") for v in values)
    return Sidecar(facts, tuple(warnings))


def _name(key: yaml.Node) -> str:
    """A key's name in small letters, without what stands between its words."""
    written = (words_of(key).text or "").lower()
    bare = re.sub(r"[-_ ]|\(s\)$", "", written)
    return bare if bare in SPELLINGS or bare in OTHER_PROGRAMS or bare in KEYS else written


CLEANED = "characters that are no text were taken out"


def _passed_over(name: str, words: list[Scalar]) -> bool:
    """Keys that say nothing that is used, a site's own path for an address, and *Untitled*."""
    path = name in PATHS and bool(words) and (words[0].text or "").startswith("/")
    left_empty = SPELLINGS.get(name, name) in BY_HABIT and not any(w.text for w in words)
    untitled = _known(name, words) == "title" and any(is_no_title(w.text or "") for w in words)
    return name in OTHER_PROGRAMS or path or left_empty or untitled


def _known(name: str, words: list[Scalar]) -> str:
    """The key that a name means; a source that is no address is the publisher."""
    known = SPELLINGS.get(name, name)
    named = name == "source" and words and words[0].text and "/" not in words[0].text
    return "publisher" if named else known


def _items(value: yaml.Node) -> list[yaml.Node]:
    """The values of a list, each by itself; of *name: Ada Obi* the name."""
    several = isinstance(value, yaml.SequenceNode) and not is_tagged(value)
    items = list(value.value) if several else [value]
    return [_named(item) for item in items]


def _named(item: yaml.Node) -> yaml.Node:
    if not isinstance(item, yaml.MappingNode) or is_tagged(item):
        return item
    parts = {(words_of(k).text or "").lower(): v for k, v in item.value}
    named = next((parts[key] for key in ("name", "literal") if key in parts), None)
    given, family = (parts.get(key) for key in ("given", "family"))
    if named is not None or family is None:
        return item if named is None else named
    words = [words_of(part).text or "" for part in (given, family) if part is not None]
    return yaml.ScalarNode(family.tag, " ".join(words), family.start_mark, family.end_mark)


def _values(known: str, words: Scalar) -> list[str]:
    """A value as one, or the authors or the tags that one line names."""
    value = _value(known, words)
    if known == "tags":
        return [tag for part in value.split(",") if (tag := part.strip().lstrip("#"))]
    if known != "authors":
        return [value]
    names = [n.strip() for n in BETWEEN.split(BY.sub("", value, count=1)) if n.strip()]
    if not all(map(NAME.fullmatch, names)):
        return [value]
    parts = [p.strip() for n in names for p in n.split(",")]
    return parts if all(" " in p for p in parts) else [turned(n) for n in names]


def _value(known: str, words: Scalar) -> str:
    text = WIKI.sub(r"\1", words.text or "")
    if known == "url":
        return text.removeprefix("<").removesuffix(">")
    if known != "published":
        return text
    day = DATE.fullmatch(text)
    if day:
        return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    found = None if EDTF.fullmatch(text) else find_full_date(text, 0, len(text))
    return found[2] if found else text


def _problems(name: str, words: list[Scalar], own: set[str]) -> Iterator[str]:
    """Why an entry is not used, or what was done to it."""
    if _passed_over(name, words):
        return
    if name not in KEYS and name not in SPELLINGS:
        near = difflib.get_close_matches(name[:40], [*KEYS, *SPELLINGS], n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        yield f"{name[:80]!r} is no key that is used{hint}"
    elif name in own:
        yield f"{name!r} stands twice; the first is used"
    elif problem := _problem(_known(name, words), words):
        yield f"{name}: {problem}"
    elif any(w.cleaned for w in words):
        yield f"{name}: {CLEANED}"


def _problem(known: str, words: list[Scalar]) -> str:
    if not words or any(w.text is None for w in words):
        return "this is no text"
    if len(words) > 1 and known not in SEVERAL:
        return "only authors and tags can be several"
    first = _value(known, words[0])
    shown = repr(first[:80])
    if known == "published" and not (EDTF.fullmatch(first) and is_of_the_calendar(first)):
        return f"{shown} is no date such as 2025-05-19"
    if known == "url" and not ADDRESS.fullmatch(first):
        return f"{shown} is no http or https address"
    if known == "language" and not LANGUAGE.fullmatch(first):
        return f"{shown} is no language code such as en"
    return ""
