"""The desk of method, quality and downloads."""

import generator
from generator.pages.desks.cards import (
    FURNITURE,
    quotation_card,
    source_card,
    source_cards,
    timeline_row,
    undated_dates,
    undated_row,
)
from generator.pages.labels import SPEECH
from generator.pages.lookup import Lookup
from generator.pages.views import (
    AboutPage,
    CorrectionLine,
    Count,
    DataPage,
    Download,
    DownloadGroup,
    SetAside,
    Skipped,
    Words,
)
from generator.reading import shown

MOST = 50
"""Most rows of a list here; the data files have them all."""
DOWNLOADS = {
    "JSON": (
        ("documents.json", "Documents"),
        ("quotations.json", "Quotations"),
        ("statements.json", "Indirect statements"),
        ("actions.json", "Actions"),
        ("actors.json", "Actors"),
        ("dates.json", "Dates"),
        ("timeline.json", "Timeline"),
        ("topics.json", "Topics"),
        ("takeaways.json", "Takeaways"),
        ("comparison.json", "Comparison"),
        ("build.json", "Build report"),
    ),
    "Database": (("briefing.db", "The whole briefing as one database (SQLite)"),),
    "Tables": (
        ("quotations.csv", "Quotations"),
        ("actors.csv", "Actors"),
        ("timeline.csv", "Timeline"),
        ("topics.csv", "Topics"),
        ("sources.csv", "Sources"),
    ),
    "Feeds and calendar": (
        ("feed.xml", "News feed (Atom)"),
        ("feed.rss", "News feed (RSS)"),
        ("feed.json", "News feed (JSON)"),
        ("timeline.ics", "Timeline (calendar)"),
    ),
    "Offline": (("briefing-offline.zip", "The whole site, to open from a disk"),),
    "Citations": (
        ("sources.csl.json", "Sources (CSL)"),
        ("sources.ris", "Sources (RIS)"),
        ("sources.bib", "Sources (BibTeX)"),
    ),
}


def view_about(look: Lookup) -> AboutPage:
    """What was found, and what was not."""
    corpus = look.corpus
    speech = [q for q in corpus.quotations if q.kind in SPEECH]
    rows = [timeline_row(look, e) for e in corpus.timeline]
    return AboutPage(
        counts=_counts(look),
        unresolved=tuple(
            quotation_card(look, q) for q in [q for q in speech if not q.speaker][:MOST]
        ),
        undated=tuple(undated_row(look, d) for d in undated_dates(look)[:MOST]),
        inferred=tuple(r for r in rows if r.when.inferred)[:MOST],
        aside=_aside(look),
        skipped=tuple(Skipped(shown(s.path), look.phrase(s.reason)) for s in corpus.skipped),
        corrections=tuple(
            CorrectionLine(
                Words(
                    shown(" ".join(w for w in (c.action, *c.target, c.value or "") if w)),
                    editor="corrections.yml",
                ),
                c.applied,
            )
            for c in corpus.corrections
        ),
        sources=source_cards(look),
        version=generator.__version__,
        extent=look.site.settings.source_text,
    )


def view_data() -> DataPage:
    """Downloads, by kind."""
    return DataPage(
        tuple(
            DownloadGroup(
                heading,
                heading.split()[0].lower(),
                tuple(Download(f"data/{name}", name, label) for name, label in files),
            )
            for heading, files in DOWNLOADS.items()
        )
    )


def _counts(look: Lookup) -> tuple[Count, ...]:
    corpus = look.corpus
    speech = [q for q in corpus.quotations if q.kind in SPEECH]
    return (
        Count("Documents", len(corpus.documents), "sources/"),
        Count("Actors", sum(a.shown for a in corpus.actors), "actors/"),
        Count("Quotations that are speech", len(speech), "quotations/"),
        Count("of these with a known speaker", sum(bool(q.speaker) for q in speech), "quotations/"),
        Count(
            "Terms, titles and headline phrases",
            len(corpus.quotations) - len(speech),
            "quotations/#other",
        ),
        Count("Indirect statements", len(corpus.statements), "actors/"),
        Count("Timeline entries", len(corpus.timeline), "timeline/"),
        Count(
            "Time expressions without a date",
            len(undated_dates(look)),
            "about/#undated",
        ),
        Count("Topics", len(corpus.topics), "topics/"),
        Count("Files that could not be read", len(corpus.skipped), "about/#skipped"),
    )


def _aside(look: Lookup) -> tuple[SetAside, ...]:
    found: list[SetAside] = []
    if look.site.settings.source_text != "full":
        return ()
    for document in look.documents.values():
        zones = [z for z in document.zones if z.kind in FURNITURE]
        if zones:
            lines = tuple(look.words(document.id, z.start, z.end) for z in zones)
            found.append(SetAside(source_card(look, document.id), lines))
    return tuple(found)
