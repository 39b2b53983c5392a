"""Sources beside a run in the order of words: directly behind it, before it, between its halves."""

from generator.extract.quotations.answers import WEAK, Found, from_report
from generator.extract.quotations.governing_clause import told
from generator.extract.quotations.linear_patterns import clause_behind
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.reported_speech import ReportingClause
from generator.language import relations, word_forms
from generator.language.dependencies import phrase_of
from generator.language.word_forms import FINITE

CLOSING_STOPS = frozenset(",?!…—–-.;")
LED_BY = (
    *("complementisers", "comparing_prepositions", "indefinite_articles", "definite_articles"),
    *("genitive_prepositions", "goal_prepositions", "additive_conjunctions"),
)
"""Small words between a verb and the words in marks that it leads into."""
BREAKS = frozenset({",", "—", "–", "-", "--"})
OBJECT = relations.PREPOSITIONAL_OBJECT
LIGHT = frozenset({"PUNCT", "ADV", "PART", "INTJ", "SYM", "SPACE"})


def ends_open(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether a stop stands inside or behind the closing mark, as before a reporting clause."""
    run = quoted.run
    inside = paragraph.text[run.start : run.end].rstrip()[-1:]
    behind = paragraph.text[run.outer_end : run.outer_end + 3].strip()[:1]
    return not CLOSING_STOPS.isdisjoint({inside, behind})


def begins_sentence(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether nothing but other runs and joining words stands before the run in its sentence."""
    before = paragraph.plain(quoted.sentence[0], quoted.first)
    return all(t.pos in {"CCONJ", "ADV", "INTJ", "SCONJ"} for t in before)


def report_after(paragraph: Paragraph, quoted: Quoted) -> ReportingClause | None:
    """The reporting clause that stands directly behind the run, with nothing but stops between."""
    end, words = quoted.sentence[1], paragraph.reporting.words
    for report in paragraph.reports:
        if report.first <= quoted.last or report.verb >= end or report.source is None:
            continue
        gap = paragraph.tokens[quoted.last + 1 : report.first]
        light = (t.pos in LIGHT or words.is_in(t, "comparing_prepositions") for t in gap)
        participle = paragraph.tokens[report.verb].tag in word_forms.PARTICIPLES
        finite = not participle or report.first < report.verb
        if finite and len(gap) <= 4 and all(light):
            return _named_first(paragraph, quoted, report)
    return None


def cue_after(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*“…,” the minister said*: a clause directly behind."""
    report = report_after(paragraph, quoted)
    told = report and (_stands_alone(paragraph, quoted) or _closes(paragraph, quoted, report))
    return from_report(paragraph, report) if report and told else None


def _closes(paragraph: Paragraph, quoted: Quoted, report: ReportingClause) -> bool:
    """*He paid “the tax,” The Herald reported*: a comma in the mark, and nothing else is told."""
    behind = paragraph.tree.children(paragraph.tokens[report.verb], relations.CLAUSAL_COMPLEMENT)
    comma = paragraph.text[quoted.run.start : quoted.run.end].rstrip().endswith(",")
    more = _is_led(paragraph, quoted) or any(c.index > report.last for c in behind)
    return comma and report.strength == "clause" and not more


def _is_led(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether words before the run tell who says or names it so, with no colon that ends them."""
    before, words = paragraph.plain(quoted.sentence[0], quoted.first), paragraph.reporting.words
    cues = [t for t in before if words.strength(t) in {"clause", "speech"} or words.names(t)]
    goes_on = paragraph.tokens[quoted.first - 1].text != ":"
    joined = any(t.pos == "CCONJ" for t in before[-1:])  # *of “a plan” and “a gamble,” he said*
    return joined or (bool(cues) and (goes_on or cues[-1] is before[-1]))


def _stands_alone(paragraph: Paragraph, quoted: Quoted) -> bool:
    return ends_open(paragraph, quoted) and begins_sentence(paragraph, quoted)


def _named_first(paragraph: Paragraph, quoted: Quoted, report: ReportingClause) -> ReportingClause:
    """*says Ada Lind, author of The Tide: A Tale of Ice*: somebody named right behind the verb."""
    near = clause_behind(paragraph, quoted)
    if near is None or near.source is None or near.verb != report.verb or report.source is None:
        return report
    inverted = near.source.first == near.verb + 1 and near.source.last < report.source.first
    person = paragraph.tokens[near.source.head].entity == "PERSON"
    return near if inverted and person else report


def cue_before(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*The minister said, “…”*, with what hangs on the verb between."""
    for report in reversed(paragraph.reports_in(quoted.sentence)):
        if report.verb >= quoted.first or report.strength in WEAK:
            continue
        verb = paragraph.tokens[report.verb]
        gap = paragraph.plain(report.verb + 1, quoted.first)
        small = paragraph.reporting.words
        hangs = all(
            verb in paragraph.tree.ancestors(t) or small.is_in(t, *LED_BY) or t.pos == "SCONJ"
            for t in gap
        )
        verbs = any(t.pos == "VERB" and t.tag != word_forms.VERB_GERUND for t in gap)
        if hangs and not verbs and len(gap) <= 12:
            helpers = paragraph.tree.children(verb, *relations.AUXILIARIES)
            happened = all(t.tag != word_forms.MODAL for t in helpers)
            # *she called it “a wreck,” his lawyer said*, but not *we should widen it “soon,” …*
            closed = happened and report_after(paragraph, quoted)
            own = closed or _opens_speech(paragraph, quoted, report)
            return from_report(paragraph, report) if own else told(paragraph, report)
        return None
    return None


def _opens_speech(paragraph: Paragraph, quoted: Quoted, report: ReportingClause) -> bool:
    """Whether a verb and a comma lead into a sentence in marks: *she replied, “We shall.”*."""
    before = paragraph.tokens[report.verb + 1 : quoted.first]
    first = next((c for c in paragraph.text[quoted.run.start : quoted.run.end] if c.isalnum()), "")
    verb = paragraph.tokens[report.verb]
    own = paragraph.tree.has(verb, relations.SUBJECT) and verb.tag in FINITE
    return own and [t.text for t in before] in ([","], [":"]) and first.isupper()


def words_behind(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*“…,” said the minister*, where only the order of the words shows it."""
    report = clause_behind(paragraph, quoted) if _stands_alone(paragraph, quoted) else None
    return from_report(paragraph, report) if report else None


def in_the_words_of(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*In the words of the minister, “…”* and *in his words, “…”*."""
    before, words = paragraph.plain(quoted.sentence[0], quoted.first), paragraph.reporting.words
    for token in before:
        above = paragraph.tree.head(token)
        if words.is_in(token, "nouns_for_words") and words.is_in(above, "wording_prepositions"):
            owner = paragraph.reporting.owner_of(token)
            if owner is not None:
                return Found(paragraph.phrase(owner), paragraph.word(token.index))
    return None


def according_to(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """*According to X*, anywhere in the sentence outside of marks."""
    (first, end), words = quoted.sentence, paragraph.reporting.words
    for i in range(first, end - 1):
        token, following = paragraph.tokens[i], paragraph.tokens[i + 1]
        named = following.pos in {"DET", "PROPN", "PRON"}
        alone = named and words.is_in(token, "source_prepositions_alone")
        cue = [token, following] if words.names_source(token, following) else [token] * alone
        for child in paragraph.tree.children(cue[-1], OBJECT) if cue else ():
            source = paragraph.reporting.phrases.source_at(child)
            if source is not None:
                return Found(paragraph.phrase(source), phrase_of(paragraph.text, cue))
    return None


def after_all(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """A run inside a clause that a later reporting clause of the sentence closes: *…, he said*."""
    report = report_after(paragraph, quoted)
    if report is not None and report.strength not in WEAK:
        return from_report(paragraph, report)
    for report in reversed(paragraph.reports_in(quoted.sentence)):
        if report.first > quoted.last and report.strength == "clause" and report.source:
            before = paragraph.tokens[report.first - 1]
            if before.text in BREAKS or before.index in paragraph.reporting.quoted:
                return from_report(paragraph, report)
    return None


def earlier_report(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """The last reporting clause before the run in its sentence, where the parse lost the way."""
    for report in reversed(paragraph.reports_in(quoted.sentence)):
        if report.verb < quoted.first and report.strength in {"clause", "speech"} and report.source:
            return from_report(paragraph, report)
    return None
