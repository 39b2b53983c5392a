"""What the sources call an actor, verbatim: titles, appositions, complements of *be*."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import NEVER, Lexicon
from generator.language.noun_phrases import any_word, before_complements
from generator.language.possessives import possessive_ending
from generator.model.annotations import AllAnnotations, Mention, Phrase
from generator.model.corpus import Actor, Actors, Role
from generator.model.text import Documents
from generator.model.words import first_word

OWNER = r"(?<![\w-])(?=[\w-]*[A-ZÀ-Ý][\w-])[\w-]++(?:{ending}|[’']) "
"""A name with its possessive ending."""


def resolve_roles(
    documents: Documents, annotations: AllAnnotations, actors: Actors
) -> tuple[Actor, ...]:
    """The actors with their roles, in order of document and offset."""
    mentions = {
        a.document_id: {(m.span.start, m.span.end): m for m in a.mentions if m.kind == "name"}
        for a in annotations
    }
    lexicons = {a.document_id: Lexicon(a.lexicon_language or "") for a in annotations}
    dates = {d.id: d.metadata.published.value if d.metadata.published else None for d in documents}
    return tuple(
        msgspec.structs.replace(actor, roles=tuple(_roles(actor, mentions, dates, lexicons)))
        if actor.type == "person"
        else actor
        for actor in actors
    )


def _roles(
    actor: Actor,
    mentions: Mapping[str, Mapping[tuple[int, int], Mention]],
    dates: Mapping[str, str | None],
    lexicons: Mapping[str, Lexicon],
) -> Iterable[Role]:
    for one in actor.mentions:
        mention = mentions.get(one.document, {}).get((one.start, one.end))
        for phrase in _phrases(mention, lexicons[one.document]) if mention else ():
            yield Role(
                text=phrase.text,
                document=one.document,
                start=phrase.start,
                end=phrase.end,
                date=dates.get(one.document),
                sentence=one.sentence,
            )


def _phrases(mention: Mention, lexicon: Lexicon) -> Iterable[Phrase]:
    seen: list[Phrase] = []
    for phrase in (mention.title, mention.apposition, *mention.role_phrases):
        bare = _trimmed(phrase, lexicon) if phrase else None
        known = bare and any(bare.start < s.end and s.start < bare.end for s in seen)
        if bare and not known and _is_role(bare.text, lexicon):
            seen.append(bare)
    yield from sorted(seen, key=lambda p: p.start)


def _trimmed(phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """The phrase without *the*, *a*, *his* and what a comma parts off before it, still verbatim."""
    start = phrase.text.rfind(", ") + 2 if ", " in phrase.text else 0
    opener = re.compile(any_word(lexicon, "role_openers"), re.IGNORECASE)
    article = opener.match(phrase.text, start)
    start = article.end() if article else start
    tail, end = _tail(lexicon), len(phrase.text)
    while (last := tail.search(phrase.text, start, end)) and last.start() > start:
        end = last.start()
    return Phrase(phrase.start + start, phrase.start + end, phrase.text[start:end])


@cache
def _tail(lexicon: Lexicon) -> re.Pattern[str]:
    """What a phrase may end with and does not say: an opener of a complement, a day, a mark."""
    openers = lexicon.group("complement_openers", "name_conjunctions")
    days = lexicon.keys("weekdays", "full small")
    words = (*filter(str.isalpha, openers), *days, *map(str.title, days))
    some = "|".join(sorted(map(re.escape, words)))
    return re.compile(rf"\s{{1,9}}(?:{some or NEVER})$|(?<![\s,;:“\"‘'(\[–—-])[\s,;:“\"‘'(\[–—-]+$")


def _is_role(text: str, lexicon: Lexicon) -> bool:
    """Whether the phrase's main noun is a role that means something by itself."""
    words = re.findall(r"[\w-]+", before_complements(text, lexicon, "name_conjunctions"))
    if not words or _is_courtesy(text, lexicon):
        return False
    tails = lexicon.words("role_tails")
    last = next((w for w in reversed(words) if w.lower() not in tails), words[0])
    roles = lexicon.words("role_nouns")
    last = next((w for w in (last, last.lower()) if w in roles), last.lower().rpartition("-")[2])
    if last in lexicon.words("relational_nouns"):
        return _says_whose(text, last, lexicon)
    empty = last in lexicon.words("no_roles")
    alone = text.lower() in lexicon.words("roles_of_something")
    known = last in roles and not empty and not alone
    return known and text.count("“") == text.count("”") and '"' not in text


def _is_courtesy(text: str, lexicon: Lexicon) -> bool:
    """*Mrs*, *Dr*: said out of respect; a *General* or *Professor* has an office."""
    honorifics = lexicon.keys("honorifics")
    return text in honorifics and text.lower() not in lexicon.words("role_nouns")


def _says_whose(text: str, noun: str, lexicon: Lexicon) -> bool:
    """*Jeanne's sister*, *son of Fela Kuti*; a counterpart's country is enough."""
    adjective = gazetteer_of(lexicon).find(first_word(text))
    country = adjective is not None and noun in lexicon.group("peer_nouns")
    owner = re.search(OWNER.format(ending=possessive_ending(lexicon)), text)
    of = re.search(rf"\b(?:{any_word(lexicon, 'genitive_prepositions')})[A-ZÀ-Ý]", text)
    return bool(country or owner or of)
