"""What an editor wrote about a seed: YAML front matter, or a file ``NAME.txt.yml`` beside it.

It overrides what is found in the text. A key that is not known, or a value that is no text, is a
warning and costs nothing else.
"""

import datetime as dt
import difflib
import re
from collections.abc import Mapping

import yaml
from msgspec import Struct

from generator.model.text import Fact

KEYS = (
    "title",
    "authors",
    "author",
    "publisher",
    "published",
    "genre",
    "licence",
    "license",
    "url",
    "language",
)
SPELLINGS = {"license": "licence", "author": "authors"}
RULE = "written by the editor"


class Sidecar(Struct, frozen=True):
    """The editor's facts by key (`authors` has several), and what was wrong with the rest."""

    facts: Mapping[str, tuple[Fact, ...]]
    warnings: tuple[str, ...]


def read_sidecar(content: str, *, where: str, first_line: int = 1) -> Sidecar:
    """Read the editor's facts from YAML; `where` is the file's name, for warnings."""
    try:
        values = yaml.safe_load(content)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or "no valid YAML"
        return Sidecar({}, (f"{where}:{line}: {problem}; nothing of it is used",))
    if values is None:
        return Sidecar({}, ())
    if not isinstance(values, dict):
        return Sidecar({}, (f"{where}:{first_line}: this is no mapping of keys; it is not used",))
    return _facts(values, where)


def _facts(values: Mapping[object, object], where: str) -> Sidecar:
    facts: dict[str, tuple[Fact, ...]] = {}
    warnings: list[str] = []
    for key, value in values.items():
        name = str(key)
        if name not in KEYS:
            near = difflib.get_close_matches(name, KEYS, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            warnings.append(f"{where}: {name!r} is no key that is used{hint}")
            continue
        texts = [_text(v) for v in (value if isinstance(value, list) else [value])]
        problem = _problem(name, texts)
        if problem:
            warnings.append(f"{where}: {name}: {problem}")
        else:
            known = SPELLINGS.get(name, name)
            facts[known] = tuple(Fact(t, "editor", None, RULE) for t in texts if t)
    return Sidecar(facts, tuple(warnings))


def _text(value: object) -> str | None:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return " ".join(str(value).split())
    return None


def _problem(name: str, texts: list[str | None]) -> str:
    if not texts or any(not t for t in texts):
        return "this is no text"
    if len(texts) > 1 and SPELLINGS.get(name, name) != "authors":
        return "only authors can be several"
    first = texts[0] or ""
    if name == "published" and not re.fullmatch(
        r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d){0,2})?", first
    ):
        return f"{first!r} is no date such as 2025-05-19"
    if name == "url" and not re.match(r"https?://[^\s]+$", first):
        return f"{first!r} is no http or https address"
    if name == "language" and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", first):
        return f"{first!r} is no language code such as en"
    return ""
