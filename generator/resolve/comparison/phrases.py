"""In which documents a phrase is used, by its telling words; which topic a place belongs to."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.language.weights import load_count
from generator.language.word_families import general_words, informative_words, joining_words
from generator.model.annotations import AllAnnotations
from generator.model.corpus import Actors, SpanRow, Topic
from generator.model.grouping import grouped
from generator.model.text import Offsets
from generator.resolve.informativeness import central_actors, central_words

FEWEST_WORDS = load_count("only_in.words")
"""A single word says too little of what a document has and others have not."""
NEAR = 4
"""Places that begin before a phrase and are looked at: topics seldom lie in one another."""


class PhraseIndex:
    """The corpus's candidate phrases, asked by their telling words."""

    def __init__(self, annotations: AllAnnotations, actors: Actors, documents: int) -> None:
        languages = {a.lexicon_language for a in annotations if a.lexicon_language}
        self._joining = joining_words(languages)
        central = central_words(actors, central_actors(actors, documents))
        self._silent = general_words(languages) | central | self._joining
        self._holders: dict[str, dict[str, list[frozenset[str]]]] = defaultdict(dict)
        for found in annotations:
            for candidate in found.candidates:
                words = frozenset(candidate.key.split())
                for word in words - self._joining:
                    self._holders[word].setdefault(found.document_id, []).append(words)

    def only_in(self, key: str, document: str) -> bool:
        """Whether no other document has a phrase with all the words of this one."""
        words = frozenset(key.split()) - self._joining
        if not words or not self._tells(key):
            return False
        rarest = min(sorted(words), key=lambda w: len(self._holders.get(w, {})))
        others = ((d, rows) for d, rows in self._holders.get(rarest, {}).items() if d != document)
        return not any(words <= row for _, rows in others for row in rows)

    def shared(
        self, annotations: AllAnnotations, places: "TopicPlaces"
    ) -> Iterator[tuple[str, list[SpanRow]]]:
        """Phrases of more than one document that are no topic's, with their first place in each."""
        found: dict[str, dict[str, SpanRow]] = defaultdict(dict)
        texts: dict[str, str] = {}
        for one in annotations:
            for candidate in one.candidates:
                if self._tells(candidate.key) and not places.of_phrase(
                    one.document_id, candidate.spans
                ):
                    at = candidate.spans[0]
                    texts.setdefault(candidate.key, candidate.text)
                    row = SpanRow(one.document_id, at.start, at.end)
                    found[candidate.key].setdefault(one.document_id, row)
        for key, rows in found.items():
            if len(rows) > 1:
                yield texts[key], sorted(rows.values())

    def _tells(self, key: str) -> bool:
        return len(key.split()) >= FEWEST_WORDS and bool(informative_words(key, self._silent))


class TopicPlaces:
    """The topics by the places where they stand."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._rows = grouped(
            (row.document, (row.start, row.end, topic))
            for topic in topics
            for row in topic.occurrences
        )
        for rows in self._rows.values():
            rows.sort(key=lambda r: (r[0], -r[1], r[2].id))
        self._starts = {d: [r[0] for r in rows] for d, rows in self._rows.items()}

    def of_phrase(self, document: str, spans: Iterable[Offsets]) -> Topic | None:
        """The topic that one of the places lies in, the first place's first."""
        return next((t for s in spans if (t := self._of(document, s.start, s.end))), None)

    def _of(self, document: str, start: int, end: int) -> Topic | None:
        rows = self._rows.get(document, [])
        at = bisect_right(self._starts.get(document, []), start)
        near = rows[max(0, at - NEAR) : at]
        return next((t for a, b, t in near if a <= start and end <= b), None)
