"""All that a corpus tells of one name, gathered once, for the rules that say what it names."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import Lexicon
from generator.language.weights import load_count
from generator.model.annotations import Mention
from generator.resolve.entities.context_clues import shares_beside
from generator.resolve.entities.name_occurrences import Uses

FULL_NAME = "full name"
"""What a name shows that is a part of a person's full name."""
LONGEST_ACRONYM = load_count("name_evidence.acronym")
"""Letters; a longer word in capitals is a word in a heading, and read in title case."""


class NameEvidence(Struct, frozen=True):
    """One name with all its places."""

    text: str
    """As written, in title case where it is written in capitals only."""
    words: tuple[str, ...]
    lexicon: Lexicon
    occurrences: Uses
    beside: Mapping[str, float]
    """How large a share of its places shows what by the words around."""
    listed: Mapping[str, float]
    """How large a share of its places stands in a list beside a person, an organisation, …; and
    `FULL_NAME` where it is part of one."""
    known_place: bool
    """Whether the lists have it as a place, or it names the place that it lies in."""

    @property
    def several(self) -> bool:
        """Whether it has more than one word."""
        return len(self.words) > 1

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Its mentions, in reading order."""
        return tuple(use.mention for use in self.occurrences)


def evidence_of(
    occurrences: Uses, lexicon: Lexicon, listed: Mapping[str, float] | None = None
) -> NameEvidence:
    """Gather what the places of a name tell; `listed` is what their lists say."""
    text = _plainest([use.mention for use in occurrences])
    return NameEvidence(
        text=text,
        words=tuple(text.split()),
        lexicon=lexicon,
        occurrences=occurrences,
        beside=shares_beside(occurrences, lexicon),
        listed=listed or {},
        known_place=text in lexicon.words("places") or _lies_in(text, lexicon),
    )


def _plainest(mentions: Sequence[Mention]) -> str:
    """The name as written, in title case where it is written in capitals only."""
    texts = [" ".join(m.text.split()) for m in mentions]
    plain = next((t for t in texts if not t.isupper()), texts[0])
    shouted = plain.isupper() and len(plain) > LONGEST_ACRONYM and plain.replace(" ", "").isalpha()
    return plain.title() if shouted else plain


def _lies_in(text: str, lexicon: Lexicon) -> bool:
    """*Oldham, Lancashire*: a name and the place that it lies in."""
    around = text.rpartition(", ")[2] if ", " in text else ""
    state = gazetteer_of(lexicon).find(around)
    return around in lexicon.words("places") or bool(state and state.sense == "name")
