"""References to two or three actors at once: *the two presidents*, *both countries*, *they*.

A counted description goes to as many actors of its paragraph (or of that and the one before) as it
counts, where exactly so many fit; *they* goes to the persons whom *and* joins as the subject of its
sentence or of the one before. Else to nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.language.lexicons import load_rows, load_words
from generator.model.annotations import Annotations, Mention, MentionKind
from generator.model.text import Document, Sentence

COUNTED = re.compile(r"\b(both|(?:the|these|those)\s+(two|three))\s+([a-z]+)\b", re.IGNORECASE)
GOES_ON = re.compile(r"\s+(?:of|who|whose|that|which|from|named|called|at|with)\b")
IN_PLACE = re.compile(r"\s+in\s+(?:the\s+)?([A-Z]\w+)")
NUMBERS = {"two": 2, "three": 3}
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PLURAL = re.compile(r"\b[a-z]{3,}s\b")
"""A word that may be a plural noun, whom *they* could mean as well."""


ZONES = frozenset({"standfirst", "body", "caption"})


class Present(Struct, frozen=True):
    """An actor at a place of a document, with what is known of it."""

    start: int
    actor: str
    kind: str
    """Type of the actor; "?" for somebody who could not be told."""
    gender: str
    nouns: frozenset[str]
    """Role nouns that the sources call the actor, last words."""
    mention: Mention | None


class Plural(Struct, frozen=True):
    """A reference to several actors."""

    actors: tuple[str, ...]
    start: int
    end: int
    text: str
    kind: MentionKind
    sentence: str
    why: str


def find_plurals(
    document: Document, annotation: Annotations, present: Sequence[Present]
) -> Iterator[Plural]:
    """The plural references of a document that can be resolved, descriptions first."""
    reader = _Reader(document, annotation, present)
    yield from reader.counted()
    yield from reader.joined()


class _Reader:
    """Reads the plural references of one document."""

    def __init__(
        self, document: Document, annotation: Annotations, present: Sequence[Present]
    ) -> None:
        self._text = document.text
        self._sentences = document.sentences
        self._starts = [s.start for s in document.sentences]
        self._mentions = annotation.mentions
        self._quoted = [(q.span.start, q.span.end) for q in annotation.quotations]
        self._present = sorted(present, key=lambda p: (p.start, p.actor))

    def counted(self) -> Iterator[Plural]:
        """*The two presidents*, *both men*, *the three countries*."""
        for sentence in (s for s in self._sentences if s.zone in ZONES):
            for match in COUNTED.finditer(self._text, sentence.start, sentence.end):
                if self._in_quotation(match.start()) or self._goes_on(match.end()):
                    continue
                count = NUMBERS[match.group(2).lower()] if match.group(2) else 2
                actors = self._whom(match.start(), sentence, match.group(3).lower(), count)
                if actors:
                    why = f"the {count} of the paragraph whom it can mean"
                    yield Plural(actors, *match.span(), match.group(), "nominal", sentence.id, why)

    def _in_quotation(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._quoted)

    def _goes_on(self, end: int) -> bool:
        """Whether more words say who is meant: *the two men from Leeds*."""
        place = IN_PLACE.match(self._text, end)
        months = {row[0] for row in load_rows("months", "en")}
        elsewhere = place is not None and place.group(1).lower() not in months
        return elsewhere or GOES_ON.match(self._text, end) is not None

    def _whom(self, at: int, sentence: Sentence, noun: str, count: int) -> tuple[str, ...]:
        """The actors before a description that fit it, in its paragraph, then in two."""
        for least in (sentence.paragraph, sentence.paragraph - 1):
            here = [
                p
                for p in self._present
                if p.start < at and self._sentence(p.start).paragraph >= least
            ]
            fitting = {p.actor for p in here if _fits(p, noun)}
            doubt = any(_could_fit(p, noun) for p in here if p.actor not in fitting)
            if len(fitting) == count and not doubt:
                return tuple(sorted(fitting))
            if len(fitting) > count or doubt:
                return ()
        return ()

    def _sentence(self, offset: int) -> Sentence:
        return self._sentences[max(0, bisect_left(self._starts, offset + 1) - 1)]

    def joined(self) -> Iterator[Plural]:
        """*They* after *Ann Lee and Bo Ek*."""
        for mention in self._mentions:
            they = mention.kind == "pronoun" and mention.text.lower() in THEY
            if not they or mention.quoted or not mention.sentence:
                continue
            found = self._subjects(mention)
            if found:
                start, end = mention.span.start, mention.span.end
                why = "the persons joined as subject"
                yield Plural(found, start, end, mention.text, "pronoun", mention.sentence, why)

    def _subjects(self, mention: Mention) -> tuple[str, ...]:
        at = bisect_left(self._starts, mention.span.start + 1) - 1
        own = self._sentences[at]
        found = self._joined_subject(own, mention.span.start)
        if found or at == 0 or not self._alone(own.start, mention.span.start):
            return found
        before = self._sentences[at - 1]
        together = before.paragraph == own.paragraph
        return self._joined_subject(before, before.end) if together else ()

    def _joined_subject(self, sentence: Sentence, end: int) -> tuple[str, ...]:
        """The persons who are together the subject of a sentence, where nothing else is plural."""
        inside = [m for m in self._mentions if sentence.start <= m.span.start < end and not m.weak]
        subjects = [m for m in inside if m.grammar.agent_verb and m.grammar.dep == "nsubj"]
        verbs = {m.grammar.agent_verb for m in subjects if m.kind == "name"}
        if len(verbs) != 1:
            return ()
        joined = [m for m in subjects if m.grammar.agent_verb in verbs and m.kind != "pronoun"]
        by_start = self._persons_at()
        actors = [by_start.get(m.span.start, "") for m in joined]
        last = max(m.span.end for m in joined)
        linked = re.search(r"\sand\s", self._text[joined[0].span.start : last]) is not None
        several = len(set(actors)) > 1 and all(actors) and linked
        return tuple(sorted(set(actors))) if several and self._alone(last, end) else ()

    def _persons_at(self) -> Mapping[int, str]:
        return {p.start: p.actor for p in self._present if p.kind == "person" and p.mention}

    def _alone(self, start: int, end: int) -> bool:
        """Whether no other word between two offsets can be what *they* means."""
        small = load_words("function_words", "en") | load_words("small_words", "en")
        plurals = [m.group() for m in PLURAL.finditer(self._text, start, end)]
        named = any(
            start <= m.span.start < end and not m.weak and m.kind in {"name", "nominal"}
            for m in self._mentions
        )
        return not named and all(word in small for word in plurals)


def _fits(present: Present, noun: str) -> bool:
    """Whether an actor is known to be what the noun says."""
    means = {row[0]: row[1] for row in load_rows("plural_reference_nouns", "en")}.get(noun, "")
    if means == "country":
        return present.kind == "country"
    if present.kind != "person":
        return False
    if means in {"masculine", "feminine"}:
        return present.gender == means
    return _called(present.nouns, noun, means)


def _called(nouns: Collection[str], noun: str, means: str) -> bool:
    heads = load_words("heads_of_bodies", "en")
    if means == "head":
        return any(n in heads for n in nouns)
    one = noun.removesuffix("s")
    leaders = load_words("leader_nouns", "en")
    known = one in load_words("role_nouns", "en")
    return known and any(n == one or {n, one} <= leaders for n in nouns)


def _could_fit(present: Present, noun: str) -> bool:
    """Whether an actor of whom too little is known might be meant as well."""
    means = {row[0]: row[1] for row in load_rows("plural_reference_nouns", "en")}.get(noun, "")
    if means == "country":
        return False
    if present.kind == "?":
        return means in {"", "head"} or present.gender == means
    unknown = present.gender == "unknown" if means in {"masculine", "feminine"} else False
    return present.kind == "person" and unknown
