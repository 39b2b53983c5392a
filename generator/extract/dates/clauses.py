"""What a time expression stands in: the tense around it, its event, and its own end."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from generator.calendar import Reading
from generator.extract.dates.events import event_around
from generator.extract.dates.tenses import Tenses
from generator.grammar import Tree
from generator.lexicons import Lexicon
from generator.model.text import Document, Offsets, Parse, Sentence, Token

LEAST_WORDS = 3
"""Words of three letters or more that an event has beside its date."""
LONGEST_EVENT = 60
"""Characters; without a parse the words after *the day before* are cut here at the latest."""


class Clauses:
    """The parse of a document, asked by offset."""

    def __init__(self, document: Document, parse: Parse, *, lexicon: Lexicon) -> None:
        self._document = document
        self._tenses = Tenses(lexicon)
        self._pointing = lexicon.words("pointing_verbs")
        self._segments = parse.segments
        self._trees: dict[int, Tree] = {}
        rows = sorted(
            (token.start, number, token.index)
            for number, segment in enumerate(parse.segments)
            for token in segment.tokens
            if not token.hole
        )
        self._rows = rows
        self._starts = [row[0] for row in rows]

    def is_no_date(self, reading: Reading) -> bool:
        """Words that only look like a date: a person called *April*, *2000 people*, the verb *may*."""
        found = self._tokens(reading.start, reading.end)
        if not found:
            return False
        tree, tokens = found
        only = tokens[0]
        if reading.rule in {"month", "season"} and only.entity == "PERSON":
            return True
        if reading.rule == "month" and only.text in {"May", "March"}:
            return only.tag[:1] in {"M", "V"} or _is_name_part(tree, only)
        if reading.rule == "year" and re.fullmatch(r"\d{4}", reading.pattern):
            return _is_count(tree, only)
        return False

    def tense_of(self, reading: Reading) -> str:
        """``past``, ``future`` or nothing; ``past;strict`` where the date hangs on the verb itself."""
        found = self._tokens(reading.start, reading.end)
        if not found or reading.kind not in {"date", "time"}:
            return ""
        tree, tokens = found
        return self._tenses.tense_of(tree, _top(tree, tokens))

    def end_of(self, reading: Reading) -> int:
        """The expression's end; *the day before* takes in the event that it names."""
        if "event" not in reading.pattern:
            return reading.end
        text = self._document.text
        at = bisect_right(self._starts, reading.end) - 1
        at = next(
            (
                i
                for i in (at, at + 1)
                if 0 <= i < len(self._rows) and self._starts[i] >= reading.end
            ),
            -1,
        )
        if at >= 0 and self._starts[at] - reading.end < 3:
            _, number, index = self._rows[at]
            end = _noun_phrase_end(self._tree(number), index)
            if end:
                return end
        match = re.compile(r"[^,.;:!?\n()–—]+").match(
            text, reading.end, reading.end + LONGEST_EVENT
        )
        return reading.end + len(match.group().rstrip()) if match else reading.end

    def event_of(self, reading: Reading, end: int, sentence: Sentence | None) -> Offsets | None:
        """The clause that the expression dates, where the parse shows one."""
        found = self._tokens(reading.start, end)
        if not found or sentence is None:
            return None
        tree, tokens = found
        top = _top(tree, tokens)
        if self._points_on(tree, top):
            return self._next_sentence(sentence)
        bounds = Offsets(sentence.start, sentence.end)
        event = event_around(tree, tokens, top, bounds, self._document.text)
        return event if event and self._says_enough(event, reading.start, end) else None

    def _says_enough(self, event: Offsets, start: int, end: int) -> bool:
        """An event has words beside its date: not *6 vols., 2009*, nor a line that is a date."""
        text = self._document.text
        before = text[event.start : min(start, event.end)]
        after = text[max(end, event.start) : event.end]
        return len(re.findall(r"[^\W\d_]{3,}", f"{before} {after}")) >= LEAST_WORDS

    def _points_on(self, tree: Tree, top: Token) -> bool:
        verb = next((one for one in tree.ancestors(top) if one.pos == "VERB"), None)
        passive = verb is not None and any(c.dep == "auxpass" for c in tree.children(verb))
        return passive and verb is not None and verb.lemma.lower() in self._pointing

    def _next_sentence(self, sentence: Sentence) -> Offsets | None:
        after = [
            s
            for s in self._document.sentences
            if s.start >= sentence.end and s.zone == sentence.zone
        ]
        if not after or after[0].paragraph != sentence.paragraph:
            return None
        text = self._document.text[after[0].start : after[0].end]
        clause = re.match(r"[^,;:]+", text)
        words = (clause.group() if clause else text).rstrip(" .!?")
        return Offsets(after[0].start, after[0].start + len(words))

    def _tree(self, number: int) -> Tree:
        if number not in self._trees:
            self._trees[number] = Tree(self._segments[number].tokens)
        return self._trees[number]

    def _tokens(self, start: int, end: int) -> tuple[Tree, tuple[Token, ...]] | None:
        at = max(bisect_right(self._starts, start) - 1, 0)
        inside = []
        while at < len(self._rows) and self._starts[at] < end:
            _, number, index = self._rows[at]
            token = self._segments[number].tokens[index]
            if token.end > start:
                inside.append((number, token))
            at += 1
        if not inside:
            return None
        number = inside[0][0]
        return self._tree(number), tuple(token for n, token in inside if n == number)


def _top(tree: Tree, tokens: Sequence[Token]) -> Token:
    """The word of the expression that hangs on a word outside."""
    own = {token.index for token in tokens}
    return next((t for t in tokens if t.head not in own or t.head == t.index), tokens[0])


def _is_name_part(tree: Tree, token: Token) -> bool:
    """*Theresa May*, *May said*: a name, not the month."""
    before = tree.tokens[token.index - 1] if token.index else None
    named = (
        before is not None
        and before.pos == "PROPN"
        and before.end + 1 == token.start
        and before.entity == "PERSON"
    )
    return named or token.dep in {"nsubj", "nsubjpass"} and token.entity != "DATE"


def _is_count(tree: Tree, token: Token) -> bool:
    """*2000 people* but not *the 2000 Olympics*: a number of things in the plural, without article."""
    head = tree.head(token)
    if token.dep != "nummod" or head.tag != "NNS" or head.index != token.index + 1:
        return False
    before = tree.tokens[token.index - 1] if token.index else None
    return before is None or before.pos not in {"DET", "PRON", "PART", "ADP"}


def _noun_phrase_end(tree: Tree, index: int) -> int | None:
    """Where the noun phrase that begins at a determiner ends, relative clauses left out."""
    head = tree.head(tree.tokens[index])
    if head.pos not in {"NOUN", "PROPN"} or head.index <= index:
        return None
    end = head.end
    for child in tree.children(head):
        if child.index > head.index and child.dep == "prep" and child.lemma == "of":
            end = max(t.end for t in tree.subtree(child))
    return end
