"""Corrections of actors: merge, split, rename, type, role, hide, pin."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar, get_args

from msgspec.structs import replace

from generator.model.corpus import (
    Actor,
    Actors,
    ActorType,
    Alias,
    AttributedQuotation,
    AttributedStatement,
    Comparison,
    Corpus,
    Correction,
    RelatedActor,
)
from generator.model.grouping import grouped
from generator.model.identifiers import slug

ACTOR_TYPES: tuple[ActorType, ...] = get_args(ActorType)
Report = TypeVar("Report", AttributedQuotation, AttributedStatement)


def merge(corpus: Corpus, correction: Correction) -> Corpus | None:
    """Make one actor of several; the first keeps its id and name."""
    first, *others = correction.target
    actors = {a.id: a for a in corpus.actors}
    gone = [actors[o] for o in others if o in actors and o != first]
    if first not in actors or not gone:
        return None
    one = _together(actors[first], gone)
    kept = [a for a in corpus.actors if a.id not in {g.id for g in gone}]
    changed = replace(corpus, actors=tuple(one if a.id == first else a for a in kept))
    return _renamed(changed, {g.id: first for g in gone}, {first: one.name})


def _together(first: Actor, others: Actors) -> Actor:
    every = (first, *others)
    roles, mentions = {r for a in every for r in a.roles}, {m for a in every for m in a.mentions}
    shown = any(a.shown for a in every)
    return replace(
        first,
        aliases=_aliases(alias for actor in every for alias in actor.aliases),
        roles=tuple(sorted(roles, key=lambda r: (r.document, r.start, r.end, r.text))),
        mentions=tuple(sorted(mentions, key=lambda m: (m.document, m.start, m.end, m.kind))),
        quotations_by=_joined(a.quotations_by for a in every),
        quotations_about=_joined(a.quotations_about for a in every),
        statements_by=_joined(a.statements_by for a in every),
        related=_related([r for a in every for r in a.related], {a.id for a in every}),
        salience=round(sum(a.salience for a in every), 4),
        shown=shown,
        why="" if shown else first.why,
        rule=None if shown else first.rule,
    )


def _aliases(aliases: Iterable[Alias]) -> tuple[Alias, ...]:
    counts: Counter[str] = Counter()
    for alias in aliases:
        counts[alias.text] += alias.count
    return tuple(Alias(t, n) for t, n in sorted(counts.items(), key=lambda i: (-i[1], i[0])))


def _joined(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for group in groups for one in group))


def _related(rows: Iterable[RelatedActor], without: set[str]) -> tuple[RelatedActor, ...]:
    found = grouped((r.actor, s) for r in rows if r.actor not in without for s in r.sentences)
    merged = [RelatedActor(a, tuple(dict.fromkeys(s))) for a, s in found.items()]
    return tuple(sorted(merged, key=lambda r: (-len(r.sentences), r.actor)))


def _renamed(corpus: Corpus, ids: dict[str, str], names: dict[str, str]) -> Corpus:
    """The corpus with actor ids replaced wherever they stand."""

    def one(actor: str | None) -> str | None:
        return ids.get(actor, actor) if actor else actor

    def many(actors: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids.get(a, a) for a in actors))

    return replace(
        corpus,
        actors=tuple(_related_renamed(a, ids) for a in corpus.actors),
        quotations=tuple(
            replace(_told(q, one, many, names), about=many(q.about)) for q in corpus.quotations
        ),
        statements=tuple(_told(s, one, many, names) for s in corpus.statements),
        actions=tuple(
            replace(a, actor=ids.get(a.actor, a.actor), target=one(a.target))
            for a in corpus.actions
        ),
        timeline=tuple(replace(e, actors=many(e.actors)) for e in corpus.timeline),
        topics=tuple(replace(t, actors=many(t.actors)) for t in corpus.topics),
        comparison=tuple(_compared(c, one) for c in corpus.comparison),
    )


def _related_renamed(actor: Actor, ids: dict[str, str]) -> Actor:
    if not any(r.actor in ids for r in actor.related):
        return actor
    rows = [RelatedActor(ids.get(r.actor, r.actor), r.sentences) for r in actor.related]
    return replace(actor, related=_related(rows, {actor.id}))


def _told(
    row: Report,
    one: Callable[[str | None], str | None],
    many: Callable[[Iterable[str]], tuple[str, ...]],
    names: dict[str, str],
) -> Report:
    speaker = one(row.speaker)
    name = names.get(speaker or "", row.speaker_name)
    return replace(row, speaker=speaker, speakers=many(row.speakers), speaker_name=name)


def _compared(row: Comparison, one: Callable[[str | None], str | None]) -> Comparison:
    members = tuple(replace(m, actor=one(m.actor)) for m in row.members)
    return replace(row, actor=one(row.actor), members=members)


def split(corpus: Corpus, correction: Correction) -> Corpus | None:
    """Make an actor of its own of the mentions that are written as the value says."""
    actor = next((a for a in corpus.actors if a.id == correction.target[0]), None)
    form = correction.value or ""
    if actor is None or {a.text for a in actor.aliases} <= {form}:
        return None
    mine = tuple(m for m in actor.mentions if m.text == form)
    if not mine:
        return None
    other = Actor(
        id=_fresh(slug(form) or "actor", {a.id for a in corpus.actors}),
        name=form,
        type=actor.type,
        aliases=tuple(a for a in actor.aliases if a.text == form) or (Alias(form, len(mine)),),
        roles=(),
        mentions=mine,
        salience=round(actor.salience * len(mine) / len(actor.mentions), 4),
        why=f"split from {actor.name} by the editor",
        rule="editor",
    )
    rest = replace(
        actor,
        aliases=tuple(a for a in actor.aliases if a.text != form),
        mentions=tuple(m for m in actor.mentions if m.text != form),
    )
    actors = tuple(x for a in corpus.actors for x in ((rest, other) if a.id == actor.id else (a,)))
    return _respoken(replace(corpus, actors=actors), actor.id, other)


def _fresh(wanted: str, taken: set[str]) -> str:
    """The wanted id, or it with the first number that is free: one of so many is."""
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next((name for name in (wanted, *numbered) if name not in taken), wanted)


def _respoken(corpus: Corpus, old: str, new: Actor) -> Corpus:
    """Give the new actor what is said by a mention of its own."""
    places = {(m.document, m.start) for m in new.mentions}

    def moved(row: Report) -> Report:
        mention = row.speaker_mention
        inside = range(mention.start, mention.end) if mention else ()
        if row.speaker != old or not any((row.document, at) in places for at in inside):
            return row
        speakers = (new.id, *row.speakers[1:])
        return replace(row, speaker=new.id, speakers=speakers, speaker_name=new.name)

    quotations = tuple(map(moved, corpus.quotations))
    statements = tuple(map(moved, corpus.statements))
    return recount(replace(corpus, quotations=quotations, statements=statements))


def recount(corpus: Corpus) -> Corpus:
    """The actors with what they say listed anew from the quotations and statements."""
    said = grouped((who, q.id) for q in corpus.quotations for who in q.speakers)
    stated = grouped((who, s.id) for s in corpus.statements for who in s.speakers)
    told = ((a, tuple(said.get(a.id, ())), tuple(stated.get(a.id, ()))) for a in corpus.actors)
    actors = tuple(replace(a, quotations_by=q, statements_by=s) for a, q, s in told)
    return replace(corpus, actors=actors)


def _edit(corpus: Corpus, identifier: str, change: Callable[[Actor], Actor]) -> Corpus | None:
    if not any(a.id == identifier for a in corpus.actors):
        return None
    actors = tuple(change(a) if a.id == identifier else a for a in corpus.actors)
    return replace(corpus, actors=actors)


def rename(corpus: Corpus, correction: Correction) -> Corpus | None:
    """Give an actor another name; its id and links stay."""
    target, name = correction.target[0], correction.value or ""
    changed = _edit(corpus, target, lambda a: replace(a, name=name))
    return _renamed(changed, {}, {target: name}) if changed else None


def type_(corpus: Corpus, correction: Correction) -> Corpus | None:
    """Say what kind of actor this is."""
    kind = next((t for t in ACTOR_TYPES if t == correction.value), None)
    if kind is None:
        return None

    def typed(actor: Actor) -> Actor:
        if actor.rule == "place" and kind != "place":
            return replace(actor, type=kind, shown=True, why="", rule=None, type_rule=None)
        return replace(actor, type=kind, type_rule=None)

    return _edit(corpus, correction.target[0], typed)


def role(corpus: Corpus, correction: Correction) -> Corpus | None:
    """Show one role first; it must be in the words of a source."""
    actor = next((a for a in corpus.actors if a.id == correction.target[0]), None)
    if actor is None or not any(r.text == correction.value for r in actor.roles):
        return None
    ordered = tuple(sorted(actor.roles, key=lambda r: r.text != correction.value))
    return _edit(corpus, actor.id, lambda a: replace(a, roles=ordered))


def hide(corpus: Corpus, correction: Correction) -> Corpus | None:
    """Keep an actor off the pages."""
    why = f"hidden by the editor: {correction.why}"
    return _edit(
        corpus, correction.target[0], lambda a: replace(a, shown=False, why=why, rule="editor")
    )


def pin(corpus: Corpus, correction: Correction) -> Corpus | None:
    """Show an actor, first of all."""
    target, why = correction.target[0], "pinned by the editor"
    changed = _edit(corpus, target, lambda a: replace(a, shown=True, why=why, rule="editor"))
    if changed is None:
        return None
    return replace(changed, actors=tuple(sorted(changed.actors, key=lambda a: a.id != target)))
