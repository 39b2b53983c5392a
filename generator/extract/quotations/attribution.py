"""Who is the source of a quoted run, as far as its own sentence tells: one function a construction.

The rules are tried in the order of `RULES`; the first that answers decides, and its name is what
the reader sees as the reason. The others' answers are kept as rejected candidates.
"""

from generator.extract.quotations.above import (
    colon_before,
    governing,
    labelled_as,
    subject_above,
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
    cue_between,
    cue_after,
    words_behind,
    in_the_words_of,
    agent_behind,
    according_beside,
    cue_before,
    words_ahead,
    governing,
    word_or_phrase,
    after_all,
    according_to,
    colon_before,
    earlier_report,
    subject_above,
    labelled_as,
)


def find_source(scene: Scene, quoted: Quoted) -> tuple[Found | None, tuple[str, ...]]:
    """The source that the run's own sentence gives, and the candidates that lost."""
    answers = [found for rule in RULES if (found := rule(scene, quoted)) is not None]
    if not answers:
        return None, ()
    first = answers[0]
    lost = [a for a in answers[1:] if a.source != first.source]
    return first, tuple(dict.fromkeys(f"{a.source.text}: {a.why}, comes after" for a in lost))
