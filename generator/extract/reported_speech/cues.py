"""Reporting clauses: the verbs of a sentence that may report speech, and whose speech it is."""

from msgspec import Struct

from generator.extract.reported_speech.cue_lexicon import Vocabulary
from generator.extract.reported_speech.source_spans import (
    NAMING,
    Phrases,
    Source,
)
from generator.language import relations, word_forms
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.language.modality import hedges_among
from generator.language.speech_verbs import Strength
from generator.language.word_forms import FINITE
from generator.model.reading_order import start_while
from generator.model.text import Token

SUBJECT = frozenset({relations.SUBJECT, relations.CLAUSAL_SUBJECT})
SHARES_SUBJECT = (
    relations.SUBORDINATE_CLAUSES
    | {relations.OPEN_COMPLEMENT, relations.PREPOSITIONAL_CLAUSE, relations.PREPOSITION}
    | {relations.CONJUNCT, relations.UNCLASSIFIED, relations.ROOT}
)
"""How a verb hangs on another, or on a noun, whose subject may be its own."""
LATE_SUBJECTS = (
    relations.COMPLEMENTS
    | relations.OBJECTS
    | {relations.ADVERBIAL_NOUN, relations.APPOSITION, relations.UNCLASSIFIED}
)
"""What a parser takes a subject behind its verb for."""
ADJUNCT = frozenset({relations.PREPOSITION, relations.PREPOSITIONAL_OBJECT})
"""How a noun hangs on a verb by a preposition: *left at one point*."""
LONGEST_CLIMB = 6
"""Verbs that may share one subject."""
FAR = 60
"""Tokens; a source that stands farther off does not stretch its clause."""


class ReportingClause(Struct, frozen=True):
    """A verb that may report speech, with its source as far as the sentence names one."""

    verb: int
    first: int
    """First token of the clause: the source's or the verb's own."""
    last: int
    """Last token of verb and source, whichever stands later."""
    strength: Strength
    source: Source | None
    hedge: str | None
    passive: bool = False


