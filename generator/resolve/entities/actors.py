"""Links to actors: name, type, aliases, company, weight, and whether they are shown."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import permutations
from operator import attrgetter
from typing import cast

from msgspec.structs import replace

from generator.i18n.catalogue import words_in_data
from generator.language import relations
from generator.language.lexicons import Lexicon
from generator.language.weights import load_count, load_weight
from generator.model.corpus import Actor, ActorMention, ActorType, Alias, RelatedActor
from generator.model.grouping import first_of_each, grouped, grouped_sets
from generator.model.identifiers import number_repeats, slug
from generator.model.rules import HiddenRule, TypeRule
from generator.model.text import Documents
from generator.model.words import last_word
from generator.model.zones import PERIPHERAL
from generator.resolve.entities.name_occurrences import key_of
from generator.resolve.entities.overlaps import NameLink

FEW = load_count("actors.few")
LEAST_DEEDS, MOST_RELATED = load_count("actors.deeds"), load_count("actors.related")
INDIRECT, ELSEWHERE = load_weight("actors.indirect"), load_weight("actors.elsewhere")
LOUD = {
    "headline": load_weight("actors.headline"),
    "standfirst": load_weight("actors.standfirst"),
    "subhead": load_weight("actors.subhead"),
    "body": load_weight("actors.body"),
}
LISTED = load_count("actors.listed")
Sentence = tuple[int, str]
"""A document's number, and one of its sentences."""
SPAN = attrgetter("document", "start", "end")
CREDIT_BEFORE = re.compile(r"(?:^|[(\n/]|[.?!]['’”\"]?)\s{0,3}$")
CREDIT_AFTER = re.compile(r"\s?/\s?[A-Z]")
"""*(Anna Owusu/Mavuno News)*, or the same after a sentence: who took a picture, and for whom."""


def build_actors(
    documents: Documents,
    links: Sequence[NameLink],
    lexicon: Lexicon,
    type_rules: Callable[[NameLink], TypeRule | None],
) -> tuple[Actor, ...]:
    """The actors of the corpus, most salient first."""
    relations = lexicon.words("relational_nouns")
    groups = grouped((link.target, link) for link in links)
    targets = sorted(groups)
    names = {t: _name(t, groups[t]) for t in targets}
    lists = _lists_of_people(links)
    order = sorted(targets, key=lambda t: (names[t], t))
    ids = dict(zip(order, number_repeats(slug(names[t]) or "actor" for t in order), strict=True))
    related = _related(groups, ids)
    actors = [
        replace(
            _actor(documents, t, groups[t], lexicon, lists),
            id=ids[t],
            name=names[t],
            aliases=_aliases(documents, groups[t], relations),
            related=related[t],
            type_rule=_type_rule(groups[t], type_rules),
        )
        for t in targets
    ]
    return tuple(sorted(actors, key=lambda a: (-a.salience, a.id)))


def _type_rule(
    links: Sequence[NameLink], type_rules: Callable[[NameLink], TypeRule | None]
) -> TypeRule | None:
    """The rule that decided on the type at most of an actor's places."""
    counts = Counter(rule for link in links if (rule := type_rules(link)))
    return min(counts, key=lambda rule: (-counts[rule], rule), default=None)


def _lists_of_people(links: Sequence[NameLink]) -> frozenset[Sentence]:
    """The sentences that name so many people that they tell of none: a panel, a crew."""
    people = (link for link in links if link.target[0] == "person" and link.kind == "name")
    counts = Counter(_sentence(link) for link in people)
    return frozenset(sentence for sentence, count in counts.items() if count >= LISTED)


def _sentence(link: NameLink) -> Sentence:
    return link.use.document, link.use.mention.sentence


def _actor(
    documents: Documents,
    target: tuple[str, str],
    links: Sequence[NameLink],
    lexicon: Lexicon,
    lists: frozenset[Sentence],
) -> Actor:
    """What an actor's own places tell of it; who it is called, and beside whom, all of them do."""
    hidden = _outside_the_story(documents, target, links, lexicon) or _does_nothing(
        target, links, lexicon
    )
    if target[0] == "person" and not hidden and all(_is_listed(link, lists) for link in links):
        hidden = "in_passing"
    return Actor(
        id="",
        name="",
        type=cast("ActorType", target[0]),
        aliases=(),
        roles=(),
        mentions=tuple(sorted((_mention(link, documents) for link in links), key=SPAN)),
        salience=_salience(links),
        shown=hidden is None,
        why=words_in_data("actors", hidden) if hidden else "",
        rule=hidden,
    )


def _mention(link: NameLink, documents: Documents) -> ActorMention:
    mention = link.use.mention
    return ActorMention(
        document=documents[link.use.document].id,
        start=mention.span.start,
        end=mention.span.end,
        text=mention.text,
        kind=link.kind,
        sentence=mention.sentence,
        why=words_in_data("mentions", link.rule) if link.rule else "",
        rule=link.rule,
    )


def _name(target: tuple[str, str], links: Sequence[NameLink]) -> str:
    """The fullest common name: most words, then most frequent, then first in order."""
    named = (link.use.mention.text for link in links if link.kind in {"name", "nominal"})
    counts = Counter(" ".join(text.split()) for text in named)  # a line may end inside a name
    if not counts or target[0] == "country" or target[1][:1].isupper():
        return target[1]
    words = {t: len(t.split()) for t in counts}
    full = [t for t in counts if (words[t] > 1) == (max(words.values()) > 1)]
    plain = [t for t in full if not t.isupper() and "," not in t] or full
    best = max(counts[t] for t in plain)
    common = [t for t in plain if 2 * counts[t] >= best]
    return min(common, key=lambda t: (-words[t], -counts[t], -len(t), t))


