"""Builds the seeds' site with the other engines that read mkdocs.yml, and says what differs.

Run it as ``python benchmarks/engines.py``. It reports and never fails: an engine that cannot be
installed or that stops is named with its reason. ProperDocs is a fork of MkDocs; Zensical is by
the makers of Material for MkDocs. Both are the newest that install, in a virtual environment of
their own (``.cache/engines``), so that nothing of them reaches the project's.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from mkdocs.config import load_config  # noqa: E402
from seeds_site import make_seeds_site  # noqa: E402

from generator.commands.verify import verify_site  # noqa: E402
from generator.config import Site  # noqa: E402
from generator.i18n.catalogue import load_catalogue  # noqa: E402
from generator.publish.engine import POLICY, prepare  # noqa: E402
from generator.read.seeds import read_seeds  # noqa: E402

PLACE = ROOT / ".cache" / "engines"
PACKAGES = {"properdocs": ("mkdocs-material", "nh3"), "zensical": ("nh3",)}
"""Engines, and what each needs beside itself: Material's theme, and nh3 for our sanitizer."""
PATIENCE = 300
"""Seconds after which an installation or a build is given up."""
MARKS = {
    "Content-Security-Policy": 'http-equiv="Content-Security-Policy"',
    "description": '<meta name="description"',
    "OpenGraph": 'property="og:title"',
    "feeds": 'type="application/atom+xml"',
    "JSON-LD": '"application/ld+json"',
    "stylesheet of ours": "assets/briefing/briefing.css",
    "script of ours": "assets/briefing/briefing.js",
}
"""What the head of a page must have wherever it has it from MkDocs."""


class Article(HTMLParser):
    """The words of a page's content area."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.depth, self.words = 0, []  # type: tuple[int, list[str]]
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count the way into the article."""
        if tag == "article" and "md-content__inner" in (dict(attrs).get("class") or ""):
            self.depth = 1
        elif tag == "article" and self.depth:
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        """Count the way out."""
        if tag == "article" and self.depth:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        """Keep the words inside."""
        if self.depth:
            self.words += data.split()


def run(command: list[str], cwd: Path) -> str:
    """Run a program in the engines' environment; the reason where it fails, else nothing."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "0", "NO_COLOR": "1"}
    try:
        done = subprocess.run(
            command, cwd=cwd, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = [*done.stderr.strip().splitlines(), *done.stdout.strip().splitlines()]
    return (lines[-1] if lines else "no message") if done.returncode else ""


def install() -> dict[str, str]:
    """The engines' versions by name; those that could not be installed are left out."""
    if not (PLACE / "bin" / "python").exists():
        venv.create(PLACE, with_pip=True, clear=True)
    python = str(PLACE / "bin" / "python")
    found = {}
    for name, others in PACKAGES.items():
        command = [python, "-m", "pip", "install", "-q", "-U", "--retries", "1", name, *others]
        reason = run(command, ROOT)
        if reason:
            print(f"{name} could not be installed: {reason}")
            continue
        ask = f"import importlib.metadata as m; print(m.version({name!r}))"
        done = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False)
        found[name] = done.stdout.strip()
    return found


def settings_for_others(folder: Path) -> Path:
    """The settings without our plugin: what it adds for the theme stands in them."""
    text = (folder / "mkdocs.yml").read_text("utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    prepare(config, serving=False)
    policy = config.extra[POLICY]
    text += f"\nextra:\n  {POLICY}: {policy!r}\n"
    target = folder / "others.yml"
    target.write_text(text.replace("site_dir: site", "site_dir: other"), "utf-8")
    return target


def compare(site: Site, other: Path) -> list[str]:
    """What differs from the site that MkDocs built, in lines for people."""
    ours = {p.relative_to(site.site_dir) for p in site.site_dir.rglob("*.html")}
    theirs = {p.relative_to(other) for p in other.rglob("*.html")}
    lines = [f"pages: {len(theirs)} (MkDocs: {len(ours)})"]
    lines += [f"missing: {p}" for p in sorted(ours - theirs)]
    words, lacking = 0, dict.fromkeys(MARKS, 0)
    for page in sorted(ours & theirs):
        one, two = ((d / page).read_text("utf-8") for d in (site.site_dir, other))
        words += Article(one).words != Article(two).words
        for name, mark in MARKS.items():
            lacking[name] += mark in one and mark not in two
    lines.append(f"pages whose words differ: {words}")
    lines += [f"pages without {name}: {count}" for name, count in lacking.items() if count]
    for name in ("sitemap.xml", "search/search_index.json", "llms.txt", "data/briefing.db"):
        if not (other / name).is_file():
            lines.append(f"no {name}")
    documents = read_seeds(site.seeds_dir).documents
    proven = verify_site(
        other, documents, catalogue=load_catalogue("en"), site_name=site.name, skipped=()
    )
    lines.append(f"proof: {proven.statements} statements, {len(proven.failures)} failures")
    return lines


def report(name: str, version: str, site: Site, folder: Path, settings: Path) -> None:
    """Build with one engine and print what differs."""
    start = time.perf_counter()
    other = folder / "other"
    shutil.rmtree(other, ignore_errors=True)
    reason = run([str(PLACE / "bin" / name), "build", "-f", settings.name], folder)
    print(f"{name} {version}: {time.perf_counter() - start:.1f} s")
    if reason or not (other / "index.html").is_file():
        print(f"  it stopped: {re.sub(chr(27) + r'.*?m', '', reason)[:300]}")
        return
    print("\n".join(f"  {line}" for line in compare(site, other)))


def main() -> None:
    """Install, build, compare, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = make_seeds_site(folder)
        settings = settings_for_others(folder)
        for engine, version in install().items():
            report(engine, version, site, folder, settings)


if __name__ == "__main__":
    main()
