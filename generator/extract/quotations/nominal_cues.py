"""Sources beside a run that no reporting clause names: *her remark that “…”*."""

from generator.extract.quotations.answers import Found, overlaps
from generator.extract.quotations.kinds import is_title_case, words_of
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.reported_speech import Source
from generator.language import relations
from generator.model.text import Token


def noun_before(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*Her remark that “…”*, *issued a statement, “…”*: a noun for speech right before the run."""
    if quoted.first < 2:
        return None
    end = quoted.first
    words = paragraph.reporting.words
    if words.is_person(paragraph.tokens[end - 1]) and end > 2:
        end -= 1
    noun, lead = paragraph.tokens[end - 2 : end]
    outside = noun.index not in paragraph.reporting.quoted
    if is_title_case(words_of(paragraph, quoted), words.lexicon):
        return None
    if not outside or not words.is_speech_noun(noun):
        return None
    leads = lead.text == "," or words.is_in(lead, "complementisers")
    owned = leads or words.is_in(lead, "content_prepositions")
    source = paragraph.reporting.owner_of(noun) if owned else None
    if source is None and leads:
        source = _bringer(paragraph, noun)
    if source is None or overlaps(source, quoted):
        return None
    return Found(paragraph.phrase(source), paragraph.word(noun.index))


def _bringer(paragraph: Paragraph, noun: Token) -> Source | None:
    """Who brings out the words: the subject of the verb that the noun is the object of."""
    verb = paragraph.tree.head(noun)
    brings = noun.dep == relations.OBJECT and verb.pos == "VERB"
    return paragraph.reporting.source_of(verb) if brings else None
