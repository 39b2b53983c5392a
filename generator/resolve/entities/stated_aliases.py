"""Other names that a text states: *Ann Lee, better known as Moon*; *Pelé (born Edson Arantes)*."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from generator.language.lexicons import Lexicon
from generator.model.text import Documents
from generator.resolve.entities.name_occurrences import UsesByDocument

LONGEST = 90
"""Characters between the two names, what is in brackets included."""
BRACKETS = r"(?:\s{0,9}[(\[][^()\[\]]*(?:\[[^\]]*\][^()\[\]]*)*[)\]])*"


def find_stated_aliases(
    documents: Documents, occurrences: UsesByDocument, lexicon: Lexicon
) -> Iterator[tuple[int, str, str]]:
    """Document, name and other name, where the text says that they are one."""
    stated = _stated(lexicon)
    for index, (document, own) in enumerate(zip(documents, occurrences, strict=True)):
        firm = [u for u in own if not u.mention.weak and u.mention.kind == "name"]
        for left, right in pairwise(firm):
            between = document.text[left.mention.span.end : right.mention.span.start]
            together = left.mention.sentence == right.mention.sentence and left.key != right.key
            if together and len(between) <= LONGEST and stated.fullmatch(between):
                yield index, left.key, right.key


@cache
def _stated(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between a name and another name for the same."""
    phrases = sorted(lexicon.words("alias_phrases"), key=lambda p: (-len(p), p))
    said = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    if not said:
        return re.compile(r"(?!)")
    return re.compile(rf"{BRACKETS},?\s{{0,9}}\(?(?:{said}),?\s+[\"“‘']?", re.IGNORECASE)
