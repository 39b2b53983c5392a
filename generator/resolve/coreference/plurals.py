"""References to two or three actors at once: *the two presidents*, *both countries*, *they*.

A counted description goes to as many actors of its paragraph (or of that and the one before) as it
counts, where exactly so many fit; *they* goes to the persons whom *and* joins as the subject of its
sentence or of the one before. Else to nobody.
"""

from collections.abc import Collection, Iterator

from msgspec import Struct

from generator.language import relations
from generator.language.noun_phrases import singular
from generator.model.annotations import Annotations, Mention
from generator.model.coreference import NO_ACTOR, Reference, Resolution, Unresolved
from generator.model.reading_order import InOrder
from generator.model.text import Sentence
from generator.model.zones import CAPTION, RUNNING_TEXT
from generator.resolve.coreference.discourse import Discourse
from generator.resolve.coreference.participants import GENDERED, Antecedent

NUMBERS = {"two": 2, "three": 3}
ZONES = RUNNING_TEXT | CAPTION


class Counted(Struct, frozen=True):
    """A description that says how many it means."""

    start: int
    end: int
    text: str
    noun: str
    count: int
    sentence: Sentence


class Plurals:
    """Whom the plural references of one document mean."""

    def __init__(self, discourse: Discourse, annotation: Annotations) -> None:
        self._text = discourse.text
        self._discourse = discourse
        self._mentions = InOrder(annotation.mentions, lambda m: m.span.start)
        self._lexicon = discourse.lexicon
        self._means = {row[0]: row[1] for row in self._lexicon.rows("plural_reference_nouns")}

    def counted(self) -> Iterator[Counted]:
        """*The two presidents*, *both men*, *the three countries*, in reading order."""
        pattern = self._discourse.pattern("counted")
        for sentence in (s for s in self._discourse.sentences if s.zone in ZONES):
            for match in pattern.finditer(self._text, sentence.start, sentence.end):
                if self._discourse.in_quotation(match.start()) or self._goes_on(match.end()):
                    continue
                count = NUMBERS[match.group(2).lower()] if match.group(2) else 2
                noun = match.group(3).lower()
                yield Counted(*match.span(), match.group(), noun, count, sentence)

    def _goes_on(self, end: int) -> bool:
        """Whether more words say who is meant: *the two men from Leeds*."""
        place = self._discourse.pattern("counted_in_place").match(self._text, end)
        goes_on = self._discourse.pattern("counted_goes_on")
        elsewhere = place is not None and place.group(1).lower() not in self._lexicon.keys("months")
        return elsewhere or goes_on.match(self._text, end) is not None

    def resolve_counted(self, words: Counted) -> Resolution:
        """The actors before a description that fit it, in its paragraph, then in two."""
        here = self._discourse.find.number(words.start)
        own = self._discourse.paragraph_before(here)
        back = next(iter(self._discourse.paragraphs_back(here, 1)), range(0))
        present: list[Antecedent] = []
        for numbers in (range(own.start, here + 1), back):
            present += [a for n in numbers for a in self._discourse.in_sentence(n, words.start)]
            fitting = {a.who for a in present if self._fits(a, words.noun)}
            doubt = any(self._could_fit(a, words.noun) for a in present if a.who not in fitting)
            if len(fitting) == words.count and not doubt:
                return Reference(tuple(sorted(fitting)), "as_many_as_counted")
            if len(fitting) > words.count or doubt:
                break
        return Unresolved("no_actor", words.text)

    def resolve_they(self, mention: Mention) -> Resolution:
        """*They* after *Ann Lee and Bo Ek*."""
        if mention.quoted or not mention.sentence:
            return NO_ACTOR
        at = self._discourse.find.number(mention.span.start)
        own = self._discourse.sentences[at]
        found = self._joined_subject(own, mention.span.start)
        spoken = self._discourse.in_quotation(own.start + 1)  # *“We go,” they said*
        if not found and at > 0 and (spoken or self._nobody_between(own.start, mention.span.start)):
            before = self._discourse.sentences[at - 1]
            together = spoken or before.paragraph == own.paragraph
            found = self._joined_subject(before, before.end) if together else ()
        return Reference(found, "joined_subject") if found else NO_ACTOR

    def _joined_subject(self, sentence: Sentence, end: int) -> tuple[str, ...]:
        """The persons who are together the subject of a sentence, where nothing else is plural."""
        inside = self._mentions.within(sentence.start, end)
        does = (m for m in inside if m.grammar.agent_verb and not (m.weak or m.quoted))
        subjects = [m for m in does if m.grammar.dep == relations.SUBJECT]
        verbs = {m.grammar.agent_verb for m in subjects if m.kind == "name"}
        if len(verbs) != 1:
            return ()
        joined = [m for m in subjects if m.grammar.agent_verb in verbs and m.kind != "pronoun"]
        named = (a for a in self._discourse.between(sentence.start, end) if a.kind == "name")
        persons = {a.start: a.who for a in named if a.is_a("person")}
        actors = [persons.get(m.span.start, "") for m in joined]
        last = max(m.span.end for m in joined)
        linked = self._discourse.pattern("and").search(self._text, joined[0].span.start, last)
        several = len(set(actors)) > 1 and all(actors) and linked is not None
        return tuple(dict.fromkeys(actors)) if several and self._nobody_between(last, end) else ()

    def _nobody_between(self, start: int, end: int) -> bool:
        """Whether no other word between two offsets can be what *they* means."""
        told = (m for m in self._mentions.within(start, end) if not m.weak)
        if any(m.kind in {"name", "nominal"} for m in told):
            return False
        plurals = self._discourse.pattern("plural").finditer(self._text, start, end)
        small = self._lexicon.words("function_words", "small_words")
        return all(m.group() in small for m in plurals)

    def _fits(self, present: Antecedent, noun: str) -> bool:
        """Whether an actor is known to be what the noun says."""
        means = self._means.get(noun, "")
        if means == "country":
            return present.is_a("country")
        if not present.is_a("person"):
            return False
        if means in GENDERED:
            return present.gender == means
        called = present.participant.called if present.participant else ()
        return self._is_called({w for one in called for w in one.noun.split()[-1:]}, noun, means)

    def _is_called(self, nouns: Collection[str], noun: str, means: str) -> bool:
        if means == "head":
            return any(n in self._lexicon.words("heads_of_bodies") for n in nouns)
        roles = self._lexicon.words("role_nouns")
        one = singular(noun, self._lexicon, roles)
        return one in roles and any(
            n == one or {n, one} <= self._lexicon.words("leader_nouns") for n in nouns
        )

    def _could_fit(self, present: Antecedent, noun: str) -> bool:
        """Whether somebody of whom too little is known might be meant as well."""
        means = self._means.get(noun, "")
        if means == "country":
            return False
        if present.participant is None:
            unresolved = present.kind == "pronoun"
            return unresolved and (means in {"", "head"} or present.gender == means)
        unknown = means in GENDERED and present.gender == "unknown"
        return unknown and present.is_a("person")
