"""Phrases of one document that may become keyphrases, with the features of their ranking."""

from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from generator.extract.keyphrases.features import facts_of, features_of
from generator.extract.keyphrases.phrases import Occurrence, find_occurrences
from generator.language.lexicons import Lexicon
from generator.language.pipeline import yake_scores
from generator.model.annotations import Candidate
from generator.model.features import pack_features
from generator.model.grouping import grouped
from generator.model.text import Document, Offsets, Parse
from generator.model.visible_text import text_at, words_at
from generator.model.zones import WHOLE_STORY


def find_candidates(document: Document, parse: Parse, *, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The candidate phrases of `document`, in order of first occurrence."""
    segments = [s for s in parse.segments if s.segment.zone in WHOLE_STORY]
    label = document.metadata.genre.evidence if document.metadata.genre else None
    found = [
        o
        for s in segments
        for o in find_occurrences(document.text, s, lexicon)
        if label is None or o.end <= label.start or label.end <= o.start
    ]
    groups = _group(found)
    if not groups:
        return ()
    facts = facts_of(found, lexicon)
    if facts.brief:  # in an article YAKE tells nothing that the other features do not
        lines = tuple(words_at(document, s.segment.start, s.segment.end) for s in segments)
        facts = structs.replace(facts, yake=yake_scores(lines, document.language))
    return tuple(
        Candidate(
            text=(text := _best_form(document, places)),
            key=key,
            spans=tuple(Offsets(p.start, p.end) for p in places),
            features=pack_features(features_of(places, text, facts)),
        )
        for key, places in groups.items()
    )


def _group(occurrences: Sequence[Occurrence]) -> dict[str, list[Occurrence]]:
    ordered = sorted(occurrences, key=lambda o: (o.start, o.end))
    return grouped((" ".join(w.lemma for w in one.words), one) for one in ordered)


def _best_form(document: Document, places: Sequence[Occurrence]) -> str:
    """The commonest form, as body text writes it; a line in capitals is the last choice."""
    forms = Counter(text_at(document, p.start, p.end) for p in places)  # the first one first
    return min(forms, key=lambda f: (f.isupper() and len(f) > 5, -forms[f]))
