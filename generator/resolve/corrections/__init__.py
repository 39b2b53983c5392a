"""The editor's word, applied last to what the rules found.

Each correction changes the corpus by one step, in file order, and is marked as applied; one that
finds nothing to change any more leaves the corpus as it is and a warning that names it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec.structs import replace

from generator.model.corpus import Corpus, Correction
from generator.model.withdrawal import WITHDRAW
from generator.resolve.corrections.actors import hide, merge, pin, rename, role, split, type_
from generator.resolve.corrections.lines import exclude
from generator.resolve.corrections.rows import date, reattribute

Step = Callable[[Corpus, Correction], Corpus | None]
STEPS: Mapping[str, Step] = {
    "merge": merge,
    "split": split,
    "rename": rename,
    "type": type_,
    "role": role,
    "hide": hide,
    "pin": pin,
    "reattribute": reattribute,
    "date": date,
    "exclude": exclude,
    WITHDRAW: lambda corpus, _: corpus,  # done before anything is read; its file may be gone
}
"""What each action does; a step gives None where it no longer applies."""


def apply_corrections(
    corpus: Corpus, corrections: Sequence[Correction], *, before: Collection[int] = ()
) -> Corpus:
    """The corpus with each correction applied, and marked where it no longer applies.

    Those without a step here were applied to the stories before; `before` has the lines of those
    that found what they change.
    """
    marked: list[Correction] = []
    warnings: list[str] = []
    for correction in corrections:
        step = STEPS.get(correction.action)
        found = corpus if correction.line in before else None
        changed = step(corpus, correction) if step else found
        marked.append(replace(correction, applied=changed is not None))
        if changed is None:
            warnings.append(_warning(correction))
        corpus = changed or corpus
    if not corrections:
        return corpus
    return replace(
        corpus,
        corrections=(*corpus.corrections, *marked),
        warnings=(*corpus.warnings, *(w for w in warnings if w not in corpus.warnings)),
    )


def _warning(correction: Correction) -> str:
    targets = " ".join(correction.target)
    return (
        f"seeds/corrections.yml:{correction.line}: {correction.action} {targets} "
        "no longer applies: remove it, or mend its target"
    )
