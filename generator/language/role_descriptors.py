"""What a title or a description says somebody is: the role noun, its rank, the country it is of."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import Lexicon
from generator.language.noun_phrases import before_complements
from generator.language.possessives import without_possessives


class RoleDescriptor(Struct, frozen=True, order=True):
    """What a source calls a person: a country or body, and a role noun with its rank."""

    owner: str
    noun: str


@lru_cache(maxsize=65536)
def role_descriptors(text: str, lexicon: Lexicon) -> frozenset[RoleDescriptor]:
    """The role nouns of a title or description, each with the country it is of ("" for none)."""
    gazetteer = gazetteer_of(lexicon)
    words = re.findall(r"[\w.-]+", without_possessives(text, lexicon))
    owners = {
        state.name
        for i in range(len(words))
        for j in range(i + 1, min(i + 4, len(words)) + 1)
        if (state := gazetteer.find(" ".join(words[i:j])))
    }
    main = before_complements(text, lexicon).split()
    nouns = [w.lower() for w in (w.strip(",") for w in main) if _is_role(w, lexicon)]
    if not nouns:
        return frozenset()
    noun = " ".join([*_ranks(main, lexicon), nouns[-1]])
    return frozenset(RoleDescriptor(owner, noun) for owner in owners or {""})


def _ranks(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """*vice*, *deputy*, *former*: words that make another office of an office."""
    return sorted({w.lower() for w in words} & lexicon.words("office_ranks"))


def _is_role(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a role noun, as it is written (*CEO*, *MP*) or in small letters."""
    known = not lexicon.words("role_nouns").isdisjoint({word, word.lower()})
    return known and word.lower() not in lexicon.group("peer_nouns")


def same_role(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two role nouns are one office: *president*, *leader*."""
    return one == other or {one, other} <= lexicon.words("leader_nouns")
