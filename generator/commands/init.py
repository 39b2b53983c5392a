"""A new site in an empty folder: settings, a folder for the sources, what git passes over."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Literal

from generator import __version__
from generator.commands.repository import find_repository
from generator.config import packaged_templates, starter_files
from generator.errors import SettingsError
from generator.files.entries import list_files

Ci = Literal["github", "gitlab"]
PIPELINE = ".gitlab-ci.yml"
"""The one file that GitLab reads; a repository that does more has its own."""
WORKFLOWS: dict[Ci, dict[str, str]] = {
    "github": {
        ".github/workflows/briefing{site}.yml": "github.yml",
        ".github/actions/briefing/action.yml": "github-action.yml",
    },
    "gitlab": {
        PIPELINE: "gitlab.yml",
        ".gitlab/briefing{site}.yml": "gitlab-template.yml",
    },
}
"""Places in a repository, and the files of the starter that lie there.

`site` tells the sites of one repository apart; a site that is a repository of its own has none.
"""
FOLDER = "SITE_FOLDER"
"""Stands in those files for the way from the top of the repository to the site."""
PLAIN_WAY = re.compile(r"[\w./ -]*")
"""What such a way may hold, so that it is the same in YAML and in a shell."""
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
    """Write the files of a new site into an empty folder; gives their paths, sorted.

    A pipeline that the repository has already is left as it is and not among them.
    """
    _refuse_strangers(folder)
    workflows = _workflows(folder, ci) if ci else {}
    starter = starter_files()
    files = {
        "mkdocs.yml": SETTINGS.format(name=json.dumps(name, ensure_ascii=False)),
        "requirements.txt": f"briefing-site[feeds,search]=={__version__}\n",
        ".gitignore": (starter / "gitignore").read_text("utf-8"),
        "seeds/README.md": (starter / "seeds-README.md").read_text("utf-8"),
    }
    if ci:
        files["Containerfile"] = (starter / "Containerfile").read_text("utf-8")
    if demo:
        for path in list_files(starter / "demo", ".txt"):
            files[f"seeds/{path.name}"] = path.read_text("utf-8")
    files |= {os.path.relpath(path, folder.resolve()): text for path, text in workflows.items()}
    for place, text in files.items():
        target = folder.resolve() / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    if templates:
        shutil.copytree(packaged_templates(), folder / "templates")
    (folder / "docs").mkdir()
    return tuple(sorted([*files, *(["templates/"] if templates else [])]))


def _workflows(folder: Path, ci: Ci) -> dict[Path, str]:
    """What a host looks for at the top of the repository, whatever folder of it is the site's."""
    top, way = find_repository(folder)
    if not PLAIN_WAY.fullmatch(way):
        raise SettingsError(
            f"a workflow cannot name the folder {way!r}; nothing was written",
            where=str(folder),
            hint="Take letters, digits, spaces, dots, dashes and underscores.",
        )
    site = f"-{way.replace('/', '-').replace(' ', '-')}" if way else ""
    files = {}
    for place, source in WORKFLOWS[ci].items():
        text = (starter_files() / source).read_text("utf-8")
        text = text.replace("{site}", site).replace(f"{FOLDER}/", f"{way}/" if way else "")
        files[top / place.format(site=site)] = text.replace(FOLDER, way or ".")
    if (top / PIPELINE).exists():
        files.pop(top / PIPELINE, None)
    for path, text in files.items():
        if path.exists() and path.read_text("utf-8", "replace") != text:
            raise SettingsError(
                "this file is there already; nothing was written",
                where=str(path),
                hint="Move it away, or leave out --ci.",
            )
    return files


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
