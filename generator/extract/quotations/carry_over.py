"""Quotations whose own sentence names no source: they go on with one that stands near.

Only neighbours count: the run before or behind in the paragraph, a re-opened mark, and the source
at the end of the paragraph before when this one is nothing but speech.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from generator.extract.quotations.adjacent_clause import begins_sentence, ends_open, report_after
from generator.extract.quotations.answers import Found, from_report
from generator.extract.quotations.governing_clause import outermost
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.quotations.transcript_labels import signature

FLOATING_WORDS = 3
"""A sentence with at most this many words outside of its marks is nothing but speech."""

LONG_WORDS = 5
"""Fewer words in marks may be a term that nobody says."""

ALONE = frozenset({"he", "she", "i", "we"})
"""Pronouns that mean somebody even where nothing is said of speech."""

Answers = dict[tuple[int, int], Found | None]
"""What was found for each run, by the index of its scene and its own index there."""


def carry_over_sources(paragraphs: Sequence[Paragraph], answers: Answers) -> Answers:
    """The answers with the sources that floating quotations take from their neighbours."""
    out = dict(answers)
    for s, paragraph in enumerate(paragraphs):
        for q, quoted in enumerate(paragraph.quoted):
            if out[s, q] is not None:
                continue
            if not floats(paragraph, quoted):
                out[s, q] = _implied(paragraph, out, s, q)
            else:
                out[s, q] = (
                    _continued(paragraphs, out, s, q)
                    or _before(paragraph, out, s, q)
                    or _behind(paragraph, answers, s, q)
                    or _signed_behind(paragraphs, s, q)
                    or _paragraph_before(paragraphs, out, s)
                )
    return out


def floats(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether the sentence is nothing but the run, or the run is most of it and begins it."""
    first, end = quoted.sentence
    outside = paragraph.plain(first, end)
    return len(outside) <= FLOATING_WORDS or begins_sentence(paragraph, quoted)


def _implied(paragraph: Paragraph, out: Answers, s: int, q: int) -> Found | None:
    """Long words in marks inside the author's sentence, right after the same one's quotation."""
    run = paragraph.quoted[q].run
    if len(paragraph.text[run.start : run.end].split()) < LONG_WORDS:
        return None
    earlier = [out[s, other] for other in range(q) if out[s, other] is not None]
    found = earlier[-1] if earlier else None
    why = "follows a quotation with a source"
    return replace(found, why=why, certainty="implied") if found else None


def _as_inherited(found: Found, why: str) -> Found:
    return replace(found, why=why, certainty="inherited")


def _continued(paragraphs: Sequence[Paragraph], out: Answers, s: int, q: int) -> Found | None:
    if not paragraphs[s].quoted[q].run.continues:
        return None
    earlier = [out[k] for k in sorted(out) if k < (s, q)]
    last = earlier[-1] if earlier else None
    return _as_inherited(last, "goes on from the paragraph before") if last else None


def _before(paragraph: Paragraph, out: Answers, s: int, q: int) -> Found | None:
    told = _told_between(paragraph, out, s, q)
    if told is not None:
        return told
    for other in reversed(range(q)):
        report = report_after(paragraph, paragraph.quoted[other])
        if report is not None and ends_open(paragraph, paragraph.quoted[other]):
            found = from_report(paragraph, report, "follows a quotation with a source", "inherited")
            if found is not None:
                return found
        found = out[s, other]
        if found is not None:
            return _as_inherited(found, "follows a quotation with a source")
    return _report_before(paragraph, paragraph.quoted[q])


def _told_between(paragraph: Paragraph, out: Answers, s: int, q: int) -> Found | None:
    """*“…,” he said. His sister shook her head. “…”*: a sentence between has its own subject."""
    quoted = paragraph.quoted[q]
    earlier = [one for one in paragraph.sentences if one[1] <= quoted.sentence[0]]
    said = (other for at, other in enumerate(paragraph.quoted) if out[s, at] is not None)
    marked = {i for other in said for i in range(other.first, other.last + 1)}
    if not earlier or any(i in marked for i in range(*earlier[-1])):
        return None
    return _report_before(paragraph, quoted) or _subject_of_last(
        paragraph, earlier[-1], "source in the sentence before"
    )


def _report_before(paragraph: Paragraph, quoted: Quoted) -> Found | None:
    """A source in the sentence right before, in the same paragraph."""
    earlier = [s for s in paragraph.sentences if s[1] <= quoted.sentence[0]]
    for report in reversed(paragraph.reports_in(earlier[-1]) if earlier else ()):
        if report.source is not None and report.strength in {"clause", "speech"}:
            found = from_report(paragraph, report, "source in the sentence before", "inherited")
            if found:
                return found
    return _writer_before(paragraph, earlier[-1]) if earlier else None


def _writer_before(paragraph: Paragraph, sentence: tuple[int, int]) -> Found | None:
    """*The senator issued a statement.* “…”: who brought out the words that follow."""
    for token in paragraph.plain(*sentence):
        if token.dep in {"dobj", "pobj"} and paragraph.reporting.words.is_speech_noun(token):
            above = paragraph.tree.head(token)
            verb = paragraph.tree.climb_while(above, lambda t: t.pos == "ADP")
            source = paragraph.reporting.source_of(verb) if verb.pos == "VERB" else None
            if source is not None:
                cue = paragraph.word(token.index)
                return Found(
                    paragraph.phrase(source), cue, "source in the sentence before", "inherited"
                )
    return None


def _behind(paragraph: Paragraph, answers: Answers, s: int, q: int) -> Found | None:
    for other in range(q + 1, len(paragraph.quoted)):
        found = answers[s, other]
        if found is not None and found.certainty == "explicit":
            return _as_inherited(found, "stands before a quotation with a source")
    return None


def _signed_behind(paragraphs: Sequence[Paragraph], s: int, q: int) -> Found | None:
    """A line of its own behind the quotation, with a dash and a name."""
    last = q == len(paragraphs[s].quoted) - 1 and s + 1 < len(paragraphs)
    if not last or paragraphs[s + 1].quoted:
        return None
    return signature(paragraphs[s + 1], paragraphs[s + 1].parsed.segment.start)


def _paragraph_before(paragraphs: Sequence[Paragraph], out: Answers, s: int) -> Found | None:
    """The source of the last run, or of the last reporting clause, of the paragraph before."""
    if s == 0:
        return None
    before = paragraphs[s - 1]
    if before.quoted:
        found = out[s - 1, len(before.quoted) - 1]
        if found is not None:
            return _as_inherited(found, "source in the paragraph before")
    for report in reversed(before.reports):
        if report.source is not None and report.strength in {"clause", "speech"}:
            return from_report(
                before, outermost(before, report), "source in the paragraph before", "inherited"
            )
    last = before.sentences[-1] if before.sentences else None
    return _subject_of_last(before, last, "source in the paragraph before") if last else None


def _subject_of_last(paragraph: Paragraph, sentence: tuple[int, int], why: str) -> Found | None:
    """The person that the sentence before is about, when a quotation follows it alone."""
    for token in paragraph.tokens[sentence[0] : sentence[1]]:
        if token.dep == "ROOT" and token.pos in {"VERB", "AUX"}:
            source = paragraph.reporting.source_of(token)
            head = paragraph.tokens[source.head] if source else None
            if source and head and (head.entity == "PERSON" or head.text.lower() in ALONE):
                return Found(paragraph.phrase(source), None, why, "inherited")
    return None
