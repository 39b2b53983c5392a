"""A paragraph on its way to being a zone, and what can be seen of it at a glance."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.language.lexicons import Lexicon, load_words
from generator.model.rules import ZoneRule
from generator.model.text import ZoneKind
from generator.read.bylines import words_of
from generator.read.zones.paragraphs import MarkedParagraph

ITEM_WORDS = 3
"""A menu's entry has at most this many words; a headline commonly has more."""
BODY_WORDS = 12
"""A paragraph of at least this many words carries the story; shorter ones may be headings."""
EDIT_LINK = rf"(?:{'|'.join(sorted(map(re.escape, load_words('page_edit_links'))))})"
EDIT = re.compile(rf"(?i)(?<=\S)\s?\[{EDIT_LINK}(?:\s?\|\s?{EDIT_LINK})?\]$")
"""*History[edit]*: a wiki's link behind a heading; *[sic]* behind one is the writer's."""


class Draft(Struct, frozen=True):
    """A paragraph, with its kind and the rule once a pass has decided (None before that)."""

    paragraph: MarkedParagraph
    kind: ZoneKind | None = None
    rule: ZoneRule | None = None

    @property
    def open(self) -> bool:
        """Whether no pass has decided yet."""
        return self.kind is None

    def decided(self, kind: ZoneKind, rule: ZoneRule) -> "Draft":
        """The paragraph as a rule takes it."""
        return Draft(self.paragraph, kind, rule)


def find_headword(drafts: Sequence[Draft], lines: Mapping[int, str], story: str) -> int | None:
    """The line above the story that its first words say again, as in a dictionary or a wiki.

    *Harbour Bridge (Norwick)* over *The Harbour Bridge is a road bridge*: one word may come first.
    """
    begins = (story, story.partition(" ")[2])
    for i, line in lines.items():
        word = f"{line.partition(' (')[0]} "
        rest = next((one[len(word) :] for one in begins if one.startswith(word)), "")
        if drafts[i].open and (rest[:1].islower() or rest[:1] == "("):
            return i
    return None


def is_story(text: str, draft: Draft) -> bool:
    """Whether a paragraph is so long that it carries the story."""
    return is_long(text[draft.paragraph.start : draft.paragraph.end])


def is_capitals(line: str) -> bool:
    """Whether a line is written in capital letters."""
    letters = [c for c in line if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def is_title_case(line: str, lexicon: Lexicon | None) -> bool:
    """Whether the words that carry meaning begin with capitals, as in a headline."""
    small = lexicon.words("small_words") if lexicon else frozenset[str]()
    words = [w for w in words_of(line) if w.lower() not in small and w[0].isalpha()]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def is_long(line: str) -> bool:
    """Whether a line has enough words to carry the story."""
    return len(words_of(line)) >= BODY_WORDS
