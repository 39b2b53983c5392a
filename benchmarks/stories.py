"""What finding the stories of a large folder costs: CPU seconds, and memory beyond the documents.

    python benchmarks/stories.py [--articles N] [--words N]

Makes a corpus (`made_corpus.py`), reads it, and finds its stories without any other stage. Fails
above a minute of CPU or 300 megabytes, which is what 10,000 articles may cost. The memory is the
peak of the process while it finds them, less what it held with the documents before.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from made_corpus import make_corpus

from generator.model.annotations import Annotations
from generator.read.seeds import read_seeds
from generator.resolve.stories import find_story_groups

ARTICLES, WORDS = 10_000, 145
SECONDS, MEGABYTES = 60.0, 300.0
STATUS, RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def main() -> int:
    """Measure once; 1 where it costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--words", type=int, default=WORDS)
    chosen = parser.parse_args()
    stories, seconds, megabytes = measure(chosen.articles, chosen.words)
    print(f"{chosen.articles} documents of {chosen.words} words, {stories} stories:", end=" ")
    print(f"{seconds:.1f} s CPU (at most {SECONDS:.0f}),", end=" ")
    print(f"{megabytes:.0f} MB (at most {MEGABYTES:.0f})")
    return int(seconds > SECONDS or megabytes > MEGABYTES)


def measure(articles: int, words: int) -> tuple[int, float, float]:
    """Stories, CPU seconds, and megabytes at the highest beyond the documents."""
    with tempfile.TemporaryDirectory() as folder:
        make_corpus(Path(folder), articles, words=words)
        documents = tuple(read_seeds(Path(folder)).documents)
    nothing = tuple(Annotations(d.id, d.language) for d in documents)
    find_story_groups(documents[:2], nothing[:2])  # what is loaded once is not the corpus's
    RESET.write_text("5")  # the highest so far is forgotten
    before, began = held("VmRSS"), time.process_time()
    groups = find_story_groups(documents, nothing)
    return len(groups), time.process_time() - began, held("VmHWM") - before


def held(field: str) -> float:
    """Megabytes of this process, now (`VmRSS`) or at the highest (`VmHWM`)."""
    lines = (line.split() for line in STATUS.read_text("ascii").splitlines())
    return next(int(line[1]) for line in lines if line[0] == f"{field}:") / 1000


if __name__ == "__main__":
    sys.exit(main())
