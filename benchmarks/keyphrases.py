"""Keyphrases beside YAKE's on the same documents: F1 against gold, redundancy, fragments, speed.

    python benchmarks/keyphrases.py GOLD.jsonl [GOLD.jsonl …]

A line of the gold file is ``{"id": …, "text": …, "keyphrases": […]}``. Matching is exact over
Porter stems, F1 is the mean over documents. Of the ten best phrases it counts

- redundant: those that contain another of the ten, or lie in one, by stems;
- fragments: those that nowhere in the document are a whole noun phrase, name or number-led phrase
  of the parse, but start or end inside one. Articles, possessors, numbers and the modifiers of
  ``weak_modifiers.txt`` may be missing at the beginning; *strict* counts those modifiers too.

Needs nltk for the stemmer (``pip install nltk``; no corpus of it is used).
"""

import functools
import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from nltk.stem import PorterStemmer  # type: ignore[import-untyped]  # it has no types
from yake import KeywordExtractor

from generator.config import Settings
from generator.extract.annotate import annotations_of, paragraphs_of, parse_document
from generator.language.lexicons import Lexicon, load_words
from generator.language.pipeline import load_language_model
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Annotations
from generator.model.text import Document, Parse, Token
from generator.read.seeds import read_seeds
from generator.resolve.entities import resolve_actors
from generator.resolve.keyphrases import resolve_keyphrases

TOP = (5, 10)
HYPHENS = frozenset({"-", "–", "/"})
BRACKETS = frozenset("()[]{}")
LEADING = frozenset({"DET", "PRON", "PART", "PUNCT", "NUM", "SYM", "ADV", "CCONJ", "X"})
PREMODIFIERS = frozenset(
    {"compound", "amod", "nmod", "nummod", "det", "poss", "advmod", "quantmod", "predet", "punct"}
    | {"cc", "conj", "npadvmod"}
)


class Gold(Struct):
    """One document of a keyphrase set."""

    id: str
    text: str
    keyphrases: list[str]


class Result(Struct):
    """What one system gave for one set, and how long it took."""

    phrases: dict[str, list[str]]
    seconds: float


@functools.lru_cache(200_000)
def stem(word: str) -> str:
    """The Porter stem of a lower-case word."""
    return str(PorterStemmer().stem(word))


def normal(phrase: str) -> str:
    """The phrase as it is compared: lower case, stems, no marks at the edges of words."""
    phrase = re.sub(r"'s\b", "", phrase.lower().replace("’", "'").replace("`", "'"))
    phrase = re.sub(r"[^\w\s.&'/]", " ", phrase)
    return " ".join(stem(w.strip(".'/&")) for w in phrase.split() if w.strip(".'/&"))


def main(paths: Sequence[str]) -> int:
    """Print one block a set."""
    if not paths:
        print(__doc__)
        return 2
    for path in paths:
        golds = read_gold(Path(path))
        documents = documents_of(golds)
        ours, parses = _ours([documents[g.id] for g in golds])
        words = sum(len(g.text.split()) for g in golds)
        parsed = {g.id: (documents[g.id], parses[g.id]) for g in golds}
        print(f"{Path(path).name}: {len(golds)} documents, {words} words")
        for name, result in (("briefing", ours), ("YAKE 0.7.3", _yake(golds))):
            _report(name, result, golds, words, parsed)
    return 0


def read_gold(path: Path) -> list[Gold]:
    """The documents of one set."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
    return [Gold(r["id"].replace("/", "__"), r["text"], r["keyphrases"]) for r in rows]


def _report(
    name: str,
    result: Result,
    golds: Sequence[Gold],
    words: int,
    parsed: Mapping[str, tuple[Document, Parse]],
) -> None:
    scores = "  ".join(f"F1@{k} {100 * _f1(result, golds, k):5.2f}" for k in TOP)
    redundant = fragments = strict = total = 0
    for gold in golds:
        top = result.phrases[gold.id][:10]
        total += len(top)
        redundant += count_redundant(top)
        document, parse = parsed[gold.id]
        whole = frozenset(_whole_phrases(document, parse, weak=True))
        fragments += sum(_plain(p) not in whole for p in top)
        wholly = frozenset(_whole_phrases(document, parse, weak=False))
        strict += sum(_plain(p) not in wholly for p in top)
    print(
        f"  {name:11} {scores}  redundant {_share(redundant, total)}  fragments "
        f"{_share(fragments, total)} (strict {_share(strict, total)})  "
        f"{words / result.seconds:8.0f} words/s"
    )


def count_redundant(phrases: Sequence[str]) -> int:
    """How many of the phrases contain another one, or lie in one, by stems."""
    padded = [f" {normal(p)} " for p in phrases]
    return sum(
        any(i != j and (a in b or b in a) for j, b in enumerate(padded))
        for i, a in enumerate(padded)
    )


def _share(count: int, total: int) -> str:
    return f"{100 * count / max(1, total):4.1f} %"


def _f1(result: Result, golds: Sequence[Gold], k: int) -> float:
    total = 0.0
    for gold in golds:
        wanted = {normal(p) for p in gold.keyphrases} - {""}
        mine = list(dict.fromkeys(n for p in result.phrases[gold.id] if (n := normal(p))))[:k]
        hits = sum(p in wanted for p in mine)
        if hits:
            precision, recall = hits / len(mine), hits / len(wanted)
            total += 2 * precision * recall / (precision + recall)
    return total / max(1, len(golds))


def documents_of(golds: Sequence[Gold]) -> Mapping[str, Document]:
    """The gold's texts as they are read, by their ids."""
    with tempfile.TemporaryDirectory() as folder:
        for gold in golds:
            (Path(folder) / f"{gold.id}.txt").write_text(gold.text, "utf-8", newline="")
        found = read_seeds(Path(folder)).documents
    return {d.path.removesuffix(".txt"): d for d in found}


