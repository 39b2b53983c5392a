"""Sentences of different documents that name the same things; related, never said to agree."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log
from typing import Literal

from msgspec import Struct

from generator.language.lexicons import load_lexicon
from generator.language.weights import load_count, load_weight
from generator.model.annotations import Count
from generator.model.corpus import Comparison
from generator.model.grouping import first_of_each, grouped, linked
from generator.resolve.comparison.sentence_index import Located, SentenceIndex, row_id

COMMONEST = load_count("pairs.commonest")
COPIED, CONTAINED = load_weight("pairs.copied"), load_weight("pairs.contained")
BESIDE = load_weight("pairs.beside")
LEAST, LEAST_CHANGE = load_weight("likeness.some"), 1 / load_count("pairs.change")
LEAST_CENTRAL, FEW_WORDS = load_weight("pairs.central"), load_count("pairs.few_words")
LEAST_NOBODY, MANY_WORDS = load_weight("pairs.nobody"), load_count("pairs.many_words")
LEAST_ONE_WORD = 1 / load_count("pairs.one_word")
SPECIFIC, FEW_SENTENCES = load_weight("pairs.specific"), load_weight("pairs.few_sentences")
NEVER = 2.0
"""More than any likeness."""
SHARED_WORDS = load_count("pairs.shared_words")
MOST_PAIRS, MOST_OF_ONE = load_count("pairs.most"), load_count("pairs.most_of_one")


class SentencePair(Struct, frozen=True):
    """Two sentences, the earlier document's first, with how alike they are."""

    one: Located
    two: Located
    score: float
    shared: tuple[str, ...]
    edited: bool = False
    """Whether they are one sentence of a text that was printed twice."""


def find_pairs(index: SentenceIndex, together: Mapping[str, int]) -> tuple[SentencePair, ...]:
    """The most alike pairs across documents.

    `together` numbers the documents that are laid side by side: the most alike are told of each
    number.
    """
    beside = grouped((together[p.document], p) for p in index.names if p.document in together)
    return tuple(pair for side in sorted(beside) for pair in _most_alike(beside[side], index))


def _most_alike(side: Sequence[Located], index: SentenceIndex) -> tuple[SentencePair, ...]:
    """Of the sentences of documents that are laid side by side."""
    said = ((index.texts[p.document], index.words(p), p) for p in sorted(side, key=index.by_day))
    once = first_of_each(((text, words), place) for text, words, place in said).values()
    places = grouped((name, place) for place in once for name in index.names[place])
    found: set[tuple[Located, Located]] = set()
    for name in sorted(places):
        if len(places[name]) <= COMMONEST:
            pairs = combinations(sorted(places[name]), 2)
            found.update((a, b) for a, b in pairs if a.document != b.document)
    scored = [p for a, b in sorted(found) if (p := _pair(a, b, index))]
    return _best(sorted(scored, key=lambda p: (-p.score, p.one, p.two)), index)


def _pair(one: Located, two: Located, index: SentenceIndex) -> SentencePair | None:
    """The likeness of two sentences that may tell of one matter on one day."""
    first, second = index.names[one], index.names[two]
    both = first & second
    edited = index.are_copied(one, two)
    if len(both) < 2 or (edited and not index.are_versions(one, two)):
        return None
    if not index.at_one_time(one, two):
        return None
    least = 0.0 if edited else _least(both, index)
    if least == NEVER or (score := index.likeness(first, second)) < least:
        return None
    order = sorted((one, two), key=index.by_day)
    return SentencePair(order[0], order[1], round(score, 3), tuple(sorted(both)), edited)


def _least(both: frozenset[str], index: SentenceIndex) -> float:
    """How alike two sentences must be: more where they share nobody, or whom all name.

    Beside a specific actor a topic counts by its words, which stand among the words already.
    """
    words = sum(name.startswith("word:") for name in both)
    actors = [index.weights[name] for name in both if name.startswith("actor:")]
    if max(actors, default=0.0) >= min(SPECIFIC, log(len(index.names) + 1) / FEW_SENTENCES):
        few = LEAST_ONE_WORD if words else NEVER
        return LEAST if words >= SHARED_WORDS else few
    told = len(both) - len(actors)
    if actors:
        return LEAST_CENTRAL if told >= FEW_WORDS else NEVER
    return LEAST_NOBODY if told >= MANY_WORDS else NEVER


