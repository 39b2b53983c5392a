"""Who is the source of a quoted run, as far as its own sentence tells: one function a construction.

The rules are tried in the order of `RULES`; the first that answers decides, and its name is what
the reader sees as the reason. The others' answers are kept as rejected candidates.
"""

from generator.extract.quotations.adjacent_clause import (
    according_to,
    adjacent_according,
    after_all,
    agent_behind,
    cue_after,
    cue_before,
    cue_between,
    earlier_report,
    in_the_words_of,
    words_ahead,
    words_behind,
)
from generator.extract.quotations.answers import Found, Rule
from generator.extract.quotations.governing_clause import (
    colon_before,
    governing,
    governing_subject,
    labelled_as,
    told_by_nobody,
    word_or_phrase,
)
from generator.extract.quotations.nominal_cues import between_dashes, noun_before, to_whom
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.quotations.transcript_labels import (
    dash_after,
    label_before,
    label_inside,
)

RULES: tuple[Rule, ...] = (
    label_inside,
    label_before,
    dash_after,
    between_dashes,
    cue_between,
    cue_after,
    words_behind,
    in_the_words_of,
    agent_behind,
    adjacent_according,
    cue_before,
    words_ahead,
    noun_before,
    governing,
    word_or_phrase,
    after_all,
    according_to,
    colon_before,
    to_whom,
    earlier_report,
    governing_subject,
    labelled_as,
)
SURE: tuple[Rule, ...] = tuple(
    r for r in RULES if r not in {earlier_report, governing_subject, labelled_as}
)
"""The rules for words of which the parse shows that nobody is named as their source."""


def find_source(paragraph: Paragraph, quoted: Quoted) -> tuple[Found | None, tuple[str, ...]]:
    """The source that the run's own sentence gives, and the candidates that lost."""
    rules = SURE if told_by_nobody(paragraph, quoted) else RULES
    answers = [found for rule in rules if (found := rule(paragraph, quoted)) is not None]
    if not answers:
        return None, ()
    first = answers[0]
    lost = [a for a in answers[1:] if a.source != first.source]
    return first, tuple(dict.fromkeys(f"{a.source.text}: {a.why}, comes after" for a in lost))
