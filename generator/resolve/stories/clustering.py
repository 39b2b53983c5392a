"""Which documents tell of one event and its sequel, from their terms alone.

First, documents that share enough rare words are linked. Inside each connected component, words
that few of its documents have weigh more (inverse document frequency), and average linkage (Sokal
and Michener, 1958) groups the documents; a large group is grouped again by its own frequencies.
Then a group of like events (two quakes, two trials) is told apart by the words that only a part of
it has: what all share weighs nothing, and names and numbers count twice. Last, a story is cut where
nothing was published for long. Every figure is of the connected component alone, so that a document
changes nothing outside the component that it touches.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy.cluster.hierarchy import ClusterNode, fcluster, linkage, to_tree
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree
from scipy.spatial.distance import squareform

from generator.language.weights import load_count, load_weight
from generator.model.grouping import grouped
from generator.resolve.stories.gaps import PublicationWindow, cut_at_gaps
from generator.resolve.stories.terms import Terms

LINKED = load_weight("stories.linked")
ALIKE = load_weight("stories.alike")
LARGE = load_count("stories.large")
"""Documents above which a group is grouped again by its own frequencies."""
CLEARLY = load_weight("stories.halves")
CLOSE, LOOSE = load_weight("stories.close"), load_weight("stories.linked")
"""Mean cosine from which documents tell of one event; and from which less alike ones do, by the
component's own frequencies."""
FEWEST = load_count("stories.fewest")
"""Documents that a like event needs to be told apart; with fewer, chance decides which words."""
MOST_AT_ONCE = load_count("stories.at_once")
"""A larger component is cut at stricter links first, before its documents are compared in pairs."""
STRICTER = load_weight("stories.stricter")
ROWS = 128
"""Rows of the matrix of cosines that are in memory at once."""
DIGITS = 9
"""Cosines are rounded, so that no machine's arithmetic decides."""

Matrix = NDArray[np.float64]


class Cluster(Struct, frozen=True):
    """Documents of one story, by their number, and how alike they are."""

    members: tuple[int, ...]
    cosine: float
    """Mean cosine of two of them; 1 for a document alone."""
    loose: bool = False
    """Whether they share the subject of many documents, and hardly an event of their own."""


def cluster_documents(
    terms: Sequence[Terms], periods: Sequence[PublicationWindow | None]
) -> tuple[Cluster, ...]:
    """The clusters of the documents with these terms, published then, by their first member."""
    rows = _unit_rows([t.weights for t in terms])
    found = [
        cluster
        for component in _components(_strongest_links(rows), range(len(terms)), LINKED)
        for cluster in _clusters_of(component, rows, terms, periods)
    ]
    return tuple(sorted(found, key=lambda c: c.members))


def _clusters_of(
    component: tuple[int, ...],
    rows: csr_matrix,
    terms: Sequence[Terms],
    periods: Sequence[PublicationWindow | None],
) -> Iterator[Cluster]:
    """The clusters of one connected component."""
    rarer = _rarities([terms[m] for m in component], 0.0)
    for group in _grouped_by_frequency(terms, component):
        for event in _like_events(terms, group):
            cosines = _cosines(rows[list(event)])
            for story in cut_at_gaps(event, [periods[m] for m in event], cosines):
                cosine = _mean_inside(_cosines(rows[list(story)]))
                many = len(component) > LARGE and cosine < CLOSE
                own = _weighed_cosines([terms[m] for m in story], rarer) if many else None
                yield Cluster(story, cosine, loose=own is not None and _mean_inside(own) < LOOSE)


def mean_cosine(terms: Sequence[Terms]) -> float:
    """How alike two of these documents are on average; 1 for a document alone."""
    return _mean_inside(_cosines(_unit_rows([t.weights for t in terms])))


def _unit_rows(weights: Sequence[Mapping[str, float]]) -> csr_matrix:
    """One row of length 1 a document; words are sorted, so that sums are the same everywhere."""
    columns = {word: i for i, word in enumerate(sorted({w for row in weights for w in row}))}
    data: list[float] = []
    indices: list[int] = []
    ends = [0]
    for row in weights:
        length = math.sqrt(math.fsum(x * x for x in row.values()))
        for word in sorted(row):
            data.append(row[word] / length)
            indices.append(columns[word])
        ends.append(len(data))
    return csr_matrix((data, indices, ends), shape=(len(weights), max(1, len(columns))))


def _components(
    forest: csr_matrix, members: Sequence[int], least: float
) -> Iterator[tuple[int, ...]]:
    """The connected components of documents whose cosine is `least` or more, none too large."""
    places = list(members)
    links = forest[places][:, places].tocoo()
    near = links.data <= -least
    ends = (links.row[near], links.col[near])
    graph = csr_matrix((np.ones(len(ends[0]), dtype=np.bool_), ends), shape=links.shape)
    for group in _grouped(members, connected_components(graph, directed=False)[1].tolist()):
        if len(group) > MOST_AT_ONCE and least < 1:
            yield from _components(forest, group, least + STRICTER)
        else:
            yield group


