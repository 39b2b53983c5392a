"""What a corpus costs, as ratios of one run: `make bench`.

    python benchmarks/scale.py [--articles N] [--larger N] [--words N] [--keep FOLDER]

Makes a corpus (`made_corpus.py`), parses it bare (`nlp.pipe`), writes its pages with one worker,
then its site, proves it, builds again as it is, changes one article, builds again, and builds all
with two workers. With `--larger` a second corpus shows what grows. CPU seconds are those of a
command and its children; machines are noisy, so the ratios are what to compare. Memory is read
from `/proc`: what the command and its children hold at once, shared pages counted once.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import NamedTuple

import spacy
from made_corpus import make_corpus

from generator.config import Settings
from generator.extract.annotate import find_annotations
from generator.language.pipeline import load_language_model
from generator.read.seeds import read_seeds

LONG, LONG_ARTICLES = 700, 40
"""Words of an article, and how many are read to see what extraction costs."""
SETTINGS = "site_name: Bench\nplugins:\n  - briefing:\n      limits:\n        workers: {workers}\n"
EVERY = 0.5
"""Seconds between two looks at the memory."""
FIRST_SEARCH = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # an owner's Python keeps what it has compiled
RESULTS = 10
"""Results that a reader sees first, each a file."""


class MeasuredRun(NamedTuple):
    """What one command took."""

    wall: float
    cpu: float
    peak: float
    """Megabytes of the whole tree of processes."""


def main() -> int:
    """Run every measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--larger", type=int, default=0, help="a second corpus, for what grows")
    parser.add_argument("--words", type=int, default=145)
    parser.add_argument("--keep", type=Path, help="build here and leave it")
    chosen = parser.parse_args()
    with nullcontext(chosen.keep) if chosen.keep else tempfile.TemporaryDirectory() as folder:
        for name, value in measured(Path(folder), chosen):
            print(f"{name:<62}  {value:10.2f}", flush=True)
    return 0


def measured(folder: Path, chosen: argparse.Namespace) -> Iterator[tuple[str, float]]:
    """The table's rows, each as soon as it is known."""
    root = made(folder / "one", chosen.articles, chosen.words)
    make_corpus(folder / "long", LONG_ARTICLES, words=LONG)
    long_parse, long_extraction = stages(folder / "long")
    parse, extraction = stages(root / "seeds")
    yield f"extraction / bare parse, CPU, {LONG} words", long_extraction / long_parse
    yield f"extraction / bare parse, CPU, {chosen.words} words", extraction / parse
    pages, engine = command(root, "generate"), command(root, "build")
    built = html_pages(root)
    yield "generator / bare parse, CPU", pages.cpu / parse
    yield "peak megabytes of the tree, one worker", max(pages.peak, engine.peak)
    yield "  of which read, resolve and write pages", pages.peak
    yield "engine, index and copy: CPU milliseconds a page", 1000 * engine.cpu / built
    yield "pages", built
    yield (
        "verify / build, one worker, wall",
        command(root, "verify").wall / (pages.wall + engine.wall),
    )
    yield from took("nothing changed", command(root, "build"))
    change_one(root)
    yield from took("one article changed: pages", command(root, "generate"))
    yield from took("one article changed: engine, index and copy", command(root, "build"))
    yield "kilobytes of a first search", first_search(root / "site" / "pagefind") / 1000
    yield "kilobytes of the site an article, copy apart", size(root) / 1000 / chosen.articles
    two = made(folder / "two", chosen.articles, chosen.words, workers=2)
    yield "first build: one worker / two, wall", (pages.wall + engine.wall) / command(two).wall
    if chosen.larger:
        root = made(folder / "larger", chosen.larger, chosen.words)
        more, engine_more = command(root, "generate"), command(root, "build")
        share = chosen.larger / chosen.articles
        yield "growth of the generator's CPU an article", more.cpu / pages.cpu / share
        per_page = engine.cpu / built
        yield "growth of the engine's CPU a page", engine_more.cpu / html_pages(root) / per_page
        yield "peak megabytes, larger corpus", max(more.peak, engine_more.peak)
        yield from took("nothing changed, larger corpus", command(root, "build"))
        change_one(root)
        yield from took("one article changed, larger corpus", command(root, "build"))


def took(what: str, run: MeasuredRun) -> Iterator[tuple[str, float]]:
    """The seconds of a command on the clock, and those that it had of a processor."""
    yield f"{what}, seconds", run.wall
    yield f"{what}, CPU seconds", run.cpu


def made(root: Path, articles: int, words: int, *, workers: int = 1) -> Path:
    """A folder with a made corpus and settings."""
    make_corpus(root / "seeds", articles, words=words)
    (root / "mkdocs.yml").write_text(SETTINGS.format(workers=workers), "utf-8")
    return root


def change_one(root: Path) -> None:
    """Give the article in the middle one more sentence."""
    seeds = sorted((root / "seeds").glob("*.txt"))
    one = seeds[len(seeds) // 2]
    one.write_text(f"{one.read_text('utf-8')}\nThe mayor of Tarn resigned.\n", "utf-8")


def html_pages(root: Path) -> int:
    """How many pages the site has."""
    return sum(1 for _ in (root / "site").rglob("*.html"))


def size(root: Path) -> int:
    """Bytes of the site without the copy to take away."""
    copy = (root / "site" / "data" / "briefing-offline.zip").stat().st_size
    return sum(p.stat().st_size for p in (root / "site").rglob("*") if p.is_file()) - copy


def first_search(index: Path) -> int:
    """Bytes that a reader's first search asks for, programs packed as servers do: the dearest."""
    if not index.is_dir():
        return 0
    programs = [index / name for name in FIRST_SEARCH if (index / name).is_file()]
    fixed = [*index.glob("*.pf_meta"), *(index / "filter").iterdir()]
    found = [sorted(p.stat().st_size for p in (index / n).iterdir()) for n in ("index", "fragment")]
    words, results = found
    mean = sum(results) // max(1, len(results))
    packed = sum(len(gzip.compress(p.read_bytes())) for p in programs)
    return packed + sum(p.stat().st_size for p in fixed) + words[-1] + RESULTS * mean


def stages(seeds: Path) -> tuple[float, float]:
    """CPU seconds of a bare parse of all texts, and of every extraction stage with its parse."""
    name = Settings().nlp.model
    model, bare = load_language_model(name), spacy.load(name)
    documents = read_seeds(seeds).documents
    texts = [d.text for d in documents]
    parse = cpu(lambda: [None for _ in bare.pipe(texts)])
    return parse, cpu(lambda: [None for d in documents if find_annotations(d, model=model) is None])


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def command(root: Path, name: str = "build") -> MeasuredRun:
    """Run a command in a folder."""
    start = time.perf_counter()
    before = os.times()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", name, "--json"],
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(held(pid) for pid in tree(process.pid)))
        with suppress(subprocess.TimeoutExpired):
            process.wait(EVERY)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, json.dumps(process.args))
    after = os.times()
    used = after.children_user + after.children_system
    used -= before.children_user + before.children_system
    return MeasuredRun(time.perf_counter() - start, used, peak / 1000)


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for one in found:
        with suppress(OSError):
            for thread in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (thread / "children").read_text("ascii").split())
    return found


def held(pid: int) -> int:
    """Kilobytes that a process holds, its part of what it shares."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
