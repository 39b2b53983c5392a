"""Who is the source of a quoted run, as far as its own sentence tells: one rule a construction.

The rules are tried in the order of `RULES`; the first that answers decides. The others' answers
are kept as rejected candidates.
"""

from collections.abc import Collection

from generator.extract.quotations.adjacent_clause import (
    according_to,
    after_all,
    cue_after,
    cue_before,
    earlier_report,
    in_the_words_of,
    words_behind,
)
from generator.extract.quotations.answers import Decision, SourceRule
from generator.extract.quotations.governing_clause import (
    colon_before,
    governing_noun,
    governing_subject,
    governing_verb,
    labelled_as,
    word_or_phrase,
)
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.quotations.transcript_labels import (
    dash_after,
    label_before,
    label_inside,
    verb_and_label,
)
from generator.i18n.catalogue import words_in_data

RULES: tuple[SourceRule, ...] = (
    SourceRule("label_inside", "“MAYOR: Thank you for waiting.”", "explicit", label_inside),
    SourceRule("verb_and_label", "Said Ade: “The well was dry.”", "explicit", verb_and_label),
    SourceRule("label_before", "Mayor Ade: “The bridge is safe.”", "explicit", label_before),
    SourceRule("dash_after", "“A book to be read twice.” — Ada Lind", "explicit", dash_after),
    SourceRule("cue_after", "“We have waited enough,” the mayor said.", "explicit", cue_after),
    SourceRule("words_behind", "“It is safe,” said Ada Lind, 54.", "explicit", words_behind),
    SourceRule(
        "in_the_words_of", "In the words of the judge, “a farce”.", "explicit", in_the_words_of
    ),
    SourceRule("according_to", "According to Ms Ade, the firm “hid it”.", "explicit", according_to),
    SourceRule("cue_before", "The minister said, “We shall see.”", "explicit", cue_before),
    SourceRule(
        "governing_verb", "He promised that the deal was “very close”.", "explicit", governing_verb
    ),
    SourceRule("governing_noun", "Her claim that it was “mad” spread.", "explicit", governing_noun),
    SourceRule(
        "word_or_phrase", "The senator used the phrase “dead wood”.", "explicit", word_or_phrase
    ),
    SourceRule("after_all", "The plan is “a gamble”, he said.", "explicit", after_all),
    SourceRule("colon_before", "The mayor has a message: “Go home.”", "implied", colon_before),
    SourceRule(
        "earlier_report", "He said the road, now “a river”, shut.", "implied", earlier_report
    ),
    SourceRule(
        "governing_subject", "She seemed pleased about “the deal”.", "implied", governing_subject
    ),
    SourceRule("labelled_as", "Ade has gone after him as “a crook”.", "implied", labelled_as),
)


def find_source(
    paragraph: Paragraph, quoted: Quoted, without: Collection[str]
) -> tuple[Decision | None, tuple[str, ...]]:
    """The source that the run's own sentence gives, and the candidates that lost."""
    answers = [
        Decision(rule.id, rule.certainty, found)
        for rule in RULES
        if rule.id not in without and (found := rule.find(paragraph, quoted)) is not None
    ]
    if not answers:
        return None, ()
    first = answers[0]
    lost = [a for a in answers[1:] if a.found.source != first.found.source]
    return first, tuple(dict.fromkeys(map(_rejection, lost)))


def _rejection(lost: Decision) -> str:
    words = words_in_data("quotations", lost.rule)
    return f"{lost.found.source.text}: {words}, comes after"
