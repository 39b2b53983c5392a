"""What is told: the tokens of the content beside a reporting verb, construction by construction.

Each finder answers with the first and the last token of the content, or with None.
"""

from collections.abc import Callable, Sequence

from generator.extract.indirect_speech.content_objects import Content, Objects
from generator.extract.indirect_speech.content_spans import CLOSING
from generator.extract.reported_speech import ReportingClause, Source, Vocabulary
from generator.language import relations, word_forms
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.language.relations import SUBJECTS
from generator.language.word_forms import FINITE_OR_MODAL
from generator.model.annotations import Attribution
from generator.model.reading_order import end_while, start_while
from generator.model.rules import Rule, StatementRule
from generator.model.text import Token

OPENERS = ("complementisers", "interrogative_complementisers", "question_words")
STOPS = frozenset({":", ";", ".", "-", "–", "—"})
PARTS = frozenset({";", ":"})
STRAYS = (
    *(relations.OBJECT, relations.PREPOSITION, relations.PUNCTUATION),
    *(relations.ADVERB, relations.ADVERBIAL_NOUN),
)
TOLD = {relations.OBJECT, relations.CLAUSAL_COMPLEMENT, relations.OPEN_COMPLEMENT}
JOINING = relations.COORDINATOR
NEAR = 4
ASIDE = 12
"""Tokens; no more stand between a report that opens a sentence and the comma behind it."""


