"""What leaves the site beside the pages: tables, feeds, citations and a calendar."""

from generator.pages.database import render_database
from generator.pages.desks.actors import actor_list
from generator.pages.desks.quotations import quotation_list
from generator.pages.desks.timeline import timeline_list
from generator.pages.feeds import atom_feed, json_feed, rss_feed
from generator.pages.files import RenderedFile
from generator.pages.filters import ROWS, render_rows
from generator.pages.icalendar import calendar
from generator.pages.lookup import Lookup
from generator.pages.maker import Maker
from generator.pages.references import bibtex, csl_json, reading_list, ris
from generator.pages.tables import tables


def render_exports(look: Lookup, maker: Maker) -> tuple[RenderedFile, ...]:
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
    files["data/briefing.db"] = render_database(look, maker)
    return tuple(RenderedFile(path, content) for path, content in sorted(files.items()))
