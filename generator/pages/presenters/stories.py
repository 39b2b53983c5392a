"""Several stories: which of them lead, what stands alone, and a page for each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from generator.language.weights import load_weight
from generator.language.word_families import telling_words
from generator.model.annotations import SPEECH
from generator.model.corpus import Actor, Story, Takeaway
from generator.model.open_dates import is_open
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import is_day, last_day, view_date
from generator.pages.links import feed_of
from generator.pages.presenters.cards import (
    shown_actors,
    source_card,
)
from generator.pages.presenters.compare import view_comparison
from generator.pages.presenters.home import independent_sources, view_home
from generator.pages.story_corpus import find_openings
from generator.pages.views import (
    Link,
    MemberLine,
    Passage,
    StoryCard,
    StoryMonth,
    StoryPage,
    When,
)

ALONE = 12
"""Most documents that stand alone in a list beside others."""
SOURCES, QUOTED, OPENINGS = 4, 3, 3
"""Most sources and speakers of a story in a list, and most opening sentences on its page."""
MEMBERS = 50
"""Most documents that a story's page lists."""
WORD, SMALL = re.compile(r"\w+"), 3
"""A word, and the letters of one that tells of no matter."""
FRESH_DAYS = 7
"""A story this much older than the newest document counts half its voices."""
PAIR = 2
NEWS_DAYS = 14
"""A fortnight: of two reports that lie further apart one is news, and one leads as no story."""
CLOSE = load_weight("stories.close")
"""Mean cosine from which documents tell of one event."""


def view_story(index: CorpusIndex, story: Story) -> StoryPage:
    """One story, from its own documents alone."""
    own = index.narrowed(story.documents)
    briefing = view_home(own)
    return StoryPage(
        card=story_card(index, story),
        leads=() if briefing.bottom_line else openings_of(index, story.documents)[:OPENINGS],
        briefing=briefing,
        comparison=view_comparison(own),
        members=tuple(
            MemberLine(
                source_card(index, one.document),
                tuple(_place(index, w.document, w.start, w.end) for w in one.words),
            )
            for one in list(reversed(story.why))[:MEMBERS]
        ),
        more_members=f"sources/?story={story.id}" if len(story.why) > MEMBERS else "",
        feed=feed_of(index.addresses.story(story.id)),
    )


def story_card(index: CorpusIndex, story: Story) -> StoryCard:
    """A story in a list."""
    own = index.narrowed(story.documents)
    start, end = (_when(index, story, value) for value in (story.start, story.end))
    label = index.story_label(story.id)
    newest, voices = list(reversed(story.documents)), independent_sources(own)
    return StoryCard(
        label=label,
        url=index.addresses.story(story.id),
        source=source_card(index, _named_by(story)),
        lead=_lead(own, story, label.text),
        documents=len(story.documents),
        voices=voices,
        dependent=voices < len(story.documents),
        start=start,
        end=end,
        one_day=start == end,
        sources=tuple(source_card(index, d) for d in newest[:SOURCES]),
        quoted=own.actor_links(a.id for a in quoted_most(own)[:QUOTED]),
        loose=story.loose,
    )


def _named_by(story: Story) -> str:
    return story.label.document if story.label else story.documents[0]


def _lead(own: CorpusIndex, story: Story, label: str) -> Passage | None:
    """The first sentence of its bottom line, else a takeaway, else how its document begins.

    First what the bottom line tells of the label's matter, then what has most of its words, so that
    a card tells of one thing, and what is told before what is quoted; what leans on another
    sentence only where the label is of its document and says of what it tells. Of two documents
    that of the label goes with it, and where the documents hang together loosely nothing but its
    words, or how its document begins.
    """
    named = _named_by(story)
    language = own.documents[named].language
    wanted = telling_words(label, language)

    close = not story.loose and story.cosine >= CLOSE

    def order(told: Takeaway) -> tuple[bool, bool, bool, bool, int, bool, int]:
        shared = len(wanted & telling_words(told.text, language))
        leads, fits = told.section == "bottom_line", has_most_words(told.text, label)
        said = bool(_weight(told, "quotation"))
        news = close and leads and shared > 0 and not said
        return (not news, not fits, not leads, said, -shared, told.document != named, told.rank)

    told = [t for t in own.corpus.takeaways if t.document == named or not _leans(t)]
    if close and len(story.documents) <= PAIR:
        told = [t for t in told if t.document == named or has_most_words(t.text, label)]
    elif not close:
        told = [t for t in told if has_most_words(t.text, label)]
    first = min(told, key=order, default=None)
    if first is not None:
        return own.passage(first.document, first.start, first.end)
    openings = openings_of(own, (named, *story.documents))
    return openings[0] if openings else None


def _leans(takeaway: Takeaway) -> bool:
    """Whether it tells of something that only another sentence names: *the gunman*."""
    return bool(_weight(takeaway, "bare subject"))


def _weight(takeaway: Takeaway, part: str) -> float:
    """What this part of its score weighs."""
    return sum(score.value for score in takeaway.why if score.part == part)


def has_most_words(sentence: str, label: str) -> bool:
    """Whether more than two thirds of the label's words that are no small ones stand there."""
    wanted = {w for w in WORD.findall(label.casefold()) if len(w) > SMALL}
    found = set(WORD.findall(sentence.casefold()))
    return 3 * len(wanted & found) > 2 * len(wanted)


