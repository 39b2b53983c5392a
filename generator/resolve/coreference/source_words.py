"""Which actors the words of a source name: those whose names are the head of the words."""

import re
from itertools import pairwise

from generator.language.possessives import owned_by
from generator.language.pronouns import pronoun_forms
from generator.model.annotations import Phrase
from generator.model.coreference import NO_ACTOR, Reference, Resolution, Unresolved
from generator.model.words import last_word
from generator.resolve.coreference.discourse import Discourse
from generator.resolve.coreference.participants import Antecedent

COMPOUND = re.compile(r"[-–]\w")
"""*Calgary-based*: the name is a part of a word."""
GOES_ON = re.compile(r"\s+([\w.’'-]+)")


def resolve_named(words: Phrase, discourse: Discourse) -> Resolution:
    """The actors whose names are the head of a source's words; unresolved where none is."""
    heads = _heads(words, discourse)
    known = tuple(dict.fromkeys(a.who for a in heads))
    if len(known) == 1:
        return Reference(known, "names")
    if not known:
        return _by_family_name(words, discourse)
    if _are_joined(words, heads, discourse):
        return Reference(known, "names_several")
    return Unresolved("several_named", words.text)


def _by_family_name(words: Phrase, discourse: Discourse) -> Resolution:
    """The one person of the document whose name ends in the source's only word."""
    name = words.text
    if not name.istitle() or " " in name:
        return NO_ACTOR
    people = (a for a in discourse.named if a.is_a("person") and a.name.split()[1:])
    found = {a.who for a in people if last_word(a.name) == name}
    return Reference(tuple(found), "family_name") if len(found) == 1 else NO_ACTOR


def _heads(words: Phrase, discourse: Discourse) -> list[Antecedent]:
    """The names that are the head; what *and* joins to a name that is none is none either."""
    heads: list[Antecedent] = []
    passed, pattern = -1, discourse.pattern("joined_names")
    for one in discourse.between(words.start, words.end):
        joined = passed >= 0 and pattern.fullmatch(discourse.text, passed, max(passed, one.start))
        if not joined and _is_head(words, one, discourse):
            heads.append(one)
        else:
            passed = max(passed, one.end)
    return heads


def _is_head(words: Phrase, named: Antecedent, discourse: Discourse) -> bool:
    """Whether a name is what the phrase is about, not a possessor, a modifier or a complement."""
    start, end = max(0, named.start - words.start), named.end - words.start
    before, after = words.text[:start], words.text[max(0, end) :]
    ending = owned_by(discourse.lexicon).match(after)
    if ending and after[ending.end() :].strip():
        return False
    if discourse.pattern("before_complement").search(before) or COMPOUND.match(after):
        return False
    following = GOES_ON.match(after)
    word = following.group(1).lower() if following else ""
    form = pronoun_forms(discourse.lexicon).get(word)
    stressed = form is not None and form.form == "reflexive"  # *the minister herself*
    return not word or stressed or word in discourse.lexicon.group("links_behind_names")


def _are_joined(words: Phrase, heads: list[Antecedent], discourse: Discourse) -> bool:
    """Whether *and* or a comma stands between each two of the names, and *and* before the last."""
    gaps = [
        words.text[one.end - words.start : max(0, other.start - words.start)]
        for one, other in pairwise(heads)
    ]
    joining = discourse.pattern("and")
    return all(joining.search(gap) or "," in gap for gap in gaps) and bool(joining.search(gaps[-1]))
