"""Of links that overlap, the ones that count: names inside names kept apart from rival readings."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.language.lexicons import Lexicon
from generator.language.noun_phrases import without_article
from generator.model.annotations import MentionKind
from generator.model.rules import MentionRule
from generator.resolve.entities.name_occurrences import NameOccurrence


class NameLink(Struct, frozen=True):
    """A use and what it names; `target` tells actors of one corpus apart."""

    use: NameOccurrence
    target: tuple[str, str]
    """Type of actor and a key."""
    kind: MentionKind
    """Kind of the mention: name, metonym, adjective."""
    rule: MentionRule | None = None
    nested: bool = False
    """Inside another name: *Boston* in *Boston Red Sox*."""

    @property
    def start(self) -> int:
        """Where the mention begins."""
        return self.use.mention.span.start

    @property
    def end(self) -> int:
        """Where the mention ends."""
        return self.use.mention.span.end


def choose_links(
    links: Sequence[NameLink], known: Callable[[NameLink], bool], lexicon: Lexicon
) -> Iterable[NameLink]:
    """The links of one document that count, in reading order.

    `known` says whether a link goes to a person who is named in full elsewhere.
    """
    for group in _groups(links):
        yield from group if len(group) == 1 else _chosen(group, known, lexicon)


def _groups(links: Sequence[NameLink]) -> Iterable[list[NameLink]]:
    """Links that hang together by overlapping."""
    group: list[NameLink] = []
    end = -1
    for link in sorted(links, key=lambda one: (one.start, -one.end, one.use.mention.weak)):
        if group and link.start >= end:
            yield group
            group = []
        group.append(link)
        end = max(end, link.end) if len(group) > 1 else link.end
    if group:
        yield group


def _chosen(
    group: Sequence[NameLink], known: Callable[[NameLink], bool], lexicon: Lexicon
) -> list[NameLink]:
    firm = [link for link in group if not link.use.mention.weak]
    spans = {(link.start, link.end) for link in firm}
    weak = _apart([x for x in group if x.use.mention.weak and (x.start, x.end) not in spans])
    if not firm:
        return weak
    out: list[NameLink] = []
    for outer in firm:
        inner = [w for w in weak if outer.start <= w.start and w.end <= outer.end]
        out.extend(_whole_or_parts(outer, inner, known, lexicon))
    return sorted(out, key=lambda link: (link.start, -link.end))


def _whole_or_parts(
    outer: NameLink, inner: Sequence[NameLink], known: Callable[[NameLink], bool], lexicon: Lexicon
) -> Iterable[NameLink]:
    if not inner:
        return [outer]
    person = outer.target[0] == "person"
    compound = " " not in outer.use.mention.text
    better = [
        w for w in inner if w.target[0] == "person" and w.use.words > 1 and w.target != outer.target
    ]
    if (compound and not (person and known(outer))) or (
        person and better and not known(outer) and _longer(outer, better)
    ):
        return list(inner)
    if person:
        return [outer]
    kept = [replace(w, nested=True, rule="inside_name") for w in inner if _other(w, outer, lexicon)]
    return [outer, *kept]


def _longer(outer: NameLink, better: Sequence[NameLink]) -> bool:
    """Whether the words around the known name are not part of it."""
    return all(outer.use.words > w.use.words for w in better)


def _other(inner: NameLink, outer: NameLink, lexicon: Lexicon) -> bool:
    """Whether a name inside another names something of its own."""
    if inner.target == outer.target:
        return False
    if inner.target[0] == "place":
        rest = outer.use.mention.text[inner.end - outer.start :].strip()
        same = rest.startswith(",") or rest.lower() in lexicon.group("settlement_nouns")
        return not same and _begins_or_located(inner, outer, lexicon)
    if inner.target[0] == "organisation":
        return inner.use.words > 1 and (inner.end != outer.end or inner.use.located)
    if inner.target[0] == "person":
        return inner.use.words > 1
    return inner.target[0] == "country"


def _begins_or_located(inner: NameLink, outer: NameLink, lexicon: Lexicon) -> bool:
    """*Boston Red Sox*, *University of Helsinki*: the place is first, or after a preposition."""
    begin = outer.end - len(without_article(outer.use.mention.text, lexicon))
    return inner.start == begin or inner.use.located


def _apart(links: Sequence[NameLink]) -> list[NameLink]:
    """Links that do not overlap, the longest first."""
    taken: list[NameLink] = []
    for link in sorted(links, key=lambda one: (one.start - one.end, one.start)):
        if all(link.end <= t.start or t.end <= link.start for t in taken):
            taken.append(link)
    return sorted(taken, key=lambda one: one.start)
