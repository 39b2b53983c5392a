"""What has been read so far of one document: who was named, meant and heard, and where."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.language.lexicons import Lexicon
from generator.model.annotations import Quotation
from generator.model.reading_order import SentenceFinder, Stretches, start_while
from generator.model.text import Document
from generator.resolve.coreference.participants import Antecedent

FARTHEST = 40
"""Sentences that are looked back at most, so that a text of one paragraph stays readable."""


class Discourse:
    """The antecedents of one document, asked for by sentence and paragraph, nearest first."""

    def __init__(
        self,
        document: Document,
        named: Iterable[Antecedent],
        quotations: Sequence[Quotation],
        lexicon: Lexicon,
    ) -> None:
        self.lexicon = lexicon
        self.text = document.text
        self.sentences = document.sentences
        self.find = SentenceFinder(document.sentences)
        self.last_speaker = ""
        """Who was named as a source last, as `Antecedent.who`."""
        self.last_source = -1
        """Where the last words of a source begin, whether it is known whom they mean or not."""
        self._spoke: set[str] = set()
        self._quoted = Stretches((q.span.start, q.span.end) for q in quotations)
        self._by_sentence: defaultdict[int, list[Antecedent]] = defaultdict(list)
        self.named = tuple(named)
        for antecedent in self.named:
            self.add(antecedent)

    def pattern(self, name: str) -> re.Pattern[str]:
        """An expression of the document's language for words that refer."""
        return self.lexicon.pattern("reference_patterns", name)

    def add(self, antecedent: Antecedent) -> None:
        """Remember somebody who is named or meant at a place."""
        self._by_sentence[self.find.number(antecedent.start)].append(antecedent)

    def heard(self, antecedent: Antecedent) -> None:
        """Remember who is the source of something."""
        self.add(antecedent)
        self.last_speaker = antecedent.who
        self._spoke.add(antecedent.who)

    def spoke(self, antecedent: Antecedent) -> bool:
        """Whether somebody was the source of something before."""
        return antecedent.who in self._spoke

    def in_sentence(self, number: int, before: int) -> list[Antecedent]:
        """Who stands in a sentence before an offset, in reading order."""
        found = [a for a in self._by_sentence.get(number, ()) if a.start < before]
        return sorted(found, key=lambda a: (a.start, a.who))

    def in_paragraph(self, before: int) -> list[Antecedent]:
        """Who stands before an offset in its paragraph, in reading order."""
        here = self.find.number(before)
        numbers = range(self.paragraph_before(here).start, here + 1)
        return [a for number in numbers for a in self.in_sentence(number, before)]

    def between(self, start: int, end: int) -> list[Antecedent]:
        """The known actors that are named in a stretch, in reading order."""
        first, last = max(0, self.find.number(start)), max(0, self.find.number(end - 1))
        return [
            a
            for number in range(first, last + 1)
            for a in self.in_sentence(number, end)
            if a.end > start and a.participant and a.kind not in {"pronoun", "source"}
        ]

    def paragraph_before(self, number: int) -> range:
        """The sentences of the same paragraph before a sentence, in reading order."""
        paragraph, floor = self.sentences[number].paragraph, number - FARTHEST
        first = start_while(self.sentences, number, lambda s: s.paragraph == paragraph, floor=floor)
        return range(first, number)

    def paragraphs_back(self, number: int, most: int) -> Iterator[range]:
        """The sentences of the paragraphs before a sentence's own, nearest paragraph first."""
        first = self.paragraph_before(number).start
        for _ in range(most):
            if first <= 0:
                return
            before = self.paragraph_before(first - 1)
            yield range(before.start, first)
            first = before.start

    def in_quotation(self, offset: int) -> bool:
        """Whether an offset lies between quotation marks."""
        return self._quoted.cover(offset)
