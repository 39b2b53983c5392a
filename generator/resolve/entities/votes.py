"""The votes of all names of a corpus: alone, by their lists, and by what they are short for."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.resolve.entities.evidence import Vote, vote
from generator.resolve.entities.forms import thing_rest
from generator.resolve.entities.uses import Use, key_of

JOINTS = frozenset({", ", " and ", ", and ", " or ", ", or ", " & ", "; "})
SURE = 2.5
"""Votes from which a name tells the kind of the names beside it in a list."""
WEIGHT = 1.5
"""What a list weighs where every use of the name stands in one."""
LISTED = frozenset({"person", "organisation", "place"})


def vote_all(named: Mapping[str, Sequence[Use]], uses: Sequence[Sequence[Use]]) -> dict[str, Vote]:
    """Decide what every name is: alone, then the doubtful ones by their lists too."""
    votes = {key: vote(found) for key, found in named.items()}
    beside = _beside(votes, uses)
    for key, kinds in beside.items():
        if votes[key].score < SURE or votes[key].kind == "nothing":
            count = len(named[key])
            listed = {kind: WEIGHT * n / count for kind, n in sorted(kinds.items())}
            votes[key] = vote(named[key], listed)
    return votes | {key: Vote("nothing", 0.0) for key in _short_for_things(named)}


def _short_for_things(named: Mapping[str, Sequence[Use]]) -> Iterator[str]:
    """*Endeavour* in a document that speaks of the *Space Shuttle Endeavour*."""
    for uses in named.values():
        short = key_of(thing_rest(uses[0].mention.text))
        if short in named:
            documents = {u.document for u in uses}
            if all(u.document in documents for u in named[short]):
                yield short


def _beside(votes: Mapping[str, Vote], uses: Sequence[Sequence[Use]]) -> Mapping[str, Counter[str]]:
    """How often a name stands in a list beside a name whose kind is sure."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for own in uses:
        firm = [u for u in own if not u.mention.weak]
        for left, right in pairwise(firm):
            if left.key in votes and right.key in votes and _joined(left, right):
                for one, other in ((left, right), (right, left)):
                    told = votes[other.key]
                    if told.score >= SURE and told.kind in LISTED:
                        found[one.key][told.kind] += 1
    return {key: found[key] for key in sorted(found)}


def _joined(left: Use, right: Use) -> bool:
    gap = right.mention.span.start - left.mention.span.end
    return 0 < gap <= len(left.after) and left.after[:gap] in JOINTS


def without_parts_of_things(own: Sequence[Use]) -> list[Use]:
    """The uses of a document without the places in the names of ships and missions."""
    spans = [u.mention.span for u in own if not u.mention.weak and thing_rest(u.mention.text)]
    return [
        u
        for u in own
        if not u.mention.weak
        or not any(s.start <= u.mention.span.start and u.mention.span.end <= s.end for s in spans)
    ]
