"""Keyphrases of all documents to the topics of the corpus."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator.language.frequencies import has_frequencies, word_frequency
from generator.language.lexicons import Lexicon, load_words
from generator.language.weights import load_count, load_weight
from generator.language.word_families import general_words, informative_words, joining_words
from generator.model.annotations import AllAnnotations
from generator.model.corpus import Actors, Keyphrase, SpanRow, Topic
from generator.model.grouping import grouped
from generator.model.identifiers import number_repeats, slug
from generator.model.reading_order import SentenceFinder
from generator.model.text import Document, Documents
from generator.resolve.informativeness import (
    CENTRAL_SHARE,
    central_actors,
    central_words,
    find_opening,
    opening_ends,
)

HALF, GENERAL_WORD = load_weight("topics.half_rank"), load_weight("topics.least")
WEIGHED, RELATED = load_count("topics.weighed"), load_count("topics.related")
UNOPENED, OPENINGS = load_weight("topics.less"), load_weight("topics.openings")
PERSON, COMMON = load_weight("topics.least"), load_weight("topics.less")
SEVERAL, ONCE = load_count("topics.several"), load_weight("topics.less")
PLACES = load_count("topics.places")
EVERYDAY, BESIDE = load_weight("topics.everyday"), load_weight("topics.less")


class _Group(Struct, frozen=True):
    """The phrases of one topic by key, its shortest first, and how much it matters."""

    keys: tuple[str, ...]
    weight: float


def resolve_topics(
    documents: Documents,
    annotations: AllAnnotations,
    keyphrases: Mapping[str, tuple[Keyphrase, ...]],
    actors: Actors,
    *,
    limit: int,
) -> tuple[Topic, ...]:
    """The corpus's topics, most important first; at most `limit`: a person is to read them."""
    languages = {a.lexicon_language for a in annotations if a.lexicon_language}
    central = central_words(actors, central_actors(actors, len(documents)))
    joining = joining_words(languages)
    silent = general_words(languages) | central | joining
    links = frozenset(w for code in languages for w in load_words("linking_prepositions", code))
    found = sorted(_groups(keyphrases, silent, links), key=lambda g: (-g.weight, g.keys))
    groups = found[: WEIGHED * limit]
    forms, places, words = _places(annotations, documents, _Owners(groups, silent))
    leads = {d.id: _ends_of_opening(d) for d in documents}
    people = _names_of_people(actors) | _roles(languages)  # *team presidents* are somebody too
    labels = {i: _label(forms[i], words, links | joining) for i in forms}
    ranks = {
        i: _rank(group, places[i], leads, labels[i], languages)
        * (PERSON if _names_person(labels[i], people, links) else 1.0)
        for i, group in enumerate(groups)
        if places[i]
    }
    ranked = sorted(ranks, key=lambda i: (-ranks[i], groups[i].keys))
    kept = _telling_more(ranked, {i: groups[i].keys for i in ranked}, silent)[:limit]
    forms, places = {i: forms[i] for i in kept}, {i: places[i] for i in kept}
    ids = dict(zip(kept, number_repeats(slug(labels[i]) or "topic" for i in kept), strict=True))
    sentences = _sentences_of(documents, places)
    groups_in = grouped((sentence, i) for i in sentences for sentence in sentences[i])
    named = _actors_by_sentence(actors)
    return tuple(
        Topic(
            id=ids[i],
            label=labels[i],
            variants=tuple(sorted(forms[i], key=lambda f: (-forms[i][f], f))),
            documents=tuple(sorted({p.document for p in places[i]})),
            occurrences=tuple(sorted(places[i])),
            actors=_most(a for s in sentences[i] for a in named.get(s, ())),
            related=_most(ids[j] for s in sentences[i] for j in groups_in[s] if j != i),
        )
        for i in kept
    )


def _telling_more(
    ranked: Sequence[int], keys: Mapping[int, Sequence[str]], silent: frozenset[str]
) -> list[int]:
    """The topics by rank, last those whose words stand in better ones: *attack* of *boats*."""
    known: set[str] = set()
    again: set[int] = set()
    for i in ranked:
        first, *more = (_spelled(informative_words(key, silent)) for key in keys[i])
        if first and first <= known:
            again.add(i)
        known |= first.union(*more)
    return sorted(ranked, key=again.__contains__)


