"""Sources that are no clause: a name and a colon, a name behind a dash."""

import re

from generator.extract.quotations.answers import Found
from generator.extract.quotations.beside import begins_sentence
from generator.extract.quotations.scene import Quoted, Scene
from generator.grammar import phrase_of
from generator.model.annotations import Phrase

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SIGNED = re.compile(
    r"\s*(?P<dash>--|[—–―~-])\s*(?P<name>[^\W\d_a-z][\w.’'-]*(?:\s+(?:[^\W\d_a-z][\w.’'-]*|de|van|von|bin|al|of|the)){0,5}?)"
    r"\s*(?:[,.(\[].*)?$",
    re.DOTALL,
)


def label_inside(scene: Scene, quoted: Quoted) -> Found | None:
    """*“MAYOR: Thank you.”*: a transcript inside of marks."""
    label = quoted.label
    if label is None:
        return None
    colon = Phrase(label.end, label.end + 1, scene.text[label.end : label.end + 1])
    return Found(label, colon, "name and colon")


def label_before(scene: Scene, quoted: Quoted) -> Found | None:
    """*Mayor: “…”*, as in a transcript or a headline: a bare name and a colon."""
    first = quoted.sentence[0]
    before = scene.tokens[first : quoted.first]
    if not 2 <= len(before) <= 8 or before[-1].text != ":":
        return None
    words = before[:-1]
    if all(t.pos in {"PROPN", "NOUN", "ADJ", "PUNCT", "ADP", "DET"} for t in words) and any(
        t.pos == "PROPN" or t.text[:1].isupper() for t in words
    ):
        return Found(
            phrase_of(scene.text, words), phrase_of(scene.text, before[-1:]), "name and colon"
        )
    return None


def dash_after(scene: Scene, quoted: Quoted) -> Found | None:
    """*“…” — Jane Doe*, with nothing else in the paragraph: a signed quotation."""
    return signature(scene, quoted.run.outer_end) if begins_sentence(scene, quoted) else None


def signature(scene: Scene, start: int) -> Found | None:
    """A dash and a name from `start` to the end of the paragraph."""
    signed = SIGNED.match(scene.text, start, scene.parsed.segment.end)
    if signed is None or YEAR.search(scene.text, signed.end("name"), signed.end()):
        return None
    dash, name = signed.span("dash"), signed.span("name")
    source = Phrase(*name, scene.text[slice(*name)])
    return Found(source, Phrase(*dash, scene.text[slice(*dash)]), "signed with a dash")
