"""The bottom line: what changed, so what, and what may come, newest document first."""

from collections.abc import Callable, Mapping, Sequence

from generator.language.weights import load_count, load_weight
from generator.model.grouping import grouped
from generator.resolve.takeaways.passages import OPENING, Excerpt, from_second_source

ROLES = (("what changed", "change"), ("so what", "consequence"), ("outlook", "outlook"))
MAIN_TOPICS, ENOUGH_ACTORS = load_count("bottom_line.topics"), load_count("bottom_line.actors")
"""A sentence belongs to the corpus's story when it names one of the first topics, or two actors."""
PART = load_weight("bottom_line.part")
LEAST = load_weight("bottom_line.least")


def choose_bottom_line(
    passages: Sequence[Excerpt],
    order: Mapping[str, int],
    topics: Sequence[str],
    opinions: frozenset[str],
    *,
    limit: int,
    is_new: Callable[[Excerpt, Sequence[Excerpt]], bool],
) -> list[tuple[Excerpt, str]]:
    """At most `limit` passages with the part that each plays.

    `order` ranks documents, newest first. A news document alone is told by its first
    self-contained sentences: reporters put the most important first, and no rule of ours has
    been shown to do better. `is_new` says whether a passage tells more than those before it.
    """
    singles = [p for p in passages if not p.conditional]
    singles = [p for p in singles if not p.bare_subject] or singles
    if len(order) == 1 and not opinions:
        first = sorted(singles, key=lambda p: p.start)[:limit]
        return [(p, "first sentences") for p in first]
    main = frozenset(topics[:MAIN_TOPICS])
    on_topic = [p for p in singles if main & set(p.topics) or p.named >= ENOUGH_ACTORS] or singles
    news = _news(on_topic, opinions) or on_topic
    chosen: list[tuple[Excerpt, str]] = []
    for role, cue in ROLES[:limit]:
        left: Sequence[Excerpt] = [p for p in news if is_new(p, [c for c, _ in chosen])]
        if role == ROLES[-1][0]:
            left = from_second_source(left, {p.document for p, _ in chosen})
        argued = opinions if chosen else frozenset[str]()
        playing = {p for p in left if p.document in argued and cue in p.cues}
        ranked = ((_fitness(p, order, plays=p in playing), p) for p in left)
        best = max(ranked, key=lambda r: r[0], default=(0, None))[1]
        if best and (not chosen or best.score >= LEAST * max(0.0, chosen[0][0].score)):
            chosen.append((best, role))
    return chosen


def _news(passages: Sequence[Excerpt], opinions: frozenset[str]) -> list[Excerpt]:
    """News opens with what happened, whatever its words; how things are comes behind.

    What a report opens with is its news, though it tells how things are, before a deed inside it.
    """
    reports = grouped((p.document, p) for p in passages if p.document not in opinions)
    return [p for report in reports.values() for p in _opening(report)]


def _opening(report: Sequence[Excerpt]) -> Sequence[Excerpt]:
    """The news of one report."""
    first = [p for p in report if p.number < OPENING] or report
    return [p for p in first if not p.is_state] or first


def _fitness(passage: Excerpt, order: Mapping[str, int], *, plays: bool) -> tuple[float, int]:
    """The newest document before others; of opinions what plays the part."""
    late = order[passage.document] / max(1, len(order) - 1)
    return (passage.score + PART * (plays - late), -passage.start)
