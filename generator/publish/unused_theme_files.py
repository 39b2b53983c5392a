"""Files of the theme that no page of ours asks for, and that were the most of a small site."""

from pathlib import Path

from generator.files.entries import walk_files
from generator.files.guarded import clear_place

THEME = ("assets/javascripts", "assets/stylesheets")
"""Where the theme's own files lie."""
INDEXERS = ("lunr", "workers")
"""Folders of the theme's search by Lunr, with the grammar of forty languages: ours is another."""
MAP = ".map"
"""Ending of what tells a debugger which line of the theme's source a line came from."""


def delete_unused_theme_files(site_dir: Path) -> None:
    """Delete from a built site what only the theme's own search, or a debugger, would load."""
    for name in INDEXERS:
        clear_place(site_dir / THEME[0] / name)
    for folder in THEME:
        for path in walk_files(site_dir / folder, MAP):
            path.unlink()
