"""Who is the source of a quoted run, as far as its own sentence tells: one function a construction.

The rules are tried in the order of `RULES`; the first that answers decides, and its name is what
the reader sees as the reason. The others' answers are kept as rejected candidates.
"""

from generator.extract.quotations.above import (
    colon_before,
    governing,
    labelled_as,
    subject_above,
    told_by_nobody,
    word_or_phrase,
)
from generator.extract.quotations.answers import Found, Rule
from generator.extract.quotations.beside import (
    according_beside,
    according_to,
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
from generator.extract.quotations.hints import between_dashes, noun_before, to_whom
from generator.extract.quotations.labels import (
    dash_after,
    label_before,
    label_inside,
)
from generator.extract.quotations.scene import Quoted, Scene

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
    according_beside,
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
    subject_above,
    labelled_as,
)
SURE: tuple[Rule, ...] = tuple(
    r for r in RULES if r not in {earlier_report, subject_above, labelled_as}
)
"""The rules for words of which the parse shows that nobody is named as their source."""


def find_source(scene: Scene, quoted: Quoted) -> tuple[Found | None, tuple[str, ...]]:
    """The source that the run's own sentence gives, and the candidates that lost."""
    rules = SURE if told_by_nobody(scene, quoted) else RULES
    answers = [found for rule in rules if (found := rule(scene, quoted)) is not None]
    if not answers:
        return None, ()
    first = answers[0]
    lost = [a for a in answers[1:] if a.source != first.source]
    return first, tuple(dict.fromkeys(f"{a.source.text}: {a.why}, comes after" for a in lost))
