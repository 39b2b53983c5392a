"""How often each rule of quotations and of dates decides on texts that it was not written for.

    python benchmarks/rules_on_texts.py [--show RULE]… FOLDER…

Each FOLDER is one of seeds without annotations; each of its documents is looked at by itself.
Prints for each rule its decisions in each folder, and with `--show` the places that a rule decided
and what was found there, to be read and judged.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from generator.config import Settings
from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.quotations import TABLES, find_quotations
from generator.extract.time_expressions import find_time_expressions
from generator.language.lexicons import Lexicon, load_lexicon
from generator.language.pipeline import LanguageModel, load_language_model
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Annotations
from generator.model.text import Document
from generator.read.seeds import read_seeds
from generator.resolve.temporal_anchoring import resolve_dates
from generator.temporal.rules import date_rules

LANGUAGE = "en"
AROUND = 70
"""Characters that are shown on each side of a place."""


class Decided(Struct, frozen=True):
    """One place that a rule decided, and what it found there."""

    stage: str
    rule: str
    document: str
    shown: str


def decided_in(document: Document, model: LanguageModel, lexicon: Lexicon) -> Iterator[Decided]:
    """What the rules of quotations and of dates decide in one document."""
    runs = find_quoted_runs(document.text, paragraphs_of(document), lexicon)
    parse = parse_document(document, runs, model=model)
    for quotation in find_quotations(document, parse, runs=runs, lexicon=lexicon):
        source = quotation.antecedent or quotation.speaker_mention
        span = quotation.span
        shown = _shown(document.text, span.start, span.end, source.text if source else None)
        yield Decided("quotations", quotation.rule, document.id, shown)
    expressions = find_time_expressions(document, parse, lexicon=lexicon)
    found = Annotations(document.id, LANGUAGE, time_expressions=expressions)
    for date in resolve_dates([document], [found]).dates:
        shown = _shown(document.text, date.start, date.end, date.timex_value or date.value)
        yield Decided("dates", date.rule, document.id, shown)


def _shown(text: str, start: int, end: int, found: str | None) -> str:
    """The place among its neighbours, on one line, with what was found."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"{before}[[{text[start:end]}]]{after}".split()) + f" → {found}"


def main() -> None:
    """Read the folders, count, and show what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--show", action="append", default=[], help="a rule to be read")
    asked = parser.parse_args()
    lexicon = load_lexicon(LANGUAGE)
    if lexicon is None:
        raise SystemExit("there are no English word lists")
    model = load_language_model(Settings().nlp.model)
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for folder in asked.folders:
        for document in read_seeds(folder).documents:
            for one in decided_in(document, model, lexicon):
                counts[one.stage, one.rule][folder.name] += 1
                if one.rule in asked.show:
                    print(f"{one.rule} {folder.name}/{one.document}: {one.shown}")
    report(counts, [folder.name for folder in asked.folders])


def report(counts: Mapping[tuple[str, str], Counter[str]], folders: list[str]) -> None:
    """One line a rule: its decisions in all folders, and in each."""
    rules = [("quotations", rule.id) for table in TABLES for rule in table]
    rules += [("dates", rule.id) for rule in date_rules(Lexicon(LANGUAGE))]
    print(f"{'stage':11} {'rule':28} {'all':>6}  {'  '.join(folders)}")
    for stage, rule in rules:
        count = counts.get((stage, rule), Counter[str]())
        own = "  ".join(f"{count[name]:{len(name)}}" for name in folders)
        print(f"{stage:11} {rule:28} {count.total():6}  {own}")


if __name__ == "__main__":
    main()
