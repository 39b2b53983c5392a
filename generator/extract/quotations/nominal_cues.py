"""Sources beside a run that no reporting clause names: *her remark that “…”*, *to her, “…”*."""

from generator.extract.quotations.answers import PERSONAL, Found, overlaps
from generator.extract.quotations.kinds import is_title_case, words_of
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.reported_speech import Source
from generator.model.text import Token

DASHES = frozenset({"—", "–", "-", "--", "―"})
LEADS = frozenset({"that", ","})
OWNED_LEADS = frozenset({"of", "for", "against", "about"})
"""Words behind a noun for speech that lead into its words where somebody owns it."""


def noun_before(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*Her remark that “…”*, *issued a statement, “…”*: a noun for speech right before the run."""
    if quoted.first < 2:
        return None
    end = quoted.first
    if paragraph.tokens[end - 1].text.lower() in PERSONAL and end > 2:
        end -= 1
    noun, lead = paragraph.tokens[end - 2 : end]
    outside = noun.index not in paragraph.reporting.quoted
    if is_title_case(words_of(paragraph, quoted)):
        return None
    if not outside or not paragraph.reporting.words.is_speech_noun(noun):
        return None
    source = paragraph.reporting.owner_of(noun) if lead.text in LEADS | OWNED_LEADS else None
    if source is None and lead.text in LEADS:
        source = _bringer(paragraph, noun)
    if source is None or overlaps(source, quoted):
        return None
    return Found(paragraph.phrase(source), paragraph.word(noun.index), "owner of the words")


def _bringer(paragraph: Paragraph, noun: Token) -> Source | None:
    """Who brings out the words: the subject of the verb that the noun is the object of."""
    verb = paragraph.tree.head(noun)
    brings = noun.dep == "dobj" and verb.pos == "VERB"
    return paragraph.reporting.source_of(verb) if brings else None


def to_whom(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*Because to her, “…”*: words that are how somebody sees it."""
    before = paragraph.tokens[max(0, quoted.first - 4) : quoted.first]
    if len(before) < 3 or before[-1].text != "," or before[-3].text.lower() not in {"to", "for"}:
        return None
    person, lead = before[-2], before[-4] if len(before) > 3 else None
    begins = before[-3].sentence_begins or (
        lead is not None and lead.pos in {"SCONJ", "CCONJ", "PUNCT"}
    )
    if not begins or not (person.pos == "PRON" or person.entity == "PERSON"):
        return None
    source = paragraph.reporting.phrases.source_at(person, "the one who sees it so")
    why = "how somebody sees it"
    return (
        Found(paragraph.phrase(source), paragraph.word(person.index - 1), why) if source else None
    )


def between_dashes(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*When the mayor sat down — “We won!” — the hall rose*: who acts before the dash."""
    behind = paragraph.tokens[quoted.last + 1 : quoted.last + 2]
    before = paragraph.tokens[quoted.sentence[0] : quoted.first]
    if len(before) < 2 or before[-1].text not in DASHES or not behind:
        return None
    if behind[0].text not in DASHES:
        return None
    source = _name_at_end(before[:-1]) or _last_actor(paragraph, before)
    if source is None or overlaps(source, quoted):
        return None
    return Found(paragraph.phrase(source), None, "the one before the dash", "implied")


def _name_at_end(before: tuple[Token, ...]) -> Source | None:
    """The person's name that the words end in."""
    last = first = len(before) - 1
    while first > 0 and before[first - 1].pos == before[last].pos == "PROPN":
        first -= 1
    if before[last].entity != "PERSON":
        return None
    head = before[last].index
    return Source(head, before[first].index, head, "the name before the dash")


def _last_actor(paragraph: Paragraph, before: tuple[Token, ...]) -> Source | None:
    """The subject of the last clause, if it is a person."""
    verbs = [t for t in before if t.tag in {"VBD", "VBZ", "VBP"}]
    source = paragraph.reporting.source_of(verbs[-1]) if verbs else None
    head = paragraph.tokens[source.head] if source else None
    named = head is not None and head.pos == "PROPN" and head.entity in {"PERSON", "ORG", ""}
    if head is None or not (named or head.text.lower() in PERSONAL):
        return None
    return source
