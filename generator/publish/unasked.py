"""Files of the theme that no page of ours asks for, and that were the most of a small site."""

import shutil
from pathlib import Path

from generator.cache.fingerprint import files_below

THEME = ("assets/javascripts", "assets/stylesheets")
"""Where the theme's own files lie."""
INDEXERS = ("lunr", "workers")
"""Folders of the theme's search by Lunr, with the grammar of forty languages: ours is another."""
MAP = ".map"
"""Ending of what tells a debugger which line of the theme's source a line came from."""


def leave_out_unasked(site_dir: Path) -> None:
    """Delete from a built site what only the theme's own search, or a debugger, would load."""
    for name in INDEXERS:
        shutil.rmtree(site_dir / THEME[0] / name, ignore_errors=True)
    for folder in THEME:
        for path in files_below(site_dir / folder):
            if path.suffix == MAP:
                path.unlink()
