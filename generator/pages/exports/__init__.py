"""What leaves the site beside the pages: tables, feeds, citations and a calendar."""

from collections.abc import Callable
from functools import partial

from generator.faults.fence import Fence
from generator.model.build_info import BuildInfo
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports.bibliography import bibtex, csl_json, reading_list, ris
from generator.pages.exports.csv_tables import TABLES
from generator.pages.exports.database import render_database
from generator.pages.exports.feeds import atom_feed, json_feed, rss_feed, site_feed
from generator.pages.exports.icalendar import render_calendar
from generator.pages.exports.story_pictures import story_pictures
from generator.pages.exports.subject_feeds import subject_feeds
from generator.pages.files import RenderedFile
from generator.pages.list_filters import ROWS, render_rows
from generator.pages.presenters.actors import actor_list
from generator.pages.presenters.quotations import quotation_list
from generator.pages.presenters.sources import source_list
from generator.pages.presenters.story_lists import difference_list, story_list
from generator.pages.presenters.timeline import timeline_list
from generator.pages.presenters.topics import topic_list

DATABASE = "data/briefing.db"


LISTS = (
    quotation_list,
    timeline_list,
    actor_list,
    source_list,
    topic_list,
    story_list,
    difference_list,
)
"""The long lists, which are filtered over all their pages where they are split."""


def render_exports(
    index: CorpusIndex, build_info: BuildInfo, *, fence: Fence
) -> tuple[RenderedFile, ...]:
    """Every export, each behind the fence.

    They are ``llms.txt``, the rows of split lists, the feeds beside the pages of actors, topics and
    stories, the stories' pictures, and what lies in ``data/``.
    """
    texts: dict[str, Callable[[], str]] = {
        "data/feed.xml": lambda: atom_feed(index, site_feed(index)),
        "data/feed.rss": lambda: rss_feed(index),
        "data/feed.json": lambda: json_feed(index),
        "data/timeline.ics": lambda: render_calendar(index, build_info),
        "data/sources.csl.json": lambda: csl_json(index),
        "data/sources.ris": lambda: ris(index),
        "data/sources.bib": lambda: bibtex(index),
        "llms.txt": lambda: reading_list(index),
        **{
            f"{listed.hub}{ROWS}": partial(render_rows, index, listed)
            for listed in (fence.run("pages.lists", partial(make, index), None) for make in LISTS)
            if listed and len(listed.pages) > 1
        },
        **{f"data/{name}.csv": partial(table, index) for name, table in TABLES.items()},
    }
    made = {path: fence.run(f"pages.{path}", make, None) for path, make in texts.items()}
    files = {path: text.encode("utf-8") for path, text in made.items() if text is not None}
    feeds: dict[str, str] = fence.run("pages.feeds", lambda: dict(subject_feeds(index)), {})
    files |= {path: text.encode("utf-8") for path, text in feeds.items()}
    pictures: dict[str, bytes] = fence.run(
        "pages.pictures", lambda: dict(story_pictures(index)), {}
    )
    files |= pictures
    database = fence.run(f"pages.{DATABASE}", lambda: render_database(index, build_info), None)
    if database is not None:
        files[DATABASE] = database
    return tuple(RenderedFile(path, content) for path, content in sorted(files.items()))
