"""The fullest form of a phrase: *war* is shown as *war in Ukraine* where the text says so."""

from collections.abc import Mapping, Sequence

from msgspec import structs

from generator.model.annotations import Candidate

OFTEN = 2
"""Places from which a longer form counts as the usual one."""
SWITCHED_OFF = ("lacks_of", "lacks_link", "of", "link", "words_1", "generic_alone", "generic_head")
"""Features of the short form that no longer hold when it is complete."""


def complete_phrases(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Put the longer form in the place of a phrase that says too little without it.

    The longer form takes over the features of the short one, which it has most places in common
    with; the short form alone is dropped.
    """
    longer = _by_start([c for c in candidates if _is_longer(c)])
    replaced: dict[str, Candidate] = {}
    dropped: set[str] = set()
    for short in candidates:
        full = None if _is_longer(short) else _fullest(short, longer)
        if full is not None:
            dropped.add(short.key)
            replaced.setdefault(full.key, _completed(short, full))
    return [replaced.get(c.key, c) for c in candidates if c.key not in dropped]


def _is_longer(candidate: Candidate) -> bool:
    return dict(candidate.features)["link"] > 0


def _by_start(candidates: Sequence[Candidate]) -> Mapping[int, Sequence[Candidate]]:
    found: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        for span in candidate.spans:
            found.setdefault(span.start, []).append(candidate)
    return found


def _fullest(short: Candidate, longer: Mapping[int, Sequence[Candidate]]) -> Candidate | None:
    """The form that completes most places of `short`: half of them and two, or every one."""
    counts: dict[str, int] = {}
    by_key: dict[str, Candidate] = {}
    for span in short.spans:
        for candidate in longer.get(span.start, ()):
            if any(s.start == span.start and s.end > span.end for s in candidate.spans):
                counts[candidate.key] = counts.get(candidate.key, 0) + 1
                by_key[candidate.key] = candidate
    best = max(sorted(counts), key=lambda k: counts[k], default=None)
    if best is None:
        return None
    usual = counts[best] >= OFTEN and 2 * counts[best] >= len(short.spans)
    always = counts[best] == len(short.spans) and _says_little(short)
    return by_key[best] if usual or always else None


def _says_little(short: Candidate) -> bool:
    """A general noun with something before it, or what a named one has (*US withdrawal*)."""
    features = dict(short.features)
    alone = features["words_1"] > 0
    return not alone and (features["generic_head"] > 0 or features["place_first"] > 0)


def _completed(short: Candidate, full: Candidate) -> Candidate:
    features = dict(short.features)
    usual = len(full.spans) >= OFTEN
    for name in SWITCHED_OFF if usual else ("lacks_of", "lacks_link"):
        features[name] = 0.0
        if f"brief_{name}" in features:
            features[f"brief_{name}"] = 0.0
    if usual:
        features["words_2"] = 1.0
        features["letters"] = dict(full.features)["letters"]
    return structs.replace(full, features=tuple(sorted(features.items())))
