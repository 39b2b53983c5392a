"""Indirect speech of one document: content clauses of reporting verbs and of *according to*.

Only communication counts: what somebody says, not what he believes or wishes. The clause is taken
whole, so that its negations and its *may* and *would* stay with it.

Downwards: `content_clauses` (what is told in a
clause) with `content_objects` (what is told in a phrase), `content_spans` (where it ends).
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec.structs import replace

from generator.extract.indirect_speech.content_clauses import (
    CLAUSES,
    PHRASES,
    ContentRule,
    Contents,
    find_content,
)
from generator.extract.indirect_speech.content_spans import LEAST_WORDS, ContentEnds
from generator.extract.reported_speech import (
    Factuality,
    ReportingClause,
    ReportingClauses,
    Source,
    Stances,
    sentence_ranges,
)
from generator.language import relations
from generator.language.dependencies import phrase_of, tree_of
from generator.language.lexicons import Lexicon
from generator.language.weights import load_weight
from generator.model.annotations import Attribution, Quotation, Statement
from generator.model.identifiers import content_id, with_ids
from generator.model.reading_order import InOrder, SentenceFinder
from generator.model.rules import Rule, StatementRule
from generator.model.text import Document, Parse, ParsedSegment, Span, Token
from generator.model.visible_text import text_at
from generator.model.zones import CAPTION, WHOLE_STORY

SAID_ZONES = WHOLE_STORY | CAPTION
MOSTLY_QUOTED = load_weight("statements.mostly_quoted")
"""A clause of which more than this share stands in marks is a quotation, not a statement."""


def find_statements(
    document: Document,
    parse: Parse,
    *,
    quotations: Sequence[Quotation],
    lexicon: Lexicon,
    without: Collection[str] = (),
) -> tuple[Statement, ...]:
    """The statements of `document` in reading order.

    `without` are ids of rules to leave out, to see what they are worth.
    """
    said = InOrder((q.span for q in quotations), lambda s: s.start)
    sentences = SentenceFinder(document.sentences)
    found = [
        statement
        for parsed in parse.segments
        if not parsed.segment.in_hole and parsed.segment.zone in SAID_ZONES
        for statement in _Finder(document, parsed, said, sentences, lexicon).statements(without)
    ]
    found.sort(key=lambda s: (s.span.start, s.span.end))
    return with_ids(found, (content_id("i", s.text) for s in found))


def _is_told(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether another statement tells that this one was made: the outer source answers for it."""
    cue = statement.cue
    return cue is not None and any(
        o is not statement and o.span.start <= cue.start < o.span.end for o in others
    )


