"""Takes the pictures: the home page for the README, and every page type for looking at.

Run it as ``python tests/e2e/screenshots.py``: the README's picture goes to
``docs/assets/screenshots/home.png``, all others to ``tests/artefacts/``; with ``--readme`` only the
first is taken.
"""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))

from browser import missing_browser, open_browser, photograph, serve, show  # noqa: E402
from seeds_site import make_seeds_site  # noqa: E402

PAGES = {
    "home": "",
    "timeline": "timeline/",
    "actors": "actors/",
    "actor": "actors/donald-trump/",
    "quotations": "quotations/",
    "topics": "topics/",
    "compare": "compare/",
    "sources": "sources/",
    "source": "sources/003-7112adcedfa7c1bb/",
    "search": "search/?q=excellent",
    "changes": "changes/",
    "about": "about/",
    "data": "data/",
    "print": "print/",
}
README, README_HEIGHT = ROOT / "docs" / "assets" / "screenshots" / "home.png", 1000


def main() -> None:
    """Build the seeds' site and photograph it at four widths, in light and in dark."""
    reason = missing_browser()
    if reason:
        sys.exit(reason)
    with tempfile.TemporaryDirectory() as folder:
        site = make_seeds_site(Path(folder))
        with serve(site.site_dir) as base, open_browser() as browser:
            show(browser, base, height=README_HEIGHT)
            photograph(browser, README, whole=False)
            if "--readme" in sys.argv:
                return
            for name, page in PAGES.items():
                for width in (390, 768, 1280, 1600):
                    for dark in (False, True):
                        show(browser, base + page, width=width, dark=dark)
                        scheme = "dark" if dark else "light"
                        target = ROOT / "tests" / "artefacts" / f"{name}-{width}-{scheme}.png"
                        photograph(browser, target)


if __name__ == "__main__":
    main()
