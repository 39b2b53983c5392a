"""What is read of the made articles in every format: words of the body, boilerplate kept, facts.

    python benchmarks/intake.py [--actors]

For each format: F1 by words of the body, the share of its words that are none of the article's,
and how many of the titles, days and authors are right. With ``--actors`` (it parses; a minute) the
actors that no word of an article names: what stands around an article made them.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from made_formats import FORMATS
from made_layouts import LAYOUTS, STORIES, LaidOutStory
from msgspec import Struct

from generator.commands.build import gather
from generator.config import Settings
from generator.config.limits import LimitSettings
from generator.model.text import Document
from generator.read.seeds import read_seeds

TOLD = ("body", "subhead", "standfirst", "dateline")


class IntakeScore(Struct, frozen=True):
    """The figures of one format."""

    f1: float
    boilerplate: float
    titles: float
    days: float
    authors: float


def write_files(
    folder: Path, formats: Iterable[str], stories: Sequence[LaidOutStory]
) -> dict[str, LaidOutStory]:
    """A file for each format and story; gives the story by the file's name."""
    made = {}
    for name in formats:
        ending, make = FORMATS[name]
        for number, story in enumerate(stories):
            file = f"{name.lower().replace(' ', '-')}-{number}{ending}"
            (folder / file).write_bytes(make(story))
            made[file] = story
    return made


def measure(name: str) -> IntakeScore:
    """Every made story in one format."""
    with tempfile.TemporaryDirectory() as folder:
        made = write_files(Path(folder), [name], STORIES)
        documents = read_seeds(Path(folder)).documents
    pairs = [(d, made[d.path.partition("#")[0]]) for d in documents]
    scored = [_words(d, story) for d, story in pairs]
    found = sum(total for _, _, total in scored)
    count = len(STORIES)
    return IntakeScore(
        f1=sum(f1 for f1, _, _ in scored) / count,
        boilerplate=sum(other for _, other, _ in scored) / max(1, found),
        titles=sum(_value(d, "title") == s.title for d, s in pairs) / count,
        days=sum(_value(d, "published") == s.day for d, s in pairs) / count,
        authors=sum(_has_authors(d, s) for d, s in pairs) / count,
    )


def false_actors(stories: Sequence[LaidOutStory]) -> list[str]:
    """The actors of the pages and papers with boilerplate that no word of an article names."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder, FORMATS, stories)
        for layout, (ending, make, _) in LAYOUTS.items():
            for number, story in enumerate(stories):
                (folder / f"layout-{layout}-{number}{ending}").write_text(make(story), "utf-8")
        gathered = gather(
            folder,
            settings=Settings(limits=LimitSettings(workers=1)),
            cache_dir=None,
            progress=lambda _step, _done, _total: None,
        )
    said = " ".join(
        " ".join((s.title, s.publisher, *s.authors, *s.paragraphs)) for s in stories
    ).casefold()
    names = [actor.name for actor in gathered.corpus.actors]
    return [name for name in names if name.casefold() not in said]


def _words(document: Document, story: LaidOutStory) -> tuple[float, int, int]:
    """F1, words that are none of the story's, all words."""
    body = " ".join(
        document.text[z.start : z.end]
        for z in document.zones
        if z.kind in TOLD and z.rule != "mostly_date"
    )
    meant, found = Counter(" ".join(story.paragraphs).split()), Counter(body.split())
    both = (meant & found).total()
    f1 = 2 * both / (meant.total() + found.total())
    return f1, (found - meant).total(), found.total()


def _value(document: Document, name: str) -> str | None:
    fact = getattr(document.metadata, name)
    return fact.value if fact else None


def _has_authors(document: Document, story: LaidOutStory) -> bool:
    """All of them, or the first where the format names one."""
    found = [a.value for a in document.metadata.authors]
    return found in (list(story.authors), list(story.authors[:1]))


def table(scores: Mapping[str, IntakeScore]) -> list[str]:
    """A line for each format, figures in per cent."""
    lines = [f"{'':14} {'F1':>6} {'other':>6} {'titles':>7} {'days':>6} {'authors':>8}"]
    for name, s in scores.items():
        lines.append(
            f"{name:14} {s.f1:6.1%} {s.boilerplate:6.1%} {s.titles:7.0%} {s.days:6.0%} "
            f"{s.authors:8.0%}"
        )
    return lines


def main() -> None:
    """Print the figures."""
    print(*table({name: measure(name) for name in FORMATS}), sep="\n")
    if "--actors" in sys.argv:
        found = false_actors(STORIES)
        print(f"actors that no article names: {len(found)}", *found, sep="\n  ")


if __name__ == "__main__":
    main()
