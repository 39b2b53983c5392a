"""What each paragraph of a seed is for: headline, caption, body, boilerplate.

A chain of passes; each decides paragraphs that no pass before it decided, and says by which rule.
What no pass decides is body. The rules look at form and at general phrases, never at names.
"""

from collections.abc import Callable, Sequence

from generator.language.lexicons import Lexicon
from generator.model.rules import ZoneRule
from generator.model.text import Zone
from generator.read.zones.boilerplate import mark_boilerplate, mark_captions, mark_neighbours
from generator.read.zones.data import mark_data
from generator.read.zones.date_lines import mark_date_lines
from generator.read.zones.draft import Draft
from generator.read.zones.headings import mark_headings, mark_subheads
from generator.read.zones.interviews import mark_interview
from generator.read.zones.menus import mark_letterhead, mark_menus
from generator.read.zones.notes import mark_bios, mark_bylines, mark_issuer
from generator.read.zones.originals import Kinds, close_heads, find_original_paragraphs
from generator.read.zones.paragraphs import find_paragraphs
from generator.read.zones.splits import split_zones
from generator.read.zones.threads import mark_threads
from generator.read.zones.turns import mark_turns

Pass = Callable[[str, Sequence[Draft], Lexicon | None], list[Draft]]
PASSES: tuple[Pass, ...] = (
    mark_boilerplate,
    mark_data,
    mark_threads,
    mark_issuer,
    mark_turns,
    mark_interview,
    mark_captions,
    mark_bylines,
    mark_menus,
    mark_date_lines,
    mark_letterhead,
    mark_neighbours,
    mark_headings,
    mark_bios,
    mark_subheads,
)


def find_zones(
    text: str,
    *,
    front_matter_end: int,
    lexicon: Lexicon | None,
    set_aside: ZoneRule | None = None,
    original: Kinds = (),
) -> tuple[Zone, ...]:
    """The zones of a reading text, in order; they cover all that is not white.

    `set_aside` is the rule by which all of it is boilerplate, None where it is an article;
    `original` has the paragraphs of an original that says them, with what it says that they are.
    """
    if original:
        drafts = find_original_paragraphs(original)
    else:
        drafts = [Draft(p) for p in find_paragraphs(text)]
    if set_aside:
        drafts = [d.decided("boilerplate", set_aside) for d in drafts]
    for mark in () if set_aside else PASSES:
        drafts = mark(text, drafts, lexicon)
    if original:
        drafts = close_heads(original, drafts)
    front = (Zone(0, front_matter_end, "front_matter", "front_matter", 0),)
    return (front if front_matter_end else ()) + split_zones(text, drafts, lexicon)
