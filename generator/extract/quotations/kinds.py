"""What a quoted run is: speech, a fragment of it, a term, a title, or a headline's phrase."""

import re
from collections.abc import Callable, Collection
from typing import Literal

from generator.extract.quotations.adjacent_clause import begins_sentence, cue_before
from generator.extract.quotations.answers import Decision
from generator.extract.quotations.governing_clause import is_unattributed
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.language import word_forms
from generator.language.lexicons import Lexicon
from generator.language.weights import load_count
from generator.language.word_forms import FINITE_OR_MODAL
from generator.model.annotations import Attribution, QuotationKind
from generator.model.rules import Rule
from generator.model.text import Token
from generator.model.zones import HEADINGS

NotSpeech = Literal["headline_phrase", "title", "term"]
SINGLE_MARKS = frozenset("‘'‛‹")
CITED = re.compile(r"\s*[—–-]+\s*[^\n]{1,60}\b(?:19|20)\d\d\b\W*$")
"""A reference's tail: a dash, a publication and a year."""
ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]\W*")
"""A transcript's note in brackets, such as applause."""
SIGNATURES = frozenset({"dash_after", "signed_behind"})
"""Rules by which a short line that looks like a heading is somebody's words after all."""
LEADING_MARKS = frozenset({",", ":", "—", "–", "-", "--", "("})
LEADING_WORDS = ("comparing_prepositions", "complementisers", "coordinating_conjunctions")
"""What stands before words that are said, as a cue does."""
TERM_WORDS = load_count("quotations.term")
TITLE_WORDS = load_count("quotations.title")


def unspoken_kind(
    paragraph: Paragraph,
    quoted: Quoted,
    found: Decision | None,
    lexicon: Lexicon,
    without: Collection[str],
) -> NotSpeech | None:
    """What a run is that nobody says; it never keeps the source `found`."""
    rules = (r for r in NO_SPEECH if r.id not in without)
    return next((r.id for r in rules if r.find(paragraph, quoted, found, lexicon)), None)


def spoken_kind(paragraph: Paragraph, quoted: Quoted) -> QuotationKind:
    """What a run is that somebody says: a sentence of its own, or words out of one."""
    return "direct_speech" if is_clause(paragraph, quoted) else "reported_fragment"


def is_headline_phrase(
    paragraph: Paragraph, quoted: Quoted, found: Decision | None, _lexicon: Lexicon
) -> bool:
    """Words in marks of a headline, or a heading in marks."""
    signed = paragraph.zone == "subhead" and found is not None and found.rule in SIGNATURES
    return (paragraph.zone in HEADINGS and not signed) or is_heading(paragraph, quoted)


def is_heading(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether single marks hold a whole line, where the rest of the document uses double ones."""
    if quoted.run.mark in SINGLE_MARKS and paragraph.double_marks and paragraph.first:
        return True
    alone = not paragraph.plain(0, len(paragraph.tokens)) and len(paragraph.quoted) == 1
    short = len(words_of(paragraph, quoted)) <= TITLE_WORDS
    return alone and short and quoted.run.mark in SINGLE_MARKS and paragraph.double_marks


def words_of(paragraph: Paragraph, quoted: Quoted) -> list[str]:
    """The run's words."""
    return re.findall(r"[\w’'&-]+", paragraph.text[quoted.run.start : quoted.run.end])


def is_title(
    paragraph: Paragraph, quoted: Quoted, _found: Decision | None, lexicon: Lexicon
) -> bool:
    """A work's title, a nickname between names, or capitalised words that nobody says."""
    words = words_of(paragraph, quoted)
    before = paragraph.tokens[quoted.first - 1] if quoted.first else None
    behind = paragraph.tokens[quoted.last + 1] if quoted.last + 1 < len(paragraph.tokens) else None
    if _nickname(words, before, behind):
        return True
    if CITED.match(paragraph.text, quoted.run.outer_end, paragraph.parsed.segment.end):
        return True
    if not is_title_case(words, lexicon) or begins_sentence(paragraph, quoted):
        return False
    named = before and behind and before.pos == "DET" and behind.pos == "NOUN"
    if named or _beside_work(paragraph, quoted, lexicon):
        return True  # *the “Save Our Port” hat*
    capitals = sum(w[0].isupper() for w in words)
    return capitals >= 2 and not _introduced(paragraph, quoted, before)


def is_title_case(words: list[str], lexicon: Lexicon) -> bool:
    """Whether words are written as a title is: capitals but for the small ones."""
    if not words or len(words) > TITLE_WORDS or words[0][0].islower():
        return False
    small = lexicon.words("small_words")
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in small for w in words)


