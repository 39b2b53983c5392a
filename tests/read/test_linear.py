"""Reading takes time in proportion to the text, whatever the text."""

import importlib
import re
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from cost import SQUARE, STEPS, seconds_of

from generator.language.lexicons import Lexicon
from generator.model.rules import ZoneRule
from generator.model.text import ZoneKind
from generator.read.formats.markdown import read_markdown
from generator.read.seeds import read_seeds
from generator.read.stated_speakers import LISTED as NAMED
from generator.read.zones import boilerplate
from generator.read.zones.draft import Draft
from generator.read.zones.notes import mark_issuer
from generator.read.zones.paragraphs import MarkedParagraph

UNITS = {
    "one-letter paragraphs": "a\n\n",
    "short paragraphs": "Aa bb\n\n",
    "headings": "# a\n",
    "stops": ". ",
    "stops in a row": ".",
    "quotations in one paragraph": "“A b.” ",
    "a dateline that does not end": "A-",
    "lines that go on": "The council voted late,\nand went on\n",
    "comments that do not end": "<!--",
    "spaces": " ",
    "letters": "A",
    "sentences": "The council voted late on Tuesday. A clerk said so. ",
}
NEW_LINE = "\n"
SMALL = 1_500
REPEATED = ("A", "a", "1", ".", "-", " ", "A ", "A. ", "a, ", "1 ", "ab\n")
"""What drives an expression to try again, where it stands behind the words that it begins with."""
NO_END = ("\0", "  \0")
"""What no expression that must reach the end of a line does."""
LONGEST = 2_048
AT_ONCE = 0.05
"""Seconds that no expression takes for a text that short, unless its cost is a power of it."""
Parts: TypeAlias = Iterable[tuple[object, Any]]
"""The parts of an expression as Python's own parser gives them: what each is, and of what."""
PARSER: Any = importlib.import_module("re._parser")
LISTED = {
    f"{language} {kind} {form.pattern}": form
    for language in ("en", "fr")
    for kind, forms in (
        ("phrase", [form for _, _, form, _ in boilerplate._phrases(Lexicon(language))]),
        ("credit", boilerplate._credits(Lexicon(language))),
    )
    for form in forms
}


def beginnings(parts: Parts, before: str = "") -> Iterator[str]:
    """What an expression matches at least up to each of its repeats, and up to its end."""
    for code, value in parts:
        kind = str(code)
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield before
            before += shortest(value[2]) * max(1, value[0])
        elif kind == "SUBPATTERN":
            *inner, before = beginnings(value[-1], before)
            yield from inner
        elif kind == "BRANCH":
            ways = [list(beginnings(way, before)) for way in value[1]]
            yield from (text for way in ways for text in way)
            before = ways[0][-1]
        else:
            before += shortest([(code, value)])
    yield before


def shortest(parts: Parts) -> str:
    """A short text that an expression matches, as far as its letters tell."""
    text = ""
    for code, value in parts:
        kind = str(code)
        if kind == "LITERAL":
            text += chr(value)
        elif kind == "IN":
            inside, what = value[0]
            first = what[0] if str(inside) == "RANGE" else what
            spaces = {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "1"}
            text += chr(first) if isinstance(first, int) else spaces.get(str(first), "a")
        elif kind in ("ANY", "NOT_LITERAL"):
            text += "a"
        elif kind not in ("AT", "ASSERT", "ASSERT_NOT"):
            *_, text = beginnings([(code, value)], text)
    return text