def _ends_of_opening(document: Document) -> tuple[int, int, int]:
    """Where the headline, the first sentence behind it and the first sentences end."""
    headline, end = opening_ends(document)
    first = next((s.end for s in find_opening(document) if s.start >= headline), headline)
    return headline, first, end


def _rank(
    group: _Group,
    places: Iterable[SpanRow],
    leads: Mapping[str, tuple[int, int, int]],
    label: str,
    languages: Iterable[str],
) -> float:
    """What is named where documents open says what they are about."""
    rows = tuple(places)
    ends = {p.document: leads.get(p.document, (0, 0, 0)) for p in rows}
    opened = {p.document for p in rows if p.start < ends[p.document][2]}
    if all(p.start < ends[p.document][0] for p in rows):
        opened = set()  # *Rough Waters*: a headline's words that no sentence has
    spread = min(1.0, len(opened) / OPENINGS)
    weight = group.weight * (UNOPENED if not opened else 1 + spread)
    if len(rows) < PLACES and len(leads) >= SEVERAL:
        weight *= ONCE ** (PLACES - len(rows))  # named in passing: no subject of many documents
    if " " in label or not label.islower():
        return weight
    common = _is_common(group.keys[0], languages)
    leading = {p.document for p in rows if p.start < ends[p.document][1]}
    needed = CENTRAL_SHARE * len(leads if common else {p.document for p in rows})
    beside = BESIDE if len(leading) < needed else 1.0  # *tuxedo*: a thing beside the news
    return weight * beside * (COMMON if common else 1.0)


def _names_person(form: str, people: frozenset[str], links: frozenset[str]) -> bool:
    """A name with what the person is before it: *Mayor Ada Obi*; not *the call with Ada Obi*."""
    words = form.casefold().split()
    ends = (" ".join(words[cut:]) for cut in range(len(words)))
    return links.isdisjoint(words) and not people.isdisjoint(ends)


def _roles(languages: Iterable[str]) -> frozenset[str]:
    """What people are called by what they do, one or several."""
    lexicon = Lexicon(*sorted(languages))
    words = lexicon.words("role_nouns", "role_noun_plurals", "counted_people")
    return words.union(word + end for word in words for end in lexicon.words("plural_endings"))


def _is_common(word: str, languages: Iterable[str]) -> bool:
    return any(has_frequencies(c) and word_frequency(word, c) >= EVERYDAY for c in languages)


def _names_of_people(actors: Actors) -> frozenset[str]:
    """Persons and countries, which are among the actors, and places, where something happens."""
    kinds = {"person", "country", "place"}
    return frozenset(n.text.casefold() for a in actors if a.type in kinds for n in a.aliases)


def _groups(
    keyphrases: Mapping[str, tuple[Keyphrase, ...]], silent: frozenset[str], links: frozenset[str]
) -> list[_Group]:
    """Put together what has the same telling words, or is the head of a longer phrase."""
    weights: dict[str, float] = defaultdict(float)
    for phrases in keyphrases.values():
        for rank, phrase in enumerate(phrases):
            general = " " not in phrase.key and not informative_words(phrase.key, silent)
            share = GENERAL_WORD if general else 1.0
            weights[phrase.key] += share / (1 + rank / HALF)  # scores compare in one document
    members: dict[frozenset[str], list[str]] = defaultdict(list)
    for key in sorted(weights):
        root = key
        while shorter := _parent(root, weights, silent, links):
            root = shorter
        members[_spelled(informative_words(root, silent)) or frozenset({root})].append(key)
    return [
        _Group(
            tuple(sorted(keys, key=lambda k: (len(k.split()), k))), sum(weights[k] for k in keys)
        )
        for keys in members.values()
    ]


def _spelled(words: Iterable[str]) -> frozenset[str]:
    """*E-mail* and *email*, *cease-fire* and *ceasefire* are one word."""
    return frozenset(w.replace("-", "") for w in words)


def _parent(
    key: str, known: Mapping[str, float], silent: frozenset[str], links: frozenset[str]
) -> str | None:
    """The longest shorter keyphrase that `key` ends with, or that its preposition describes.

    *Democratic contest* and *contest in Ohio* are contests, a *movie star* is no movie.
    """
    words = key.split()
    parts = [" ".join(words[cut:]) for cut in range(1, len(words))]
    parts += [" ".join(words[:cut]) for cut in range(1, len(words)) if words[cut] in links]
    told = (p for p in parts if p in known and informative_words(p, silent))
    return max(told, key=len, default=None)


