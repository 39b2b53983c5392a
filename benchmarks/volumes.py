"""What a folder costs, whole and in volumes: the figures behind `docs/guide/scale.md`.

    python benchmarks/volumes.py --articles N [--volumes N] [--write FIGURES.json]

Builds a made corpus (`made_corpus.py`), builds it again as it is, and again with one article
changed. CPU seconds are those of all processes; memory is the largest of one process. With
`--write` the figures are put into a file, under a name made of both numbers.
"""

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made_corpus import make_articles

SETTINGS = (
    "site_name: Bench\nplugins:\n  - search\n  - briefing:\n      volumes: {by: BY, above: 0}\n"
)
PROGRAMS = ("pagefind.js", "pagefind-worker.js")
ENTRY = "pagefind-entry.json"
Figures = dict[str, float]


def main() -> int:
    """Measure one corpus and print what it costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--volumes", type=int, default=1)
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_folder(root, chosen.articles, chosen.volumes)
        figures = measured(root, chosen.articles)
    if chosen.write:
        known = json.loads(chosen.write.read_text("utf-8")) if chosen.write.is_file() else {}
        known[f"{chosen.articles} in {chosen.volumes}"] = figures
        chosen.write.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", "utf-8")
    for name, value in figures.items():
        print(f"{name:<28}{value:16,.2f}")
    return 0


def make_folder(root: Path, articles: int, volumes: int) -> None:
    """A site of so many articles in so many collections."""
    for number, (name, text) in enumerate(make_articles(articles)):
        seed = root / "seeds" / f"part-{number * volumes // articles:03d}" / name
        seed.parent.mkdir(parents=True, exist_ok=True)
        seed.write_text(text, "utf-8")
    by = "collection" if volumes > 1 else "none"
    (root / "mkdocs.yml").write_text(SETTINGS.replace("BY", by), "utf-8")


def measured(root: Path, articles: int) -> Figures:
    """Every figure of a folder."""
    first_cpu, first_wall = build(root)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    _, nothing = build(root)
    one = sorted((root / "seeds").rglob("*.txt"))[articles // 2]
    one.write_text(f"{one.read_text('utf-8')}\nThe mayor of Tarn resigned.\n", "utf-8")
    changed_cpu, changed = build(root)
    site = root / "site"
    copies = sum(p.stat().st_size for p in site.rglob("briefing-offline.zip"))
    return {
        "articles": articles,
        "cpu_seconds": first_cpu,
        "wall_seconds": first_wall,
        "peak_megabytes": peak,
        "nothing_seconds": nothing,
        "changed_seconds": changed,
        "changed_cpu_seconds": changed_cpu,
        "pages": sum(1 for _ in site.rglob("*.html")),
        "files": sum(1 for p in site.rglob("*") if p.is_file()),
        "site_bytes": bytes_of(site) - copies,
        "copy_bytes": copies,
        "pages_bytes": bytes_of(root / "docs") + bytes_below(root, "docs"),
        "cache_bytes": sum(p.stat().st_size for p in root.rglob("annotations.sqlite")),
        "program_bytes": program_bytes(site),
        "contents_bytes": contents_bytes(site),
        "front_bytes": len(gzip.compress((site / "index.html").read_bytes())),
    }


def program_bytes(site: Path) -> int:
    """What a reader's first search fetches once, packed as servers do: Pagefind's programs."""
    bundle = site / "pagefind"
    programs = [*(bundle / name for name in PROGRAMS), bundle / "wasm.en.pagefind"]
    return sum(len(gzip.compress(p.read_bytes())) for p in programs if p.is_file())


def contents_bytes(site: Path) -> int:
    """What it fetches of every index before the pieces that hold its words: the contents."""
    bundles = [p.parent for p in site.rglob("pagefind-entry.json")]
    return sum(p.stat().st_size for b in bundles for p in (*b.glob("*.pf_meta"), b / ENTRY))


def bytes_of(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def bytes_below(root: Path, name: str) -> int:
    """The bytes of the volumes' folders of that name."""
    return sum(bytes_of(v / name) for v in root.glob(".cache/briefing/volumes/*"))


def build(root: Path) -> tuple[float, float]:
    """Run the command; CPU seconds of all its processes, and those of the wall."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "--quiet"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        check=True,
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


if __name__ == "__main__":
    sys.exit(main())
