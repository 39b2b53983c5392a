"""The index of ``/search/``: Pagefind over the built pages, where it is installed."""

import logging
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from generator.errors import SiteError
from generator.publish.settle import settle_index

log = logging.getLogger("briefing.search")

FOLDER = "pagefind"
WITHOUT = (
    "Pagefind is not installed: the page /search/ says so, everything else works. "
    "Install it with `pip install 'briefing-site[search]'`."
)


def has_pagefind() -> bool:
    """Whether the Python package that carries Pagefind's program is installed."""
    return find_spec("pagefind") is not None and (
        find_spec("pagefind_bin") is not None or shutil.which("pagefind") is not None
    )


def index_site(site_dir: Path) -> bool:
    """Index the built site; False with a message where Pagefind is not installed."""
    if not has_pagefind():
        log.info(WITHOUT)
        return False
    command = [sys.executable, "-m", "pagefind", "--site", str(site_dir), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own arguments
    if done.returncode:
        last = (done.stderr or done.stdout).strip().rsplit("\n", 1)[-1]
        raise SiteError(
            f"Pagefind stopped: {last}",
            where=str(site_dir),
            hint="Uninstall pagefind to build without the index.",
        )
    settle_index(site_dir / FOLDER)
    return True
