"""Indirect speech of one document: content clauses of reporting verbs and of *according to*.

Only communication counts: what somebody says, not what he believes or wishes. The clause is taken
whole, so that its negations and its *may* and *would* stay with it.
"""

from collections.abc import Iterator, Sequence

from generator.grammar import SUBJECTS, Tree, phrase_of, tree_of
from generator.identifiers import content_id, number_repeats
from generator.lexicons import Lexicon
from generator.model.annotations import Phrase, Quotation, Statement
from generator.model.text import Document, Parse, ParsedSegment, Span, Token
from generator.reporting import Report, Reporting, Source, sentence_ranges

SAID_ZONES = frozenset({"standfirst", "body", "caption", "subhead", "headline"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENERS = frozenset({"that", "whether", "if", "why", "how", "what", "who", "when", "where"})
GOING_ON = frozenset(
    {"but", "which", "because", "since", "although", "though", "even", "when", "if", "unless"}
)
DASHES = frozenset({"-", "–", "—", "--", "―"})
CLOSING = frozenset({'"', "”", "''", "’", "'", "»"})
PARTS = frozenset({";", ":"})
NOMINATIVES = frozenset({"he", "she", "it", "they", "we", "i", "there", "that"})
ADDED = frozenset({"advcl", "relcl"})
SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NEAR = 4
LEAST_WORDS = 3
MOSTLY_QUOTED = 0.6
"""A clause of which more than this share stands in marks is a quotation, not a statement."""
EDGES = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "…", "...", '"', "“", "”", "''", "``"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


def find_statements(
    document: Document,
    parse: Parse,
    *,
    quotations: Sequence[Quotation],
    lexicon: Lexicon | None,
) -> tuple[Statement, ...]:
    """The statements of `document` in reading order; none without a lexicon."""
    if lexicon is None:
        return ()
    found = [
        statement
        for parsed in parse.segments
        if not parsed.segment.in_hole and parsed.segment.zone in SAID_ZONES
        for statement in _Finder(document, parsed, quotations, lexicon).statements()
    ]
    found.sort(key=lambda s: (s.span.start, s.span.end))
    ids = number_repeats(content_id("i", s.text) for s in found)
    return tuple(_with_id(s, i) for s, i in zip(found, ids, strict=True))


def _with_id(statement: Statement, identifier: str) -> Statement:
    s = statement
    return Statement(
        identifier,
        s.span,
        s.text,
        s.speaker_mention,
        s.cue,
        s.hedge,
        s.sentence,
        s.why,
        s.antecedent,
    )


def _is_told(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether another statement tells that this one was made: the outer source answers for it."""
    cue = statement.cue
    return cue is not None and any(
        o is not statement and o.span.start <= cue.start < o.span.end for o in others
    )


def _is_repeated(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether a nearer verb claims the same words."""
    cue = statement.cue
    return cue is not None and any(
        o is not statement and o.cue and o.span == statement.span and o.cue.start > cue.start
        for o in others
    )


def _topics(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The prepositions of each verb of communication, ``-`` for a plain object."""
    rows = lexicon.rows("topic_verbs")
    verbs = dict.fromkeys(verb for verb, _ in rows)
    return {verb: frozenset(way for other, way in rows if other == verb) for verb in verbs}


class _Finder:
    """Finds the statements of one parsed paragraph."""

    def __init__(
        self,
        document: Document,
        parsed: ParsedSegment,
        quotations: Sequence[Quotation],
        lexicon: Lexicon,
    ) -> None:
        self._document = document
        self._tree: Tree = tree_of(parsed)
        self._tokens = parsed.tokens
        spans = [q.span for q in quotations]
        here = [s for s in spans if parsed.segment.start <= s.start < parsed.segment.end]
        self._quoted = frozenset(
            t.index for t in self._tokens for s in here if s.start <= t.start and t.end <= s.end
        )
        self._reporting = Reporting(self._tree, lexicon, self._quoted)
        self._infinitives = lexicon.words("promising_verbs")
        self._topics = _topics(lexicon)
        self._signs = lexicon.words("sign_verbs")
        self._anybody = lexicon.words("anybody_words")
        self._charges = lexicon.words("charging_verbs")

    def statements(self) -> Iterator[Statement]:
        """The paragraph's statements, by their cues' order."""
        for first, end in sentence_ranges(self._tokens):
            found: list[Statement] = []
            for report in self._reporting.reports(first, end):
                at = self._tokens[report.verb].start
                told = any(s.span.start <= at < s.span.end for s in found)
                statement = None if told else self._reported(report, first, end)
                if statement is not None:
                    found.append(statement)
            found.extend(self._according(first, end))
            yield from (s for s in found if not _is_told(s, found) and not _is_repeated(s, found))

    def _reported(self, report: Report, first: int, end: int) -> Statement | None:
        verb = self._tokens[report.verb]
        if report.strength not in {"clause", "speech"} or report.source is None:
            return None
        if self._denied(verb) or self._is_anybody(report.source):
            return None
        if verb.lemma.lower() in self._signs and not self._speaks(report.source):
            return None
        content = (
            self._content(verb, report)
            or self._charge(verb)
            or self._asked(verb)
            or self._announced(verb, end)
            or self._inserted(report, end)
            or self._before(report, first, end)
            or self._bare(verb, report, end)
            or self._that(verb, report, end)
        )
        why = "content clause of a reporting verb"
        if content is None:
            content, why = self._topic(verb), "object of a verb of communication"
        if content is None:
            return None
        return self._statement(self._own(content, end), report.source, verb, report.hedge, why)

    def _is_anybody(self, source: Source) -> bool:
        """*Those who say*, *voters who said*: nobody in particular."""
        head = self._tokens[source.head]
        return source.relative is not None and head.lemma.lower() in self._anybody

    def _speaks(self, source: Source) -> bool:
        """Whether a source can say something: a name, a person, a document; not *it* or *a visit*."""
        head = self._tokens[source.head]
        named = head.entity in SPEAKING or head.pos == "PROPN"
        personal = head.text.lower() in {"he", "she", "they", "we", "i", "who"}
        return named or personal or self._reporting.words.speaks_for_somebody(head)

    def _denied(self, verb: Token) -> bool:
        return any(c.text.lower() in NEGATIONS for c in self._tree.children(verb))

    def _content(self, verb: Token, report: Report) -> tuple[int, int] | None:
        """The tokens of the verb's content clause, both ends included."""
        infinitive = verb.lemma.lower() in self._infinitives
        for child in self._tree.children(verb):
            clause = child.dep == "ccomp" or (child.dep == "xcomp" and infinitive)
            if not clause or child.index in self._quoted or child.hole:
                continue
            inside = {t.index for t in self._tree.subtree(child)} - {verb.index}
            if child.dep == "xcomp":
                inside |= self._urged(verb)
            found = self._stretch(inside, child.index, report)
            if found[1] < verb.index and self._tokens[report.first - 1].text != ",":
                continue
            opened = self._tokens[found[0]].text.lower() in OPENERS
            near = opened and found[0] - verb.index <= NEAR
            told = (self._has_finite(found) and self._has_subject(child)) or infinitive
            urged = infinitive and child.dep == "xcomp"
            if told and (report.strength == "clause" or near or urged):
                return found
        return None

    def _urged(self, verb: Token) -> set[int]:
        """The one who is to do what is said: *urged the candidate to fight*."""
        urged = [c for c in self._tree.children(verb) if c.dep == "dobj" and c.index > verb.index]
        return {t.index for c in urged for t in self._tree.subtree(c)}

    def _charge(self, verb: Token) -> tuple[int, int] | None:
        """*Accused the agency of hiding it*: the one accused and what of."""
        if verb.lemma.lower() not in self._charges:
            return None
        children = self._tree.children(verb)
        charged = [c for c in children if c.dep == "dobj" and c.index > verb.index]
        below = (*children, *(self._tree.children(charged[0]) if charged else ()))
        ways = [c for c in below if c.dep == "prep" and c.text.lower() in {"of", "for"}]
        ways = [w for w in ways if any(c.dep == "pcomp" for c in self._tree.children(w))]
        if not charged or not ways or charged[0].index in self._quoted:
            return None
        tokens = (*self._tree.subtree(charged[0]), *self._tree.subtree(ways[0]))
        return tokens[0].index, max(t.index for t in tokens)

    def _inserted(self, report: Report, end: int) -> tuple[int, int] | None:
        """*To get their votes, participants said, the party must …*: what goes on behind."""
        if report.strength != "clause" or not 0 < report.first <= report.last < end - 2:
            return None
        stops = (self._tokens[report.first - 1].text, self._tokens[report.last + 1].text)
        content = (report.last + 2, end - 1)
        return content if stops == (",", ",") and self._has_finite(content) else None

    def _bare(self, verb: Token, report: Report, end: int) -> tuple[int, int] | None:
        """*Said she would go*, where the parse does not show the clause: it begins at once."""
        after = verb.index + 1
        if report.strength != "clause" or report.last != verb.index or after >= end:
            return None
        begins = self._tokens[after].text.lower() in NOMINATIVES
        return (after, end - 1) if begins and self._has_finite((after, end - 1)) else None

    def _that(self, verb: Token, report: Report, end: int) -> tuple[int, int] | None:
        """*Says in a statement that …*: the first *that* behind the verb, with no verb between."""
        if report.strength != "clause" or verb.tag not in FINITE | {"VBG", "VBN"}:
            return None
        for at in range(verb.index + 1, min(verb.index + 12, end - 2)):
            token = self._tokens[at]
            if token.text.lower() == "that" and token.dep == "mark":
                content = (at, end - 1)
                return content if self._has_finite(content) else None
            if token.pos in {"VERB", "AUX"} or token.text in {";", ":"} or at in self._quoted:
                return None
        return None

    def _asked(self, verb: Token) -> tuple[int, int] | None:
        """*Asked workers if they planned to come*; *talked about how it was done*."""
        for child in self._tree.children(verb):
            inner = [child]
            if child.dep == "prep" and child.text.lower() == "about":
                inner = list(self._tree.children(child))
            for clause in inner:
                tokens = self._tree.subtree(clause)
                opener = tokens[0].text.lower()
                asked = clause.dep in {"advcl", "ccomp"} and opener in {"if", "whether"}
                how = clause.dep == "pcomp" and opener in OPENERS
                if (
                    (asked or how)
                    and verb.index < tokens[0].index
                    and tokens[0].index not in self._quoted
                ):
                    return tokens[0].index, tokens[-1].index
        return None

    def _topic(self, verb: Token) -> tuple[int, int] | None:
        """*Called for a ceasefire in the north*: the object, where it tells what was said."""
        ways = self._topics.get(verb.lemma.lower(), frozenset())
        for child in self._tree.children(verb):
            if child.index < verb.index:
                continue
            plain = child.dep == "dobj" and "-" in ways
            led = child.dep == "prep" and child.text.lower() in ways
            objects = self._tree.children(child) if led else (child,) if plain else ()
            for noun in objects:
                tokens = self._tree.subtree(noun)
                marked = any(t.hole or t.index in self._quoted for t in tokens)
                if noun.dep in {"pobj", "pcomp", "dobj"} and not marked:
                    return tokens[0].index, tokens[-1].index
        return None

    def _announced(self, verb: Token, end: int) -> tuple[int, int] | None:
        """*As the paper reported, …*: what the sentence goes on with."""
        marks = [
            c for c in self._tree.children(verb) if c.text.lower() == "as" and c.index < verb.index
        ]
        if verb.dep != "advcl" or not marks:
            return None
        last = max(t.index for t in self._tree.subtree(verb))
        content = (last + 2, end - 1)
        comma = last + 1 < end and self._tokens[last + 1].text == ","
        return content if comma and self._has_finite(content) else None

    def _has_subject(self, clause: Token) -> bool:
        return any(c.dep in SUBJECTS or c.dep == "attr" for c in self._tree.children(clause))

    def _has_finite(self, content: tuple[int, int]) -> bool:
        tokens = self._tokens[content[0] : content[1] + 1]
        return any(t.tag in FINITE and t.index not in self._quoted for t in tokens)

    def _own(self, content: tuple[int, int], end: int) -> tuple[int, int]:
        """The content with what goes on with it, and without what the author adds behind."""
        first, last = self._without_second_cue(self._without_dash(content))
        last = self._going_on(last, end) if last == content[1] else last
        if any(t.pos != "PUNCT" for t in self._tokens[last + 1 : end]):
            return first, last
        for at in range(first + LEAST_WORDS, last):
            if self._tokens[at].text == "," and self._is_added(at + 1, last):
                return first, at - 1
        return first, last

    def _without_dash(self, content: tuple[int, int]) -> tuple[int, int]:
        """Without what a single dash adds at the end; two dashes hold something in the middle."""
        first, last = content
        dashes = [i for i in range(first, last) if self._tokens[i].text in DASHES]
        alone = [i for i in dashes if self._tokens[i - 1].end < self._tokens[i].start]
        return (
            (first, alone[0] - 1) if len(alone) == 1 and alone[0] > first + LEAST_WORDS else content
        )

    def _without_second_cue(self, content: tuple[int, int]) -> tuple[int, int]:
        """Without a second report of the same source: *that she paid and called on him to pay*."""
        first, last = content
        for at in range(first + LEAST_WORDS, last):
            verb = self._tokens[at]
            spoken = self._reporting.words.strength(verb) in {"clause", "speech"}
            joined = at > 0 and self._tokens[at - 1].text.lower() in {"and", "but"}
            if spoken and joined and verb.tag in FINITE and verb.dep == "conj":
                return first, at - 2
        return content

    def _going_on(self, last: int, end: int) -> int:
        """Where the clause ends when a *but* or *which* behind it goes on with what is said."""
        start = last + 1
        while start < end and self._tokens[start].text == ",":
            start += 1
        rest = self._tokens[start:end]
        if not rest or rest[0].text.lower() not in GOING_ON:
            return last
        reported = any(
            self._reporting.words.strength(t) == "clause" and t.tag in FINITE or t.hole
            for t in rest
        )
        quoted = any(t.index in self._quoted for t in rest)
        return last if reported or quoted else end - 1

    def _is_added(self, first: int, last: int) -> bool:
        tops = [
            t
            for t in self._tokens[first : last + 1]
            if not first <= t.head <= last and t.pos != "PUNCT"
        ]
        return len(tops) == 1 and (tops[0].dep in ADDED or tops[0].text.lower() == "according")

    def _stretch(self, inside: set[int], head: int, report: Report) -> tuple[int, int]:
        """The unbroken stretch around `head`; the report's own words are never in it."""
        source = report.source
        own = set(range(source.first, source.last + 1)) if source else set()
        own.add(report.verb)
        first = last = head
        while first - 1 in inside and first - 1 not in own:
            first -= 1
        while last + 1 in inside and last + 1 not in own:
            last += 1
        return first, last

    def _before(self, report: Report, first: int, end: int) -> tuple[int, int] | None:
        """What stands before a reporting clause that closes the sentence: *…, the ministry said.*"""
        stop = self._tokens[report.first - 1] if report.first > first else None
        finite = self._tokens[report.verb].tag in FINITE
        if stop is None or stop.text != "," or report.strength != "clause" or not finite:
            return None
        behind = self._tokens[report.last + 1 : end]
        joined = len(behind) > 1 and behind[0].text == "," and behind[1].dep == "cc"
        goes_on = not joined and any(
            t.tag in FINITE
            or t.hole
            or t.index in self._quoted
            or t.dep in {"dobj", "ccomp", "xcomp"}
            for t in behind
        )
        content = (first, report.first - 2)
        return content if not goes_on and self._has_finite(content) else None

    def _according(self, first: int, end: int) -> Iterator[Statement]:
        """The clause that *according to* stands beside."""
        for i in range(first, end - 2):
            pair = self._tokens[i : i + 2]
            if [t.text.lower() for t in pair] != ["according", "to"] or i in self._quoted:
                continue
            objects = [c for c in self._tree.children(pair[1]) if c.dep == "pobj"]
            source = (
                self._reporting.phrases.source_at(objects[0], "according to") if objects else None
            )
            content = self._beside(i, source, first, end) if source else None
            if source is not None and content is not None:
                why = "what somebody is the authority for"
                statement = self._statement(content, source, pair[0], None, why, pair[1])
                if statement is not None:
                    yield statement

    def _beside(self, at: int, source: Source, first: int, end: int) -> tuple[int, int] | None:
        """What stands before *according to*; what follows, where it begins the sentence."""
        before = (first, at - 1)
        begins = next(
            (i for i in range(at - 1, first - 1, -1) if self._tokens[i].text in PARTS), -1
        )
        before = (begins + 1, at - 1) if begins >= 0 else before
        if self._has_finite(before):
            return None if self._ends_quoted(at) else before
        last = source.last
        while last + 1 < end and self._tokens[last + 1].text != ",":
            last += 1
        behind = (last + 2, end - 1)
        early = at - first <= NEAR
        return behind if early and self._has_finite(behind) else None

    def _ends_quoted(self, at: int) -> bool:
        """Whether *according to* stands right behind a quotation: then that is what it is about."""
        while at > 0 and self._tokens[at - 1].pos == "PUNCT" and at - 1 not in self._quoted:
            at -= 1
        return at > 0 and (at - 1 in self._quoted or self._tokens[at - 1].hole)

    def _statement(  # noqa: PLR0913 the parts of one row
        self,
        content: tuple[int, int],
        source: Source,
        cue: Token,
        hedge: str | None,
        why: str,
        cue_end: Token | None = None,
    ) -> Statement | None:
        tokens = self._trimmed(content)
        words = [t for t in tokens if t.pos != "PUNCT"]
        quoted = sum(len(self._text(t)) for t in words if t.index in self._quoted)
        whole = sum(len(self._text(t)) for t in words)
        if len(words) < LEAST_WORDS or quoted > MOSTLY_QUOTED * whole:
            return None
        start, end = tokens[0].start, tokens[-1].end
        named = phrase_of(self._document.text, self._tokens[source.first : source.last + 1])
        relative = source.relative
        who = named if relative is None else self._phrase(relative)
        return Statement(
            id="",
            span=Span(self._document.id, start, end),
            text=self._document.text[start:end],
            speaker_mention=who,
            cue=phrase_of(self._document.text, (cue, cue_end or cue)),
            hedge=hedge,
            sentence=self._sentence(start),
            why=why,
            antecedent=None if relative is None else named,
        )

    def _trimmed(self, content: tuple[int, int]) -> tuple[Token, ...]:
        first, last = content
        while first <= last and self._tokens[first].text in EDGES:
            first += 1
        while last >= first and self._tokens[last].text in EDGES:
            last -= 1
        if last >= first and last in self._quoted:
            closing = self._tokens[last + 1 : last + 2]
            last += bool(closing) and closing[0].text in CLOSING
        return self._tokens[first : last + 1]

    def _phrase(self, index: int) -> Phrase:
        return phrase_of(self._document.text, self._tokens[index : index + 1])

    def _text(self, token: Token) -> str:
        return self._document.text[token.start : token.end]

    def _sentence(self, start: int) -> str:
        before = [s for s in self._document.sentences if s.start <= start]
        return before[-1].id if before else ""
