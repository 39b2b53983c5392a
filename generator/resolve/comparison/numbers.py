"""Numbers that differ for the same thing: *12 people were killed* beside *killing 15 people*."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

from generator.language.lexicons import load_lexicon, load_words
from generator.language.weights import load_count, load_weight
from generator.language.word_families import family
from generator.model.annotations import AllAnnotations, Count
from generator.model.corpus import Comparison, ComparisonMember
from generator.model.grouping import first_of_each
from generator.model.reading_order import SentenceFinder
from generator.model.text import Documents
from generator.resolve.comparison.sentence_index import Located, SentenceIndex, row_id

NAME = re.compile(r"(?<=[\w,’'] )[A-Z][\w-]+")
"""A word with a capital that does not open its sentence."""
LEAST, LEAST_UNNAMED = load_weight("numbers.least"), load_weight("numbers.unnamed")
"""Least likeness of two sentences that count the same thing, where both name the same person or
place, and where they do not; the count itself is left out."""
LONGEST_STORY = timedelta(days=92)
"""Documents further apart tell of other things, though in the same words."""
LEAST_LEADS, FEWEST_SHARED = load_weight("numbers.leads"), load_count("numbers.shared")
"""Least share of the shorter lead, and fewest words and names, that two leads of one event share.
Unweighted: in a folder on one story the words that all share are those that tell."""
FEWEST = load_count("numbers.fewest")
"""Names and telling words that two sentences share beside what they count, short ones aside."""
LEAD = load_count("numbers.lead")
"""Sentences of a document that say what it tells of."""
MONEY, COST = "$", "cost"
RISING = timedelta(days=14)
"""How far apart the days may lie that two sentences on one event's toll or cost name: they are
often those on which it was told."""
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
COMMONEST = load_count("numbers.commonest")
"""Counts of one kind that are compared with each other at most: the step stays near linear."""
MOST_ROWS, MOST_MEMBERS = load_count("numbers.rows"), load_count("numbers.members")


Kind: TypeAlias = tuple[str, str, str]
"""The state of what is counted, what that is, and of what."""


class _Counted(Struct, frozen=True):
    """A count with the sentence that it stands in."""

    count: Count
    place: Located


def find_differing_numbers(
    documents: Documents,
    annotations: AllAnnotations,
    index: SentenceIndex,
    together: Mapping[str, int],
) -> Iterator[Comparison]:
    """One row a thing that is counted differently, its members newest first.

    `together` numbers the documents that are laid side by side.
    """
    for _, kinds in sorted(_by_kind(documents, annotations, index, together).items()):
        rows = [
            _row(kind, group, index)
            for kind in sorted(kinds)
            for group in _groups(kinds[kind][:COMMONEST], index)
        ]
        yield from sorted(rows, key=lambda r: (-len(r.members), r.id))[:MOST_ROWS]


def _by_kind(
    documents: Documents,
    annotations: AllAnnotations,
    index: SentenceIndex,
    together: Mapping[str, int],
) -> Mapping[int, Mapping[Kind, list[_Counted]]]:
    """Counts of the same things in the same state: people who were killed."""
    found: defaultdict[int, dict[Kind, list[_Counted]]] = defaultdict(dict)
    for document, one in zip(documents, annotations, strict=True):
        finder = SentenceFinder(document.sentences)
        for count in one.counts if document.id in together else ():
            place = Located(document.id, finder.number(count.start))
            if place in index.names:
                same = found[together[document.id]]
                same.setdefault(_kind(count, document.language), []).append(_Counted(count, place))
    return found


def _kind(count: Count, language: str) -> Kind:
    """What is counted, and in which state: those who died are those who were killed."""
    state = _casualty_states(language).get(count.governor)
    if count.what == MONEY:
        words = {_casualty_states(language).get(word) for word in (count.of, count.governor)}
        return (
            (COST, MONEY, "")
            if COST in words
            else (family(count.governor, language), MONEY, count.of)
        )
    if state:
        person = count.what in load_words("counted_people", language)
        return (state, "person" if person else count.what, "")
    return (family(count.governor, language), count.what, count.of)


@lru_cache(maxsize=8)
def _casualty_states(language: str) -> Mapping[str, str]:
    lexicon = load_lexicon(language)
    rows = lexicon.rows("casualty_words") if lexicon else ()
    return {lemma: state for state, lemma in rows}


def _groups(counted: Sequence[_Counted], index: SentenceIndex) -> Iterator[list[_Counted]]:
    """Counts that a shared matter links each to each, one a text; none where no number differs."""
    groups: list[list[_Counted]] = []
    for one in counted:
        group = next((g for g in groups if all(_is_linked(one, o, index) for o in g)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    for group in groups:
        newest = sorted(group, key=lambda c: _newest_first(c, index))
        by_text = first_of_each(
            (f"{index.texts[c.place.document]} {c.count.number}", c) for c in newest
        )
        told = ((c.place.document, c.count.number) for c in by_text.values())
        if all(len(set(each)) > 1 for each in zip(*told, strict=True)):
            yield list(by_text.values())


def _newest_first(one: _Counted, index: SentenceIndex) -> tuple[int, Located]:
    """The newest document before older ones, those without a date last."""
    day = index.day(one.place.document)
    return (-day.toordinal() if day != date.max else 0, one.place)


def _is_linked(one: _Counted, other: _Counted, index: SentenceIndex) -> bool:
    """Whether both sentences tell of the same matter, beside what is counted."""
    if index.are_copied(one.place, other.place):
        return index.are_versions(one.place, other.place)
    causes = {c.count.of for c in (one, other) if c.count.of and c.count.what != MONEY}
    if one.place == other.place or _far_apart(one, other, index) or len(causes) > 1:
        return False  # *Hugo killed 28 people*, *Gilbert killed 300 people*
    of_lead = _tells_its_lead(one, index) and _tells_its_lead(other, index)
    if not index.at_one_time(one.place, other.place, within=RISING if of_lead else timedelta()):
        return False
    if of_lead:
        leads = [_lead_names(c, index) for c in (one, other)]
        shared = len(leads[0] & leads[1])
        if shared >= max(FEWEST_SHARED, LEAST_LEADS * min(map(len, leads))):
            return True
    named = [_proper_names(c, index) for c in (one, other)]
    toll = not named[0] & named[1] and (_is_toll(one, index) or _is_toll(other, index))
    if not of_lead and (toll or _is_of_others(one, other, index)):
        return False  # *Nine passengers died.*, of another crash
    least = LEAST if named[0] & named[1] else LEAST_UNNAMED
    return index.likeness(_matter(one, index), _matter(other, index)) >= least


def _is_of_others(one: _Counted, other: _Counted, index: SentenceIndex) -> bool:
    """*Sanders needs 836*, *a candidate needs 2,383*; or they have one word in common by chance."""
    parties = [any(n.startswith("actor:") for n in index.names[c.place]) for c in (one, other)]
    matters = [_matter(c, index) for c in (one, other)]
    least = min(FEWEST, *map(len, matters))
    return parties[0] != parties[1] or len(matters[0] & matters[1]) < least


def _proper_names(one: _Counted, index: SentenceIndex) -> frozenset[str]:
    """The names of its sentence that are no words as well: *Tonto* of *Tonto National Forest*."""
    language = index.documents[one.place.document].language
    found = NAME.findall(index.text(one.place))
    return frozenset(n for n in found if f"word:{family(n.lower(), language)}" not in index.weights)


def _is_toll(one: _Counted, index: SentenceIndex) -> bool:
    """Whether it counts what became of people, or a cost."""
    language = index.documents[one.place.document].language
    return _kind(one.count, language)[0] in _casualty_states(language).values()


def _tells_its_lead(one: _Counted, index: SentenceIndex) -> bool:
    """Whether what became of people, or a cost, is said of the event that the document opens with.

    A year in the sentence, or in the one before, makes it another event, told for comparison.
    """
    before = Located(one.place.document, one.place.number - 1)
    text = " ".join(index.text(p) for p in (before, one.place) if p in index.names)
    if not _is_toll(one, index) or YEAR.search(text):
        return False
    if one.place.number < LEAD:
        return True
    named = {n for n in index.names[one.place] if n.startswith("actor:")}
    return not named or bool(named & _lead_names(one, index))


def _lead_names(one: _Counted, index: SentenceIndex) -> frozenset[str]:
    """What the document's first sentences name, the numbers aside."""
    numbered = (Located(one.place.document, number) for number in range(LEAD))
    places = [place for place in numbered if place in index.names]
    names = frozenset[str]().union(
        *(index.names[place] for place in places),
        *(NAME.findall(index.text(place)) for place in places),
    )
    return frozenset(n for n in names if not n.removeprefix("word:")[:1].isdigit())


