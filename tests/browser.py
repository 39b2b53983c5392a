"""Headless Chromium for the browser tests, driven with Selenium.

Selenium because it is the W3C protocol's reference client, released monthly, and drives Chromium
and chromedriver as Debian packages them: nothing is downloaded for it.
"""

import base64
import functools
import http.server
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then((found) => done(found.violations.map(
  (v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | "))));
"""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
)

SLOW = pytest.mark.slow
LOOKS = [
    pytest.param(1280, False, id="1280-light"),
    pytest.param(390, True, id="390-dark"),
    pytest.param(1280, True, id="1280-dark", marks=SLOW),
    pytest.param(390, False, id="390-light", marks=SLOW),
]
"""Widths and whether it is dark: each of both in `make test`, every pair behind it."""


def browser_is_required() -> bool:
    """Whether the browser tests must run, as in continuous integration, and may not skip."""
    return bool(os.environ.get("BRIEFING_BROWSER_REQUIRED"))


def missing_browser() -> str:
    """Why the browser tests cannot run; empty where they can, or must."""
    if browser_is_required():
        return ""
    if not (shutil.which("chromium") or shutil.which("google-chrome")):
        return "no Chromium on this machine (Debian: apt-get install chromium chromium-driver)"
    if not shutil.which("chromedriver"):
        return "no chromedriver on this machine (Debian: apt-get install chromium-driver)"
    return ""


@contextmanager
def open_browser() -> Iterator[Chrome]:
    """A fresh Chromium with an empty profile, closed and cleaned up at the end."""
    with tempfile.TemporaryDirectory(prefix="briefing-chromium-") as profile:
        options = ChromeOptions()
        options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = Service(shutil.which("chromedriver"), env={**os.environ, "SE_OFFLINE": "true"})
        browser = Chrome(options=options, service=service)
        try:
            yield browser
        finally:
            browser.quit()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc]  # typeshed has no ClassVar
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 its own name
        """Nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """A built site on a free port of this machine; gives its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def show(
    browser: Chrome, address: str, *, width: int = 1280, height: int = 900, dark: bool = False
) -> None:
    """Open a page at a size in CSS pixels, in light or dark."""
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
    )
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    origin = "/".join(address.split("/", 3)[:3])
    every = {"origin": origin, "storageTypes": "local_storage"}
    browser.get("about:blank")
    browser.execute_cdp_cmd("Storage.clearDataForOrigin", every)
    browser.get(address)


def photograph(browser: Chrome, target: Path, *, whole: bool = True, quality: int = 0) -> None:
    """Save a picture of the page, or of its first screen; with a `quality` (to 100) as JPEG."""
    size = browser.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
    view = browser.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssLayoutViewport"]
    height = size["height"] if whole else view["clientHeight"]
    clip = {"x": 0, "y": 0, "width": view["clientWidth"], "height": height, "scale": 1}
    form = {"format": "jpeg", "quality": quality} if quality else {"format": "png"}
    picture = browser.execute_cdp_cmd(
        "Page.captureScreenshot", {"captureBeyondViewport": whole, "clip": clip, **form}
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(base64.b64decode(picture["data"]))


def violations(browser: Chrome, axe: str) -> list[str]:
    """What axe-core finds wrong with the page that is open."""
    browser.execute_script(axe)
    found: list[str] = browser.execute_async_script(RUN_AXE)
    return found