class Contents(Objects):
    """Finds contents in the parse of one segment; `quoted` are token indices in marks."""

    def __init__(
        self, tree: Tree, quoted: frozenset[int], lexicon: Lexicon, words: Vocabulary
    ) -> None:
        super().__init__(tree, quoted, lexicon)
        self._words = words

    def content_clause(self, report: ReportingClause, _first: int, _end: int) -> Content | None:
        """The tokens of the verb's content clause, both ends included."""
        verb = self._tokens[report.verb]
        lemma, words = verb.lemma.lower(), self._words.lexicon.words
        infinitive = lemma in words("promising_verbs")
        for child in self._tree.children(verb):
            gerund = lemma in words("gerund_verbs") and child.tag == word_forms.VERB_GERUND
            unmarked = child.dep == relations.OPEN_COMPLEMENT and (infinitive or gerund)
            clause = child.dep == relations.CLAUSAL_COMPLEMENT or unmarked
            if not clause or child.index in self._quoted or child.hole:
                continue
            inside = {t.index for t in self._tree.subtree(child)} - {verb.index}
            urged = child.dep == relations.OPEN_COMPLEMENT
            inside |= self._urged(verb) if urged else self._stray(verb, child)
            inside |= self._parts(verb, child)
            found = self._stretch(inside, child.index, report)
            if self._is_elsewhere(found, report):
                continue
            opened = self._opens_content(self._tokens[found[0]])
            near = opened and found[0] - verb.index <= NEAR
            stray = verb.tag != word_forms.VERB_BASE and found[0] == verb.index + 1
            subject = self._has_subject(child) or stray
            told = (self._has_finite(found) and subject) or infinitive or unmarked
            if told and (report.strength == "clause" or near or unmarked):
                return found
        return None

    def _is_elsewhere(self, found: Content, report: ReportingClause) -> bool:
        """Whether a clause is not what is told: the rest is behind, or the source is described."""
        if found[1] < report.verb:
            return not self._closes(found, report) or self._told_behind(report)
        opened = self._opens_content(self._tokens[found[0]])
        bracketed = self._tokens[found[0] - 1].text == "("
        return bracketed or (self._is_inverted(report) and not opened)

    def _closes(self, content: Content, report: ReportingClause) -> bool:
        """Whether a report closes what is told, behind a mark or not: *… “for good,” he said*."""
        stop, gap = self._tokens[report.first - 1], self._tokens[content[1] + 1 : report.first]
        plain = all(t.index not in self._quoted or t.pos == "PUNCT" for t in gap)
        return plain if gap and stop.text in CLOSING else stop.text == ","

    def _is_inverted(self, report: ReportingClause) -> bool:
        """Whether the source stands behind its verb: *said the judge*."""
        finite = self._tokens[report.verb].tag in FINITE_OR_MODAL
        return finite and report.source is not None and report.source.first > report.verb

    def _told_behind(self, report: ReportingClause) -> bool:
        """Whether a clause follows at once: *…, the mayor said he was glad*."""
        verb = self._tokens[report.verb]
        behind = [c for c in self._tree.children(verb) if c.index > report.last]
        told = [c for c in behind if c.dep == relations.CLAUSAL_COMPLEMENT and self._has_subject(c)]
        written = verb.lemma.lower() in self._words.lexicon.group("writing_verbs")
        if written and any(c.dep == relations.OBJECT for c in behind):
            return True
        return bool(told) and self._tokens[report.last + 1].text not in STOPS

    def _parts(self, verb: Token, clause: Token) -> set[int]:
        """What the parse cuts off a clause and hangs on its verb: *said that the men {may go}*."""
        parts = (
            c
            for c in self._tree.children(verb, relations.CLAUSAL_COMPLEMENT)
            if (c.index > verb.index) == (clause.index > verb.index)
            and (c is clause or self._words.strength(c) not in {"clause", "speech"})
        )
        return {t.index for c in parts for t in self._tree.subtree(c)}

    def _urged(self, verb: Token) -> set[int]:
        """The one who is to do it: *urged {the candidate} to fight*, *called on {us} to go*."""
        behind = [c for c in self._tree.children(verb) if c.index > verb.index]
        urged = [c for c in behind if c.dep == relations.OBJECT]
        for way in behind:
            if self._words.is_in(way, "recipient_prepositions"):
                urged += self._tree.children(way)
        return {t.index for c in urged for t in self._tree.subtree(c)}

    def _stray(self, verb: Token, clause: Token) -> set[int]:
        """What belongs to a clause but hangs on its verb: *said {single people} would pay*."""
        if self._has_subject(clause):
            return set()
        near = range(verb.index + 1, clause.index)
        stray = (c for c in self._tree.children(verb, *STRAYS) if c.index in near)
        return {t.index for c in stray for t in self._tree.subtree(c)}

    def inserted(self, report: ReportingClause, _first: int, end: int) -> Content | None:
        """*To get their votes, participants said, the party must …*: what goes on behind."""
        inside = 0 < report.first <= report.last < end - 2
        if report.strength != "clause" or self._is_inverted(report) or not inside:
            return None
        stops = (self._tokens[report.first - 1].text, self._tokens[report.last + 1].text)
        content = (report.last + 2, end - 1)
        return content if stops == (",", ",") and self._has_finite(content) else None

    def as_said(self, report: ReportingClause, first: int, end: int) -> Content | None:
        """*As the mayor noted, the bridge is old*: what follows a clause that begins with *as*."""
        opener = self._tokens[report.first - 1] if report.first > first else None
        if report.strength != "clause" or opener is None or opener.index - first > 1:
            return None
        if not self._words.is_in(opener, "comparing_prepositions"):
            return None
        for at in range(report.last + 1, min(report.last + ASIDE, end - 2)):
            if self._tokens[at].text == ",":
                content = (at + 1, end - 1)
                return content if self._has_finite(content) else None
            if self._tokens[at].pos in {"VERB", "AUX", "NOUN"}:
                return None
        return None

    def that_clause(self, report: ReportingClause, _first: int, end: int) -> Content | None:
        """*Says in a statement that …*: the first *that* behind the verb, with no verb between."""
        verb = self._tokens[report.verb]
        if report.strength != "clause" or verb.tag not in FINITE_OR_MODAL | word_forms.PARTICIPLES:
            return None
        for at in range(verb.index + 1, min(verb.index + 12, end - 2)):
            token = self._tokens[at]
            if token.dep == relations.MARKER and self._words.is_in(token, "complementisers"):
                content = (at, end - 1)
                return content if self._has_finite(content) else None
            if token.pos in {"VERB", "AUX"} or token.text in {";", ":"} or at in self._quoted:
                return None
        return None

    def asked(self, report: ReportingClause, _first: int, _end: int) -> Content | None:
        """*Asked workers if they planned to come*; *talked about how it was done*."""
        below = self._tree.children(self._tokens[report.verb])
        topics = (c for c in below if self._words.is_in(c, "topic_prepositions"))
        led = (i for c in topics for i in self._tree.children(c, relations.PREPOSITIONAL_CLAUSE))
        for clause in (*below, *led):
            tokens = self._tree.subtree(clause)
            how = clause.dep == relations.PREPOSITIONAL_CLAUSE
            asked = clause.dep in {relations.ADVERBIAL_CLAUSE, relations.CLAUSAL_COMPLEMENT}
            openers = OPENERS if how else ("interrogative_complementisers",)
            behind = report.verb < tokens[0].index
            if behind and (asked or how) and self._words.is_in(tokens[0], *openers):
                return tokens[0].index, tokens[-1].index
        return None

    def _opens_content(self, word: Token) -> bool:
        """Whether a word opens a clause that tells or asks something: *that*, *whether*, *why*."""
        return self._words.is_in(word, *OPENERS)

    def _has_subject(self, clause: Token) -> bool:
        return self._tree.has(clause, *SUBJECTS, relations.PREDICATE_NOMINAL)

    def _stretch(self, inside: set[int], head: int, report: ReportingClause) -> Content:
        """The unbroken stretch around `head`; the report's own words are never in it."""
        source = report.source
        begin = min(report.first, source.first) if source else 0
        own = set(range(begin, source.last + 1)) if source else set()
        told = inside - own - {report.verb}
        first = start_while(self._tokens, head, lambda t: t.index in told)
        return first, end_while(self._tokens, head + 1, lambda t: t.index in told) - 1

    def report_behind(self, report: ReportingClause, first: int, end: int) -> Content | None:
        """What stands before a clause that closes the sentence: *…, the ministry said*."""
        stop = self._tokens[report.first - 1] if report.first > first else None
        finite = self._tokens[report.verb].tag in FINITE_OR_MODAL
        if stop is None or stop.text != "," or report.strength != "clause" or not finite:
            return None
        content = (first, report.first - 2)
        return content if not self._goes_on(report, end) and self._has_finite(content) else None

    def _goes_on(self, report: ReportingClause, end: int) -> bool:
        """Whether more is told behind a report, so that what stands before is not all of it."""
        behind = self._tokens[report.last + 1 : end]
        if [t.text for t in behind[:1]] == [","] and behind[1:2] and behind[1].dep == JOINING:
            return False
        marked = any(t.hole or t.index in self._quoted for t in behind)
        return marked or any(t.tag in FINITE_OR_MODAL or t.dep in TOLD for t in behind)

    def around(self, at: int, source: Source, first: int, end: int) -> Content | None:
        """What stands before *according to*; what follows, where it begins the sentence."""
        begin = start_while(self._tokens, at, lambda t: t.text not in PARTS, floor=first)
        before = (begin, at - 1)
        if self._has_finite(before):
            return before
        comma = end_while(self._tokens[:end], source.last + 1, lambda t: t.text != ",")
        behind = (comma + 1, end - 1)
        early = at - first <= NEAR
        return behind if early and self._has_finite(behind) else None

    def _has_finite(self, content: Content) -> bool:
        tokens = self._tokens[content[0] : content[1] + 1]
        return any(t.tag in FINITE_OR_MODAL and t.index not in self._quoted for t in tokens)


