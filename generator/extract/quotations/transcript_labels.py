"""Sources that are no clause: a name and a colon, a name behind a dash."""

import re

from generator.extract.quotations.adjacent_clause import begins_sentence
from generator.extract.quotations.answers import Found
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.language.dependencies import phrase_of
from generator.model.annotations import Phrase

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WITH_PARTY = re.compile(
    r"(?P<name>[^\s()\[\]:,]+(?: [^\s()\[\]:,]+){1,5}) [(\[][^()\[\]]{1,24}[)\]](?P<colon>:)\s*"
)
"""A name of two to six words, a party or a state in brackets, a colon."""
LONGEST_LABEL = 8
"""Tokens of a name before a colon."""
INVERTED = frozenset({"said", "says", "asked", "wrote", "added", "replied"})
"""Verbs that may stand before the name and the colon, and that a parser takes for a name."""
SIGNED = re.compile(
    r"\s*(?P<dash>--|[—–―~-])\s*(?P<name>[^\W\d_a-z][\w.’'-]*(?:\s+(?:[^\W\d_a-z][\w.’'-]*|de|van|von|bin|al|of|the)){0,5}?)"
    r"\s*(?:[,.(\[].*)?$",
    re.DOTALL,
)


def label_inside(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*“MAYOR: Thank you.”*: a transcript inside of marks."""
    label = quoted.label
    if label is None:
        return None
    colon = Phrase(label.end, label.end + 1, paragraph.text[label.end : label.end + 1])
    return Found(label, colon, "name and colon")


def label_before(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*Mayor: “…”*, as in a transcript or a headline: a bare name and a colon."""
    first = quoted.sentence[0]
    before = paragraph.tokens[first : quoted.first]
    if len(before) < 2 or len(before) > LONGEST_LABEL or before[-1].text != ":":
        return _label_and_party(paragraph, quoted)
    words = before[:-1]
    if words[0].text.lower() in INVERTED and len(words) > 1:
        cue = phrase_of(paragraph.text, words[:1])
        return Found(phrase_of(paragraph.text, words[1:]), cue, "verb, name and colon")
    if all(t.pos in {"PROPN", "NOUN", "ADJ", "PUNCT", "ADP", "DET"} for t in words) and any(
        t.pos == "PROPN" or t.text[:1].isupper() for t in words
    ):
        return Found(
            phrase_of(paragraph.text, words),
            phrase_of(paragraph.text, before[-1:]),
            "name and colon",
        )
    return None


def _label_and_party(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*Rep. Jane Doe (R-Texas): “…”*."""
    start = paragraph.tokens[quoted.sentence[0]].start
    label = WITH_PARTY.fullmatch(paragraph.text, start, quoted.run.outer_start)
    if label is None or paragraph.text[start : start + 1].islower():
        return None
    name, colon = label.span("name"), label.span("colon")
    return Found(Phrase(*name, label.group("name")), Phrase(*colon, ":"), "name and colon")


def dash_after(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*“…” — Jane Doe*, with nothing else in the paragraph: a signed quotation."""
    return (
        signature(paragraph, quoted.run.outer_end) if begins_sentence(paragraph, quoted) else None
    )


def signature(paragraph: Paragraph, start: int) -> Found | None:
    """A dash and a name from `start` to the end of the paragraph."""
    signed = SIGNED.match(paragraph.text, start, paragraph.parsed.segment.end)
    if signed is None or YEAR.search(paragraph.text, signed.end("name"), signed.end()):
        return None
    dash, name = signed.span("dash"), signed.span("name")
    source = Phrase(*name, paragraph.text[slice(*name)])
    return Found(source, Phrase(*dash, paragraph.text[slice(*dash)]), "signed with a dash")
