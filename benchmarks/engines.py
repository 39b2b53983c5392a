"""Builds the demo's site with the other engines that read mkdocs.yml, and says what differs.

Run it as ``python benchmarks/engines.py``. It reports and never fails: an engine that cannot be
installed or that stops is named with its reason. ProperDocs is a fork of MkDocs; Zensical is by
the makers of Material for MkDocs. Both are the newest that install, each in a virtual environment
of its own (``.cache/engines``) that sees the project's packages but gives it none.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
import venv
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from seeds_site import DEMO, NAME  # noqa: E402 the path comes first

from generator.commands.own_pages import own_words  # noqa: E402 the path comes first
from generator.commands.verify import verify_site  # noqa: E402 the path comes first
from generator.config import Site, read_site  # noqa: E402 the path comes first
from generator.config.engines import ENGINES  # noqa: E402 the path comes first
from generator.i18n.catalogue import load_catalogue  # noqa: E402 the path comes first
from generator.read.seeds import read_seeds  # noqa: E402 the path comes first

PLACE = ROOT / ".cache" / "engines"
PATIENCE = 300
"""Seconds after which an installation or a build is given up."""
MARKS = {
    "Content-Security-Policy": 'http-equiv="Content-Security-Policy"',
    "description": '<meta name="description"',
    "OpenGraph": 'property="og:title"',
    "feeds": 'type="application/atom+xml"',
    "JSON-LD": '"application/ld+json"',
    "stylesheet of ours": "assets/briefing/briefing.css",
    "header search": 'class="bf-header-search"',
    "script of ours": "assets/briefing/briefing.js",
}
"""What the head of a page must have wherever it has it from MkDocs."""
FILES = (
    "404.html",
    "data/briefing-offline.zip",
    "data/briefing.db",
    "llms.txt",
    "pagefind/pagefind.js",
    "sitemap.xml",
)
"""What is no page and must be there."""


class SiteArticle(HTMLParser):
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
    """Run a program; the reason where it fails, else nothing."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_COLOR": "1"}
    try:
        done = subprocess.run(
            command, cwd=cwd, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = [*done.stderr.strip().splitlines(), *done.stdout.strip().splitlines()]
    return (lines[-1] if lines else "no message") if done.returncode else ""


def python_of(engine: str) -> Path:
    """The Python of an engine's environment."""
    return PLACE / engine / "bin" / "python"


def install(engine: str) -> str:
    """Make an engine's environment, over the project's packages; its version, "" without it."""
    if not python_of(engine).exists():
        venv.create(PLACE / engine, with_pip=True, clear=True)
        packages = next((PLACE / engine / "lib").glob("python*/site-packages"))
        lines = f"{ROOT}\n{sysconfig.get_paths()['purelib']}\n"
        (packages / "project.pth").write_text(lines, "utf-8")
    python = str(python_of(engine))
    reason = run([python, "-m", "pip", "install", "-q", "-U", "--retries", "1", engine], ROOT)
    if reason:
        print(f"{engine} could not be installed: {reason}")
        return ""
    ask = f"import importlib.metadata as m; print(m.version({engine!r}))"
    done = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def make_folder(folder: Path) -> Site:
    """A site of the demo's articles, as an owner has one."""
    shutil.copytree(DEMO, folder / "seeds")
    settings = f'site_name: "{NAME}"\nplugins:\n  - briefing:\n      source_text: full\n'
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "us.md").write_text("# About us\n\nWe edit this site.\n", "utf-8")
    return read_site(folder / "mkdocs.yml", working_dir=folder)


def build(python: str, folder: Path, engine: str) -> str:
    """Build the folder's site with an engine; the reason where that fails."""
    command = [python, "-m", "generator", "build", "--quiet", "--engine", engine]
    return run(command, folder)


def compare(site: Site, ours: Path, other: Path) -> list[str]:
    """What differs from the site that MkDocs built, in lines; none where nothing does."""
    pages = {p.relative_to(ours) for p in ours.rglob("*.html")}
    theirs = {p.relative_to(other) for p in other.rglob("*.html")}
    lines = [f"missing: {p}" for p in sorted(pages - theirs)]
    lines += [f"only there: {p}" for p in sorted(theirs - pages)]
    lacking = dict.fromkeys(MARKS, 0)
    for page in sorted(pages & theirs):
        one, two = ((d / page).read_text("utf-8") for d in (ours, other))
        if SiteArticle(one).words != SiteArticle(two).words:
            lines.append(f"the words differ: {page}")
        for name, mark in MARKS.items():
            lacking[name] += mark in one and mark not in two
    lines += [f"pages without {name}: {count}" for name, count in lacking.items() if count]
    lines += [f"no {name}" for name in FILES if not (other / name).is_file()]
    proven = verify_site(
        other,
        read_seeds(site.seeds_dir).documents,
        catalogue=load_catalogue("en"),
        site_name=site.name,
        files=own_words(site),
    )
    return [*lines, *(f"not proven: {failure}" for failure in proven.failures)]


def main() -> None:
    """Install, build, compare, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        folder.mkdir()
        site = make_folder(folder)
        reason = build(sys.executable, folder, ENGINES[0])
        if reason:
            print(f"{ENGINES[0]} stopped: {reason}")
            return
        ours = site.site_dir.rename(Path(name) / "ours")
        for engine in ENGINES[1:]:
            version = install(engine)
            if not version:
                continue
            start = time.perf_counter()
            reason = build(str(python_of(engine)), folder, engine)
            print(f"{engine} {version}: {time.perf_counter() - start:.1f} s")
            told = [f"it stopped: {reason}"] if reason else compare(site, ours, site.site_dir)
            print("\n".join(f"  {line}" for line in told or ["nothing that a reader sees differs"]))


if __name__ == "__main__":
    main()
