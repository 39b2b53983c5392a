"""The notice in the place of a source that was withdrawn: when and why, and nothing of it."""

from collections.abc import Iterable, Iterator

from generator.model.corpus import Correction
from generator.model.visible_text import shown
from generator.model.withdrawal import WITHDRAW, withdrawn_id
from generator.pages.links import page_slug
from generator.pages.presenters.about import CORRECTIONS
from generator.pages.views import WithdrawnPage, Words


def withdrawn_sources(corrections: Iterable[Correction]) -> Iterator[tuple[str, Correction]]:
    """The address that each withdrawn source had, and what its editor wrote."""
    for correction in corrections:
        if correction.action == WITHDRAW:
            yield f"sources/{page_slug(withdrawn_id(correction.target[0]))}/", correction


def view_withdrawn(correction: Correction) -> WithdrawnPage:
    """When and why, in the editor's own words."""
    return WithdrawnPage(
        Words(shown(correction.value or ""), editor=CORRECTIONS),
        Words(shown(correction.why), editor=CORRECTIONS),
    )
