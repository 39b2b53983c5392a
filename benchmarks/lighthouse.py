"""Lighthouse as on a phone, on the pages of the seeds' site: prints a table, fails below the bars.

Run it as ``python benchmarks/lighthouse.py [SITE_DIR] [--runs 3] [--calibrate]`` after ``npm ci``
in ``tests/e2e``. Without a folder the seeds' site is built in a passing one. It is served from this
machine, gzipped as any web server would. Machines are noisy: performance is the median of the runs
(a first one that is far above its bar is not repeated), everything else the worst of them.

Lighthouse takes the machine for a fast desktop and slows it down four times. The column "machine"
says how fast this one was (1500 and more is a fast desktop); on a slower or a busy one the figures
are of the machine and not of the page, and ``--calibrate`` slows down as Lighthouse's table asks.
"""

import argparse
import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from seeds_site import make_seeds_site  # noqa: E402 the path comes first

COMMAND = ROOT / "tests" / "e2e" / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {
    "home": "",
    "actor": "actors/donald-trump/",
    "source": "sources/003-7112adcedfa7c1bb/",
    "search": "search/",
    "quotations": "quotations/",
    "compare": "compare/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
BARS = dict.fromkeys(CATEGORIES, 100)
PERFORMANCE = {"search": 90}
"""Performance below which a page fails, where it is not 95: the search compiles its program."""
USUAL = 95
SLOWDOWNS = ((1500, 4), (800, 2), (0, 1))
"""From which index of the machine on a phone is how many times slower (its docs/throttling.md)."""
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
Scores = dict[str, int]


class Packing(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, gzipping what can be packed, without a word."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> None:  # type: ignore[override]  # it answers as well, or not at all
        """Answer with a file, packed; folders and what is missing as usual."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if self.path.split("?")[0].endswith("/") else path
        if file.suffix not in PACKED or not file.is_file():
            return super().send_head()  # type: ignore[return-value]  # as above
        content = gzip.compress(file.read_bytes(), 6, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(str(file))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(content)
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 its own name
        """Nothing."""


@contextmanager
def serve_packed(folder: Path) -> Iterator[str]:
    """A built site on a free port of this machine, gzipped."""
    handler = functools.partial(Packing, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def measure(address: str, keep: Path | None, slowdown: int) -> dict[str, object]:
    """One run of Lighthouse with its settings for a phone."""
    command = ["node", str(COMMAND), address, "--output=json", "--quiet"]
    command += [f"--only-categories={','.join(CATEGORIES)}", "--max-wait-for-load=45000"]
    command += [f"--throttling.cpuSlowdownMultiplier={slowdown}"]
    command += ["--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage"]
    chrome = shutil.which("chromium") or shutil.which("google-chrome") or ""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "CHROME_PATH": chrome, "TMPDIR": folder}
        done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    if done.returncode or not done.stdout:
        raise SystemExit(f"Lighthouse stopped: {done.stderr[-2000:]}")
    if keep:
        keep.write_text(done.stdout, "utf-8")
    report: dict[str, object] = json.loads(done.stdout)
    return report


def scores(report: dict[str, object]) -> Scores:
    """Points of 100 by category, and how fast the machine was."""
    categories, machine = report["categories"], report["environment"]["benchmarkIndex"]  # type: ignore[index]  # the JSON of a report
    points = {name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES}  # type: ignore[index]  # the JSON of a report
    return {**points, "machine": round(machine)}


def judge(page: str, address: str, runs: int, keep: Path | None, *, calibrate: bool) -> Scores:
    """The scores of a page: the median of its runs for performance, the worst for the others."""
    bar, slowdown = PERFORMANCE.get(page, USUAL), SLOWDOWNS[0][1]
    found: list[Scores] = []
    for number in range(runs):
        target = keep / f"{page}-{number}.json" if keep else None
        found.append(scores(measure(address, target, slowdown)))
        if number == 0 and found[0]["performance"] >= bar + 3:
            break
        if number == 0 and calibrate:
            machine = found[0]["machine"]
            slowdown = next(times for index, times in SLOWDOWNS if machine >= index)
    counted = found[1:] if calibrate and len(found) > 1 else found
    worst = {c: min(s[c] for s in found) for c in (*CATEGORIES, "machine")}
    return {**worst, "performance": round(statistics.median(s["performance"] for s in counted))}


def show_table(found: dict[str, Scores]) -> list[str]:
    """Print the table; gives what lies below its bar."""
    columns = (*CATEGORIES, "machine")
    print(f"{'page':<12}" + "".join(f"{name:>16}" for name in columns))
    low = []
    for page, values in found.items():
        print(f"{page:<12}" + "".join(f"{values[name]:>16}" for name in columns))
        bars = {**BARS, "performance": PERFORMANCE.get(page, USUAL)}
        low += [
            f"{page}: {name} {values[name]} < {bars[name]}"
            for name in CATEGORIES
            if values[name] < bars[name]
        ]
    return low


def main() -> None:
    """Measure the pages and fail where one lies below a bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="folder for the reports")
    parser.add_argument("--calibrate", action="store_true", help="for a slow or busy machine")
    parser.add_argument("--pages", nargs="*", default=list(PAGES), choices=list(PAGES))
    options = parser.parse_args()
    if not COMMAND.is_file():
        raise SystemExit("Lighthouse is not installed: run `npm ci` in tests/e2e")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or make_seeds_site(Path(folder)).site_dir
        with serve_packed(site) as base:
            found = {
                page: judge(
                    page,
                    base + PAGES[page],
                    options.runs,
                    options.keep,
                    calibrate=options.calibrate,
                )
                for page in options.pages
            }
    low = show_table(found)
    print("\n".join(low) if low else "All pages reach their bars.")
    sys.exit(bool(low))


if __name__ == "__main__":
    main()
