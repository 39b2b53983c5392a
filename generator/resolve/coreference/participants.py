"""The actors of the corpus as references need them: gender, and what the sources call them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator.language.lexicons import Lexicon
from generator.language.person_names import agreed_gender
from generator.language.role_descriptors import RoleDescriptor, role_descriptors
from generator.language.weights import load_count, load_weight
from generator.model.annotations import AllAnnotations, Annotations, Gender, Mention
from generator.model.corpus import Actor, ActorMention, Actors, ActorType
from generator.model.grouping import grouped
from generator.model.text import Span

SURE, AGAIN = load_weight("participants.sure"), load_count("participants.again")
GENDERED = frozenset({"masculine", "feminine"})


class Participant(Struct, frozen=True):
    """An actor, with what the mentions of the whole corpus show of it."""

    actor: Actor
    gender: Gender
    """Of a person; organisations and countries are neuter."""
    called: frozenset[RoleDescriptor]


class Antecedent(Struct, frozen=True):
    """Somebody at a place of a document, whom later words can mean."""

    start: int
    end: int
    name: str
    participant: Participant | None
    """None for somebody who is named, described or meant there and is no known actor."""
    kind: str
    """A mention's kind, or ``source`` for whoever is named as a source there."""
    gender: Gender
    subject: bool
    """Whether it is the subject of a verb."""
    quoted: bool
    mention: Mention | None = None

    @property
    def who(self) -> str:
        """What tells one from another: an actor's id, or the words."""
        return self.participant.actor.id if self.participant else f"? {self.name}"

    def is_a(self, kind: ActorType) -> bool:
        """Whether it is a known actor of this type."""
        return self.participant is not None and self.participant.actor.type == kind

    @property
    def owner(self) -> bool:
        """Whether it stands in the possessive, as before what belongs to it."""
        return self.mention is not None and self.mention.grammar.possessive


def find_participants(
    annotations: AllAnnotations, actors: Actors, lexicons: Mapping[str, Lexicon]
) -> dict[str, Participant]:
    """The actors by id, each with its gender and what it is called."""
    found = {m.span: m for a in annotations for m in a.mentions if m.kind != "pronoun"}
    following = _pronouns_after(annotations)
    return {a.id: _participant(a, found, following, lexicons) for a in actors}


def _participant(
    actor: Actor,
    found: Mapping[Span, Mention],
    following: Mapping[Span, Gender],
    lexicons: Mapping[str, Lexicon],
) -> Participant:
    if actor.type != "person":
        return Participant(actor, "neuter", frozenset())
    mentions = [m for one in actor.mentions if (m := found.get(_span(one)))]
    told = agreed_gender(m.gender for m in mentions)
    called = frozenset(
        descriptor
        for m in mentions
        for phrase in (m.title, m.apposition, *m.role_phrases)
        if phrase
        for descriptor in role_descriptors(phrase.text, lexicons[m.span.document_id])
    )
    after = Counter(following[m.span] for m in mentions if m.span in following)
    return Participant(actor, told if told != "unknown" else _by_pronouns(after), called)


def _by_pronouns(counts: Counter[Gender]) -> Gender:
    """The gender that the pronouns after a subject's name agree on, where no list knows it."""
    best: Gender = "feminine" if counts["feminine"] > counts["masculine"] else "masculine"
    total = counts.total()
    return best if total >= AGAIN and counts[best] >= SURE * total else "unknown"


def _pronouns_after(annotations: AllAnnotations) -> dict[Span, Gender]:
    """Span of a subject's name → gender of the next pronoun, where no other name is between."""
    found: dict[Span, Gender] = {}
    for annotation in annotations:
        subject: Mention | None = None
        for mention in annotation.mentions:
            if mention.weak:
                continue
            if mention.kind == "name":
                subject = mention if mention.grammar.agent_verb else None
            elif mention.kind == "pronoun" and mention.gender in GENDERED and subject:
                found[subject.span] = mention.gender
                subject = None
    return found


def find_antecedents(
    annotations: AllAnnotations, participants: Iterable[Participant]
) -> dict[str, list[Antecedent]]:
    """Whom each document names, and who else is the subject of one of its verbs, in reading order.

    Of equal starts the longer comes first.
    """
    mentions = {m.span: m for a in annotations for m in a.mentions}
    named = grouped(
        (one.document, _named(participant, one, mentions.get(_span(one))))
        for participant in participants
        for one in participant.actor.mentions
    )
    found: dict[str, list[Antecedent]] = {}
    for annotation in annotations:
        own = named.get(annotation.document_id, [])
        everyone = (*own, *_strangers(annotation, own))
        found[annotation.document_id] = sorted(everyone, key=lambda a: (a.start, -a.end, a.who))
    return found


def _span(mention: ActorMention) -> Span:
    return Span(mention.document, mention.start, mention.end)


def _named(participant: Participant, one: ActorMention, mention: Mention | None) -> Antecedent:
    name, gender = participant.actor.name, participant.gender
    does = mention is not None and bool(mention.grammar.agent_verb)
    quoted = mention is not None and mention.quoted
    place = (one.start, one.end, name, participant, one.kind, gender)
    return Antecedent(*place, subject=does, quoted=quoted, mention=mention)


def _strangers(annotation: Annotations, known: Sequence[Antecedent]) -> list[Antecedent]:
    """Subjects that are named or described and belong to no actor."""
    taken = {at for one in known for at in range(one.start, one.end)}
    told = (m for m in annotation.mentions if m.kind in {"name", "nominal"} and not m.weak)
    does = (m for m in told if m.grammar.agent_verb)
    return [
        Antecedent(*place, m.text, None, m.kind, m.gender, subject=True, quoted=m.quoted, mention=m)
        for m in does
        if taken.isdisjoint(range(*(place := (m.span.start, m.span.end))))
    ]
