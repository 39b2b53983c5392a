"""The fullest form of a phrase: *war* is shown as *war in Ukraine* where the text says so."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from generator.language.weights import load_count
from generator.model.annotations import AllAnnotations, Candidate
from generator.model.features import feature, pack_features, unpack_features
from generator.model.grouping import grouped

OFTEN = load_count("keyphrases.often")
"""Places, or documents, from which a longer form counts as the usual one."""
SWITCHED_OFF = (
    "lacks_genitive",
    "lacks_link",
    "genitive",
    "link",
    "words_1",
    "generic_alone",
    "generic_head",
)
"""Features of the short form that no longer hold when it is complete."""


class Completions(Struct, frozen=True):
    """How the corpus completes its phrases, by the keys of the short and the longer form."""

    counts: Mapping[tuple[str, str], int]
    """Places where the longer form stands, of those that two documents have."""
    places: Mapping[str, int]
    """All places of the short form."""

    def is_usual(self, short: str, longer: str) -> bool:
        """Whether most of the corpus's places of a phrase are completed so, in two documents."""
        count = self.counts.get((short, longer), 0)
        return count >= OFTEN and 2 * count >= self.places[short]


NOT_COUNTED = Completions({}, {})


def count_completions(annotations: AllAnnotations) -> Completions:
    """Count the longer forms of each phrase over all documents."""
    counts: Counter[tuple[str, str]] = Counter()
    documents: dict[tuple[str, str], set[str]] = defaultdict(set)
    places: Counter[str] = Counter()
    for found in annotations:
        longer = _by_start([c for c in found.candidates if _is_longer(c)])
        for short in (c for c in found.candidates if not _is_longer(c)):
            places[short.key] += len(short.spans)
            for key, (_, count) in _longer_forms(short, longer).items():
                counts[short.key, key] += count
                documents[short.key, key].add(found.document_id)
    often = {pair: n for pair, n in counts.items() if len(documents[pair]) >= OFTEN}
    return Completions(often, places)


def complete_phrases(
    candidates: Sequence[Candidate], corpus: Completions = NOT_COUNTED
) -> list[Candidate]:
    """Put the longer form in the place of a phrase that says too little without it.

    The longer form takes over the features of the short one, which it has most places in common
    with; the short form alone is dropped.
    """
    longer = _by_start([c for c in candidates if _is_longer(c)])
    replaced: dict[str, Candidate] = {}
    dropped: set[str] = set()
    for short in candidates:
        full = None if _is_longer(short) else _fullest(short, longer, corpus)
        if full is not None:
            dropped.add(short.key)
            usual = corpus.is_usual(short.key, full.key)
            replaced.setdefault(full.key, _completed(short, full, usual=usual))
    return [replaced.get(c.key, c) for c in candidates if c.key not in dropped]


def _is_longer(candidate: Candidate) -> bool:
    return feature(candidate.features, "link") > 0


def _by_start(candidates: Sequence[Candidate]) -> Mapping[int, Sequence[Candidate]]:
    return grouped((span.start, one) for one in candidates for span in one.spans)


def _longer_forms(
    short: Candidate, longer: Mapping[int, Sequence[Candidate]]
) -> dict[str, tuple[Candidate, int]]:
    """The forms that complete `short`, by key, each with the count of places where it does."""
    found: dict[str, tuple[Candidate, int]] = {}
    for span in short.spans:
        for one in longer.get(span.start, ()):
            if any(s.start == span.start and s.end > span.end for s in one.spans):
                found[one.key] = (one, found.get(one.key, (one, 0))[1] + 1)
    return found


def _fullest(
    short: Candidate, longer: Mapping[int, Sequence[Candidate]], corpus: Completions
) -> Candidate | None:
    """The form that completes most places of `short`: half of them and two, or every one.

    Or the one that the corpus most often completes it to, in two documents at least.
    """
    forms = _longer_forms(short, longer)
    told = {k for k in forms if corpus.is_usual(short.key, k)}
    best = max(sorted(forms), key=lambda k: (forms[k][1], k in told), default=None)
    if best is None:
        return None
    full, count = forms[best]
    usual = count >= OFTEN and 2 * count >= len(short.spans)
    always = count == len(short.spans) and _says_little(short)
    return full if usual or always or best in told else None


def _says_little(short: Candidate) -> bool:
    """A general noun with something before it, or what a named one has (*US withdrawal*)."""
    features = unpack_features(short.features)
    alone = features["words_1"] > 0
    return not alone and (features["generic_head"] > 0 or features["place_first"] > 0)


def _completed(short: Candidate, full: Candidate, *, usual: bool) -> Candidate:
    features = unpack_features(short.features)
    usual = usual or len(full.spans) >= OFTEN
    for name in SWITCHED_OFF if usual else ("lacks_genitive", "lacks_link"):
        features[name] = 0.0
        if f"brief_{name}" in features:
            features[f"brief_{name}"] = 0.0
    if usual:
        features["words_2"] = 1.0
        features["letters"] = feature(full.features, "letters")
    return structs.replace(full, features=pack_features(features))
