"""Organisations and places: suffixes, acronyms learnt from the text, short forms of long names."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from generator.language.acronyms import (
    LEAST_UNTOLD,
    are_initials,
    is_acronym,
    may_be_initials,
)
from generator.language.lexicons import Lexicon
from generator.language.noun_phrases import any_word, without_article
from generator.language.possessives import without_possessives
from generator.language.weights import load_count
from generator.model.grouping import foremost, grouped, grouped_sets
from generator.model.reading_order import start_while
from generator.model.text import Documents
from generator.resolve.entities.name_occurrences import Uses, UsesByDocument
from generator.resolve.entities.type_evidence import Vote, Votes

MAIN = load_count("organisations.main")
"""How many times as often as any other the long form is named that a short one stands for."""


class Organisations:
    """The full names that short ones of a document stand for."""

    def __init__(
        self,
        documents: Documents,
        occurrences: UsesByDocument,
        votes: Votes,
        stated_aliases: Iterable[tuple[int, str, str]],
        lexicon: Lexicon,
    ) -> None:
        self._lexicon = lexicon
        self._votes = votes
        self._acronyms = {
            **understand_acronyms(occurrences, votes, lexicon),
            **learn_acronyms(documents, occurrences, lexicon),
            **{(d, other): one for d, one, other in stated_aliases if self._is_body(one)},
        }
        self._forms = [_forms_of(own, votes, lexicon) for own in occurrences]
        self._wide_acronyms = _agreed((short, full) for (_, short), full in self._acronyms.items())
        self._wide_forms = _agreed(
            pair
            for forms in self._forms
            for pair in forms.items()
            if not is_generic(pair[0], lexicon)
        )
        self._spellings = _spellings(occurrences, votes, lexicon)

    def full(self, document: int, key: str) -> str:
        """The key of the full name: acronym, short form, suffix and spelling undone."""
        key = self._longer(document, key) or key
        plain = bare(key, self._lexicon)
        key = plain if self._is_body(plain) else key
        realm = _realm(key, self._lexicon)
        if realm and self._votes.get(realm, NOTHING).kind == "place":
            key = realm
        return self._spellings.get(spelling(key, self._lexicon), key)

    def _is_body(self, key: str) -> bool:
        return self._votes.get(key, NOTHING).kind == "organisation"

    def is_team(self, document: int, key: str) -> bool:
        """Whether a word is the last of a team's name: *Chargers*."""
        full = self._longer(document, key)
        return full is not None and _ends_team(key, full, self._lexicon)

    def _longer(self, document: int, key: str) -> str | None:
        key = self._acronyms.get((document, key)) or self._wide_acronyms.get(key) or key
        return self._forms[document].get(key) or self._wide_forms.get(key) or key


NOTHING = Vote("nothing", 0.0)


def _spellings(occurrences: UsesByDocument, votes: Votes, lexicon: Lexicon) -> dict[str, str]:
    """Spelling → the key that is most often written, for things with several keys of one."""
    counts: Counter[str] = Counter(
        u.key for own in occurrences for u in own if not u.mention.weak and " " in u.key
    )
    named = (k for k in sorted(counts) if votes.get(k, NOTHING).kind in {"organisation", "place"})
    found = grouped((spelling(key, lexicon), key) for key in named)
    return {
        sound: min(keys, key=lambda k: (-counts[k], k))
        for sound, keys in found.items()
        if len(keys) > 1
    }


def spelling(key: str, lexicon: Lexicon) -> str:
    """Equal for keys that differ in an abbreviation, a genitive or *&*: *Mt Cook*."""
    words = without_possessives(key, lexicon).replace("' ", " ").split()
    return " ".join(_abbreviations(lexicon).get(word, word) for word in words)


@cache
def _abbreviations(lexicon: Lexicon) -> Mapping[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("name_abbreviations")}


def _realm(key: str, lexicon: Lexicon) -> str:
    """*State of Texas*: the place that a word for its kind goes before, "" where none does."""
    head, *rest = key.split(maxsplit=2)
    of = len(rest) > 1 and rest[0] in lexicon.group("genitive_prepositions")
    return without_article(rest[1], lexicon) if of and head in lexicon.words("realm_heads") else ""


def _agreed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Short forms that stand for the same full name in every document that says so."""
    found = grouped_sets(pairs)
    return {short: min(full) for short, full in found.items() if len(full) == 1}


def _forms_of(own: Uses, votes: Votes, lexicon: Lexicon) -> dict[str, str]:
    counts = Counter(u.key for u in own if u.key in votes and not u.mention.weak)
    keys = {k: votes[k].kind for k in counts}
    organisations = {k: v for k, v in keys.items() if v in {"organisation", "place"}}
    firms = {b: k for k in sorted(organisations) if (b := bare(k, lexicon)) != k}
    unsure = {k: v for k, v in firms.items() if keys.get(k, "nothing") == "nothing"}
    return {**unsure, **short_forms(organisations, counts, lexicon)}


def bare(key: str, lexicon: Lexicon) -> str:
    """The name without a company's suffix."""
    words = key.replace(",", "").split()
    suffixes = lexicon.words("organisation_suffixes")
    return " ".join(words[: start_while(words, len(words), suffixes.__contains__, floor=1)])


