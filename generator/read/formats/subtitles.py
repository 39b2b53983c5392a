"""Subtitles (SRT, WebVTT): what is said as running text, each speaker's turn a paragraph."""

import re
from collections.abc import Iterator
from html import unescape

from generator.model.words import first_word
from generator.read.bylines import is_listed_forename
from generator.read.formats.blocks import Article, Block, Bounds, make_article
from generator.read.formats.text import decode_lines
from generator.read.stated_values import plain
from generator.read.transcripts import SPOKEN, parts

WEB = "WEBVTT"
TIMES = re.compile(
    r"(?:(\d{1,3}):)?(\d\d):(\d\d)[.,]\d{3}\s+-->\s+(?:(\d{1,3}):)?(\d\d):(\d\d)[.,]\d{3}"
)
VOICE = re.compile(r"<v(?:\.[\w.-]{1,40})?\s+([^<>]{1,100})>")
TAGGED = re.compile(r"(?:[-–—>]{1,2}\s?)?[\[(](?P<who>[^\W\d_a-z][\w.’' -]{1,40})[\])]:?\s+(?=\S)")
"""*[Ada Obi]* before what is said; *[DOOR SLAMS]* stands so as well."""
TAG = re.compile(r"<[^<>]{0,100}>|\{\\[^{}]{0,100}\}")
TURN = re.compile(r"[-–—]\s?(?=\S)|>>\s?|(?=[A-Z][\w.’' -]{1,40}:\s)")
"""A line that begins with one of these is another speaker's."""
LABEL = re.compile(r"(?:>>\s?)?[A-Z][\w.’' -]{1,40}:\s")
PAUSE = 3
"""Seconds without words after which a paragraph begins."""
LONG = 600
"""Characters after which the next sentence begins a paragraph."""
ENDS = re.compile(r"[.!?…][”\"’')]{0,2}$")


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text of subtitles; those of the web write ``<`` and ``&`` as HTML does."""
    text, warnings = decode_lines(content, bounds)
    said = _paragraphs(text)
    web = text.lstrip().startswith(WEB)
    blocks = (Block("paragraph", unescape(p) if web else p, marker=SPOKEN) for p in said)
    return (make_article(blocks, stated={}, warnings=warnings),)


def _paragraphs(text: str) -> Iterator[str]:
    words, ended = "", 0
    last = speaks = ""
    for start, end, line in _lines(text):
        if line == last:  # subtitles that roll say each line twice
            continue
        pause = start - ended > PAUSE and ENDS.search(words)
        full = len(words) > LONG and ENDS.search(words)
        label = LABEL.match(line)
        again = words and label and label.group() == speaks  # each line of a turn has its label
        if not again and words and (TURN.match(line) or pause or full):
            yield words
            words = ""
        speaks = label.group() if label else speaks
        words = f"{words} {line[label.end() :] if again and label else line}".strip()
        last, ended = line, end
    if words:
        yield words


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Each line that is said, with the seconds from which and to which it is shown."""
    for cue in re.split(r"\n[ \t]*\n", text):
        lines = cue.split("\n")
        timed = next((i for i, line in enumerate(lines[:3]) if TIMES.search(line)), None)
        match = TIMES.search(lines[timed]) if timed is not None else None
        if timed is None or match is None:
            continue
        h, m, s, h2, m2, s2 = (int(group or 0) for group in match.groups())
        for line in _with_name(lines[timed + 1 :]):
            said = _labelled(plain(TAG.sub("", VOICE.sub(r">> \1: ", line))))
            if said:
                yield h * 3600 + m * 60 + s, h2 * 3600 + m2 * 60 + s2, said


def _with_name(lines: list[str]) -> list[str]:
    """*ADA OBI* on the first line of several is the label of what stands below."""
    shouted = len(lines) > 1 and lines[0].isupper() and not lines[1].isupper()
    named = shouted and lines[0].strip()[-1].isalpha() and _is_speaker(lines[0].strip())
    return [f"{lines[0].strip()}: {lines[1]}", *lines[2:]] if named else lines


def _labelled(line: str) -> str:
    """A line with a speaker's tag as every label is written, others as they stand."""
    tag = TAGGED.match(line)
    return f">> {tag['who']}: {line[tag.end() :]}" if tag and _is_speaker(tag["who"]) else line


def _is_speaker(words: str) -> bool:
    """Whether words by themselves are somebody: a name by its given name, or a part."""
    named = all(word[0].isupper() for word in words.split())
    return (named and is_listed_forename(first_word(words))) or words.lower() in parts()
