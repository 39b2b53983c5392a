"""Paragraphs of an original that says itself where they are and what they are for."""

from collections.abc import Sequence

from msgspec.structs import replace

from generator.model.text import ZoneKind
from generator.read.transcripts import NAMED_QUOTE, QUOTED_BY
from generator.read.zones.draft import Draft
from generator.read.zones.paragraphs import Paragraph

Kinds = Sequence[tuple[int, int, str, str]]
"""Start, end, what the original says that it is, and Markdown's marker, in reading order."""
HEADING = "heading in the original"
DECIDED: dict[str, tuple[ZoneKind, str]] = {
    "title": ("headline", "title of the original"),
    "heading": ("subhead", HEADING),
    "caption": ("caption", "caption in the original"),
    "table_row": ("boilerplate", "row of a table"),
    "code": ("boilerplate", "program code"),
    "callout": ("subhead", "head of a callout"),
    "quoted_by": ("subhead", QUOTED_BY),
    "named_quote": ("body", NAMED_QUOTE),
    "furniture": ("boilerplate", "no part of the text, says the original"),
}
"""What the original decides; the passes look at the rest."""
BESIDE_TITLE, BESIDE = "beside_title", "stands beside the headline"
SAID = frozenset({"bio", "dateline"})
"""What a line beside the headline can be, other than the page's own."""


def find_original_paragraphs(original: Kinds) -> list[Draft]:
    """One draft a paragraph; those that the original decides are decided."""
    drafts = []
    for number, (start, end, kind, marker) in enumerate(original, start=1):
        zone, reason = DECIDED.get(kind, (None, ""))
        drafts.append(Draft(Paragraph(start, end, number, number, marker), zone, reason))
    return drafts


def close_heads(original: Kinds, drafts: list[Draft]) -> list[Draft]:
    """Lines beside the headline that no pass took for a byline or a day are the page's own."""
    return [
        replace(d, kind="boilerplate", reason=d.reason or BESIDE)
        if kind == BESIDE_TITLE and d.kind not in SAID
        else d
        for d, (_, _, kind, _) in zip(drafts, original, strict=True)
    ]
