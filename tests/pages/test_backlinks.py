"""The way back: which pages use a sentence, and in which section of them."""

import re
from pathlib import Path

from generator.pages.backlinks import SECTIONS
from generator.pages.labels import SECTION_TITLES

TEMPLATES = Path(__file__).parents[2] / "templates"


def test_every_section_of_a_backlink_is_a_heading_of_a_page() -> None:
    """An anchor that a backlink names has, on some page, a heading of just that title."""
    pages = "\n".join(path.read_text("utf-8") for path in sorted(TEMPLATES.rglob("*.j2")))
    headings = dict(re.findall(r'<h2 id="([\w-]+)">\{\{ t\("([^"]+)"\) \}\}', pages))
    assert {a: headings.get(a) for a in SECTION_TITLES} == SECTION_TITLES


def test_takeaways_and_comparisons_lead_to_titled_sections() -> None:
    """Each section that a takeaway or a row of the comparison stands in has a title."""
    assert {anchor.removeprefix("#") for anchor in SECTIONS.values()} <= set(SECTION_TITLES)
