"""Reporting clauses read off the order of words, where the parse does not show them.

A small parser loses the clause in long sentences; what stands directly beside a quotation follows
few patterns: *“…,” name, apposition, said* and *“…,” said name*, and their mirror before it.
"""

from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.reported_speech import ReportingClause, Source, Strength
from generator.language import word_forms
from generator.model.reading_order import end_while
from generator.model.text import Token

PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
INSIDE = frozenset({"'", "’", "-", "–", "‑", ".", "&"})
SMALL = frozenset({"ADV", "AUX", "PART"})
HELPERS = frozenset({"AUX", "PART"})
LONGEST_ASIDE = 30
SPOKEN: frozenset[Strength] = frozenset({"clause", "speech"})


def clause_behind(paragraph: Paragraph, quoted: Quoted) -> ReportingClause | None:
    """The reporting clause that begins directly behind a run."""
    start = _skip_marks(paragraph, quoted.last + 1)
    token = _at(paragraph, start)
    if token is None:
        return None
    small = paragraph.reporting.words.is_particle(token, _at(paragraph, start + 1))
    named = _at(paragraph, start + 2) if small else None  # *“…,” put in Ann*: *put* read as a noun
    if _reports(paragraph, token) or (named is not None and named.pos == "PROPN"):
        return _report_of(paragraph, token, start + (2 if small else 1))
    if token.pos in HELPERS:
        return _behind_helpers(paragraph, start)
    end = _phrase_behind(paragraph, start)
    if end is None:
        return None
    verb = _verb_from(paragraph, _skip_aside(paragraph, end + 1))
    return _report(paragraph, verb, start, end) if verb is not None else None


def _behind_helpers(paragraph: Paragraph, start: int) -> ReportingClause | None:
    """*« … », a déclaré la maire*, *a-t-elle dit*: the subject is behind a helper or the verb."""
    at = end_while(paragraph.tokens, start, lambda t: _outside(paragraph, t) and t.pos in HELPERS)
    tied = _at(paragraph, at)
    if tied is not None and paragraph.reporting.words.is_person(tied):
        verb = _verb_from(paragraph, at + 1)
        return _report(paragraph, verb, at, at) if verb else None
    verb = _verb_from(paragraph, at)
    if verb is None:
        return None
    day = _at(paragraph, verb.index + 1)
    dated = day is not None and _is_weekday(paragraph, day)
    return _report_of(paragraph, verb, verb.index + (2 if dated else 1))


def _report_of(paragraph: Paragraph, verb: Token, first: int) -> ReportingClause | None:
    """The clause of a verb whose subject begins behind it."""
    end = _phrase_behind(paragraph, first)
    return _report(paragraph, verb, first, end) if end is not None else None


def _report(paragraph: Paragraph, verb: Token, first: int, last: int) -> ReportingClause | None:
    if first == last and paragraph.reporting.words.is_no_subject(paragraph.tokens[first]):
        return None
    head = next((i for i in range(last, first - 1, -1) if paragraph.tokens[i].pos in PHRASE), last)
    strength = paragraph.reporting.words.strength(verb)
    start, end = min(first, verb.index), max(last, verb.index)
    return ReportingClause(verb.index, start, end, strength, Source(head, first, last), None)


def _at(paragraph: Paragraph, index: int) -> Token | None:
    outside = index < 0 or index >= len(paragraph.tokens) or index in paragraph.reporting.quoted
    return None if outside else paragraph.tokens[index]


def _outside(paragraph: Paragraph, token: Token) -> bool:
    return token.index not in paragraph.reporting.quoted


def _reports(paragraph: Paragraph, token: Token) -> bool:
    return token.tag in word_forms.VERBS and paragraph.reporting.words.strength(token) in SPOKEN


def _skip_marks(paragraph: Paragraph, at: int) -> int:
    return end_while(
        paragraph.tokens, at, lambda t: _outside(paragraph, t) and t.pos in {"PUNCT", "ADV"}
    )


def _phrase_behind(paragraph: Paragraph, start: int) -> int | None:
    """The last token of the noun phrase that begins at `start`."""
    end = None
    for at in range(start, len(paragraph.tokens)):
        token = _at(paragraph, at)
        if token is None:
            break
        if end is not None and _is_weekday(paragraph, token):
            break
        if token.pos in PHRASE:
            end = at
            if token.pos == "PRON" and at == start:
                break
        elif end is None or not _joins(paragraph, token) or not _goes_on(paragraph, at):
            break
    return end if end is not None and paragraph.tokens[end].pos != "DET" else None


def _is_weekday(paragraph: Paragraph, token: Token) -> bool:
    """Whether a word is a day of the week that is written like any noun: *dit Ada Lind lundi*."""
    return token.text in paragraph.reporting.words.lexicon.keys("weekdays")


def _joins(paragraph: Paragraph, token: Token) -> bool:
    """Whether a mark or small word stands inside a noun phrase."""
    return token.text in INSIDE or paragraph.reporting.words.is_in(
        token, "genitive_prepositions", "possessive_endings"
    )


def _goes_on(paragraph: Paragraph, at: int) -> bool:
    behind = _at(paragraph, at + 1)
    return behind is not None and behind.pos in PHRASE and not behind.sentence_begins


def _skip_aside(paragraph: Paragraph, at: int) -> int:
    """Past an apposition between commas, or what stands in brackets."""
    token = _at(paragraph, at)
    closing = {",": ",", "(": ")"}.get(token.text) if token else None
    if closing is None:
        return at
    for i in range(at + 1, at + LONGEST_ASIDE):
        following = _at(paragraph, i)
        if following is None or following.sentence_begins:
            return at
        if following.text == closing and _verb_from(paragraph, i + 1) is not None:
            return i + 1
    return at


def _verb_from(paragraph: Paragraph, at: int) -> Token | None:
    """The reporting verb at `at`, auxiliaries and adverbs passed over."""
    small = end_while(paragraph.tokens, at, lambda t: _outside(paragraph, t) and t.pos in SMALL)
    token = _at(paragraph, small)
    return token if token is not None and _reports(paragraph, token) else None
