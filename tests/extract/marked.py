"""Reads test sentences in which marks say what must be found: ``{source} <cue> [“content”]``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.language.lexicons import Lexicon
from generator.model.annotations import Phrase
from generator.model.text import Document, Metadata, Offsets, Sentence, Zone, ZoneKind
from generator.read.sentences import find_sentences

from generator.language.quotation_marks import find_quoted_runs  # isort: skip

PIECE = re.compile(r"\{(?P<source>[^{}]*)\}|<(?P<cue>[^<>]*)>|\[(?P<content>[^\[\]]*)\]")
KINDS = {
    "fragment": "reported_fragment",
    "term": "term",
    "title": "title",
    "headline": "headline_phrase",
    "direct": "direct_speech",
    **{stance: stance for stance in ("denied", "asked", "offered", "conditional")},
}
LABEL = re.compile(rf"^(?P<number>\d+)?\s*(?P<kind>{'|'.join(KINDS)})?\|")
QUOTES = "“”„\"'‘’«»`"


@dataclass(frozen=True)
class ExpectedMarks:
    """What must be found: its words, its kind or stance, and what its source and cue are."""

    start: int
    end: int
    kind: str | None
    source: Phrase | None
    cue: Phrase | None


@dataclass(frozen=True)
class Case:
    """A marked text without its marks, and what they ask for."""

    construction: str
    marked: str
    text: str
    headlines: frozenset[int]
    expected: tuple[ExpectedMarks, ...]
    failure: str | None = None

    @property
    def name(self) -> str:
        """A short name for the test's report."""
        return f"{self.construction}: {self.marked[:60]}"


@dataclass
class _MarkReader:
    text: str = ""
    sources: dict[str, Phrase] = field(default_factory=dict)
    cues: dict[str, Phrase] = field(default_factory=dict)
    contents: list[tuple[int, int, str, str | None]] = field(default_factory=list)


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file: ``## construction`` lines and one case a line."""
    construction = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            construction = line[3:]
        elif line.strip() and not (line.startswith("# ") and not construction):
            yield read_case(construction, line)


def read_case(construction: str, line: str) -> Case:
    """One marked line as a case."""
    failing = re.match(r"~(.*?)~\s*", line)
    marked = line[failing.end() :] if failing else line
    reader, headlines = _MarkReader(), set[int]()
    for number, paragraph in enumerate(marked.split("⏎")):
        if number:
            reader.text += "\n"
        if paragraph.startswith("# "):
            headlines.add(number)
        _read_paragraph(reader, paragraph.removeprefix("# "))
    expected = tuple(
        ExpectedMarks(start, end, kind, reader.sources.get(n), reader.cues.get(n))
        for start, end, n, kind in reader.contents
    )
    reason = failing.group(1) if failing else None
    return Case(construction, marked, reader.text, frozenset(headlines), expected, reason)


def _read_paragraph(reader: _MarkReader, paragraph: str) -> None:
    at = 0
    for piece in PIECE.finditer(paragraph):
        reader.text += paragraph[at : piece.start()]
        group = piece.lastgroup or ""
        inside = piece.group(group)
        label = LABEL.match(inside)
        number = (label.group("number") if label else None) or "1"
        words = inside[label.end() :] if label else inside
        start = len(reader.text)
        reader.text += words
        phrase = Phrase(start, len(reader.text), words)
        if group == "source":
            reader.sources[number] = phrase
        elif group == "cue":
            reader.cues[number] = phrase
        else:
            kind = KINDS[label.group("kind")] if label and label.group("kind") else None
            lead = len(words) - len(words.lstrip(QUOTES))
            inner = not lead and re.search(r"[“„«]", words)  # a mark that opens inside closes there
            tail = 0 if inner else len(words) - len(words.rstrip(QUOTES))
            end = len(reader.text) - tail
            reader.contents.append((start + lead, end, number, kind))
        at = piece.end()
    reader.text += paragraph[at:]


def document_of(case_text: str, headlines: frozenset[int] = frozenset()) -> Document:
    """A document of one zone a line."""
    zones: list[Zone] = []
    for number, match in enumerate(re.finditer(r"[^\n]+", case_text)):
        kind: ZoneKind = "headline" if number in headlines else "body"
        zones.append(Zone(match.start(), match.end(), kind, "running_text", number + 1))
    places = [Offsets(z.start, z.end) for z in zones]
    runs = find_quoted_runs(case_text, places, Lexicon("en"))
    sentences = tuple(
        Sentence(f"s-{s.start}", s.start, s.end, z.paragraph, z.kind)
        for z in zones
        for s in find_sentences(case_text, Offsets(z.start, z.end), runs, lexicon=Lexicon("en"))
    )
    return Document(
        id="case",
        path="case.txt",
        media_type="text/plain",
        sha256="",
        text_sha256="",
        text=case_text,
        language="en",
        metadata=Metadata(),
        zones=tuple(zones),
        sentences=sentences,
    )
