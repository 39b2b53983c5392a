"""What of a corpus is doubtful, each with its sentence and the corrections that settle it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from generator.i18n.catalogue import Catalogue
from generator.model.annotations import SPEECH
from generator.model.corpus import Actor, AttributedQuotation, Corpus, DatedExpression
from generator.model.text import Document
from generator.model.visible_text import shown_text
from generator.pages.labels import ACTOR_TYPES
from generator.read.corrections import TYPES

CANDIDATES = 6
"""Most actors that are offered for one quotation."""
MANY = 12
"""A word that ends the names of more actors says nothing of any two (*Council*, *Ministry*)."""
FEW = 1
"""An actor with so many places or fewer has little that its type could be seen from."""


class SuggestedCorrection(Struct, frozen=True):
    """A correction that a click writes."""

    label: str
    action: str
    target: tuple[str, ...]
    value: str | None = None
    asks: str = ""
    """What an editor has to write for the value; "" where it is known."""


class Doubt(Struct, frozen=True):
    """Something that an editor may settle."""

    id: str
    kind: str
    question: str
    place: str
    """The source; "" for what no place shows."""
    before: str
    words: str
    """What it is about, with the rest of the sentence before and behind."""
    behind: str
    choices: tuple[SuggestedCorrection, ...]


KINDS = {
    "speaker": "Quotations without a speaker",
    "merge": "Names that may be one",
    "type": "Actors with little to know them by",
    "date": "Time expressions without a date",
    "warning": "Warnings",
}


def find_doubts(
    corpus: Corpus, warnings: tuple[str, ...] = (), *, words: Catalogue
) -> tuple[Doubt, ...]:
    """Every doubt, by kind and in reading order, asked in the words of a catalogue of the tools."""
    documents = {row.document.id: row.document for row in corpus.documents}
    return (
        *_speakers(corpus, documents, words),
        *_merges(corpus, documents, words),
        *_types(corpus, documents, words),
        *_undated(corpus, documents, words),
        *(Doubt(f"warning-{n}", "warning", w, "", "", "", "", ()) for n, w in enumerate(warnings)),
    )


def _speakers(corpus: Corpus, documents: dict[str, Document], words: Catalogue) -> Iterator[Doubt]:
    named = _named_in(corpus)
    for q in corpus.quotations:
        if q.kind not in SPEECH or q.speaker or q.rule == "editor":
            continue
        choices = [
            SuggestedCorrection(actor.name, "reattribute", (q.id,), actor.id)
            for actor in _nearest_actors(named[q.document], q)
        ]
        reason = _reason(words, "coreference", q.unresolved_reason, "quotations", q.rule)
        question = words.form("Who says this? ({reason})").format(reason=reason)
        yield _doubt(
            q.id,
            "speaker",
            question,
            documents[q.document],
            (q.start, q.end),
            (*choices, SuggestedCorrection(words.form("Nobody"), "reattribute", (q.id,))),
        )


def _reason(words: Catalogue, stage: str, reason: str | None, found_by: str, rule: str) -> str:
    """Why a stage left it open, else the rule by which it was found."""
    return words.rule(stage, reason) if reason else words.rule(found_by, rule)


def _named_in(corpus: Corpus) -> defaultdict[str, list[tuple[int, Actor]]]:
    """Where those who may speak are named, by document."""
    named: defaultdict[str, list[tuple[int, Actor]]] = defaultdict(list)
    for actor in corpus.actors:
        if actor.shown and actor.type != "place":
            for mention in actor.mentions:
                named[mention.document].append((mention.start, actor))
    return named


def _nearest_actors(
    named: Sequence[tuple[int, Actor]], quotation: AttributedQuotation
) -> list[Actor]:
    """The actors that are named nearest to a quotation, of those named in its document."""
    nearest = sorted(named, key=lambda one: (abs(one[0] - quotation.start), one[1].id))
    return list({actor.id: actor for _, actor in nearest}.values())[:CANDIDATES]


def _merges(corpus: Corpus, documents: dict[str, Document], words: Catalogue) -> Iterator[Doubt]:
    """Pairs of actors of one type, of whom one has a form that ends like a form of the other's."""
    alike: defaultdict[tuple[str, str], list[Actor]] = defaultdict(list)
    for actor in sorted(corpus.actors, key=lambda a: a.id):
        if actor.shown and actor.type in {"person", "organisation"}:
            for word in _last_words(actor):
                alike[actor.type, word].append(actor)
    pairs = {
        (one.id, other.id): (one, other)
        for several in alike.values()
        if len(several) <= MANY
        for one, other in combinations(several, 2)
    }
    for _, (one, other) in sorted(pairs.items()):
        if other.mentions:
            asked = words.form("Are {name} and {other} one?")
            said = words.form("One: {name}")
            choices = (
                SuggestedCorrection(said.format(name=kept.name), "merge", (kept.id, merged.id))
                for kept, merged in ((one, other), (other, one))
            )
            question = asked.format(name=one.name, other=other.name)
            yield _of_actor(other, "merge", question, documents, tuple(choices))


