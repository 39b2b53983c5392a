"""What several pages show of an actor."""

from msgspec import Struct

from generator.pages.views.figures import MentionsFigure
from generator.pages.views.parts import Citation, Link, Passage, Share, Words


class RoleLine(Struct, frozen=True):
    """What a source calls an actor."""

    words: Words
    """Verbatim."""
    citation: Citation
    """The proof."""
    others: tuple[Citation, ...] = ()
    """Further places with the same words, the first few."""


class ActorCard(Struct, frozen=True):
    """An actor in a list."""

    link: Link
    """Name and page."""
    id: str
    """The actor's id."""
    type: str
    """Message of its type."""
    role: RoleLine | None
    """What the sources call them most often, where one does so first."""
    mentions: int
    """How often they are named or referred to."""
    names: int
    """How often they are named."""
    references: int
    """How often a pronoun or a description refers to them."""
    quotations: int
    """How many quotations are theirs."""
    statements: int
    """How many indirect statements are theirs."""
    about: int
    """How many quotations are about them."""
    shares: tuple[Share, ...]
    """Mentions by document."""
    voice: Passage | None
    """A sentence in which they are quoted, else the first that names them."""
    quoted_in: tuple[Share, ...] = ()
    """Quotations by document."""
    over_time: MentionsFigure | None = None
    """Mentions over time, small; None where fewer than three dates of documents are known."""
