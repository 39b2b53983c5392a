"""What a build has to tell of its sources and of its own failures, a sentence each."""

from generator.model.corpus import Corpus


def find_warnings(corpus: Corpus) -> tuple[str, ...]:
    """Everything that makes the pages poorer than they should be, one sentence each."""
    skipped = (f"{s.path}: {s.reason}; it was skipped" for s in corpus.skipped)
    documents = (f"{row.document.path}: {w}" for row in corpus.documents for w in row.warnings)
    failed = (
        f"{row.document.path}: {f.stage} ended in an unexpected error ({f.error} {f.digest}); "
        "what it would have found is missing"
        for row in corpus.documents
        for f in row.failures
    )
    return (*skipped, *documents, *failed, *corpus.warnings)


def find_failed_stages(corpus: Corpus) -> tuple[str, ...]:
    """Blocks of the corpus and exports that an unexpected error left out, one sentence each."""
    return tuple(
        f"{f.stage} ended in an unexpected error ({f.error} {f.digest}); it was left out"
        for f in corpus.failures
    )


def has_failures(corpus: Corpus) -> bool:
    """Whether an unexpected error left out anything."""
    return bool(corpus.failures) or any(row.failures for row in corpus.documents)
