"""Digests of runs of words, by which words can be looked for without being kept.

A sentence of eight words or more has a digest of each run of eight; a shorter one of four or more
has one of the whole. What is shorter tells no source from another.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b

WORD = re.compile(r"\w+")
RUN, SHORTEST = 8, 4
"""Words of a run, and of the shortest sentence that is told from others."""
FINGERPRINT = re.compile(rf"[{SHORTEST}-{RUN}]:[0-9a-f]{{24}}")


def find_fingerprints(sentences: Iterable[str]) -> frozenset[str]:
    """The digests of sentences, each with the number of its words before it."""
    return frozenset(one for text in sentences for one in _of_sentence(_words(text)))


def find_known(text: str, wanted: frozenset[str]) -> frozenset[str]:
    """Those of the digests whose words stand in a text, whatever marks are between them."""
    words = _words(text)
    sizes = sorted({int(one.partition(":")[0]) for one in wanted})
    return frozenset(one for size in sizes for one in _runs(words, size) if one in wanted)


def is_fingerprint(line: str) -> bool:
    """Whether a line is the digest of a run of words."""
    return FINGERPRINT.fullmatch(line) is not None


def _of_sentence(words: list[str]) -> Iterator[str]:
    if len(words) >= SHORTEST:
        yield from _runs(words, min(RUN, len(words)))


def _runs(words: list[str], size: int) -> Iterator[str]:
    for at in range(len(words) - size + 1):
        run = " ".join(words[at : at + size]).encode("utf-8", "surrogatepass")
        yield f"{size}:{blake2b(run, digest_size=12).hexdigest()}"


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())