def _ours(documents: Sequence[Document]) -> tuple[Result, Mapping[str, Parse]]:
    """The whole way from text to keyphrases, the parse and the actors included."""
    model = load_language_model(Settings().nlp.model)
    lexicon = Lexicon("en")
    started = time.perf_counter()
    parses: dict[str, Parse] = {}
    annotations: list[Annotations] = []
    for document in documents:
        runs = find_quoted_runs(document.text, paragraphs_of(document), Lexicon("en"))
        parse = parse_document(document, runs, model=model)
        parses[document.path.removesuffix(".txt")] = parse
        annotations.append(annotations_of(document, parse, runs, lexicon))
    actors = resolve_actors(documents, annotations)
    found = resolve_keyphrases(documents, annotations, actors, limit=20)
    seconds = time.perf_counter() - started
    phrases = {d.path.removesuffix(".txt"): [k.text for k in found[d.id]] for d in documents}
    return Result(phrases, seconds), parses


def _yake(golds: Sequence[Gold]) -> Result:
    extractor = KeywordExtractor()
    started = time.perf_counter()
    phrases = {g.id: [str(p) for p, _ in extractor.extract_keywords(g.text)] for g in golds}
    return Result(phrases, time.perf_counter() - started)


def _plain(phrase: str) -> str:
    return " ".join(re.findall(r"\w+", phrase.lower()))


def _whole_phrases(document: Document, parse: Parse, *, weak: bool) -> Iterator[str]:
    """Every noun phrase of the document, with and without what may be missing at its beginning."""
    words = load_words("weak_modifiers", "en") if weak else frozenset()
    for parsed in parse.segments:
        spans = list(_noun_phrases(parsed.tokens)) + list(_names(parsed.tokens))
        starts = {end: list(_starts(parsed.tokens, begin, end, words)) for begin, end in spans}
        for begin, end in spans:
            for start in _starts(parsed.tokens, begin, end, words):
                yield _text(document, parsed.tokens, start, end)
        for (_, first_end), (begin, end) in pairwise(sorted(spans)):
            joined = parsed.tokens[first_end:begin]
            if len(joined) == 1 and joined[0].pos == "ADP":
                for start in starts[first_end]:
                    yield _text(document, parsed.tokens, start, end)


def _text(document: Document, tokens: Sequence[Token], start: int, end: int) -> str:
    return _plain(document.text[tokens[start].start : tokens[end - 1].end])


def _noun_phrases(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Each noun that is no part of a longer name or compound, with its modifiers before it."""
    for token in tokens:
        behind = tokens[token.index + 1] if token.index + 1 < len(tokens) else token
        inside = (
            token.dep in {"compound", "amod", "nmod"} and tokens[token.head].index > token.index
        )
        hyphen = behind.text in HYPHENS and behind.start == token.end
        if token.pos not in {"NOUN", "PROPN", "NUM"} or inside or hyphen:
            continue
        start = token.index
        while (
            start
            and tokens[start - 1].text not in BRACKETS
            and (_is_glued(tokens, start) or _belongs(tokens, start - 1, token.index))
        ):
            start -= 1
        yield start, token.index + 1


def _is_glued(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen joins the word at `index` to the one before it."""
    before, word = tokens[index - 1], tokens[index]
    return before.end == word.start and bool(HYPHENS & {before.text, word.text})


def _belongs(tokens: Sequence[Token], index: int, head: int) -> bool:
    """Whether a word before the head hangs on it through modifiers alone."""
    while index != head:
        token = tokens[index]
        if token.dep not in PREMODIFIERS:
            return False
        if token.head == index or token.head > head:
            return False
        index = token.head if token.head > index else _first_of_series(tokens, index)
        if index < 0:
            return False
    return True


def _first_of_series(tokens: Sequence[Token], index: int) -> int:
    """What a joined modifier's series hangs on (*hot, dry weather* from *dry*), -1 for nothing."""
    while tokens[index].head < index and tokens[index].dep in {"conj", "cc", "punct"}:
        index = tokens[index].head
    head = tokens[index].head
    return head if head > index and tokens[index].dep in PREMODIFIERS else -1


def _names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = None
    for index, token in enumerate(tokens):
        if start is not None and (not token.entity or token.entity_begins):
            yield start, index
            start = None
        if token.entity and start is None:
            start = index
    if start is not None:
        yield start, len(tokens)


def _starts(tokens: Sequence[Token], begin: int, end: int, weak: frozenset[str]) -> Iterator[int]:
    """The beginning, and each later one that only articles, possessors and the like lie before."""
    for start in range(begin, end):
        skipped = tokens[begin:start]
        possessor = any(t.tag == "POS" for t in skipped[-1:])
        if possessor or all(_may_be_missing(t, weak) for t in skipped):
            yield start


def _may_be_missing(token: Token, weak: frozenset[str]) -> bool:
    compares = bool(weak) and token.tag in {"JJR", "JJS"}
    return token.pos in LEADING or compares or token.text.lower() in weak


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
