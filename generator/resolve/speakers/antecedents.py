"""Who spoke and who was spoken of before: what pronouns and descriptions of sources go back to.

Read in document order. A pronoun goes back to the subject before it in its sentence, then to the
subjects of the sentences before, paragraph by paragraph; where a paragraph has no fitting subject,
to the one fitting person it names. Of several that fit, the one stands out who is most often the
subject, is named first, or spoke last; where nobody stands out, nobody is named.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.model.annotations import Gender, Mention, Phrase
from generator.model.corpus import Actor
from generator.model.text import Document
from generator.resolve.speakers.sources import PRONOUNS, Cast, Speaker

CLEARLY = 3
"""By how many reasons one must stand out: being named first alone is not enough."""
REACH = 3
"""Paragraphs that a pronoun may look back."""


CLAUSE = re.compile(r"[^.,;:!?()—–“”\"\n]*")
"""What follows a word up to the next mark."""


class Seen(Struct, frozen=True):
    """An actor at a place of the document, as far as pronouns need it."""

    start: int
    actor: Actor | None
    """None for somebody who is named or described, and is no actor."""
    name: str
    subject: bool
    known: bool
    """Whether the gender is known to fit, not merely unknown."""
    owner: bool = False
    """Whether it stands in the possessive, as before what belongs to it."""

    @property
    def who(self) -> str:
        """What tells one from another."""
        return self.actor.id if self.actor else f"? {self.name}"


class Memory:
    """What has been read so far of one document."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self._document = document
        self._cast = cast
        self._spoken: list[tuple[int, Actor]] = []
        self._starts = [s.start for s in document.sentences]

    def spoke(self, mention: Phrase, actor: Actor) -> None:
        """Remember that an actor is named as a source here."""
        self._spoken.append((mention.start, actor))

    def meant(self, mention: Phrase) -> Speaker:
        """The actor that a pronoun or a description goes back to, or why none can be told."""
        if mention.text.lower() in PRONOUNS:
            return self._pronoun(mention)
        return self._description(mention)

    def _pronoun(self, mention: Phrase) -> Speaker:
        word = mention.text
        for where, level in self._levels(mention):
            if not level:
                continue
            found = self._stands_out(level)
            if found is not None and found.actor is not None:
                why = f"{word} goes back to {where}"
                return Speaker(found.actor, found.actor.name, None, why)
            if found is not None:
                reason = f"{word} goes back to {found.name}, who is no known actor"
                return Speaker(None, found.name, reason)
            names = tuple(dict.fromkeys(s.name for s in level))
            reason = f"{word!r} may mean {' or '.join(names[:2])}"
            return Speaker(None, None, reason, rejected=names)
        return Speaker(None, None, f"nobody named before fits {word!r}")

    def _levels(self, mention: Phrase) -> Iterable[tuple[str, list[Seen]]]:
        """Where a pronoun looks, nearest first."""
        here = self._sentence_index(mention.start)
        if not self._starts:
            return
        paragraph = self._document.sentences[here].paragraph
        seen = self._fitting(mention)
        start = self._starts[here]
        own = [s for s in seen if s.start >= start and s.subject]
        yield "the subject before it", own
        yield "the owner named before it", [s for s in seen if s.start >= start and s.owner]
        for at in range(here - 1, -1, -1):
            sentence = self._document.sentences[at]
            if sentence.paragraph != paragraph:
                break
            inside = [s for s in seen if sentence.start <= s.start < self._starts[at + 1]]
            yield "the subject of a sentence before", [s for s in inside if s.subject]
        personal = PRONOUNS[mention.text.lower()][0] in {"masculine", "feminine"}
        yield from self._paragraphs(seen, here, personal=personal)

    def _paragraphs(
        self, seen: Sequence[Seen], here: int, *, personal: bool
    ) -> Iterable[tuple[str, list[Seen]]]:
        """The sightings by paragraph, backwards: subjects first, then whoever is named."""
        paragraph = self._document.sentences[here].paragraph
        start = next(s.start for s in self._document.sentences if s.paragraph == paragraph)
        end, back = self._starts[here], 0
        while end > 0 and back <= REACH:
            inside = [s for s in seen if start <= s.start < end]
            where = "the paragraph" if back == 0 else "the paragraph before"
            yield f"the subject of {where}", [s for s in inside if s.subject]
            if personal:
                yield f"the one person named in {where}", [s for s in inside if s.known]
            before = [s for s in self._document.sentences if s.start < start]
            if not before:
                return
            end, back = start, back + 1
            first = before[-1].paragraph
            start = next(s.start for s in before if s.paragraph == first)

    def _others(self, mention: Phrase) -> frozenset[str]:
        """Who is named behind a pronoun in its clause: *he fought Okoye* is not Okoye."""
        clause = CLAUSE.match(self._document.text, mention.end)
        end = clause.end() if clause else mention.end
        named = (s for s in self._cast.sightings if not s.quoted and s.kind != "pronoun")
        return frozenset(s.actor.id for s in named if mention.end <= s.start < end)

    def _fitting(self, mention: Phrase) -> list[Seen]:
        """Those a pronoun can mean, before it, in reading order; what is quoted does not count."""
        others = self._others(mention)
        named = [
            (s.start, s.actor, s.subject, s.possessive)
            for s in self._cast.sightings
            if not s.quoted
        ]
        named.extend((at, actor, True, False) for at, actor in self._spoken)
        gender = PRONOUNS[mention.text.lower()][0]
        found = [
            Seen(start, actor, actor.name, subject, self._cast.gender(actor) == gender, owner)
            for start, actor, subject, owner in named
            if start < mention.start and actor.id not in others and self._fits(actor, mention)
        ]
        found.extend(
            Seen(s.span.start, None, s.text, subject=True, known=s.gender == gender)
            for s in self._cast.strangers
            if s.span.start < mention.start and _may_be(s, gender)
        )
        return sorted(found, key=lambda s: (s.start, s.who))

    def _stands_out(self, level: Sequence[Seen]) -> Seen | None:
        """The one of a level, or the one with the most reasons for it."""
        each = {s.who: s for s in reversed(level)}
        if len(each) < 2:
            return next(iter(each.values()), None)
        reasons: Counter[str] = Counter()
        for seen in level:
            reasons[seen.who] += 2 * seen.subject + seen.known
        reasons[level[0].who] += 2
        last = self._spoken[-1][1].id if self._spoken else ""
        reasons[last] += 3 if last in each else 0
        (best, most), (_, next_most) = reasons.most_common(2)
        return each[best] if most - next_most >= CLEARLY else None

    def _fits(self, actor: Actor, mention: Phrase) -> bool:
        gender, number = PRONOUNS[mention.text.lower()]
        if number == "plural":
            spoke = any(a.id == actor.id for _, a in self._spoken)
            return actor.type == "group" or (spoke and actor.type in {"organisation", "country"})
        if gender == "neuter":
            return actor.type in {"organisation", "country"}
        return actor.type == "person" and self._cast.gender(actor) in {gender, "unknown"}

    def _description(self, mention: Phrase) -> Speaker:
        """*The president*: the one actor of the document who was called so."""
        heads = [_head_noun(part) for part in mention.text.split(" and ")]
        called: dict[str, Actor] = {}
        for sighting in self._cast.sightings:
            roles = {_head_noun(r.text) for r in sighting.actor.roles}
            if all(head in roles for head in heads):
                called[sighting.actor.id] = sighting.actor
        if len(called) == 1:
            actor = next(iter(called.values()))
            why = f"{mention.text} is what {actor.name} is called"
            return Speaker(actor, actor.name, None, why)
        reason = "more than one is called so" if called else "the source names no known actor"
        return Speaker(None, mention.text, reason)

    def _sentence_index(self, offset: int) -> int:
        return max(0, bisect_left(self._starts, offset + 1) - 1)


def _may_be(stranger: Mention, gender: Gender) -> bool:
    """Whether a pronoun of a gender may mean somebody who is no actor."""
    if gender not in {"masculine", "feminine"}:
        return False
    unsure = stranger.kind == "name" and stranger.gender == "unknown" and stranger.label == "PERSON"
    return stranger.gender == gender or unsure


def _head_noun(phrase: str) -> str:
    words = phrase.split(",", maxsplit=1)[0].split(" of ", maxsplit=1)[0].split()
    return words[-1].lower().strip(".’'") if words else ""
