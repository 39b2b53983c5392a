"""Sources above a run in the parse: the verbs and nouns that its words hang on.

The outermost clause that tells something has the last word: what a minister says that the rebels
claimed is told by the minister.
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.extract.quotations.answers import (
    WEAK,
    Found,
    from_report,
    overlaps,
)
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.reported_speech import ReportingClause, Source
from generator.language import relations, word_forms
from generator.model.text import Token

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NOW = frozenset({word_forms.VERB_PRESENT_THIRD, word_forms.VERB_PRESENT})
CONTENT_PREPOSITIONS = ("genitive_prepositions", "topic_prepositions", "comparing_prepositions")
CLAUSES = relations.SUBORDINATE_CLAUSES | {
    relations.APPOSITION,
    relations.PARATAXIS,
    relations.UNCLASSIFIED,
}


def anchors(paragraph: Paragraph, quoted: Quoted) -> tuple[Token, ...]:
    """The words of the run that hang on a word outside of it."""
    inside = set(range(quoted.first, quoted.last + 1))
    words = [paragraph.tokens[i] for i in quoted.words]
    found = [w for w in words if w.head not in inside and w.pos != "PUNCT"]
    return tuple(found or [w for w in words if w.head == w.index])


def climb(paragraph: Paragraph, quoted: Quoted) -> Iterator[Token]:
    """The words above the run in the parse, nearest first, other quoted words left out."""
    for anchor in anchors(paragraph, quoted)[:1]:
        above = paragraph.tree.ancestors(anchor)
        yield from (t for t in above if t.index not in paragraph.reporting.quoted)


def governing_verb(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*He promised that the deal was “very close”*: the nearest reporting verb above the run."""
    nearest = _nearest(paragraph, quoted)
    return nearest[1] if nearest and nearest[0].pos != "NOUN" else None


