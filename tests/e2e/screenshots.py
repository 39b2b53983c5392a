"""Takes the pictures: those of the README, and every page type for looking at.

Run it as ``python tests/e2e/screenshots.py``. The README's pictures, the home page and a contact
sheet of all page types, go to ``docs/assets/screenshots/``; every page type at four widths, in
light, in dark and on paper, goes to ``tests/artefacts/``. With ``--readme`` only the first two.
"""

import sys
import tempfile
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))

from browser import missing_browser, open_browser, photograph, serve, show  # noqa: E402 the path comes first
from seeds_site import make_seeds_site  # noqa: E402 the path comes first
from selenium.webdriver import Chrome  # noqa: E402 the path comes first
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402 the path comes first

PAGES = {
    "home": "",
    "timeline": "timeline/",
    "actors": "actors/",
    "actor": "actors/donald-trump/",
    "quotations": "quotations/",
    "topics": "topics/",
    "topic": "topics/war-in-ukraine/",
    "compare": "compare/",
    "sources": "sources/",
    "source": "sources/003-7112adcedfa7c1bb/",
    "search": "search/?q=excellent",
    "changes": "changes/",
    "about": "about/",
    "data": "data/",
    "print": "print/",
}
PHONE = ("home", "timeline", "actor", "quotations", "compare", "source", "search", "about")
"""Page types that the contact sheet shows as on a phone, in the dark."""
README = ROOT / "docs" / "assets" / "screenshots"
ARTEFACTS = ROOT / "tests" / "artefacts"
WIDTHS = (390, 768, 1280, 1600)
SHEET_WIDTH, README_HEIGHT = 1400, 1000
STYLE = """
body { margin: 0; padding: 20px; background: #e4e2dc; font: 13px sans-serif; color: #222; }
div { display: grid; gap: 16px 14px; grid-template-columns: repeat(5, 1fr); }
div + div { grid-template-columns: repeat(8, 1fr); margin-top: 18px; }
figure { margin: 0; } img { width: 100%; display: block; box-shadow: 0 1px 4px #0005; }
figcaption { padding-top: 5px; }
"""


def open_page(
    browser: Chrome, address: str, *, width: int, height: int = 900, dark: bool = False
) -> None:
    """Open a page and wait for the results where it is the search page."""
    show(browser, address, width=width, height=height, dark=dark)
    if "?q=" in address:
        WebDriverWait(browser, 20).until(
            lambda b: b.find_elements("css selector", ".bf-results li")
        )


def take_all(browser: Chrome, base: str) -> None:
    """Every page type at four widths, light and dark, and on paper."""
    for name, page in PAGES.items():
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                open_page(browser, base + page, width=width, dark=scheme == "dark")
                photograph(browser, ARTEFACTS / f"{name}-{width}-{scheme}.png")
        open_page(browser, base + page, width=794)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        photograph(browser, ARTEFACTS / f"{name}-print.png")
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def take_sheet(browser: Chrome, base: str, folder: Path, target: Path) -> None:
    """The first screen of every page type on one sheet, wide ones in light, narrow ones in dark."""
    wide = []
    for name, page in PAGES.items():
        open_page(browser, base + page, width=1280, height=960)
        photograph(browser, folder / f"{name}.png", whole=False)
        wide.append(name)
    narrow = []
    for name in PHONE:
        open_page(browser, base + PAGES[name], width=390, height=844, dark=True)
        photograph(browser, folder / f"{name}-phone.png", whole=False)
        narrow.append(f"{name}-phone")
    rows = "".join(f"<div>{''.join(map(_tile, names))}</div>" for names in (wide, narrow))
    sheet = folder / "sheet.html"
    sheet.write_text(f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{rows}", "utf-8")
    show(browser, sheet.as_uri(), width=SHEET_WIDTH, height=900)
    photograph(browser, target, quality=80)


def _tile(name: str) -> str:
    caption = name.replace("-phone", ", dark")
    return (
        f'<figure><img src="{escape(name)}.png" alt="">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def main() -> None:
    """Build the seeds' site and photograph it."""
    reason = missing_browser()
    if reason:
        sys.exit(reason)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = make_seeds_site(folder)
        with serve(site.site_dir) as base, open_browser() as browser:
            show(browser, base, height=README_HEIGHT)
            photograph(browser, README / "home.png", whole=False)
            take_sheet(browser, base, folder, README / "pages.jpg")
            if "--readme" not in sys.argv:
                take_all(browser, base)


if __name__ == "__main__":
    main()
