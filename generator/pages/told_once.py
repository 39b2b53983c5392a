"""Quotations as cards: one a sentence and speaker, and what an agency sent to many told once."""

import re
from collections.abc import Iterable

from generator.model.annotations import SPEECH
from generator.model.corpus import AttributedQuotation

Group = tuple[AttributedQuotation, ...]
"""The quotations of one card; those of other documents, which have the same words, last."""

LEAST_WORDS = 5
"""Fewer words may be the same by chance: *no comment*."""
WORD = re.compile(r"\w+")


def group_quotations(quotations: Iterable[AttributedQuotation]) -> tuple[Group, ...]:
    """The groups in the order of their first quotation, speech before terms and titles."""
    sentences: dict[tuple[str, ...], list[AttributedQuotation]] = {}
    for q in sorted(quotations, key=lambda q: q.kind not in SPEECH):
        speakers = "+".join(q.speakers) or q.id
        sentences.setdefault((q.document, q.sentence or q.id, speakers, q.kind), []).append(q)
    told: dict[tuple[str, ...], list[AttributedQuotation]] = {}
    for key, same in sentences.items():
        words = [w for q in same for w in WORD.findall(q.text.casefold())]
        known = len(words) >= LEAST_WORDS and bool(same[0].speakers)
        told.setdefault((*key[2:], " ".join(words)) if known else key, []).extend(same)
    return tuple(map(tuple, told.values()))
