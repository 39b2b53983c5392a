"""Sources that are no clause: a name and a colon, a name behind a dash."""

import re
from functools import lru_cache

from generator.extract.quotations.adjacent_clause import begins_sentence, report_after
from generator.extract.quotations.answers import Found
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.language.dependencies import phrase_of
from generator.language.lexicons import Lexicon, load_words
from generator.language.word_forms import FINITE_OR_MODAL
from generator.model.annotations import Phrase
from generator.model.text import Token

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WITH_PARTY = re.compile(
    r"(?P<name>[^\s()\[\]:,]+(?: [^\s()\[\]:,]+){1,5}) [(\[][^()\[\]]{1,24}[)\]](?P<colon>:)\s*"
)
"""A name of two to six words, a party or a state in brackets, a colon."""
LABEL_WORDS = frozenset({"PROPN", "NOUN", "ADJ", "PUNCT", "ADP", "DET"})
LONGEST_LABEL = 8
"""Tokens of a name before a colon."""
SIGNED = r"""
    \s*(?P<dash>--|[—–―~-])\s*
    (?P<name>[^\W\d_a-z][\w.’'-]*(?:\s+(?:[^\W\d_a-z][\w.’'-]*|{small})){{0,5}}?)
    \s*(?:[,.(\[].*)?$
"""


def label_inside(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*“MAYOR: Thank you.”*: a transcript inside of marks."""
    label = quoted.label
    if label is None:
        return None
    colon = Phrase(label.end, label.end + 1, paragraph.text[label.end : label.end + 1])
    return Found(label, colon)


def label_before(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*Mayor: “…”*, as in a transcript or a headline: a bare name and a colon.

    Where somebody is named behind the run as who said it, the words are a heading.
    """
    words = _before_colon(paragraph, quoted)
    report = report_after(paragraph, quoted)
    if report and report.source and paragraph.tokens[report.source.head].pos == "PROPN":
        return None
    if not words:
        return _label_and_party(paragraph, quoted)
    named = any(t.pos == "PROPN" or t.text[:1].isupper() for t in words)
    led = words[0].pos == "ADP"  # *For example: “…”*
    if led or not named or any(t.pos not in LABEL_WORDS for t in words):
        return None
    colon = paragraph.word(words[-1].index + 1)
    return Found(phrase_of(paragraph.text, words), colon)


def verb_and_label(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*Said Mbeki: “…”*: a reporting verb, a name and a colon."""
    words = _before_colon(paragraph, quoted)
    if len(words) < 2 or not paragraph.reporting.words.is_inverted_cue(words[0]):
        return None
    return Found(phrase_of(paragraph.text, words[1:]), phrase_of(paragraph.text, words[:1]))


def _before_colon(paragraph: Paragraph, quoted: Quoted) -> tuple[Token, ...]:
    """The few words of the sentence that stand before a colon and the run."""
    before = paragraph.tokens[quoted.sentence[0] : quoted.first]
    short = 1 < len(before) <= LONGEST_LABEL and before[-1].text == ":"
    return before[:-1] if short else ()


def _label_and_party(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*Rep. Jane Doe (R-Texas): “…”*."""
    start = paragraph.tokens[quoted.sentence[0]].start
    label = WITH_PARTY.fullmatch(paragraph.text, start, quoted.run.outer_start)
    if label is None or paragraph.text[start : start + 1].islower():
        return None
    name, colon = label.span("name"), label.span("colon")
    return Found(Phrase(*name, label.group("name")), Phrase(*colon, ":"))


def dash_after(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*“…” — Jane Doe*, with nothing else in the paragraph: a signed quotation."""
    return (
        signature(paragraph, quoted.run.outer_end) if begins_sentence(paragraph, quoted) else None
    )


@lru_cache(maxsize=16)
def _signed(lexicon: Lexicon) -> re.Pattern[str]:
    """A dash and a name, in which small words of names may stand."""
    links = lexicon.group("genitive_prepositions", "definite_articles")
    small = "|".join(sorted(map(re.escape, load_words("name_particles") | links)))
    return re.compile(SIGNED.format(small=small), re.DOTALL | re.VERBOSE)


def signature(paragraph: Paragraph, start: int) -> Found | None:
    """A dash and a name from `start` to the end of the paragraph."""
    signed = _signed(paragraph.reporting.words.lexicon).match(
        paragraph.text, start, paragraph.parsed.segment.end
    )
    if signed is None or YEAR.search(paragraph.text, signed.end("name"), signed.end()):
        return None
    dash, name = signed.span("dash"), signed.span("name")
    source = Phrase(*name, paragraph.text[slice(*name)])
    return Found(source, Phrase(*dash, paragraph.text[slice(*dash)]))


def name_line(paragraph: Paragraph) -> Found | None:
    """*Lin Mei, head of Acme*: a line with a name and an office, no verb and no stop."""
    words = paragraph.tokens
    name = words[: next((t.index for t in words if t.text == ","), 0)]
    told = words[-1].pos == "PUNCT" or any(t.tag in FINITE_OR_MODAL for t in words)
    if len(name) < 2 or told or any(t.pos != "PROPN" for t in name):
        return None
    return Found(phrase_of(paragraph.text, name), None)
