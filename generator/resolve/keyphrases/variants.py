"""One phrase in several wordings: *Norwick ferry timetable*, *night ferry timetable*.

That phrases share words does not make them one (*finite element method*, *finite difference
method*); that the text has a longer phrase in which both stand does: it says both at once. Daille
(2005) calls such forms insertion variants. What stands in two places is no wording of another, and
a *north-south harbour tunnel* is of two tunnels. Bougouin and others (2013) join all that share a
quarter of their words; to join what shares two thirds and show the commonest form costs news 14
points of F1@10 (DUC 2001).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.language.weights import load_count
from generator.language.word_families import family
from generator.model.annotations import Candidate
from generator.resolve.keyphrases.fullest import OFTEN

SHARED = load_count("keyphrases.shared")
"""Word families that two wordings of one phrase have in common at least."""


@lru_cache(maxsize=65536)
def word_families(key: str, language: str) -> frozenset[str]:
    """The families of a phrase's words, in no order."""
    return frozenset(family(word, language) for word in re.findall(r"\w+", key))


def usual_wording(
    candidate: Candidate, candidates: Sequence[Candidate], language: str
) -> Candidate:
    """The wording that the text often has, where a longer phrase holds both; else itself."""
    if len(candidate.spans) >= OFTEN:
        return candidate
    own = word_families(candidate.key, language)
    long = (c.key for c in candidates if c.key.count(" ") > SHARED)
    longer = [words for key in long if own < (words := _whole_words(key, language))]
    often = (c for c in candidates if longer and len(c.spans) >= OFTEN)
    same = (c for c in often if _is_variant(own, word_families(c.key, language), longer))
    return max(same, key=lambda c: len(c.spans), default=candidate)


def _whole_words(key: str, language: str) -> frozenset[str]:
    """The families of what stands between blanks."""
    return frozenset(family(word, language) for word in key.split())


def _is_variant(
    one: frozenset[str], other: frozenset[str], longer: Sequence[frozenset[str]]
) -> bool:
    apart = not (one <= other or other <= one)
    return apart and len(one & other) >= SHARED and any(other < words for words in longer)