class _Owners:
    """Which topic a phrase of any document belongs to: by its key, else by its telling words."""

    def __init__(self, groups: Sequence[_Group], silent: frozenset[str]) -> None:
        self._silent = silent
        self._by_key = {key: i for i, group in enumerate(groups) for key in group.keys}
        self._by_words: dict[frozenset[str], int] = {}
        for i, group in enumerate(groups):
            for key in group.keys:
                self._by_words.setdefault(_spelled(informative_words(key, silent)), i)
        self._by_words.pop(frozenset(), None)

    def of(self, key: str) -> int | None:
        """The number of the topic, or None."""
        found = self._by_key.get(key)
        words = _spelled(informative_words(key, self._silent))
        return self._by_words.get(words) if found is None else found


def _places(
    annotations: AllAnnotations, documents: Documents, owners: "_Owners"
) -> tuple[dict[int, Counter[str]], dict[int, set[SpanRow]], dict[str, frozenset[str]]]:
    """Every form and every place of each group, in all documents; the words of each form."""
    forms: dict[int, Counter[str]] = defaultdict(Counter)
    places: dict[int, set[SpanRow]] = defaultdict(set)
    words: dict[str, frozenset[str]] = {}
    for document, found in zip(documents, annotations, strict=True):
        for candidate in found.candidates:
            group = owners.of(candidate.key)
            if group is None:
                continue
            words[candidate.text] = _spelled(candidate.key.split())
            forms[group][candidate.text] += len(candidate.spans)
            places[group].update(SpanRow(document.id, s.start, s.end) for s in candidate.spans)
    return forms, {group: _outermost(rows) for group, rows in places.items()}, words


def _outermost(rows: Iterable[SpanRow]) -> set[SpanRow]:
    """The places without those that lie inside another one."""
    kept: list[SpanRow] = []
    for row in sorted(rows, key=lambda r: (r.document, r.start, -r.end)):
        if not (kept and kept[-1].document == row.document and row.end <= kept[-1].end):
            kept.append(row)
    return set(kept)


def _is_undisputed(
    own: frozenset[str], forms: Mapping[str, int], words: Mapping[str, frozenset[str]]
) -> bool:
    """Whether no more places have other words in the place of these than have these."""
    same = sum(n for form, n in forms.items() if own <= words[form])
    other = sum(n for form, n in forms.items() if words[form] - own and own - words[form])
    return other <= same


def _label(
    forms: Mapping[str, int], words: Mapping[str, frozenset[str]], links: frozenset[str]
) -> str:
    """The fullest of the forms that are at least half as common as the commonest.

    *Attack* before *time of the attack*, where both are said, not *Gulf* before *Gulf of Aden*.
    Before *ferry terminal sale* comes what the other places tell as well, if it is no single word.
    """
    most = max(forms.values())
    usual = [f for f in forms if 2 * forms[f] >= most]
    plain = [f for f in usual if f[:1].isupper() or links.isdisjoint(f.split())] or usual
    told = [f for f in plain if " " in f and _is_undisputed(words[f], forms, words)] or plain
    return min(told, key=lambda f: (-len(f.split()), -forms[f], f))


def _sentences_of(
    documents: Documents, places: Mapping[int, Iterable[SpanRow]]
) -> dict[int, list[str]]:
    """The ids of the sentences that each group stands in."""
    finders = {d.id: SentenceFinder(d.sentences) for d in documents}
    ids = {d.id: [f"{d.id} {s.id}" for s in d.sentences] for d in documents}
    found: dict[int, list[str]] = {}
    for group, rows in sorted(places.items()):
        numbers = {(r.document, finders[r.document].number(r.start)) for r in rows}
        found[group] = [ids[d][n] for d, n in sorted(numbers) if n >= 0]
    return found


def _actors_by_sentence(actors: Actors) -> dict[str, list[str]]:
    return grouped(
        (sentence, actor.id)
        for actor in actors
        for sentence in sorted({f"{m.document} {m.sentence}" for m in actor.mentions})
    )


def _most(ids: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(ids)
    return tuple(sorted(counts, key=lambda i: (-counts[i], i))[:RELATED])
