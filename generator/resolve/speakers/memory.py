"""Who spoke and who was spoken of before: what pronouns and descriptions of sources go back to.

Read in document order. A pronoun means the last speaker of its gender, unless somebody else of
that gender has become the subject since; where two fit equally, nobody is named.
"""

from bisect import bisect_left

from generator.model.annotations import Phrase
from generator.model.corpus import Actor
from generator.model.text import Document
from generator.resolve.speakers.sources import PRONOUNS, Cast, Sighting, Speaker

REACH = 3
"""Paragraphs that a pronoun may look back."""


class Memory:
    """What has been read so far of one document."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self._document = document
        self._cast = cast
        self._spoken: list[tuple[int, Actor]] = []
        self._sentence_starts = [s.start for s in document.sentences]

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
        fits = self._candidates(mention)
        if not fits:
            return Speaker(None, word, f"nobody named before fits {word!r}")
        if len(fits) > 1:
            names = " or ".join(a.name for a, _ in fits[:2])
            return Speaker(
                None, word, f"{word!r} may mean {names}", rejected=tuple(a.name for a, _ in fits)
            )
        actor, why = fits[0]
        return Speaker(actor, actor.name, None, f"{word} goes back to {why}")

    def _candidates(self, mention: Phrase) -> list[tuple[Actor, str]]:
        """The candidates of the nearest level that has any."""
        here = self._sentence_index(mention.start)
        speaker = self._last_speaker(mention)
        for back in range(6):
            at = here - back
            if at < 0 or self._paragraph(here) - self._paragraph(at) > REACH:
                break
            subjects = self._subjects(at, mention)
            if subjects:
                return self._choose(subjects, speaker, back)
            if speaker and speaker[0] >= self._sentence_starts[at]:
                return [(speaker[1], "the last speaker")]
        return [(speaker[1], "the last speaker")] if speaker else []

    def _choose(
        self, subjects: list[Actor], speaker: tuple[int, Actor] | None, back: int
    ) -> list[tuple[Actor, str]]:
        where = "the subject before it" if back == 0 else "the subject of the sentence before"
        if len(subjects) > 1 and speaker and speaker[1] in subjects:
            return [(speaker[1], "the last speaker")]
        return [(actor, where) for actor in subjects]

    def _last_speaker(self, mention: Phrase) -> tuple[int, Actor] | None:
        fitting = [
            (at, actor)
            for at, actor in self._spoken
            if at < mention.start and self._fits(actor, mention)
        ]
        return fitting[-1] if fitting else None

    def _subjects(self, sentence: int, mention: Phrase) -> list[Actor]:
        """The fitting actors that are subjects of a sentence, before the mention."""
        start = self._sentence_starts[sentence]
        following = sentence + 1
        end = (
            self._sentence_starts[following]
            if following < len(self._sentence_starts)
            else len(self._document.text)
        )
        found = [
            s.actor
            for s in self._cast.sightings
            if start <= s.start < min(end, mention.start) and self._is_subject(s)
        ]
        return list({a.id: a for a in found if self._fits(a, mention)}.values())

    def _is_subject(self, sighting: Sighting) -> bool:
        return sighting.subject and not sighting.quoted and sighting.kind != "pronoun"

    def _fits(self, actor: Actor, mention: Phrase) -> bool:
        gender, number = PRONOUNS[mention.text.lower()]
        if number == "plural":
            return actor.type in {"group", "organisation", "country"}
        if gender == "neuter":
            return actor.type in {"organisation", "country"}
        return actor.type == "person" and self._cast.gender(actor) in {gender, "unknown"}

    def _description(self, mention: Phrase) -> Speaker:
        """*The president*: the one actor of the document who was called so."""
        head = _head_noun(mention.text)
        called: dict[str, Actor] = {}
        for sighting in self._cast.sightings:
            roles = (r.text for r in sighting.actor.roles)
            if any(_head_noun(r) == head for r in roles):
                called[sighting.actor.id] = sighting.actor
        if len(called) == 1:
            actor = next(iter(called.values()))
            return Speaker(
                actor, actor.name, None, f"{mention.text} is what {actor.name} is called"
            )
        reason = "more than one is called so" if called else "the source names no known actor"
        return Speaker(None, mention.text, reason)

    def _sentence_index(self, offset: int) -> int:
        return max(0, bisect_left(self._sentence_starts, offset + 1) - 1)

    def _paragraph(self, sentence: int) -> int:
        return self._document.sentences[sentence].paragraph


def _head_noun(phrase: str) -> str:
    words = phrase.split(",")[0].split(" of ")[0].split()
    return words[-1].lower().strip(".’'") if words else ""