def _introduced(paragraph: Paragraph, quoted: Quoted, before: Token | None) -> bool:
    """Whether the run stands where words that are said stand: behind a stop, *as*, or a cue."""
    words = paragraph.reporting.words
    if before is None or before.text in LEADING_MARKS or words.is_in(before, *LEADING_WORDS):
        return True
    if words.strength(before) in {"clause", "speech"} and before.tag in word_forms.VERBS:
        return True
    report = cue_before(paragraph, quoted)
    return report is not None and before.pos not in {"ADP", "PART"}


def _nickname(words: list[str], before: Token | None, behind: Token | None) -> bool:
    if before is None or behind is None or len(words) > 2:
        return False
    written = (before.text, behind.text, *words)
    return "PROPN" in {before.pos, behind.pos} and all(w[:1].isupper() for w in written)


def _beside_work(paragraph: Paragraph, quoted: Quoted, lexicon: Lexicon) -> bool:
    works, naming = lexicon.words("work_nouns"), lexicon.words("naming_verbs")
    tokens, first, end = paragraph.tokens, quoted.first, quoted.last + 1
    before = [t for t in tokens[max(0, first - 3) : first] if t.pos != "PUNCT"]
    near = (*before[-2:], *(t for t in tokens[end : end + 2] if t.pos != "PUNCT"))
    named = any(t.lemma.lower() in works and t.pos in {"NOUN", "PROPN"} for t in near)
    given = (t for t in before[-1:] if t.tag == word_forms.VERB_PARTICIPLE)
    return named or any(t.lemma.lower() in naming for t in given)


def is_term(
    paragraph: Paragraph, quoted: Quoted, found: Decision | None, _lexicon: Lexicon
) -> bool:
    """A coined term or words held at a distance: short, and nobody is said to say them."""
    words = words_of(paragraph, quoted)
    if len(words) > TERM_WORDS:
        return False
    text = paragraph.text[quoted.run.start : quoted.run.end].strip()
    if ASIDE.fullmatch(text):
        return True
    return found is None and not is_unattributed(paragraph, quoted) and text[-1:] != "!"


def is_clause(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether the words are a sentence of their own: a capital first and a finite verb in it."""
    text = paragraph.text[quoted.run.start : quoted.run.end].strip()
    first = next((c for c in text if c.isalnum()), "")
    if not text or first.islower():
        return False
    tokens = _tokens(paragraph, quoted)
    finite = any(t.tag in FINITE_OR_MODAL for t in tokens)
    return finite or text[-1] in ".!?" or len(text.split()) >= 6


def _tokens(paragraph: Paragraph, quoted: Quoted) -> list[Token]:
    run = quoted.run
    here = [p for p in paragraph.inside if p.segment.start < run.end and run.start < p.segment.end]
    own = (*paragraph.tokens[quoted.first : quoted.last + 1], *(t for p in here for t in p.tokens))
    return [t for t in own if run.start <= t.start and t.end <= run.end and not t.hole]


Judge = Callable[[Paragraph, Quoted, Decision | None, Lexicon], bool]
NO_SPEECH: tuple[Rule[NotSpeech, Attribution, Judge], ...] = (
    Rule("headline_phrase", "# Minister calls plan “mad”", "none", is_headline_phrase),
    Rule("title", "She sang in “The Bridge at Night”.", "none", is_title),
    Rule("term", "The so-called “dead zone” grew.", "none", is_term),
)
"""What is written in marks and said by nobody."""
