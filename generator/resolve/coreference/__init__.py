"""Pronouns and descriptions to actors, by a stated rule or not at all.

A pronoun goes to the one person that it can mean in its own sentence and the one before; with two,
to the one who is the subject of both; else to nobody. A description (*the Russian leader*) goes to
the one person of its document whom the sources call so. Plural references: `plurals`.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from generator.language.gazetteer import load_gazetteer
from generator.language.lexicons import load_words
from generator.model.annotations import Annotations, Gender, Mention
from generator.model.corpus import Actor, ActorMention
from generator.model.text import Document, Sentence, Span
from generator.resolve.coreference.plurals import Plural, Present, find_plurals

UNKNOWN = "?"
"""Stands for somebody whom an unresolved pronoun means."""
SURE = 0.8
"""Least share of pronouns of one gender around a name that tell its gender."""
GENDERED = frozenset({"masculine", "feminine"})


class Named(Struct, frozen=True):
    """A place where a person is named or was resolved, with how it stands."""

    start: int
    actor: str
    mention: Mention


class RoleDescriptor(Struct, frozen=True, order=True):
    """What a source calls a person: a country or body, and a role noun."""

    owner: str
    noun: str


def resolve_references(
    documents: Sequence[Document], annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> tuple[Actor, ...]:
    """The actors with the pronouns and descriptions that mean them added to their mentions."""
    people = _People(annotations, actors)
    countries = _countries(actors)
    added: defaultdict[str, list[ActorMention]] = defaultdict(list)
    for document, annotation in zip(documents, annotations, strict=True):
        reader = _Reader(document, annotation, people)
        for actor, mention, why in reader.references():
            added[actor].append(_actor_mention(document, mention, why))
        present = [*reader.present(), *countries.get(document.id, ())]
        for plural in find_plurals(document, annotation, present):
            for actor in plural.actors:
                added[actor].append(_plural_mention(document, plural))
    return tuple(_with(actor, added.get(actor.id, ())) for actor in actors)


def _with(actor: Actor, more: Iterable[ActorMention]) -> Actor:
    mentions = sorted((*actor.mentions, *more), key=lambda m: (m.document, m.start, m.end))
    return msgspec.structs.replace(actor, mentions=tuple(mentions))


def _countries(actors: Sequence[Actor]) -> Mapping[str, Sequence[Present]]:
    """Where the countries are named in each document."""
    found: defaultdict[str, list[Present]] = defaultdict(list)
    for actor in actors:
        for m in actor.mentions if actor.type == "country" else ():
            found[m.document].append(
                Present(m.start, actor.id, "country", "neuter", frozenset(), None)
            )
    return found


def _plural_mention(document: Document, plural: Plural) -> ActorMention:
    return ActorMention(
        document=document.id,
        start=plural.start,
        end=plural.end,
        text=plural.text,
        kind=plural.kind,
        sentence=plural.sentence,
        why=plural.why,
    )


def _actor_mention(document: Document, mention: Mention, why: str) -> ActorMention:
    return ActorMention(
        document=document.id,
        start=mention.span.start,
        end=mention.span.end,
        text=mention.text,
        kind=mention.kind,
        sentence=mention.sentence,
        why=why,
    )


class _People:
    """The persons of the corpus: where they are named, their gender, what they are called."""

    def __init__(self, annotations: Sequence[Annotations], actors: Sequence[Actor]) -> None:
        spans = {
            a.document_id: {(m.span.start, m.span.end): m for m in a.mentions if m.kind == "name"}
            for a in annotations
        }
        self._named: defaultdict[str, list[Named]] = defaultdict(list)
        self._after = _genders_after(annotations)
        self.gender: dict[str, Gender] = {}
        self._called: defaultdict[str, set[RoleDescriptor]] = defaultdict(set)
        for actor in actors:
            if actor.type == "person":
                self._add(actor, spans)

    def _add(self, actor: Actor, spans: Mapping[str, Mapping[tuple[int, int], Mention]]) -> None:
        genders: set[Gender] = set()
        after: Counter[Gender] = Counter()
        for one in actor.mentions:
            mention = spans.get(one.document, {}).get((one.start, one.end))
            if mention is None:
                continue
            self._named[one.document].append(Named(one.start, actor.id, mention))
            after[self._after.get(mention.span, "unknown")] += 1
            genders.add(mention.gender)
            for phrase in (mention.title, mention.apposition):
                if phrase:
                    self._called[actor.id].update(role_descriptors(phrase.text))
        told = genders & GENDERED
        self.gender[actor.id] = min(told) if len(told) == 1 else _told(after)

    def named_in(self, document: str) -> list[Named]:
        """The persons named in a document, in reading order."""
        return sorted(self._named[document], key=lambda n: n.start)

    def called(self, actor: str) -> set[RoleDescriptor]:
        """What the sources call a person."""
        return self._called[actor]


def _told(counts: Counter[Gender]) -> Gender:
    """The gender that the pronouns after a subject's name agree on, where no list knows it."""
    best: Gender = "feminine" if counts["feminine"] > counts["masculine"] else "masculine"
    total = counts["feminine"] + counts["masculine"]
    return best if total > 1 and counts[best] >= SURE * total else "unknown"


