"""What can be measured of a candidate phrase in its own document, before the corpus is known."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log, prod

from msgspec import Struct

from generator.extract.keyphrases.phrases import Occurrence
from generator.language import relations, word_forms
from generator.language.compound_words import Compound
from generator.language.lexicons import Lexicon
from generator.language.weights import load_weight
from generator.model.text import Token

PLACES = frozenset({"GPE", "LOC", "NORP"})
ORGANISATIONS = frozenset({"ORG", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})


BRIEF = (
    *("bias", "first", "count", "words_many", "letters", "genitive", "generic_alone"),
    *("word_count_mean", "adjective", "capitals", "compound", "yake"),
)
"""Features that weigh otherwise in a short text (an abstract, a brief) than in an article."""
PARAGRAPH = 200
"""Characters of a short paragraph, the unit in which distances are counted."""
TWO_WORDS = 2
"""*An acceptable deal* says nothing, *a coveted minerals deal* names its subject."""
ARTICLE, ABSTRACT = 3500, 1500
"""Characters from which a text is an article, and below which it is brief."""


class Facts(Struct, frozen=True):
    """What the features of all candidates of one document share."""

    length: int
    """Characters that were read."""
    brief: float
    """1.0 for an abstract or a brief, 0.0 for an article, between them where it lies between."""
    counts: Mapping[str, int]
    """How often each content word occurs in the candidates' shortest phrases."""
    generic: frozenset[str]
    roles: frozenset[str]
    evaluative: frozenset[str]
    yake: Mapping[str, float]
    """YAKE's scores of single words, smaller is better; empty for an article."""


def facts_of(occurrences: Sequence[Occurrence], lexicon: Lexicon) -> Facts:
    """Count what the features need."""
    length = max((o.end for o in occurrences), default=1)
    bases = [o for o in occurrences if o.form == "base"]
    return Facts(
        length=length,
        brief=min(1.0, max(0.0, (ARTICLE - length) / (ARTICLE - ABSTRACT))),
        counts=Counter(w.lemma for o in bases for w in o.words),
        generic=lexicon.words("generic_nouns"),
        roles=lexicon.words("role_nouns"),
        evaluative=lexicon.words("evaluative_adjectives"),
        yake={},
    )


def features_of(places: Sequence[Occurrence], text: str, facts: Facts) -> dict[str, float]:
    """The features of one candidate by name; `places` is where it stands, in reading order."""
    found = _features(places, text, facts)
    return found | {f"brief_{name}": facts.brief * found[name] for name in BRIEF}


def _features(places: Sequence[Occurrence], text: str, facts: Facts) -> dict[str, float]:
    content = [w for w in places[0].words if w.kind != "other"]
    return {
        "bias": 1.0,
        "letters": log(len(text)),
        "yake": -log(_yake(text, len(places), facts.yake) + load_weight("smoothing.least")),
        **_place_features(places, facts),
        **_grammar_features(places),
        **_count_features(content, facts),
        **_name_features(places[0], content),
        **_word_features(places[0], content, facts),
    }


def _yake(text: str, count: int, scores: Mapping[str, float]) -> float:
    """YAKE's score of a phrase from those of its words, by its own formula; 1.0 where it has none.

    The product of its words' scores over their sum and the phrase's count (Campos et al. 2020).
    """
    known = [scores[w] for w in re.findall(r"[\w-]+", text.lower()) if w in scores]
    return prod(known) / (count * (1 + sum(known))) if known else 1.0


def _place_features(places: Sequence[Occurrence], facts: Facts) -> dict[str, float]:
    """Where the phrase stands, and how often."""
    first, last = places[0].start, places[-1].start
    return {
        "first": log(1 + first / PARAGRAPH),
        "first_share": first / facts.length,
        "last_share": last / facts.length,
        "sentences_apart": log(1 + (last - first) / PARAGRAPH),
        "count": log(len(places)),
    }


def _grammar_features(places: Sequence[Occurrence]) -> dict[str, float]:
    """At what share of its places the phrase is used in some way."""

    def share(which: Callable[[Occurrence], bool]) -> float:
        return sum(map(which, places)) / len(places)

    return {
        "lacks_genitive": share(lambda p: p.completed == "genitive"),
        "lacks_link": share(lambda p: p.completed == "link"),
        "subject": share(lambda p: p.head.dep in relations.NOMINAL_SUBJECTS),
    }


def _count_features(content: Sequence[Compound], facts: Facts) -> dict[str, float]:
    """How often its words occur in the document, names and other words apart."""
    counts = [log(1 + facts.counts.get(w.lemma, 0)) for w in content]
    plain = [c for c, w in zip(counts, content, strict=True) if w.last.pos != "PROPN"]
    names = [c for c, w in zip(counts, content, strict=True) if w.last.pos == "PROPN"]
    return {
        "word_count_mean": sum(counts) / len(counts),
        "word_count_most": max(counts),
        "noun_count_mean": sum(plain) / len(counts),
        "noun_count_most": max(plain, default=0.0),
        "name_count_most": max(names, default=0.0),
    }


def _name_features(best: Occurrence, content: Sequence[Compound]) -> dict[str, float]:
    """Whether it is a name, and of what."""
    label = best.head.entity
    return {
        "name": float(best.words[-1].last.pos == "PROPN"),
        "all_name": float(all(w.last.pos == "PROPN" for w in content)),
        "person": float(label == "PERSON"),
        "organisation": float(label in ORGANISATIONS),
        "capitals": float(best.words[-1].text.isupper() and len(content) == 1),
        "place_first": float(content[0].last.entity in PLACES and len(content) > 1),
    }


def _word_features(best: Occurrence, content: Sequence[Compound], facts: Facts) -> dict[str, float]:
    """How long it is, how it is put together, and how general its words are."""
    head, opening = best.head.lemma.lower(), content[0]
    evaluative = opening.text.lower() in facts.evaluative
    named = opening.last.pos == "PROPN" or opening.last.entity in PLACES
    pair = len(content) == 2 and len(opening.tokens) == 1
    return {
        "words_1": float(len(content) == 1),
        "words_2": float(len(content) == 2),
        "words_many": float(len(content) > 3),
        "genitive": float(best.form == "genitive"),
        "link": float(best.form == "link"),
        "compound": float(any(len(w.tokens) > 1 for w in content)),
        "adjective": float(opening.kind == "modifier"),
        "generic_head": float(head in facts.generic),
        "generic_alone": float(len(content) == 1 and opening.lemma in facts.generic),
        "role": float(head in facts.roles),
        "vague": float(evaluative and head in facts.generic and len(content) == TWO_WORDS),
        "name_generic": float(pair and named and _is_general(best.head, facts)),
    }


def _is_general(head: Token, facts: Facts) -> bool:
    """A general noun, or one person by a part played; several of them are a group of their own."""
    lemma = head.lemma.lower()
    if lemma in facts.roles:
        return head.tag in {word_forms.NOUN, word_forms.NAME}
    return lemma in facts.generic
