"""One document read once from start to end: whom each word that refers and each source means."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import attrgetter, itemgetter

from generator.language import relations
from generator.language.lexicons import Lexicon
from generator.language.pronouns import pronoun_forms
from generator.model.annotations import (
    Annotations,
    Mention,
    MentionKind,
    Phrase,
    Quotation,
    Statement,
)
from generator.model.coreference import (
    NO_ACTOR,
    Reference,
    Referring,
    Resolution,
    Unresolved,
)
from generator.model.grouping import grouped
from generator.model.text import Document, Offsets
from generator.resolve.coreference.descriptions import Descriptions
from generator.resolve.coreference.discourse import Discourse
from generator.resolve.coreference.participants import GENDERED, Antecedent, Participant
from generator.resolve.coreference.plurals import Counted, Plurals
from generator.resolve.coreference.pronouns import Pronoun, resolve_pronoun
from generator.resolve.coreference.source_words import resolve_named


class ReferenceReader:
    """Resolves what refers in one document, knowing at each place only what came before."""

    def __init__(
        self,
        document: Document,
        annotation: Annotations,
        named: Sequence[Antecedent],
        participants: Mapping[str, Participant],
        lexicon: Lexicon,
    ) -> None:
        self._annotation = annotation
        self._participants = participants
        self._forms = pronoun_forms(lexicon)
        self._turns = tuple(q for q in annotation.quotations if q.rule == "turn")
        self._vague = lexicon.words("indefinite_pronouns")
        self._discourse = Discourse(document, named, annotation.quotations, lexicon)
        self._descriptions = Descriptions(self._discourse)
        self._plurals = Plurals(self._discourse, annotation)
        self._counted = {Offsets(c.start, c.end): c for c in self._plurals.counted()}
        self._mentions = {
            (m.span.start, m.span.end): m
            for m in annotation.mentions
            if m.kind in {"pronoun", "nominal"}
        }
        self._nearest_end: dict[int, int] = {}
        """Of the mentions that begin at an offset the end of the shortest."""
        for start, end in self._mentions:
            self._nearest_end[start] = min(end, self._nearest_end.get(start, end))
        self._told = grouped(
            ((words.start, words.end), self._told_in(s, words))
            for s in annotation.statements
            if (words := s.antecedent or s.speaker_mention)
        )
        self._referring: dict[Offsets, Referring] = {}
        self.sources: dict[Offsets, Resolution] = {}

    def read(self) -> tuple[Referring, ...]:
        """All words that refer, in reading order; `sources` is filled on the way."""
        for *_, step in self._steps():
            step()
        return tuple(sorted(self._referring.values(), key=attrgetter("span")))

    def _steps(self) -> list[tuple[int, int, int, Callable[[], None]]]:
        """Sources come before other words at one place: a source knows that it is one."""
        reports: tuple[Quotation | Statement, ...] = (
            *self._annotation.quotations,
            *self._annotation.statements,
        )
        sources = {
            Offsets(words.start, words.end): words
            for r in reports
            if (words := r.antecedent or r.speaker_mention)
        }
        steps = [(p.start, 0, p.end, partial(self._read_source, p)) for p in sources.values()]
        steps += [(s, 1, e, partial(self._read_mention, m)) for (s, e), m in self._mentions.items()]
        counted = self._counted.values()
        steps += [(c.start, 1, c.end, partial(self._read_counted, c)) for c in counted]
        return sorted(steps, key=itemgetter(0, 1, 2))

    def _read_source(self, words: Phrase) -> None:
        span, lower = Offsets(words.start, words.end), words.text.lower()
        if lower in self._forms:
            meant = self._pronoun(words, self._mentions.get((words.start, words.end)), source=True)
            self._refer(words, "pronoun", meant)
        elif lower in self._vague:
            meant = Unresolved("no_actor", words.text)
        else:
            meant = resolve_named(words, self._discourse)
            if meant is NO_ACTOR:
                meant = self._described(words)
        self.sources[span], self._discourse.last_source = meant, words.start
        if isinstance(meant, Reference):
            self._discourse.heard(self._antecedent(words.start, words.end, meant, "source"))

    def _described(self, words: Phrase) -> Resolution:
        counted = self._counted.get(Offsets(words.start, words.end))
        if counted:
            meant = self._plurals.resolve_counted(counted)
        else:
            meant = self._descriptions.resolve(words, source=True)
        counted_once = self._nearest_end.get(words.start, words.end) < words.end
        is_called = isinstance(meant, Reference) and meant.rule != "speaks_for"
        if is_called and not counted_once:
            self._refer(words, "nominal", meant)
        return meant

    def _told_in(self, statement: Statement, words: Phrase) -> Offsets:
        """What a statement says; of a report that is inserted, its sentence from the start."""
        start, end = statement.span.start, statement.span.end
        sentence = self._discourse.find.at(words.start)
        inserted = statement.rule in {"inserted_report", "report_behind"}
        return Offsets(min(start, sentence.start) if sentence and inserted else start, end)

    def _read_mention(self, mention: Mention) -> None:
        words = Phrase(mention.span.start, mention.span.end, mention.text)
        if Offsets(words.start, words.end) in self._referring:
            return
        if mention.kind == "pronoun" and words.text.lower() in self._forms:
            self._refer(words, "pronoun", self._pronoun(words, mention, source=False))
        elif mention.kind == "nominal" and mention.number == "singular":
            self._refer(words, "nominal", self._descriptions.resolve(words, source=False))

    def _read_counted(self, counted: Counted) -> None:
        words = Phrase(counted.start, counted.end, counted.text)
        if Offsets(words.start, words.end) not in self._referring:
            self._refer(words, "nominal", self._plurals.resolve_counted(counted))

    def _pronoun(self, words: Phrase, mention: Mention | None, *, source: bool) -> Resolution:
        form = self._forms[words.text.lower()]
        if form.person == "1" and not form.plural:
            speaks = self._speaker_at(words.start)
            if isinstance(speaks, Reference):
                return Reference(speaks.actors, "speaker_of_turn")
        if form.plural and form.person == "3" and mention is not None:
            joined = self._plurals.resolve_they(mention)
            if isinstance(joined, Reference):
                return joined
        told = self._told.get((words.start, words.end), ()) if source else ()
        quoted = mention.quoted if mention else self._discourse.in_quotation(words.start)
        pronoun = Pronoun(words, form, source, quoted, mention, tuple(told))
        return resolve_pronoun(pronoun, self._discourse)

    def _speaker_at(self, offset: int) -> Resolution | None:
        """Who speaks in the turn of a record that an offset lies in."""
        turn = next((q for q in self._turns if q.span.start <= offset < q.span.end), None)
        words = (turn.antecedent or turn.speaker_mention) if turn else None
        return self.sources.get(Offsets(words.start, words.end)) if words else None

    def _refer(self, words: Phrase, kind: MentionKind, meant: Resolution) -> None:
        """Keep an answer; whoever is meant, or cannot be told, is somebody for what follows."""
        span, sentence = Offsets(words.start, words.end), self._discourse.find.id_at(words.start)
        self._referring[span] = Referring(span, words.text, kind, sentence, meant)
        mention = self._mentions.get((words.start, words.end))
        person = mention is not None and mention.gender in GENDERED
        subject = mention is not None and mention.grammar.dep == relations.SUBJECT
        if isinstance(meant, Reference) or (kind == "pronoun" and subject and person):
            self._discourse.add(self._antecedent(words.start, words.end, meant, kind))

    def _antecedent(self, start: int, end: int, meant: Resolution, kind: str) -> Antecedent:
        mention = self._mentions.get((start, end))
        one = self._participants[meant.actors[0]] if isinstance(meant, Reference) else None
        unknown = mention.gender if mention else "unknown"
        words = meant.name if isinstance(meant, Unresolved) else None
        return Antecedent(
            start=start,
            end=end,
            name=one.actor.name if one else words or "",
            participant=one,
            kind=kind,
            gender=one.gender if one else unknown,
            subject=kind == "source" or (mention is not None and bool(mention.grammar.agent_verb)),
            quoted=mention.quoted if mention else self._discourse.in_quotation(start),
            mention=mention,
        )
