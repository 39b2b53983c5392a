"""The pass for interviews without labels: questions in bold print, each with its answer below."""

from collections.abc import Sequence
from itertools import pairwise

from generator.language.lexicons import Lexicon
from generator.read.transcripts import BOLD_QUESTION, LEAST_TURNS
from generator.read.zones.draft import Draft


def mark_interview(_text: str, drafts: Sequence[Draft], _lexicon: Lexicon | None) -> list[Draft]:
    """The questions as subheads, and what stands below each as its answer."""
    out = list(drafts)
    told = [i for i, d in enumerate(drafts) if d.open]
    asked = {i for i in told if drafts[i].paragraph.marker == BOLD_QUESTION}
    answered = sum(one in asked and other not in asked for one, other in pairwise(told))
    if answered < LEAST_TURNS:
        return out
    first = min(asked, default=len(drafts))
    for i in (i for i in told if i >= first):
        out[i] = (
            drafts[i].decided("subhead", "bold_question")
            if i in asked
            else drafts[i].decided("body", "answer_below_question")
        )
    return out
