"""What leaves the site beside the pages: tables, feeds, citations and a calendar."""

from generator.model.build_info import BuildInfo
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports.bibliography import bibtex, csl_json, reading_list, ris
from generator.pages.exports.csv_tables import tables
from generator.pages.exports.database import render_database
from generator.pages.exports.feeds import atom_feed, json_feed, rss_feed
from generator.pages.exports.icalendar import calendar
from generator.pages.files import RenderedFile
from generator.pages.list_filters import ROWS, render_rows
from generator.pages.presenters.actors import actor_list
from generator.pages.presenters.quotations import quotation_list
from generator.pages.presenters.timeline import timeline_list


def render_exports(look: CorpusIndex, build_info: BuildInfo) -> tuple[RenderedFile, ...]:
    """Every export; ``llms.txt``, the rows of split lists, and what lies in ``data/``."""
    texts = {
        "data/feed.xml": atom_feed(look),
        "data/feed.rss": rss_feed(look),
        "data/feed.json": json_feed(look),
        "data/timeline.ics": calendar(look),
        "data/sources.csl.json": csl_json(look),
        "data/sources.ris": ris(look),
        "data/sources.bib": bibtex(look),
        "llms.txt": reading_list(look),
        **{
            f"{listed.hub}{ROWS}": render_rows(look, listed)
            for listed in (quotation_list(look), timeline_list(look), actor_list(look))
            if len(listed.pages) > 1
        },
        **{f"data/{name}.csv": table for name, table in tables(look).items()},
    }
    files = {path: text.encode("utf-8") for path, text in texts.items()}
    files["data/briefing.db"] = render_database(look, build_info)
    return tuple(RenderedFile(path, content) for path, content in sorted(files.items()))