def openings_of(index: CorpusIndex, documents: Iterable[str]) -> tuple[Passage, ...]:
    """How each of these documents begins."""
    first = find_openings(index.documents.values())
    found = ((d, first[d]) for d in documents if d in first)
    return tuple(index.passage(d, sentence.start, sentence.end) for d, sentence in found)


def _when(index: CorpusIndex, story: Story, value: str | None) -> When | None:
    """A date of publication; its year is in brackets where no document of that day states it."""
    if value is None:
        return None
    stated = is_stated_day(index, story, value)
    return view_date(value, inferred=not stated, catalogue=index.catalogue)


def is_stated_day(index: CorpusIndex, story: Story, value: str) -> bool:
    """Whether one of the story's documents states that it is of this day."""
    dated = (index.date_of(d) for d in story.documents)
    return any(d[0].how != "inferred" for d in dated if d and d[0].value == value)


def quoted_most(index: CorpusIndex) -> tuple[Actor, ...]:
    """The actors with a page who are quoted, those with most speech first."""
    counts = {
        a.id: sum(
            q in index.quotations and index.quotations[q].kind in SPEECH for q in a.quotations_by
        )
        for a in shown_actors(index)
    }
    return tuple(
        sorted((a for a in shown_actors(index) if counts[a.id]), key=lambda a: -counts[a.id])
    )


def newest_first(stories: Iterable[Story]) -> list[Story]:
    """Stories by their newest document; those without a date last."""
    return sorted(sorted(stories, key=lambda s: s.id), key=_last_day, reverse=True)


def _last_day(story: Story) -> str:
    day = last_day(story.end) if story.end else None
    return day if day and is_day(day) else ""


def leading_stories(index: CorpusIndex) -> list[Story]:
    """Pinned stories, then by independent voices, which count less the looser and older a story is.

    A story of no known day comes after those of which one is known, and one whose documents share
    a subject rather than an event after all others.
    """
    days = {s.id: _known_day(index, s) for s in index.stories}
    newest = max(days.values(), default="")

    def order(story: Story) -> tuple[bool, bool, float, float]:
        day, own = days[story.id], index.narrowed(story.documents)
        weight = independent_sources(own) * story.cosine
        age = (date.fromisoformat(newest) - date.fromisoformat(day)).days if day else 0
        fresh = -weight / (1 + age / FRESH_DAYS) if day else 0.0
        return (not story.pinned, story.loose, fresh, -weight)

    return sorted(newest_first(index.stories), key=order)


def may_lead(index: CorpusIndex, story: Story) -> bool:
    """Whether more than one text tells of one event, and in its last days; or an editor says so.

    A story that most documents tell is what the folder is about, however far apart they stand.
    """
    last = _known_day(index, story)
    newest = (d for d in story.documents if _days_before(index, d, last) <= NEWS_DAYS)
    texts = {index.copies.text_of(d) for d in newest}
    event = story.cosine >= CLOSE and _tells_of_event(index, story)
    told = not story.loose and (event or 2 * len(story.documents) > len(index.documents))
    return story.pinned or (told and len(texts) > 1)


def _days_before(index: CorpusIndex, document: str, day: str) -> int:
    """How long before a day a document came; 0 where that is not known."""
    dated = index.date_of(document)
    own = index.published_day(document) if dated and not is_open(dated[0].value) else ""
    return (date.fromisoformat(day) - date.fromisoformat(own)).days if own and day else 0


def _tells_of_event(index: CorpusIndex, story: Story) -> bool:
    """Whether its bottom line, if it has one, tells more than how things are, or is an opinion."""
    own = (t for t in index.corpus.takeaways if t.document in story.documents)
    told = [t for t in own if t.section == "bottom_line"]
    return not told or any(t.label or _weight(t, "eventuality") for t in told)


def _known_day(index: CorpusIndex, story: Story) -> str:
    """The day of its newest document; what is only known to be after a day counts for none."""
    values = (dated[0].value for d in story.documents if (dated := index.date_of(d)))
    days = (last_day(value) or "" for value in values if not is_open(value))
    return max((day for day in days if is_day(day)), default="")


def lone_documents(index: CorpusIndex) -> tuple[str, ...]:
    """Documents that belong to no story, the newest first."""
    told = {d for s in index.stories for d in s.documents}
    alone = [d for d in index.documents if d not in told]
    return tuple(sorted(sorted(alone), key=index.published_day, reverse=True))


def months_of(index: CorpusIndex, stories: Sequence[Story]) -> tuple[StoryMonth, ...]:
    """Stories under the month of their newest document, in their order."""
    groups: defaultdict[str, list[Story]] = defaultdict(list)
    for story in stories:
        groups[_last_day(story)[:7]].append(story)
    return tuple(
        StoryMonth(
            view_date(month, inferred=False, catalogue=index.catalogue) if month else None,
            tuple(story_card(index, s) for s in some),
        )
        for month, some in groups.items()
    )


def _place(index: CorpusIndex, document: str, start: int, end: int) -> Link:
    """Words where they stand in their source, if that sentence is published."""
    sentence = index.sentence_at(document, start)
    public = sentence is not None and index.is_published(document, sentence.id)
    anchor = sentence.id if sentence and public else ""
    return Link(index.words(document, start, end), index.addresses.source(document, anchor))