def learn_acronyms(
    documents: Documents, occurrences: UsesByDocument, lexicon: Lexicon
) -> dict[tuple[int, str], str]:
    """``(document, acronym)`` → long form, from *Long Form (LF)* and *LF (Long Form)*."""
    found: dict[tuple[int, str], str] = {}
    for index, (document, own) in enumerate(zip(documents, occurrences, strict=True)):
        firm = [u for u in own if not u.mention.weak]
        for left, right in pairwise(firm):
            between = document.text[left.mention.span.end : right.mention.span.start]
            if not re.fullmatch(r"\s*[(\[][\"“‘]?", between):
                continue
            for short, long in ((right, left), (left, right)):
                told = is_acronym(short.mention.text)
                if told and may_be_initials(short.key, long.key, lexicon):
                    found[index, short.key] = long.key
    return found


def understand_acronyms(
    occurrences: UsesByDocument, votes: Votes, lexicon: Lexicon
) -> dict[tuple[int, str], str]:
    """``(document, acronym)`` → the one body of the document with these initials."""
    found: dict[tuple[int, str], str] = {}
    for index, own in enumerate(occurrences):
        firm = [u for u in own if not u.mention.weak]
        long = sorted(
            {
                u.key
                for u in firm
                if votes.get(u.key, NOTHING).kind == "organisation" and u.words > 1
            }
        )
        for short in sorted({u.key for u in firm if is_acronym(u.mention.text)}):
            told = long if len(short) >= LEAST_UNTOLD else []
            fitting = [k for k in told if are_initials(short, k, lexicon)]
            if len(fitting) == 1:
                found[index, short] = fitting[0]
    return found


def short_forms(
    keys: Mapping[str, str], counts: Mapping[str, int], lexicon: Lexicon
) -> dict[str, str]:
    """Short form → the longer name of the same document that it begins or ends.

    `keys` are the things of one document, with their kinds, `counts` how often each is named. Of
    several longer names the one that is named far more often than the others counts.
    """
    longer = grouped_sets(
        (short, key)
        for key in sorted(keys)
        for short in sorted(_shorter(key, lexicon))
        if keys[key] == "organisation" and _can_stand_for(short, key, keys.get(short, ""), lexicon)
    )
    found: dict[str, str] = {}
    for short, full in longer.items():
        begin = re.compile(rf"{re.escape(short)} (?:{any_word(lexicon, 'genitive_prepositions')})")
        holders = [f for f in full if " " in short and begin.match(f)]
        found.update((holder, short) for holder in holders)
        apart = len(full) == 1 or not is_generic(short, lexicon)
        main = foremost({key: counts[key] for key in full}, MAIN) if apart else None
        if not holders and main:
            found[short] = main
    return found


def _can_stand_for(short: str, key: str, kind: str, lexicon: Lexicon) -> bool:
    """A body's short form is a body too; a team's last word may have been taken for another."""
    return kind == "organisation" or _ends_team(short, key, lexicon)


def _ends_team(short: str, key: str, lexicon: Lexicon) -> bool:
    """*Chargers* of *San Diego Chargers*: a plural after a town."""
    town = key.removesuffix(f" {short}")
    plural = short.endswith(tuple(lexicon.words("plural_name_endings"))) and " " not in short
    towns = lexicon.words("places")
    return plural and town != key and town.title() in towns and short.title() not in towns


def _shorter(key: str, lexicon: Lexicon) -> Iterable[str]:
    """The forms that a long name is cut down to: its end, or what stands before its last word."""
    words = key.split()
    heads, small = lexicon.words("organisation_heads"), lexicon.words("name_small_words")
    of = lexicon.group("genitive_prepositions")
    for i in range(1, len(words)):
        if words[i - 1] not in small and words[i] not in small:
            yield " ".join(words[i:])
        if words[i - 1] in of and i == len(words) - 1 and words[0] in heads:
            yield words[i]
        if words[i] in of or all(w in heads for w in words[i:]):
            yield " ".join(words[:i])


def is_generic(key: str, lexicon: Lexicon) -> bool:
    """Whether a name is only the word for a kind of body (*the Church*): one in each document."""
    kinds = lexicon.words("organisation_heads") | lexicon.words("place_heads")
    return key in kinds and key not in lexicon.words("legislatures")
