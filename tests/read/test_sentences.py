"""Sentence boundaries: each case is a paragraph with ``|`` where one sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.lexicons import Lexicon
from generator.language.quotation_marks import find_quoted_runs
from generator.model.text import Offsets
from generator.read.sentences import find_sentences

CASES = [
    "He left.| She stayed.",
    "Mr. Obi met Dr. Li at 5 p.m. on Friday.| Nobody else came.",
    "The nave is old.| “He paid for it,” Msgr. Obi said.| Const. Li and Cllr. Mora agreed.",
    "The U.S. Senate voted.| Nothing changed.",
    "It rose 3.5 percent in Jan. 2024.| Analysts were glad.",
    "“We won. We really won,” she said.| He agreed.",
    "“We won.”| He agreed.",
    "Did he go?| Yes!| No one knows…| The end.",
    "Acme Inc. said so.| The shares fell.",
    "George W. Bush spoke.| J. K. Rowling listened.",
    "He works for Acme Corp.| The firm is old.",
    "She said ‘never again’.| Then she left.",
    "The rate (see p. 4) fell.| It rose again.",
    "They ended on a record of 56-26 (. 683) and rested.| Obi left.",
    "He paid for [...] the nave.| Obi left [...]| The end.",
]


def split(text: str) -> list[str]:
    """The sentences of one paragraph, as text."""
    paragraph = Offsets(0, len(text))
    runs = find_quoted_runs(text, [paragraph], Lexicon("en"))
    return [
        text[s.start : s.end] for s in find_sentences(text, paragraph, runs, lexicon=Lexicon("en"))
    ]


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case: str) -> None:
    """A paragraph is cut where a reader would stop, not after titles, initials or in quotations."""
    assert split(case.replace("|", "")) == [part.strip() for part in case.split("|")]


@given(st.text(alphabet=st.sampled_from('aB.?! “”"’\n'), max_size=80))
def test_sentences_cover_the_paragraph(text: str) -> None:
    """Whatever the text, sentences are in order, inside it, and leave out only white space."""
    paragraph = Offsets(0, len(text))
    at = 0
    for s in find_sentences(
        text, paragraph, find_quoted_runs(text, [paragraph], Lexicon("en")), lexicon=Lexicon("en")
    ):
        assert at <= s.start < s.end <= len(text)
        assert not text[at : s.start].strip()
        at = s.end
    assert not text[at:].strip()
