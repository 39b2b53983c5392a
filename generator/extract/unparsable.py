"""What no parse can bear: runs without a word among them, and paragraphs that no reader would read.

A parser takes minutes for thousands of marks in a row, and what is found in one sentence of ten
thousand words costs the square of its length. A run is left out of what the parser sees, a
paragraph past a limit (`limits.paragraph_tokens` and its neighbours) is not looked at; the text and
its offsets stay as they are, and a warning names what was set aside.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from generator.config.limits import LimitSettings
from generator.model.reading_order import InOrder
from generator.model.text import Document, Sentence, Zone, ZoneKind

TOKEN = re.compile(r"\w+|[^\w\s]")
MARK = re.compile(r"[\"“”„‟«»‹›‘`]|(?<!\w)['’]|['’](?!\w)")
"""What may open or close a quotation; an apostrophe inside a word does not."""
CAPITALISED = re.compile(r"\b[^\W\d_]*[^\W\d_a-z][a-z]\w*")
PAIRS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«", "›": "‹"}
BRACKET = re.compile(rf"[{re.escape(''.join((*PAIRS, *PAIRS.values())))}]")
RUN = "a run of {length} {of}, from character {at} on, was not analysed: no parse can bear it"
PARAGRAPH = (
    "its paragraph {number}, from character {at} on ({words}), was not analysed: "
    "{count} {of} are more than {most} (limits.{limit} in mkdocs.yml raises this)"
)
DEEPEST = 1000
"""How far back the mark is looked for that another one closes."""
SHOWN = 40
"""Characters of a paragraph that name it in a warning."""


class Noise(Struct, frozen=True, order=True):
    """A run that is not parsed, and what it is a run of."""

    start: int
    end: int
    of: str


class Excess(Struct, frozen=True):
    """A paragraph that is not analysed, and the limit that it is past."""

    zone: Zone
    limit: str
    of: str
    count: int
    most: int


NESTED = "pairs of marks inside each other"


def find_noise(text: str, limits: LimitSettings) -> tuple[Noise, ...]:
    """The runs of a text that no parse can bear, in reading order; one inside another is not."""
    runs = _runs(limits).items()
    found = [Noise(*m.span(), of) for of, run in runs for m in run.finditer(text)]
    kept: list[Noise] = []
    for noise in sorted(found, key=lambda n: (n.start, -n.end, n.of)):
        if not kept or noise.end > kept[-1].end:
            kept.append(noise)
    return tuple(kept)


def without_noise(text: str, noises: Sequence[Noise]) -> str:
    """The text with spaces in place of such runs, its line ends and offsets unchanged."""
    pieces, at = [], 0
    for noise in noises:
        start = max(at, noise.start)
        if start < noise.end:
            pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start : noise.end])]
            at = noise.end
    return "".join((*pieces, text[at:]))


def find_excess(
    document: Document, text: str, limits: LimitSettings, kinds: frozenset[ZoneKind]
) -> tuple[Excess, ...]:
    """The paragraphs of these kinds that are past a limit; `text` is what is parsed of them."""
    sentences = InOrder(document.sentences, lambda s: s.start)
    zones = (z for z in document.zones if z.kind in kinds)
    found = (_excess(z, text, sentences.within(z.start, z.end), limits) for z in zones)
    return tuple(one for one in found if one is not None)


def without_zones(document: Document, zones: Sequence[Zone]) -> Document:
    """The document as if nothing stood in these zones; its text and offsets stay."""
    if not zones:
        return document
    left_out = frozenset(zones)
    places = InOrder(zones, lambda z: z.start)

    def stays(sentence: Sentence) -> bool:
        zone = places.last_from(sentence.start)
        return zone is None or zone.end <= sentence.start

    return structs.replace(
        document,
        zones=tuple(z for z in document.zones if z not in left_out),
        sentences=tuple(s for s in document.sentences if stays(s)),
    )


def tell_unread(text: str, noises: Sequence[Noise], excesses: Sequence[Excess]) -> Iterator[str]:
    """What of a text is not analysed, a warning each."""
    for noise in noises:
        yield RUN.format(length=noise.end - noise.start, of=noise.of, at=noise.start)
    for one in excesses:
        words = " ".join(text[one.zone.start : one.zone.end][:SHOWN].split())
        yield PARAGRAPH.format(
            number=one.zone.paragraph,
            at=one.zone.start,
            words=f"{words}…",
            count=one.count,
            of=one.of,
            most=one.most,
            limit=one.limit,
        )


def nesting(text: str) -> int:
    """How deep brackets and quotation marks stand inside each other, those without a pair apart."""
    open_marks: list[str] = []
    heights = [0]
    """The deepest pair that is closed inside of each open mark, and outside of all."""
    for found in BRACKET.finditer(text):
        mark = found.group()
        if mark not in PAIRS:
            open_marks.append(mark)
            heights.append(0)
        elif PAIRS[mark] in open_marks[-DEEPEST:]:
            behind = len(open_marks) - open_marks[::-1].index(PAIRS[mark]) - 1
            height = max(heights[behind + 1 :]) + 1
            del open_marks[behind:], heights[behind + 1 :]
            heights[-1] = max(heights[-1], height)
    return max(heights)


def _runs(limits: LimitSettings) -> dict[str, re.Pattern[str]]:
    word, marks, letters = (
        limits.unbroken_characters,
        limits.marks_in_a_row,
        limits.letters_in_a_row,
    )
    return {
        "characters without a space": re.compile(rf"(?<!\S)\S{{{word},}}+"),
        "marks in a row": re.compile(rf"(?<![^\w\s])[^\w\s]{{{marks},}}+"),
        "single characters in a row": re.compile(rf"(?<!\S)(?:\S\s{{1,9}}+){{{letters},}}+"),
    }


def _excess(
    zone: Zone, text: str, sentences: Sequence[Sentence], limits: LimitSettings
) -> Excess | None:
    """The first limit that a paragraph is past; one that is too short for any is not counted."""
    words = text[zone.start : zone.end]
    if len(words) <= min(limits.of_paragraphs):
        return None
    names = _count(CAPITALISED, words)
    longest = max((_count(TOKEN, text[s.start : s.end]) for s in sentences), default=0)
    counts = (
        ("paragraph_tokens", limits.paragraph_tokens, "words and marks", _count(TOKEN, words)),
        ("sentence_tokens", limits.sentence_tokens, "words and marks in one sentence", longest),
        ("paragraph_marks", limits.paragraph_marks, "quotation marks", _count(MARK, words)),
        ("paragraph_names", limits.paragraph_names, "capitalised words", names),
        ("paragraph_nesting", limits.paragraph_nesting, NESTED, nesting(words)),
    )
    for limit, most, of, count in counts:
        if count > most:
            return Excess(zone, limit, of, count, most)
    return None


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
