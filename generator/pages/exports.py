"""What leaves the site: tables, feeds, citations and a calendar."""

from generator.pages.files import RenderedFile
from generator.pages.lookup import Lookup


def render_exports(look: Lookup) -> tuple[RenderedFile, ...]:
    """Every export."""
    return ()