def _best(pairs: Sequence[SentencePair], index: SentenceIndex) -> tuple[SentencePair, ...]:
    """The most alike; of sentences in the same words the first stands for all."""
    places = sorted({p for pair in pairs for p in (pair.one, pair.two)}, key=index.by_day)
    same = (p for p in pairs if not p.edited and _is_copy(p, index))
    copies = linked(places, [(p.one, p.two) for p in same])
    firsts = {group[0] for group in copies}
    used: Counter[Located] = Counter()
    kept: list[SentencePair] = []
    for pair in pairs:
        full = len(kept) == MOST_PAIRS or max(used[pair.one], used[pair.two]) >= MOST_OF_ONE
        fits = {pair.one, pair.two} <= firsts and not full
        if fits and (pair.edited or _shows_change(pair, index) or not _adds_nothing(pair, index)):
            used.update((pair.one, pair.two))
            kept.append(pair)
    return tuple(kept)


def _is_copy(pair: SentencePair, index: SentenceIndex) -> bool:
    """Whether one sentence is the other, a word or two aside, with the same numbers."""
    one, two = index.words(pair.one), index.words(pair.two)
    return not _numerals(one ^ two) and len(one & two) >= COPIED * len(one | two)


def _adds_nothing(pair: SentencePair, index: SentenceIndex) -> bool:
    """Whether the other sentence tells what the shorter one tells, with its numbers.

    Nor do two add to each other that share little of what they tell.
    """
    short, long = sorted((index.content(p) for p in (pair.one, pair.two)), key=len)
    fewer, more = sorted((index.words(p) for p in (pair.one, pair.two)), key=len)
    told = len(short & long) / max(1, len(short))
    return told < BESIDE or (told > CONTAINED and not _numerals(fewer - more))


def _numerals(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


def rows_of_pairs(pairs: Sequence[SentencePair], index: SentenceIndex) -> Iterator[Comparison]:
    """A row for each pair: related, and where the later one tells of it, changed."""
    yield from (_row("related_sentences", pair, index) for pair in pairs)
    yield from (_row("changed", pair, index) for pair in pairs if _shows_change(pair, index))


def _row(
    kind: Literal["related_sentences", "changed"], pair: SentencePair, index: SentenceIndex
) -> Comparison:
    one, two = index.member(pair.one), index.member(pair.two)
    ids = (one.document, one.sentence or "", two.document, two.sentence or "", "")
    return Comparison(
        id=row_id(kind, ids),
        kind=kind,
        documents=tuple(sorted({one.document, two.document})),
        members=(one, two),
        actor=_first(pair.shared, "actor:"),
        topic=_first(pair.shared, "topic:"),
        score=pair.score,
    )


def _first(names: Sequence[str], kind: str) -> str | None:
    return next((n.removeprefix(kind) for n in names if n.startswith(kind)), None)


def _shows_change(pair: SentencePair, index: SentenceIndex) -> bool:
    """The later document tells the same of the matter with another number, denied, or as done.

    Of an edited text it shows whatever was changed.
    """
    before = index.days.get(pair.one.document)
    after = index.days.get(pair.two.document)
    later = bool(before and after and before[1] and after[0] and before[1] < after[0])
    if pair.edited:
        return later
    matter = sum(n.startswith("word:") for n in pair.shared) >= SHARED_WORDS
    if not later or not matter or pair.score < LEAST_CHANGE:
        return False
    if _actors(pair.one, index) != _actors(pair.two, index):
        return False  # *Sanders needs 836*, *a candidate needs 2,383*: told of others
    return _counts_otherwise(pair, index) or _tells_otherwise(pair, index)


def _actors(place: Located, index: SentenceIndex) -> frozenset[str]:
    return frozenset(name for name in index.names[place] if name.startswith("actor:"))


def _counts_otherwise(pair: SentencePair, index: SentenceIndex) -> bool:
    """The same things in the same state, in another number."""
    one, two = (index.counts.get(place, ()) for place in (pair.one, pair.two))
    kinds = {(c.what, c.governor) for c in one} & {(c.what, c.governor) for c in two}
    return any(_numbers(one, kind).isdisjoint(_numbers(two, kind)) for kind in kinds)


def _numbers(counts: Sequence[Count], kind: tuple[str, str]) -> frozenset[str]:
    return frozenset(c.number for c in counts if (c.what, c.governor) == kind)


def _tells_otherwise(pair: SentencePair, index: SentenceIndex) -> bool:
    """The same verb, denied where it was not, or done where it was to come."""
    one, two = index.clauses.get(pair.one), index.clauses.get(pair.two)
    if not one or not two or not one.predicate or one.predicate != two.predicate:
        return False
    lexicon = load_lexicon(index.documents[pair.one.document].language)
    if lexicon and one.predicate in lexicon.group("empty_predicates"):
        return False
    done = (one.eventuality, two.eventuality) == ("outlook", "event")
    return one.negated != two.negated or done