@pytest.mark.parametrize("name", LISTED)
def test_an_expression_of_a_word_list_is_linear(name: str) -> None:
    """Whatever is repeated behind the words that a row of a list begins with, it ends soon."""
    form = LISTED[name]
    for before in dict.fromkeys(beginnings(PARSER.parse(form.pattern, form.flags))):
        for unit in REPEATED:
            size = 8
            while size <= LONGEST:
                for end in NO_END:
                    text = before + unit * (size // len(unit)) + end
                    assert seconds_to_search(form, text) < AT_ONCE, (before, unit, size)
                size *= 2


def seconds_to_search(form: re.Pattern[str], text: str) -> float:
    """The processor time of a search, the best of two where it is long."""
    times: list[float] = []
    while not times or (len(times) < 2 and times[0] >= AT_ONCE):
        began = time.process_time()
        form.search(text)
        times.append(time.process_time() - began)
    return min(times)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_time_grows_with_the_text(unit: str, ending: str, tmp_path: Path) -> None:
    """Sixteen times as much of a text that repeats takes about sixteen times as long."""
    path = tmp_path / f"a.{ending}"
    costs = []
    for size in (SMALL, SMALL * STEPS):
        path.write_text(f"A title of it\n\n{unit * (size // len(unit))}\n\nThe river rose.\n")
        costs.append(seconds_of(lambda: read_seeds(tmp_path)))
    assert costs[1] < SQUARE * costs[0]


HEADS = {
    "a long comment before words": "a ",
    "comments that begin in each other": "%% <!-- %% ",
    "front matter again and again": "---\na: b\n---\n",
    "keys without an end": "---\na: b\n\n",
    "hidden elements that do not end": "<p hidden>\n\n",
    "hidden elements in each other": "<b hidden><b>",
    "values with comments that do not end": "a: '<!-- %%\n",
}


@pytest.mark.parametrize("unit", HEADS.values(), ids=HEADS.keys())
def test_time_grows_with_what_is_hidden(unit: str) -> None:
    """Sixteen times as much of front matter and comments takes about sixteen times as long."""
    costs = []
    for size in (SMALL, SMALL * STEPS):
        hidden = unit * (size // len(unit))
        texts = (f"<!-- {hidden.replace(NEW_LINE, ' ')} -->x\n", f"---\n{hidden}x", hidden)
        costs.append(seconds_of(lambda texts=texts: [read_markdown(t) for t in texts]))  # type: ignore[misc]  # mypy infers no default of a lambda
    assert costs[1] < SQUARE * costs[0]


@pytest.mark.parametrize("unit", ["<!-- x -->", "%% x %%", "<!-- x ", "%% <!-- %%"])
def test_time_grows_with_the_comments_of_one_value(unit: str) -> None:
    """Each comment costs its own letters, and not the rest of the line."""
    costs = []
    for size in (SMALL * STEPS, SMALL * STEPS * STEPS):
        text = f"---\ntitle: 'a {unit * (size // len(unit))}'\n---\n\nThe river rose.\n"
        costs.append(seconds_of(lambda text=text: read_markdown(text)))  # type: ignore[misc]  # mypy infers no default of a lambda
    assert costs[1] < SQUARE * costs[0]


@pytest.mark.parametrize("unit", [" ", "b ", "(", ", "])
def test_time_grows_with_a_line_of_speakers(unit: str) -> None:
    """A line of front matter that names who speaks, whatever stands in it, is read once."""
    costs = []
    for size in (SMALL * STEPS, SMALL * STEPS * STEPS):
        line = f'  a: b{unit * (size // len(unit))}x"y'
        costs.append(seconds_of(partial(NAMED.findall, line)))
    assert costs[1] < SQUARE * costs[0]


def test_time_grows_with_the_paragraphs_of_a_release() -> None:
    """What an issuer says of itself is looked for behind headings, and not behind every line."""
    costs = []
    for count in (400, 400 * STEPS):
        line = "The council of the town voted late on Tuesday to close the bridge. "
        text = line * count
        size = len(line)
        places = [MarkedParagraph(i * size, (i + 1) * size - 1, i, i) for i in range(count)]
        contact = Draft(places[0], "boilerplate", "contact_details")
        drafts = [contact, *(Draft(place) for place in places[1:])]
        costs.append(seconds_of(partial(mark_issuer, text, drafts, Lexicon("en"))))
    assert costs[1] < SQUARE * costs[0]


def test_a_bar_is_left_at_its_first_part_that_is_no_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a line of many short parts only the first is looked up."""
    asked: list[str] = []
    find = boilerplate._phrase_of

    def ask(part: str, phrases: tuple[boilerplate.Phrase, ...]) -> tuple[ZoneKind, ZoneRule] | None:
        """Look a part up, and note it."""
        asked.append(part)
        return find(part, phrases)

    monkeypatch.setattr(boilerplate, "_phrase_of", ask)
    line = "zq" + "\tzq" * 300
    draft = Draft(MarkedParagraph(0, len(line), 0, 0))
    boilerplate._by_phrase(draft, line, boilerplate._phrases(Lexicon("en")))
    assert len(asked) == 2
