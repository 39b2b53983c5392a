"""A new site in an empty folder: settings, a folder for the sources, what git passes over."""

import json
import shutil
from pathlib import Path
from typing import Literal

from generator import __version__
from generator.config import packaged_templates, starter_files
from generator.errors import SettingsError

Ci = Literal["github", "gitlab"]
WORKFLOWS: dict[Ci, dict[str, str]] = {
    "github": {
        ".github/workflows/briefing.yml": "github.yml",
        ".github/actions/briefing/action.yml": "github-action.yml",
        "Containerfile": "Containerfile",
    },
    "gitlab": {
        ".gitlab-ci.yml": "gitlab.yml",
        ".gitlab/briefing.yml": "gitlab-template.yml",
        "Containerfile": "Containerfile",
    },
}
"""Places in a site, and the files of the starter that lie there."""
MAY_BE_THERE = frozenset({".git"})
"""What an otherwise empty folder may hold."""
SETTINGS = """\
# The name of this site, and the plugin that makes it. What is not said here is supplied: theme,
# navigation, search and extensions.
site_name: {name}
# site_url: https://example.org/   # where it will lie; feeds and the sitemap then name it
plugins:
  - search
  - briefing:
      source_text: cited # how much of each source is published: full, cited or none
"""


def start_site(
    folder: Path, *, name: str, demo: bool, ci: Ci | None, templates: bool
) -> tuple[str, ...]:
    """Write the files of a new site into an empty folder; gives their paths, sorted."""
    _refuse_strangers(folder)
    starter = starter_files()
    files = {
        "mkdocs.yml": SETTINGS.format(name=json.dumps(name, ensure_ascii=False)),
        "requirements.txt": f"briefing-site[feeds,search]=={__version__}\n",
        ".gitignore": (starter / "gitignore").read_text("utf-8"),
        "seeds/README.md": (starter / "seeds-README.md").read_text("utf-8"),
    }
    for place, source in WORKFLOWS[ci].items() if ci else ():
        files[place] = (starter / source).read_text("utf-8")
    if demo:
        for path in sorted((starter / "demo").glob("*.txt")):
            files[f"seeds/{path.name}"] = path.read_text("utf-8")
    for place, text in files.items():
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    if templates:
        shutil.copytree(packaged_templates(), folder / "templates")
    (folder / "docs").mkdir()
    return tuple(sorted([*files, *(["templates/"] if templates else [])]))


def name_of(folder: Path) -> str:
    """A name for a site from that of its folder, for who gives none."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Briefing"


def _refuse_strangers(folder: Path) -> None:
    """Stop where anything lies that a new site could overwrite or be mixed with."""
    if folder.exists() and not folder.is_dir():
        raise SettingsError("this is a file, no folder", where=str(folder), hint="Name a folder.")
    there = sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []
    strangers = [name for name in there if name not in MAY_BE_THERE]
    if strangers:
        raise SettingsError(
            f"the folder is not empty ({strangers[0]!r} lies in it); nothing was written",
            where=str(folder),
            hint="Name a new folder, such as `briefing init my-briefing`.",
        )
