"""What can be measured of a candidate phrase in its own document, before the corpus is known."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log

from msgspec import Struct

from generator.extract.keyphrases.phrases import Occurrence
from generator.extract.keyphrases.words import Word
from generator.lexicons import Lexicon
from generator.model.text import Token

PLACES = frozenset({"GPE", "LOC", "NORP"})
ORGANISATIONS = frozenset({"ORG", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})


BRIEF = (
    *("bias", "first", "count", "words_1", "words_2", "words_3", "words_many", "letters", "of"),
    *("name", "generic_head", "generic_alone", "word_count_mean", "adjective", "head_count"),
    *("capitals", "place", "organisation", "compound", "yake"),
)
"""Features that weigh otherwise in a short text (an abstract, a brief) than in an article."""
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
    heads: Mapping[str, int]
    """How many places have a phrase with this head."""
    generic: frozenset[str]
    roles: frozenset[str]
    evaluative: frozenset[str]
    yake: Callable[[str], float]
    """YAKE's score of a phrase, 1.0 where it has none; smaller is better."""


def facts_of(
    occurrences: Sequence[Occurrence], lexicon: Lexicon | None, yake: Callable[[str], float]
) -> Facts:
    """Count what the features need."""
    length = max((o.end for o in occurrences), default=1)
    bases = [o for o in occurrences if o.form == "base"]
    return Facts(
        length=length,
        brief=min(1.0, max(0.0, (ARTICLE - length) / (ARTICLE - ABSTRACT))),
        counts=Counter(w.lemma for o in bases for w in o.words),
        heads=Counter(o.head.lemma.lower() for o in bases),
        generic=lexicon.words("generic_nouns") if lexicon else frozenset(),
        roles=lexicon.words("role_nouns") if lexicon else frozenset(),
        evaluative=lexicon.words("evaluative_adjectives") if lexicon else frozenset(),
        yake=yake,
    )


def features_of(places: Sequence[Occurrence], text: str, facts: Facts) -> dict[str, float]:
    """The features of one candidate by name; `places` is where it stands, in reading order."""
    found = _features(places, text, facts)
    return found | {f"brief_{name}": facts.brief * found[name] for name in BRIEF}


def _features(places: Sequence[Occurrence], text: str, facts: Facts) -> dict[str, float]:
    best = places[0]
    content = [w for w in best.words if w.kind != "other"]
    counts = [log(1 + facts.counts.get(w.lemma, 0)) for w in content]
    label = best.head.entity
    return {
        "bias": 1.0,
        "first": log(1 + places[0].start / 200),
        "first_share": places[0].start / facts.length,
        "last_share": places[-1].start / facts.length,
        "count": log(len(places)),
        "sentences_apart": log(1 + (places[-1].start - places[0].start) / 200),
        "all_name": float(all(w.last.pos == "PROPN" for w in content)),
        "alone": sum(not p.inside for p in places) / len(places),
        "words_1": float(len(content) == 1),
        "words_2": float(len(content) == 2),
        "words_3": float(len(content) == 3),
        "words_many": float(len(content) > 3),
        "word_count_mean": sum(counts) / len(counts),
        "word_count_most": max(counts),
        "word_count_least": min(counts),
        "head_count": log(1 + facts.heads.get(best.head.lemma.lower(), 0)),
        "name": float(best.words[-1].last.pos == "PROPN"),
        "person": float(label == "PERSON"),
        "place": float(label in PLACES),
        "organisation": float(label in ORGANISATIONS),
        "capitals": float(best.words[-1].text.isupper() and len(content) == 1),
        "of": float(best.form == "of"),
        "link": float(best.form == "link"),
        "number": float(content[0].kind == "number"),
        "compound": float(any(len(w.tokens) > 1 for w in content)),
        "adjective": float(content[0].kind == "modifier"),
        "generic_head": float(best.head.lemma.lower() in facts.generic),
        "generic_alone": float(len(content) == 1 and content[0].lemma in facts.generic),
        "heading": float(any(p.zone in {"headline", "standfirst", "subhead"} for p in places)),
        "quoted": float(all(p.quoted for p in places)),
        "role": float(best.head.lemma.lower() in facts.roles),
        "evaluative": float(content[0].text.lower() in facts.evaluative),
        "vague": float(
            content[0].text.lower() in facts.evaluative and best.head.lemma.lower() in facts.generic
        ),
        "name_generic": float(
            len(content) == 2
            and len(content[0].tokens) == 1
            and (content[0].last.pos == "PROPN" or content[0].last.entity in PLACES)
            and _is_general(best.head, facts)
        ),
        "place_first": float(content[0].last.entity in PLACES and len(content) > 1),
        "indefinite": sum(p.article == "a" for p in places) / len(places),
        "definite": sum(p.article == "the" for p in places) / len(places),
        "lacks_of": sum(p.completed == "of" for p in places) / len(places),
        "lacks_link": sum(p.completed not in {"", "of"} for p in places) / len(places),
        "predicate": sum(p.head.dep == "attr" for p in places) / len(places),
        "noun_count_mean": sum(c for c, w in zip(counts, content, strict=True) if _plain(w))
        / len(counts),
        "noun_count_most": max(
            (c for c, w in zip(counts, content, strict=True) if _plain(w)), default=0.0
        ),
        "name_count_most": max(
            (c for c, w in zip(counts, content, strict=True) if not _plain(w)), default=0.0
        ),
        "subject": sum(p.head.dep.startswith("nsubj") for p in places) / len(places),
        "object": sum(p.head.dep == "dobj" for p in places) / len(places),
        "letters": log(len(text)),
        "yake": -log(facts.yake(text) + 1e-4),
    }


def _plain(word: Word) -> bool:
    """Whether the word is no name."""
    return word.last.pos != "PROPN"


def _is_general(head: Token, facts: Facts) -> bool:
    """A general noun, or one person by a part played; several of them are a group of their own."""
    lemma = head.lemma.lower()
    if lemma in facts.roles:
        return head.tag in {"NN", "NNP"}
    return lemma in facts.generic
