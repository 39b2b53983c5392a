"""The name mentions of the corpus, gathered by document and by spelling."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct, structs

from generator.language.lexicons import Lexicon, load_words
from generator.language.noun_phrases import without_article
from generator.language.person_names import fold
from generator.model.annotations import AllAnnotations, Mention
from generator.model.grouping import grouped
from generator.model.text import Document, Documents
from generator.model.zones import UNSEEN

BESIDE = 64
"""Characters read before and after a name, for its article and the nouns beside it."""


class NameOccurrence(Struct, frozen=True):
    """One name mention, with the document it stands in and its folded words."""

    document: int
    mention: Mention
    key: str
    before: str
    after: str = ""
    pronoun: str = ""
    """Gender of the next pronoun of its sentence, where no other name stands between."""
    definite: bool = False
    """Whether a definite article stands before it."""
    genitive: bool = False
    """Whether it, or its article, stands behind *of*."""
    located: bool = False
    """The same, behind *of*, *in* or *at*."""
    home: str = ""
    """The first word of the name that stands behind it and *of*: *B. King of {Norwick}*."""
    common: bool = False
    """Whether the document writes all its words small elsewhere."""

    @property
    def words(self) -> int:
        """How many words the name has."""
        return len(self.key.split())


Uses: TypeAlias = Sequence[NameOccurrence]
"""The places of one name, or of one document."""
UsesByDocument: TypeAlias = Sequence[Uses]
UsesByKey: TypeAlias = Mapping[str, Uses]


def find_name_occurrences(
    documents: Documents, annotations: AllAnnotations
) -> tuple[tuple[NameOccurrence, ...], ...]:
    """The uses of each document, in reading order."""
    return tuple(
        tuple(_occurrences(i, document, one.mentions, Lexicon(one.lexicon_language or "")))
        for i, (document, one) in enumerate(zip(documents, annotations, strict=True))
    )


def _occurrences(
    index: int, document: Document, mentions: Iterable[Mention], lexicon: Lexicon
) -> Iterable[NameOccurrence]:
    told = _pronouns(mentions)
    small = frozenset(re.findall(r"\b[a-z]{3,}\b", document.text))
    for mention in mentions:
        if mention.kind in {"name", "adjective"} and mention.zone not in UNSEEN:
            start = mention.span.start
            before = document.text[max(0, start - BESIDE) : start]
            after = document.text[mention.span.end : mention.span.end + BESIDE]
            use = name_occurrence(index, mention, before, after, told.get(start, ""), lexicon)
            common = all(word in small or len(word) < 3 for word in use.key.split())
            yield structs.replace(use, common=common)


def name_occurrence(
    index: int, mention: Mention, before: str, after: str, pronoun: str, lexicon: Lexicon
) -> NameOccurrence:
    """A mention of one document with the words before and after it."""
    words = before.lower().split()
    definite = words[-1:] != [] and words[-1] in lexicon.group("definite_articles")
    link = words[-2:-1] if definite else words[-1:]
    of, (following, name) = lexicon.group("genitive_prepositions"), (*after.split(), "", "")[:2]
    genitive = not of.isdisjoint(link)
    located = not lexicon.group("location_links").isdisjoint(link)
    home = name.rstrip(".,;:!?") if following in of and name[:1].isupper() else ""
    place = (before, after, pronoun, definite, genitive, located, home)
    return NameOccurrence(index, mention, key_of(mention.text, lexicon), *place)


def _pronouns(mentions: Iterable[Mention]) -> dict[int, str]:
    """Start of a subject's name → gender of the pronoun that follows it in its sentence."""
    found: dict[int, str] = {}
    subject: Mention | None = None
    for mention in mentions:
        if mention.weak or mention.kind in {"adjective", "nominal"}:
            continue
        if mention.kind == "name":
            subject = mention if mention.grammar.agent_verb else None
        elif subject and subject.sentence == mention.sentence and mention.gender != "unknown":
            found[subject.span.start] = mention.gender
            subject = None
    return found


@lru_cache(maxsize=65536)
def key_of(text: str, lexicon: Lexicon) -> str:
    """Equal for spellings of one name that differ in case, accents, stops or an article."""
    town, comma, rest = without_article(fold(text), lexicon).partition(", ")
    return town if comma and rest not in load_words("name_suffixes") else f"{town}{comma}{rest}"


def by_key(occurrences: Iterable[NameOccurrence]) -> dict[str, list[NameOccurrence]]:
    """The uses by key."""
    return grouped((use.key, use) for use in occurrences)
