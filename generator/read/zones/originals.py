"""Paragraphs of an original that says itself where they are and what they are for."""

from collections.abc import Sequence

from generator.model.rules import ZoneRule
from generator.model.text import ZoneKind
from generator.model.zones import SIGNED
from generator.read.zones.draft import Draft
from generator.read.zones.paragraphs import MarkedParagraph

Kinds = Sequence[tuple[int, int, str, str]]
"""Start, end, what the original says that it is, and Markdown's marker, in reading order."""
DECIDED: dict[str, tuple[ZoneKind, ZoneRule]] = {
    "title": ("headline", "original_title"),
    "heading": ("subhead", "original_heading"),
    "caption": ("caption", "original_caption"),
    "table_row": ("boilerplate", "table_row"),
    "code": ("boilerplate", "program_code"),
    "earlier_message": ("boilerplate", "earlier_message"),
    "callout": ("subhead", "callout_title"),
    "quoted_by": ("subhead", "name_beside_block_quotation"),
    "named_quote": ("body", "named_block_quotation"),
    "boilerplate": ("boilerplate", "original_boilerplate"),
}
"""What the original decides; the passes look at the rest."""
BESIDE_TITLE = "beside_title"


def find_original_paragraphs(original: Kinds) -> list[Draft]:
    """One draft a paragraph; those that the original decides are decided."""
    drafts = []
    for number, (start, end, kind, marker) in enumerate(original, start=1):
        zone, rule = DECIDED.get(kind, (None, None))
        drafts.append(Draft(MarkedParagraph(start, end, number, number, marker), zone, rule))
    return drafts


def close_heads(original: Kinds, drafts: list[Draft]) -> list[Draft]:
    """Lines beside the headline that no pass took for a byline or a day are the page's own."""
    return [
        d.decided("boilerplate", d.rule or "beside_headline")
        if kind == BESIDE_TITLE and d.kind not in SIGNED
        else d
        for d, (_, _, kind, _) in zip(drafts, original, strict=True)
    ]