def governing_noun(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*Her claim that the deal was “very close”*: the nearest noun for speech above the run."""
    nearest = _nearest(paragraph, quoted)
    return nearest[1] if nearest and nearest[0].pos == "NOUN" else None


def _nearest(paragraph: Paragraph, quoted: Quoted) -> tuple[Token, Found] | None:
    """The nearest word above the run that tells, with its answer."""
    reports = {r.verb: r for r in paragraph.reports_in(quoted.sentence)}
    for token in climb(paragraph, quoted):
        report = reports.get(token.index)
        if report is not None and report.strength in {"clause", "speech"}:
            if report.source is not None and not overlaps(report.source, quoted):
                found = told(paragraph, report)
                return (token, found) if found else None
            if report.passive:
                return None
        noun = _noun_above(paragraph, quoted, token, reports)
        owner = paragraph.reporting.owner_of(noun) if noun else None
        if noun is not None and owner is not None:
            return noun, Found(paragraph.phrase(owner), paragraph.word(noun.index))
    return None


def _noun_above(
    paragraph: Paragraph, quoted: Quoted, token: Token, reports: Mapping[int, ReportingClause]
) -> Token | None:
    """A noun for speech of which the run is the content."""
    if not paragraph.reporting.words.is_speech_noun(token) or _modifies(paragraph, quoted, token):
        return None
    is_object = token.dep in {relations.OBJECT, relations.APPOSITION}
    verb = reports.get(token.head) if is_object else None
    return token if verb is None or verb.strength in WEAK else None


def is_unattributed(paragraph: Paragraph, quoted: Quoted) -> bool:
    """*It was described as “…”*, *claims that he “…”*: words that are told, nobody says by whom."""
    reports = {r.verb: r for r in paragraph.reports_in(quoted.sentence)}
    below, words = None, paragraph.reporting.words
    for token in climb(paragraph, quoted):
        report = reports.get(token.index)
        if report is not None and report.strength in {"clause", "speech"}:
            # *It is often referred to as a “…”*: in the present, a passive gives a thing its name
            small = paragraph.tree.children(token, relations.PASSIVE_AUXILIARY)
            return report.passive and not report.source and all(c.tag not in NOW for c in small)
        clause = below is not None and below.dep == relations.ADNOMINAL_CLAUSE
        finite = below is not None and below.tag not in word_forms.PARTICIPLES
        if clause and finite and words.is_speech_noun(token):
            return True
        below = token
    return False


def told(paragraph: Paragraph, report: ReportingClause) -> Found | None:
    """The answer of a report, or of the one that tells it."""
    meant = _same_as_governing(paragraph, report)
    if meant is not None:
        return Found(paragraph.phrase(meant), paragraph.word(report.verb), hedge=report.hedge)
    own, outer = from_report(paragraph, report), outermost(paragraph, report)
    teller = from_report(paragraph, outer)
    outside = outer is not report
    if own and teller and outside and _means_teller(paragraph, report.source, outer.source):
        return replace(own, antecedent=teller.source)
    return teller


def _means_teller(paragraph: Paragraph, own: Source | None, teller: Source | None) -> bool:
    """*The mayor said that he called it “…”*: a pronoun that goes back to the one who tells."""
    if own is None or teller is None or own.relative is not None or teller.relative is not None:
        return False
    inner, outer = (paragraph.tokens[s.head] for s in (own, teller))
    words = paragraph.reporting.words
    return words.is_he_or_she(inner) and not words.is_third_person(outer)


def _same_as_governing(paragraph: Paragraph, report: ReportingClause) -> Source | None:
    """*The council condemned what it called “…”*: the pronoun means the subject above it."""
    verb = paragraph.tokens[report.verb]
    words = paragraph.reporting.words
    free = any(words.is_in(c, "free_relatives") for c in paragraph.tree.children(verb))
    if not free or report.source is None:
        return None
    if not words.is_third_person(paragraph.tokens[report.source.head]):
        return None
    for token in paragraph.tree.ancestors(verb):
        above = paragraph.reporting.source_of(token) if token.pos == "VERB" else None
        if above is not None and paragraph.tokens[above.head].pos in {"PROPN", "NOUN"}:
            return above
    return None


def outermost(paragraph: Paragraph, report: ReportingClause) -> ReportingClause:
    """The report whose content the given one is: *the mayor said that her rival called it “…”*.

    What stands in the content of a report is told by its source, words in marks included.
    """
    held = {r.verb: r for r in paragraph.reports}
    found = report
    verb = paragraph.tokens[report.verb]
    below = verb
    for token in paragraph.tree.ancestors(verb):
        outer = held.get(token.index)
        told = outer is not None and outer.strength == "clause" and outer.source is not None
        if told and outer and below.dep == relations.CLAUSAL_COMPLEMENT:
            found = outer
        below = token
    return found


def _modifies(paragraph: Paragraph, quoted: Quoted, noun: Token) -> bool:
    """Whether the words are no content of the noun: *her “private” letters*."""
    words = paragraph.reporting.words
    for anchor in anchors(paragraph, quoted)[:1]:
        path = [anchor, *paragraph.tree.ancestors(anchor)]
        below = path[: path.index(noun)] if noun in path else path
        ways = (t for t in below if t.dep == relations.PREPOSITION)
        led = any(words.is_in(t, *CONTENT_PREPOSITIONS) for t in ways)
        return not led and all(t.dep not in CLAUSES for t in below)
    return True


def word_or_phrase(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*The senator used the phrase “…”*: who is the subject of the verb that the noun hangs on."""
    before = paragraph.tokens[quoted.first - 1] if quoted.first else None
    if before is None or before.dep != relations.OBJECT:
        return None
    verb = paragraph.tree.head(before)
    told = verb.pos == "VERB" and paragraph.reporting.words.is_speech_noun(before)
    source = paragraph.reporting.source_of(verb) if told else None
    return Found(paragraph.phrase(source), paragraph.word(before.index)) if source else None


def colon_before(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*The mayor has a new message: “…”*: the subject of the clause before the colon."""
    first = quoted.sentence[0]
    before = [t for t in paragraph.tokens[first : quoted.first] if t.pos != "SPACE"]
    if not before or before[-1].text != ":":
        return None
    noun = before[-2] if len(before) > 1 else before[-1]
    held = [paragraph.tree.head(noun)] if noun.dep == relations.OBJECT else []
    roots = [t for t in before if t.pos in {"VERB", "AUX"} and t.dep == relations.ROOT]
    for verb in (*held, *roots):
        source = paragraph.reporting.source_of(verb)
        if source is not None:
            return Found(paragraph.phrase(source), paragraph.word(verb.index))
    return None


def governing_subject(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*He seemed pleased about “…”*: the subject of a verb of mind above the run."""
    words = paragraph.reporting.words
    for token in climb(paragraph, quoted):
        if token.pos not in {"VERB", "AUX"} or words.strength(token) != "mind":
            continue
        source = paragraph.reporting.source_of(token)
        if source is None or overlaps(source, quoted):
            continue
        head = paragraph.tokens[source.head]
        named = head.entity in NAMED or head.pos == "PROPN" or words.is_person(head)
        if named or words.speaks_for_somebody(head):
            return Found(paragraph.phrase(source), paragraph.word(token.index))
    return None


def labelled_as(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*She has gone after him as “…”*: a label that the subject of the clause gives."""
    words = paragraph.reporting.words
    for token in climb(paragraph, quoted):
        if token.dep == relations.PREPOSITION and words.is_in(token, "comparing_prepositions"):
            verb = paragraph.tree.head(token)
            source = paragraph.reporting.source_of(verb) if verb.pos == "VERB" else None
            head = paragraph.tokens[source.head] if source else None
            named = head is not None and (head.pos == "PROPN" or words.is_person(head))
            if source is not None and named:
                return Found(paragraph.phrase(source), paragraph.word(verb.index))
        if token.pos in {"VERB", "AUX"}:
            return None
    return None
