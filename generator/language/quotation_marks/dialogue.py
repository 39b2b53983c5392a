"""Dialogue that a dash opens, as in *— Nous attendons, a dit Ada Obi*.

Only in languages whose lists have the forms of verbs that say behind what is said who says it. A
dash opens the items of lists too: a line behind one is speech where such a clause stands in it, and
where a colon leads into the lines, one with a pronoun (*dit-elle*), which no list has.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from generator.language.lexicons import Lexicon
from generator.language.quotation_marks.shapes import Mark, MarkPair
from generator.model.text import Offsets

FORMS = "speech_verb_forms"
OPENING = re.compile(r"[—–―]\s+(?=[A-ZÀ-Ý])")
"""What stands in marks behind a dash is quoted by its own."""
SAID = re.compile(r"[.?!…]\s*$")
LED_IN = ":"
SENTENCE_REST = re.compile(r"[^.?!…]*+")


class _Reports(Struct, frozen=True):
    """The clauses that say, behind a comma or a mark, who says what stands before it."""

    any: re.Pattern[str]
    inverted: re.Pattern[str]
    """With a pronoun behind the verb."""
    resumed: re.Pattern[str]
    """Where what is said may go on behind the clause; an article opens who the speaker is."""

    def find(self, text: str, place: Offsets, *, inverted: bool) -> re.Match[str] | None:
        """The clause of a line, None where the same sentence goes on with what is said."""
        found = (self.inverted if inverted else self.any).search(text, place.start, place.end)
        rest = SENTENCE_REST.match(text, found.end(), place.end) if found else None
        return None if rest and self.resumed.search(rest.group()) else found


def pair_dialogue(text: str, places: Sequence[Offsets], lexicon: Lexicon) -> Iterator[MarkPair]:
    """What is said behind dashes that open paragraphs, each up to the clause that says by whom."""
    if not lexicon.rows(FORMS):
        return
    reports = _reports_of(lexicon)
    led_in = False
    for place in places:
        dash = OPENING.match(text, place.start, place.end)
        if not dash:
            led_in = text[place.start : place.end].rstrip().endswith(LED_IN)
        elif SAID.search(text, dash.end(), place.end):
            clause = reports.find(text, place, inverted=led_in)
            if clause:
                mark = Mark(dash.start(), dash.end(), dash.group()[0], opens=True, closes=False)
                yield MarkPair(mark, clause.start(), clause.start())


@lru_cache(maxsize=8)
def _reports_of(lexicon: Lexicon) -> _Reports:
    rows = lexicon.rows(FORMS)
    finite = _any(form for _, forms, _ in rows for form in forms.split())
    participle = rf"(?:{_any(form for _, _, form in rows)})e?s?"
    having = _any(lexicon.group("speech_auxiliaries"))
    subjects = _any(lexicon.pronouns("subject"))
    clitics = lexicon.group("clitic_objects")
    elided = _any(word for word in clitics if not word[-1:].isalpha())
    objects = rf"(?:(?:{_any(clitics)})\s|{elided})?"
    articles = lexicon.group("definite_articles", "indefinite_articles")
    named = _any(articles | lexicon.keys("honorifics"))
    is_role = _any(articles | lexicon.words("role_nouns"))
    inverted = (
        rf"(?:{finite})-(?:t-)?(?:{subjects})\b"
        rf"|(?:{having})-(?:t-)?(?:{subjects})\s(?:\w{{2,14}}\s)?{participle}\b"
    )
    behind = rf"{objects}(?:(?:{having})\s(?:\w{{2,14}}\s)?{participle}|{finite})"
    full = rf"{behind}\s(?:(?:{named})\b|[A-ZÀ-Ý])"
    begins = r"(?:,(?=\s)|(?<=[?!…])(?=\s))\s+"
    return _Reports(
        any=re.compile(rf"{begins}(?:{objects}(?:{inverted})|{full})"),
        inverted=re.compile(rf"{begins}{objects}(?:{inverted})"),
        resumed=re.compile(rf"[,–—]\s(?!(?:{is_role})\b)"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w))) or "(?!)"
