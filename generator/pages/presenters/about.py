"""The pages of method, quality and downloads."""

from collections.abc import Iterable

from generator.model.annotations import SPEECH
from generator.model.build_info import BuildInfo
from generator.model.corpus import Correction
from generator.model.visible_text import shown
from generator.model.words import first_word
from generator.model.zones import FOLDED
from generator.pages.corpus_index import CorpusIndex
from generator.pages.labels import ASIDE, MEASURED, STAGES
from generator.pages.presenters.cards import (
    quotation_card,
    source_card,
    source_cards,
    timeline_row,
    undated_dates,
    undated_row,
)
from generator.pages.views import (
    AboutPage,
    CorrectionLine,
    DataPage,
    Download,
    DownloadGroup,
    FailedStage,
    Measure,
    QualityCount,
    SetAside,
    Skipped,
    Version,
    Words,
)
from generator.provenance.quality import read_figures

CORRECTIONS = "corrections.yml"
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
        ("statements.csv", "Indirect statements"),
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
    "Originals": (("originals.zip", "The files of the sources, as they came"),),
    "Citations": (
        ("sources.csl.json", "Sources (CSL)"),
        ("sources.ris", "Sources (RIS)"),
        ("sources.bib", "Sources (BibTeX)"),
    ),
}


def view_about(index: CorpusIndex, build_info: BuildInfo) -> AboutPage:
    """What was found, and what was not."""
    corpus = index.corpus
    speech = [q for q in corpus.quotations if q.kind in SPEECH]
    rows = [timeline_row(index, e) for e in corpus.timeline]
    inferred = tuple(r for r in rows if r.when.inferred)
    aside = _aside(index)
    kept = "none" if index.site.settings.source_text == "full" else "hidden"
    return AboutPage(
        counts=_counts(index),
        lacking=_lacking(index, len(inferred)),
        unresolved=tuple(
            quotation_card(index, q) for q in [q for q in speech if not q.speaker][:MOST]
        ),
        undated=tuple(undated_row(index, d) for d in undated_dates(index)[:MOST]),
        inferred=inferred[:MOST],
        aside=aside,
        aside_note=ASIDE[kept if kept == "hidden" or not aside else "shown"],
        failed=_failed(index),
        skipped=tuple(Skipped(shown(s.path), index.phrase(s.reason)) for s in corpus.skipped),
        corrections=tuple(map(_correction, corpus.corrections)),
        sources=source_cards(index)[:MOST],
        more_sources=len(index.documents) if len(index.documents) > MOST else 0,
        measures=_measures(index),
        versions=_versions(build_info),
    )


def stage_labels(stages: Iterable[str]) -> tuple[str, ...]:
    """Messages of what stages find, each once, in order; for stages without one, none."""
    return tuple(dict.fromkeys(label for s in stages if (label := _stage_label(s))))


def _stage_label(stage: str) -> str:
    """What a stage finds, as a message; each export is one of the downloads."""
    return STAGES["pages."] if stage.startswith("pages.") else STAGES.get(stage, "")


def _failed(index: CorpusIndex) -> tuple[FailedStage, ...]:
    """What unexpected errors left out: of the corpus first, then by document."""
    corpus = index.corpus
    rows = [("", f) for f in corpus.failures]
    rows += [(r.document.path, f) for r in corpus.documents for f in r.failures]
    return tuple(
        FailedStage(shown(path), _stage_label(f.stage), f.error, f.digest) for path, f in rows
    )


def view_data(index: CorpusIndex) -> DataPage:
    """Downloads, by kind; without those that an error left out."""
    failed = {f.stage for f in index.corpus.failures}
    return DataPage(
        tuple(
            DownloadGroup(
                heading,
                first_word(heading).lower(),
                tuple(
                    Download(f"data/{name}", name, label)
                    for name, label in files
                    if f"pages.data/{name}" not in failed
                ),
            )
            for heading, files in DOWNLOADS.items()
            if heading != "Originals" or index.site.settings.publish_originals
            if heading != "Offline" or "publish.offline" not in failed
        )
    )


def _counts(index: CorpusIndex) -> tuple[QualityCount, ...]:
    corpus = index.corpus
    speech = [q for q in corpus.quotations if q.kind in SPEECH]
    return (
        QualityCount("Documents", len(corpus.documents), "sources/"),
        QualityCount("Actors", sum(a.shown for a in corpus.actors), "actors/"),
        QualityCount("Quotations that are speech", len(speech), "quotations/"),
        QualityCount(
            "of these with a known speaker", sum(bool(q.speaker) for q in speech), "quotations/"
        ),
        QualityCount(
            "Terms, titles and headline phrases",
            len(corpus.quotations) - len(speech),
            "quotations/#other",
        ),
        QualityCount("Indirect statements", len(corpus.statements), "actors/"),
        QualityCount("Timeline entries", len(corpus.timeline), "timeline/"),
        QualityCount("Topics", len(corpus.topics), "topics/"),
    )


def _lacking(index: CorpusIndex, inferred: int) -> tuple[QualityCount, ...]:
    """What was left open, inferred or set aside; each number leads to its list."""
    corpus = index.corpus
    silent = sum(q.kind in SPEECH and not q.speaker for q in corpus.quotations)
    unsaid = sum(not s.speaker for s in corpus.statements)
    aside = sum(
        z.kind in FOLDED and bool(d.text[z.start : z.end].strip())
        for d in index.documents.values()
        for z in d.zones
    )
    return (
        QualityCount("Quotations without a known speaker", silent, "about/#unresolved"),
        QualityCount("Indirect statements without a known speaker", unsaid, "data/statements.json"),
        QualityCount(
            "Time expressions without a date", len(undated_dates(index)), "about/#undated"
        ),
        QualityCount("Timeline entries whose year was inferred", inferred, "about/#inferred"),
        QualityCount("Lines set aside", aside, "about/#aside"),
        QualityCount("Files that could not be read", len(corpus.skipped), "about/#skipped"),
    )


def _measures(index: CorpusIndex) -> tuple[Measure, ...]:
    figures = {(f.set, f.key): f.percent for f in read_figures()}
    return tuple(
        Measure(label, index.catalogue.percent(figures[key]))
        for key, label in MEASURED.items()
        if key in figures
    )


def _versions(build_info: BuildInfo) -> tuple[Version, ...]:
    return (
        Version("Generator", build_info.generator_version, ""),
        Version("Rules and word lists", "", build_info.rules),
        Version("Language model", build_info.model, build_info.model_sha256),
    )


def _correction(line: Correction) -> CorrectionLine:
    """A line of the editor's file in the editor's own words."""
    asked = (line.action, *line.target, line.value or "")
    words = Words(shown(" ".join(w for w in asked if w)), editor=CORRECTIONS)
    return CorrectionLine(words, Words(shown(line.why), editor=CORRECTIONS), line.applied)


def _aside(index: CorpusIndex) -> tuple[SetAside, ...]:
    found: list[SetAside] = []
    if index.site.settings.source_text != "full":
        return ()
    for document in index.documents.values():
        zones = [z for z in document.zones if z.kind in FOLDED]
        if zones:
            lines = (index.words(document.id, z.start, z.end) for z in zones)
            seen = tuple(words for words in lines if words.text)  # private lines are blank
            found += [SetAside(source_card(index, document.id), seen)] if seen else []
    return tuple(found)
