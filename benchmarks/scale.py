"""What a corpus costs, as ratios of one run: `make bench`.

    python benchmarks/scale.py [--articles N] [--words N] [--keep FOLDER]

Makes a corpus (`made_corpus.py`), parses it bare (`nlp.pipe`), builds it, builds it again as it is,
changes one article, and builds again. CPU seconds are those of this process and its children;
machines are noisy, so the ratios are what to compare.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import spacy
from made_corpus import make_corpus

from generator.config import Settings
from generator.extract.annotate import find_annotations
from generator.language.pipeline import load_language_model
from generator.read.seeds import read_seeds


def main() -> int:
    """Run every measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--words", type=int, default=145)
    parser.add_argument("--keep", type=Path, help="build here and leave it")
    chosen = parser.parse_args()
    with nullcontext(chosen.keep) if chosen.keep else tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_corpus(root / "seeds", chosen.articles, words=chosen.words)
        (root / "mkdocs.yml").write_text("site_name: Bench\n", "utf-8")
        rows = measured(root, chosen.articles)
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"{name:<{width}}  {value:10.2f}")
    return 0


def measured(root: Path, articles: int) -> list[tuple[str, float]]:
    """The table's rows."""
    parse, extraction = stages(root / "seeds")
    first, peak = build(root)
    unchanged, _ = build(root)
    one = sorted((root / "seeds").glob("*.txt"))[articles // 2]
    one.write_text(f"{one.read_text('utf-8')}\nThe mayor of Tarn resigned.\n", "utf-8")
    changed, _ = build(root)
    pages = sum(1 for _ in (root / "site").rglob("*.html"))
    copy = (root / "site" / "data" / "briefing-offline.zip").stat().st_size
    size = sum(p.stat().st_size for p in (root / "site").rglob("*") if p.is_file()) - copy
    steps = first["seconds"]
    generator = steps["read and analyse"] + steps["write pages"]
    return [
        ("bare parse, CPU seconds", parse),
        ("extraction / bare parse", extraction / parse),
        ("generator (wall) / bare parse", generator / parse),
        ("engine, index and copy: milliseconds a page", 1000 * steps["build the site"] / pages),
        ("peak megabytes of the main process", peak),
        ("first build, seconds", sum(steps.values())),
        ("nothing changed, seconds", unchanged["wall"]),
        ("one article changed, seconds", changed["wall"]),
        ("  of which read and resolve", changed["seconds"]["read and analyse"]),
        ("  of which pages", changed["seconds"]["write pages"]),
        ("  of which engine, index and copy", changed["seconds"]["build the site"]),
        ("pages", pages),
        ("kilobytes of the site an article, offline copy apart", size / 1000 / articles),
    ]


def stages(seeds: Path) -> tuple[float, float]:
    """CPU seconds of a bare parse of all texts, and of every extraction stage with its parse."""
    name = Settings().nlp.model
    model, bare = load_language_model(name), spacy.load(name)
    documents = read_seeds(seeds).documents
    texts = [d.text for d in documents]
    parse = cpu(lambda: [None for _ in bare.pipe(texts)])
    return parse, cpu(lambda: [find_annotations(d, model=model) for d in documents])


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def build(root: Path) -> tuple[dict, float]:  # type: ignore[type-arg]  # as JSON has it
    """Run the command; what it says of its steps, with the wall's seconds, and the peak memory."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--json"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        check=True,
    )
    said = json.loads(done.stdout)
    said["wall"] = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    return said, peak


if __name__ == "__main__":
    sys.exit(main())