def _genders_after(annotations: Sequence[Annotations]) -> dict[Span, Gender]:
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


def role_descriptors(text: str) -> set[RoleDescriptor]:
    """The role nouns of a title or description, each with the country it is of ("" for none)."""
    gazetteer = load_gazetteer("en")
    words = re.findall(r"[\w.-]+", re.sub(r"[’']s\b", "", text))
    owners = {
        state.name
        for i in range(len(words))
        for j in range(i + 1, min(i + 4, len(words)) + 1)
        if (state := gazetteer.find(" ".join(words[i:j])))
    }
    main = re.split(r" (?:of|for|at|in|from) ", text)[0].split()
    nouns = [w.lower().strip(",") for w in main if _role(w.lower().strip(","))]
    noun = " ".join([*_ranks(main), nouns[-1]]) if nouns else ""
    return {RoleDescriptor(owner, noun) for owner in sorted(owners) or [""]} if noun else set()


def _ranks(words: Sequence[str]) -> list[str]:
    """*vice*, *deputy*, *former*: words that make another office of an office."""
    return sorted({w.lower() for w in words} & load_words("office_ranks", "en"))


def _role(word: str) -> bool:
    return word in load_words("role_nouns", "en") and word != "counterpart"


class _Reader:
    """Reads one document from start to end and resolves what it can."""

    def __init__(self, document: Document, annotation: Annotations, people: _People) -> None:
        self._people = people
        self._text = document.text
        self._mentions = annotation.mentions
        self._named = people.named_in(document.id)
        self._cast = sorted({n.actor for n in self._named})
        self._appositions = {
            n.mention.apposition.start: (n.mention.apposition.end, n.actor)
            for n in self._named
            if n.mention.apposition
        }
        self._sentences: tuple[Sentence, ...] = document.sentences
        self._starts = [s.start for s in document.sentences]
        self._by_sentence: defaultdict[int, list[Named]] = defaultdict(list)
        for named in self._named:
            self._by_sentence[self._index(named.start)].append(named)

    def references(self) -> Iterable[tuple[str, Mention, str]]:
        """Actor, mention and rule of each reference that is resolved, in reading order."""
        for mention in self._mentions:
            if mention.kind == "pronoun" and mention.gender in GENDERED:
                found = self._pronoun(mention)
            elif mention.kind == "nominal" and mention.number == "singular":
                found = self._description(mention)
            else:
                continue
            if found:
                yield found[0], mention, found[1]
            if found or (mention.kind == "pronoun" and mention.grammar.dep == "nsubj"):
                actor = found[0] if found else UNKNOWN
                named = Named(mention.span.start, actor, mention)
                self._by_sentence[self._index(mention.span.start)].append(named)

    def present(self) -> Iterable[Present]:
        """The persons of the document, named or referred to, once `references` is through."""
        for named in (n for found in self._by_sentence.values() for n in found):
            known = named.actor != UNKNOWN
            people, mention = self._people, named.mention
            yield Present(
                start=named.start,
                actor=named.actor,
                kind="person" if known else "?",
                gender=people.gender.get(named.actor, "unknown") if known else mention.gender,
                nouns=frozenset(c.noun.split()[-1] for c in people.called(named.actor)),
                mention=mention if mention.kind == "name" else None,
            )

    def _index(self, offset: int) -> int:
        return bisect_left(self._starts, offset + 1) - 1

    def _pronoun(self, mention: Mention) -> tuple[str, str] | None:
        at = self._index(mention.span.start)
        own = [n for n in self._fitting(at, mention) if n.start < mention.span.start]
        before = self._fitting(at - 1, mention) if self._together(at) else []
        people = {n.actor for n in (*own, *before)}
        if people == {UNKNOWN}:
            return None
        if len(people) == 1:
            return min(people), "the only person it can mean here"
        if UNKNOWN in people:
            return None
        subjects = {n.actor for n in own if n.mention.grammar.agent_verb}
        if len({n.actor for n in own}) == 1 and subjects:
            return min(subjects), "subject of the sentence"
        if not own and before:
            leads = {n.actor for n in before if n.mention.grammar.dep == "nsubj"}
            if len(leads) == 1 and mention.grammar.dep == "nsubj":
                return min(leads), "subject of the sentence before"
        return None

    def _together(self, at: int) -> bool:
        """Whether a sentence follows another in the same paragraph."""
        return at > 0 and self._sentences[at].paragraph == self._sentences[at - 1].paragraph

    def _fitting(self, at: int, mention: Mention) -> list[Named]:
        """The persons of a sentence whom the pronoun can mean by gender and by who speaks."""
        return [
            n
            for n in self._by_sentence.get(at, ())
            if self._people.gender.get(n.actor, "unknown") in {mention.gender, "unknown"}
            and n.mention.quoted == mention.quoted
            and not _same_clause(n.mention, mention)
            and (n.actor != UNKNOWN or n.mention.gender == mention.gender)
        ]

    def _description(self, mention: Mention) -> tuple[str, str] | None:
        beside = self._beside(mention)
        if beside:
            return beside, "stands beside the name"
        if not re.match(r"(?:the|his|her|their|its)\b", mention.text, re.IGNORECASE):
            return None
        if re.match(r"(?:his|her|their|its)\b", mention.text, re.IGNORECASE):
            return None
        wanted = role_descriptors(mention.text)
        if not wanted or self._goes_on(mention, wanted):
            return None
        fitting = [a for a in self._cast if self._is_called(a, wanted)]
        return (fitting[0], "the one person called so here") if len(fitting) == 1 else None

    def _goes_on(self, mention: Mention, wanted: set[RoleDescriptor]) -> bool:
        """Whether more words say who is meant, or too few: *the member who wishes to leave*."""
        after = self._text[mention.span.end : mention.span.end + 8]
        owned = all(one.owner for one in wanted)
        plain = len(mention.text.split()) == 2 and not re.match(
            r"\s+(?:of|who|that|for|in)\b", after
        )
        return not owned and not plain

    def _beside(self, mention: Mention) -> str:
        """The person whose name follows at once: *his Russian counterpart Vladimir Putin*."""
        end, actor = self._appositions.get(mention.span.start, (0, ""))
        return actor if end >= mention.span.end else ""

    def _is_called(self, actor: str, wanted: set[RoleDescriptor]) -> bool:
        return any(
            _same_noun(one.noun, other.noun) and (not other.owner or one.owner == other.owner)
            for one in self._people.called(actor)
            for other in wanted
        )


def _same_clause(name: Mention, pronoun: Mention) -> bool:
    """Whether the name is the subject of the verb whose object the pronoun is: *Ann saw her*."""
    grammar = pronoun.grammar
    plain = pronoun.text.lower() in {"him", "her"} and not grammar.possessive
    same = name.sentence == pronoun.sentence and bool(name.grammar.agent_verb)
    return plain and same and name.grammar.agent_verb == grammar.governor


def _same_noun(one: str, other: str) -> bool:
    return one == other or {one, other} <= load_words("leader_nouns", "en")