def _strongest_links(rows: csr_matrix) -> csr_matrix:
    """The links that hold documents together, however strict one is, as negative cosines.

    A maximum spanning forest (Kruskal, 1956) has the connected components of all links at every
    threshold, and one link fewer than documents; only the links of a few rows are in memory.
    """
    count = rows.shape[0]
    forest = csr_matrix((count, count))
    for start in range(0, count, ROWS):
        cosines = (rows[start : start + ROWS] @ rows[start:].T).tocoo()
        near = (cosines.data >= LINKED) & (cosines.col > cosines.row)
        ends = (cosines.row[near] + start, cosines.col[near] + start)
        links = csr_matrix((-cosines.data[near], ends), shape=(count, count))
        forest = minimum_spanning_tree(forest + links)
    return forest


def _grouped(members: Sequence[int], labels: Sequence[int]) -> list[tuple[int, ...]]:
    return [tuple(group) for group in grouped(zip(labels, members, strict=True)).values()]


def _cosines(rows: csr_matrix) -> Matrix:
    cosines: Matrix = np.round((rows @ rows.T).toarray(), DIGITS)
    return cosines


def _grouped_by_frequency(
    terms: Sequence[Terms], members: tuple[int, ...]
) -> Iterator[tuple[int, ...]]:
    groups = _average_linkage([terms[m] for m in members], members)
    for group in groups:
        if len(group) > LARGE and len(groups) > 1:
            yield from _grouped_by_frequency(terms, group)
        else:
            yield group


def _average_linkage(terms: Sequence[Terms], members: tuple[int, ...]) -> list[tuple[int, ...]]:
    if len(members) < 2:
        return [members]
    rarer = _rarities(terms, min(1.0, load_count("stories.common") / len(terms)))
    cosines = _weighed_cosines(terms, rarer)
    labels = fcluster(linkage(_distances(cosines), "average"), 1 - ALIKE, "distance")
    groups = _grouped(range(len(members)), labels.tolist())
    if len(members) > LARGE:  # of many pairs some are alike by chance
        groups = [part for group in groups for part in _by_no_chance(group, cosines)]
    return [tuple(members[i] for i in group) for group in groups]


def _rarities(terms: Sequence[Terms], common: float) -> dict[str, float]:
    """What each word counts among these documents; one that all of them have counts `common`."""
    shared = Counter(word for one in terms for word in one.weights)
    return {word: common + math.log(len(terms) / n) for word, n in shared.items()}


def _weighed_cosines(terms: Sequence[Terms], rarer: Mapping[str, float]) -> Matrix:
    rows = [{w: x * rarer[w] for w, x in one.weights.items() if rarer[w]} for one in terms]
    return _cosines(_unit_rows(rows))


def _by_no_chance(group: tuple[int, ...], cosines: Matrix) -> list[tuple[int, ...]]:
    """The group, or its documents one by one where a few are hardly alike."""
    many = len(group) >= load_count("stories.few")
    alike = many or _mean_inside(cosines[np.ix_(group, group)]) >= load_weight("stories.clearly")
    return [group] if alike else [(one,) for one in group]


def _distances(cosines: Matrix) -> Matrix:
    """The condensed distances that `linkage` takes."""
    distances = np.clip(1 - cosines, 0, None)
    np.fill_diagonal(distances, 0)
    condensed: Matrix = squareform(distances, checks=False)
    return condensed


def _like_events(terms: Sequence[Terms], members: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The stories of a cluster, cut where the halves of its tree are clearly apart."""
    if len(members) < 2 * FEWEST:
        return [members]
    alike = _telling_cosines([terms[m] for m in members])
    leaves = _cut(to_tree(linkage(_distances(alike), "average")), alike)
    return [tuple(sorted(members[i] for i in leaf)) for leaf in leaves]


def _cut(node: ClusterNode, alike: Matrix) -> Iterator[list[int]]:
    if node.is_leaf():
        yield [node.id]
        return
    halves = (node.left, node.right)
    one, other = (sorted(half.pre_order()) for half in halves)
    inside = [_pairs_inside(alike, half) for half in (one, other)]
    across = float(alike[np.ix_(one, other)].mean())
    within = float(np.concatenate(inside).mean()) if min(len(one), len(other)) >= FEWEST else 0.0
    if within >= CLEARLY * across and within > 0:
        for half in halves:
            yield from _cut(half, alike)
    else:
        yield sorted((*one, *other))


def _pairs_inside(alike: Matrix, members: Sequence[int]) -> Matrix:
    part: Matrix = alike[np.ix_(members, members)]
    return part[np.triu_indices(len(members), 1)]


def _mean_inside(cosines: Matrix) -> float:
    pairs = _pairs_inside(cosines, range(len(cosines)))
    return round(float(pairs.mean()), 3) if len(pairs) else 1.0


def _telling_cosines(terms: Sequence[Terms]) -> Matrix:
    """Cosines by the words that a part of the cluster has; half of each is of names and numbers."""
    shared = Counter(word for one in terms for word in one.weights)
    apart = {w: math.log(len(terms) / n) for w, n in shared.items() if 1 < n < len(terms)}
    every = [{w: x * apart[w] for w, x in one.weights.items() if w in apart} for one in terms]
    named = [
        {w: x for w, x in row.items() if w in one.names}
        for row, one in zip(every, terms, strict=True)
    ]
    return (_cosines(_unit_rows(every)) + _cosines(_unit_rows(named))) / 2
