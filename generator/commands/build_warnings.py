"""What a build has to tell of its sources and of its own failures, a sentence each."""

import re
from collections.abc import Iterable, Iterator

from generator.commands.outcome import Warned
from generator.config import Settings, shown_address
from generator.model.corpus import Corpus
from generator.model.failures import Failure

FILED = re.compile(r"(?P<name>[^:\n]+?):(?P<line>\d+): ")
"""How a sentence begins that names a file beside a seed, and a line of it."""
LINE = re.compile(r"\blines? (\d+)")
FRONT_MATTER = "front matter"


def find_warnings(corpus: Corpus) -> tuple[str, ...]:
    """Everything that makes the pages poorer than they should be, one sentence each."""
    return tuple(w.words for w in locate_warnings(corpus, Settings()))


def locate_warnings(corpus: Corpus, settings: Settings) -> tuple[Warned, ...]:
    """The same sentences with the files that they are about, by their paths in the site."""
    return tuple(_warnings(corpus, shown_address(settings.seeds)))


def locate_words(words: str, settings: Settings) -> Warned:
    """A sentence that begins with the name of a settings file, and a line of it."""
    match = re.match(r"(seeds/corrections\.yml|mkdocs\.yml)(?::(\d+))?: ", words)
    if match is None:
        return Warned(words)
    file = match[1].replace("seeds/", f"{shown_address(settings.seeds)}/")
    return Warned(words, file, int(match[2] or 0))


def _warnings(corpus: Corpus, seeds: str) -> Iterator[Warned]:
    for s in corpus.skipped:
        yield Warned(f"{s.path}: {s.reason}; it was skipped", f"{seeds}/{s.path}")
    for row in corpus.documents:
        for words in row.warnings:
            file, line = _place(words, row.document.path)
            yield Warned(f"{row.document.path}: {words}", f"{seeds}/{file}", line)
    for row in corpus.documents:
        for f in row.failures:
            told = (
                f"{row.document.path}: {f.stage} ended in an unexpected error ({f.error} "
                f"{f.digest}); what it would have found is missing"
            )
            yield Warned(told, f"{seeds}/{_place('', row.document.path)[0]}")
    for words in corpus.warnings:
        yield locate_words(words, Settings(seeds=seeds))


def _place(words: str, path: str) -> tuple[str, int]:
    """The file that a document's warning is about: its own, or one beside it; and the line."""
    own = path.partition("#")[0]  # an article of a file of several is named behind this mark
    filed = FILED.match(words)
    if filed and filed["name"] != FRONT_MATTER:
        folder = own.rpartition("/")[0]
        return "/".join(filter(None, (folder, filed["name"]))), int(filed["line"])
    if filed:
        return own, int(filed["line"])
    line = LINE.search(words)
    return own, int(line[1]) if line else 0


def find_failed_stages(corpus: Corpus) -> tuple[str, ...]:
    """Blocks of the corpus and exports that an unexpected error left out, one sentence each."""
    return describe_failures(corpus.failures)


def describe_failures(failures: Iterable[Failure]) -> tuple[str, ...]:
    """What unexpected errors left out, one sentence each."""
    return tuple(
        f"{f.stage} ended in an unexpected error ({f.error} {f.digest}); it was left out"
        for f in failures
    )


def has_failures(corpus: Corpus) -> bool:
    """Whether an unexpected error left out anything."""
    return bool(corpus.failures) or any(row.failures for row in corpus.documents)
