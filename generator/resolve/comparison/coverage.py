"""Who is quoted where, who is named but never quoted, whose name is spelled in two ways."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from generator.language.lexicons import Lexicon
from generator.language.weights import load_count, load_weight
from generator.model.annotations import SPEECH
from generator.model.corpus import Actor, Actors, AttributedQuotation, Comparison, ComparisonMember
from generator.model.grouping import grouped
from generator.resolve.comparison.sentence_index import first_mentions, row_id

MOST_MEMBERS = load_count("coverage.members")
"""Most documents that a row shows a place of."""
NAME_WORD = re.compile(r"[^\W\d_]{5,}")
"""A word whose spellings are compared; shorter words are alike by chance."""
ONE_NAME = load_weight("coverage.one_name")


def find_quoted(actors: Actors, quotations: Sequence[AttributedQuotation]) -> Iterator[Comparison]:
    """One row for each actor who is quoted, with the quotations of each document."""
    order = {a.id: i for i, a in enumerate(actors)}
    by_actor = grouped(
        (speaker, quotation)
        for quotation in quotations
        if quotation.kind in SPEECH
        for speaker in quotation.speakers
        if speaker in order
    )
    for actor in sorted(by_actor, key=lambda a: order[a]):
        members = tuple(
            ComparisonMember(
                document,
                said[0].start,
                said[0].end,
                actor=actor,
                quotations=tuple(q.id for q in said),
                sentence=said[0].sentence,
            )
            for document, said in sorted(grouped((q.document, q) for q in by_actor[actor]).items())
        )
        yield Comparison(
            id=row_id("quoted_in", (actor,)),
            kind="quoted_in",
            documents=tuple(m.document for m in members),
            members=members,
            actor=actor,
            score=float(sum(len(m.quotations) for m in members)),
        )


def find_never_quoted(actors: Actors, acting: Collection[str]) -> Iterator[Comparison]:
    """People who take part, but whose words are nowhere quoted; what was paraphrased is said.

    Who takes part does something, has something done to them, or has a role; the others are only
    referred to (*in the manner of Henry Kissinger*).
    """
    for actor in actors:
        takes_part = actor.id in acting or actor.roles or actor.statements_by
        named = actor.shown and actor.type == "person" and not actor.quotations_by
        first = first_mentions(actor) if named and takes_part else {}
        if first:
            yield Comparison(
                id=row_id("never_quoted", (actor.id,)),
                kind="never_quoted",
                documents=tuple(first),
                members=tuple(first.values())[:MOST_MEMBERS],
                actor=actor.id,
                score=float(len(actor.mentions)),
                value="paraphrased" if actor.statements_by else None,
            )


def find_spellings(actors: Actors, lexicon: Lexicon) -> Iterator[Comparison]:
    """Actors whose name is spelled in two ways, with the first place of each in each document."""
    endings = lexicon.words("name_endings")
    for actor in actors:
        words = _name_words(actor) if actor.shown else {}
        forms = sorted(
            {
                w
                for one in words
                for other in words
                if _are_spellings(one, other, endings)
                for w in (one, other)
            }
        )
        places = [m for form in forms for m in words[form].values()]
        members = sorted(places, key=lambda m: (m.document, m.start))
        if len({m.document for m in members}) > 1:
            yield Comparison(
                id=row_id("spelled", (actor.id, *forms)),
                kind="spelled",
                documents=tuple(sorted({m.document for m in members})),
                members=tuple(members)[:MOST_MEMBERS],
                actor=actor.id,
                value=" / ".join(forms),
            )


def _name_words(actor: Actor) -> dict[str, dict[str, ComparisonMember]]:
    """The long words of an actor's names: the first place in each document."""
    found: dict[str, dict[str, ComparisonMember]] = defaultdict(dict)
    for mention in sorted(actor.mentions, key=lambda m: (m.document, m.start)):
        if mention.kind != "name" or mention.text.isupper():
            continue
        for match in NAME_WORD.finditer(mention.text):
            start = mention.start + match.start()
            member = ComparisonMember(
                mention.document,
                start,
                start + len(match.group()),
                actor=actor.id,
                sentence=mention.sentence,
            )
            found[match.group()].setdefault(mention.document, member)
    return found


def _are_spellings(one: str, other: str, endings: frozenset[str]) -> bool:
    """*Zelensky* and *Zelenskyy*; not a plural, nor *Russia* beside *Russian*."""
    a, b = sorted((one.casefold(), other.casefold()), key=lambda w: (len(w), w))
    grown = b.startswith(a) and b.removeprefix(a) in endings
    alike = a[0] == b[0] and SequenceMatcher(None, a, b).ratio() >= ONE_NAME
    return a != b and alike and not grown