ContentRule = Rule[
    StatementRule, Attribution, Callable[[Contents, ReportingClause, int, int], Content | None]
]
CLAUSES: tuple[ContentRule, ...] = (
    ContentRule(
        "content_clause", "The mayor said the dam leaks.", "explicit", Contents.content_clause
    ),
    ContentRule("charge", "She accused the bank of hiding it.", "explicit", Contents.charge),
    ContentRule("asked", "They asked workers if they would come.", "explicit", Contents.asked),
    ContentRule(
        "inserted_report", "To win, Ade said, the party must grow.", "explicit", Contents.inserted
    ),
    ContentRule("as_said", "As the bank noted, prices fell.", "explicit", Contents.as_said),
    ContentRule(
        "report_behind", "The dam leaks, the mayor said.", "explicit", Contents.report_behind
    ),
    ContentRule(
        "that_clause", "He says in a letter that the dam leaks.", "explicit", Contents.that_clause
    ),
)
"""Rules for what is told in a clause, by what the reporting verb has beside it."""
PHRASES: tuple[ContentRule, ...] = (
    ContentRule("called", "She called the plan a mistake.", "explicit", Contents.called),
    ContentRule("topic", "The mayor called for a ceasefire.", "explicit", Contents.topic),
)
"""Rules for what is told in a phrase."""


def find_content(
    rules: Sequence[ContentRule], contents: Contents, report: ReportingClause, first: int, end: int
) -> tuple[StatementRule, Content] | None:
    """What a report tells, in its sentence from token `first` up to `end`, by the first rule."""
    for rule in rules:
        found = rule.find(contents, report, first, end)
        if found is not None:
            return rule.id, found
    return None
