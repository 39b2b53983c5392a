"""The votes of all names of a corpus: alone, by their lists, and by what they are short for."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.language.lexicons import Lexicon
from generator.resolve.entities.form_clues import thing_rest
from generator.resolve.entities.name_occurrences import NameOccurrence, key_of
from generator.resolve.entities.type_evidence import Vote, vote_type

JOINTS = frozenset({", ", " and ", ", and ", " or ", ", or ", " & ", "; "})
SURE = 2.5
"""Votes from which a name tells the kind of the names beside it in a list."""
WEIGHT = 1.5
"""What a list weighs where every use of the name stands in one."""
LISTED = frozenset({"person", "organisation", "place"})


def vote_types(
    named: Mapping[str, Sequence[NameOccurrence]],
    occurrences: Sequence[Sequence[NameOccurrence]],
    lexicon: Lexicon,
) -> dict[str, Vote]:
    """Decide what every name is: alone, then the doubtful ones by their lists too."""
    votes = {key: vote_type(found, lexicon) for key, found in named.items()}
    beside = _beside(votes, occurrences)
    for key, kinds in beside.items():
        if votes[key].score < SURE or votes[key].kind == "nothing":
            count = len(named[key])
            listed = {kind: WEIGHT * n / count for kind, n in sorted(kinds.items())}
            votes[key] = vote_type(named[key], lexicon, listed)
    return votes | {key: Vote("nothing", 0.0) for key in _short_for_organisations(named, lexicon)}


def _short_for_organisations(
    named: Mapping[str, Sequence[NameOccurrence]], lexicon: Lexicon
) -> Iterator[str]:
    """*Endeavour* in a document that speaks of the *Space Shuttle Endeavour*."""
    for occurrences in named.values():
        short = key_of(thing_rest(occurrences[0].mention.text, lexicon))
        if short in named:
            documents = {u.document for u in occurrences}
            if all(u.document in documents for u in named[short]):
                yield short


def _beside(
    votes: Mapping[str, Vote], occurrences: Sequence[Sequence[NameOccurrence]]
) -> Mapping[str, Counter[str]]:
    """How often a name stands in a list beside a name whose kind is sure."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for own in occurrences:
        firm = [u for u in own if not u.mention.weak]
        for left, right in pairwise(firm):
            if left.key in votes and right.key in votes and _joined(left, right):
                for one, other in ((left, right), (right, left)):
                    told = votes[other.key]
                    if told.score >= SURE and told.kind in LISTED:
                        found[one.key][told.kind] += 1
    return {key: found[key] for key in sorted(found)}


def _joined(left: NameOccurrence, right: NameOccurrence) -> bool:
    gap = right.mention.span.start - left.mention.span.end
    return 0 < gap <= len(left.after) and left.after[:gap] in JOINTS


def without_parts_of_organisations(
    own: Sequence[NameOccurrence], lexicon: Lexicon
) -> list[NameOccurrence]:
    """The uses of a document without the places in the names of ships and missions."""
    firm = [u.mention for u in own if not u.mention.weak]
    spans = [m.span for m in firm if thing_rest(m.text, lexicon)]
    return [
        u
        for u in own
        if not u.mention.weak
        or not any(s.start <= u.mention.span.start and u.mention.span.end <= s.end for s in spans)
    ]
