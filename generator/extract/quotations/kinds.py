"""What a quoted run is: speech, a fragment of it, a term, a title, or a headline's phrase."""

import re

from generator.extract.quotations.attribution import Found
from generator.extract.quotations.scene import Quoted, Scene
from generator.lexicons import Lexicon
from generator.model.annotations import QuotationKind
from generator.model.text import ParsedSegment, Token

HEADING_ZONES = frozenset({"headline", "subhead"})
TERM_WORDS = 4
TITLE_WORDS = 9
SMALL = re.compile(
    r"^(?:a|an|the|of|in|on|at|to|for|and|or|but|with|from|by|it|is|as|vs?)$", re.IGNORECASE
)


def kind_of(scene: Scene, quoted: Quoted, found: Found | None, lexicon: Lexicon) -> QuotationKind:
    """The kind of a run; `found` is its source, which a term, title or headline phrase never has."""
    heading = scene.zone in HEADING_ZONES
    if heading and (found is None or found.certainty != "explicit"):
        return "headline_phrase"
    if not heading and is_title(scene, quoted, found, lexicon):
        return "title"
    if is_term(scene, quoted, found, lexicon):
        return "term"
    return "direct_speech" if is_clause(scene, quoted) else "reported_fragment"


def words_of(scene: Scene, quoted: Quoted) -> list[str]:
    """The run's words."""
    return re.findall(r"[\w’'&-]+", scene.text[quoted.run.start : quoted.run.end])


def is_title(scene: Scene, quoted: Quoted, found: Found | None, lexicon: Lexicon) -> bool:
    """A work's title, a nickname between names, or capitalised words that nobody says."""
    words = words_of(scene, quoted)
    before = scene.tokens[quoted.first - 1] if quoted.first else None
    behind = scene.tokens[quoted.last + 1] if quoted.last + 1 < len(scene.tokens) else None
    if _nickname(words, before, behind):
        return True
    capitalised = [w for w in words if w[0].isupper() or w[0].isdigit()]
    if len(words) > TITLE_WORDS or not words or not words[0][0].isalnum() or words[0][0].islower():
        return False
    if any(w not in capitalised and not SMALL.match(w) for w in words):
        return False
    if _beside_work(scene, quoted, lexicon):
        return True
    said = found is not None and found.certainty == "explicit" and _said_outright(found)
    return len(capitalised) >= 2 and not said


def _said_outright(found: Found) -> bool:
    return found.why != "subject of the reporting clause"


def _nickname(words: list[str], before: Token | None, behind: Token | None) -> bool:
    named = before is not None and behind is not None
    return bool(
        named
        and before
        and behind
        and len(words) <= 2
        and before.pos == "PROPN"
        and behind.pos == "PROPN"
        and all(w[0].isupper() for w in words)
    )


def _beside_work(scene: Scene, quoted: Quoted, lexicon: Lexicon) -> bool:
    works, naming = lexicon.words("work_nouns"), lexicon.words("naming_verbs")
    before = [t for t in scene.tokens[max(0, quoted.first - 3) : quoted.first] if t.pos != "PUNCT"]
    behind = [t for t in scene.tokens[quoted.last + 1 : quoted.last + 3] if t.pos != "PUNCT"]
    near = (*before[-2:], *behind[:2])
    if any(t.lemma.lower() in works and t.pos in {"NOUN", "PROPN"} for t in near):
        return True
    return any(t.lemma.lower() in naming and t.tag == "VBN" for t in before[-1:])


def is_term(scene: Scene, quoted: Quoted, found: Found | None, lexicon: Lexicon) -> bool:
    """A coined term or words held at a distance: short, and nobody is said to say them."""
    words = words_of(scene, quoted)
    if len(words) > TERM_WORDS:
        return False
    before = [t.text.lower() for t in scene.tokens[max(0, quoted.first - 3) : quoted.first]]
    if any(w in lexicon.words("distance_words") for w in before):
        return True
    if "called" in before[-1:] and "so" in before[-3:]:
        return True
    return found is None


def is_clause(scene: Scene, quoted: Quoted) -> bool:
    """Whether the words are a sentence of their own: a capital first and a finite verb in it."""
    text = scene.text[quoted.run.start : quoted.run.end].strip()
    first = next((c for c in text if c.isalnum()), "")
    if not text or first.islower():
        return False
    tokens = _tokens(scene, quoted)
    finite = any(t.tag in {"VBD", "VBP", "VBZ", "MD"} for t in tokens)
    return finite or text[-1] in ".!?" or len(text.split()) >= 6


def _tokens(scene: Scene, quoted: Quoted) -> list[Token]:
    run = quoted.run
    own: list[ParsedSegment] = [scene.parsed, *scene.inside]
    return [
        t for p in own for t in p.tokens if run.start <= t.start and t.end <= run.end and not t.hole
    ]
