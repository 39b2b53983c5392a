"""Whether a site's name is about its sources: one left over from another subject misleads."""

import re
from collections.abc import Iterator

from generator.config import Site
from generator.i18n.catalogue import load_catalogue
from generator.model.corpus import Corpus

LEAST = 4
"""Shorter words say too little of a subject, and stand inside others."""
ENDING = 2
"""Letters at the end of a word that its other forms may not have: *bridges* has *bridge*."""
WORD = re.compile(r"[^\W_]+")
FOREIGN = (
    "mkdocs.yml: no source has a word of the site_name {name!r}; "
    "set one that says what these sources are about"
)


def warn_of_name(site: Site, corpus: Corpus) -> Iterator[str]:
    """A sentence where the owner's name for the site shares no word with any source.

    Words that the pages themselves say, such as *Briefing*, name no subject; a name without others
    is one for any sources.
    """
    said = load_catalogue(site.settings.interface_language).messages.values()
    own = {w for m in said for form in m.forms for w in _words(form)}
    words = {w for w in _words(site.name) if len(w) >= LEAST} - own
    stems = [w[: max(LEAST, len(w) - ENDING)] for w in words]
    texts = (row.document.text.casefold() for row in corpus.documents)
    if site.named and corpus.documents and stems and not any(s in t for t in texts for s in stems):
        yield FOREIGN.format(name=site.name)


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))
