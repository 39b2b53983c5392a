"""What the sources call an actor, verbatim: titles, appositions, complements of *be*."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec
from msgspec import Struct

from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import Lexicon
from generator.model.annotations import AllAnnotations, Mention, Phrase
from generator.model.corpus import Actor, Actors, Role
from generator.model.text import Documents
from generator.model.words import first_word

NEVER = "(?!)"
"""An expression that no text has, for a language without such words."""
WHOSE = re.compile(r"(?<![\w-])(?=[\w-]*[A-ZÀ-Ý][\w-])[\w-]++[’']s? |\bof [A-ZÀ-Ý]")
"""A name with its *'s*, or *of* and a name."""


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
        bare = _trimmed(phrase, _forms(lexicon)) if phrase else None
        known = bare and any(bare.start < s.end and s.start < bare.end for s in seen)
        if bare and not known and _is_role(bare.text, lexicon):
            seen.append(bare)
    yield from sorted(seen, key=lambda p: p.start)


def _trimmed(phrase: Phrase, forms: "_Forms") -> Phrase:
    """The phrase without *the*, *a*, *his* and what a comma parts off before it, still verbatim."""
    start = phrase.text.rfind(", ") + 2 if ", " in phrase.text else 0
    article = forms.opener.match(phrase.text, start)
    start = article.end() if article else start
    end = len(phrase.text)
    while (last := forms.tail.search(phrase.text, start, end)) and last.start() > start:
        end = last.start()
    return Phrase(phrase.start + start, phrase.start + end, phrase.text[start:end])


class _Forms(Struct, frozen=True):
    """The expressions of a language's phrases for a role."""

    opener: re.Pattern[str]
    """Articles and whose it is: *the*, *his*, *l’*."""
    tail: re.Pattern[str]
    link: re.Pattern[str]
    """What ends the words of the role itself: *of*, *for*, *who*."""


@lru_cache(maxsize=16)
def _forms(lexicon: Lexicon) -> _Forms:
    links = sorted(lexicon.group("role_links"))
    whole = "|".join(re.escape(w) for w in links if w.isalpha())
    cut = "|".join(re.escape(w) for w in links if not w.isalpha())
    full = [name for name, _, tags in lexicon.rows("weekdays") if "full" in tags.split()]
    days = "|".join(sorted({*full, *map(str.title, full)}))
    openers = sorted(lexicon.group("role_openers"))
    spaced = "|".join(re.escape(w) for w in openers if w.isalpha())
    joined = "|".join(re.escape(w) for w in openers if not w.isalpha())
    return _Forms(
        opener=re.compile(rf"(?:{spaced or NEVER})\s+|(?:{joined or NEVER})", re.IGNORECASE),
        tail=re.compile(
            rf"\s{{1,9}}(?:{whole or NEVER}|{days or NEVER})$"
            r"|(?<![\s,;:“\"‘'(\[–—-])[\s,;:“\"‘'(\[–—-]+$"
        ),
        link=re.compile(rf"\s(?:(?:{whole or NEVER})\s|(?:{cut or NEVER}))|,"),
    )


def _is_role(text: str, lexicon: Lexicon) -> bool:
    """Whether the phrase's main noun is a role that means something by itself."""
    main = _forms(lexicon).link.split(text)[0]
    words = re.findall(r"[\w-]+", main)
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
    country = adjective is not None and noun == "counterpart"
    return country or WHOSE.search(text) is not None
