"""What a time expression stands in: the tense around it, the clause it dates, and its own end."""

import re
from bisect import bisect_left, bisect_right

from generator.extract.time_expressions.dated_clauses import DatedClauses
from generator.language import relations
from generator.language.dependencies import Tree, top_of
from generator.language.lexicons import Lexicon
from generator.language.weights import load_count
from generator.model.annotations import DatedClause
from generator.model.reading_order import InOrder
from generator.model.text import Document, Offsets, Parse, Sentence, Token
from generator.model.zones import OPENING
from generator.temporal import Reading
from generator.temporal.lookalikes import is_lookalike
from generator.temporal.tenses import Tenses

LEAST_WORDS = load_count("dated_clauses.words")
"""Words of three letters or more that a clause has beside its date."""
LONGEST_EVENT = 60
"""Characters; without a parse the words after *the day before* are cut here at the latest."""
UNPARSED_EVENT = re.compile(r"[^,.;:!?\n()–—]+")
QUOTED = frozenset({("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'")})
"""Marks around a title."""
NEXT_WORD = 2
"""Characters between *before* and the first word of the event that it names, at most."""


class Clauses:
    """The parse of a document, asked by offset."""

    def __init__(self, document: Document, parse: Parse, *, lexicon: Lexicon) -> None:
        self._document = document
        self.lexicon = lexicon
        self._tenses = Tenses(lexicon)
        self._told = DatedClauses(lexicon, opening=_opening_words(document))
        self._segments = parse.segments
        self._trees: dict[int, Tree] = {}
        self._rows = sorted(
            (token.start, number, token.index)
            for number, segment in enumerate(parse.segments)
            for token in segment.tokens
            if not token.hole
        )
        self._starts = [row[0] for row in self._rows]

    def is_no_date(self, reading: Reading) -> bool:
        """What only looks like a date: *Theresa May*, *2000 people*, a programme *This Week*."""
        tree, tokens = self._tokens(reading.start, reading.end)
        if not tokens:
            return False
        title = self._is_title(reading)
        return title or is_lookalike(reading, tree, tokens, lexicon=self.lexicon)

    def _is_title(self, reading: Reading) -> bool:
        """*Told “Today” that …*: a date's words with a capital, alone in quotation marks."""
        text, start, end = self._document.text, reading.start, reading.end
        around = (text[max(0, start - 1) : start], text[end : end + 1])
        named = text[start].isupper() and not any(c.isdigit() for c in text[start:end])
        return named and around in QUOTED

    def tense_of(self, reading: Reading) -> str:
        """``past``, ``past;strict``, ``future`` or nothing, by the verb that governs it."""
        tree, tokens = self._tokens(reading.start, reading.end)
        if not tokens or reading.kind not in {"date", "time"}:
            return ""
        return self._tenses.tense_of(tree, top_of(tokens))

    def lies_ahead(self, reading: Reading) -> bool:
        """*Will open in three days*: a stretch of time that says when, not how long."""
        tree, tokens = self._tokens(reading.start, reading.end)
        top = top_of(tokens) if tokens and reading.kind == "duration" else None
        word = tree.head(top) if top else None
        if top is None or word is None or word.pos != "ADP":
            return False
        ahead = word.lemma.lower() in self.lexicon.words("prepositions_ahead")
        return ahead and self._tenses.tense_of(tree, top) == "future;strict"

    def open_end(self, reading: Reading) -> str:
        """``onward`` or ``upto`` where *since* or *until* stands before a date."""
        tree, tokens = self._tokens(reading.start, reading.end)
        return self._tenses.open_end(tree, top_of(tokens)) if tokens else ""

    def end_of(self, reading: Reading) -> int:
        """The expression's end; *the day before* takes in the event that it names."""
        if "event" not in reading.pattern:
            return reading.end
        at = bisect_left(self._starts, reading.end)
        if at < len(self._rows) and self._starts[at] - reading.end <= NEXT_WORD:
            _, number, index = self._rows[at]
            end = _noun_phrase_end(self._tree(number), index, self.lexicon)
            if end:
                return end
        limit = reading.end + LONGEST_EVENT
        match = UNPARSED_EVENT.match(self._document.text, reading.end, limit)
        return reading.end + len(match.group().rstrip()) if match else reading.end

    def clause_of(
        self, whole: Offsets, sentence: Sentence | None, *, exact: bool
    ) -> DatedClause | None:
        """The finite clause that a date, or the stretch between two, tells of."""
        tree, tokens = self._tokens(whole.start, whole.end)
        if not tokens or sentence is None or self._is_spoken(whole):
            return None
        found = self._told.find(tree, tokens, sentence, self._document.text, exact=exact)
        return found if found and self._says_enough(found, whole, tree) else None

    def _is_spoken(self, date: Offsets) -> bool:
        """In a quotation, where what is told is somebody's word."""
        at = bisect_left(self._starts, date.start)
        number = self._rows[at][1] if at < len(self._rows) else 0
        return self._segments[number].segment.in_hole

    def _says_enough(self, clause: DatedClause, date: Offsets, tree: Tree) -> bool:
        """A clause has words beside its date.

        A name and what it did are enough: *Keller resigned*.
        """
        text = self._document.text
        before = text[clause.start : min(date.start, clause.end)]
        after = text[max(date.end, clause.start) : clause.end]
        inside = InOrder(tree.tokens, lambda t: t.start).within(clause.start, clause.end)
        named = any(
            t.dep in relations.NOMINAL_SUBJECTS and t.pos == "PROPN" and t.end <= clause.end
            for t in inside
        )
        least = LEAST_WORDS - 1 if named else LEAST_WORDS
        return len(re.findall(r"[^\W\d_]{3,}", f"{before} {after}")) >= least

    def _tree(self, number: int) -> Tree:
        if number not in self._trees:
            self._trees[number] = Tree(self._segments[number].tokens)
        return self._trees[number]

    def _tokens(self, start: int, end: int) -> tuple[Tree, tuple[Token, ...]]:
        """The words from `start` to `end` in one segment, with its tree; none where unparsed."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        rows = self._rows[at : bisect_left(self._starts, end)]
        inside = [(number, self._segments[number].tokens[index]) for _, number, index in rows]
        inside = [(number, token) for number, token in inside if token.end > start]
        if not inside:
            return Tree(()), ()
        first = inside[0][0]
        return self._tree(first), tuple(token for number, token in inside if number == first)


def _opening_words(document: Document) -> frozenset[str]:
    """The words of the headline and of the first sentence of running text."""
    headline = [s for s in document.sentences if s.zone in OPENING]
    body = [s for s in document.sentences if s.zone == "body"][:1]
    text = " ".join(document.text[s.start : s.end] for s in (*headline, *body))
    return frozenset(word.lower() for word in re.findall(r"[^\W\d_]+", text))


def _noun_phrase_end(tree: Tree, index: int, lexicon: Lexicon) -> int | None:
    """Where the noun phrase that begins at a determiner ends, relative clauses left out."""
    head = tree.head(tree.tokens[index])
    if head.pos not in {"NOUN", "PROPN"} or head.index <= index:
        return None
    behind = (c for c in tree.children(head, relations.PREPOSITION) if c.index > head.index)
    genitives = (c for c in behind if c.lemma in lexicon.group("genitive_prepositions"))
    return max((t.end for c in genitives for t in tree.subtree(c)), default=head.end)
