"""What must hold for a build to pass, measured on the corpus."""

from collections.abc import Iterator

from generator.config import GateSettings
from generator.model.annotations import SPEECH
from generator.model.corpus import Corpus
from generator.model.text import Document

SET_ASIDE = frozenset({"boilerplate", "credit", "bio"})


def failed_gates(corpus: Corpus, gates: GateSettings) -> tuple[str, ...]:
    """One sentence for each gate that is not met, with the figure and the bound."""
    return tuple(_failures(corpus, gates))


def _failures(corpus: Corpus, gates: GateSettings) -> Iterator[str]:
    spoken = [q for q in corpus.quotations if q.kind in SPEECH]
    share = _share(sum(q.speaker_name is not None for q in spoken), len(spoken))
    if share < gates.quotations_with_speaker:
        yield (
            f"gates.quotations_with_speaker: {share:.2f} of the quotations have a speaker, "
            f"at least {gates.quotations_with_speaker:.2f} are asked for"
        )
    dated = [d for d in corpus.dates if d.precision not in ("duration", "vague")]
    share = _share(sum(d.value is not None for d in dated), len(dated))
    if share < gates.dates_resolved:
        yield (
            f"gates.dates_resolved: {share:.2f} of the dates have a value, "
            f"at least {gates.dates_resolved:.2f} are asked for"
        )
    for row in corpus.documents:
        aside = _excluded(row.document)
        if aside > gates.text_excluded:
            yield (
                f"gates.text_excluded: {aside:.2f} of {row.document.path} is set aside, "
                f"at most {gates.text_excluded:.2f} may be"
            )
    if len(corpus.skipped) > gates.seeds_skipped:
        yield (
            f"gates.seeds_skipped: {len(corpus.skipped)} seeds were skipped, "
            f"at most {gates.seeds_skipped} may be"
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _excluded(document: Document) -> float:
    """Share of the document's zones, in characters, that is set aside."""
    sizes = [(z.end - z.start, z.kind in SET_ASIDE) for z in document.zones]
    return 1 - _share(sum(n for n, aside in sizes if not aside), sum(n for n, _ in sizes))
