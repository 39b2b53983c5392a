"""Which words other documents have: what one alone has is in none of them, however spelled."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.language.possessives import without_last_possessive
from generator.language.weights import load_count, load_weight
from generator.language.word_families import family
from generator.model.text import Document, Documents
from generator.resolve.informativeness import opening_ends

WORD = re.compile(r"[^\W\d_][\w’'-]*")
LATE = load_weight("only_in.late")
SHORTEST = load_count("only_in.letters")
"""Letters of a word whose other spellings are looked for: shorter ones are alike by chance."""


class Elsewhere:
    """The words of the documents that are compared."""

    def __init__(self, documents: Documents) -> None:
        self._words: dict[str, set[str]] = {}
        self._holders: defaultdict[str, set[str]] = defaultdict(set)
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        self._small: set[str] = set()
        self._spellings: defaultdict[str, set[str]] = defaultdict(set)
        self._leads: Mapping[str, tuple[int, int]] = {d.id: opening_ends(d) for d in documents}
        self._late = {d.id: LATE * len(d.text) for d in documents}
        self._counts = {d.id: len(d.sentences) for d in documents}
        self._languages = {d.id: d.language for d in documents}
        for document in documents:
            self._read(document)

    def _read(self, document: Document) -> None:
        words = self._words.setdefault(document.id, set())
        for sentence in document.sentences:
            for word in _words_of(document.text[sentence.start : sentence.end]):
                low = word.casefold()
                key = family(low, document.language)
                words.add(key)
                self._holders[key].add(document.id)
                if word[:1].isupper():
                    self._names[low].add(document.id)
                else:
                    self._small.add(low)
        for low in {w.casefold() for w in _words_of(document.text) if w[:1].isupper()}:
            for spelling in _spellings(low):
                self._spellings[spelling].add(document.id)

    def opens_with(self, document: str, starts: Sequence[int]) -> bool:
        """Whether a place lies in the headline or the first sentences, and one in a sentence."""
        headline, lead = self._leads.get(document, (0, 0))
        return min(starts) < lead and max(starts) >= headline

    def tells_of(self, document: str, starts: Sequence[int], least: int) -> bool:
        """Whether a document opens with one of the places, or has so many of them."""
        _, lead = self._leads.get(document, (0, 0))
        return len(starts) >= least or any(start < lead for start in starts)

    def is_late(self, document: str, starts: Sequence[int]) -> bool:
        """Whether the first of the places lies far down in a document."""
        return min(starts, default=0) > self._late.get(document, 0)

    def count(self, document: str) -> int:
        """How many sentences a document has."""
        return self._counts.get(document, 0)

    def knows_name(self, name: str, document: str, *, person: bool) -> bool:
        """Whether another document has the name too: a person's surname, or all the words."""
        words = [w.casefold() for w in _words_of(name) if w[:1].isupper()]
        if len(words) == 1 and words[0] in self._small:
            return True  # *Personnel*, *Library*: a word, not a name
        told = words[-1:] if person else words
        return bool(told) and all(self._has(word, document) for word in told)

    def _has(self, word: str, document: str) -> bool:
        found = self._names.get(word, set()).union(
            *(self._spellings.get(s, ()) for s in _spellings(word))
        )
        return bool(found - {document})

    def has_words(self, key: str, document: str) -> bool:
        """Whether another document has all the words of a phrase, in whatever order and form."""
        language = self._languages.get(document, "any")
        words = [family(w.casefold(), language) for w in _words_of(key)]
        if not words:
            return True
        rarest = min(sorted(words), key=lambda w: len(self._holders.get(w, ())))
        others = self._holders.get(rarest, set()) - {document}
        return any(self._words[other].issuperset(words) for other in others)


def _words_of(text: str) -> Iterator[str]:
    return map(without_last_possessive, WORD.findall(text))


def _spellings(word: str) -> Iterable[str]:
    """The word, and with each of its letters left out: two words one letter apart share one."""
    if len(word) < SHORTEST:
        return (word,)
    return {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}
