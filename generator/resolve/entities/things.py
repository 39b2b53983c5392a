"""Organisations and places: suffixes, acronyms learnt from the text, short forms of long names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from generator.lexicons import load_words
from generator.model.text import Document
from generator.resolve.entities.evidence import Vote
from generator.resolve.entities.uses import Use

LEAST_ACRONYM = 2


class Things:
    """The full names that short ones of a document stand for."""

    def __init__(
        self,
        documents: Sequence[Document],
        uses: Sequence[Sequence[Use]],
        votes: Mapping[str, Vote],
    ) -> None:
        self._known = frozenset(votes)
        self._acronyms = learn_acronyms(documents, uses)
        self._forms = [_forms_of(own, votes) for own in uses]
        self._wide_acronyms = _agreed((short, full) for (_, short), full in self._acronyms.items())
        self._wide_forms = _agreed(
            pair for forms in self._forms for pair in forms.items() if not is_generic(pair[0])
        )

    def full(self, document: int, key: str) -> str:
        """The key of the full name: acronym, short form and suffix undone."""
        key = self._acronyms.get((document, key)) or self._wide_acronyms.get(key) or key
        key = self._forms[document].get(key) or self._wide_forms.get(key) or key
        return bare(key) if bare(key) in self._known else key


def _agreed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Short forms that stand for the same full name in every document that says so."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for short, full in pairs:
        found[short].add(full)
    return {short: min(full) for short, full in found.items() if len(full) == 1}


def _forms_of(own: Sequence[Use], votes: Mapping[str, Vote]) -> dict[str, str]:
    keys = {u.key: votes[u.key].kind for u in own if u.key in votes and not u.mention.weak}
    return short_forms({k: v for k, v in keys.items() if v in {"organisation", "place"}})


def bare(key: str) -> str:
    """The name without a company's suffix."""
    words = key.replace(",", "").split()
    while len(words) > 1 and words[-1] in load_words("organisation_suffixes", "en"):
        words.pop()
    return " ".join(words)


def learn_acronyms(
    documents: Sequence[Document], uses: Sequence[Sequence[Use]]
) -> dict[tuple[int, str], str]:
    """``(document, acronym)`` → long form, from *Long Form (LF)* and *LF (Long Form)*."""
    found: dict[tuple[int, str], str] = {}
    for index, (document, own) in enumerate(zip(documents, uses, strict=True)):
        firm = [u for u in own if not u.mention.weak]
        for left, right in pairwise(firm):
            between = document.text[left.mention.span.end : right.mention.span.start]
            if not re.fullmatch(r"\s*\([\"“‘]?", between):
                continue
            for short, long in ((right, left), (left, right)):
                if is_acronym(short.mention.text) and fits(short.key, long.key):
                    found[index, short.key] = long.key
    return found


def is_acronym(text: str) -> bool:
    """Whether a name looks like initials."""
    plain = text.replace(".", "").replace("-", "").replace("&", "")
    return len(plain) >= LEAST_ACRONYM and sum(c.isupper() for c in plain) >= 2 and " " not in plain


def fits(short: str, long: str) -> bool:
    """Whether the letters of `short` are the initials of `long`, small words optional."""
    letters = re.sub(r"[^a-z]", "", short.lower())
    words = re.findall(r"[a-z]+", long)
    every = "".join(w[0] for w in words)
    main = "".join(w[0] for w in words if w not in load_words("name_small_words", "en"))
    return len(main) > 1 and letters in {every, main}


def short_forms(keys: Mapping[str, str]) -> dict[str, str]:
    """Short form → the one longer name of the same document that it begins or ends.

    `keys` are the things of one document, with their kinds.
    """
    longer: defaultdict[str, set[str]] = defaultdict(set)
    for key in sorted(keys):
        for short in sorted(_shorter(key)):
            if keys[key] == "organisation" and _can_stand_for(short, key, keys.get(short, "")):
                longer[short].add(key)
    found: dict[str, str] = {}
    for short, full in longer.items():
        holders = [f for f in full if f.startswith(f"{short} of ") and " " in short]
        found.update((holder, short) for holder in holders)
        if not holders and len(full) == 1:
            found[short] = min(full)
    return found


def _can_stand_for(short: str, key: str, kind: str) -> bool:
    """A body's short form is a body too; a team's last word may have been taken for a place."""
    team = kind == "place" and key.endswith(f" {short}") and short.endswith(("s", "x"))
    return kind == "organisation" or (team and short.title() not in load_words("places", "en"))


def _shorter(key: str) -> Iterable[str]:
    """The forms that a long name is cut down to: its end, or what stands before its last word."""
    words = key.split()
    heads = load_words("organisation_heads", "en")
    for i in range(1, len(words)):
        if words[i - 1] not in load_words("name_small_words", "en") and words[i] not in load_words(
            "name_small_words", "en"
        ):
            yield " ".join(words[i:])
        if words[i - 1] == "of" and i == len(words) - 1 and words[0] in heads:
            yield words[i]
        if words[i] == "of" or all(w in heads for w in words[i:]):
            yield " ".join(words[:i])


def is_generic(key: str) -> bool:
    """Whether a name is only the word for a kind of body (*the Church*): one in each document."""
    kinds = load_words("organisation_heads", "en") | load_words("place_heads", "en")
    return key in kinds and key not in load_words("legislatures", "en")
