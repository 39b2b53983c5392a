"""The pass for what others wrote below a text: comments, references, the mail that it answers."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from generator.language.lexicons import Lexicon
from generator.model.rules import ZoneRule
from generator.read.bylines import words_of
from generator.read.zones.draft import Draft, is_long
from generator.temporal import find_full_date

LEAST_SIGNS = 2
"""A heading and a reader's mark: one alone is a line of the story."""
NAME_WORDS, TIME_CHARACTERS = 2, 40
CLOCK = re.compile(r"\b\d{1,2}[.:h]\d\d\b")
ENTRY = re.compile(r"[\^•*\[\d↑]|[^\W\d_][\w’'-]{1,40}, [^\W\d_]\w{0,40}\.?[ ,]")
ANSWERED = ":"
"""How the line ends that stands over words which are answered: *Ada Obi wrote:*."""
YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
EDIT = r"(?:\s?\[[^\[\]]{2,30}\])?"


def mark_threads(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """All from the first sign of readers' comments on, lists of references, and earlier mails."""
    out = list(drafts)
    lines = [text[d.paragraph.start : d.paragraph.end] for d in drafts]
    story = next((i for i, d in enumerate(drafts) if d.open and is_long(lines[i])), len(drafts))
    signs = [i for i, d in enumerate(drafts) if i > story and d.rule == "comment_thread"]
    posts = [i for i in range(len(lines) - 1) if i > min(signs, default=i) and _is_post(lines, i)]
    if len(signs) + len(posts) >= LEAST_SIGNS:
        _set_aside(out, range(signs[0], len(out)), "comment_thread")
    for i in range(len(out)):
        if lexicon is None or not out[i].open:
            continue
        if i > story and _reference_marks(lexicon).fullmatch(lines[i]):
            _set_aside(out, _entries(out, lines, i), "reference_list")
        elif any(map(_message(lexicon).match, (lines[i], " ".join(lines[i : i + 2])))):
            rest = i > story and not lines[i].endswith(ANSWERED)
            _set_aside(out, range(i, len(out)) if rest else _quoted(lines, i), "earlier_message")
    return out


def _is_post(lines: Sequence[str], at: int) -> bool:
    """*wim77* over *12 May 2031 10.02*: a reader's name and when they wrote."""
    name, time = lines[at], lines[at + 1]
    short = len(words_of(name)) <= NAME_WORDS and len(time) <= TIME_CHARACTERS
    dated = short and find_full_date(time, 0, len(time)) is not None
    return dated and CLOCK.search(time) is not None


def _set_aside(drafts: list[Draft], which: range, rule: ZoneRule) -> None:
    for i in which:
        drafts[i] = drafts[i].decided("boilerplate", rule)


def _entries(drafts: Sequence[Draft], lines: Sequence[str], heading: int) -> range:
    """The heading and the entries below it, up to a line that is none."""
    below = range(heading + 1, len(drafts))
    found = sum(1 for _ in takewhile(lambda i: drafts[i].open and _is_entry(lines[i]), below))
    return range(heading, heading + 1 + found if found else heading)


def _quoted(lines: Sequence[str], head: int) -> range:
    """The head of a mail and the lines that are marked as its words."""
    below = range(head + 1, len(lines))
    return range(head, head + 1 + sum(1 for _ in takewhile(lambda i: lines[i][:1] == ">", below)))


def _is_entry(line: str) -> bool:
    return bool(ENTRY.match(line) or YEAR.search(line) or len(words_of(line)) <= 1)


@lru_cache(maxsize=8)
def _reference_marks(lexicon: Lexicon) -> re.Pattern[str]:
    """A heading such as *References[edit]*."""
    words = "|".join(map(re.escape, sorted(lexicon.words("reference_headings")))) or "(?!)"
    return re.compile(rf"(?:{words}){EDIT}:?", re.IGNORECASE)


@lru_cache(maxsize=8)
def _message(lexicon: Lexicon) -> re.Pattern[str]:
    """The head of a mail that is answered below one's own words."""
    rows = "|".join(f"(?:{pattern})" for (pattern,) in lexicon.rows("earlier_messages")) or "(?!)"
    return re.compile(rows, re.IGNORECASE)
