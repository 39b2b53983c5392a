"""Quotations as cards: one a sentence and speaker, and what an agency sent to many shown once."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from generator.model.annotations import SPEECH
from generator.model.corpus import AttributedQuotation
from generator.pages.copies import CopyGroups

Group = tuple[AttributedQuotation, ...]
"""The quotations of one card; those of other documents, which have the same words, last."""

LEAST_WORDS = 5
"""Fewer words may be the same by chance: *no comment*."""
WORD = re.compile(r"\w+")


def group_quotations(
    quotations: Iterable[AttributedQuotation], text_of: Callable[[str], str]
) -> tuple[Group, ...]:
    """The groups in the order of their first quotation, speech before terms and titles.

    `text_of` gives the document that one copies: few words are the same in it, and not elsewhere.
    """
    sentences: dict[tuple[str, ...], list[AttributedQuotation]] = {}
    for q in sorted(quotations, key=lambda q: q.kind not in SPEECH):
        speakers = "+".join(q.speakers) or q.id
        sentences.setdefault((q.document, q.sentence or q.id, speakers, q.kind), []).append(q)
    told: dict[tuple[str, ...], list[AttributedQuotation]] = {}
    found: Counter[tuple[str, ...]] = Counter()
    for place, same in sentences.items():
        words = [w for q in same for w in WORD.findall(q.text.casefold())]
        said = (*place[2:], " ".join(words))
        found[place[0], *said] += 1
        key = said
        if not same[0].speakers:
            key = place
        elif len(words) < LEAST_WORDS:
            key = (text_of(place[0]), *said, str(found[place[0], *said]))
        told.setdefault(key, []).extend(same)
    return tuple(map(tuple, told.values()))


def count_once(
    quotations: Iterable[AttributedQuotation], copies: CopyGroups
) -> list[AttributedQuotation]:
    """Those that count: of each card, those of one document of a text and its copies."""
    groups = group_quotations(quotations, copies.text_of)
    return [q for same in groups for q in copies.of_texts(same)]