def _aliases(
    documents: Documents, links: Sequence[NameLink], relations: frozenset[str]
) -> tuple[Alias, ...]:
    counts: Counter[str] = Counter()
    for link in links:
        mention = link.use.mention
        if link.kind != "adjective":
            counts[" ".join(mention.text.split())] += 1
        if mention.title and last_word(mention.title.text).lower() not in relations:
            text = documents[link.use.document].text[mention.title.start : mention.span.end]
            counts[" ".join(text.split())] += 1
    return tuple(Alias(t, n) for t, n in sorted(counts.items(), key=lambda i: (-i[1], i[0])))


def _outside_the_story(
    documents: Documents, target: tuple[str, str], links: Sequence[NameLink], lexicon: Lexicon
) -> HiddenRule | None:
    """Only in captions and credits, or the author."""
    zones = {link.use.mention.zone for link in links}
    if target[0] != "country" and zones <= PERIPHERAL:
        return "caption" if "caption" in zones else "beside_author"
    keys = {link.use.key for link in links}
    if target[0] in {"person", "organisation"} and keys & _bylines(documents, links, lexicon):
        return "author"
    if target[0] == "person" and all(_in_credit(link) for link in links):
        return "credited"
    return None


def _does_nothing(
    target: tuple[str, str], links: Sequence[NameLink], lexicon: Lexicon
) -> HiddenRule | None:
    """Where something is or was said, or named once in passing, and never the doer."""
    still = lexicon.group("copulas") | lexicon.group("perfect_auxiliaries") | {""}
    deeds = sum(link.use.mention.grammar.agent_verb not in still for link in links)
    acts = deeds >= (LEAST_DEEDS if target[0] == "place" else 1)
    if target[0] == "place" and not acts:
        return "place"
    platforms = lexicon.group("platform_prepositions")
    if (
        target[0] == "organisation"
        and not acts
        and all(link.use.mention.grammar.preposition in platforms for link in links)
    ):
        return "where_said"
    once = len(links) == 1 and links[0].kind == "nominal"
    word = target[0] == "organisation" and len(links) <= FEW and " " not in target[1]
    if not acts and (once or (word and not any(_has_part(link, lexicon) for link in links))):
        return "in_passing"
    return None


def _is_listed(link: NameLink, lists: frozenset[Sentence]) -> bool:
    """One of many in a list, of whom nothing is said: no office, no deed."""
    mention = link.use.mention
    told = mention.title or mention.apposition or mention.grammar.agent_verb
    return _sentence(link) in lists and not told


def _has_part(link: NameLink, lexicon: Lexicon) -> bool:
    """*Told CNN*, *by Finnair*, *a Finnair pilot*, *Finnair's*; not *AK rifles*, *with PTSD*."""
    grammar = link.use.mention.grammar
    verb = grammar.governor_pos == "VERB" and grammar.dep in relations.OBJECTS
    agent = grammar.preposition in lexicon.group("agent_prepositions")
    role = grammar.governor in lexicon.words("role_nouns")
    return verb or agent or role or grammar.possessive or bool(link.use.mention.title)


def _in_credit(link: NameLink) -> bool:
    use = link.use
    return bool(CREDIT_BEFORE.search(use.before) and CREDIT_AFTER.match(use.after))


def _bylines(documents: Documents, links: Sequence[NameLink], lexicon: Lexicon) -> set[str]:
    found: set[str] = set()
    for index in {link.use.document for link in links}:
        metadata = documents[index].metadata
        facts = [*metadata.authors, *([metadata.publisher] if metadata.publisher else [])]
        found.update(key_of(f.value, lexicon) for f in facts)
    return found


def _salience(links: Sequence[NameLink]) -> float:
    """Mentions weighed by zone, damped within a document and added over documents."""
    weights: defaultdict[int, float] = defaultdict(float)
    for link in links:
        loud = LOUD.get(link.use.mention.zone, ELSEWHERE) * (
            INDIRECT if link.kind == "adjective" or link.nested else 1
        )
        weights[link.use.document] += loud
    return round(sum(math.log2(1 + w) for _, w in sorted(weights.items())), 4)


def _related(
    groups: Mapping[tuple[str, str], Sequence[NameLink]], ids: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], tuple[RelatedActor, ...]]:
    """Who shares sentences with whom."""
    told = [
        ((link.use.document, link.use.mention.sentence), link.use.mention.span.start, target)
        for target, links in groups.items()
        for link in links
        if link.use.mention.sentence and link.kind != "adjective" and not link.nested
        if link.use.mention.zone != "bio"
    ]
    order = first_of_each((place, start) for place, start, _ in sorted(told))
    sentences = grouped_sets((place, target) for place, _, target in told)
    shared = grouped(
        (one, (ids[other], place[1]))
        for place in sorted(sentences, key=lambda p: (p[0], order[p]))
        for one, other in permutations(sorted(sentences[place]), 2)
    )
    return {t: _most_related(grouped(shared.get(t, ()))) for t in groups}


def _most_related(shared: Mapping[str, list[str]]) -> tuple[RelatedActor, ...]:
    rows = [RelatedActor(other, tuple(found)) for other, found in shared.items()]
    return tuple(sorted(rows, key=lambda r: (-len(r.sentences), r.actor))[:MOST_RELATED])
