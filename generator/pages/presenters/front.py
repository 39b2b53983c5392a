"""The front page of several stories."""

from collections.abc import Iterator, Sequence
from itertools import islice

from generator.model.changes import Changes
from generator.model.corpus import Actor, Story
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import first_day
from generator.pages.presenters.cards import actor_cards, source_card, timeline_row
from generator.pages.presenters.changes import view_changes
from generator.pages.presenters.home import notable_quotations, takeaway_items, view_scope
from generator.pages.presenters.news import find_news, find_said, view_followed
from generator.pages.presenters.stories import (
    ALONE,
    OPENINGS,
    leading_stories,
    lone_documents,
    may_lead,
    months_of,
    newest_first,
    openings_of,
    quoted_most,
    story_card,
)
from generator.pages.views import (
    FrontPage,
    PrintedStory,
    PrintStoriesPage,
    SingleLead,
    TimelineRow,
)

LEADS, LISTED, AHEAD, ACTORS = 6, 24, 8, 6
"""Most stories that lead and that are listed below them, plans, and actors."""
PRINTED, NOTES = 4, 20
"""Most quotations and sources of a story on paper."""


def view_front(index: CorpusIndex, changes: Changes | None = None) -> FrontPage:
    """What is in the news, nothing in it mixed from two stories."""
    leads = [s for s in leading_stories(index) if may_lead(index, s)][:LEADS]
    rest = [s for s in index.stories if s not in leads]
    alone = lone_documents(index)
    return FrontPage(
        scope=view_scope(index),
        changes=view_changes(index, changes),
        news=find_news(index, changes),
        said=find_said(index, changes),
        followed=view_followed(index),
        leads=tuple(story_card(index, s) for s in leads),
        single=tuple(islice(_single(index, alone), LEADS - len(leads))),
        actors=actor_cards(index, _in_the_news(index, leads)),
        ahead=_ahead(index),
        months=months_of(index, newest_first(rest)[:LISTED]),
        alone=tuple(source_card(index, d) for d in alone[:ALONE]),
        stories=len(index.stories),
        more_alone=len(alone) if len(alone) > ALONE else 0,
    )


def _single(index: CorpusIndex, alone: Sequence[str]) -> Iterator[SingleLead]:
    """What is worth reading first in the documents that belong to no story."""
    for told in index.corpus.takeaways:
        if told.document in alone:
            words = index.passage(told.document, told.start, told.end)
            yield SingleLead(source_card(index, told.document), words)


def view_print(index: CorpusIndex) -> PrintStoriesPage:
    """The stories that lead, for paper."""
    leads = leading_stories(index)[:LEADS]
    rest = [s for s in newest_first(index.stories) if s not in leads]
    return PrintStoriesPage(
        tuple(_printed(index, s) for s in leads),
        tuple(story_card(index, s) for s in rest[:LISTED]),
    )


def _printed(index: CorpusIndex, story: Story) -> PrintedStory:
    own = index.narrowed(story.documents)
    bottom = tuple(item.passage for item in takeaway_items(own, "bottom_line"))
    newest = list(reversed(story.documents))
    return PrintedStory(
        card=story_card(index, story),
        bottom_line=bottom or openings_of(index, story.documents)[:OPENINGS],
        takeaways=takeaway_items(own, "takeaway"),
        quotations=notable_quotations(own)[:PRINTED],
        notes=tuple(source_card(index, d) for d in newest[:NOTES]),
    )


def _in_the_news(index: CorpusIndex, leads: Sequence[Story]) -> tuple[Actor, ...]:
    """Of each story that leads who is quoted most in it, in the order of the stories."""
    ranked = [[a.id for a in quoted_most(index.narrowed(s.documents))] for s in leads]
    turns = max(map(len, ranked), default=0)
    chosen = dict.fromkeys(one[turn] for turn in range(turns) for one in ranked if turn < len(one))
    return tuple(index.actors[a] for a in list(chosen)[:ACTORS])


def _ahead(index: CorpusIndex) -> tuple[TimelineRow, ...]:
    """What is planned for days after the newest document."""
    newest = max((index.published_day(d) for d in index.documents), default="")
    planned = [e for e in index.corpus.timeline if e.planned and (first_day(e.date) or "") > newest]
    return tuple(timeline_row(index, e) for e in planned[:AHEAD])
