"""The proof of what a page's head says, which search engines and links elsewhere show.

A title or description is a message of the catalogue, with the page's own words in its places, or
words that the page shows or an editor wrote. Linked data (JSON-LD) has words of the page, of a
source, or of an editor.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping

from generator.i18n.catalogue import Catalogue
from generator.model.visible_text import plain

SAID = re.compile(r"description|author|keywords|og:(?:title|description|site_name)|twitter:.+")
"""Names of a page's properties that have words; others hold addresses and kinds."""
KINDS = frozenset({"summary", "summary_large_image"})
"""What the kind of a preview may be."""
TITLE_END = " - "
"""What the engine puts between a page's title and the site's."""
NO_WORDS = {
    "@context": re.compile(r"https://schema\.org"),
    "@type": re.compile(r"[A-Z]\w+"),
    "inLanguage": re.compile(r"[A-Za-z]{2,3}(?:-\w+)*"),
    "datePublished": re.compile(r"-?\d{4,}(?:-\d\d){0,2}"),
}
"""Keys of linked data whose values are no words, and the form of these."""


def find_unproven(
    heads: Mapping[str, list[str]],
    says: Callable[[str], bool],
    *,
    site_name: str,
    catalogue: Catalogue,
) -> Iterator[str]:
    """What a page's title and properties have that neither it nor the catalogue `says`."""
    name = plain(site_name)

    def is_proven(words: str) -> bool:
        return words in {name, ""} or says(words) or catalogue.knows(words)

    for key, texts in heads.items():
        for words in map(plain, texts):
            title = words.removesuffix(f"{TITLE_END}{name}") if key == "title" else words
            filled = catalogue.filled(title)
            if key.startswith("twitter:") and title in KINDS:
                continue
            if not is_proven(title) and not any(all(map(is_proven, f)) for f in filled):
                yield words


def find_unproven_data(linked: str, says: Callable[[str], bool]) -> Iterator[str]:
    """The values of a page's JSON-LD that nobody says; what is no JSON is one of them."""
    try:
        facts: object = json.loads(linked)
    except ValueError:
        yield linked
        return
    for key, value in _values("", facts):
        form = NO_WORDS.get(key)
        known = form.fullmatch(value) if form else says(plain(value))
        if not known:
            yield value


def _values(key: str, value: object) -> Iterator[tuple[str, str]]:
    """Every value below one, with the key that it has; numbers as they are written."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(name, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(key, inner)
    elif value is not None:
        yield key, str(value)
