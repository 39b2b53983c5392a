"""The site of the articles in ``tests/demo``, generated and built somewhere else, for tests."""

import re
from pathlib import Path

import msgspec

from generator.commands.build import generate
from generator.config import Site, read_site
from generator.publish.engine import build_site

ROOT = Path(__file__).parent.parent
DEMO = ROOT / "tests" / "demo" / "seeds"
"""Articles that tests know by heart; what lies in ``seeds/`` is the owner's and may change."""
NAME = "Ukraine war: US–Russia negotiations"


def make_seeds_site(
    folder: Path,
    root: Path = ROOT,
    *,
    seeds: Path | None = None,
    rows: int = 200,
    language: str = "en",
    originals: bool = False,
) -> Site:
    """The site of the demo, or the repository's settings with other seeds, built below `folder`.

    Lists are split every `rows` rows; `language` is the interface's, `originals` publishes
    the files of the seeds. The plugin is left out: it
    would generate once more, and it needs the package to be installed.
    """
    settings = (root / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"(?m)^site_name:.*$", f'site_name: "{NAME}"', settings)
    settings = re.sub(r"(?m)^site_url:.*\n", "", settings)
    settings = re.sub(r"  - briefing:\n(?:      .*\n)+", "", settings)
    settings = settings.replace("briefing_sanitize", "generator.publish.sanitize")
    settings = settings.replace("templates/theme", str(root / "templates" / "theme"))
    settings = settings.replace("  language: en\n", f"  language: {language}\n", 1)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    site = read_site(folder / "mkdocs.yml", working_dir=folder)
    own = msgspec.structs.replace(
        site.settings,
        seeds=str(seeds or DEMO),
        templates=str(root / "templates"),
        source_text="full",
        interface_language=language,
        publish_originals=originals,
        limits=msgspec.structs.replace(site.settings.limits, rows_per_page=rows),
    )
    site = msgspec.structs.replace(site, settings=own)
    generate(site, progress=lambda _step, _done, _total: None)
    build_site(site)
    return site
