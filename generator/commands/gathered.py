"""What is known of a folder of seeds before anything is written, measured and told."""

from collections.abc import Sized

import msgspec
from msgspec import Struct

from generator.commands.accepted import accept_known
from generator.commands.build_warnings import (
    find_failed_stages,
    has_failures,
    locate_warnings,
    locate_words,
)
from generator.commands.gates import measure_gates
from generator.commands.outcome import BuildReport, Gate
from generator.commands.site_name import warn_of_name
from generator.config import Site
from generator.faults.fence import Fence
from generator.model.build_info import BuildInfo
from generator.model.corpus import Corpus
from generator.pages.files import WriteReport
from generator.pages.following import warn_of_missing
from generator.pages.page_files import KeptViews


class Gathered(Struct, frozen=True):
    """All that is known of a folder of seeds, before anything is written."""

    corpus: Corpus
    build_info: BuildInfo
    analysed: int
    """How many documents had to be analysed anew."""
    warnings: tuple[str, ...] = ()
    """What is wrong with the machine and not with a source."""
    withheld: tuple[str, ...] = ()
    """Paths of the documents that are withdrawn."""
    refused: bool = False
    """Whether the system refused a source, so that the same folder may give more another time."""
    gates: tuple[Gate, ...] = ()
    """What must hold, measured."""
    views: KeptViews | None = None
    """What came of its pages before, in a process that goes on."""


def measured(site: Site, gathered: Gathered, fence: Fence) -> Gathered:
    """What was gathered, measured before anything is written, so that pages tell what failed."""
    corpus, follow = gathered.corpus, site.settings.follow
    gates = fence.need("build.gates", lambda: measure_gates(corpus, site.settings.gates))
    warnings = (
        *fence.run("build.follow", lambda: tuple(warn_of_missing(corpus, follow)), ()),
        *fence.run("build.site_name", lambda: tuple(warn_of_name(site, corpus)), ()),
        *gathered.warnings,
    )
    return msgspec.structs.replace(gathered, gates=gates, warnings=warnings)


def report_of(site: Site, gathered: Gathered, written: WriteReport) -> BuildReport:
    """What the journey did up to its pages."""
    corpus = gathered.corpus
    tables: dict[str, Sized] = {
        "actors": corpus.actors,
        "quotations": corpus.quotations,
        "statements": corpus.statements,
        "dates": corpus.dates,
        "timeline": corpus.timeline,
        "topics": corpus.topics,
        "takeaways": corpus.takeaways,
    }
    return BuildReport(
        documents=len(corpus.documents),
        analysed=gathered.analysed,
        counts={name: len(rows) for name, rows in tables.items()},
        written=written.written,
        unchanged=len(written.unchanged),
        deleted=written.deleted,
        warned=accept_known(
            (
                *locate_warnings(corpus, site.settings),
                *(locate_words(words, site.settings) for words in gathered.warnings),
            ),
            site.settings,
        ),
        gates=gathered.gates,
        failed_stages=find_failed_stages(corpus),
        lasting=not (has_failures(corpus) or gathered.refused),
    )
