"""The guide on the site: every link of it leads to something, and axe finds nothing wrong."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import serve, show, violations
from link_index import Index
from seeds_site import make_seeds_site
from selenium.webdriver import Chrome

pytestmark = pytest.mark.journey

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(p.relative_to(GUIDE).with_suffix("").as_posix() for p in GUIDE.rglob("*.md"))
STORY = "Mayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n"


def address(page: str) -> str:
    """Where a page of the guide lies on the site."""
    return "guide/" if page == "index" else f"guide/{page}/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site of one source with the guide in it."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / "one").mkdir()
    (folder / "one" / "bridge.txt").write_text(STORY, "utf-8")
    shutil.copytree(GUIDE, folder / "docs" / "guide")
    return make_seeds_site(folder, seeds=folder / "one").site_dir


@pytest.fixture(scope="module")
def guide(site: Path) -> Iterator[str]:
    """The site's address."""
    with serve(site) as base:
        yield base


def test_every_link_of_the_guide_resolves(site: Path) -> None:
    """No page of the guide leads to a page, a file or an anchor that there is not."""
    index = Index(site)
    pages = {name: page.links for name, page in index.pages.items() if name.startswith("guide/")}
    assert len(pages) == len(PAGES)
    assert index.problems(pages) == []


def test_the_contents_lead_to_every_page() -> None:
    """From the guide's first page every other is one step away."""
    text = (GUIDE / "index.md").read_text("utf-8")
    assert {f"{page}.md" for page in PAGES} - {"index.md"} == set(
        re.findall(r"\((\S+\.md)\)", text)
    )


@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("width", "dark"), [(1280, False), pytest.param(390, True, marks=pytest.mark.slow)]
)
def test_no_violation(
    guide: str, browser: Chrome, axe: str, page: str, width: int, dark: bool
) -> None:
    """Nothing is wrong for axe with a page of the guide, wide and light, narrow and dark."""
    show(browser, guide + address(page), width=width, dark=dark)
    assert violations(browser, axe) == []