class _Finder:
    """Finds the statements of one parsed paragraph."""

    def __init__(
        self,
        document: Document,
        parsed: ParsedSegment,
        quotations: InOrder[Span],
        sentences: SentenceFinder,
        lexicon: Lexicon,
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._tree = tree_of(parsed)
        self._tokens = parsed.tokens
        words = InOrder(parsed.tokens, lambda t: t.start)
        self._quoted = frozenset(
            t.index
            for s in quotations.within(parsed.segment.start, parsed.segment.end)
            for t in words.within(s.start, s.end)
            if t.end <= s.end
        )
        self._reporting = ReportingClauses(self._tree, lexicon, self._quoted)
        self._contents = Contents(self._tree, self._quoted, lexicon, self._reporting.words)
        self._bounds = ContentEnds(self._tokens, self._quoted, self._reporting)
        self._stances = Stances(self._tree, lexicon)
        self._factuality = Factuality(self._tree, lexicon, self._reporting.words)

    def statements(self, without: Collection[str]) -> Iterator[Statement]:
        """The paragraph's statements, by their cues' order."""
        clauses = tuple(rule for rule in CLAUSES if rule.id not in without)
        phrases = tuple(rule for rule in PHRASES if rule.id not in without)
        for first, end in sentence_ranges(self._tokens):
            found: list[Statement] = []
            for report in self._own_sources(first, end, clauses):
                at = self._tokens[report.verb].start
                told = any(s.span.start <= at < s.span.end for s in found)
                rules = () if told else (*clauses, *phrases)
                statement = self._reported(report, first, end, rules)
                if statement is not None:
                    found.append(statement)
            if ACCORDING.id not in without:
                found.extend(ACCORDING.find(self, first, end))
            yield from (s for s in found if not _is_told(s, found))

    def _own_sources(
        self, first: int, end: int, clauses: Sequence[ContentRule]
    ) -> Iterator[ReportingClause]:
        """The reports of a sentence; a second one beside the first has the first one's source."""
        handed: dict[int, Source | None] = {}
        for report in self._reporting.reports(first, end):
            own = replace(report, source=handed.get(report.verb, report.source))
            told = find_content(clauses, self._contents, own, first, end) if own.source else None
            second = self._bounds.second_cue(told[1]) if told else None
            if second is not None:
                handed[second] = own.source
            yield own

    def _reported(
        self, report: ReportingClause, first: int, end: int, rules: Sequence[ContentRule]
    ) -> Statement | None:
        verb = self._tokens[report.verb]
        if report.strength not in {"clause", "speech"} or report.source is None:
            return None
        if not self._factuality.says(verb, report.source):
            return None
        told = find_content(rules, self._contents, report, first, end)
        if told is None:
            return None
        rule, content = told
        own = self._bounds.own(content, end)
        return self._statement(rule, own, report.source, (verb, verb), report.hedge)

    def according(self, first: int, end: int) -> Iterator[Statement]:
        """The clause that *according to* stands beside."""
        for i in range(first, end - 2):
            pair = self._reporting.words.source_words(self._tokens[i], self._tokens[i + 1])
            if i in self._quoted or pair is None:
                continue
            objects = self._tree.children(pair[1], relations.PREPOSITIONAL_OBJECT)
            source = self._reporting.phrases.source_at(objects[0]) if objects else None
            if source is None or self._factuality.is_measure(source):
                continue
            content = self._contents.around(i, source, first, end)
            found = content and self._statement("according_to", content, source, pair, None)
            if found:
                yield found

    def _statement(
        self,
        rule: StatementRule,
        content: tuple[int, int],
        source: Source,
        cue: tuple[Token, Token],
        hedge: str | None,
    ) -> Statement | None:
        tokens = self._bounds.trimmed(content)
        words = [t for t in tokens if t.pos != "PUNCT"]
        quoted = sum(len(self._text(t)) for t in words if t.index in self._quoted)
        whole = sum(len(self._text(t)) for t in words)
        if len(words) < LEAST_WORDS or quoted > MOSTLY_QUOTED * whole:
            return None
        by_verb, stances = rule != "according_to", self._stances
        stance = stances.of_report(cue[0], tokens) if by_verb else stances.of_words(tokens)
        start, end = tokens[0].start, tokens[-1].end
        named = phrase_of(self._document.text, self._tokens[source.first : source.last + 1])
        relative = source.relative
        who = named
        if relative is not None:
            who = phrase_of(self._document.text, self._tokens[relative : relative + 1])
        return Statement(
            id="",
            span=Span(self._document.id, start, end),
            text=text_at(self._document, start, end),
            speaker_mention=who,
            cue=phrase_of(self._document.text, cue),
            hedge=hedge,
            sentence=self._sentences.id_from(start),
            rule=rule,
            stance=stance,
            antecedent=None if relative is None else named,
        )

    def _text(self, token: Token) -> str:
        return self._document.text[token.start : token.end]


ACCORDING: Rule[StatementRule, Attribution, Callable[[_Finder, int, int], Iterator[Statement]]] = (
    Rule("according_to", "The dam leaks, according to the mayor.", "explicit", _Finder.according)
)
"""The one rule for a source that no verb reports."""
STATEMENT_RULES: tuple[Rule[StatementRule, str, object], ...] = (*CLAUSES, *PHRASES, ACCORDING)
"""Every rule of the stage, in the order in which they are tried."""
