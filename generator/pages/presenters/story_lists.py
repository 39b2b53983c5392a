"""The lists of all stories, and of what differs in each: their pages, and what filters them.

They can be of hundreds of stories, so that they are split like the other long lists.
"""

from collections.abc import Sequence

from generator.model.corpus import Story
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import last_day
from generator.pages.labels import DIFFERENCES
from generator.pages.list_filters import Listed, ListedPages, page_filters, some
from generator.pages.paging import paging, split
from generator.pages.presenters.cards import source_card
from generator.pages.presenters.compare import view_comparison
from generator.pages.presenters.stories import (
    is_stated_day,
    lone_documents,
    months_of,
    newest_first,
    story_card,
)
from generator.pages.views import CompareStories, StoriesPage, StoryDifferences


def view_stories(index: CorpusIndex) -> tuple[StoriesPage, ...]:
    """All stories by month, and after the last what stands alone."""
    pages, listed = _pages(index), story_list(index)
    filters = page_filters(index, listed)
    alone = lone_documents(index) if index.stories else ()
    most = index.site.settings.limits.rows_per_page
    return tuple(
        StoriesPage(
            months=months_of(index, page),
            alone=tuple(source_card(index, d) for d in alone[:most]) if n == len(pages) else (),
            more_alone=len(alone) if len(alone) > most else 0,
            filters=filters[n - 1],
            paging=paging(listed.hub, n, len(pages)),
        )
        for n, page in enumerate(pages, start=1)
    )


def story_list(index: CorpusIndex) -> ListedPages:
    """All stories with what they can be chosen by, as they are split over pages."""
    pages = tuple(tuple(_listed(index, story) for story in page) for page in _pages(index))
    return ListedPages("stories/", "", pages)


def view_differences(index: CorpusIndex) -> tuple[CompareStories, ...]:
    """What differs within each story; no two stories are compared."""
    pages, listed = _pages(index), difference_list(index)
    filters = page_filters(index, listed)
    return tuple(
        CompareStories(
            stories=tuple(_differences(index, story) for story in page),
            filters=filters[n - 1],
            paging=paging(listed.hub, n, len(pages)),
        )
        for n, page in enumerate(pages, start=1)
    )


def difference_list(index: CorpusIndex) -> ListedPages:
    """All stories, to be chosen by what differs in them too, as they are split over pages."""
    pages = tuple(
        tuple(_listed(index, story, ("difference", _kinds(index, story))) for story in page)
        for page in _pages(index)
    )
    return ListedPages("compare/", "", pages)


def _pages(index: CorpusIndex) -> tuple[tuple[Story, ...], ...]:
    return split(newest_first(index.stories), index.site.settings.limits.rows_per_page)


def _listed(index: CorpusIndex, story: Story, *more: tuple[str, tuple[str, ...]]) -> Listed:
    named = (a for a in story.actors if a in index.actors and index.actors[a].shown)
    month = (last_day(story.end) or "")[:7] if story.end else ""
    return Listed(
        (index.addresses.story(story.id),),
        (*more, ("actor", tuple(named)), ("month", some(month))),
        inferred=bool(story.end) and not is_stated_day(index, story, story.end or ""),
    )


def _kinds(index: CorpusIndex, story: Story) -> tuple[str, ...]:
    """The kinds of differences that the story's comparison shows."""
    found: Sequence[str] = [r.kind for r in index.narrowed(story.documents).corpus.comparison]
    return tuple(kind for kind in DIFFERENCES if kind in found)


def _differences(index: CorpusIndex, story: Story) -> StoryDifferences:
    compared = view_comparison(index.narrowed(story.documents))
    return StoryDifferences(
        card=story_card(index, story),
        related=len(compared.pairs.pairs),
        changed=len(compared.changed.pairs),
        numbers=len(compared.numbers),
        reprints=compared.reprinted,
        nothing=not (compared.pairs.pairs or compared.numbers or compared.reprinted),
        example=compared.numbers[0] if compared.numbers else (),
    )