def _last_words(actor: Actor) -> frozenset[str]:
    forms = (actor.name, *(alias.text for alias in actor.aliases))
    return frozenset(form.split()[-1].casefold() for form in forms if form.split())


def _types(corpus: Corpus, documents: dict[str, Document], words: Catalogue) -> Iterator[Doubt]:
    for actor in corpus.actors:
        if not actor.shown or len(actor.mentions) > FEW or actor.rule == "editor":
            continue
        others = (kind for kind in TYPES if kind != actor.type)
        yield _of_actor(
            actor,
            "type",
            words.form("Is {name} rightly shown as “{type}”, and worth showing?").format(
                name=actor.name, type=words.form(ACTOR_TYPES[actor.type])
            ),
            documents,
            (
                *(
                    SuggestedCorrection(words.form(ACTOR_TYPES[kind]), "type", (actor.id,), kind)
                    for kind in others
                ),
                SuggestedCorrection(words.form("Hide"), "hide", (actor.id,)),
            ),
        )


def _undated(corpus: Corpus, documents: dict[str, Document], words: Catalogue) -> Iterator[Doubt]:
    asked = words.form("When is this? ({reason})")
    for d in corpus.dates:
        if (d.timex_value or "").endswith("_REF"):
            continue  # words such as *now*, which tell no date
        if d.confidence != "low" and (d.value is not None or not d.unresolved):
            continue
        yield _doubt(
            d.id,
            "date",
            asked.format(reason=_reason(words, "undated", d.unresolved_reason, "dates", d.rule)),
            documents[d.document],
            (d.start, d.end),
            tuple(_date_choices(d, words)),
        )


def _date_choices(date: DatedExpression, words: Catalogue) -> Iterator[SuggestedCorrection]:
    if date.value:
        yield SuggestedCorrection(date.value, "date", (date.id,), date.value)
    asks = words.form("EDTF, such as 2024-05-12 or 2024-05")
    yield SuggestedCorrection(words.form("Set"), "date", (date.id,), asks=asks)


def _of_actor(
    actor: Actor,
    kind: str,
    question: str,
    documents: dict[str, Document],
    choices: tuple[SuggestedCorrection, ...],
) -> Doubt:
    first = actor.mentions[0]
    name = f"{kind}-{'-'.join(t for t in choices[0].target)}"
    place = (first.start, first.end)
    return _doubt(name, kind, question, documents[first.document], place, choices)


def _doubt(
    name: str,
    kind: str,
    question: str,
    document: Document,
    place: tuple[int, int],
    choices: tuple[SuggestedCorrection, ...],
) -> Doubt:
    """A doubt about a stretch of a document, with the sentences that it lies in."""
    start, end = place
    around = [s for s in document.sentences if s.start < end and s.end > start]
    first = min((s.start for s in around), default=start)
    last = max((s.end for s in around), default=end)
    return Doubt(
        id=name,
        kind=kind,
        question=question,
        place=document.path,
        before=shown_text(document, first, start) if first < start else "",
        words=shown_text(document, start, end),
        behind=shown_text(document, end, last) if end < last else "",
        choices=choices,
    )
