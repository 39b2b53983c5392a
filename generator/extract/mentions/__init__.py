"""Mentions of one document: names, adjectives, descriptions and pronouns that may mean an actor.

Names are found liberally: a capitalised word that only the whole corpus can tell from an ordinary
one is handed on as `weak`. Who is meant, and whether it is anybody, is for resolution.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from generator.extract.mentions.candidates import find_names
from generator.extract.mentions.capitalisation import Capitals
from generator.extract.mentions.descriptions import Description, find_descriptions, gender_of
from generator.extract.mentions.name_segmentation import Name, Splitter
from generator.extract.mentions.name_spans import Runs
from generator.extract.mentions.role_phrases import find_role_phrases
from generator.extract.mentions.speaker_labels import find_speaker_labels, without_overlaps
from generator.extract.mentions.syntax import apposition_of, grammar_of, head_of
from generator.extract.mentions.titles import titles_of
from generator.language import word_forms
from generator.language.dependencies import Tree, tree_of
from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import Lexicon
from generator.model.annotations import Mention, Phrase
from generator.model.reading_order import SentenceFinder
from generator.model.text import Document, Parse, ParsedSegment, QuotedRun, Span
from generator.model.visible_text import words_at


def find_mentions(
    document: Document, parse: Parse, *, runs: Sequence[QuotedRun], lexicon: Lexicon | None
) -> tuple[Mention, ...]:
    """The mentions of `document` in reading order; none without a lexicon."""
    if lexicon is None:
        return ()
    finder = _MentionFinder(document, parse, runs, lexicon)
    read = [m for parsed in parse.segments for m in finder.mentions(parsed)]
    labels = list(find_speaker_labels(document, titles_of(lexicon, gazetteer_of(lexicon))))
    kept = [*without_overlaps(read, labels), *labels]
    found = {(m.span, m.kind, m.weak): m for m in kept}
    return tuple(sorted(found.values(), key=lambda m: (m.span.start, -m.span.end, m.weak)))


NESTED = 8
"""Quoted runs before a mention that may still be open; more are not nested in one another."""


class _MentionFinder:
    """Turns the candidates of one document into mentions."""

    def __init__(
        self, document: Document, parse: Parse, runs: Sequence[QuotedRun], lexicon: Lexicon
    ) -> None:
        self._document = document
        self._quoted = sorted((r.start, r.end) for r in runs)
        self._sentences = SentenceFinder(document.sentences)
        self._lexicon = lexicon
        self._titles = titles_of(lexicon, gazetteer_of(lexicon))
        self._capitals = Capitals(document.text, parse, lexicon)
        self._runs = Runs(lexicon, self._titles, self._capitals)
        self._splitter = Splitter(lexicon, self._titles)

    def mentions(self, parsed: ParsedSegment) -> Iterator[Mention]:
        """The mentions of one segment."""
        tree = tree_of(parsed)
        words, style = self._capitals.of(parsed), self._capitals.style(parsed)
        for name, weak in find_names(
            words, style, self._runs, self._splitter, self._titles, self._capitals, self._lexicon
        ):
            yield self._named(parsed, tree, name, weak=weak)
        for description in find_descriptions(tree, self._titles, self._lexicon):
            yield self._described(parsed, tree, description)

    def _named(self, parsed: ParsedSegment, tree: Tree, name: Name, *, weak: bool) -> Mention:
        start, end = name.words[0].start, name.words[-1].end
        first = bisect_right(parsed.tokens, start, key=lambda t: t.end)
        tokens = parsed.tokens[first : bisect_left(parsed.tokens, end, key=lambda t: t.start)]
        head = head_of(tokens)
        title = _title(self._document.text, name)
        return Mention(
            span=Span(self._document.id, start, end),
            text=words_at(self._document, start, end),
            kind=name.kind,
            label=_label(name),
            title=title,
            apposition=apposition_of(self._document.text, tree, head, tokens, self._lexicon),
            role_phrases=tuple(
                find_role_phrases(
                    self._document.text, tree, tokens, titles=self._titles, lexicon=self._lexicon
                )
            ),
            grammar=grammar_of(tree, head),
            zone=parsed.segment.zone,
            quoted=parsed.segment.in_hole or self._in_quotation(start, end),
            sentence=self._sentence(start),
            gender=self._titles.gender_of_name(
                title, [] if name.state else [word.text for word in name.words]
            ),
            number="plural" if tokens[-1].tag in word_forms.PLURALS and name.state else "singular",
            weak=weak,
        )

    def _described(self, parsed: ParsedSegment, tree: Tree, found: Description) -> Mention:
        start, end = found.tokens[0].start, found.tokens[-1].end
        return Mention(
            span=Span(self._document.id, start, end),
            text=words_at(self._document, start, end),
            kind="pronoun" if found.pronoun else "nominal",
            label="",
            title=None,
            apposition=None,
            grammar=grammar_of(tree, found.head),
            zone=parsed.segment.zone,
            quoted=parsed.segment.in_hole or self._in_quotation(start, end),
            sentence=self._sentence(start),
            gender=found.gender,
            number=found.number,
        )

    def _in_quotation(self, start: int, end: int) -> bool:
        at = bisect_right(self._quoted, (start, start))
        near = self._quoted[max(0, at - NESTED) : at + 1]
        return any(s <= start and end <= e for s, e in near)

    def _sentence(self, start: int) -> str:
        sentence = self._sentences.at(start)
        return sentence.id if sentence else ""


def _title(text: str, name: Name) -> Phrase | None:
    if not name.title:
        return None
    start, end = name.title[0].start, name.title[-1].end
    return Phrase(start, end, text[start:end])


def _label(name: Name) -> str:
    """The model's label for most of the name's words, the last winning a tie."""
    labels = [w.entity for w in name.words if w.entity]
    return max(reversed(labels), key=labels.count) if labels else ""


__all__ = ["find_mentions", "gender_of"]
