"""What must hold for a build to pass, measured on the corpus."""

from collections.abc import Iterator

from generator.commands.outcome import Gate, counted
from generator.config import GateSettings
from generator.model.annotations import SPEECH
from generator.model.corpus import Corpus
from generator.model.text import Document
from generator.model.zones import SET_ASIDE


def measure_gates(corpus: Corpus, gates: GateSettings) -> tuple[Gate, ...]:
    """Each gate with its figure; of documents those that fail, or the one that is nearest to."""
    return tuple(_gates(corpus, gates))


def _gates(corpus: Corpus, gates: GateSettings) -> Iterator[Gate]:
    spoken = [q for q in corpus.quotations if q.kind in SPEECH]
    share = _share(sum(q.speaker_name is not None for q in spoken), len(spoken))
    yield _least(
        "quotations_with_speaker",
        share,
        gates.quotations_with_speaker,
        "of the quotations have a speaker",
    )
    dated = [d for d in corpus.dates if d.precision not in ("duration", "vague")]
    share = _share(sum(d.value is not None for d in dated), len(dated))
    yield _least("dates_resolved", share, gates.dates_resolved, "of the dates have a value")
    yield from _excluded_gates(corpus, gates.text_excluded)
    skipped = len(corpus.skipped)
    yield Gate(
        "gates.seeds_skipped",
        skipped,
        gates.seeds_skipped,
        skipped <= gates.seeds_skipped,
        f"gates.seeds_skipped: {counted(skipped, 'seeds')} skipped, "
        f"at most {gates.seeds_skipped} may be",
    )


def _least(name: str, share: float, bound: float, what: str) -> Gate:
    words = f"gates.{name}: {share:.2f} {what}, at least {bound:.2f} are asked for"
    return Gate(f"gates.{name}", share, bound, share >= bound, words)


def _excluded_gates(corpus: Corpus, bound: float) -> Iterator[Gate]:
    shares = [(_excluded(row.document), row.document.path) for row in corpus.documents]
    failed = [one for one in shares if one[0] > bound]
    for aside, path in failed or sorted(shares, reverse=True)[:1]:
        words = (
            f"gates.text_excluded: {aside:.2f} of {path} is set aside, at most {bound:.2f} may be"
        )
        yield Gate("gates.text_excluded", aside, bound, aside <= bound, words, path)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _excluded(document: Document) -> float:
    """Share of the document's zones, in characters, that is set aside."""
    sizes = [(z.end - z.start, z.kind in SET_ASIDE) for z in document.zones]
    return 1 - _share(sum(n for n, aside in sizes if not aside), sum(n for n, _ in sizes))