class ReportingClauses:
    """Reads reporting clauses off the parse of one segment; `quoted` are token indices in marks."""

    def __init__(self, tree: Tree, lexicon: Lexicon, quoted: frozenset[int] = frozenset()) -> None:
        self.tree = tree
        self.quoted = quoted
        self.words = Vocabulary(tree, lexicon)
        self.phrases = Phrases(tree, self.words, quoted)

    def reports(self, first: int, end: int) -> tuple[ReportingClause, ...]:
        """The reporting verbs among the tokens from `first` up to `end`, in reading order."""
        tokens = self.tree.tokens[first:end]
        return tuple(self.report(t) for t in tokens if self._may_report(t))

    def _may_report(self, token: Token) -> bool:
        if token.index in self.quoted or token.tag not in word_forms.VERBS:
            return False
        return self.words.strength(token) != "other" and token.dep not in relations.AUXILIARIES

    def report(self, verb: Token) -> ReportingClause:
        """The reporting clause around one verb."""
        source = self.source_of(verb)
        left = self._verb_start(verb)
        first, last = left, verb.index
        if source and abs(source.first - verb.index) < FAR:
            first, last = min(left, source.first), max(last, source.last)
        described = self.phrases.named_behind_description(left)
        if described and source and source.first == described[1].first:
            first = described[0]
        return ReportingClause(
            verb=verb.index,
            first=first,
            last=last,
            strength=self.words.strength(verb),
            source=source,
            hedge=self._hedge(verb),
            passive=self._is_passive(verb),
        )

    def _verb_start(self, verb: Token) -> int:
        links = (*relations.AUXILIARIES, relations.NEGATION, relations.ADVERB)
        small = self.tree.children(verb, *links)
        return start_while(self.tree.tokens, verb.index, lambda t: t in small)

    def _hedge(self, verb: Token) -> str | None:
        near = (*self.tree.children(verb), *self.tree.children(self.tree.head(verb)))
        plain = (t for t in near if t.index not in self.quoted)
        return next((t.text for t in hedges_among(plain, self.words.lexicon)), None)

    def _is_passive(self, verb: Token) -> bool:
        if self.tree.has(verb, relations.PASSIVE_AUXILIARY, relations.PASSIVE_SUBJECT):
            return True
        if self._is_parted(verb):
            return True
        if verb.tag != word_forms.VERB_PARTICIPLE:
            return False
        if verb.dep == relations.ADVERBIAL_CLAUSE:
            return not self.tree.has(verb, relations.AUXILIARY, *SUBJECT)
        return verb.dep == relations.ADNOMINAL_CLAUSE and not self._takes_object(verb)

    def _is_parted(self, verb: Token) -> bool:
        """*Jones, asked whether she would go, said*: a comma parts a noun from what it is asked."""
        at, tokens, subject = verb.index, self.tree.tokens, self._subject(verb)
        parted = subject is not None and subject.index == at - 2 and tokens[at - 1].text == ","
        asked = ("interrogative_complementisers", "question_words")
        return parted and any(self.words.is_in(t, *asked) for t in tokens[at + 1 : at + 2])

    def _takes_object(self, verb: Token) -> bool:
        """Whether a name or an article follows at once, so that a participle is a past tense."""
        behind = self.tree.tokens[verb.index + 1 : verb.index + 2]
        return any(t.pos in {"PROPN", "DET"} or t.tag == word_forms.PRONOUN for t in behind)

    def source_of(self, verb: Token, climbed: int = 0) -> Source | None:
        """Who does what the verb says: its subject, or the one that it shares with another verb."""
        if climbed > LONGEST_CLIMB:
            return None
        if self._is_passive(verb):
            return self._agent(verb)
        described = self.phrases.named_behind_description(self._verb_start(verb))
        if described is not None:
            return described[1]
        subject = self._subject(verb)
        if subject is not None:
            inserted = self._inserted_name(verb, subject)
            return inserted or self._from_subject(verb, subject, climbed)
        own = self._without_subject(verb) if not climbed else None
        return own or self._shared_subject(verb, climbed)

    def _without_subject(self, verb: Token) -> Source | None:
        """The source of a verb that the parse gives no subject, by what stands beside it."""
        late = self._late_subject(verb)
        if late is not None:
            return self.phrases.source_at(late)
        return self.phrases.words_ahead(verb) if self._finite(verb) else None

    def _finite(self, verb: Token) -> bool:
        """Whether the verb must have a subject of its own, whatever the parse makes of it."""
        return (
            verb.tag in FINITE
            or (verb.tag == word_forms.VERB_PARTICIPLE and self._takes_object(verb))
        ) and verb.dep not in {relations.CONJUNCT, relations.RELATIVE_CLAUSE}

    def _subject(self, verb: Token) -> Token | None:
        """The subject, before the verb rather than behind it, but directly behind a quotation."""
        found = self.tree.children(verb, *SUBJECT)
        plain = [c for c in reversed(found) if not c.hole and c.index not in self.quoted]
        before = [] if self._follows_quotation(verb) else [c for c in plain if c.index < verb.index]
        return next(iter(before or plain), None)

    def _inserted_name(self, verb: Token, subject: Token) -> Source | None:
        """*The plan, said Ada Lind, would fail*: no single comma parts a subject from its verb."""
        tokens, phrase = self.tree.tokens, self.phrases.source_at(subject)
        parted = phrase and phrase.last == verb.index - 2 and tokens[verb.index - 1].text == ","
        behind = tokens[verb.index + 1] if verb.index + 1 < len(tokens) else verb
        if not parted or behind.pos != "PROPN" or behind.index in self.quoted:
            return None
        ahead = relations.MODIFIERS | {relations.DETERMINER}
        return self.phrases.source_at(self.tree.climb_while(behind, lambda t: t.dep in ahead))

    def _from_subject(self, verb: Token, subject: Token, climbed: int) -> Source | None:
        if self.words.is_relative(subject):
            return self._from_antecedent(verb, subject, climbed)
        owner = self.owner_of(subject) if self.words.is_speech_noun(subject) else None
        return owner or self.phrases.source_at(self._named_after(subject) or subject)

    def _named_after(self, noun: Token) -> Token | None:
        """The name behind a description and a comma: *the president, Jane Doe, said*."""
        if noun.pos != "NOUN" or noun.entity == "PERSON":
            return None
        names = [c for c in self.tree.children(noun, relations.APPOSITION) if c.entity == "PERSON"]
        return names[0] if names and names[0].index not in self.quoted else None

    def _from_antecedent(self, verb: Token, subject: Token, climbed: int) -> Source | None:
        """Whom a relative clause is of: *the minister, who said*; *a letter that says*."""
        inner = {relations.CONJUNCT, relations.CLAUSAL_COMPLEMENT, relations.OPEN_COMPLEMENT}
        top = self.tree.climb_while(verb, lambda t: t.dep in inner)
        if top.dep not in {relations.RELATIVE_CLAUSE, relations.ADNOMINAL_CLAUSE}:
            if self.words.is_in(subject, "personal_relatives"):
                return self.phrases.source_at(subject)
            return self._shared_subject(verb, climbed)
        noun = self.tree.head(top)
        if noun.dep == relations.APPOSITION and self.tree.head(noun).pos == "PROPN":
            noun = self.tree.head(noun)
        speaks = self.words.speaks_for_somebody(noun)
        found = self._from_noun(top, noun, climbed) if speaks else self.phrases.source_at(noun)
        if found is None or found.head != noun.index:
            return found
        return Source(found.head, found.first, found.last, subject.index)

    def owner_of(self, noun: Token) -> Source | None:
        """Whose statement it is: *her claim*, *a statement by the ministry*."""
        for child in self.tree.children(noun):
            if child.dep == relations.POSSESSOR and child.index not in self.quoted:
                return self.phrases.source_at(child)
        of = ("genitive_prepositions",) if self.words.is_in(noun, "nouns_for_words") else ()
        behind = self._object_of(noun, "agent_prepositions", "origin_prepositions", *of)
        return self.phrases.source_at(behind) if behind else None

    def _object_of(self, word: Token, *ways: str) -> Token | None:
        """The noun behind a preposition of some groups: *a statement by {the ministry}*."""
        links = {relations.AGENT, relations.PREPOSITION}
        led = (c for c in self.tree.children(word, *links) if self.words.is_in(c, *ways))
        nouns = (n for c in led for n in self.tree.children(c) if n.index not in self.quoted)
        return next((n for n in nouns if n.dep == relations.PREPOSITIONAL_OBJECT), None)

    def _agent(self, verb: Token) -> Source | None:
        agent = self._object_of(verb, "agent_prepositions")
        if agent is not None:
            return self.phrases.source_at(agent)
        quotes = verb.lemma.lower() in self.words.lexicon.group("quoting_verbs")
        passive = self.tree.children(verb, relations.PASSIVE_SUBJECT) if quotes else ()
        return self.phrases.source_at(passive[-1]) if passive else None

    def _late_subject(self, verb: Token) -> Token | None:
        """The noun phrase directly behind a verb without a subject before it: *said the judge*."""
        if verb.tag not in FINITE | {word_forms.VERB_PARTICIPLE}:
            return None
        for child in self.tree.children(verb):
            inside = child.index in self.quoted or child.hole
            if child.index <= verb.index or child.dep not in LATE_SUBJECTS or inside:
                continue
            first = self.phrases.start_of(child)
            lower = self.words.is_object_pronoun(child)
            if first == verb.index + 1 and child.pos in NAMING and not lower:
                return child if self._follows_quotation(verb) else None
        return None

    def _follows_quotation(self, verb: Token) -> bool:
        """Whether only a closing mark and stops stand between a quotation and the verb."""
        if verb.sentence_begins:
            return True
        light = start_while(
            self.tree.tokens,
            verb.index,
            lambda t: t.pos in {"PUNCT", "ADV"} and t.index not in self.quoted,
        )
        return light - 1 in self.quoted

    def _shared_subject(self, verb: Token, climbed: int) -> Source | None:
        if self.tree.is_root(verb) or verb.dep not in SHARES_SUBJECT:
            return None
        head = self.tree.climb_while(self.tree.head(verb), self._joins_clause)
        if head.index in self.quoted or head.hole:
            return None
        if head.pos in {"VERB", "AUX"}:
            special = self._of_object(verb, head) or self._of_passive(verb, head)
            return special or self.source_of(head, climbed + 1)
        if head.pos in {"NOUN", "PROPN", "PRON"}:
            return self._from_noun(verb, head, climbed)
        return None

    def _joins_clause(self, word: Token) -> bool:
        """Whether a word between two verbs only joins them: *after saying*, *did … but say*."""
        link = word.dep in {relations.PREPOSITION, relations.MARKER}
        return (link and word.pos in {"ADP", "SCONJ"}) or self.words.is_doing(word)

    def _of_object(self, verb: Token, head: Token) -> Source | None:
        """*The win led her to declare*: the object of such a verb speaks."""
        if verb.dep != relations.OPEN_COMPLEMENT or not self.words.makes_object_act(head):
            return None
        objects = [c for c in self.tree.children(head, relations.OBJECT) if c.index < verb.index]
        return self.phrases.source_at(objects[-1]) if objects else None

    def _of_passive(self, verb: Token, head: Token) -> Source | None:
        """*He was prompted to say*, *was joined by her and joked*: the passive's subject speaks."""
        subject = self.tree.child(head, relations.PASSIVE_SUBJECT)
        tied = verb.dep in {relations.OPEN_COMPLEMENT, relations.CONJUNCT}
        return self.phrases.source_at(subject) if tied and subject else None

    def _from_noun(self, verb: Token, noun: Token, climbed: int) -> Source | None:
        """A participle on a noun: *critics saying*, or *a letter saying*, which has an author."""
        if self.words.speaks_for_somebody(noun):
            owner = self.owner_of(noun)
            return owner or self._doer(noun, climbed) or self.phrases.source_at(noun)
        if verb.tag != word_forms.VERB_GERUND:
            return self._doer(noun, climbed)
        above = self.tree.climb_while(noun, lambda t: t.dep in ADJUNCT)
        aside = above.pos in {"VERB", "AUX"} and noun.pos == "NOUN"
        if aside and noun.dep in ADJUNCT and not self.words.is_person(noun):
            return self.source_of(above, climbed + 1)  # *He left, at one point calling her a liar*
        return self.phrases.source_at(noun)

    def _doer(self, noun: Token, climbed: int) -> Source | None:
        """The subject of the verb that a noun is the object of: *issued a statement*."""
        above = self.tree.head(noun)
        head = self.tree.climb_while(above, lambda t: t.pos == "ADP")
        inside = self.words.is_in(above, "medium_prepositions")
        led = noun.dep == relations.PREPOSITIONAL_OBJECT and inside
        is_object = led or noun.dep in {relations.OBJECT, relations.CONJUNCT}
        done = is_object and head.pos in {"VERB", "AUX"}
        return self.source_of(head, climbed + 1) if done else None
