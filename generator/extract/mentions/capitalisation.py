"""Words of a segment as names need them: hyphened words in one piece, capitals told apart.

What a capital is worth depends on where it stands: little at a sentence's start, less in a heading
in title case, nothing in a heading in capitals. `Capitals` counts how a document writes its words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from generator.language import relations, word_forms
from generator.language.frequencies import KNOWN_LEAST, is_frequent
from generator.language.lexicons import ANY_LANGUAGE, Lexicon, load_words
from generator.language.person_names import is_common_word
from generator.language.weights import load_count, load_weight
from generator.model.text import Parse, ParsedSegment, Token, Tokens

JOINTS = frozenset({"-", "‐", "‑", "'", "’"})
HEADING_SHARE = load_weight("capitalisation.heading")
LONGEST_HEADING = 25
"""Words; what is longer is no heading, whatever its capitals."""
DETERMINERS = frozenset({relations.DETERMINER, relations.POSSESSOR})
LEAST_HONOURED = load_count("capitalisation.honoured")
"""Different common nouns with a capital; fewer may be short names: *the House*, *the Senate*."""
LONG_WORD = 4
"""Letters; in title case the words of at least this length have a capital."""


class Word(Struct, frozen=True):
    """One word, hyphened parts together; `tokens` are the tokens of the parse it is made of."""

    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    initial: bool
    """First word of its sentence, opening marks aside."""

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def pos(self) -> str:
        """Part of speech of the word's last part, the mark of a genitive (*Traders'*) aside."""
        parts = [t for t in self.tokens if t.tag != word_forms.POSSESSIVE_MARK]
        return (parts or self.tokens)[-1].pos

    @property
    def entity(self) -> str:
        """The language model's label, of the first part that has one."""
        return next((t.entity for t in self.tokens if t.entity), "")

    @property
    def capital(self) -> bool:
        """Whether the word is written like a name: *Trump*, *al-Assad*, *McCain*, *iPhone* not."""
        if self.text[:1].isupper():
            return True
        elided, _, tail = self.text.replace("’", "'").partition("'")
        if elided in ANY_LANGUAGE.group("elided_particles") and tail[:1].isupper():
            return True
        head, _, tail = self.text.partition("-")
        return head in load_words("name_particles") and tail[:1].isupper()

    @property
    def alphabetic(self) -> bool:
        """Whether the word begins with a letter."""
        return self.text[:1].isalpha()


def words_of(text: str, parsed: ParsedSegment) -> tuple[Word, ...]:
    """The words of one parsed segment, marks included as words of their own."""
    groups: list[list[Token]] = []
    for token in parsed.tokens:
        if groups and _continues(groups[-1][-1], token):
            groups[-1].append(token)
        else:
            groups.append([token])
    words: list[Word] = []
    fresh = True
    for group in groups:
        fresh = fresh or group[0].sentence_begins
        for start, end in _cut_at_dashes(text, group[0].start, group[-1].end, group):
            words.append(Word(start, end, text[start:end], tuple(group), fresh))
            fresh = fresh and not text[start].isalnum()
    return tuple(words)


def _cut_at_dashes(text: str, start: int, end: int, group: Tokens) -> Iterator[tuple[int, int]]:
    """*D.C.–Speaker* is three words though the parser reads one."""
    if len(group) > 1 or group[0].hole or not re.search(r"\S[–—]\S", text[start:end]):
        yield start, end
        return
    for piece in re.finditer(r"[–—]|[^–—]+", text[start:end]):
        yield start + piece.start(), start + piece.end()


def _continues(last: Token, token: Token) -> bool:
    if last.end != token.start or last.hole or token.hole:
        return False
    joint = token.text in JOINTS or last.text in JOINTS
    letters = (last.text[-1].isalnum() or last.text in JOINTS) and (
        token.text[0].isalnum() or token.text in JOINTS
    )
    return joint and letters


class Capitals:
    """How a document writes its words: small, or with a capital that means something."""

    def __init__(self, text: str, parse: Parse, lexicon: Lexicon) -> None:
        self.words = {id(p): words_of(text, p) for p in parse.segments}
        self._honoured = _honoured_nouns(self.words.values(), lexicon)
        self._small: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        self._nouns: Counter[str] = Counter()
        for parsed in parse.segments:
            plain = self.style(parsed) == ""
            for word in self.words[id(parsed)]:
                if word.text.islower():
                    self._small[word.text] += 1
                elif word.capital and plain and not word.initial:
                    self._names[word.text] += 1
                    modifies = word.tokens[-1].dep in relations.MODIFIERS
                    self._nouns[word.text] += word.pos == "PROPN" and not modifies

    def of(self, parsed: ParsedSegment) -> tuple[Word, ...]:
        """The words of a segment of this document."""
        return self.words[id(parsed)]

    def style(self, parsed: ParsedSegment) -> str:
        """How a segment of this document is written: see `heading_style`."""
        return heading_style(self.of(parsed), headline=parsed.segment.zone == "headline")

    def common(self, word: Word) -> bool:
        """Whether the document also writes the word small, and never as a name mid-sentence."""
        return self._small[word.lower] > 0 and not self._names[word.text]

    def noun(self, word: Word) -> bool:
        """Whether the word stands alone as a proper noun somewhere in the document."""
        return self._nouns[word.text] > 0

    def honoured(self, word: Word) -> bool:
        """Whether it is a common noun of a document that gives its nouns capitals: *the Team*."""
        return word.start in self._honoured

    def known(self, word: Word) -> bool:
        """Whether the document writes the word with a capital in mid-sentence."""
        return self._names[word.text] > 0


def _honoured_nouns(lines: Iterable[Sequence[Word]], lexicon: Lexicon) -> frozenset[int]:
    """Where a common noun alone has a capital behind its determiner, if a habit shows in it.

    What the language model takes for a name is no sign of one; what ends a longer name is its.
    """
    rows = [row for line in lines for row in zip(line, line[1:], line[2:], strict=False)]
    names = lexicon.words("nation_words", "places") | {
        b.text for a, b, _ in rows if a.capital and a.tokens[-1].dep in relations.MODIFIERS
    }
    found = [
        word
        for before, word, after in rows
        if before.tokens[-1].dep in DETERMINERS
        and (word.capital and not word.initial and not word.text.isupper() and not after.capital)
        and is_common_word(word.text, lexicon.language, KNOWN_LEAST)
        and names.isdisjoint({word.text, word.lower})
    ]
    habit = {w.lower for w in found if not w.entity and is_frequent(w.text, lexicon.language)}
    return frozenset(word.start for word in found if len(habit) >= LEAST_HONOURED)


def heading_style(words: Sequence[Word], *, headline: bool = False) -> str:
    """``upper`` for a line in capitals, ``title`` for one in title case, "" for running text.

    Some papers end a `headline` in a full stop.
    """
    real = [w for w in words if w.alphabetic]
    if len(real) > 2 and sum(w.text.isupper() for w in real) > HEADING_SHARE * len(real):
        return "upper"
    long = [w for w in real[1:] if len(w.text) >= LONG_WORD]
    capitals = sum(w.text[0].isupper() for w in long)
    stopped = bool(words) and words[-1].text == "."
    plain = stopped and not headline
    if plain or len(real) > LONGEST_HEADING:
        return ""
    if len(long) > 2 and capitals > HEADING_SHARE * len(long):
        return "title"
    return ""


def sentences_of(words: Iterable[Word]) -> list[list[Word]]:
    """The words, one list a sentence."""
    out: list[list[Word]] = []
    for word in words:
        if not out or word.tokens[0].sentence_begins:
            out.append([])
        out[-1].append(word)
    return out
