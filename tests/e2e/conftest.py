"""The site of the two seeds, built once, and a browser to read it with."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from browser import missing_browser, open_browser, serve
from selenium.webdriver import Chrome

from generator.build import generate
from generator.config import Site, read_site
from generator.publish.engine import build_site

ROOT = Path(__file__).parents[2]


def make_seeds_site(folder: Path, root: Path = ROOT) -> Site:
    """The repository's site, generated and built below `folder`, the plugin left out.

    The plugin would generate a second time, and it needs the package to be installed.
    """
    settings = (root / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"  - briefing:\n(?:      .*\n)+", "", settings)
    settings = settings.replace("briefing_sanitize", "generator.publish.sanitize")
    settings = settings.replace("templates/theme", str(root / "templates" / "theme"))
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    site = read_site(folder / "mkdocs.yml", working_dir=folder)
    own = msgspec.structs.replace(
        site.settings,
        seeds=str(root / "seeds"),
        templates=str(root / "templates"),
        source_text="full",
    )
    site = msgspec.structs.replace(site, settings=own)
    generate(site, progress=lambda _step, _done, _total: None)
    build_site(site)
    return site


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