def _far_apart(one: _Counted, other: _Counted, index: SentenceIndex) -> bool:
    """Whether both documents are dated, and months lie between them."""
    days = sorted(index.day(c.place.document) for c in (one, other))
    return days[1] != date.max and days[1] - days[0] > LONGEST_STORY


def _matter(one: _Counted, index: SentenceIndex) -> frozenset[str]:
    """What the sentence names beside the count itself: no numbers, nor what is counted."""
    language = index.documents[one.place.document].language
    own = {f"word:{family(w, language)}" for w in (one.count.what, one.count.governor)}
    names = index.names[one.place] - own
    return frozenset(n for n in names if not n.removeprefix("word:")[:1].isdigit())


def _row(kind: Kind, group: Sequence[_Counted], index: SentenceIndex) -> Comparison:
    members = tuple(
        ComparisonMember(
            c.place.document, c.count.start, c.count.end, sentence=index.sentence(c.place).id
        )
        for c in group[:MOST_MEMBERS]
    )
    numbers = list(dict.fromkeys(c.count.number for c in group))
    return Comparison(
        id=row_id("number_differs", (*kind, *(m.sentence or "" for m in members))),
        kind="number_differs",
        documents=tuple(sorted({m.document for m in members})),
        members=members,
        score=float(len(numbers)),
        value=f"{' / '.join(numbers)} {kind[1]}",
    )
