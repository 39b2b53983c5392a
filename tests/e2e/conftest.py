"""The site of the two seeds, built once, and a browser to read it with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import browser_is_required, missing_browser, open_browser, serve
from seeds_site import make_seeds_site
from selenium.webdriver import Chrome

from generator.config import Site

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def seeds_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the two seeds, built."""
    return make_seeds_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def base(seeds_site: Site) -> Iterator[str]:
    """The address of the built site on this machine."""
    with serve(seeds_site.site_dir) as address:
        yield address


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of two stories of three documents each, and one that stands alone."""
    seeds = Path(__file__).parents[1] / "pages" / "golden" / "newsroom" / "seeds"
    site = make_seeds_site(tmp_path_factory.mktemp("newsroom"), seeds=seeds)
    with serve(site.site_dir) as address:
        yield address


@pytest.fixture(scope="session")
def shared_browser() -> Iterator[Chrome]:
    """One Chromium for all tests; they skip with a reason where there is none."""
    reason = missing_browser()
    if reason:
        pytest.skip(reason)
    with open_browser() as chrome:
        yield chrome


@pytest.fixture
def browser(shared_browser: Chrome) -> Iterator[Chrome]:
    """The browser as a reader finds it: scripts on, no cookies, nothing emulated."""
    shared_browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    shared_browser.get_log("browser")
    shared_browser.get_log("performance")
    yield shared_browser
    shared_browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core, from the lock file of the browser checks."""
    if not AXE.is_file() and not browser_is_required():
        pytest.skip("axe-core is not installed (npm ci in tests/e2e)")
    return AXE.read_text("utf-8")
