"""The votes of all names of a corpus: alone, by their lists, and by what they are short for."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.language.lexicons import Lexicon
from generator.resolve.entities.form_clues import thing_rest
from generator.resolve.entities.name_evidence import FULL_NAME
from generator.resolve.entities.name_occurrences import (
    NameOccurrence,
    Uses,
    UsesByDocument,
    UsesByKey,
    key_of,
)
from generator.resolve.entities.type_evidence import Vote, Votes, load_type_threshold, vote_type

MARKS = frozenset({",", ";", "&"})
LISTED = frozenset({"person", "organisation", "place"})


def vote_types(named: UsesByKey, occurrences: UsesByDocument, lexicon: Lexicon) -> dict[str, Vote]:
    """Decide what every name is: alone, then the doubtful ones by their lists too."""
    votes = {key: vote_type(found, lexicon) for key, found in named.items()}
    for key, listed in find_listed_kinds(votes, named, occurrences, lexicon).items():
        votes[key] = vote_type(named[key], lexicon, listed)
    return votes | {key: Vote("nothing", 0.0) for key in _short_for_organisations(named, lexicon)}


def find_listed_kinds(
    votes: Votes, named: UsesByKey, occurrences: UsesByDocument, lexicon: Lexicon
) -> dict[str, dict[str, float]]:
    """How large a share of a doubtful name's places stands in a list beside each kind."""
    sure = load_type_threshold("sure")
    beside = _adjacent_votes(votes, occurrences, sure, lexicon)
    shares = {
        key: {kind: n / len(named[key]) for kind, n in sorted(kinds.items())}
        for key, kinds in beside.items()
    }
    for key in _parts_of_persons(votes):
        shares[key] = shares.get(key, {}) | {FULL_NAME: 1.0}
    return {
        key: shown
        for key, shown in shares.items()
        if votes[key].score < sure or votes[key].kind == "nothing"
    }


def _parts_of_persons(votes: Votes) -> list[str]:
    """*Kawhia*, where a text names *Anna Kawhia*."""
    full = [key.split() for key, vote in votes.items() if vote.kind == "person" and " " in key]
    parts = {words[-1] for words in full} | {words[0] for words in full}
    return sorted(parts & votes.keys())


def _short_for_organisations(named: UsesByKey, lexicon: Lexicon) -> Iterator[str]:
    """*Endeavour* in a document that speaks of the *Space Shuttle Endeavour*."""
    for occurrences in named.values():
        short = key_of(thing_rest(occurrences[0].mention.text, lexicon), lexicon)
        if short in named:
            documents = {u.document for u in occurrences}
            if all(u.document in documents for u in named[short]):
                yield short


def _adjacent_votes(
    votes: Votes, occurrences: UsesByDocument, sure: float, lexicon: Lexicon
) -> Mapping[str, Counter[str]]:
    """How often a name stands in a list beside a name whose kind is sure."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    words = lexicon.group("coordinating_conjunctions")
    for own in occurrences:
        firm = [u for u in own if not u.mention.weak]
        for listed in _lists(firm, words):
            for left, right in pairwise(listed):
                if left.key in votes and right.key in votes:
                    for one, other in ((left, right), (right, left)):
                        told = votes[other.key]
                        if told.score >= sure and told.kind in LISTED:
                            found[one.key][told.kind] += 1
    return {key: found[key] for key in sorted(found)}


def _lists(own: Uses, words: frozenset[str]) -> Iterator[Uses]:
    """The lists of names in a document: three or more, or two that a conjunction joins.

    Two with a comma alone between them are no list: *Anna Owusu, Aurora* says what she is in.
    """
    first, coordinated = 0, False
    for i, use in enumerate(own):
        link = _between(use, own[i + 1], words) if i + 1 < len(own) else ""
        coordinated = coordinated or link not in {"", ","}
        if not link:
            if i - first > 1 or (i > first and coordinated):
                yield own[first : i + 1]
            first, coordinated = i + 1, False


def _between(left: NameOccurrence, right: NameOccurrence, words: frozenset[str]) -> str:
    """The comma, *and* or the like that alone stands between two names; "" for anything else."""
    gap = right.mention.span.start - left.mention.span.end
    between = left.after[:gap] if 0 < gap <= len(left.after) else ""
    parts = between.replace(",", " , ").split()
    if not between.endswith(" ") or not parts:
        return ""
    both = len(parts) == 2 and parts[0] == "," and parts[-1] in words
    return parts[-1] if both or (len(parts) == 1 and parts[0] in MARKS | words) else ""


def without_parts_of_organisations(own: Uses, lexicon: Lexicon) -> list[NameOccurrence]:
    """The uses of a document without the places in the names of ships and missions."""
    firm = [u.mention for u in own if not u.mention.weak]
    spans = [m.span for m in firm if thing_rest(m.text, lexicon)]
    return [
        u
        for u in own
        if not u.mention.weak
        or not any(s.start <= u.mention.span.start and u.mention.span.end <= s.end for s in spans)
    ]
