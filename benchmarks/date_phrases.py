"""Phrases that name dates, by kind: how many values are right, open and wrong.

    python benchmarks/date_phrases.py [--wrong] [--rules] [PHRASES.tsv]

A row of the table is a kind, the day of the document and a sentence with ``[phrase = value]`` for
each phrase; ``-`` stands for no value. A phrase is right where the one expression that overlaps it
has that value, wrong where any has another one, and open where none has a value. `--rules` prints
how often each rule, and what the rest of a date is seen from, decided, and how often rightly: in
the half that rules may be written for, and in the other, every second row of each kind, which they
may not.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.config import Settings
from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.time_expressions import find_time_expressions
from generator.language.lexicons import Lexicon, load_lexicon
from generator.language.pipeline import LanguageModel, load_language_model
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Annotations
from generator.model.corpus import DatedExpression
from generator.model.text import Document, Fact, Metadata, Offsets, Sentence, Zone
from generator.read.sentences import find_sentences
from generator.resolve.temporal_anchoring import resolve_dates
from generator.temporal import edtf_of

PHRASES = Path(__file__).parents[1] / "tests" / "temporal" / "date_phrases.tsv"
MARK = re.compile(r"\[([^\]=]+?) = ([^\]]*)\]")
OPEN = "-"


class DatePhrase(Struct, frozen=True):
    """One phrase in its sentence, the value that it must have, and what was found for it."""

    kind: str
    text: str
    sentence: str
    wanted: str | None
    found: tuple[str, ...]
    rules: tuple[str, ...] = ()
    """What found the values, and what the rest of them is seen from."""
    held_out: bool = False
    """Whether its row is of the half that no rule may be written for."""

    @property
    def verdict(self) -> str:
        """``right``, ``open`` or ``wrong``."""
        if set(self.found) == ({self.wanted} if self.wanted else set()):
            return "right"
        return "wrong" if self.found else "open"


def main() -> None:
    """Print the table for the phrases that are named on the command line, or for our own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("phrases", type=Path, nargs="?", default=PHRASES)
    parser.add_argument("--wrong", action="store_true", help="list what is not right")
    parser.add_argument("--rules", action="store_true", help="what each rule decides, by half")
    asked = parser.parse_args()
    judged = judge(asked.phrases, load_language_model(Settings().nlp.model))
    if asked.wrong:
        for one in (one for one in judged if one.verdict != "right"):
            found = ", ".join(one.found) or OPEN
            print(f"{one.verdict:5} {one.kind}: {one.text!r} is {one.wanted or OPEN}, not {found}")
            print(f"      {one.sentence}")
    if asked.rules:
        for rule, told in sorted(decisions(judged).items()):
            print(f"{rule:30} {told[False]:4} {told[True]:4} right of the held-out half")
        return
    for kind in dict.fromkeys(one.kind for one in judged):
        _print(kind, [one for one in judged if one.kind == kind])
    _print("all", judged)


def decisions(judged: Sequence[DatePhrase]) -> Mapping[str, Counter[bool]]:
    """Rule → its right decisions, those of the held-out half under True."""
    found: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for one in judged:
        for rule in one.rules if one.verdict == "right" and one.wanted else ():
            found[rule][one.held_out] += 1
    return found


def judge(phrases: Path, model: LanguageModel) -> tuple[DatePhrase, ...]:
    """Read the table, find and anchor the dates of each sentence, and compare."""
    lines = phrases.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    seen = Counter[str]()
    found: list[DatePhrase] = []
    for kind, day, marked in rows:
        seen[kind] += 1
        held_out = seen[kind] % 2 == 0
        found += (replace(one, held_out=held_out) for one in _judge(kind, day, marked, model))
    return tuple(found)


def _judge(kind: str, day: str, marked: str, model: LanguageModel) -> Iterator[DatePhrase]:
    text, wanted = _unmarked(marked)
    rows = _dates(text, day, model)
    for at, value in wanted:
        near = [r for r in rows if r.start < at.end and r.end > at.start]
        found = tuple(r.value for r in near if r.value)
        edtf = None if value == OPEN else edtf_of(value) or value
        rules = tuple(rule for r in near if r.value for rule in (r.rule, *r.seen_from))
        yield DatePhrase(kind, text[at.start : at.end], text, edtf, found, rules)
    for row in (r for r in rows if r.value and not _is_marked(r, wanted)):
        yield DatePhrase(kind, row.text, text, None, (row.value or "",))


def _is_marked(row: DatedExpression, wanted: Sequence[tuple[Offsets, str]]) -> bool:
    return any(row.start < at.end and row.end > at.start for at, _ in wanted)


def _unmarked(marked: str) -> tuple[str, list[tuple[Offsets, str]]]:
    """The sentence without marks, and where each phrase stands in it."""
    text, done, wanted = "", 0, []
    for match in MARK.finditer(marked):
        text += marked[done : match.start()]
        wanted.append((Offsets(len(text), len(text) + len(match[1])), match[2]))
        text += match[1]
        done = match.end()
    return text + marked[done:], wanted


def _dates(text: str, day: str, model: LanguageModel) -> Sequence[DatedExpression]:
    """The dates of a document of one paragraph that is published on a day."""
    whole = Offsets(0, len(text))
    zones = (Zone(0, len(text), "body", "running_text", 1),)
    sentences = tuple(
        Sentence(f"s-{number}", at.start, at.end, 1, "body")
        for number, at in enumerate(find_sentences(text, whole, lexicon=Lexicon("en")))
    )
    meta = Metadata(published=Fact(day, "stated", None, "date_line"))
    document = Document("d", "d", "text/plain", "", "", text, "en", meta, zones, sentences)
    runs = find_quoted_runs(text, paragraphs_of(document), Lexicon("en"))
    parse = parse_document(document, runs, model=model)
    found = find_time_expressions(document, parse, lexicon=load_lexicon("en"))
    return resolve_dates([document], [Annotations("d", "en", time_expressions=found)]).dates


def _print(kind: str, judged: Sequence[DatePhrase]) -> None:
    count = Counter(one.verdict for one in judged)
    share = count["right"] / max(len(judged), 1)
    print(
        f"{kind:30} {len(judged):4}  right {count['right']:4} ({share:6.1%})"
        f"  open {count['open']:3}  wrong {count['wrong']:3}"
    )


if __name__ == "__main__":
    main()
